"""Which kept interviews are open, one an opportunity; which jobs a filter leaves."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wentwell.interview import Assessment, Interview, SearchStage
    from wentwell.journal import Journal, OpportunityEntry, PracticeEntry, Record, Summary

_STALE = timedelta(days=60)
"""An invitation so old without an interview after it leads nowhere any more (judgement)."""
_HALF_A_YEAR = timedelta(days=183)


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

    return interviews_of_closed(SearchBook(book).list())


def interviews_of_closed(jobs: Iterable[OpportunityEntry]) -> frozenset[int]:
    """Return the numbers of the interviews of those jobs that are closed."""
    return frozenset(line.id for job in jobs if not job.is_open for line in job.interviews)


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


def open_lines(lines: Iterable[Summary], today: date, closed: Container[int] = frozenset()) -> list[Summary]:
    """Return of a list what `open_records` returns of whole records: quicker, where the list is enough."""
    newest: dict[object, Summary] = {}
    for line in sorted(lines, key=lambda one: (_line_day(one), one.id)):
        where = line.employer is not None or line.job is not None
        key = (_same(line.employer or ""), _same(line.job or "")) if where else line.id
        if line.status == "complete":
            newest[key] = line
    return [line for line in newest.values() if line.id not in closed and _line_is_open(line, today)]


def may_matter(line: Summary, today: date) -> bool:
    """Whether there may be something to do about an interview: after half a year nothing is due any more."""
    return abs(today - _line_day(line)) <= _HALF_A_YEAR


def _line_day(line: Summary) -> date:
    return line.interview_date or line.created_at.astimezone().date()


def _line_is_open(line: Summary, today: date) -> bool:
    if line.outcome in (None, "no-answer"):
        return True
    return line.outcome == "advanced" and today - _line_day(line) <= _STALE


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


def chosen_jobs(
    entries: Iterable[OpportunityEntry],
    *,
    tags: Sequence[str] = (),
    stages: Sequence[SearchStage] = (),
    employer: str | None = None,
    since: date | None = None,
    until: date | None = None,
    only_open: bool = False,
    phrase: str = "",
) -> list[OpportunityEntry]:
    """Return the jobs that the filters leave.

    ``phrase``: words that stand in what is kept about the job itself, each wherever, whatever their case.
    """
    phrases = phrase.casefold().split()
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
        and (not phrases or all(map(_words_of(one).__contains__, phrases)))
    ]


def _words_of(one: OpportunityEntry) -> str:
    details = one.details
    people = (word for contact in details.contacts for word in (contact.name, contact.mail, contact.role))
    due = details.deadline.what if details.deadline else ""
    told = (one.opportunity.employer, one.opportunity.job, *details.tags, due, details.place, details.source)
    steps = (step.note for step in one.history)
    return "\n".join((*told, details.url, *details.domains, details.note, *people, *steps)).casefold()
