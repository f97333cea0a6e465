"""The commands that keep and give back: list, show, outcome, delete, export, import, backup, restore."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from wentwell.cli._answers import say_unknown, without_unknown_answers
from wentwell.cli._files import refuse_overwriting, write_whole
from wentwell.cli._options import (
    DAY,
    NUMBER,
    Person,
    person_option,
    refuse_future,
    refuse_json_without_number,
    today,
)
from wentwell.cli._search import filter_options, refuse_days_out_of_order
from wentwell.cli._show import give, telling_from, telling_options
from wentwell.interview import Outcome, OutcomeKind
from wentwell.reviewing import CLOSED, keep_shown, outcome_line, outcome_words, review, weighed

if TYPE_CHECKING:
    from wentwell.journal import Journal, Record, Summary

_WIDEST = 40
"""Longest name shown in the list; wentwell show tells it whole."""
_NUMBER = click.argument("number", metavar="ID", type=NUMBER)


def open_journal(path: str | None) -> Journal:
    """Open a journal that is there; looking into one makes none."""
    from wentwell.journal import Journal, locate

    place = locate(path)
    if not place.exists():
        raise click.UsageError(f"there is no journal at {place}; start one with wentwell debrief")
    return Journal.open(place)


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON, one line each.")
@click.option("--no-number", is_flag=True, help="Words only, if you would rather not see a number.")
@filter_options
@person_option
@click.option("--everybody", is_flag=True, help="Everything in the journal, with names.")
@click.pass_obj
def list_command(
    journal: str | None,
    /,
    *,
    as_json: bool,
    no_number: bool,
    person: str | None,
    everybody: bool,
    **filters: Any,
) -> None:
    """Show your interviews so far; a filter asks about their jobs and days."""
    from wentwell.journal import locate

    refuse_json_without_number(as_json=as_json, no_number=no_number)
    if everybody and person is not None:
        raise click.UsageError("choose one of --person and --everybody")
    kept: Sequence[Summary] = ()
    if locate(journal).exists():
        with open_journal(journal) as book:
            kept = book.list() if everybody else book.list_of(person)
            if any(filters.values()):
                kept = _filtered(book, kept, **filters)
    if as_json:
        for row in kept:
            click.echo(row.model_dump_json())
        return
    if not kept and any(filters.values()):
        click.echo("No interview fits that. Without a filter: wentwell list.")
        return
    if not kept:
        click.echo("No interviews yet. After your next one: wentwell debrief. To try it now: wentwell demo.")
        return
    from wentwell.telling import clean

    headings = ("ID", *(("person",) if everybody else ()), "employer", "job", "day", "chance", "outcome")
    rows = [
        (
            str(row.id),
            *((row.person or "you",) if everybody else ()),
            row.employer or "",
            row.job or "",
            _day(row.interview_date),
            _chance(row, number=not no_number),
            _came_of(row),
        )
        for row in kept
    ]
    table = [headings, *(tuple(clean(cell)[:_WIDEST] for cell in row) for row in rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(headings))]
    for number, *others in table:
        cells = [number.rjust(widths[0])]
        cells += [cell.ljust(width) for cell, width in zip(others, widths[1:], strict=True)]
        click.echo("  ".join(cells).rstrip())


def _filtered(
    book: Journal,
    kept: Sequence[Summary],
    *,
    since: date | None,
    until: date | None,
    only_open: bool,
    **about_jobs: Any,
) -> list[Summary]:
    """Return the interviews of the jobs that fit, held or kept in that time."""
    from wentwell.journal import SearchBook
    from wentwell.reviewing import chosen_jobs

    refuse_days_out_of_order(since, until)
    all_jobs = SearchBook(book).list()
    jobs = {job.id for job in chosen_jobs(all_jobs, **about_jobs)}
    closed = {job.id for job in all_jobs if not job.is_open}
    asks_for_jobs = any(about_jobs.values())
    found = []
    for row in kept:
        day = row.interview_date or row.created_at.astimezone().date()
        if (since and day < since) or (until and day > until):
            continue
        if asks_for_jobs and row.opportunity not in jobs:
            continue
        if only_open and (row.opportunity in closed or row.outcome in CLOSED):
            continue
        found.append(row)
    return found


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _chance(row: Summary, *, number: bool) -> str:
    from wentwell.telling import chance_words, percent

    if row.status == "draft":
        return "debrief not finished"
    if row.probability is None or row.low is None or row.high is None or row.outcome in CLOSED:
        return ""
    if row.probability in (0.0, 1.0):
        return "an answer has come"
    if not number:
        return f"{chance_words(row.probability)}, {row.target}"
    return f"{percent(row.probability)} % ({percent(row.low)}-{percent(row.high)}), {row.target}"


def _came_of(row: Summary) -> str:
    return row.outcome or "open"


@click.command("show")
@_NUMBER
@click.option("--today", "on", type=DAY, help="Count silence up to this day (default: today).")
@telling_options
@click.pass_obj
def show_command(journal: str | None, /, number: int, **options: Any) -> None:
    """Show one interview, weighed as of the last day that says something (--today: as of that day)."""
    telling = telling_from(options, journal)
    with open_journal(journal) as book:
        record = finished(book, number)
        if options["on"] is None:
            reviewed = review(book, record, today())
            say_unknown(reviewed.unknown)
            answer, quiet = reviewed.answer, reviewed.quiet
        else:
            known = record.model_copy(update={"interview": without_unknown_answers(record.interview)})
            answer, quiet = weighed(known, options["on"], book.learned(record.interview.person)), ""
            keep_shown(book, known, answer)
    silent = telling.as_json or telling.html is not None
    if quiet:
        click.echo(quiet, err=silent)
    if record.interview.outcome is not None:
        click.echo(outcome_line(record, number=telling.number), err=silent)
    from wentwell.advice import numbered

    give(answer.model_copy(update={"next_steps": numbered(answer.next_steps, number)}), telling)


def finished(book: Journal, number: int) -> Record:
    """Return a kept interview; refuse one whose debrief is not finished."""
    record = book.get(number)
    if record.status == "draft":
        raise click.UsageError(
            f"the debrief of number {number} is not finished: wentwell debrief --resume {number}"
        )
    return record


@click.command("outcome")
@_NUMBER
@click.argument("kind", type=click.Choice(get_args(OutcomeKind)), required=False)
@click.option("--on", type=DAY, help="The day it came (default: today).")
@click.option("--note", help="A word about it, for yourself.")
@click.option("--undo", is_flag=True, help="Take back what was recorded last.")
@click.pass_obj
def outcome_command(
    journal: str | None,
    /,
    number: int,
    kind: OutcomeKind | None,
    *,
    on: date | None,
    note: str | None,
    undo: bool,
) -> None:
    """Record how an interview turned out; its job moves on with it."""
    if undo:
        if kind or on or note:
            raise click.UsageError("--undo takes back what was recorded last; leave the rest out")
        with open_journal(journal) as book:
            gone = book.take_back_outcome(number)
        click.echo(f"Taken back: the outcome of number {number} ({gone.kind}).")
        return
    if kind is None:
        raise click.UsageError(f"say how it turned out: {', '.join(get_args(OutcomeKind))}")
    refuse_future(on, today(), "the day", "--on")
    day = None if kind == "no-answer" and on is None else on or today()
    with open_journal(journal) as book:
        book.record_outcome(number, Outcome(kind=kind, on=day, note=note))
    click.echo(outcome_words(kind))


@click.command("delete")
@_NUMBER
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def delete_command(journal: str | None, /, number: int, *, yes: bool) -> None:
    """Delete an interview and all its words for good."""
    from wentwell.journal import SearchBook

    with open_journal(journal) as book:
        record = book.get(number)
        if not yes:
            from wentwell.telling import clean

            who = record.interview.opportunity.employer if record.interview.opportunity else ""
            if not click.confirm(f"Delete number {number}{f' ({clean(who)})' if who else ''} for good?"):
                click.echo("Nothing was deleted.")
                return
        mine = {row.opportunity for row in book.list() if row.id == number}
        wiped = book.delete(number)
        stays = [job.id for job in SearchBook(book).list() if job.id in mine and not job.interviews]
    click.echo(
        f"Deleted number {number}. Backups and exports made earlier still hold it."
        if wiped
        else f"Deleted number {number}. Another program is using the journal; its last traces go with that."
    )
    for job in stays:
        click.echo(f"Its job {job} stays on the board; to delete that too: wentwell job delete {job}.")


@click.command("export")
@click.argument("target", type=click.Path(path_type=Path))
@click.argument("numbers", metavar="[ID]...", nargs=-1, type=NUMBER)
@click.option("--csv", "as_csv", is_flag=True, help="One CSV file for each table, into the folder TARGET.")
@click.option(
    "--training",
    is_flag=True,
    help="Only what you corrected (in ID, or in all), as examples that a reader can learn from.",
)
@click.option(
    "--search",
    "as_search",
    is_flag=True,
    help="Only the jobs and their way, as one file: TARGET ends in .md, .csv or .json.",
)
@click.option(
    "--since", type=DAY, help="With --search: only jobs with a step or an interview since this day."
)
@click.option("--until", type=DAY, help="With --search: only jobs with one until this day.")
@click.option("--person", type=Person(), metavar="NAME", help="With --search: whose jobs (default: yours).")
@click.option("--force", is_flag=True, help="Overwrite what is there.")
@click.pass_obj
def export_command(
    journal: str | None,
    /,
    target: Path,
    numbers: tuple[int, ...],
    *,
    as_csv: bool,
    training: bool,
    as_search: bool,
    since: date | None,
    until: date | None,
    person: str | None,
    force: bool,
) -> None:
    """Write the whole journal to TARGET, as JSON or CSV; or the jobs alone (--search)."""
    if as_csv + training + as_search > 1:
        raise click.UsageError("choose one of --csv, --training and --search")
    if (since or until or person) and not as_search:
        raise click.UsageError("--since, --until and --person go with --search; the others write everything")
    if as_search and not numbers:
        _export_search(target, journal, (since, until), person, force=force)
        return
    if numbers and not training:
        raise click.UsageError("without --training the whole journal is exported; leave the numbers out")
    with open_journal(journal) as book:
        if training:
            refuse_overwriting(target, journal, force=force)
            _export_training(book, target, numbers)
        elif as_csv:
            written = book.export_csv(target, overwrite=force)
            click.echo(f"Written: {len(written)} files in {target}.")
        else:
            book.export_json(target, overwrite=force)
            click.echo(f"Written to {target}.")


def _export_search(
    target: Path,
    journal: str | None,
    span: tuple[date | None, date | None],
    person: str | None,
    *,
    force: bool,
) -> None:
    """Write the jobs as one file."""
    from wentwell.journal import SearchBook
    from wentwell.reviewing import chosen_jobs
    from wentwell.telling import board_to_file

    ending = target.suffix.lower()
    if ending not in (".md", ".csv", ".json"):
        raise click.UsageError(f"{target} ends in none of .md, .csv and .json; give it one of these")
    refuse_days_out_of_order(*span)
    refuse_overwriting(target, journal, force=force)
    with open_journal(journal) as book:
        jobs = chosen_jobs(SearchBook(book).list_of(person), since=span[0], until=span[1])
    write_whole(target, board_to_file(jobs, ending, today(), span))
    click.echo(f"Written to {target}: {len(jobs)} job" + ("." if len(jobs) == 1 else "s."))


def _export_training(book: Journal, target: Path, numbers: Sequence[int]) -> None:
    """Write corrected interviews as examples, one a line."""
    from json import dumps

    from wentwell.correcting import training_data

    examples: list[str] = []
    for number in dict.fromkeys(numbers or [row.id for row in book.list() if row.status == "complete"]):
        record = finished(book, number)
        if record.interview.corrections:
            record = record.model_copy(update={"interview": without_unknown_answers(record.interview)})
            read = weighed(record, today(), None).interview
            examples += [dumps(one, ensure_ascii=False) for one in training_data(read, str(record.uuid))]
        elif numbers:
            raise click.UsageError(f"number {number} has no corrections; leave it out")
    if not examples:
        raise click.UsageError("there are no corrections yet; make some with wentwell correct ID")
    click.echo(
        "This file holds your own words: the whole text of the interviews that you corrected. "
        "It leaves this computer only if you send it."
    )
    write_whole(target, "".join(f"{example}\n" for example in examples))
    click.echo(
        f"Written to {target}: {len(examples)} documents." if len(examples) > 1 else f"Written to {target}."
    )


@click.command("import")
@click.argument("source", type=click.Path(path_type=Path))
@click.pass_obj
def import_command(journal: str | None, /, source: Path) -> None:
    """Take in an export made by wentwell export; nothing is doubled."""
    from wentwell.journal import Journal

    with Journal.open(journal) as book:
        counts = book.import_json(source)
    click.echo(f"{counts.added} added, {counts.updated} updated, {counts.unchanged} known already.")


@click.command("backup")
@click.argument("target", type=click.Path(path_type=Path))
@click.pass_obj
def backup_command(journal: str | None, /, target: Path) -> None:
    """Copy the journal to TARGET, one checked file; wentwell restore puts it back."""
    with open_journal(journal) as book:
        book.backup(target)
    click.echo(f"Copied to {target}.")


@click.command("restore")
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "--force", is_flag=True, help="Take the place of the journal that is there; that is kept aside."
)
@click.pass_obj
def restore_command(journal: str | None, /, source: Path, *, force: bool) -> None:
    """Put a backup (SOURCE) back as your journal; it is checked first."""
    from wentwell.journal import locate, restore

    done = restore(source, journal, overwrite=force)
    interviews = "1 interview" if done.interviews == 1 else f"{done.interviews} interviews"
    jobs = "1 job" if done.jobs == 1 else f"{done.jobs} jobs"
    click.echo(f"Restored to {locate(journal)}: {interviews}, {jobs}.")
    if done.aside is not None:
        click.echo(f"What was there before is kept as {done.aside}.")
