"""``wentwell today``: what matters today, often nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

import click

from wentwell.cli._journal import open_journal
from wentwell.cli._options import DAY, format_option, person_option, refuse_json_without_number
from wentwell.cli._options import today as today_on_the_clock

if TYPE_CHECKING:
    from wentwell.advice import Matter


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
    from wentwell.filing import to_look_at
    from wentwell.journal import SearchBook, locate
    from wentwell.reviewing import cards_due_days, closed_jobs, matters_today, named, new_chances, records_of

    refuse_json_without_number(as_json=as_what == "json", no_number=no_number)
    now = on or today_on_the_clock()
    found: tuple[Matter, ...] = ()
    chances: list[tuple[int, str]] = []
    names: dict[int, str] = {}
    if locate(journal).exists():
        with open_journal(journal) as book:
            records = records_of(book, person)
            names = {one.id: named(one.interview) for one in records}
            jobs = SearchBook(book).list_of(person)
            mails = to_look_at(book, person)
            found = matters_today(records, now, cards_due_days(book, person), jobs, mails)
            told = new_chances(book, records, now, closed_jobs(book))
            chances = [(number, telling.sentence(new, number=not no_number)) for number, new in told]
    if as_what == "json":
        click.echo(telling.today_to_json(found, chances, now), nl=False)
        return
    from wentwell.cli._files import console

    telling.today_to_terminal(found, chances, now, console(), names)
