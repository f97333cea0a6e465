"""Options that several commands share, and what they make."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar, get_args

import click

from wentwell.interview import Context, Employer, Format, InterviewerRole, Stage, Temper


class Chance(click.ParamType[float]):
    """A chance: ``35``, ``35%`` or ``0.35``."""

    name = "percent"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        if isinstance(value, float):
            return value
        text = str(value).strip().removesuffix("%").strip().replace(",", ".")
        try:
            number = float(text)
        except ValueError:
            self.fail(f"{value!r} is no chance; write a percentage between 1 and 99, such as 35", param, ctx)
        chance = number / 100 if number >= 1 or "%" in str(value) else number
        if not 0.01 <= chance <= 0.99:
            self.fail(f"{value!r} is no chance; write a percentage between 1 and 99, such as 35", param, ctx)
        return chance


class Day(click.ParamType[date]):
    """A day: ``2026-03-14``, ``today`` or ``yesterday``."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        text = str(value).strip().lower()
        if text in ("today", "yesterday"):
            return date.fromordinal(today().toordinal() - (text == "yesterday"))
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.fail(f"{value!r} is no day; write it as YYYY-MM-DD, or today or yesterday", param, ctx)


def today() -> date:
    """Return the day on the user's clock."""
    from datetime import datetime

    return datetime.now().astimezone().date()


F = TypeVar("F", bound=Callable[..., Any])

CHANCE, DAY = Chance(), Day()
_MINUTES = click.FloatRange(1, 24 * 60)

_CONTEXT = (
    click.option("--stage", type=click.Choice(get_args(Stage)), help="Where in the process."),
    click.option("--employer", type=click.Choice(get_args(Employer)), help="What kind of employer."),
    click.option("--format", type=click.Choice(get_args(Format)), help="How it was held."),
    click.option("--interviewers", type=click.IntRange(1, 50), help="How many at the same time."),
    click.option(
        "--who",
        "interviewer_roles",
        type=click.Choice(get_args(InterviewerRole)),
        multiple=True,
        help="Who they were; may be given more than once.",
    ),
    click.option("--planned", "scheduled_minutes", type=_MINUTES, help="Minutes it was planned to take."),
    click.option("--took", "actual_minutes", type=_MINUTES, help="Minutes it took."),
    click.option(
        "--temper", type=click.Choice(get_args(Temper)), help="How the interviewer is with anybody."
    ),
    click.option("--self-doubter", is_flag=True, help="You usually think it went worse than it did."),
    click.option("--referred", is_flag=True, help="Somebody inside referred you."),
    click.option("--finalists", type=click.IntRange(1, 50), help="How many are left, you included."),
    click.option("--date", "interview_date", type=DAY, help="Day of the interview."),
    click.option("--promised", "promised_date", type=DAY, help="Day by which an answer was promised."),
    click.option("--base-rate", type=CHANCE, help="The chance before any sign, if you know better."),
)

CONTEXT_FIELDS = (
    "stage",
    "employer",
    "format",
    "interviewers",
    "interviewer_roles",
    "scheduled_minutes",
    "actual_minutes",
    "temper",
    "self_doubter",
    "referred",
    "finalists",
    "interview_date",
    "promised_date",
    "base_rate",
)


def context_options(command: F) -> F:
    """Give a command one option a field of the context."""
    for option in reversed(_CONTEXT):
        command = option(command)
    return command


def context_from(options: dict[str, Any]) -> Context:
    """Make a context of a command's options and take them out of there."""
    context = Context.model_validate({field: options.pop(field) for field in CONTEXT_FIELDS})
    if context.promised_date and context.interview_date and context.promised_date < context.interview_date:
        raise click.BadParameter("the promised day lies before the interview", param_hint="--promised")
    return context
