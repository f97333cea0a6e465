"""``wentwell calibration`` and ``wentwell learn``: what a record shows, and what it teaches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from wentwell.cli._journal import open_journal
from wentwell.cli._options import format_option, person_option

if TYPE_CHECKING:
    from wentwell.interview import Personal
    from wentwell.journal import Journal

Format = Literal["text", "json", "markdown", "html"]


@click.command("calibration")
@person_option
@format_option("text", "json", "markdown", "html")
@click.pass_obj
def calibration_command(journal: str | None, /, *, person: str | None, as_what: Format) -> None:
    """Show how good the guesses were: your gut's, ours, and the usual rate's."""
    from wentwell import telling
    from wentwell.learning import calibrate

    with open_journal(journal) as book:
        _refuse_unknown_person(book, person)
        record = calibrate(book.for_learning(), person)
    if as_what == "json":
        click.echo(telling.calibration_to_json(record), nl=False)
    elif as_what == "markdown":
        click.echo(telling.calibration_to_markdown(record), nl=False)
    elif as_what == "html":
        click.echo(telling.calibration_to_html(record))
    else:
        from wentwell.cli._files import console

        telling.calibration_to_terminal(record, console())


@click.command("learn")
@person_option
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--undo", is_flag=True, help="Take back what was learned last.")
@click.pass_obj
def learn_command(journal: str | None, /, *, person: str | None, yes: bool, undo: bool) -> None:
    """Learn from how your interviews turned out; what would change is shown first."""
    if undo and yes:
        raise click.UsageError("--undo does not ask; leave --yes out")
    with open_journal(journal) as book:
        _refuse_unknown_person(book, person)
        if undo:
            before = book.learned(person)
            _tell_change("Taken back.", before, book.undo_learned(person))
            return
        _learn(book, person, yes=yes)


def _learn(book: Journal, person: str | None, *, yes: bool) -> None:
    from wentwell.catalog import context_rules
    from wentwell.learning import calibrate
    from wentwell.telling import too_early_sentence

    record = calibrate(book.for_learning(), person)
    found, before = record.learned, book.learned(person)
    if found is None:
        click.echo(too_early_sentence(record.resolved, context_rules().record.from_outcomes))
        return
    if found == before:
        click.echo("Nothing new: all known outcomes are learned from already.")
        return
    _tell_change(f"From {found.outcomes} known outcomes, this would change:", before, found)
    if not yes and not click.confirm("\nUse it from now on?"):
        click.echo("Nothing was changed.")
        return
    book.keep_learned(found, person)
    undo = "wentwell learn --undo" + (" --person NAME" if person else "")
    click.echo(f"\nLearned. To take it back: {undo}.")


def _tell_change(title: str, before: Personal | None, after: Personal | None) -> None:
    from wentwell.cli._files import console
    from wentwell.telling import learned_to_terminal

    click.echo(title)
    learned_to_terminal(before, after, console())


def _refuse_unknown_person(book: Journal, person: str | None) -> None:
    if person is not None and not book.list_of(person):
        raise click.UsageError(
            "there are no interviews of this person; wentwell list --everybody shows whose there are"
        )
