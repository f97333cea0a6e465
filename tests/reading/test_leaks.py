"""Offers, refusals and invitations told plainly are believed; what only looks like one is not."""

from __future__ import annotations

import pytest

from wentwell.interview import Document
from wentwell.reading import LexicalReader, Reader, read

BELIEVED = 0.7


def believed(text: str, kind: str, reader: Reader) -> set[str]:
    if kind == "talk":
        turns = [
            {"speaker": "A", "role": "interviewer", "text": "Do sit down, both of you."},
            {"speaker": "B", "role": "candidate", "text": "Last spring we moved the archive to a new hall."},
            {"speaker": "A", "role": "interviewer", "text": text},
        ]
        document = Document.from_turns(turns)
    else:
        document = Document.from_text(text, kind="mail" if kind == "mail" else "notes")
    return {found.label for found in read(document, reader) if found.probability >= BELIEVED}


PLAIN: dict[tuple[str, str], tuple[str, ...]] = {
    ("outcome.offer", "notes"): (
        "They called this morning and offered me the job.",
        "I got the job!",
        "The director rang at noon to offer me the position.",
        "I was offered the post of night porter yesterday.",
        "She made me an offer before I reached the tram.",
        "I have accepted their offer and start in June.",
        "Received a written offer on Tuesday.",
        "I'm hired, I can hardly believe it.",
        "The job is mine, he said so at the gate.",
        "They emailed me an official offer after lunch.",
    ),
    ("outcome.offer", "mail"): (
        "We are pleased to offer you the position of harbour clerk.",
        "I am delighted to offer you the role of junior baker.",
        "We would like to offer you a place on the apprenticeship.",
        "Your contract is attached, please sign both copies.",
        "We hereby offer you employment from the first of May.",
        "It is a pleasure to offer you the post of gardener.",
        "We would love for you to join our team as a glazier.",
        "The job is yours.",
        "I am very happy to offer you this job on the terms we discussed.",
        "Please find attached your offer letter.",
    ),
    ("outcome.offer", "talk"): (
        "Right, we'd like to offer you the job.",
        "Well, the position is yours.",
        "I'm delighted to offer you the post of head gardener.",
    ),
    ("outcome.rejected", "notes"): (
        "They have decided to go with another candidate.",
        "Well, I did not get the lighthouse job.",
        "I was rejected this afternoon by phone.",
        "Got a rejection email on the way home.",
        "They went with someone else.",
        "She rang to say they won't be taking me forward.",
        "I was not selected for the position.",
        "The company decided not to move forward with me.",
        "They turned me down after the second round.",
        "My application was unsuccessful.",
    ),
    ("outcome.rejected", "mail"): (
        "Unfortunately, we have decided to proceed with another candidate.",
        "We regret to inform you that you have not been selected for this role.",
        "We will not be taking your application further this spring.",
        "I am afraid your application has been unsuccessful.",
        "The post has already been filled by a colleague.",
        "On this occasion you have not been successful.",
        "We are unable to offer you the position of librarian.",
        "We have chosen another applicant for the post.",
        "You are no longer under consideration for the role.",
        "We wish you every success in your job search.",
    ),
    ("outcome.rejected", "talk"): (
        "I'm sorry, we've decided to go with another candidate.",
        "We won't be moving forward with you this time.",
    ),
    ("next.invited", "notes"): (
        "On Monday they invited me to the final round with the harbour master.",
        "I'm through to the second interview.",
        "The recruiter rang and I made it to the next stage.",
        "I've been shortlisted.",
        "They want me back for a second interview on Monday.",
        "My final interview is booked for Thursday.",
        "She has invited me back.",
        "He scheduled a second interview with the owner.",
        "I got an invitation for the final round this morning.",
        "They moved me on to the next round.",
    ),
    ("next.invited", "mail"): (
        "We would like to invite you to the final interview next Tuesday.",
        "You have been shortlisted for the panel.",
        "I am pleased to tell you that you are through to the next stage.",
        "We are inviting you to a second interview with the chief cook.",
        "We would like to move you forward to the next round.",
        "We would love to see you again on Friday.",
        "Your second interview is confirmed for the 9th of May.",
        "Congratulations on reaching the final stage.",
        "You have progressed to the final round.",
        "I am delighted to invite you back to meet the board.",
    ),
    ("next.invited", "talk"): (
        "You're through to the final round.",
        "We'd like to invite you back to meet the owner.",
        "I'd like to move you on to the next stage.",
    ),
}

