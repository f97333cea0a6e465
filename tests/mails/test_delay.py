"""How quickly an answer came: clocks, zones, weekends, threads."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.interview import Address, Document, Message
from wentwell.mails import WorkingHours, answered, quoted_moment, reply_delay, working_hours_between
from wentwell.sources import message_from_text

BERLIN, NEW_YORK = timezone(timedelta(hours=1)), timezone(timedelta(hours=-5))
ME = "me@example.org"
moments = st.datetimes(datetime(2024, 1, 1), datetime(2026, 12, 31)).map(lambda at: at.replace(tzinfo=BERLIN))  # noqa: DTZ001


def at(day: int, hour: int, minute: int = 0, zone: timezone = BERLIN) -> datetime:
    """A moment of March 2025: the 3rd is a Monday."""
    return datetime(2025, 3, day, hour, minute, tzinfo=zone)


@pytest.mark.parametrize(
    ("begin", "end", "worked"),
    [
        (at(3, 10), at(3, 12), 2),
        (at(3, 7), at(3, 20), 8),
        (at(3, 16), at(4, 10), 2),
        (at(7, 16), at(10, 10), 2),  # Friday to Monday
        (at(8, 10), at(9, 18), 0),
        (at(3, 16), at(17, 10), 8 * 9 + 2),
    ],
)
def test_only_working_hours_count(begin: datetime, end: datetime, worked: float) -> None:
    assert working_hours_between(begin, end) == pytest.approx(worked)


def test_the_answering_sides_clock_counts() -> None:
    asked = at(3, 9)  # four in the morning in New York
    assert working_hours_between(asked, at(3, 10, zone=NEW_YORK)) == pytest.approx(1)
    assert working_hours_between(asked, at(3, 16)) == pytest.approx(7)


def test_holidays_are_no_working_days() -> None:
    hours = WorkingHours(holidays=frozenset({date(2025, 3, 4)}))
    assert working_hours_between(at(3, 16), at(5, 10), hours) == pytest.approx(2)


@pytest.mark.parametrize(
    ("asked", "told", "prompt"),
    [
        (at(3, 9), at(4, 8), True),
        (at(7, 18), at(10, 10), True),  # over a weekend
        (at(3, 9), at(4, 12), False),
        (at(3, 9), at(10, 9), False),
    ],
)
def test_prompt_is_within_about_a_day(asked: datetime, told: datetime, prompt: bool) -> None:
    assert reply_delay(asked, told).prompt is prompt


def test_moments_that_make_no_sense_are_refused() -> None:
    with pytest.raises(ValueError, match="before the beginning"):
        reply_delay(at(4, 9), at(3, 9))
    with pytest.raises(ValueError, match="offset"):
        working_hours_between(datetime(2025, 3, 3), at(4, 9))  # noqa: DTZ001


@given(st.lists(moments, min_size=3, max_size=3).map(sorted))
def test_hours_add_up_and_are_never_more_than_by_the_clock(three: list[datetime]) -> None:
    a, b, c = three
    whole = working_hours_between(a, c)
    assert whole == pytest.approx(working_hours_between(a, b) + working_hours_between(b, c), abs=1e-6)
    assert 0 <= whole <= (c - a).total_seconds() / 3600 + 1e-9


@given(moments, st.floats(0, 3000))
def test_whole_weeks_have_five_days(begin: datetime, hours: float) -> None:
    end = begin + timedelta(hours=hours)
    week = timedelta(days=7)
    assert working_hours_between(begin, end + week) == pytest.approx(
        working_hours_between(begin, end) + 40, abs=1e-6
    )


def mail(number: int, sender: str, when: datetime, *thread: str, **more: object) -> Message:
    to = "them@example.org" if sender == ME else ME
    return Message.model_validate(
        {
            "document": Document(text="x", kind="mail"),
            "message_id": f"<{number}@x>",
            "references": thread,
            "sender": Address(address=sender),
            "to": (Address(address=to),),
            "date": when,
            **more,
        }
    )


def test_an_answer_is_counted_from_the_first_message_since_their_last() -> None:
    messages = [
        mail(1, ME, at(3, 9)),
        mail(2, ME, at(5, 9), "<1@x>"),
        mail(3, "them@example.org", at(5, 10), "<1@x>", "<2@x>"),
        mail(4, ME, at(6, 9), "<1@x>"),
        mail(5, "boss@example.org", at(6, 11), "<4@x>"),
    ]
    found = answered(reversed(messages), [ME.upper()])
    assert [(one.asked.message_id, one.answer.message_id, one.messages) for one in found] == [
        ("<1@x>", "<3@x>", 2),
        ("<4@x>", "<5@x>", 1),
    ]
    assert [one.delay.prompt for one in found] == [False, True]


def test_a_machine_is_no_answer() -> None:
    messages = [
        mail(1, ME, at(3, 9)),
        mail(2, "robot@example.org", at(3, 9, 1), "<1@x>", automatic=True),
        mail(3, "them@example.org", at(3, 12), "<1@x>"),
    ]
    (found,) = answered(messages, [ME])
    assert found.answer.message_id == "<3@x>"


def test_two_threads_are_kept_apart() -> None:
    messages = [
        mail(1, ME, at(3, 9), subject="Interview"),
        mail(2, "other@example.net", at(3, 10), subject="Interview"),
    ]
    assert answered(messages, [ME]) == ()


def test_a_thread_without_identifiers_is_known_by_subject_and_address() -> None:
    asked = mail(1, ME, at(3, 9), subject="The post")
    told = mail(2, "them@example.org", at(3, 10), subject="Re: The post")
    assert len(answered([asked, told], [ME])) == 1


@pytest.mark.parametrize(
    "introduction",
    [
        "On Tue, 4 Mar 2025 at 16:20, Bo <me@example.org> wrote:\n> Thanks",
        "On Mar 4, 2025, at 4:20 PM, Bo <me@example.org> wrote:\n> Thanks",
        "-----Original Message-----\nFrom: Bo\nSent: 04 March 2025 16:20\nTo: Ann\nSubject: Hi\n\nThanks",
        "2025-03-04 16:20 GMT+01:00 Bo <me@example.org>:\n> Thanks",
    ],
)
def test_the_quoted_mails_date_is_read(introduction: str) -> None:
    document = message_from_text(f"Lovely to hear from you.\n\n{introduction}\n").document
    assert quoted_moment(document, at(5, 9)) == at(4, 16, 20)
    assert quoted_moment(document) == datetime(2025, 3, 4, 16, 20, tzinfo=UTC)


def test_nothing_quoted_has_no_date() -> None:
    assert quoted_moment(message_from_text("It was on 4 March 2025 at 16:20.").document) is None
