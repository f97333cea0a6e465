"""A quick answer is a sign of its own, told by dates."""

from __future__ import annotations

from datetime import date

import pytest

from wentwell import Context, Document, Interview, assess
from wentwell.mails import is_own, prompt_answers
from wentwell.sources import message_from_text

ME = "bo@example.org"


def thanks(sent: str = "Fri, 7 Mar 2025 17:30:00 +0100") -> Document:
    return _document(
        f"From: Bo Lind <{ME}>\nTo: Ann Lee <ann@example.com>\nMessage-ID: <1@x>\nDate: {sent}",
        "Thank you for today.",
    )


def answer(
    sent: str = "Mon, 10 Mar 2025 09:40:00 +0100",
    body: str = "Hi Bo,\n\nIt was good to meet you too.\n\nAnn",
    more: str = "",
) -> Document:
    head = f"From: Ann Lee <ann@example.com>\nTo: Bo Lind <{ME}>\nMessage-ID: <2@x>\nDate: {sent}"
    return _document(f"{head}\nIn-Reply-To: <1@x>{more}", body)


def _document(head: str, body: str) -> Document:
    message = message_from_text(f"{head}\nSubject: Thank you\n\n{body}\n")
    return message.document.model_copy(update={"name": message.message_id})


def labels(*documents: Document, since: date | None = None) -> list[str]:
    return [one.label for one in prompt_answers(documents, [ME], since)]


def test_an_answer_after_a_weekend_is_prompt_and_quotes_its_own_words() -> None:
    told = answer()
    (found,) = prompt_answers([told, thanks()], [ME])
    assert found.label == "reply.prompt"
    assert found.document == told.name
    assert told.text[found.start : found.end] == found.quote == "It was good to meet you too."


@pytest.mark.parametrize(
    "told",
    [
        answer("Wed, 12 Mar 2025 09:40:00 +0100"),
        answer(more="\nAuto-Submitted: auto-replied"),
        answer(body=""),
    ],
)
def test_late_automatic_and_empty_answers_are_none(told: Document) -> None:
    assert labels(thanks(), told) == []


def test_what_was_written_before_the_interview_does_not_count() -> None:
    assert labels(thanks(), answer(), since=date(2025, 3, 8)) == []
    assert labels(thanks(), answer(), since=date(2025, 3, 7)) == ["reply.prompt"]


def test_the_answer_alone_is_enough_where_it_quotes_the_candidate() -> None:
    quote = f"\n\nOn Fri, 7 Mar 2025 at 17:30, Bo Lind <{ME}> wrote:\n> Thank you for today."
    assert labels(answer(body=f"It was good to meet you too.{quote}")) == ["reply.prompt"]
    other = quote.replace(ME, "boss@example.com").replace("Bo Lind", "The Boss")
    assert labels(answer(body=f"It was good to meet you too.{other}")) == []


def test_whose_mail_it_is_is_known_by_address_or_name() -> None:
    assert is_own(thanks(), [ME.upper()])
    assert is_own(thanks(), ["bo  lind"])
    assert not is_own(answer(), [ME, "Bo Lind"])
    assert not is_own(thanks(), [])


def test_an_answer_to_the_note_reaches_the_chance_and_ones_own_words_do_not() -> None:
    context = Context(interview_date=date(2025, 3, 7))
    note = thanks().model_copy(
        update={"text": "Thank you. When could you start, you asked; in May I can start."}
    )
    interview = Interview(context=context, documents=(note, answer()))
    found = assess(interview, mine=[ME])
    assert [one.quote for one in found.interview.evidence if one.label == "reply.prompt"] == [
        "It was good to meet you too."
    ]
    assert all(one.document != note.name for one in found.interview.evidence)
    assert "reply.prompt" in {part.label for part in found.assessment.contributions}
    late = assess(
        interview.model_copy(update={"documents": (note, answer("Wed, 12 Mar 2025 09:40:00 +0100"))}),
        mine=[ME],
    )
    assert not any(one.label == "reply.prompt" for one in late.interview.evidence)
