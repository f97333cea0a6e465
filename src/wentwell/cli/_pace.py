"""``wentwell pace``: the chance of an offer from the whole search, and what would raise it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal

import click

from wentwell.cli._answers import say_all_unknown
from wentwell.cli._journal import open_journal
from wentwell.cli._options import CHANCE, format_option, person_option, today

if TYPE_CHECKING:
    from wentwell.interview import Personal
    from wentwell.pacing import Running

_MOST_WEEKS = 52


class By(click.ParamType[date]):
    """A day to come: ``8w``, or the day itself."""

    name = "weeks or day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        text = str(value).strip().lower()
        now = today()
        weeks = text.removesuffix("w").strip()
        if text.endswith("w") and weeks.isdecimal() and len(weeks) <= 3:
            day = now + timedelta(weeks=int(weeks))
        else:
            try:
                day = date.fromisoformat(text)
            except ValueError:
                self.fail(f"{value!r} is no time; write weeks such as 8w, or a day as YYYY-MM-DD", param, ctx)
        if not timedelta(0) < day - now <= timedelta(weeks=_MOST_WEEKS):
            self.fail(f"{value!r} is out of range; write 1w to {_MOST_WEEKS}w, or a day in them", param, ctx)
        return day


@click.command("pace")
@click.option("--want", type=CHANCE, help="The chance of an offer that you want, such as 80.")
@click.option("--by", type=By(), help="By when: weeks such as 8w, or a day (default with --want: 8w).")
@person_option
@format_option("text", "json")
@click.pass_obj
def pace_command(
    journal: str | None,
    /,
    *,
    want: float | None,
    by: date | None,
    person: str | None,
    as_what: Literal["text", "json"],
) -> None:
    """Say the chance of at least one offer in the next weeks, from all that is open."""
    from wentwell import telling
    from wentwell.journal import locate
    from wentwell.pacing import pace
    from wentwell.reviewing import closed_jobs, open_records, records_of, running_of, weighed_open

    now = today()
    found: list[Running] = []
    personal: Personal | None = None
    offers: list[int] = []
    if locate(journal).exists():
        with open_journal(journal) as book:
            records = records_of(book, person)
            personal = book.learned(person)
            closed = closed_jobs(book)
        say_all_unknown(open_records(records, now, closed))
        each = weighed_open(records, now, personal, closed)
        found = [one for record, answer in each if (one := running_of(record, answer, now)) is not None]
        offers = [
            one.id
            for one in records
            if one.interview.outcome is not None and one.interview.outcome.kind == "offer"
        ]
    result = pace(found, now, want=want, by=by, personal=personal)
    if as_what == "json":
        click.echo(telling.pace_to_json(result), nl=False)
        return
    from wentwell.cli._files import console

    telling.pace_to_terminal(result, console())
    if offers:
        told = ", ".join(map(str, offers))
        click.echo(f"  An offer is recorded already (number {told}); the chances above are of another one.")
