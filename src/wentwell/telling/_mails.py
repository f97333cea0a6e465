"""Mails told: what each is, where it may belong and why, what it proposes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from wentwell._version import __version__
from wentwell.telling._board import name_of, stage_words
from wentwell.telling._clean import clean
from wentwell.telling._words import day as day_words
from wentwell.telling._words import percent

if TYPE_CHECKING:
    from wentwell.filing import Pending, Proposal, Waiting
    from wentwell.interview import Document, MailKind, OutcomeKind
    from wentwell.journal import MailEntry, OpportunityEntry

INBOX_SCHEMA = "wentwell.inbox/1"

KINDS: dict[MailKind, str] = {
    "reply": "an answer to what you wrote",
    "invitation": "an invitation to a next round",
    "refusal": "a refusal",
    "offer": "an offer",
    "holding": "a word that it takes longer",
    "automatic": "an automatic mail",
    "logistics": "times, papers or travel",
    "other": "something else",
}
OUTCOMES: dict[OutcomeKind, str] = {
    "offer": "an offer",
    "advanced": "you go on",
    "rejected": "a no",
    "withdrew": "you withdrew",
    "no-answer": "no answer so far",
}
_LONGEST_LINE, _LONGEST_WORDS = 120, 240
_LIKELY = 0.5


def mail_line(mail: MailEntry) -> str:
    """Say when a mail was sent, by whom and about what, on one line."""
    message = mail.message
    if message is None:
        return "a mail about no job"
    day = day_words(message.date.date()) if message.date else "day not known"
    sender = message.sender
    who = "you" if mail.own else (sender.name or sender.address) if sender else "sender not known"
    subject = " ".join(clean(message.subject).split())[:_LONGEST_LINE] or "no subject"
    return f"{day}, {' '.join(clean(who).split())[:_LONGEST_LINE]}: “{subject}”"


def mail_words(mail: MailEntry) -> str:
    """Return the first of the sender's own words, on one line."""
    if mail.message is None:
        return ""
    words = " ".join(clean(_own_words(mail.message.document)).split())
    return words if len(words) <= _LONGEST_WORDS else words[:_LONGEST_WORDS].rsplit(" ", 1)[0] + " …"


def kind_words(mail: MailEntry) -> str:
    """Say what a mail reads as, and that it is a guess; empty for the candidate's own."""
    if mail.kind is None or mail.kind_probability is None:
        return ""
    if mail.kind == "automatic":
        return "This reads as an automatic mail: it counts for nothing."
    maybe = "" if mail.kind_probability >= _LIKELY else "perhaps "
    return f"This reads as {maybe}{KINDS[mail.kind]}."


def match_words(one: Waiting, jobs: Mapping[int, OpportunityEntry]) -> str:
    """Say where a waiting mail may belong, how surely, and why."""
    if not one.choices:
        return "Nothing in it points to one of your jobs."
    first = one.choices[0]
    why = "; ".join(one.match.why)
    if one.match.opportunity != first:
        return f"Perhaps job {first}, {_name(first, jobs)} (not sure: {clean(why)})."
    sure = f"{percent(one.match.confidence)} of 100"
    return f"Most likely job {first}, {_name(first, jobs)} ({sure}: {clean(why)})."


def proposal_words(mail: MailEntry, proposal: Proposal, job: OpportunityEntry) -> str:
    """Ask whether to do what a mail proposes."""
    what = KINDS[mail.kind] if mail.kind else "news"
    if proposal.outcome is not None:
        return f"This reads as {what}. Record for interview {mail.interview} ({name_of(job)}): " + (
            f"{OUTCOMES[proposal.outcome.kind]}?"
        )
    if proposal.move is not None and proposal.move.stage == "closed":
        return f"This reads as {what}. Close job {job.id}, {name_of(job)}?"
    stage = stage_words(proposal.move.stage, None) if proposal.move else ""
    return f"This reads as {what}. Move job {job.id}, {name_of(job)}, to: {stage}?"


def filed_words(mail: MailEntry, jobs: Mapping[int, OpportunityEntry]) -> str:
    """Say where a mail is filed."""
    if mail.state == "dismissed":
        return "about no job, as you said"
    if mail.opportunity is None:
        return "waits for your word"
    told = f"job {mail.opportunity}, {_name(mail.opportunity, jobs)}"
    if mail.interview is not None:
        told += f", interview {mail.interview}"
    return told if mail.confidence is None else f"{told} ({percent(mail.confidence)} of 100)"


def inbox_to_json(
    waits: Sequence[Waiting], proposals: Sequence[Pending], mails: Sequence[MailEntry] = ()
) -> str:
    """Write what waits, and other mails, as JSON, in printable ASCII; the mails' words are left out."""
    whole = {
        "waiting": [
            {
                **_told(one.mail),
                "verdict": one.match.verdict,
                "opportunity": one.match.opportunity,
                "interview": one.match.interview,
                "confidence": one.match.confidence,
                "why": list(one.match.why),
                "choices": [choice.model_dump() for choice in one.match.choices],
            }
            for one in waits
        ],
        "proposals": [
            {
                **_told(one.mail),
                "opportunity": one.job.id,
                "interview": one.mail.interview,
                "outcome": one.proposal.outcome and one.proposal.outcome.model_dump(mode="json"),
                "move": one.proposal.move and one.proposal.move.model_dump(mode="json"),
            }
            for one in proposals
        ],
        "mails": [
            {**_told(one), "state": one.state, "opportunity": one.opportunity, "interview": one.interview}
            for one in mails
        ],
    }
    told = {"wentwell": __version__, "schema": INBOX_SCHEMA, "inbox": whole}
    return json.dumps(told, indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def _told(mail: MailEntry) -> dict[str, Any]:
    message = mail.message
    return {
        "number": mail.id,
        "sent": message.date.isoformat() if message and message.date else None,
        "sender": message.sender.address if message and message.sender else None,
        "subject": message.subject if message else "",
        "kind": mail.kind,
    }


def _name(number: int, jobs: Mapping[int, OpportunityEntry]) -> str:
    return name_of(jobs[number]) if number in jobs else "a job that is gone"


def _own_words(document: Document) -> str:
    """Return the words that are set apart by nothing."""
    kept, last = [], 0
    for aside in sorted(document.asides or (), key=lambda one: one.start):
        kept.append(document.text[last : aside.start])
        last = max(last, aside.end)
    kept.append(document.text[last:])
    own = " ".join(kept)
    return own if own.strip() else document.text
