"""What the candidate corrects of what was found in the words."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from wentwell.interview._base import MomentInUtc, Noun

Correcting = Literal["strike", "add"]


class Correction(Noun):
    """A sign struck, or one added that was missed.

    It is tied to the words and not to what some reader found there, so that it holds for any reader.
    """

    done: Correcting
    """``strike``: these words do not show the sign. ``add``: they do."""
    label: str = Field(min_length=1)
    """The sign."""
    document: str
    """Name of the document that the words stand in."""
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: str
    """The exact words."""
    made_at: MomentInUtc

    @model_validator(mode="after")
    def _span_is_as_long_as_its_quote(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError("start, end and quote do not belong together")
        if not self.quote.strip():
            raise ValueError("a correction needs words")
        return self
