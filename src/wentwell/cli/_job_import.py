"""``wentwell job import``: the jobs of another tracker in, from a table."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, TypeVar

import click

from wentwell.cli._options import person_option, today
from wentwell.cli._say import read_line, say

if TYPE_CHECKING:
    from wentwell.sources import TableFile
    from wentwell.trackers import Answer, Field, KnownJob, Layout, Meaning, Order, PlannedJob

_LARGE = 2 * 1024 * 1024
"""Bytes from which reading a table takes longer than a moment."""
_STATUSES_ASKED = 20
_SIMILAR_SHOWN = 12
_MANY = 5000
"""Rows from which working on them takes longer than a moment."""
T = TypeVar("T", bound=str)


@click.command("import")
@click.argument("file", required=False, type=click.Path())
@click.option("--sheet", metavar="NAME", help="Which sheet of a spreadsheet (default: the likeliest).")
@click.option(
    "--map",
    "wishes",
    metavar="FIELD=COLUMN",
    multiple=True,
    help="What a column holds, such as employer=Company or leave=Rating; may be given more often.",
)
@click.option(
    "--status",
    "statuses",
    metavar="WORD=STAGE",
    multiple=True,
    help='What a status means, such as "Waiting=applied"; may be given more often.',
)
@click.option(
    "--dates",
    type=click.Choice(["day-first", "month-first"]),
    help="How days such as 03/04/2026 are meant, if the file does not show it.",
)
@person_option
@click.option("--yes", is_flag=True, help="Take what is sure without asking; leave the rest.")
@click.option("--dry-run", is_flag=True, help="Only show what would be taken in.")
@click.option("--undo", is_flag=True, help="Take back the last import; what you worked on since stays.")
@click.pass_obj
def import_command(
    journal: str | None,
    /,
    file: str | None,
    *,
    sheet: str | None,
    wishes: tuple[str, ...],
    statuses: tuple[str, ...],
    dates: Order | None,
    person: str | None,
    yes: bool,
    dry_run: bool,
    undo: bool,
) -> None:
    """Take in the jobs of another tracker: a table in FILE (.csv, .tsv, .xlsx), one job a row.

    Columns and statuses are guessed and shown, and what is not sure is asked about. Nothing is doubled, and
    two jobs at one employer stay two.
    """
    if undo:
        if file is not None:
            raise click.UsageError("give a file or --undo, not both")
        _undo(journal)
        return
    if file is None:
        raise click.UsageError("name a file: .csv, .tsv or .xlsx")
    asks = not (yes or dry_run)
    if asks and not sys.stdin.isatty():
        raise click.UsageError("nothing can be asked here; add --yes, or --dry-run to look first")
    layout = _laid_out(file, sheet, _wishes(wishes), dates, asks=asks)
    told = _statuses(statuses) | _asked_statuses(layout, _statuses(statuses), asks=asks)
    _take(journal, layout, told, person, asks=asks, dry_run=dry_run)


def _wishes(given: Sequence[str]) -> dict[str, Field]:
    from wentwell.trackers import FIELDS

    wishes: dict[str, Field] = {}
    for one in given:
        field, _, column = one.partition("=")
        field = field.strip().lower()
        if field not in FIELDS or not column.strip():
            raise click.BadParameter(
                f"{one!r} names no column; write FIELD=COLUMN, where FIELD is one of {', '.join(FIELDS)}",
                param_hint="--map",
            )
        wishes[column.strip()] = field
    return wishes


def _statuses(given: Sequence[str]) -> dict[str, Meaning]:
    from wentwell.trackers import MEANINGS, words_of

    told: dict[str, Meaning] = {}
    for one in given:
        word, _, name = one.rpartition("=")
        if name.strip().lower() not in MEANINGS or not words_of(word):
            raise click.BadParameter(
                f"{one!r} says nothing of a status; write WORD=STAGE, where STAGE is one of "
                f"{', '.join(MEANINGS)}",
                param_hint="--status",
            )
        told[words_of(word)] = MEANINGS[name.strip().lower()]
    return told


def _read(file: str, sheet: str | None) -> TableFile:
    from pathlib import Path

    from wentwell.sources import load_tables

    path = Path(file)
    large = path.is_file() and path.stat().st_size > _LARGE
    if not large or not sys.stderr.isatty():
        return load_tables(file, sheet)
    from rich.console import Console

    with Console(stderr=True).status("Reading the table (Ctrl-C stops)"):
        return load_tables(file, sheet)


def _laid_out(
    file: str, sheet: str | None, wishes: Mapping[str, Field], dates: Order | None, *, asks: bool
) -> Layout:
    """Read a file and settle what its columns hold, with the user's word where it is needed."""
    from wentwell.cli._files import console
    from wentwell.telling import columns_to_terminal
    from wentwell.trackers import lay_out, with_mapping

    read = _read(file, sheet)
    for warning in read.warnings:
        say(warning)
    layout = lay_out(read)
    try:
        layout = with_mapping(layout, wishes)
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), param_hint="--map") from None
    click.echo(_heading(layout, read))
    columns_to_terminal(layout, console())
    layout = _asked_columns(layout, asks=asks)
    if not (layout.columns("employer") or layout.columns("both")):
        raise click.UsageError(
            f"no column names the employer; add --map employer=COLUMN (there are: {_columns(layout)})"
        )
    return _ordered(layout, dates, asks=asks)


