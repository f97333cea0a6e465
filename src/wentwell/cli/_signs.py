"""``wentwell signs``: the catalog."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

import click

from wentwell.catalog import Elicited, Measured, Sign, families, fit, signs

if TYPE_CHECKING:
    from rich.console import Console

_NARROW = 72
"""Below this width the columns would break each name into pieces."""

_KINDS = {
    "soft": "a soft sign",
    "commitment": "an explicit step",
    "leak": "the outcome itself: set apart, never weighed",
    "fact": "a fact",
    "gut": "a feeling",
}


@click.command("signs")
@click.argument("label", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def signs_command(label: str | None, *, as_json: bool) -> None:
    """Print every sign, or all that is known of LABEL (such as salary.asked)."""
    if label is not None:
        refuse_unknown_sign(label)
    if as_json:
        import json

        rows = [signs()[label]] if label else list(signs().values())
        told = [row.model_dump(mode="json", exclude_none=True) for row in rows]
        click.echo(json.dumps(told[0] if label else told, indent=2, ensure_ascii=False))
    elif label:
        _one(signs()[label])
    else:
        _all()


def refuse_unknown_sign(label: str) -> None:
    """Refuse what is no sign of the catalog, and name those that may be meant."""
    if label in signs():
        return
    from difflib import get_close_matches

    near = get_close_matches(label, signs(), n=3, cutoff=0.3)
    in_family = [known for known in signs() if known.startswith(f"{label}.")]
    hint = ", ".join(in_family or near)
    raise click.UsageError(
        f"no sign {label!r}" + (f"; did you mean {hint}?" if hint else "; see wentwell signs")
    )


def _all() -> None:
    from wentwell.cli._files import console

    out = console()
    if out.width < _NARROW:
        _print_narrow(out)
    else:
        _print_table(out)
    out.print(
        "\nworth: what the odds are multiplied by, as routine and as a telling one; 1.0 changes nothing."
    )
    out.print("One in full: wentwell signs salary.asked")


def _print_narrow(out: Console) -> None:
    """Print each sign on two lines: the label with its worth, then the name."""
    from textwrap import fill

    for row in signs().values():
        out.print(f"{row.label}  {_range(row)}")
        click.echo(fill(row.name, out.width, initial_indent="  ", subsequent_indent="  "))


def _print_table(out: Console) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("sign", no_wrap=True)
    table.add_column("what happened")
    table.add_column("worth", justify="right", no_wrap=True)
    table.add_column("known by")
    for rows in families().values():
        for row in rows:
            table.add_row(row.label, row.name, _range(row), _known_by(row))
        table.add_section()
    out.print(table)


def _known_by(row: Sign) -> str:
    from wentwell.telling import grade_words

    return "" if row.kind == "leak" or row.informative is None else grade_words(row.informative.grade)


def _range(row: Sign) -> str:
    if row.kind == "leak" or row.routine is None or row.informative is None:
        return "outcome"
    low, high = f"{exp(row.routine.mean):.1f}", f"{exp(row.informative.mean):.1f}"
    return low if low == high else f"{low} to {high}"


def _one(row: Sign) -> None:
    from wentwell.telling import grade_words

    click.echo(f"{row.label}: {row.name}")
    click.echo(f"\n{row.what}\n\nWhy it may matter: {row.why}\nWhat it does not mean: {row.does_not_mean}\n")
    click.echo(f"Kind: {_KINDS[row.kind]}")
    seen = "in the talk" if row.where == "talk" else "in what comes after"
    unseen = (
        f"; its absence can be noticed at: {', '.join(row.formats)}"
        if row.where == "talk" and row.kind != "fact"
        else ""
    )
    click.echo(f"Seen: {seen}{unseen}")
    if row.nest:
        others = [
            other.label for other in signs().values() if other.nest == row.nest and other.label != row.label
        ]
        click.echo(f"Counted once with: {', '.join(others)}")
    if row.kind == "leak":
        click.echo("Worth: never weighed. It moves the stage on, or closes the case.")
        return
    click.echo("\nWorth, as log-odds (mean, standard deviation) and as a factor on the odds:")
    for what, weight in (("routine", row.routine), ("telling", row.informative), ("not seen", row.absent)):
        if weight is not None:
            click.echo(f"  {what:9s}{_weight(weight)}  {grade_words(weight.grade)}; {weight.source}")
            if weight.prior is not None:
                click.echo(
                    f"  {'':9s}{_weight(weight.prior)}  before the retellings had their say (the prior)"
                )
    _data(row)


def _data(row: Sign) -> None:
    told = row.measured
    if told is None:
        click.echo("\nData: too few retellings with a known outcome tell it. The numbers above are priors.")
        return
    count = f"{told.offers + told.refusals:,} of {fit().tellings:,}"
    click.echo(
        f"\nData: {count} retellings with a known outcome tell it, {told.offers:,} of these with an offer."
        f"\n  {told.plain:+.2f} ({told.plain_se:.2f})  log odds ratio of an offer, within employers"
        f"\n  {told.log_odds_ratio:+.2f} ({told.se:.2f})  the same, with the stage reached held fast"
        f"\n  {_bias(told)}"
        f"\nThe whole story: docs/evidence/{row.label}.md"
    )


def _bias(told: Measured) -> str:
    if told.bias is None or told.bias_sd is None:
        return "not taken in: the offer at the end does not measure a step to a next round"
    return f"{told.bias:+.2f} ({told.bias_sd:.2f})  of that is taken for the way such things are retold"


def _weight(weight: Elicited) -> str:
    return f"{weight.mean:+.2f} ({weight.sd:.2f})  x{exp(weight.mean):.2f}"
