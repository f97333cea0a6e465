"""``wentwell assess``: files in, the answer out."""

from __future__ import annotations

from typing import Any

import click

from wentwell.cli._answers import OUTCOMES, told_outcome
from wentwell.cli._files import read_files
from wentwell.cli._options import CHANCE, DAY, context_from, context_options, person_option, today
from wentwell.cli._say import working
from wentwell.cli._show import give, telling_from, telling_options


@click.command("assess")
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option(
    "--kind", type=click.Choice(["notes", "mail", "transcript"]), help="What the files are, if unclear."
)
@click.option("--i-am", metavar="NAME", help="Your name, or your speaker label, in the transcript.")
@click.option("--gut", type=CHANCE, help="What you think the chance is, in percent.")
@context_options
@click.option("--today", "on", type=DAY, help="Count silence up to this day (default: today).")
@click.option(
    "--outcome",
    type=click.Choice(OUTCOMES),
    help="What has come of it already; none if the files are misread as telling it.",
)
@telling_options
@click.option("--save", is_flag=True, help="Keep it in the journal.")
@click.option("--at", "employer_name", metavar="NAME", help="With --save: the employer's name.")
@click.option("--as", "job", metavar="JOB", help="With --save: the job.")
@person_option
@click.pass_obj
def assess_command(journal: str | None, /, **options: Any) -> int:
    """Read FILES (notes, transcripts, mails; - for standard input) and say how it looks."""
    on = options["on"] or today()
    context = context_from(options, on)
    telling = telling_from(options, journal, options["files"])
    if (options["employer_name"] or options["job"]) and not options["save"]:
        raise click.UsageError("--at and --as go with --save")
    if options["person"] and not options["save"]:
        raise click.UsageError("--person goes with --save")
    documents, wrong = read_files(options["files"], options["kind"])
    if not documents:
        return 2
    from wentwell import Interview, Opportunity, assess

    opportunity = None
    if options["employer_name"] or options["job"]:
        opportunity = Opportunity(employer=options["employer_name"] or "", job=options["job"] or "")
    interview = Interview(
        person=options["person"],
        opportunity=opportunity,
        context=context,
        documents=tuple(documents),
        answers=told_outcome(options["outcome"]) if options["outcome"] else {},
        gut=options["gut"],
    )
    if options["save"]:
        from wentwell.advice import numbered
        from wentwell.journal import Journal

        with Journal.open(journal) as book:
            with working(documents):
                personal = book.learned(options["person"])
                answer = assess(interview, today=on, i_am=options["i_am"], personal=personal)
            number = book.add(answer.interview, answer.assessment)
        answer = answer.model_copy(update={"next_steps": numbered(answer.next_steps, number)})
        click.echo(f"Kept as number {number}.", err=True)
    else:
        with working(documents):
            answer = assess(interview, today=on, i_am=options["i_am"])
    give(answer, telling)
    return 2 if wrong else 0