def _heading(layout: Layout, read: TableFile) -> str:
    from wentwell.telling import clean

    rows = len(layout.rows)
    sheet = f", sheet “{clean(layout.sheet.name)}”" if layout.sheet.name else ""
    others = f" (of {len(read.sheets)}; --sheet NAME reads another)" if len(read.sheets) > 1 else ""
    head = f"headings in row {layout.heading_row}" if layout.heading_row else "no headings"
    return f"{clean(read.name)}{sheet}{others}: {rows:,} row{'' if rows == 1 else 's'}, {head}."


def _columns(layout: Layout) -> str:
    from wentwell.telling import clean

    return ", ".join(clean(guess.column.heading) for guess in layout.guesses)


def _asked_columns(layout: Layout, *, asks: bool) -> Layout:
    """Ask about columns that are not sure; where nothing can be asked, they are left out and told."""
    from wentwell.telling import clean, guess_words
    from wentwell.trackers import FIELDS, unsure

    left = []
    for guess in unsure(layout):
        if not asks:
            if guess.field != "leave":
                left.append(f"{guess.field}={clean(guess.column.heading)}")
            layout = layout.with_field(guess.column, "leave")
            continue
        field = _choice(f"{guess_words(guess)} [Y/n, or what it holds] ", FIELDS, guess.field, no="leave")
        layout = layout.with_field(guess.column, field)
    if left:
        taken = " ".join(f'--map "{one}"' for one in left)
        click.echo(f"Not sure, so left out. To take them: {taken}")
    if asks and not (layout.columns("employer") or layout.columns("both")):
        names = {clean(guess.column.heading): guess.column for guess in layout.guesses}
        name = _choice("Which column names the employer? ", tuple(names), None)
        layout = layout.with_field(names[name], "employer")
    return layout


def _ordered(layout: Layout, dates: Order | None, *, asks: bool) -> Layout:
    if dates is not None:
        return layout.with_order(dates)
    if layout.order is not None or not layout.order_matters:
        return layout
    if not asks:
        raise click.UsageError(
            "days in this file can be read in two ways; add --dates day-first or --dates month-first"
        )
    from wentwell.telling import clean
    from wentwell.trackers import example_of_order

    example = clean(example_of_order(layout))
    first = _choice(f"In {example}, which comes first? [day/month] ", ("day", "month"), None)
    return layout.with_order("day-first" if first == "day" else "month-first")


def _asked_statuses(layout: Layout, told: Mapping[str, Meaning], *, asks: bool) -> dict[str, Meaning]:
    """Ask what unknown statuses mean; one that nothing is said of counts as applied, and is told."""
    from wentwell.telling import clean
    from wentwell.trackers import MEANINGS, unknown_statuses, words_of

    if not asks:
        return {}
    answers: dict[str, Meaning] = {}
    unknown = {word: count for word, count in unknown_statuses(layout).items() if words_of(word) not in told}
    common = sorted(unknown, key=lambda word: -unknown[word])[:_STATUSES_ASKED]
    if common:
        click.echo(f"Some statuses are not known here. Each is one of: {', '.join(MEANINGS)}.")
    for word in common:
        if words_of(word) not in answers:
            rows = f"{unknown[word]} row" + ("" if unknown[word] == 1 else "s")
            name = _choice(f"“{clean(word)[:60]}” ({rows}) is [applied] ", tuple(MEANINGS), "applied")
            answers[words_of(word)] = MEANINGS[name]
    return answers


