"""``wentwell today``: what matters today, often nothing."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date
from typing import TYPE_CHECKING, Literal

import click

from wentwell.cli._answers import without_unknown_answers
from wentwell.cli._journal import as_of, keep_shown, open_journal, weighed
from wentwell.cli._options import DAY, format_option, person_option, refuse_json_without_number
from wentwell.cli._options import today as today_on_the_clock

if TYPE_CHECKING:
    from wentwell.advice import Matter
    from wentwell.journal import Journal, Record


@click.command("today")
@click.option("--today", "on", type=DAY, help="Another day than today.")
@click.option("--no-number", is_flag=True, help="Words only, if you would rather not see a number.")
@person_option
@format_option("text", "json")
@click.pass_obj
def today_command(
    journal: str | None,
    /,
    *,
    on: date | None,
    no_number: bool,
    person: str | None,
    as_what: Literal["text", "json"],
) -> None:
    """Say what matters today: often nothing."""
    from wentwell import telling
    from wentwell.advice import most_pressing_first, practice_due
    from wentwell.cli._search import cards_due_days, closed_jobs, named, records_of
    from wentwell.journal import locate

    refuse_json_without_number(as_json=as_what == "json", no_number=no_number)
    now = on or today_on_the_clock()
    found: list[Matter] = []
    chances: list[tuple[int, str]] = []
    names: dict[int, str] = {}
    if locate(journal).exists():
        with open_journal(journal) as book:
            records = records_of(book, person)
            names = {one.id: named(one.interview) for one in records}
            closed = closed_jobs(book)
            found = [
                *_matters(records, now, closed),
                *_deadlines(book, person, now),
                *practice_due(cards_due_days(book, person), now),
            ]
            chances = list(_new_chances(book, records, now, closed, number=not no_number))
    ordered = most_pressing_first(found)
    if as_what == "json":
        click.echo(telling.today_to_json(ordered, chances, now), nl=False)
        return
    from wentwell.cli._files import console

    telling.today_to_terminal(ordered, chances, now, console(), names)


def _deadlines(book: Journal, person: str | None, now: date) -> Iterable[Matter]:
    from wentwell.advice import due
    from wentwell.journal import SearchBook

    for job in SearchBook(book).list_of(person):
        if job.is_open and job.details.deadline is not None:
            yield from due(job.id, job.opportunity, job.details.deadline, now)


def _matters(records: Iterable[Record], now: date, closed: Container[int]) -> Iterable[Matter]:
    from wentwell.advice import last_word, matters, unfinished
    from wentwell.cli._search import last_shown, open_records

    kept = list(records)
    for record in kept:
        if record.status == "draft":
            yield from unfinished(record.id, record.interview, now)
    for record in open_records(kept, now, closed):
        shown = last_shown(record, now)
        heard_on = last_word(record.interview.documents, shown.context, now)
        yield from matters(record.id, record.interview, shown, now, heard_on)


def _new_chances(
    book: Journal, records: Iterable[Record], now: date, closed: Container[int], *, number: bool
) -> Iterable[tuple[int, str]]:
    """Give the chances that say something new since they were shown, and keep them as shown."""
    from wentwell.cli._search import open_records
    from wentwell.telling import sentence

    for record in open_records(records, now, closed):
        last = record.assessments[-1].assessment if record.assessments else None
        decided = record.interview.outcome is not None and record.interview.outcome.kind == "advanced"
        if decided or last is None or last.today is None or last.today >= now or as_of(record, now) != now:
            continue
        known = record.model_copy(update={"interview": without_unknown_answers(record.interview)})
        answer = weighed(known, now, book.learned(record.interview.person))
        keep_shown(book, record, answer)
        yield record.id, sentence(answer.assessment, number=number)
