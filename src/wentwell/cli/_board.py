"""``wentwell board`` and ``wentwell search``: the whole search at a look, and words found in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

import click

from wentwell.cli._journal import open_journal
from wentwell.cli._options import format_option, person_option, refuse_json_without_number, today
from wentwell.cli._search import filter_options, refuse_days_out_of_order

if TYPE_CHECKING:
    from wentwell.journal import OpportunityEntry


@click.command("board")
@click.option("--closed", is_flag=True, help="Show the closed ones too.")
@click.option("--no-number", is_flag=True, help="Words only, if you would rather not see a number.")
@filter_options
@person_option
@click.option("--everybody", is_flag=True, help="Everybody's jobs in the journal, with names.")
@format_option("text", "json")
@click.pass_obj
def board_command(
    journal: str | None,
    /,
    *,
    closed: bool,
    no_number: bool,
    person: str | None,
    everybody: bool,
    as_what: Literal["text", "json"],
    **filters: Any,
) -> None:
    """Show where all your jobs stand: applied, screen, first, further, final, offer."""
    from wentwell import telling
    from wentwell.journal import SearchBook, locate
    from wentwell.reviewing import chosen_jobs

    refuse_json_without_number(as_json=as_what == "json", no_number=no_number)
    refuse_days_out_of_order(filters.get("since"), filters.get("until"))
    if everybody and person is not None:
        raise click.UsageError("choose one of --person and --everybody")
    kept: Sequence[OpportunityEntry] = ()
    nameless = 0
    if locate(journal).exists():
        with open_journal(journal) as book:
            jobs = SearchBook(book)
            kept = jobs.list() if everybody else jobs.list_of(person)
            lines = book.list() if everybody else book.list_of(person)
            nameless = sum(line.opportunity is None for line in lines)
    entries = chosen_jobs(kept, **filters)
    if as_what == "json":
        click.echo(telling.board_to_json(entries, today()), nl=False)
        return
    if kept and not entries:
        click.echo("No job fits that. Without a filter: wentwell board.")
        return
    from wentwell.cli._files import console

    telling.board_to_terminal(
        entries,
        today(),
        console(),
        number=not no_number,
        closed=closed or "closed" in filters["stages"],
        names=everybody,
    )
    if nameless:
        interviews = "1 interview names" if nameless == 1 else f"{nameless} interviews name"
        click.echo(f"{interviews} no employer: only in wentwell list.")


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@person_option
@format_option("text", "json")
@click.pass_obj
def search_command(
    journal: str | None, /, words: tuple[str, ...], *, person: str | None, as_what: Literal["text", "json"]
) -> None:
    """Find WORDS in employers, jobs, notes, mails, documents and quotes; all must stand in one place.

    A word also finds what it begins; words in quotes are looked for together.
    """
    from wentwell import telling
    from wentwell.journal import SearchBook

    with open_journal(journal) as book:
        found = SearchBook(book).search(words, person)
    if as_what == "json":
        click.echo(telling.found_to_json(found), nl=False)
        return
    from wentwell.cli._files import console

    telling.found_to_terminal(found, console())
