"""Looks at an account: which folders there are, how many mails."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from wentwell.sources.imap._nouns import Account, Folder, FolderCount
from wentwell.sources.imap._secrets import Secret
from wentwell.sources.imap._session import ConnectionLost, Session, connected, unreachable

T = TypeVar("T")


def folders(account: Account, secret: Callable[[], Secret]) -> tuple[Folder, ...]:
    """List the folders that can be read, the inbox first.

    Parameters
    ----------
    account : Account
    secret : callable
        Gives the password or token (`secret_for`).

    Raises
    ------
    SourceError
        If the server cannot be reached or refuses the login.
    """
    return _once(account, secret, Session.folders)


def count(
    account: Account, secret: Callable[[], Secret], *, folder: str = "INBOX", since: date | None = None
) -> FolderCount:
    """Count the mails of a folder; this also shows that the login works.

    Parameters
    ----------
    account : Account
    secret : callable
        Gives the password or token (`secret_for`).
    folder : str
    since : date, optional
        The first day to count, by the server's clock.

    Raises
    ------
    SourceError
        If the server cannot be reached, refuses the login, or has no such folder.
    """

    def counted(session: Session) -> FolderCount:
        opened = session.examine(folder)
        if since is None:
            return FolderCount(mails=opened.mails, since=opened.mails)
        return FolderCount(mails=opened.mails, since=sum(map(len, session.uids(opened, 0, since))))

    return _once(account, secret, counted)


def _once(account: Account, secret: Callable[[], Secret], look: Callable[[Session], T]) -> T:
    try:
        with connected(account, secret) as session:
            return look(session)
    except ConnectionLost as loss:
        raise unreachable(account, loss) from None
