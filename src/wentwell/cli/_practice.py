"""``wentwell practice``: the questions that went cold, asked again when they are due.

Each line of a typed answer is in the journal before the next is asked for, and a word on how it went before
the next card: stopping loses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, get_args

import click

from wentwell.cli._journal import finished, open_journal
from wentwell.cli._options import NUMBER, person_option, today
from wentwell.cli._say import read_line
from wentwell.reviewing import cards_of, make_cards

if TYPE_CHECKING:
    from wentwell.interview import Measures, PracticeCard, Rating, Schedule
    from wentwell.journal import Journal, PracticeBook, PracticeEntry

_WIDEST = 60
"""Longest question shown in the list; wentwell practice shows it whole."""


@click.command("practice")
@click.option("--list", "list_them", is_flag=True, help="Show all cards and when they are due.")
@click.option("--from", "number", type=NUMBER, metavar="ID", help="Make cards from this interview.")
@click.option("--drop", "dropped", type=NUMBER, metavar="N", help="Put card N away for good.")
@click.option("--json", "as_json", is_flag=True, help="With --list or --from: as JSON, one line each.")
@person_option
@click.pass_obj
def practice_command(
    journal: str | None,
    /,
    *,
    list_them: bool,
    number: int | None,
    dropped: int | None,
    as_json: bool,
    person: str | None,
) -> None:
    """Practise the questions that went cold: those that are due today."""
    from wentwell.journal import PracticeBook

    if (list_them, number is not None, dropped is not None).count(True) > 1:
        raise click.UsageError("choose one of --list, --from and --drop")
    if as_json and not list_them and number is None:
        raise click.UsageError("--json goes with --list or --from")
    if person is not None and (number is not None or dropped is not None):
        raise click.UsageError("--person goes with --list, or alone; a number says whose it is already")
    with open_journal(journal) as book:
        cards = PracticeBook(book)
        if number is not None:
            _make(book, number, as_json=as_json)
        elif dropped is not None:
            entry = cards.drop(dropped)
            click.echo(f"Put away: {_short(entry.card.question)}")
        elif list_them:
            _list(cards_of(book, person), as_json=as_json)
        else:
            _practise(cards, cards_of(book, person))


def _make(book: Journal, number: int, *, as_json: bool) -> None:
    from wentwell.telling import why_words

    made = make_cards(book, finished(book, number))
    found, new = made.found, made.new
    if as_json:
        _print_json(new)
        return
    if not found:
        click.echo(
            "Nothing in it went cold by what followed or by what you wrote. To practise all the same, add to "
            "your notes which answer you would like to give again."
        )
        return
    if not new:
        click.echo("No new cards: all that went cold in it is known already. See wentwell practice --list.")
        return
    click.echo(f"{_count(len(new), 'new card')}, due today: wentwell practice")
    for entry in new:
        click.echo(f"\n{entry.id}  {why_words(entry.card)}")
        _tell(entry.card)


def _print_json(entries: Sequence[PracticeEntry]) -> None:
    import json

    from wentwell.practising import kind_words, missing_sentence, outline

    for entry in entries:
        card = entry.card
        told: dict[str, Any] = entry.model_dump(mode="json")
        told["missing"] = [missing_sentence(one, card.measures) for one in card.missing if card.measures]
        told["outline"] = outline(card.kind)
        told["kind_words"] = kind_words(card)
        click.echo(json.dumps(told, ensure_ascii=True, allow_nan=False))


def _list(entries: Sequence[PracticeEntry], *, as_json: bool) -> None:
    if as_json:
        _print_json(entries)
        return
    if not entries:
        click.echo("No cards yet. Make some from an interview: wentwell practice --from ID.")
        return
    rows = [("N", "due", "done", "interview", "question")]
    rows += [
        (
            str(entry.id),
            _due(entry),
            str(sum(one.rating is not None for one in entry.attempts)),
            str(entry.interview_id),
            _short(entry.card.question),
        )
        for entry in entries
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _due(entry: PracticeEntry) -> str:
    from wentwell.practising import is_due

    if is_due(entry.schedule, today()):
        return "today"
    return entry.schedule.due.astimezone().date().isoformat()


def _practise(cards: PracticeBook, kept: Sequence[PracticeEntry]) -> None:
    from wentwell.practising import is_due
    from wentwell.telling import why_words

    due = [entry for entry in kept if entry.open_attempt or is_due(entry.schedule, today())]
    if not kept:
        click.echo("No cards yet. Make some from an interview: wentwell practice --from ID.")
        return
    if not due:
        click.echo(f"Nothing is due today. Next: {_day(kept[0].schedule)}.")
        return
    click.echo(
        f"{_count(len(due), 'card')} due. Type your answer as you would say it; an empty line ends it. "
        "Each line is kept at once; Ctrl-C stops."
    )
    for place, entry in enumerate(due, 1):
        click.echo(f"\n{place} of {len(due)}  {why_words(entry.card)}")
        _tell(entry.card)
        click.echo("  An outline (advice; fill it only with what is true):")
        _tell_outline(entry.card)
        _ask(cards, entry)


def _ask(cards: PracticeBook, entry: PracticeEntry) -> None:
    """Take an answer, show the measures, ask how it went, schedule."""
    from datetime import UTC, datetime

    from wentwell.practising import measure, next_due
    from wentwell.telling import clean

    lines: list[str] = []
    if entry.open_attempt is not None and entry.open_attempt.answer.strip():
        lines = entry.open_attempt.answer.split("\n")
        click.echo("  You began already; go on, or end it with an empty line:")
        for line in lines:
            click.echo(f"> {clean(line)}")
    while line := read_line("> ").strip():
        lines.append(line)
        cards.write(entry.id, "\n".join(lines))
    if not lines:
        click.echo("Left for another time.")
        return
    question = entry.card.question if entry.card.asked else ""
    now = measure("\n".join(lines), question)
    last = entry.last_rated
    before = entry.card.measures if last is None else measure(last.answer, question)
    _compare(now, before, "in the interview" if last is None else "last time")
    rating = _rating()
    if rating is None:
        click.echo("Kept. You can say how it went next time.")
        return
    schedule = next_due(entry.schedule, rating, datetime.now(UTC))
    cards.rate(entry.id, rating, schedule)
    click.echo(f"Kept. Again on {_day(schedule)}.")


def _day(schedule: Schedule) -> str:
    from wentwell.telling import day_words

    return day_words(schedule.due.astimezone().date())


def _rating() -> Rating | None:
    from wentwell.interview import Rating

    ratings: tuple[Rating, ...] = get_args(Rating)
    while word := read_line("How did it go? again, hard, good or easy (Enter: later): ").strip().casefold():
        chosen: list[Rating] = [one for one in ratings if one.startswith(word)]
        if len(chosen) == 1:
            return chosen[0]
        click.echo("Write again, hard, good or easy; the first letter is enough.")
    return None


def _compare(now: Measures, before: Measures | None, when: str) -> None:
    from wentwell.telling import COUNTED, measure_rows

    click.echo(f"\n  {COUNTED:<28}{'now':>8}" + (f"  {when:>16}" if before is not None else ""))
    for name, new, past in measure_rows(now, before):
        click.echo(f"  {name:<28}{new:>8}" + (f"  {past:>16}" if before is not None else ""))


def _tell(card: PracticeCard) -> None:
    from wentwell.practising import kind_words, missing_sentence
    from wentwell.telling import clean

    noted = "" if card.asked else "The question, as you noted it: "
    click.echo(f"  {noted}“{clean(card.question)}”")
    if card.followed is not None and card.followed != card.question:
        click.echo(
            f"  {'You wrote' if card.answer is None else 'What followed'}: “{_short(card.followed, 200)}”"
        )
    for missing in card.missing:
        if card.measures is not None:
            click.echo(f"  - {missing_sentence(missing, card.measures)}")
    words = kind_words(card)
    if words is not None:
        click.echo(f"  {words}")


def _tell_outline(card: PracticeCard) -> None:
    from wentwell.practising import outline

    for step in outline(card.kind):
        click.echo(f"  * {step}")


def _short(text: str, limit: int = _WIDEST) -> str:
    from wentwell.telling import clean

    words = clean(text)
    return words if len(words) <= limit else f"{words[: limit - 1].rstrip()}…"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
