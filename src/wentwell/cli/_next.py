"""``wentwell next``: one short list of what to do next in the whole search."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

import click

from wentwell.cli._answers import say_all_unknown
from wentwell.cli._journal import open_journal
from wentwell.cli._options import CHANCE, DAY, format_option, person_option
from wentwell.cli._options import today as today_on_the_clock
from wentwell.cli._pace import By

if TYPE_CHECKING:
    from wentwell.advice import Standing

_WANT, _WEEKS = 0.8, 12
"""What the number of first interviews a month is told for, if nothing else is wanted."""


@click.command("next")
@click.option("--want", type=CHANCE, help="The chance of an offer that you want (default: 80).")
@click.option("--by", type=By(), help="By when: weeks such as 8w, or a day (default: 12w).")
@click.option("--all", "everything", is_flag=True, help="All steps, not only the first five.")
@click.option("--today", "on", type=DAY, help="As on this day (default: today).")
@person_option
@format_option("text", "json")
@click.pass_obj
def next_command(
    journal: str | None,
    /,
    *,
    want: float | None,
    by: date | None,
    everything: bool,
    on: date | None,
    person: str | None,
    as_what: Literal["text", "json"],
) -> None:
    """Say what to do next in your whole search: at most five things, with why and when."""
    from wentwell import telling
    from wentwell.advice import MOST_STEPS, search_steps
    from wentwell.filing import to_look_at
    from wentwell.journal import locate
    from wentwell.pacing import Running, pace
    from wentwell.reviewing import (
        cards_due_days,
        cards_of,
        closed_jobs,
        open_records,
        records_of,
        running_of,
        standings,
        weighed_open,
    )

    now = on or today_on_the_clock()
    until = by or now + timedelta(weeks=_WEEKS)
    if until <= now:
        raise click.BadParameter(f"{until} is not after {now}", param_hint="--by")
    running: list[Running] = []
    stand: list[Standing] = []
    due: list[date] = []
    mails = 0
    with_cards: set[int] = set()
    personal = None
    if locate(journal).exists():
        with open_journal(journal) as book:
            records = records_of(book, person)
            closed = closed_jobs(book)
            personal = book.learned(person)
            due = [day for day in cards_due_days(book, person) if day <= now]
            mails = to_look_at(book, person)
            with_cards = {card.interview_id for card in cards_of(book, person)}
        say_all_unknown(open_records(records, now, closed))
        answers = list(weighed_open(records, now, personal, closed))
        stand = standings(records, now, answers)
        running = [one for record, answer in answers if (one := running_of(record, answer, now)) is not None]
    need = pace(running, now, want=want or _WANT, by=until, personal=personal).need
    found = search_steps(stand, now, cards_due=len(due), with_cards=with_cards, need=need, mails=mails)
    shown = found if everything or as_what == "json" else found[:MOST_STEPS]
    if as_what == "json":
        click.echo(telling.next_to_json(shown, now), nl=False)
        return
    from wentwell.cli._files import console

    telling.next_to_terminal(shown, len(found) - len(shown), now, console())
