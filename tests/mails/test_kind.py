"""What whole mails are; and that automatic ones count for nothing."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wentwell
from wentwell.interview import Context, Document, Evidence, Interview, MailKind, Message
from wentwell.mails import (
    KindModel,
    MailKindFound,
    evidence_that_counts,
    find_kind,
    find_kinds,
    shipped_model,
)
from wentwell.mails._features import features, head_features
from wentwell.reading import LexicalReader
from wentwell.sources import message_from_bytes, message_from_text

PLAIN = {
    "refusal": "Dear Bo,\n\nUnfortunately we have decided to take another candidate. Good luck.",
    "offer": "Dear Bo,\n\nWe are delighted to offer you the job of welder. The salary is 40,000 a year.",
    "invitation": "Hi Bo,\n\nWe invite you to a second interview. Which day next week suits you?",
    "automatic": "This is an automatic reply. I am out of the office until Monday. Please do not reply.",
    "holding": "Hi Bo,\n\nSorry for the delay. The panel has not met yet and we are still seeing others. "
    "Please bear with us.",
    "logistics": "Dear Bo,\n\nPlease complete the attached forms and upload your passport by Friday.",
    "reply": "Hi Bo,\n\nThank you for your kind note. It was lovely to meet you too.",
}
SUBJECTS = {
    "reply": "Re: Thank you",
    "automatic": "Automatic reply: Thank you",
    "logistics": "Documents needed",
}


@pytest.mark.parametrize("kind", sorted(PLAIN))
def test_plain_mails_are_told_apart(kind: str) -> None:
    message = message_from_text(PLAIN[kind]).model_copy(update={"subject": SUBJECTS.get(kind, "")})
    found = find_kind(message)
    assert found.kind == kind
    assert found.probabilities[found.kind] == found.probability == max(found.probabilities.values())
    assert sum(found.probabilities.values()) == pytest.approx(1)


def test_many_mails_are_told_as_each_alone_and_a_document_will_do() -> None:
    mails: list[Message | Document] = [message_from_text(text) for text in PLAIN.values()]
    mails += [Document.from_text(text, kind="mail") for text in PLAIN.values()]
    assert list(find_kinds(mails)) == [find_kind(mail) for mail in mails]


def test_a_head_that_names_a_machines_answer_counts() -> None:
    body = b"I read your message and will look at it next week."
    by_hand = find_kind(message_from_bytes(b"From: a@example.org\r\nSubject: Hi\r\n\r\n" + body))
    head = b"From: a@example.org\r\nSubject: Hi\r\nAuto-Submitted: auto-replied\r\n\r\n"
    by_machine = find_kind(message_from_bytes(head + body))
    assert by_machine.probabilities["automatic"] > by_hand.probabilities["automatic"] + 0.2


def test_what_is_quoted_does_not_decide() -> None:
    own = "Hi Bo,\n\nThank you for your kind note. It was lovely to meet you too."
    quoted = "\n\nOn 3 May 2025, Bo <bo@example.org> wrote:\n> Unfortunately I had to miss the tour.\n"
    assert find_kind(message_from_text(own + quoted)).kind == "reply"


def test_a_reader_of_patterns_will_do() -> None:
    assert find_kind(message_from_text(PLAIN["refusal"]), LexicalReader()).kind == "refusal"


@pytest.mark.parametrize(
    ("subject", "text", "kind"),
    [
        (
            "Re: Thank you",
            "Hi Bo,\n\nSorry to be late with this. I spoke to the surgeon today and she was very "
            "impressed with you. She meets one more person on Tuesday and I will ring you on Wednesday. "
            "Are you talking to anybody else?",
            "reply",
        ),
        (
            "Re: Thanks for today",
            "Hi Bo,\n\nWhat a nice note. We would all like to see you again. Could you come in for a trial "
            "morning with the crew on Monday or Tuesday?",
            "invitation",
        ),
        (
            "Re: Any news?",
            "Hi Bo,\n\nSorry, there is still no decision and it will take longer than we said. "
            "Please bear with us.",
            "holding",
        ),
        (
            "Your new contact",
            "Dear Bo,\n\nI have taken over from Lea, who has left the company, and will look after her "
            "vacancies. Please send me your CV once more.",
            "other",
        ),
        (
            "Online tests",
            "Dear Bo,\n\nPlease complete the two online tests and the attached questionnaire by Friday.",
            "logistics",
        ),
        (
            "Request open",
            "A document was requested from you. Upload it with your access code. The request expires in 3 "
            "days. Replies are not monitored.",
            "automatic",
        ),
    ],
)
def test_kinds_that_lie_close_are_told_apart(subject: str, text: str, kind: str) -> None:
    assert find_kind(message_from_text(text).model_copy(update={"subject": subject})).kind == kind


def test_who_speaks_is_seen() -> None:
    import numpy as np

    def voice(text: str) -> set[str]:
        made = features(message_from_text(text), np.zeros((0, 0)), [])
        return {name for name in made if name.startswith(("voice", "short"))}

    assert voice("I’ll ring you.") == {"short", "voice:i", "voice:i often"}
    assert voice("Our panel meets. " + "It takes time. " * 9) == {"voice:we", "voice:we often"}
    assert voice("Upload the file.") == {"short"}


@given(st.text(max_size=200), st.text(max_size=60))
def test_any_mail_has_a_kind(text: str, subject: str) -> None:
    message = message_from_text(text).model_copy(update={"subject": subject})
    found = find_kind(message, LexicalReader())
    assert 0 < found.probability <= 1


def test_a_sender_that_wants_no_answer_is_seen() -> None:
    for address, machine in (("no-reply@example.org", True), ("Nora.Replyson@example.org", False)):
        message = message_from_bytes(f"From: {address}\r\nSubject: Hi\r\n\r\nHi.".encode())
        assert ("head:no answers wanted" in head_features(message)) is machine


def test_the_shipped_model_knows_the_readers_signs() -> None:
    model = shipped_model()
    assert {len(row) for row in model.weights.values()} == {len(model.kinds)}
    assert {f"max:{label}" for label in ("outcome.offer", "outcome.rejected", "next.invited")} <= model.known
    assert KindModel.model_validate(json.loads(model.model_dump_json())) == model


def found_as(kind: MailKind) -> MailKindFound:
    return MailKindFound(kind=kind, probability=1.0, probabilities={kind: 1.0})


def test_only_a_sure_outcome_of_an_automatic_mail_counts() -> None:
    evidence = [
        Evidence(label=label, quote="x", start=0, end=1, probability=chance)
        for label, chance in (
            ("warmth", 1.0),
            ("next.invited", 1.0),
            ("outcome.rejected", 0.9),
            ("outcome.offer", 0.4),
        )
    ]
    assert evidence_that_counts(found_as("reply"), evidence) == evidence
    assert [one.label for one in evidence_that_counts(found_as("automatic"), evidence)] == [
        "outcome.rejected"
    ]


def test_a_receipt_changes_no_answer() -> None:
    receipt = message_from_bytes(
        b"From: no-reply@example.org\r\nSubject: We received your message\r\nAuto-Submitted: auto-replied\r\n"
        b"Date: Tue, 4 Mar 2025 16:20:00 +0100\r\n\r\nThank you, your message has been received. "
        b"It was lovely to hear from you. We look forward to the next steps. This is an automatic reply.\r\n"
    ).document
    context = Context(stage="first", interview_date=date(2025, 3, 3))
    without = wentwell.assess(Interview(context=context), date(2025, 3, 5))
    with_it = wentwell.assess(Interview(context=context, documents=(receipt,)), date(2025, 3, 5))
    assert with_it.interview.evidence == ()
    assert with_it.assessment.probability == without.assessment.probability


def test_features_are_named_numbers() -> None:
    import numpy as np

    made = features(message_from_text("Hi Bo,\n\nWhich day suits you?"), np.zeros((1, 1)), ["warmth"])
    assert made["max:warmth"] == 0.5
    assert made["cue:asks when"] > 0
