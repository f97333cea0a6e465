"""One interview: what surrounds it and what the candidate has of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from wentwell.interview._base import Noun
from wentwell.interview.context import Chance, Context
from wentwell.interview.correction import Correction
from wentwell.interview.document import Document
from wentwell.interview.evidence import Evidence
from wentwell.interview.outcome import Outcome

Reply = Literal["yes", "no", "could-not"]


class Opportunity(Noun):
    """A job at an employer, with as many interviews as it takes."""

    employer: str
    job: str = ""


class Interview(Noun):
    """One interview, from the first feeling to the outcome."""

    person: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    """Whose interview it is, where the journal is kept for others too; ``None``: one's own."""
    opportunity: Opportunity | None = None
    context: Context = Context()
    documents: tuple[Document, ...] = ()
    answers: dict[str, Reply] = Field(default_factory=dict)
    """Sign by label: did it happen, did it not, or could it not happen at all?"""
    feeling: str | None = None
    """How the candidate feels about it, in a word."""
    gut: Chance | None = None
    """What the candidate thinks the chance is, asked before anything is shown."""
    evidence: tuple[Evidence, ...] = ()
    """What was found, once it was read."""
    corrections: tuple[Correction, ...] = ()
    """What the candidate struck and added, in this order: the last about the same words holds."""
    outcome: Outcome | None = None
