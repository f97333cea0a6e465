"""What every noun shares: frozen, strict about unknown fields, JSON in and out."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict


def _in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("the moment lies outside the calendar") from None


def _no_number(given: object) -> object:
    # else 0 would be a day of 1970
    if isinstance(given, int | float):
        raise ValueError("a number is no day")
    return given


MomentInUtc = Annotated[AwareDatetime, AfterValidator(_in_utc), BeforeValidator(_no_number)]
Day = Annotated[date, BeforeValidator(_no_number)]


class Noun(BaseModel):
    """A frozen value with JSON in (``model_validate_json``) and out (``model_dump_json``)."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        ser_json_inf_nan="null",
        use_attribute_docstrings=True,
    )
