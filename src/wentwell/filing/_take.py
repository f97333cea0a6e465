"""Mails in, and the user's word to them: each step is kept at once and can be taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from wentwell.filing._identity import identity
from wentwell.filing._known import counts_for, is_own, matcher_for
from wentwell.filing._propose import Proposal
from wentwell.interview import Document, MailKind, Message

if TYPE_CHECKING:
    from wentwell._assess import Reading
    from wentwell.journal import (
        Journal,
        MailEntry,
        MailFiling,
        MailFolder,
        NewMail,
        OpportunityEntry,
        ReadAnew,
        UndoneMails,
    )
    from wentwell.matching import Match, Matcher

_AGAIN = 3
"""How often those that were not sure are looked at again: a later mail may show where they belong."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking some mails in did."""

    batch: int | None = None
    """What `MailBook.undo` takes back together; ``None``: nothing was new."""
    attached: tuple[int, ...] = ()
    """The jobs that mails were attached to, one for each mail."""
    waiting: int = 0
    none: int = 0
    """About no job: nothing of them is kept but a digest."""
    known: int = 0
    """Taken in before."""
    interviews: tuple[int, ...] = ()
    """The interviews whose answer changes."""

    def __add__(self, other: Taken) -> Taken:
        """Return both together."""
        return Taken(
            self.batch if self.batch is not None else other.batch,
            self.attached + other.attached,
            self.waiting + other.waiting,
            self.none + other.none,
            self.known + other.known,
            tuple(dict.fromkeys(self.interviews + other.interviews)),
        )


@dataclass(frozen=True, slots=True)
class Settled:
    """What the user's word to a mail did."""

    batch: int
    followed: int = 0
    """Other mails that became sure by it and were attached too."""
    interviews: tuple[int, ...] = ()
    """The interviews whose answer changes."""


@dataclass(frozen=True, slots=True)
class _Mail:
    """A mail on its way: new, or waiting in the journal under its number."""

    message: Message
    own: bool
    identity: str = ""
    number: int | None = None
    kind: MailKind | None = None
    probability: float | None = None
    match: Match | None = None
    filed: Mapping[str, object] | None = None


def take_in(
    book: Journal,
    messages: Iterable[Message],
    person: str | None = None,
    *,
    batch: int | None = None,
    folder: MailFolder | None = None,
    what: Literal["add", "fetch"] = "add",
    read: Reading | None = None,
) -> Taken:
    """Take mails in: sure ones are attached and change their interview's answer, unsure ones wait.

    Parameters
    ----------
    book : Journal
    messages : iterable of Message
        Some hundred at a time: they are held, and kept in one step.
    person : str, optional
        Whose they are; left out, the user's own.
    batch : int, optional
        Of an earlier call, if they are to be taken back together.
    folder : MailFolder, optional
        How far a folder on a server was read with them: kept in the same step, so that a kill loses none.
    what : {"add", "fetch"}
    read : callable, optional
        What finds the signs in documents; by default the trained reader.
    """
    from wentwell.journal import MailBook

    kept = MailBook(book)
    states, mine = kept.states(person), kept.addresses(person)
    new, known = _new(messages, states, mine)
    if not new and folder is None:
        return Taken(known=known)
    matcher = matcher_for(book, person, mine)
    old = _in_journal(kept.list("waiting", person=person))
    looked = _with_kinds(_through(matcher, new, old))
    documents = _Documents(book, person, mine, read)
    fresh: list[NewMail] = []
    settled: dict[int, MailFiling] = {}
    for one in looked:
        filing = _filing(one, documents)
        if one.number is None:
            fresh.append(_to_keep(one, filing))
        elif filing.state != "waiting":
            settled[one.number] = filing
    states_now = [one.filing.state for one in fresh]
    touched = documents.touched
    number = kept.take_in(
        fresh,
        settled,
        documents.read(),
        person=person,
        folder=folder,
        batch=batch,
        what=what,
    )
    attached = [one.filing.opportunity for one in fresh] + [one.opportunity for one in settled.values()]
    return Taken(
        number,
        tuple(one for one in attached if one is not None),
        states_now.count("waiting") - len(settled),
        states_now.count("none"),
        known,
        touched,
    )


