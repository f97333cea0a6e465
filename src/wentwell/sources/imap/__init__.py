"""Mails from a mailbox on a server (IMAP), only ever read: nothing there is marked, moved or deleted.

Needs the extra ``mail``: ``pip install 'wentwell[mail]'``.
"""

from wentwell.sources.imap._fetch import fetch, identity
from wentwell.sources.imap._look import count, folders
from wentwell.sources.imap._nouns import Account, Bookmark, FetchedBatch, Folder, FolderCount, Progress
from wentwell.sources.imap._secrets import (
    Secret,
    forget_secret,
    from_command,
    from_keyring,
    keep_secret,
    secret_for,
)

__all__ = [
    "Account",
    "Bookmark",
    "FetchedBatch",
    "Folder",
    "FolderCount",
    "Progress",
    "Secret",
    "count",
    "fetch",
    "folders",
    "forget_secret",
    "from_command",
    "from_keyring",
    "identity",
    "keep_secret",
    "secret_for",
]
