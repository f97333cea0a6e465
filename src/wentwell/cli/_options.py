"""Options that several commands share, and what they make."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar, get_args

import click

from wentwell.debriefing import parse_chance, parse_day
from wentwell.interview import Context, Employer, Format, InterviewerRole, Stage, Temper


class Chance(click.ParamType[float]):
    """A chance: ``35``, ``35%`` or ``0.35``."""

    name = "percent"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        if isinstance(value, float):
            return value
        try:
            return parse_chance(str(value))
        except ValueError as wrong:
            self.fail(str(wrong), param, ctx)


class Number(click.ParamType[int]):
    """The number of an interview in the journal."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        text = str(value).strip()
        if not (text.isdecimal() and len(text) <= _DIGITS and int(text) >= 1):
            self.fail(f"{value!r} is no number of an interview; wentwell list shows them", param, ctx)
        return int(text)


class Minutes(click.FloatRange):
    """A length in minutes, up to a day."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        minutes: float = super().convert(value, param, ctx)
        # "nan" is neither below nor above any limit
        if not math.isfinite(minutes):
            self.fail(f"{value!r} is no number of minutes; write one such as 45", param, ctx)
        return minutes


class Day(click.ParamType[date]):
    """A day: ``2026-03-14``, ``today`` or ``yesterday``."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return parse_day(str(value), today())
        except ValueError as wrong:
            self.fail(str(wrong), param, ctx)


class Country(click.ParamType[str]):
    """A country with a calendar of holidays: ``GB``, or a part of it, ``GB-SCT``."""

    name = "country"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from wentwell.weighing import check_country

        code = str(value).strip().upper()
        try:
            check_country(code)
        except ValueError as wrong:
            self.fail(str(wrong), param, ctx)
        return code


class Person(click.ParamType[str]):
    """The name of a person whose interviews are kept beside one's own."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        name = " ".join(str(value).split())
        if not 1 <= len(name) <= _LONGEST_NAME:
            self.fail(
                f"write a name of 1 to {_LONGEST_NAME} characters, or leave it out for yourself", param, ctx
            )
        return name


def today() -> date:
    """Return the day on the user's clock."""
    from datetime import datetime

    return datetime.now().astimezone().date()


def refuse_future(day: date | None, now: date, what: str, hint: str | None = None) -> None:
    """Refuse a day that has not come yet."""
    if day is not None and day > now:
        raise click.BadParameter(f"{what} {day} is still to come (today is {now})", param_hint=hint)


def refuse_impossible_days(context: Context, now: date) -> None:
    """Refuse an interview that is still to come, and a promised day before it."""
    interview, promised = context.interview_date, context.promised_date
    refuse_future(interview, now, "the day of the interview", "--date")
    if promised and interview and promised < interview:
        raise click.BadParameter(
            f"the promised day {promised} lies before the interview ({interview})", param_hint="--promised"
        )


def refuse_json_without_number(*, as_json: bool, no_number: bool) -> None:
    """Refuse to leave the numbers out of JSON."""
    if as_json and no_number:
        raise click.UsageError("--json holds the numbers; leave out one of --json and --no-number")


F = TypeVar("F", bound=Callable[..., Any])

CHANCE, COUNTRY, DAY, NUMBER = Chance(), Country(), Day(), Number()
_LONGEST_NAME = 200
person_option = click.option(
    "--person",
    type=Person(),
    metavar="NAME",
    help="Whose interviews, if you keep others' too (default: yours).",
)


def format_option(*kinds: str) -> Callable[[F], F]:
    """Return the option ``--format``; the first kind is the default."""
    return click.option(
        "--format",
        "as_what",
        type=click.Choice(kinds),
        default=kinds[0],
        show_default=True,
        help="How to print it.",
    )


_MINUTES = Minutes(1, 24 * 60)
_DIGITS = 18
"""More digits than any number in the journal can have."""

country_option = click.option(
    "--country",
    type=COUNTRY,
    envvar="WENTWELL_COUNTRY",
    metavar="CODE",
    help="Where the employer sits, for its holidays: GB, US, DE-BY, ... (or set WENTWELL_COUNTRY).",
)

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
    country_option,
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
    "country",
    "base_rate",
)


def context_options(command: F) -> F:
    """Give a command one option a field of the context."""
    for option in reversed(_CONTEXT):
        command = option(command)
    return command


def context_from(options: dict[str, Any], now: date) -> Context:
    """Make a context of a command's options and take them out of there."""
    context = Context.model_validate({field: options.pop(field) for field in CONTEXT_FIELDS})
    refuse_impossible_days(context, now)
    return context