def settle(
    book: Journal,
    id: int,
    opportunity: int | None,
    person: str | None = None,
    *,
    interview: int | None = None,
    read: Reading | None = None,
) -> Settled:
    """File a mail as the user says, also one that is filed already, and attach what becomes sure by it.

    Parameters
    ----------
    book : Journal
    id : int
        The mail's number.
    opportunity : int or None
        The job; ``None``: it is about none.
    person : str, optional
    interview : int, optional
        The interview that it is about. Left out: as the matching sees it.
    read : callable, optional
        What finds the signs in documents; by default the trained reader.

    Raises
    ------
    JournalError
        If the mail, the job or the interview is not there.
    """
    from wentwell.journal import JournalError, MailBook, MailFiling, SearchBook, UnknownNumberError

    kept = MailBook(book)
    entry = kept.get(id)
    if entry.message is None:
        raise UnknownNumberError(f"There is no mail {id} in the journal. See `wentwell inbox --list`.")
    mine = kept.addresses(person)
    documents = _Documents(book, person, mine, read)
    documents.leave(entry)
    if opportunity is not None and opportunity not in documents.jobs:
        SearchBook(book).get(opportunity)  # tells that there is none
        raise JournalError(f"Job {opportunity} is another person's. Name one of `wentwell board`.")
    matcher = matcher_for(book, person, mine)
    if opportunity is not None and interview is None:
        match = matcher.match(entry.message)
        interview = match.interview if match.opportunity == opportunity else None
    filed = matcher.file(entry.message, opportunity, interview).model_dump(mode="json")
    mail = _Mail(entry.message, entry.own, number=id, kind=entry.kind, probability=entry.kind_probability)
    if opportunity is None:
        filing = MailFiling(state="dismissed", filed=filed)
    else:
        if mail.kind is None:
            (mail,) = _with_kinds([replace(mail, filed=filed)])
        where = documents.put(mail, opportunity, interview)
        filing = MailFiling(
            state="attached",
            opportunity=opportunity,
            interview=where[0] or interview,
            document=where[1],
            filed=filed,
        )
    settled = {id: filing}
    others = [
        one
        for one in _in_journal(kept.list("waiting", person=person))
        if one.number != id and _are_near(one.message, entry.message)
    ]
    for one in _through(matcher, [], others):
        if one.filed is not None and one.number is not None:
            settled[one.number] = _filing(one, documents)
    touched = documents.touched
    batch = kept.take_in([], settled, documents.read(), person=person, what="settle")
    return Settled(batch, len(settled) - 1, touched)


def answer(book: Journal, mail: MailEntry, proposal: Proposal, *, yes: bool) -> int:
    """Do what a mail proposes, or keep that it is not to be done; return the batch."""
    from wentwell.journal import MailBook

    if not yes:
        return MailBook(book).answer(mail.id, "no")
    return MailBook(book).answer(mail.id, "yes", outcome=proposal.outcome, move=proposal.move)


def catch_up(book: Journal, person: str | None = None, *, read: Reading | None = None) -> tuple[int, ...]:
    """Put attached mails to interviews that were not finished when they came; return these interviews."""
    from wentwell.journal import MailBook

    kept = MailBook(book)
    late = [
        one
        for one in kept.list("attached", person=person)
        if one.document is None and one.message is not None and one.kind != "automatic"
    ]
    if not late:
        return ()
    documents = _Documents(book, person, kept.addresses(person), read)
    settled: dict[int, MailFiling] = {}
    for entry in late:
        if entry.message is None or entry.opportunity is None:
            continue
        mail = _Mail(entry.message, entry.own, number=entry.id, kind=entry.kind)
        about = (entry.filed or {}).get("interview")
        number, name = documents.put(mail, entry.opportunity, about if isinstance(about, int) else None)
        if name is not None:
            settled[entry.id] = entry.filing.model_copy(update={"interview": number, "document": name})
    if settled:
        touched = documents.touched
        kept.put(settled, documents.read())
        return touched
    return ()


