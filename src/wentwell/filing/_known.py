"""From the journal to what the matching knows, and which interview a mail counts for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from wentwell.interview import Message

if TYPE_CHECKING:
    from wentwell.interview import Appointment
    from wentwell.journal import Journal, OpportunityEntry
    from wentwell.matching import KnownOpportunity, Matcher

_LEAST = 3
"""So many mails must bear an address before it is taken for the candidate's own (judgement)."""
_SHARE = 0.6


def known_jobs(book: Journal, person: str | None = None) -> tuple[KnownOpportunity, ...]:
    """Return a person's jobs as the matching knows them."""
    from wentwell.journal import SearchBook

    appointments = book.appointments()
    return tuple(_known(job, appointments) for job in SearchBook(book).list_of(person))


def _known(job: OpportunityEntry, appointments: Mapping[int, Sequence[Appointment]]) -> KnownOpportunity:
    from wentwell.matching import KnownInterview, KnownOpportunity

    first = job.history[0] if job.history else None
    return KnownOpportunity(
        number=job.id,
        employer=job.opportunity.employer,
        job=job.opportunity.job,
        people=tuple(
            one for contact in job.details.contacts for one in (contact.name, contact.mail) if one.strip()
        ),
        domains=job.details.domains,
        # an interview is not where it began, and the day it was kept on says nothing
        began=first.on if first is not None and first.stage == "applied" else None,
        closed=None if job.is_open else job.since,
        interviews=tuple(
            KnownInterview(
                number=line.id,
                day=line.day,
                people=tuple(
                    dict.fromkeys(one for event in appointments.get(line.id, ()) for one in event.people)
                ),
            )
            for line in job.interviews
        ),
    )


def matcher_for(book: Journal, person: str | None, mine: Collection[str]) -> Matcher:
    """Return what matches mails to a person's jobs, having learned from all that were filed."""
    from wentwell.journal import MailBook
    from wentwell.matching import FiledMail, Matcher

    known = known_jobs(book, person)
    numbers = {one.number for one in known}
    filed = [FiledMail.model_validate(one) for one in MailBook(book).filed(person)]
    return Matcher(
        known, [one for one in filed if one.opportunity is None or one.opportunity in numbers], mine
    )


def is_own(message: Message, mine: Collection[str]) -> bool:
    """Whether the candidate sent it."""
    return message.sender is not None and message.sender.address in mine


def counts_for(message: Message, about: int | None, job: OpportunityEntry) -> int | None:
    """Return the interview whose answer a mail changes: one that was held when it was sent.

    Parameters
    ----------
    message : Message
    about : int or None
        The interview that it is about, where that is sure.
    job : OpportunityEntry
        The job that it belongs to.

    Notes
    -----
    A mail about a round still to come (an invitation to it) is the answer to the one held last. Where it
    is not known which one it is about, it is a word after the last one held. An interview whose day is
    not known counts only if the mail is about it; a debrief that is not finished waits until it is.
    """
    day = None if message.date is None else message.date.date()
    held = [line for line in job.interviews if line.day is not None and day is not None and line.day <= day]
    named = next((line for line in job.interviews if line.id == about), None)
    if named is not None and (named in held or named.day is None or day is None):
        chosen = named
    elif held:
        chosen = held[-1]
    else:
        return None
    return chosen.id if chosen.status == "complete" else None


def likely_own(messages: Iterable[Message]) -> str | None:
    """Return the address that is in nearly all of some mails, as sender or receiver; ``None``: there is none.

    It is the candidate's most likely own one, for a question to be asked with it.
    """
    counts: Counter[str] = Counter()
    total = 0
    for message in messages:
        people = (message.sender, *message.to, *message.cc)
        counts.update({one.address for one in people if one is not None and one.address})
        total += 1
    if not counts:
        return None
    address, count = counts.most_common(1)[0]
    alone = [one for one, times in counts.items() if times == count] == [address]
    return address if alone and count >= max(_LEAST, _SHARE * total) else None
