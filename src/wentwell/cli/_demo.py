"""``wentwell demo``: see it work without any input."""

from __future__ import annotations

import click

_WIDEST = 100
"""Longer lines are hard to read."""


@click.command("demo")
@click.argument("name", required=False)
@click.option("--no-number", is_flag=True, help="Words only.")
def demo_command(name: str | None, *, no_number: bool) -> None:
    """Run on made-up interviews that come with wentwell, or on the one called NAME."""
    from textwrap import fill

    from wentwell import assess
    from wentwell.cli._files import console
    from wentwell.cli._show import tell
    from wentwell.examples import demos
    from wentwell.telling import sentence

    known = {demo.name: demo for demo in demos()}
    if name is not None and name not in known:
        raise click.UsageError(f"no demo {name!r}; there are: {', '.join(known)}")
    first = known[name] if name else next(iter(known.values()))
    width = min(console().width, _WIDEST)
    click.echo(fill(f"A made-up interview: {first.title}. {first.story}", width) + "\n")
    tell(assess(first.interview, today=first.today), number=not no_number)
    if name is None:
        click.echo("\nTwo more:")
        for other in list(known.values())[1:]:
            answer = assess(other.interview, today=other.today)
            click.echo()
            for text in (
                f"{other.title}. {other.story}",
                sentence(answer.assessment, number=not no_number),
            ):
                click.echo(fill(text, width, initial_indent="  ", subsequent_indent="  "))
            click.echo(f"  In full: wentwell demo {other.name}")