def undo(book: Journal, person: str | None = None, *, read: Reading | None = None) -> UndoneMails:
    """Take back what was done last with mails; see `MailBook.undo`."""
    from wentwell.journal import MailBook

    undone = MailBook(book).undo()
    # a mail that goes back to where it was is put there again
    catch_up(book, person, read=read)
    return undone


def _new(
    messages: Iterable[Message], states: Mapping[str, str], mine: Collection[str]
) -> tuple[list[_Mail], int]:
    """Return the mails that are new, by the moment they were sent, and how many are known."""
    new: dict[str, _Mail] = {}
    known = 0
    for message in messages:
        mark = identity(message)
        if mark in new or states.get(mark, "none") != "none":
            known += 1
        else:
            new[mark] = _Mail(message, is_own(message, mine), mark)
    return sorted(new.values(), key=_moment), known


def _moment(mail: _Mail) -> tuple[bool, float]:
    sent = mail.message.date
    return sent is None, 0.0 if sent is None else sent.timestamp()


def _in_journal(entries: Iterable[MailEntry]) -> list[_Mail]:
    return [
        _Mail(
            one.message,
            one.own,
            number=one.id,
            kind=one.kind,
            probability=one.kind_probability,
        )
        for one in entries
        if one.message is not None
    ]


def _through(matcher: Matcher, new: Sequence[_Mail], old: Sequence[_Mail]) -> list[_Mail]:
    """Match mails in their order, filing the sure ones; then look again at those that were not."""
    done: list[_Mail] = []
    left: list[_Mail] = []
    for one in new:
        (done if (looked := _look(matcher, one)).filed is not None else left).append(looked)
    left += [replace(one, match=None) for one in old]
    for _ in range(_AGAIN):
        before, left = left, []
        for one in before:
            (done if (looked := _look(matcher, one)).filed is not None else left).append(looked)
        if len(left) == len(before):
            break
    return done + left


def _are_near(one: Message, other: Message) -> bool:
    """Whether what is said of one mail may tell of another: by their thread, subject, or who wrote."""
    threads = [{*message.thread, *filter(None, (message.message_id,))} for message in (one, other)]
    writers = [message.sender.address if message.sender else "" for message in (one, other)]
    same_writer = bool(writers[0]) and writers[0] == writers[1]
    return bool(threads[0] & threads[1]) or (bool(one.topic) and one.topic == other.topic) or same_writer


def _look(matcher: Matcher, mail: _Mail) -> _Mail:
    match = matcher.match(mail.message)
    filed = None
    if match.verdict == "sure":
        filed = matcher.file(mail.message, match.opportunity, match.interview).model_dump(mode="json")
    return replace(mail, match=match, filed=filed)


def _with_kinds(looked: Sequence[_Mail]) -> list[_Mail]:
    """Tell what the mails are that are kept and that others wrote."""
    from wentwell.mails import find_kinds

    asked = [
        place
        for place, one in enumerate(looked)
        if one.kind is None
        and not one.own
        and (one.filed is not None or one.match is None or one.match.verdict != "none")
    ]
    found = dict(zip(asked, find_kinds([looked[place].message for place in asked]), strict=True))
    return [
        replace(one, kind=found[place].kind, probability=found[place].probability) if place in found else one
        for place, one in enumerate(looked)
    ]


def _filing(mail: _Mail, documents: _Documents) -> MailFiling:
    from wentwell.journal import MailFiling

    match = mail.match
    if match is None or (mail.filed is None and match.verdict == "none" and mail.number is None):
        return MailFiling(state="none")
    told = {"confidence": match.confidence, "why": match.why}
    if mail.filed is None or match.opportunity is None:
        return MailFiling.model_validate({"state": "waiting", **told})
    number, name = documents.put(mail, match.opportunity, match.interview)
    return MailFiling.model_validate(
        {
            "state": "attached",
            "opportunity": match.opportunity,
            "interview": number or match.interview,
            "document": name,
            "filed": mail.filed,
            **told,
        }
    )


