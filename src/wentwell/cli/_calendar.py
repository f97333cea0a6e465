"""``wentwell calendar``: interviews in from a calendar, dates out to one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wentwell.cli._files import refuse_overwriting, write_whole
from wentwell.cli._journal import open_journal
from wentwell.cli._options import DAY, today
from wentwell.cli._say import read_line, say

if TYPE_CHECKING:
    from wentwell.calendars import Proposal
    from wentwell.journal import CalendarFeed
    from wentwell.sources import CalendarFile

_BACK, _AHEAD = timedelta(days=90), timedelta(days=365)
_LONGEST_SPAN = timedelta(days=5 * 366)

F = TypeVar("F", bound=Callable[..., Any])


@click.group("calendar")
def calendar_command() -> None:
    """Take interviews in from your calendar; give it the dates to keep in mind."""


@calendar_command.command("import")
@click.argument("file", type=click.Path(allow_dash=True))
@click.option("--yes", is_flag=True, help="Take the sure ones without asking; leave the others.")
@click.option("--since", type=DAY, help="The first day to look at (default: 90 days ago).")
@click.option("--until", type=DAY, help="The last day to look at (default: a year from now).")
@click.option("--me", default="", metavar="ADDRESS", help="Your mail address in it, if it guesses wrong.")
@click.pass_obj
def import_command(
    journal: str | None, /, file: str, *, yes: bool, since: date | None, until: date | None, me: str
) -> None:
    """Find your interviews in FILE (.ics; - for standard input), show them, and keep those you confirm.

    A second time changes only what changed. wentwell calendar undo takes the last time back.
    """
    from wentwell.calendars import changes_of, find_interviews, known_in, plan
    from wentwell.journal import Journal

    first, last = since or today() - _BACK, until or today() + _AHEAD
    if not timedelta(0) <= last - first <= _LONGEST_SPAN:
        raise click.UsageError("give days that lie in order and at most five years apart")
    if file == "-" and not yes:
        raise click.UsageError("from standard input nothing can be asked; add --yes, or give a file")
    read = _read(file, first, last)
    for warning in read.warnings:
        say(warning)
    found = find_interviews(read.events, me or read.owner)
    if not found:
        click.echo(
            f"No interviews found between {first} and {last}. Other days: --since and --until; "
            "by hand: wentwell debrief."
        )
        return
    with Journal.open(journal) as book:
        proposals = plan(found, known_in(book))
        _preview(proposals)
        chosen = _sure(proposals) if yes else _asked(proposals)
        if not chosen:
            click.echo("Nothing was changed.")
            return
        numbers = book.take_appointments(changes_of(chosen))
    _report(chosen, numbers)


def _read(file: str, first: date, last: date) -> CalendarFile:
    from wentwell.sources import MAX_BYTES, load_calendar, parse_calendar

    if file == "-":
        return parse_calendar(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input", first, last)
    return load_calendar(file, first, last)


def _preview(proposals: Sequence[Proposal]) -> None:
    from wentwell.telling import clean

    changing = [one for one in proposals if one.changes]
    for place, one in enumerate(changing, 1):
        found = one.found
        click.echo(clean(f"{place:2d}  {_when(one)}  {_what(one)}").replace("  ", " "))
        click.echo(f"    “{clean(found.appointment.title)}”")
        if found.appointment.people:
            click.echo(f"    with {clean(', '.join(found.appointment.people[:6]))}")
        if found.appointment.place:
            click.echo(f"    at {clean(found.appointment.place)}")
        click.echo(f"    {_effect(one)}; {_sureness(one)}")
    rest = [one for one in proposals if not one.changes]
    for kind, words in _LEFT.items():
        several = [one for one in rest if one.kind == kind]
        if several:
            click.echo(f"{len(several)} {words}")
    for one in rest:
        if one.kind == "unclear":
            numbers = " or ".join(map(str, one.numbers))
            click.echo(f"“{clean(one.found.appointment.title)}” could be number {numbers}: left as they are.")


_LEFT = {
    "same": "known already, and nothing new in the calendar.",
    "older": "known already, from a later state of the calendar.",
    "never-known": "cancelled, and never in your journal.",
}


def _when(one: Proposal) -> str:
    appointment = one.found.appointment
    time = "" if appointment.starts is None else f" {appointment.starts.astimezone():%H:%M}"
    return f"{appointment.day:%a} {appointment.day.day} {appointment.day:%b %Y}{time}"


def _what(one: Proposal) -> str:
    found = one.found
    minutes = f"{found.appointment.minutes:.0f} min" if found.appointment.minutes else ""
    named = found.opportunity
    who = " · ".join(filter(None, (named.employer, named.job))) if named else ""
    stage = f"{found.context.stage} stage" if found.context.stage else ""
    return " · ".join(filter(None, (who or "employer not known", minutes, found.context.format or "", stage)))


def _effect(one: Proposal) -> str:
    number = one.numbers[0] if one.numbers else None
    if one.kind == "add":
        return "new"
    if one.kind == "complete":
        told = ", ".join(name.replace("_", " ") for name in one.facts)
        return f"belongs to number {number}" + (f" and adds: {told}" if told else "")
    if one.kind == "move":
        return f"number {number} was moved to this day and time"
    return f"number {number} was cancelled in the calendar; it stays in your journal"


def _sureness(one: Proposal) -> str:
    if _is_sure(one) and one.kind != "add":
        return "sure"
    from wentwell.telling import percent

    sure = "sure" if _is_sure(one) else "not sure"
    return f"{sure} ({percent(one.found.confidence)}%: {'; '.join(one.found.reasons[:3])})"


def _is_sure(one: Proposal) -> bool:
    """Whether to take it without a question; what was taken in once is known to be an interview."""
    from wentwell.calendars import SURE

    return one.found.confidence >= SURE or one.kind in ("move", "cancel")


def _sure(proposals: Sequence[Proposal]) -> list[Proposal]:
    changing = [one for one in proposals if one.changes]
    left = sum(not _is_sure(one) for one in changing)
    if left:
        click.echo(f"{left} not sure: left out. Run it without --yes to be asked.")
    return [one for one in changing if _is_sure(one)]


def _asked(proposals: Sequence[Proposal]) -> list[Proposal]:
    changing = [one for one in proposals if one.changes]
    sure = [one for one in changing if _is_sure(one)]
    chosen: list[Proposal] = []
    if sure:
        which = ", ".join(str(place) for place, one in enumerate(changing, 1) if _is_sure(one))
        if _yes(f"Take in {which}?", default=True):
            chosen += sure
        elif len(sure) > 1:
            places = {id(one): place for place, one in enumerate(changing, 1)}
            chosen += [one for one in sure if _yes(f"Take in {places[id(one)]}?", default=False)]
    for place, one in enumerate(changing, 1):
        if not _is_sure(one) and _yes(f"Is {place} an interview of yours? Take it in?", default=False):
            chosen.append(one)
    return [_with_employer(one) for one in chosen]


def _with_employer(one: Proposal) -> Proposal:
    """Ask for the employer of a new interview whose event names none."""
    named = one.found.opportunity
    if one.kind != "add" or (named is not None and named.employer):
        return one
    from wentwell.interview import Opportunity

    employer = read_line(f"Which employer is “{one.found.appointment.title}” with? (Enter: later) ").strip()
    if not employer:
        return one
    opportunity = Opportunity(employer=employer[:200], job=named.job if named else "")
    return replace(one, found=replace(one.found, opportunity=opportunity))


def _yes(question: str, *, default: bool) -> bool:
    while True:
        answer = read_line(f"{question} [{'Y/n' if default else 'y/N'}] ").strip().lower()
        if not answer:
            return default
        if answer in ("y", "yes", "n", "no"):
            return answer.startswith("y")
        click.echo("  y or n")


def _report(chosen: Sequence[Proposal], numbers: Sequence[int]) -> None:
    added = [number for one, number in zip(chosen, numbers, strict=True) if one.kind == "add"]
    others = [number for one, number in zip(chosen, numbers, strict=True) if one.kind != "add"]
    if added:
        click.echo(
            f"Kept as number {_listed(added)}. After the interview: wentwell debrief --resume {added[0]}"
            + ("." if len(added) == 1 else " (and so on).")
        )
    if others:
        click.echo(f"Brought up to date: number {_listed(others)}.")
    if any(one.kind == "cancel" for one in chosen):
        click.echo("A cancelled interview is often only moved. If it will not come back: wentwell delete ID.")
    click.echo("To take this back: wentwell calendar undo.")


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, dict.fromkeys(numbers)))


@calendar_command.command("undo")
@click.pass_obj
def undo_command(journal: str | None, /) -> None:
    """Take back what the last import changed; what you worked on since stays."""
    with open_journal(journal) as book:
        undone = book.undo_appointments()
    for numbers, words in (
        (undone.removed, "Taken out again: number {}."),
        (undone.restored, "As before: number {}."),
        (undone.kept, "Left in, since you worked on it: number {}. To remove it: wentwell delete."),
    ):
        if numbers:
            click.echo(words.format(_listed(numbers)))


def _writing_options(command: F) -> F:
    for option in (
        click.option("--discreet", is_flag=True, help="Leave out every name and place."),
        click.option("--everything", is_flag=True, help="Also interviews that came from a calendar."),
        click.option("--no-alarms", is_flag=True, help="Without reminders."),
        click.option("--force", is_flag=True, help="Overwrite the file that is there."),
    ):
        command = option(command)
    return command


@calendar_command.command("export")
@click.argument("target", metavar="[FILE]", default="-", type=click.Path(allow_dash=True, path_type=Path))
@_writing_options
@click.pass_obj
def export_command(
    journal: str | None, /, target: Path, *, discreet: bool, everything: bool, no_alarms: bool, force: bool
) -> None:
    """Write interviews, promised days, days to ask for news and deadlines to FILE, for any calendar."""
    from wentwell.calendars import calendar_of

    printed = target == Path("-")
    if not printed:
        refuse_overwriting(target, journal, force=force)
    with open_journal(journal) as book:
        told = calendar_of(
            book, discreet=discreet, everything=everything, alarms=not no_alarms, handed_out=True
        )
    if printed:
        click.echo(told, nl=False)
        return
    write_whole(target, told)
    count = told.count(b"BEGIN:VEVENT")
    click.echo(f"Written to {_shown(target)}: {'1 date' if count == 1 else f'{count} dates'}.")
    _warn_of_names(discreet=discreet)


@calendar_command.command("feed")
@click.argument("target", metavar="[PATH]", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--off", is_flag=True, help="Stop; the file stays as it is.")
@_writing_options
@click.pass_obj
def feed_command(
    journal: str | None,
    /,
    target: Path | None,
    *,
    off: bool,
    discreet: bool,
    everything: bool,
    no_alarms: bool,
    force: bool,
) -> None:
    """Keep the calendar file PATH up to date, from now on, after each command.

    Without PATH it says which one is.
    """
    from wentwell.journal import CalendarFeed

    if off:
        if target is not None:
            raise click.UsageError("--off needs no PATH")
        _stop(journal)
        return
    if target is None:
        with open_journal(journal) as book:
            _tell(book.calendar_feed())
        return
    place = target.expanduser().absolute()
    if not place.parent.is_dir():
        raise click.UsageError(f"there is no folder {place.parent}; make it first, or choose another")
    refuse_overwriting(place, journal, force=force or _is_ours(place))
    feed = CalendarFeed(path=str(place), discreet=discreet, everything=everything, alarms=not no_alarms)
    from wentwell.cli._feed import write_feed

    with open_journal(journal) as book:
        before = book.calendar_feed()
        write_feed(book, feed)
        book.keep_calendar_feed(feed)
    click.echo(f"Kept up to date from now on: {_shown(place)}. Subscribe to it in your calendar.")
    if before is not None and before.path != feed.path:
        click.echo(f"{_shown(Path(before.path))} stays as it is; delete it if you need it no more.")
    _warn_of_names(discreet=discreet)


def _stop(journal: str | None) -> None:
    with open_journal(journal) as book:
        feed = book.calendar_feed()
        book.keep_calendar_feed(None)
    if feed is None:
        click.echo("No calendar file was kept up to date.")
    else:
        click.echo(f"Stopped. {_shown(Path(feed.path))} stays as it is; delete it if you need it no more.")


def _tell(feed: CalendarFeed | None) -> None:
    if feed is None:
        click.echo("No calendar file is kept up to date. To begin: wentwell calendar feed PATH.")
    else:
        how = ", without names" if feed.discreet else ""
        click.echo(f"Kept up to date: {_shown(Path(feed.path))}{how}. To stop: wentwell calendar feed --off.")


def _is_ours(path: Path) -> bool:
    from wentwell.telling import PRODUCT

    try:
        with path.open("rb") as file:
            return f"PRODID:{PRODUCT}".encode() in file.read(400)
    except OSError:
        return False


def _warn_of_names(*, discreet: bool) -> None:
    if not discreet:
        click.echo(
            "It names the employers. Keep it out of calendars that others see, or add --discreet.", err=True
        )


def _shown(path: Path) -> str:
    from wentwell.telling import clean

    return clean(str(path))
