from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from wentwell.interview import Context, Evidence, Interview, Outcome, OutcomeKind
from wentwell.journal import Entry
from wentwell.journal._records import RecordedOutcome, ShownAssessment
from wentwell.weighing import weigh

DAY = date(2031, 5, 5)
NOON = datetime(2031, 5, 5, 12, tzinfo=UTC)


def make_entry(
    outcome: OutcomeKind | None = "rejected",
    gut: float | None = 0.4,
    *,
    person: str | None = None,
    context: Context | None = None,
    labels: tuple[str, ...] = ("selling.start_date",),
    days: int = 8,
    on: date | None = None,
) -> Entry:
    """Make an interview whose gut and chance were told on the day, and the outcome some days later."""
    context = context or Context(stage="first", employer="mid", interview_date=DAY)
    found = tuple(Evidence(label=label, quote="", start=0, end=0, found_by="answered") for label in labels)
    shown = ShownAssessment(
        uuid=uuid4(), shown_at=NOON + timedelta(minutes=5), assessment=weigh(found, context, gut, DAY)
    )
    told = []
    if outcome is not None:
        day = DAY + timedelta(days=days)
        told = [
            RecordedOutcome(
                uuid=uuid4(),
                recorded_at=NOON + timedelta(days=days),
                outcome=Outcome(kind=outcome, on=on or day),
            )
        ]
    return Entry(
        uuid=uuid4(),
        status="complete",
        created_at=NOON,
        updated_at=NOON,
        gut_at=None if gut is None else NOON,
        interview=Interview(
            person=person, context=context, gut=gut, outcome=told[-1].outcome if told else None
        ),
        assessments=(shown,),
        outcomes=tuple(told),
    )


@pytest.fixture(scope="session")
def entry() -> Callable[..., Entry]:
    return make_entry
