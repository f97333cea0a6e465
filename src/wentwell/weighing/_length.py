"""How long it took, against the slot: a sign made of minutes."""

from __future__ import annotations

from collections.abc import Sequence

from wentwell.interview import Context, Evidence

OVERRUN_MINUTES = 15
"""An overrun counts from here on."""
EARLY_SHARE = 2 / 3
"""Over after less than this share of the slot is "cut short"."""
LENGTHS = ("length.over", "length.minutes", "contrary.short")
LONG_MINUTES = 30
"""The old rule's threshold, kept as a sign that is worth next to nothing."""


def settle_length(evidence: Sequence[Evidence], context: Context) -> tuple[list[Evidence], frozenset[str]]:
    """Let the minutes decide what the words say of the length.

    With a slot and the minutes taken, these alone decide; words that agree stay as their quotes.
    Without a slot, the old rule of thirty minutes is all that the minutes can show.

    Returns
    -------
    evidence : list of Evidence
        As given, without what the minutes overrule, and with what they show.
    settled : frozenset of str
        Length labels that the minutes show not to have happened.
    """
    took, slot = context.actual_minutes, context.scheduled_minutes
    if took is None:
        return [
            found for found in evidence if found.label != "length.minutes" or _is_long(found.minutes)
        ], frozenset()
    if slot is None:
        kept = [found for found in evidence if found.label != "length.minutes"]
        return [*kept, *_measured("length.minutes", took, evidence)] if _is_long(took) else kept, frozenset()
    kept = [found for found in evidence if found.label not in LENGTHS]
    if took - slot >= OVERRUN_MINUTES:
        return [*kept, *_measured("length.over", took, evidence)], frozenset({"contrary.short"})
    if took < EARLY_SHARE * slot:
        return [*kept, *_measured("contrary.short", took, evidence)], frozenset({"length.over"})
    return kept, frozenset({"length.over", "contrary.short"})


def _is_long(minutes: float | None) -> bool:
    return minutes is not None and minutes > LONG_MINUTES


def _measured(label: str, minutes: float, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return what the minutes show, with the words that say the same if there are any."""
    told = [found.model_copy(update={"probability": 1.0}) for found in evidence if found.label == label]
    return told or [Evidence(label=label, quote="", start=0, end=0, found_by="answered", minutes=minutes)]
