"""For each thing still possible, the chance it would give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from wentwell.interview import Context, Evidence, WhatIf
from wentwell.weighing._base import next_round
from wentwell.weighing._sum import Sum, add_up, answered

_REPLIES = (
    (("reply.logistics",), "They answer with dates, forms or people to meet"),
    (("reply.warm", "reply.prompt"), "They answer your note warmly within a day"),
    (("contact.references",), "They ask for references or papers"),
    (("next.availability",), "They ask when you are free for a next talk"),
)
_NOTE_DAYS = 4
"""A warm answer to a thank-you note is still likely to come within these days."""


def what_would_change(
    evidence: Sequence[Evidence],
    context: Context,
    gut: float | None,
    today: date | None,
    looked_for: Mapping[str, float],
) -> tuple[WhatIf, ...]:
    """Return what may still happen, each with the chance and band it would give.

    Each is weighed by the same sum as the answer itself, with the one thing added.
    """
    seen = {found.label for found in evidence}
    found: list[WhatIf] = []
    invited = add_up([], next_round(context), None, None, {})
    found.append(_told("next.invited", "They invite you to a next round", invited, None))
    for labels, name in _REPLIES:
        if seen & set(labels) or (labels[0] == "reply.warm" and _too_late_for_a_note(context, today)):
            continue
        added = [Evidence(label=label, quote="", start=0, end=0, found_by="answered") for label in labels]
        kept = {label: how for label, how in looked_for.items() if label not in labels}
        found.append(_told(labels[0], name, add_up([*evidence, *added], context, gut, today, kept), None))
    if not answered(evidence):
        found += _silences(evidence, context, gut, today, looked_for)
    return tuple(found)


def _told(label: str, name: str, total: Sum, by: date | None) -> WhatIf:
    low, high = total.band
    return WhatIf(
        label=label, name=name, by=by, probability=total.probability, low=low, high=high, target=total.target
    )


def _too_late_for_a_note(context: Context, today: date | None) -> bool:
    if today is None or context.interview_date is None:
        return False
    return (today - context.interview_date).days > _NOTE_DAYS


def _silences(
    evidence: Sequence[Evidence],
    context: Context,
    gut: float | None,
    today: date | None,
    looked_for: Mapping[str, float],
) -> list[WhatIf]:
    start = context.promised_date or context.interview_date
    if start is None:
        return []
    now = max(today or start, start)
    found = []
    if context.promised_date is not None and now <= context.promised_date:
        day = context.promised_date + timedelta(days=3)
        total = add_up(evidence, context, gut, day, looked_for)
        found.append(_told("silence", "The promised day passes, and three more, without a word", total, day))
    for weeks, name in ((1, "Another week without a word"), (2, "Two more weeks without a word")):
        day = now + timedelta(weeks=weeks)
        found.append(_told("silence", name, add_up(evidence, context, gut, day, looked_for), day))
    return found
