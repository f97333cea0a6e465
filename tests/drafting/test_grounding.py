"""Nothing stands in a draft that is neither fixed nor in the record: no name, day, number or claim."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.drafting import (
    Draft,
    Tone,
    answer_to_invitation,
    answer_to_refusal,
    nudge,
    question_about_timeline,
    thanks,
)
from wentwell.drafting._words import gerunds
from wentwell.drafting._write import parts
from wentwell.interview import Context, Document, Evidence, Interview

from .english import faults, grade
from .made_up import MONDAY, Made, made, notes

RECORDS = 600
TONES: tuple[Tone, ...] = ("plain", "warm", "brief")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DAY_NAMES = [f"{date(2024, 1, day):%A}".casefold() for day in range(1, 8)]
_MONTHS = [f"{date(2024, month, 1):%B}".casefold() for month in range(1, 13)]


def words_of(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _strings(inner)]
    return [value] if isinstance(value, str) else []


FIXED = words_of(
    re.sub(
        r"\{\w+\}",
        " ",
        " ".join(text for name, part in parts().items() if name != "worth" for text in _strings(part)),
    )
) | {"on", "by", "today"}


def said_of(day: date) -> set[str]:
    """Every word by which a day may be said."""
    return {f"{day:%A}".casefold(), str(day.day), f"{day:%B}".casefold(), str(day.year)}


def ungrounded(draft: Draft, interview: Interview, days: list[date], told: str = "") -> set[str]:
    """Return the words of a draft that nothing accounts for."""
    record = " ".join(document.text for document in interview.documents) + " " + told
    record += " ".join(
        f" {turn.name or ''} {turn.speaker or ''}"
        for document in interview.documents
        for turn in document.turns
    )
    if interview.opportunity:
        record += f" {interview.opportunity.employer} {interview.opportunity.job}"
    record += " ".join(
        f" {one.mail.sender} {' '.join(one.mail.recipients)}" for one in interview.documents if one.mail
    )
    held = words_of(record)
    turned = {gerunds()[word] for word in held & set(gerunds())} | {"your", "my", "the"}
    dated = set().union(*(said_of(day) for day in days)) if days else set()
    text = words_of(f"{draft.subject} {draft.body}")
    calendar = {word for word in text if word in _DAY_NAMES or word in _MONTHS or word.isdigit()}
    # "may" asks, and is a month besides
    calendar -= {"may"} & FIXED
    return (text - FIXED - held - turned - dated) | (calendar - dated - held)


def _templates(draft: Draft) -> list[tuple[list[str], ...]]:
    """Return the fixed sentences that may stand in a draft of this kind and tone, with their fields.

    Each is told by its pieces in order, and each piece by what it may be.
    """
    part = parts()[draft.kind]
    if draft.kind != "thanks":
        return [([place[draft.tone]],) for name, place in part.items() if name != "subject"]
    plain = [([part[name][draft.tone]],) for name in ("open", "doubt", "ask", "close")]
    return [*plain, tuple([*part[name][draft.tone].values()] for name in ("topic", "want"))]


def only_fixed_sentences(draft: Draft) -> bool:
    """Whether a draft is its fixed sentences and nothing else, each field a phrase taken or a marked gap.

    So a claim cannot be put together of words that are fixed one by one.
    """
    filled = "|".join(
        re.escape(text)
        for text in sorted({*(one.phrase for one in draft.taken), *(gap.text for gap in draft.gaps)}, key=len)
    )
    fields = {"when": rf"(?: (?:{filled}))?", "by": rf"(?:(?: by )?(?:{filled}))?"}

    def pattern(template: str) -> str:
        pieces = re.split(r"\{(\w+)\}", template)
        return "".join(
            fields.get(piece, rf"(?:{filled})") if place % 2 else re.escape(piece)
            for place, piece in enumerate(pieces)
        )

    greeting = [pattern(text) for text in parts()["greeting"].values()]
    sentences = "|".join(
        "".join(f"(?:{'|'.join(pattern(text) for text in texts)})" for texts in pieces)
        for pieces in _templates(draft)
    )
    sign_off = re.escape(parts()["sign_off"][draft.tone])
    # a paragraph begins after the greeting, and each sentence follows a space or a paragraph
    middle = rf"(?=\n\n)(?:(?: |\n\n)(?:{sentences}))+"
    whole = rf"(?:{'|'.join(greeting)}){middle}\n\n{sign_off}\n(?:{filled})\n"
    return re.fullmatch(whole, draft.body) is not None


def every_draft(one: Made, tone: Tone, **told: Any) -> list[Draft]:
    record: tuple[Any, ...] = (one.interview, one.context, one.today)
    return [
        *thanks(*record, tone=tone, **told),
        nudge(*record, tone=tone, **told),
        answer_to_refusal(*record, tone=tone, **told),
        answer_to_invitation(*record, tone=tone, **told),
        question_about_timeline(*record, tone=tone, **told),
    ]


@pytest.fixture(scope="module")
def written() -> list[tuple[Made, list[Draft]]]:
    """Return every record with every draft of it."""
    records = [made(number) for number in range(RECORDS)]
    return [(one, every_draft(one, TONES[number % 3])) for number, one in enumerate(records)]


Written = list[tuple[Made, list[Draft]]]


def test_every_word_is_fixed_or_in_the_record(written: Written) -> None:
    for one, drafts in written:
        days = [day for day in (one.context.interview_date, one.context.promised_date) if day]
        for draft in drafts:
            assert not ungrounded(draft, one.interview, days), draft.body


def test_only_those_who_were_there_are_written_to(written: Written) -> None:
    for one, drafts in written:
        for draft in drafts:
            assert draft.to is None or draft.to in one.interviewers
            assert not words_of(draft.body) & words_of(" ".join(one.mentioned)), draft.body


def test_every_sentence_is_a_fixed_one_filled_with_what_was_taken(written: Written) -> None:
    for _, drafts in written:
        for draft in drafts:
            assert only_fixed_sentences(draft), draft.body


@pytest.mark.parametrize("kind", range(5))
def test_the_check_of_sentences_notices_a_claim_of_fixed_words(kind: int) -> None:
    one = Made(notes("Met Helen Drury, head of ops."), Context(interview_date=MONDAY), MONDAY, (), ())
    draft = every_draft(one, "plain")[kind]
    assert only_fixed_sentences(draft)
    for claim in ("I am glad to hear that I was the first.", "I have had another offer from you."):
        head, _, tail = draft.body.partition("\n\n")
        worse = draft.model_copy(update={"body": f"{head}\n\n{claim} {tail}"})
        assert not only_fixed_sentences(worse)


def test_nobody_is_thanked_for_what_another_one_said(written: Written) -> None:
    told = 0
    for one, drafts in written:
        turns = [
            (str(turn.name), document.text[turn.start : turn.end])
            for document in one.interview.documents
            for turn in document.turns
        ]
        for draft in drafts:
            if draft.kind != "thanks" or draft.to is None:
                continue
            for taken in draft.taken:
                said_by = {name for name, words in turns if taken.quote in words}
                if taken.source == "talk.vtt" and taken.quote != draft.to and said_by:
                    told += 1
                    assert said_by & {draft.to, "Nadia Brandt"}, draft.body
    assert told > 100


def test_every_phrase_taken_stands_in_the_record_and_in_the_draft(written: Written) -> None:
    for one, drafts in written:
        texts = {str(document.name): document.text for document in one.interview.documents}
        for name in ("talk.vtt", "reply.eml"):
            texts[name] = texts.get(name, "") + " ".join(one.interviewers)
        for draft in drafts:
            for taken in draft.taken:
                assert taken.phrase in f"{draft.subject}\n{draft.body}"
                assert taken.source not in texts or taken.quote in texts[taken.source], taken


def test_every_draft_is_short_and_easy_to_read_and_reads_well(written: Written) -> None:
    for _, drafts in written:
        for draft in drafts:
            assert 15 <= draft.words < 120, draft.body
            assert 0 < grade(draft.body) < 9, draft.body
            assert not faults(draft.body), draft.body


def test_most_records_get_something_concrete_named(written: Written) -> None:
    """The drafts are not grounded merely by being empty."""
    notes_of_thanks = [draft for _, drafts in written for draft in drafts if draft.kind == "thanks"]
    named = [draft for draft in notes_of_thanks if "[one concrete thing" not in draft.body]
    assert len(named) > len(notes_of_thanks) / 2


@pytest.mark.parametrize(
    "invented",
    ["Beatrix", "on 3 May 2019", "for 12 years", "the Paris office", "It was brilliant."],
)
def test_the_check_notices_what_is_invented(invented: str) -> None:
    interview = notes("Met Helen Drury, head of ops. She told me about the pilot in Kent.")
    draft = thanks(interview, Context(interview_date=MONDAY), MONDAY)[0]
    assert not ungrounded(draft, interview, [MONDAY])
    worse = draft.model_copy(update={"body": f"{draft.body} {invented}"})
    assert ungrounded(worse, interview, [MONDAY])


def test_what_the_user_tells_is_taken_as_told() -> None:
    interview = notes("A talk.")
    day = MONDAY + timedelta(days=12)
    told: dict[str, Any] = {"to": "Dr Ngozi Obi", "sender": "Ruth Calder"}
    one = Made(interview, Context(), MONDAY, (), ())
    for draft in every_draft(one, "warm", **told):
        assert draft.body.startswith("Dear Dr Ngozi Obi,")
        assert draft.body.rstrip().endswith("Ruth Calder")
        assert not ungrounded(draft, interview, [], "Dr Ngozi Obi Ruth Calder")
    asked = question_about_timeline(interview, Context(), MONDAY, deadline=day)
    assert "by 21 March" in asked.body
    assert not ungrounded(asked, interview, [day])
    accepted = answer_to_invitation(interview, Context(), MONDAY, time="Thursday at 3 pm")
    assert "This time suits me: Thursday at 3 pm." in accepted.body


@given(
    st.lists(st.text(st.characters(codec="utf-8"), max_size=60), max_size=5),
    st.sampled_from(["duties.specifics", "affirmation.answer", "intro.tour", "contrary.concern"]),
    st.booleans(),
)
def test_any_text_gives_a_draft_and_nothing_beyond_it(lines: list[str], label: str, spoken: bool) -> None:
    if spoken:
        document = Document.from_turns(
            [{"text": line, "name": "Helen Drury", "role": "interviewer"} for line in lines], name="d"
        )
    else:
        document = Document.from_text("\n".join(lines), name="d")
    evidence: tuple[Evidence, ...] = ()
    if document.text.strip():
        evidence = (
            Evidence(label=label, quote=document.text, start=0, end=len(document.text), document="d"),
        )
    interview = Interview(documents=(document,), evidence=evidence)
    for draft in thanks(interview, Context(interview_date=MONDAY), MONDAY):
        assert not ungrounded(draft, interview, [MONDAY])
        assert draft.words < 120
