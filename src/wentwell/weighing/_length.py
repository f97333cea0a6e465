"""How long it took, against the slot: a sign made of minutes."""

from __future__ import annotations

from wentwell.interview import Context, Evidence

OVERRUN_MINUTES = 15
"""An overrun counts from here on."""
EARLY_SHARE = 2 / 3
"""Over after less than this share of the slot is "cut short"."""
LONG_MINUTES = 30
"""The old rule's threshold, kept as a sign that is worth next to nothing."""


def from_minutes(context: Context) -> Evidence | None:
    """Return the length sign that the minutes show, as evidence given by the candidate.

    With a slot, only the slot decides; without one the old rule of thirty minutes is all there is.
    """
    took, slot = context.actual_minutes, context.scheduled_minutes
    if took is None:
        return None
    if slot is not None:
        if took - slot >= OVERRUN_MINUTES:
            return _evidence("length.over", took)
        return _evidence("contrary.short", took) if took < EARLY_SHARE * slot else None
    return _evidence("length.minutes", took) if took > LONG_MINUTES else None


def kept_its_slot(context: Context) -> bool:
    """Whether the minutes show that it neither ran over nor ended early."""
    took, slot = context.actual_minutes, context.scheduled_minutes
    return took is not None and slot is not None and EARLY_SHARE * slot <= took < slot + OVERRUN_MINUTES


def without_overruled(evidence: list[Evidence], context: Context) -> list[Evidence]:
    """Drop what words say of the length where the minutes themselves are known, and short durations."""
    if context.actual_minutes is not None and context.scheduled_minutes is not None:
        return [
            found
            for found in evidence
            if found.label not in ("length.over", "length.minutes", "contrary.short")
        ]
    return [
        found
        for found in evidence
        if found.label != "length.minutes"
        or (context.actual_minutes is None and (found.minutes or 0.0) > LONG_MINUTES)
    ]


def _evidence(label: str, minutes: float) -> Evidence:
    return Evidence(label=label, quote="", start=0, end=0, found_by="answered", minutes=minutes)
