"""What a mail proposes: an outcome, or where its job is to stand. Nothing is done before the user says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from wentwell.interview import MailKind, Outcome, OutcomeKind

if TYPE_CHECKING:
    from wentwell.journal import MailEntry, OpportunityEntry, StageMove

_LIKELY = 0.5
"""Probability of its kind from which a mail proposes something: the user is asked anyway."""
PROPOSING: dict[MailKind, OutcomeKind] = {
    "refusal": "rejected",
    "offer": "offer",
    "invitation": "advanced",
}
"""The kinds of mails that propose something, and which outcome."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a mail proposes; one of the two is there."""

    outcome: Outcome | None = None
    """To be recorded of the interview that the mail is filed under."""
    move: StageMove | None = None
    """Where its job is to stand, where no held interview is known."""


def propose(mail: MailEntry, job: OpportunityEntry) -> Proposal | None:
    """Return what an attached mail proposes, as far as the journal does not hold it already.

    Parameters
    ----------
    mail : MailEntry
    job : OpportunityEntry
        The job that it is attached to.

    Returns
    -------
    Proposal or None
        ``None``: it proposes nothing, or the user has answered.
    """
    asks = mail.state == "attached" and not mail.own and mail.answer is None and job.is_open
    kind = PROPOSING.get(mail.kind) if mail.kind is not None else None
    if not asks or kind is None or (mail.kind_probability or 0.0) < _LIKELY:
        return None
    day = None if mail.message is None or mail.message.date is None else mail.message.date.date()
    line = next((one for one in job.interviews if one.id == mail.interview), None)
    held = line is not None and line.status == "complete" and (not line.day or not day or line.day <= day)
    if line is not None and held:
        return Proposal(Outcome(kind=kind, on=day)) if line.outcome in (None, "no-answer") else None
    return _moving(kind, day, job)


def _moving(kind: OutcomeKind, day: date | None, job: OpportunityEntry) -> Proposal | None:
    """Return where a job goes of which no held interview is known."""
    from wentwell.journal import StageMove

    if kind == "rejected":
        return Proposal(move=StageMove(stage="closed", closing="refused", on=day))
    if kind == "offer":
        return None if job.stage == "offer" else Proposal(move=StageMove(stage="offer", on=day))
    # an invitation moves on what was only applied for; a later stage comes with its interview
    return Proposal(move=StageMove(stage="first", on=day)) if job.stage == "applied" else None
