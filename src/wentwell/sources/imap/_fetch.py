"""Read a folder batch by batch: bounded in memory, and taken up again wherever the connection breaks."""

from __future__ import annotations

import hashlib
import time
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from wentwell.interview import Message
from wentwell.sources._error import SourceError
from wentwell.sources._mail import parse_message
from wentwell.sources._mailboxes import MOST_OF_A_MAIL, message_from_bytes
from wentwell.sources.imap._nouns import Account, Bookmark, FetchedBatch, Progress
from wentwell.sources.imap._secrets import Secret
from wentwell.sources.imap._session import (
    MOST_NUMBERS,
    ConnectionLost,
    Examined,
    Listed,
    Refused,
    Session,
    connected,
    is_nobody,
    unreachable,
)

K = TypeVar("K")

_HEADS = 100
"""Mails whose heads are asked for at once."""
_BYTES = 2 * 1024 * 1024
"""Bytes of mails that are asked for at once, unless a single one is larger."""
_LEAST_NUMBERS = 1000
"""Numbers of mails that are asked for at once, at least, on a bad line."""
_TRIES, _FIRST_TRIES = 6, 2
"""Losses in a row after which it gives up: once it was connected, and before."""
_LONGEST_PAUSE = 30.0


def fetch(
    account: Account,
    secret: Callable[[], Secret],
    bookmark: Bookmark | None = None,
    *,
    folder: str = "INBOX",
    since: date | None = None,
    wants: Callable[[Message], bool] | None = None,
    knows: Callable[[str], bool] | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    pause: Callable[[float], None] = time.sleep,
) -> Iterator[FetchedBatch]:
    """Read the mails of a folder on a server, batch by batch. Nothing is changed there.

    Parameters
    ----------
    account : Account
    secret : callable
        Gives the password or token; asked at each connection (`secret_for`).
    bookmark : Bookmark, optional
        Of the last batch that was kept. Without it the folder is read from its beginning.
    folder : str
    since : date, optional
        The first day, by the day on which the server received a mail. A day earlier than the bookmark's
        starts the folder again.
    wants : callable, optional
        Given a mail's head as a `Message` without words: whether to fetch the mail whole. By default all.
    knows : callable, optional
        Given a mail's `identity`: whether it was kept before; then it is not fetched again. It matters
        where a folder has to be read again, and where one mail lies in several folders.
    on_progress : callable, optional
        Told how far it has come, several times a batch.
    pause : callable, optional
        Waits for some seconds before a new connection.

    Yields
    ------
    FetchedBatch
        Keep its messages, and then its bookmark: if anything stops in between, the next fetch gives the
        batch again and no mail is lost; if both are kept at once, none is doubled either.

    Raises
    ------
    SourceError
        If the server cannot be reached, refuses the login or has no such folder; or if the connection broke
        six times in a row without anything coming through.

    Notes
    -----
    Heads are asked for first, with sizes; then the mails that are wanted, in pieces of at most 2 MB or a
    single larger mail; of one over 8 MB only its beginning. What is held is one such piece and four bytes
    for each mail of the folder. After a break it goes on with smaller pieces, so that a bad line gets there
    too.
    """
    mine = (account.host, account.user, folder)
    if bookmark is not None and (bookmark.host, bookmark.user, bookmark.folder) != mine:
        raise SourceError(
            f"the bookmark is of {bookmark.folder} at {bookmark.host}, not of {folder} at {account.host}"
        )
    run = _Run(account, folder, since, wants, knows, on_progress, bookmark)
    failed = 0
    while True:
        kept = run.done
        try:
            with connected(account, secret) as session:
                yield from run.through(session)
            return
        except ConnectionLost as loss:
            failed = 1 if run.done > kept else failed + 1
            tries = _TRIES if run.was_connected else 1 if is_nobody(loss) else _FIRST_TRIES
            if failed >= tries:
                raise _given_up(account, loss, run) from None
            run.lost()
        pause(min(_LONGEST_PAUSE, 2.0 ** (failed - 1)))


def identity(message: Message) -> str:
    """Return what tells a mail from every other: its Message-ID, or a digest of its head if it has none."""
    if message.message_id is not None:
        return message.message_id
    mail = message.document.mail
    parts = () if mail is None else (mail.sender, mail.recipients, mail.subject, mail.date)
    return f"sha256:{hashlib.sha256(repr(parts).encode('utf-8', 'backslashreplace')).hexdigest()}"


def _given_up(account: Account, loss: ConnectionLost, run: _Run) -> SourceError:
    if not run.was_connected:
        return unreachable(account, loss)
    return SourceError(
        f"{account.host}: the connection broke again and again ({loss}); "
        f"{run.done} of {run.total} mails were looked at. Run it again later to go on from there"
    )


