"""What every noun shares: frozen, strict about unknown fields, JSON in and out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict


def _in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("the moment lies outside the calendar") from None


MomentInUtc = Annotated[AwareDatetime, AfterValidator(_in_utc)]


class Noun(BaseModel):
    """A frozen value with JSON in (``model_validate_json``) and out (``model_dump_json``)."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        ser_json_inf_nan="null",
        use_attribute_docstrings=True,
    )
