"""For each thing still possible, the chance it would give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from wentwell.interview import Evidence, WhatIf
from wentwell.weighing._base import next_round
from wentwell.weighing._silence import promised_day, silent_since
from wentwell.weighing._sum import Case, Sum, add_up, has_reply

_REPLIES = (
    (("reply.logistics",), "They answer with dates, forms or people to meet"),
    (("reply.warm", "reply.prompt"), "They answer your note warmly within a day"),
    (("contact.references",), "They ask for references or papers"),
    (("next.availability",), "They ask when you are free for a next talk"),
)
_NOTE_DAYS = 4
"""A warm answer to a thank-you note is still likely to come within these days."""


def what_would_change(evidence: Sequence[Evidence], case: Case) -> tuple[WhatIf, ...]:
    """Return what may still happen, each with the chance and band it would give.

    Each is weighed by the same sum as the answer itself, with the one thing added.
    """
    seen = {found.label for found in evidence}
    found: list[WhatIf] = []
    if case.context.stage != "single":
        invited = add_up([], Case(next_round(case.context), personal=case.personal))
        found.append(_told("next.invited", "They invite you to a next round", invited, None))
    for labels, name in _REPLIES:
        if seen & set(labels) or (labels[0] == "reply.warm" and _too_late_for_a_note(case)):
            continue
        added = [Evidence(label=label, quote="", start=0, end=0, found_by="answered") for label in labels]
        asked = {label: surely for label, surely in case.looked_for.items() if label not in labels}
        total = add_up([*evidence, *added], replace(case, looked_for=asked))
        found.append(_told(labels[0], name, total, None))
    if not has_reply(evidence) or case.heard_on is not None:
        found += _silences(evidence, case)
    return tuple(found)


def _told(label: str, name: str, total: Sum, by: date | None) -> WhatIf:
    low, high = total.band
    return WhatIf(
        label=label, name=name, by=by, probability=total.probability, low=low, high=high, target=total.target
    )


def _too_late_for_a_note(case: Case) -> bool:
    if case.today is None or case.context.interview_date is None:
        return False
    return (case.today - case.context.interview_date).days > _NOTE_DAYS


def _silences(evidence: Sequence[Evidence], case: Case) -> list[WhatIf]:
    start = silent_since(case.context, case.heard_on)
    if start is None:
        return []
    now = max(case.today or start[0], start[0])
    found = []
    promised = promised_day(case.context)
    if promised is not None and now <= promised:
        day = promised + timedelta(days=3)
        total = add_up(evidence, replace(case, today=day))
        found.append(_told("silence", "The promised day passes, and three more, without a word", total, day))
    for weeks, name in ((1, "Another week without a word"), (2, "Two more weeks without a word")):
        day = now + timedelta(weeks=weeks)
        found.append(_told("silence", name, add_up(evidence, replace(case, today=day)), day))
    return found
