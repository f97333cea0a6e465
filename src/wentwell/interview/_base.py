"""What every noun shares: frozen, strict about unknown fields, JSON in and out."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A frozen value with JSON in (``model_validate_json``) and out (``model_dump_json``)."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        ser_json_inf_nan="null",
        use_attribute_docstrings=True,
    )
