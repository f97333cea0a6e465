"""The drafts themselves: every combination reads well, and each part is there when it should be."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from wentwell.drafting import (
    Draft,
    Tone,
    answer_to_invitation,
    answer_to_refusal,
    nudge,
    question_about_timeline,
    thanks,
)
from wentwell.drafting._write import parts
from wentwell.interview import Context, Document, Interview, Mail, Opportunity

from .english import faults, grade
from .made_up import MONDAY, notes, seen, talk

TONES: tuple[Tone, ...] = ("plain", "warm", "brief")
TOPICS = {
    "told": ("duties.specifics", "You would run our returns desk in Leeds."),
    "asked": ("", "How would you explain a median to a claims handler?"),
    "praised": ("affirmation.answer", "Your plan for the night shift is what we need."),
    "tour": ("intro.tour", "Let us go around, here is where it all happens."),
    "staff": ("intro.staff", "This is Ravi, and here are the others."),
    "none": ("", "It is a bit of everything, really."),
}
IN_NOTES = {
    "discussed": "We talked about their returns desk for ages.",
    "shown": "They showed me the assay lab.",
}
WANTS = {"own": "I'd like to learn project planning.", "none": "Thank you."}
DOUBTS = {"doubt": "I wonder whether you have led anybody.", "none": "That is all."}


def of_a_talk(topic: str, want: str, doubt: str) -> Interview:
    label, words = TOPICS[topic]
    turns = [("Helen Drury", words), ("Nadia Brandt", WANTS[want]), ("Helen Drury", DOUBTS[doubt])]
    signs = [(label, words)] if label else []
    signs += [("contrary.concern", DOUBTS[doubt])] if doubt == "doubt" else []
    return talk(turns, *signs)


def check(draft: Draft) -> None:
    assert not faults(draft.body), draft.body
    assert 15 <= draft.words < 120, draft.body
    assert 0 <= grade(draft.body) < 9, (grade(draft.body), draft.body)
    assert all(gap.text in draft.body for gap in draft.gaps)
    assert draft.body.count("[") == len(draft.gaps)


@pytest.mark.parametrize(("tone", "topic", "want", "doubt"), list(product(TONES, TOPICS, WANTS, DOUBTS)))
def test_every_combination_of_a_note_of_thanks(tone: Tone, topic: str, want: str, doubt: str) -> None:
    interview = of_a_talk(topic, want, doubt)
    for met, promised, today in product((None, MONDAY), (None, 4, 30), (None, 0, 1, 20)):
        context = Context(
            interview_date=met, promised_date=MONDAY + timedelta(days=promised) if promised else None
        )
        on = None if today is None else MONDAY + timedelta(days=today)
        for to in (None, "Ms Adeyemi"):
            (draft,) = thanks(interview, context, on, to=to, tone=tone)
            check(draft)
            gaps = {gap.text for gap in draft.gaps}
            # what another one said is not told to somebody else
            has_topic = topic != "none" and (to is None or topic in ("told", "tour", "staff"))
            if to is None:
                assert (parts()["gaps"]["topic"] in gaps) is not has_topic
                assert (parts()["gaps"]["want"] in gaps) is (topic == "none" and want == "none")
            # who voiced no doubt is not answered
            assert (parts()["gaps"]["answer"] in gaps) is (doubt == "doubt" and to is None)
            assert ("expect to decide" in draft.body) is (promised is None)


@pytest.mark.parametrize(("tone", "topic"), list(product(TONES, IN_NOTES)))
def test_every_combination_from_notes(tone: Tone, topic: str) -> None:
    interview = notes(f"Met Helen Drury, head of ops. {IN_NOTES[topic]}")
    (draft,) = thanks(interview, Context(), tone=tone, sender="Nadia Brandt")
    check(draft)
    assert not draft.gaps
    assert {"discussed": "your returns desk", "shown": "the assay lab"}[topic] in draft.body
    assert "ages" not in draft.body


@pytest.mark.parametrize("tone", TONES)
def test_every_combination_of_the_other_messages(tone: Tone) -> None:
    interview = of_a_talk("told", "none", "none")
    for met, promised, today in product((None, MONDAY), (None, 4), (None, 1, 20)):
        context = Context(
            interview_date=met, promised_date=MONDAY + timedelta(days=promised) if promised else None
        )
        on = None if today is None else MONDAY + timedelta(days=today)
        told: dict[str, Any] = {"tone": tone}
        for to in (None, "Ms Adeyemi"):
            for draft in (
                nudge(interview, context, on, to=to, **told),
                answer_to_refusal(interview, context, on, to=to, **told),
                answer_to_invitation(interview, context, on, to=to, **told),
                answer_to_invitation(interview, context, on, to=to, time="Friday at ten", **told),
                question_about_timeline(interview, context, on, to=to, **told),
                question_about_timeline(interview, context, on, to=to, deadline=date(2026, 4, 1), **told),
            ):
                check(draft)


def test_the_fixed_sentences_flatter_nobody_and_speak_of_nobody_as_he_or_she() -> None:
    text = str({name: part for name, part in parts().items() if name != "worth"}).lower()
    for word in (
        "amazing",
        "great",
        "wonderful",
        "fantastic",
        "honour",
        "impress",
        "perfect",
        "dream",
        "passion",
    ):
        assert word not in text


def test_each_of_a_panel_gets_their_own_thing_and_only_the_first_is_asked() -> None:
    interview = talk(
        [
            ("Martin Osei", "The task is to take over the monthly settlement report."),
            ("Sofie Lindqvist", "How would you explain a median to a claims handler?"),
            ("Helen Drury", "Thank you."),
        ],
        ("duties.specifics", "The task is to take over the monthly settlement report."),
    )
    martin, sofie, helen = thanks(interview, Context(interview_date=MONDAY), MONDAY)
    assert (martin.to, sofie.to, helen.to) == ("Martin Osei", "Sofie Lindqvist", "Helen Drury")
    assert "the monthly settlement report" in martin.body
    assert "explaining a median to a claims handler" in sofie.body
    assert "settlement" not in sofie.body + helen.body
    assert [gap.text for gap in helen.gaps][:1] == ["[one concrete thing from the talk]"]
    asked = ["expect to decide" in draft.body for draft in (martin, sofie, helen)]
    assert asked == [True, False, False]


def test_where_nothing_is_known_every_gap_is_marked_and_explained() -> None:
    (draft,) = thanks(Interview(), Context())
    assert [gap.text for gap in draft.gaps] == [
        "[name]",
        "[one concrete thing from the talk]",
        "[what you would like to do or learn there]",
        "[your name]",
    ]
    assert all(gap.reason.endswith(".") for gap in draft.gaps)
    assert not draft.taken


def test_words_near_to_a_topic_are_a_hint_and_never_in_the_draft() -> None:
    words = "um so yeah it's like a bit of everything really"
    interview = talk([("Helen Drury", words)], ("duties.specifics", words))
    (draft,) = thanks(interview, Context())
    assert draft.gaps[0].hint == words
    assert "everything" not in draft.body
    for_another = thanks(interview, Context(), to="Ms Adeyemi")[0]
    assert not for_another.gaps[0].hint


def test_a_note_says_our_as_your_and_your_as_my() -> None:
    words = "You would run our returns desk in Leeds."
    (draft,) = thanks(talk([("Helen Drury", words)], ("duties.specifics", words)), Context())
    assert "about your returns desk in Leeds" in draft.body
    praised = "Your plan for the night shift is what we need."
    (draft,) = thanks(talk([("Helen Drury", praised)], ("affirmation.answer", praised)), Context())
    assert "about my plan for the night shift" in draft.body


def test_pay_and_private_things_are_no_topic() -> None:
    for words in (
        "The salary band for the role is fixed.",
        "We have the references and the visa to talk about.",
        "My husband was in the redundancy round.",
    ):
        (draft,) = thanks(talk([("Helen Drury", words)], ("duties.specifics", words)), Context())
        assert "[one concrete thing from the talk]" in draft.body


def test_a_sign_that_may_not_be_there_is_not_relied_on() -> None:
    words = "The returns desk in Leeds is here, and the others are over there."
    interview = talk([("Helen Drury", words)])
    for probability, named in ((0.4, False), (0.6, True)):
        found = seen(interview.documents[0], "duties.specifics", words, probability)
        (draft,) = thanks(interview.model_copy(update={"evidence": (found,)}), Context())
        assert ("returns desk" in draft.body) is named
        # where only the sign itself is told, it has to be surer
        found = seen(interview.documents[0], "intro.tour", words, probability + 0.2)
        (draft,) = thanks(interview.model_copy(update={"evidence": (found,)}), Context())
        assert ("shown around" in draft.body) is named


def test_days_are_said_so_that_they_are_clear() -> None:
    interview = of_a_talk("none", "none", "none")
    friday = MONDAY + timedelta(days=4)
    context = Context(interview_date=MONDAY, promised_date=friday)
    assert "time today." in thanks(interview, context, MONDAY)[0].body
    next_day = thanks(interview, context, MONDAY + timedelta(days=1))[0].body
    assert "on Monday." in next_day
    assert "by Friday." in next_day
    assert "on 9 March." in thanks(interview, context, MONDAY + timedelta(days=8))[0].body
    # "by Friday", written on the Monday after it, would mean the next one
    assert "by 13 March." in nudge(interview, context, friday + timedelta(days=3)).body
    assert "9 March 2026." in thanks(interview, context, date(2027, 1, 4))[0].body


def test_answers_go_to_who_wrote_and_machines_are_not_written_to() -> None:
    human = Document(
        text="Dear Ruth, we have decided for another candidate. Carol",
        kind="mail",
        name="reply.eml",
        mail=Mail(sender="Carol Pym <c@h.example>", recipients=("Ruth Calder <r@p.example>",)),
    )
    machine = human.model_copy(
        update={
            "mail": Mail(sender="Job Alerts <noreply@h.example>", automatic=True, date="2027-01-01T00:00Z")
        }
    )
    interview = talk([("Jonah Feld", "Hello.")], me="Ruth Calder").model_copy(
        update={"documents": (*talk([("Jonah Feld", "Hello.")], me="Ruth Calder").documents, human, machine)}
    )
    draft = answer_to_refusal(interview, Context())
    assert draft.to == "Carol Pym"
    assert draft.body.startswith("Dear Carol,")
    assert draft.body.rstrip().endswith("Ruth Calder")


def test_an_invitation_gets_a_time_only_from_the_user() -> None:
    document = Document.from_text("Which days next week are you free?", name="notes.txt")
    asked = Interview(documents=(document,), evidence=(seen(document, "next.availability", document.text),))
    draft = answer_to_invitation(asked, Context())
    assert "I am free at these times: [two or three days and times]." in draft.body
    assert draft.gaps[0].hint == document.text
    assert "Thursday at three." in answer_to_invitation(asked, Context(), time="Thursday at three").body


def test_the_job_stands_in_the_subject_unless_it_is_no_title() -> None:
    for job, subject in (
        ("Data analyst", "Data analyst: is there any news?"),
        ("", "Is there any news?"),
        ("x" * 90, "Is there any news?"),
        ("bad\x1bjob", "Is there any news?"),
    ):
        interview = Interview(opportunity=Opportunity(employer="Norvane", job=job))
        assert nudge(interview, Context()).subject == subject


def test_a_wish_and_a_topic_never_name_the_same_thing_twice() -> None:
    said = "She told me about the new discharge unit. I'd love to work on the discharge unit."
    (draft,) = thanks(notes(f"Met Grace Obi, head of nursing. {said}"), Context())
    assert draft.body.count("discharge unit") == 1
    other = f"{said} She told me about the night handover."
    (draft,) = thanks(notes(f"Met Grace Obi, head of nursing. {other}"), Context())
    assert "the night handover. I would like to work on the discharge unit." in draft.body


def test_who_asks_for_times_gets_times_and_who_names_one_gets_a_yes() -> None:
    words = "Could you let me know when you are free next week for a call?"
    document = Document.from_text(words, name="reply.txt")
    both = (seen(document, "next.availability", words), seen(document, "reply.logistics", words))
    draft = answer_to_invitation(Interview(documents=(document,), evidence=both), Context())
    assert "I am free at these times: [two or three days and times]." in draft.body
    words = "We invite you on Tuesday at 10. Are you free then?"
    document = Document.from_text(words, name="reply.txt")
    both = (seen(document, "next.availability", words), seen(document, "next.invited", words))
    draft = answer_to_invitation(Interview(documents=(document,), evidence=both), Context())
    assert "This time suits me: [the day and time that they named]." in draft.body


def test_a_nudge_names_no_promised_day_that_a_later_word_set_aside() -> None:
    holding = Document(
        text="It will take us a little longer.",
        kind="mail",
        name="reply.eml",
        mail=Mail(sender="Elsa Novak <e@h.example>", date="2026-03-16T09:00:00Z"),
    )
    context = Context(interview_date=date(2026, 3, 9), promised_date=date(2026, 3, 13))
    today = date(2026, 3, 30)
    assert "by 13 March" in nudge(Interview(), context, today).body
    assert "by 13 March" not in nudge(Interview(documents=(holding,)), context, today).body
