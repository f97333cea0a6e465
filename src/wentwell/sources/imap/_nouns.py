"""The nouns of a mailbox on a server: whose it is, how far it was read, what was read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from wentwell.interview import Message
from wentwell.interview._base import Noun

Name = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"^[^\x00-\x1f\x7f]+$")]
Host = Annotated[str, StringConstraints(min_length=1, max_length=253, pattern=r"^[\w.:-]+$")]


class Account(Noun):
    """Where a mailbox is and whose it is. It holds no secret."""

    host: Host
    """The server's name, such as ``imap.example.org``; its certificate must be of this name."""
    user: Name
    """Mostly the mail address."""
    port: int | None = Field(default=None, ge=1, le=65535)
    """By default 993, or 143 with `starttls`."""
    starttls: bool = False
    """Begin in clear text and turn to TLS before anything is said. Without it, TLS from the first byte."""
    ca: Path | None = None
    """A file of certificates (PEM) that is trusted in place of those of the system."""
    timeout: float = Field(default=60, gt=0, le=3600)
    """Seconds without a word from the server after which the connection counts as lost."""

    @property
    def door(self) -> int:
        """The port that is used."""
        return self.port if self.port is not None else 143 if self.starttls else 993


class Bookmark(Noun):
    """How far a folder was read. Keep it together with the mails of its batch; reading resumes there."""

    host: str
    user: str
    folder: str
    validity: int
    """The folder's UIDVALIDITY (RFC 3501, 2.3.1.1): once another, the numbers below mean nothing any more."""
    last_uid: int
    """All mails up to this UID were read or passed over."""
    since: date | None = None
    """The first day that was looked at; ``None`` for all."""


class Progress(Noun):
    """How far a fetch has come."""

    done: int
    """Mails that were read or passed over, since this fetch began."""
    total: int
    """Mails that this fetch has to look at."""
    received: int
    """Bytes that came from the server as mails and heads."""
    losses: int = 0
    """How often the connection was lost and taken up again."""


class FetchedBatch(Noun):
    """Some mails of a folder, and the bookmark that holds once they are kept."""

    messages: tuple[Message, ...]
    """In the folder's order. It may be empty: then only the bookmark moves on."""
    bookmark: Bookmark
    progress: Progress
    restarted: bool = False
    """The folder had to be read from its beginning although a bookmark was given."""
    left_out: tuple[int, ...] = ()
    """The UIDs of mails that the server refused to give although it gave their neighbours."""


class Folder(Noun):
    """A folder that can be read."""

    name: str
    """As people read it; `fetch` takes it like this."""
    uses: tuple[str, ...] = ()
    """What the server says it is for (RFC 6154), such as ``sent``, ``archive`` or ``junk``."""


class FolderCount(Noun):
    """How many mails a folder holds."""

    mails: int
    since: int
    """Those that came on the day asked for or later."""
