"""Which kept interviews are open, one an opportunity; which jobs a filter leaves."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wentwell.cli._options import DAY
from wentwell.interview import SEARCH_STAGES, SearchStage

if TYPE_CHECKING:
    from wentwell.interview import Assessment, Interview
    from wentwell.journal import Journal, OpportunityEntry, PracticeEntry, Record

F = TypeVar("F", bound=Callable[..., Any])

_STALE = timedelta(days=60)
"""An invitation so old without an interview after it leads nowhere any more (judgement)."""


def records_of(book: Journal, person: str | None) -> list[Record]:
    """Return all that is kept of one person; ``None``: of the journal's keeper."""
    whose = {row.id for row in book.list_of(person)}
    return [record for record in book.records() if record.id in whose]


def kept_day(record: Record) -> date:
    """Return the day of an interview, or the day it was kept where that is not known."""
    return record.interview.context.interview_date or record.created_at.astimezone().date()


def closed_jobs(book: Journal) -> frozenset[int]:
    """Return the numbers of the interviews whose job is closed, whoever's they are."""
    from wentwell.journal import SearchBook

    return frozenset(line.id for job in SearchBook(book).list() if not job.is_open for line in job.interviews)


def open_records(
    records: Iterable[Record], today: date, closed: Container[int] = frozenset()
) -> list[Record]:
    """Return the newest finished interview of each opportunity, if nothing has closed it.

    Interviews without an employer are opportunities of their own. One that was followed by a next round has
    done its part, whether that was recorded or not.

    Parameters
    ----------
    records : iterable of Record
        Of one person.
    today : date
    closed : container of int
        Interviews whose job is closed: see `closed_jobs`.
    """
    newest: dict[object, Record] = {}
    for record in sorted(records, key=lambda one: (kept_day(one), one.id)):
        where = record.interview.opportunity
        key = record.id if where is None else (_same(where.employer), _same(where.job))
        if record.status == "complete":
            newest[key] = record
    return [record for record in newest.values() if record.id not in closed and _is_open(record, today)]


def _is_open(record: Record, today: date) -> bool:
    outcome = record.interview.outcome
    if outcome is None or outcome.kind == "no-answer":
        return True
    return outcome.kind == "advanced" and today - (outcome.on or kept_day(record)) <= _STALE


def _same(name: str) -> str:
    return " ".join(name.split()).casefold()


def last_shown(record: Record, now: date) -> Assessment:
    """Return what was shown last; what was never shown is weighed by its context alone, and not told."""
    from wentwell.weighing import weigh

    if record.assessments:
        return record.assessments[-1].assessment
    return weigh([], record.interview.context, today=now, outlook=True)


def named(interview: Interview) -> str:
    """Return the employer and the job, as written; empty if neither is known."""
    where = interview.opportunity
    return "" if where is None else ", ".join(part for part in (where.employer, where.job) if part.strip())


def cards_of(book: Journal, person: str | None) -> list[PracticeEntry]:
    """Return the practice cards of one person, the one due first at the front."""
    from wentwell.journal import PracticeBook

    key = None if person is None else _same(person)
    return [
        entry
        for entry in PracticeBook(book).list()
        if (None if entry.person is None else _same(entry.person)) == key
    ]


def cards_due_days(book: Journal, person: str | None) -> list[date]:
    """Return the days, on the user's clock, on which a person's practice cards fall due."""
    return [entry.schedule.due.astimezone().date() for entry in cards_of(book, person)]


def filter_options(command: F) -> F:
    """Give a command the options that choose jobs."""
    for option in (
        click.option("--open", "only_open", is_flag=True, help="Only what nothing has closed."),
        click.option("--until", type=DAY, help="Only what had a step or an interview until this day."),
        click.option("--since", type=DAY, help="Only what had a step or an interview since this day."),
        click.option("--employer", metavar="WORDS", help="Only employers with these words in their name."),
        click.option(
            "--stage",
            "stages",
            type=click.Choice(SEARCH_STAGES),
            multiple=True,
            help="Only jobs that stand here; may be given more than once.",
        ),
        click.option(
            "--tag",
            "tags",
            metavar="TAG",
            multiple=True,
            help="Only jobs with this tag; with all, if several.",
        ),
    ):
        command = option(command)
    return command


def chosen(
    entries: Iterable[OpportunityEntry],
    *,
    tags: Sequence[str] = (),
    stages: Sequence[SearchStage] = (),
    employer: str | None = None,
    since: date | None = None,
    until: date | None = None,
    only_open: bool = False,
) -> list[OpportunityEntry]:
    """Return the jobs that the filters leave."""
    refuse_days_out_of_order(since, until)
    wanted = {tag.lstrip("#").casefold() for tag in tags}
    words = (employer or "").casefold().split()
    return [
        one
        for one in entries
        if wanted <= {tag.casefold() for tag in one.details.tags}
        and (not stages or one.stage in stages)
        and all(word in one.opportunity.employer.casefold() for word in words)
        and any((not since or day >= since) and (not until or day <= until) for day in one.days)
        and (one.is_open or not only_open)
    ]


def refuse_days_out_of_order(since: date | None, until: date | None) -> None:
    """Refuse a time that ends before it begins."""
    if since and until and since > until:
        raise click.UsageError(f"--since {since} lies after --until {until}; swap them")
