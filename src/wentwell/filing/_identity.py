"""What tells one mail from every other."""

from __future__ import annotations

from hashlib import sha256

from wentwell.interview import Message


def identity(message: Message) -> str:
    """Return a digest of a mail's Message-ID; without one, of its head; without that too, of its words.

    The same mail in a file and on a server has the same. A digest tells nothing of the mail.
    """
    from wentwell.sources.imap import identity as of_head

    if message.message_id is None and message.date is None:
        mail = message.document.mail
        head = "" if mail is None else f"{mail.sender} {mail.recipients} {mail.subject}"
        return digest(f"{head}\n{message.document.text}")
    return digest(of_head(message))


def digest(mark: str) -> str:
    """Return a digest of what a server's mails are told apart by (`sources.imap.identity`)."""
    return sha256(mark.encode("utf-8", "backslashreplace")).hexdigest()