TRAPS: dict[str, tuple[tuple[str, str], ...]] = {
    "outcome.offer": (
        ("notes", "If they offer me the job I will take it."),
        ("notes", "I hope I get the offer by Friday."),
        ("notes", "They offered me a coffee and a seat by the stove."),
        ("notes", "I was offered the job at a bakery last year."),
        ("notes", "My sister was offered the post two summers running."),
        ("notes", "They haven't offered me the job."),
        ("notes", "She asked if I would accept if I got the offer."),
        ("notes", "They offered me a second interview."),
        ("mail", "If we decide to offer you the position, we will call."),
        ("mail", "We are pleased to offer you an interview slot on Monday."),
        ("mail", "We are not able to offer you the position."),
        ("talk", "What would you do if we offered you the job tonight?"),
        ("talk", "I'd love to offer you a tea but the kettle is broken."),
    ),
    "outcome.rejected": (
        ("notes", "I never knew whether I should go on talking."),
        ("notes", "I was rejected last year by another firm."),
        ("notes", "If they go with another candidate I will be sad."),
        ("notes", "I'm afraid I was rejected already."),
        ("notes", "Unfortunately the lift was broken and I came in out of breath."),
        ("notes", "They have not decided yet."),
        ("notes", "My cousin was rejected by them twice."),
        ("notes", "I didn't get the joke about the goat."),
        ("notes", "She did not take notes and did not go into the pay."),
        ("notes", "I might get a rejection email tomorrow."),
        ("mail", "Unfortunately I cannot make Thursday, could we move to Friday?"),
        ("mail", "We will not be in the office on Monday."),
        ("talk", "I won't take you through the cellar, it is flooded."),
        ("talk", "Unfortunately we had to close the old workshop."),
    ),
    "next.invited": (
        ("notes", "After that there is a final round."),
        ("notes", "If I get through to the second round I will need a suit."),
        ("notes", "I hope they invite me back for a second interview."),
        ("notes", "Successful candidates are invited to the final round."),
        ("notes", "I wasn't invited to the final round."),
        ("notes", "My flatmate was invited to the final stage last year."),
        ("notes", "We moved on to the next question."),
        ("notes", "I scheduled my dentist for the second week."),
        ("notes", "The process is a call, a test and a final interview."),
        ("mail", "Candidates who pass will be invited to a second interview."),
        ("mail", "We would like to invite you to complete a survey."),
        ("mail", "If you are shortlisted, we would like to invite you to the office."),
        ("talk", "If it goes well we would like to invite you back."),
        ("talk", "So how would you move a customer on to the next stage?"),
    ),
}


@pytest.mark.parametrize(
    ("label", "kind", "text"),
    [(label, kind, text) for (label, kind), texts in PLAIN.items() for text in texts],
)
def test_what_is_told_plainly_is_believed(label: str, kind: str, text: str, reader: Reader) -> None:
    assert label in believed(text, kind, reader)


@pytest.mark.parametrize(
    ("label", "kind", "text"),
    [(label, kind, text) for label, rows in TRAPS.items() for kind, text in rows],
)
def test_what_only_looks_like_it_is_not_believed(label: str, kind: str, text: str, reader: Reader) -> None:
    assert label not in believed(text, kind, reader)


def test_a_loose_wording_is_still_found_but_not_believed() -> None:
    text = "The offer was read out to the whole room."
    found = [one for one in read(Document.from_text(text), LexicalReader()) if one.label == "outcome.offer"]
    assert found
    assert found[0].probability < BELIEVED


FOUND_NO_MORE = [
    ("talk", "salary.discussed", "Where would you go on holiday?"),
    ("talk", "salary.discussed", "It's about half an hour on the bus."),
    ("talk", "salary.discussed", "I've said it a thousand times."),
    ("notes", "salary.discussed", "He said we'd have to pay for ourselves at the canteen."),
    ("notes", "warmth", 'No small talk, no "lovely to meet you".'),
    ("notes", "contrary.distant", "They finished three minutes before my slot was up."),
    ("notes", "contrary.distant", "He told me the bread delivery is late."),
    ("talk", "affirmation.answer", "Slow down, I'm just writing this down."),
    ("talk", "affirmation.answer", "You won't be impressed by the canteen."),
    ("notes", "next.process", "News, the 30th: word at last."),
    ("notes", "outcome.rejected", "I never knew whether I should go on talking."),
]


@pytest.mark.parametrize(("kind", "label", "text"), FOUND_NO_MORE)
def test_words_that_only_look_like_a_sign_show_nothing(
    kind: str, label: str, text: str, reader: Reader
) -> None:
    if kind == "talk":
        document = Document.from_turns([{"speaker": "A", "role": "interviewer", "text": text}])
    else:
        document = Document.from_text(text)
    assert label not in {found.label for found in read(document, reader)}


STEPS = [
    ("notes", "next.availability", "She asked if I'm free next Wednesday."),
    ("mail", "next.availability", "Please send me your availability for next week."),
    ("talk", "next.availability", "Could you come back in on Thursday?"),
    ("notes", "contact.references", "He asked me for two references."),
    ("mail", "contact.references", "Please send us the names of two referees."),
    ("talk", "contact.references", "We'll need two references from you."),
    ("notes", "reply.logistics", "She replied with a form and three dates."),
    ("mail", "reply.logistics", "Please complete the form by Monday."),
]


@pytest.mark.parametrize(("kind", "label", "text"), STEPS)
def test_an_explicit_step_is_believed(kind: str, label: str, text: str, reader: Reader) -> None:
    assert label in believed(text, kind, reader)