def _to_keep(mail: _Mail, filing: MailFiling) -> NewMail:
    from wentwell.journal import NewMail

    if filing.state == "none":
        return NewMail(identity=mail.identity, filing=filing)
    return NewMail(
        identity=mail.identity,
        message=mail.message,
        own=mail.own,
        kind=mail.kind,
        kind_probability=mail.probability,
        filing=filing,
    )


class _Documents:
    """The documents of interviews that mails are put to, before they are kept."""

    def __init__(
        self, book: Journal, person: str | None, mine: Collection[str], read: Reading | None
    ) -> None:
        from wentwell.journal import SearchBook

        self.jobs: dict[int, OpportunityEntry] = {one.id: one for one in SearchBook(book).list_of(person)}
        self._book = book
        self._mine = mine
        self._read = read
        self._now: dict[int, list[Document]] = {}

    @property
    def touched(self) -> tuple[int, ...]:
        """The interviews whose documents changed."""
        return tuple(
            number
            for number, documents in self._now.items()
            if documents != list(self._book.get(number).interview.documents)
        )

    def leave(self, mail: MailEntry) -> None:
        """Take a mail out of the interview whose document it is."""
        if mail.interview is not None and mail.document is not None:
            documents = self._of(mail.interview)
            documents[:] = [one for one in documents if one.name != mail.document]

    def put(self, mail: _Mail, job: int, about: int | None) -> tuple[int | None, str | None]:
        """Put a mail to the interview whose answer it changes; return which, and its name there."""
        number = counts_for(mail.message, about, self.jobs[job])
        document = mail.message.document
        if number is None or not document.text.strip() or self._says_nothing(mail):
            return number, None
        documents = self._of(number)
        if any((one.kind, one.text) == (document.kind, document.text) for one in documents):
            return number, None  # the same words count once
        name = _name(mail.message, {one.name or "" for one in documents})
        documents.append(document.model_copy(update={"name": name}))
        return number, name

    def read(self) -> list[ReadAnew]:
        """Read the interviews that changed, with all that they hold now."""
        from wentwell._assess import read_interview
        from wentwell.journal import ReadAnew

        changed = []
        for number in self.touched:
            record = self._book.get(number)
            interview = record.interview.model_copy(update={"documents": tuple(self._now[number])})
            found, _ = read_interview(interview, mine=self._mine, read=self._read)
            changed.append(
                ReadAnew(
                    number=number,
                    seen=record.updated_at,
                    documents=found.documents,
                    evidence=found.evidence,
                )
            )
        return changed

    def _of(self, number: int) -> list[Document]:
        if number not in self._now:
            self._now[number] = list(self._book.get(number).interview.documents)
        return self._now[number]

    def _says_nothing(self, mail: _Mail) -> bool:
        """Whether an automatic mail tells no outcome for sure: a receipt counts for nothing."""
        if mail.kind != "automatic" and not (mail.message.automatic and mail.kind in (None, "other")):
            return False
        from wentwell.mails import MailKindFound, evidence_that_counts
        from wentwell.reading import read_many

        found = MailKindFound(kind="automatic", probability=1.0, probabilities={})
        (evidence,) = (self._read or read_many)([mail.message.document])
        return not evidence_that_counts(found, evidence)


def _name(message: Message, taken: Collection[str]) -> str:
    """Return what to call a mail among an interview's documents."""
    who = message.sender.name or message.sender.address if message.sender else ""
    day = "" if message.date is None else message.date.date().isoformat()
    wanted = " ".join(filter(None, ("Mail", day, f"from {who}" if who else "")))[:120]
    name, count = wanted, 1
    while name in taken:
        count += 1
        name = f"{wanted} ({count})"
    return name