@dataclass
class _Run:
    """One fetch over all its connections: how far it is, and how much it dares to ask for."""

    account: Account
    folder: str
    since: date | None
    wants: Callable[[Message], bool] | None
    knows: Callable[[str], bool] | None
    on_progress: Callable[[Progress], None] | None
    bookmark: Bookmark | None
    restarted: bool = False
    was_connected: bool = False
    done: int = 0
    total: int = 0
    received: int = 0
    losses: int = 0
    todo: array[int] | None = None
    todo_validity: int = 0
    heads: int = _HEADS
    size: int = _BYTES

    def lost(self) -> None:
        self.losses += 1
        self.heads, self.size = max(1, self.heads // 4), max(1, self.size // 4)

    def through(self, session: Session) -> Iterator[FetchedBatch]:
        opened = session.examine(self.folder)
        self.was_connected = True
        place = self._begin(opened)
        todo = self._numbers(session, opened, place)
        position = bisect_right(todo, place.last_uid)
        self.total = self.done + len(todo) - position
        self._tell(session)
        while position < len(todo):
            some = todo[position : position + self.heads].tolist()
            for batch in self._chunk(session, some, place):
                place = batch.bookmark
                yield batch
                # after the yield: only now it is known to have been taken
                self.bookmark = place
                self.restarted = False
            position += len(some)
            self.heads, self.size = min(_HEADS, self.heads * 2), min(_BYTES, self.size * 2)
        if self.bookmark != place:
            yield FetchedBatch(
                messages=(), bookmark=place, progress=self._progress(session), restarted=self.restarted
            )
            self.bookmark = place

    def _numbers(self, session: Session, opened: Examined, place: Bookmark) -> array[int]:
        """Return the UIDs to look at; after a break they are known already, unless they were given anew."""
        if self.todo is None or self.todo_validity != opened.validity:
            most = max(_LEAST_NUMBERS, MOST_NUMBERS >> 2 * self.losses)
            todo = array("I")
            for uids in session.uids(opened, place.last_uid, self.since, most):
                todo.extend(uids)
            self.todo, self.todo_validity = todo, opened.validity
        return self.todo

    def _begin(self, opened: Examined) -> Bookmark:
        """Return where to go on: at the bookmark, if it still means something."""
        known = self.bookmark
        fresh = Bookmark(
            host=self.account.host,
            user=self.account.user,
            folder=self.folder,
            validity=opened.validity,
            last_uid=0,
            since=self.since,
        )
        if known is None:
            return fresh
        covers = known.since is None or (self.since is not None and self.since >= known.since)
        if known.validity != opened.validity or not opened.validity or not covers:
            self.restarted = True
            self.done = 0
            return fresh
        return fresh.model_copy(update={"last_uid": known.last_uid})

    def _chunk(self, session: Session, uids: Sequence[int], place: Bookmark) -> Iterator[FetchedBatch]:
        """Read some mails: their heads, then those that are wanted, in pieces."""
        left_out: list[int] = []
        listed = _each(uids, session.listed, left_out)
        self._tell(session)
        pieces = _pieces(self._wanted(listed), self.size)
        done = self.done
        for number, piece in enumerate(pieces):
            given = dict(_each(piece, lambda some: list(_whole(session, some).items()), left_out))
            # all up to the next piece is done with this one: what lies between was not wanted
            last = pieces[number + 1][0] - 1 if number + 1 < len(pieces) else uids[-1]
            self.done = done + sum(uid <= last for uid in uids)
            yield self._batch(session, place, last, given, left_out)
            left_out = []
        if not pieces:
            self.done = done + len(uids)
            yield self._batch(session, place, uids[-1], {}, left_out)

    def _wanted(self, listed: Sequence[Listed]) -> list[Listed]:
        if self.wants is None and self.knows is None:
            return list(listed)
        chosen: list[Listed] = []
        seen: set[str] = set()
        for one in listed:
            head = parse_message(one.head, self._source(one.uid))
            if self.knows is not None:
                mark = identity(head)
                if mark in seen or self.knows(mark):
                    continue
                seen.add(mark)
            if self.wants is None or self.wants(head):
                chosen.append(one)
        return chosen

    def _batch(
        self,
        session: Session,
        place: Bookmark,
        last: int,
        given: dict[int, bytes],
        left_out: Sequence[int],
    ) -> FetchedBatch:
        progress = self._tell(session)
        return FetchedBatch(
            messages=tuple(message_from_bytes(data, self._source(uid)) for uid, data in given.items()),
            bookmark=place.model_copy(update={"last_uid": last}),
            progress=progress,
            restarted=self.restarted,
            left_out=tuple(left_out),
        )

    def _source(self, uid: int) -> str:
        return f"{self.account.host} {self.folder} ({uid})"

    def _progress(self, session: Session) -> Progress:
        self.received += session.received
        session.received = 0
        return Progress(done=self.done, total=self.total, received=self.received, losses=self.losses)

    def _tell(self, session: Session) -> Progress:
        progress = self._progress(session)
        if self.on_progress is not None:
            self.on_progress(progress)
        return progress


def _whole(session: Session, uids: Sequence[int]) -> dict[int, bytes]:
    # one byte more than is read tells that there is more
    return session.mails(uids, MOST_OF_A_MAIL + 1)


def _pieces(wanted: Sequence[Listed], most: int) -> list[list[int]]:
    """Put mails together as long as they are not too large in sum; a larger one stands alone."""
    pieces: list[list[int]] = []
    size = 0
    for one in wanted:
        its = min(one.size, MOST_OF_A_MAIL)
        if not pieces or size + its > most:
            pieces.append([])
            size = 0
        pieces[-1].append(one.uid)
        size += its
    return pieces


def _each(uids: Sequence[int], ask: Callable[[Sequence[int]], list[K]], left_out: list[int]) -> list[K]:
    """Ask for some mails; where the server refuses them together, one by one.

    One refused while others came is left out: a mail that is broken on the server must not stop all after it.
    """
    try:
        return ask(uids)
    except Refused as refusal:
        if len(uids) == 1:
            raise ConnectionLost(str(refusal)) from None
    got: list[K] = []
    refused: list[int] = []
    for uid in uids:
        try:
            got += ask([uid])
        except Refused:
            refused.append(uid)
    if not got:
        raise ConnectionLost("the server refused to give any mail")
    left_out += refused
    return got
