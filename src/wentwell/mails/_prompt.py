"""A quick answer as evidence: from the dates of the thread that the documents belong to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from email.utils import getaddresses, parseaddr

from wentwell.interview import Address, Document, Evidence, Message
from wentwell.mails._delay import WorkingHours, answered, quoted_moment, reply_delay

PROMPT = "reply.prompt"
_HEAD = 400
"""Characters at the beginning of a quoted mail that its writer stands in."""


def message_of(document: Document) -> Message:
    """Return a mail that was read as a document as a message, as far as its head was kept."""
    head = document.mail
    if head is None:
        return Message(document=document)
    sent = None
    if head.date:
        try:
            sent = datetime.fromisoformat(head.date)
        except ValueError:
            sent = None
    return Message(
        document=document,
        message_id=head.message_id,
        in_reply_to=(head.in_reply_to,) if head.in_reply_to else (),
        sender=next(iter(_addresses([head.sender or ""])), None),
        to=tuple(_addresses(head.recipients)),
        date=sent if sent is not None and sent.tzinfo is not None else None,
        subject=head.subject or "",
        automatic=head.automatic,
    )


def is_own(document: Document, mine: Collection[str]) -> bool:
    """Tell whether the candidate sent this mail.

    Parameters
    ----------
    document : Document
    mine : collection of str
        The candidate's own mail addresses, or the name that stands beside them.
    """
    if document.kind != "mail" or document.mail is None or not document.mail.sender:
        return False
    name, address = parseaddr(document.mail.sender)
    own = {" ".join(one.split()).casefold() for one in mine if one.strip()}
    return bool({address.casefold(), " ".join(name.split()).casefold()} & own - {""})


def prompt_answers(
    documents: Sequence[Document],
    mine: Collection[str] = (),
    since: date | None = None,
    hours: WorkingHours | None = None,
) -> tuple[Evidence, ...]:
    """Return the quick answers to the candidate's messages, by the dates of their threads.

    Where the candidate's message is among the documents, the time counts from the first one since the other
    side last wrote. Where only the answer is there, it counts from the mail that the answer quotes first, if
    the candidate wrote that one: a recipient of the answer stands in the line that introduces it.

    Parameters
    ----------
    documents : sequence of Document
        Those that are no mails are left out.
    mine : collection of str
        The candidate's own mail addresses, or the name that stands beside them.
    since : date, optional
        The day of the interview: an answer to what was written before it (a time agreed, a form sent) is no
        sign.
    hours : WorkingHours, optional
        Of the answering side.

    Returns
    -------
    tuple of Evidence
        One for each prompt answer, ``reply.prompt``, with the first own sentence of the answer as its quote.
        An answer without own words gives none.
    """
    messages = [message_of(document) for document in documents if document.kind == "mail"]
    own = {
        message.sender.address
        for message in messages
        if message.sender is not None and is_own(message.document, mine)
    } | {one.strip().lower() for one in mine if "@" in one}
    found: list[Evidence] = []
    counted = set()
    for one in answered(messages, own, hours):
        counted.add(id(one.answer.document))
        asked = one.asked.date
        if one.delay.prompt and asked is not None and (since is None or asked.date() >= since):
            found += _shown_by(one.answer.document)
    for message in messages:
        if (
            id(message.document) in counted
            or message.automatic
            or message.sender is None
            or message.date is None
        ):
            continue
        if message.sender.address in own:
            continue
        asked = _quoted_from(message, own)
        if asked is None or asked > message.date or (since is not None and asked.date() < since):
            continue
        if reply_delay(asked, message.date, hours).prompt:
            found += _shown_by(message.document)
    return tuple(found)


def _quoted_from(message: Message, own: Collection[str]) -> datetime | None:
    """Return when the candidate's message was sent that an answer quotes first."""
    document = message.document
    quoted = next((aside for aside in document.asides or () if aside.kind == "quoted"), None)
    if quoted is None or message.is_forwarded:
        return None
    asked = quoted_moment(document, message.date)
    head = document.text[quoted.start : quoted.end][:_HEAD].lower()
    receivers = {person.address for person in message.to if person.address} | set(own)
    by_candidate = any(address and f"{address}>" in head for address in receivers) or any(
        f"{address}:" in head or f"{address} wrote" in head for address in receivers if address
    )
    return asked if by_candidate else None


def _shown_by(document: Document) -> list[Evidence]:
    """Return the sign, shown by the first sentence of an answer's own words."""
    from wentwell.reading import units

    first = next(iter(units(document)), None)
    if first is None:
        return []
    return [
        Evidence(
            label=PROMPT,
            quote=document.text[first.start : first.end],
            start=first.start,
            end=first.end,
            document=document.name,
        )
    ]


def _addresses(fields: Iterable[str]) -> list[Address]:
    return [
        Address(address=address.lower(), name=name or None)
        for name, address in getaddresses(list(fields))
        if address or name
    ]
