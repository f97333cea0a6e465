"""One mail with its head read: who, when, in which thread, from whom or what; its words are a document."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import AwareDatetime, Field

from wentwell.interview._base import Noun
from wentwell.interview.document import Document

MailKind = Literal["reply", "invitation", "refusal", "offer", "holding", "automatic", "logistics", "other"]
"""What a whole mail is.

``reply`` answers what the candidate wrote, also with news or a question; ``invitation`` asks to a next
round; ``refusal`` says no; ``offer`` offers the job or its terms; ``holding`` says that it takes longer;
``automatic`` was sent by a machine and says nothing of the matter (receipts, absence notices, reminders,
surveys); ``logistics`` arranges what was decided before (papers, tests, times, travel); ``other`` is none
of these.
"""

_PREFIX = re.compile(
    r"\s*(?:(?:re|aw|sv|vs|antw|ref|r|rv|fwd?|wg|tr|vb|vl|i|enc|odp|ynt|ilt|回复|答复|转发)\s*(?:\[\d{1,3}\]|\(\d{1,3}\))?"
    r"\s*[:：]|\[(?:external|ext)\])",
    re.IGNORECASE,
)


class Address(Noun):
    """A name and a mail address, as written in a head."""

    address: str
    """The address in small letters; empty where only a name is written."""
    name: str | None = None

    @property
    def domain(self) -> str:
        """What stands after the last ``@``, in small letters; empty if there is none."""
        return self.address.rpartition("@")[2] if "@" in self.address else ""


class Attachment(Noun):
    """Something in a mail that is not read, only named."""

    name: str | None = None
    content_type: str
    """Such as ``text/calendar`` or ``application/pdf``."""


class Message(Noun):
    """One mail. Everything that its head lacks, or that cannot be read, is ``None`` or empty."""

    document: Document
    """The body, with what is not the sender's own words set apart. Its text may be empty."""
    message_id: str | None = None
    """With its angle brackets."""
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    """The thread's messages, the first one first."""
    sender: Address | None = None
    """Of the ``From`` field."""
    reply_to: Address | None = None
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    date: AwareDatetime | None = None
    """When it was sent, with the sender's own offset from UTC."""
    zone_known: bool = True
    """Whether the date names its zone; otherwise it was taken as UTC."""
    subject: str = ""
    auto_submitted: str | None = None
    """The ``Auto-Submitted`` field (RFC 3834), such as ``auto-replied``, if it is not ``no``."""
    automatic: bool = False
    """The head says that a machine sent it, by whatever field."""
    list_id: str | None = None
    """The ``List-Id`` field (RFC 2919): it came through a mailing list."""
    has_unsubscribe: bool = False
    """There is a ``List-Unsubscribe`` field (RFC 2369): it was sent to many."""
    attachments: tuple[Attachment, ...] = ()
    source: str | None = None
    """Where it was read from: a file's name, and its number in a mailbox."""
    is_cut: bool = Field(default=False)
    """It was larger than is read, and only its beginning was."""

    @property
    def thread(self) -> tuple[str, ...]:
        """The identifiers of the messages that it follows, the first one of the thread first."""
        return tuple(dict.fromkeys((*self.references, *self.in_reply_to)))

    @property
    def topic(self) -> str:
        """The subject without ``Re:``, ``Fwd:`` and the like, in small letters."""
        rest = " ".join(self.subject.split())
        while match := _PREFIX.match(rest):
            rest = rest[match.end() :].lstrip()
        return rest.casefold()

    @property
    def is_answer(self) -> bool:
        """Whether its head says that it answers another mail."""
        return bool(self.in_reply_to) or bool(re.match(r"(?:re|aw|sv|antw)\s*:", self.subject.strip(), re.I))

    @property
    def is_forwarded(self) -> bool:
        """Whether its subject says that it was forwarded."""
        return bool(re.match(r"(?:fwd?|wg|tr|vb|rv)\s*:", self.subject.strip(), re.I))
