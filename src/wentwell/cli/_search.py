"""Options that choose jobs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from wentwell.cli._options import DAY
from wentwell.interview import SEARCH_STAGES

F = TypeVar("F", bound=Callable[..., Any])


def filter_options(command: F) -> F:
    """Give a command the options that choose jobs."""
    for option in (
        click.option("--open", "only_open", is_flag=True, help="Only what nothing has closed."),
        click.option("--until", type=DAY, help="Only what had a step or an interview until this day."),
        click.option("--since", type=DAY, help="Only what had a step or an interview since this day."),
        click.option("--employer", metavar="WORDS", help="Only employers with these words in their name."),
        click.option(
            "--stage",
            "stages",
            type=click.Choice(SEARCH_STAGES),
            multiple=True,
            help="Only jobs that stand here; may be given more than once.",
        ),
        click.option(
            "--tag",
            "tags",
            metavar="TAG",
            multiple=True,
            help="Only jobs with this tag; with all, if several.",
        ),
    ):
        command = option(command)
    return command


def refuse_days_out_of_order(since: date | None, until: date | None) -> None:
    """Refuse a time that ends before it begins."""
    if since and until and since > until:
        raise click.UsageError(f"--since {since} lies after --until {until}; swap them")