def _choice(question: str, choices: Sequence[T], default: T | None, no: T | None = None) -> T:
    """Ask until one of the choices is named, or enough letters of only one; Enter takes the default."""
    while True:
        answer = " ".join(read_line(question).split()).casefold()
        if not answer or answer in ("y", "yes"):
            if default is not None:
                return default
        elif no is not None and answer in ("n", "no"):
            return no
        whole = [one for one in choices if one.casefold() == answer]
        begun = whole or [one for one in choices if answer and one.casefold().startswith(answer)]
        # "b" for "column B"
        begun = begun or [one for one in choices if answer and one.casefold().endswith(f" {answer}")]
        if len(begun) == 1:
            return begun[0]
        click.echo(f"  one of: {', '.join(choices)}")


def _take(
    journal: str | None,
    layout: Layout,
    told: Mapping[str, Meaning],
    person: str | None,
    *,
    asks: bool,
    dry_run: bool,
) -> None:
    """Show what the rows would change, and take in what is wanted."""
    from wentwell.cli._files import console
    from wentwell.journal import Journal, SearchBook
    from wentwell.telling import plan_to_terminal, taken_in_words
    from wentwell.trackers import changes_of, found_jobs, known_jobs, plan_jobs, settled

    with Journal.open(journal) as book:
        jobs = SearchBook(book)
        with _patience(layout, "Going through"):
            known = known_jobs(jobs.list_of(person))
            planned = plan_jobs(found_jobs(layout, today(), told), known)
        plan_to_terminal(planned, console())
        chosen = settled(planned, _asked_similar(planned, known, asks=asks), known)
        if not chosen:
            click.echo("Nothing to take in.")
            return
        if dry_run:
            click.echo(f"Would take in {taken_in_words(chosen)}. Nothing was changed.")
            return
        if asks and not _yes(f"Take in {taken_in_words(chosen)}?"):
            click.echo("Nothing was changed.")
            return
        with _patience(layout, "Keeping"):
            numbers = jobs.take_in(changes_of(chosen, known, person))
    added = sorted(number for one, number in zip(chosen, numbers, strict=True) if one.kind == "add")
    if added:
        several = f"{added[0]} to {added[-1]}" if len(added) > 1 else str(added[0])
        click.echo(f"Kept as job {several}. See them: wentwell board.")
    changed = len(chosen) - len(added)
    if changed:
        click.echo(f"Brought up to date: {changed:,}.")
    click.echo("To take this back: wentwell job import --undo.")


@contextmanager
def _patience(layout: Layout, doing: str) -> Iterator[None]:
    """Show on a terminal that work on many rows goes on."""
    rows = len(layout.rows)
    if rows < _MANY or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{doing} {rows:,} rows (Ctrl-C stops, and nothing is changed)"):
        yield


def _asked_similar(
    planned: Sequence[PlannedJob], known: Sequence[KnownJob], *, asks: bool
) -> dict[int, Answer]:
    """Ask of rows that are only like a known job whether they are it; unasked they are left out."""
    from wentwell.telling import similar_words

    names = {
        one.number: " · ".join(filter(None, (one.opportunity.employer, one.opportunity.job))) for one in known
    }
    answers: dict[int, Answer] = {}
    similar = [one for one in planned if one.kind == "similar"]
    for place, one in enumerate(similar):
        if not asks and place == _SIMILAR_SHOWN:
            click.echo(f"... and {len(similar) - place:,} more.")
            break
        click.echo(similar_words(one, names.get(one.number or 0, "")))
        if not asks:
            continue
        choices: tuple[Answer | Literal["rest"], ...] = ("another", "same", "leave", "rest")
        answer = _choice(
            "  another job, the same, or leave it out (rest: all that follow)? [another/same/leave/rest] ",
            choices,
            None,
        )
        if answer == "rest":
            break
        answers[one.found.row] = answer
    if similar and not asks:
        click.echo(f"{len(similar):,} not sure: left out. Run it without --yes to be asked.")
    return answers


def _yes(question: str) -> bool:
    return _choice(f"{question} [Y/n] ", ("yes", "no"), "yes") == "yes"


def _undo(journal: str | None) -> None:
    from wentwell.cli._journal import open_journal
    from wentwell.journal import SearchBook
    from wentwell.telling import undone_lines

    with open_journal(journal) as book:
        undone = SearchBook(book).undo_taken_in()
    for line in undone_lines(undone):
        click.echo(line)
