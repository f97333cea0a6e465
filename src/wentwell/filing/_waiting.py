"""What waits for the user's word: mails that may belong somewhere, and proposals of attached ones."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wentwell.filing._known import matcher_for
from wentwell.filing._propose import PROPOSING, Proposal, propose

if TYPE_CHECKING:
    from wentwell.journal import Journal, MailEntry, OpportunityEntry
    from wentwell.matching import Match


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mail of which it is not sure where it belongs."""

    mail: MailEntry
    match: Match
    """As it looks now, after all that was filed since it came."""

    @property
    def choices(self) -> tuple[int, ...]:
        """The jobs that it may belong to, the likeliest first."""
        likeliest = () if self.match.opportunity is None else (self.match.opportunity,)
        return tuple(dict.fromkeys((*likeliest, *(one.opportunity for one in self.match.choices))))


@dataclass(frozen=True, slots=True)
class Pending:
    """An attached mail that proposes something."""

    mail: MailEntry
    job: OpportunityEntry
    proposal: Proposal


def waiting(
    book: Journal,
    person: str | None = None,
    *,
    most: int | None = None,
    passed: Collection[int] = (),
) -> Sequence[Waiting]:
    """Return the mails that wait, by the day they were sent, each matched anew.

    Parameters
    ----------
    book : Journal
    person : str, optional
    most : int, optional
        So many at most: matching takes its time.
    passed : collection of int
        Numbers of mails to be left out.
    """
    from wentwell.journal import MailBook

    kept = MailBook(book)
    entries = [one for one in kept.list("waiting", person=person) if one.id not in passed][:most]
    if not entries:
        return ()
    matcher = matcher_for(book, person, kept.addresses(person))
    return [Waiting(one, matcher.match(one.message)) for one in entries if one.message is not None]


def pending(book: Journal, person: str | None = None) -> Sequence[Pending]:
    """Return the attached mails that propose something, the newest of each job: it says what counts now."""
    from wentwell.journal import MailBook, SearchBook

    entries = MailBook(book).unanswered(tuple(PROPOSING), person)
    if not entries:
        return ()
    jobs: Mapping[int, OpportunityEntry] = {one.id: one for one in SearchBook(book).list_of(person)}
    found: dict[tuple[int, int | None], Pending] = {}
    for mail in entries:
        job = jobs.get(mail.opportunity or 0)
        proposal = None if job is None else propose(mail, job)
        if job is not None and proposal is not None:
            found[job.id, mail.interview if proposal.outcome else None] = Pending(mail, job, proposal)
    return list(found.values())


def to_look_at(book: Journal, person: str | None = None) -> int:
    """Return how many mails wait for the user's word: where they belong, or what they propose."""
    from wentwell.journal import MailBook

    return MailBook(book).count("waiting", person) + len(pending(book, person))
