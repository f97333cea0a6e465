"""``wentwell context``: what is known around a kept interview, filled in or changed."""

from __future__ import annotations

from typing import Any

import click
from click.core import ParameterSource

from wentwell.cli._answers import without_unknown_answers
from wentwell.cli._journal import finished, open_journal
from wentwell.cli._options import CONTEXT_FIELDS, NUMBER, context_options, refuse_impossible_days, today
from wentwell.cli._say import working
from wentwell.reviewing import keep_shown, weighed


@click.command("context")
@click.argument("number", metavar="ID", type=NUMBER)
@click.option("--no-number", is_flag=True, help="Words only, if you would rather not see a number.")
@context_options
@click.pass_context
def context_command(ctx: click.Context, /, *, number: int, no_number: bool, **options: Any) -> None:
    """Fill in or change what is known around interview ID: stage, days, kind of employer.

    Without options it says what is not known and would change the answer.
    """
    from wentwell.advice import missing_facts
    from wentwell.telling import change_sentence

    # what an environment variable says was not told of this interview
    told = {name: options[name] for name in CONTEXT_FIELDS if _is_told(ctx, name)}
    with open_journal(ctx.obj) as book:
        record = finished(book, number)
        known = without_unknown_answers(record.interview)
        record = record.model_copy(update={"interview": known})
        context = known.context.model_copy(update=told)
        refuse_impossible_days(context, today())
        personal = book.learned(known.person)
        with working(known.documents):
            before = after = weighed(record, today(), personal)
            if told:
                changed = known.model_copy(update={"context": context})
                after = weighed(record.model_copy(update={"interview": changed}), today(), personal)
        if told:
            kept = book.get(number).interview.model_copy(update={"context": context})
            book.update(number, kept)
            keep_shown(book, book.get(number), after)
            click.echo(change_sentence(before.assessment, after.assessment, number=not no_number))
    missing = missing_facts(after.interview, after.assessment)
    if not missing:
        click.echo("Nothing is missing that would change the answer much.")
        return
    click.echo("Not known, and worth telling if you know it:")
    for fact in missing:
        click.echo(f"  {fact.option}  {fact.words}. {fact.reason}")


def _is_told(ctx: click.Context, name: str) -> bool:
    return ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE
