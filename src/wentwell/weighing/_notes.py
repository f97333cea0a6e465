"""What the user should know about the number."""

from __future__ import annotations

from collections.abc import Sequence

from wentwell.catalog import signs
from wentwell.interview import Context, Contribution, Evidence


def notes(
    parts: Sequence[Contribution], context: Context, *, contradict: bool, doubtful: Sequence[Evidence]
) -> tuple[str, ...]:
    """Return plain sentences, the most important first."""
    said = []
    if contradict:
        said.append(
            "Your words tell of an offer and of a refusal alike: say which it is, and this can be closed."
        )
    said += [
        f"Some words may mean “{signs()[found.label].name.lower()}”, but not clearly enough to go by."
        for found in doubtful
    ]
    if context.base_rate is not None:
        said.append("The start is the base rate that you set, not one from the tables.")
        if context.referred:
            said.append("That you were referred is not added: your own base rate is taken to know it.")
    elif context.stage is None:
        said.append(
            "The stage is not known, so the start is a middle of all stages. Telling it narrows the band."
        )
    kinds = {part.kind for part in parts}
    weighed = [part for part in parts if part.kind in ("sign", "not_seen")]
    if not weighed and not kinds & {"silence", "gut", "not_mentioned"}:
        said.append("No sign was found that could be weighed: the chance is little more than the usual rate.")
    elif weighed and all(part.grade == "C" for part in weighed):
        said.append("What the signs here are worth is opinion only; nobody has measured it yet.")
    if context.interview_date is None:
        said.append("Without the day of the interview, silence is not weighed.")
    if "limit" in kinds:
        said.append("The signs add up to more than may be said before an answer is in hand.")
    return tuple(said)
