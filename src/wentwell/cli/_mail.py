"""``wentwell mail``: mails in, from files and from a mailbox on a server. Nothing is changed there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wentwell.cli._options import DAY, person_option
from wentwell.cli._say import read_line, say

if TYPE_CHECKING:
    from wentwell.filing import Taken
    from wentwell.interview import Message
    from wentwell.journal import Journal
    from wentwell.sources.imap import Account

_TOGETHER = 200
"""Mails of files that are held and kept at once."""
_BEFORE = timedelta(days=60)
"""So long before the first day of any job mails are looked at, if nothing else is said."""
F = TypeVar("F", bound=Callable[..., Any])


@click.group("mail")
def mail_command() -> None:
    """Take your mails in, from files or from a server (IMAP). Nothing is marked, moved or deleted there."""


def _account_options(command: F) -> F:
    for option in (
        click.option("--ca", metavar="FILE", help="Certificates (PEM) to trust in place of the system's."),
        click.option("--starttls", is_flag=True, help="Begin in clear text, then turn to TLS (port 143)."),
        click.option("--port", type=click.IntRange(1, 65535), help="If it is not the usual one."),
        click.option("--user", envvar="WENTWELL_MAIL_USER", required=True, help="Mostly your mail address."),
        click.option("--host", envvar="WENTWELL_MAIL_HOST", required=True, help="Such as imap.example.org."),
    ):
        command = option(command)
    return command


_token_option = click.option(
    "--token-command",
    envvar="WENTWELL_MAIL_TOKEN_COMMAND",
    metavar="COMMAND",
    help="A command that prints an access token (OAuth 2.0), in place of a password.",
)


@mail_command.command("check")
@_account_options
@_token_option
@click.option("--folder", "names", multiple=True, default=("INBOX",), help="May be given more than once.")
@click.option("--since", type=DAY, help="Count the mails from this day on, too.")
@click.option("--remember", is_flag=True, help="Keep the password in your keyring once it works.")
def check_command(
    *,
    token_command: str | None,
    names: Sequence[str],
    since: date | None,
    remember: bool,
    **where: Any,
) -> None:
    """Try the login and count the mails.

    The password is taken from your keyring, or asked for.
    """
    from wentwell.sources import imap
    from wentwell.telling import clean

    if remember and token_command is not None:
        raise click.UsageError("--remember keeps passwords, not tokens; leave out one of the two")
    account = _account(**where)
    secret = imap.secret_for(account, token_command)
    for name in names:
        found = imap.count(account, secret, folder=name, since=since)
        later = f", {found.since:,} since {since}" if since is not None else ""
        mails = "1 mail" if found.mails == 1 else f"{found.mails:,} mails"
        click.echo(clean(f"{name}: {mails}{later}."))
    click.echo("The login works. Nothing was changed there.")
    if remember:
        imap.keep_secret(account, secret())
        click.echo("The password is in your keyring now. To remove it: wentwell mail forget.")


@mail_command.command("folders")
@_account_options
@_token_option
def folders_command(*, token_command: str | None, **where: Any) -> None:
    """List the folders of the mailbox."""
    from wentwell.sources import imap
    from wentwell.telling import clean

    account = _account(**where)
    for folder in imap.folders(account, imap.secret_for(account, token_command)):
        uses = f" ({', '.join(folder.uses)})" if folder.uses else ""
        click.echo(clean(f"{folder.name}{uses}"))


@mail_command.command("forget")
@_account_options
def forget_command(**where: Any) -> None:
    """Remove the password from your keyring."""
    from wentwell.sources import imap

    if imap.forget_secret(_account(**where)):
        click.echo("The password is no longer in your keyring.")
    else:
        click.echo("There was no password of this account in your keyring.")


def _account(*, host: str, user: str, port: int | None, starttls: bool, ca: str | None) -> Account:
    from pydantic import ValidationError

    from wentwell.sources.imap import Account

    try:
        return Account(
            host=host.strip(), user=user, port=port, starttls=starttls, ca=None if ca is None else Path(ca)
        )
    except ValidationError as error:
        field = error.errors()[0]["loc"][0]
        need = "the bare name of a server, such as imap.example.org" if field == "host" else "a name"
        raise click.BadParameter(f"give {need}", param_hint=f"--{field}") from None


_me_option = click.option(
    "--me",
    "me",
    multiple=True,
    metavar="ADDRESS",
    help="Your own mail address; may be given more than once, and is remembered.",
)


@mail_command.command("add")
@click.argument("paths", metavar="FILE...", nargs=-1, required=True)
@_me_option
@person_option
@click.pass_obj
def add_command(
    journal: str | None, /, *, paths: tuple[str, ...], me: tuple[str, ...], person: str | None
) -> None:
    """Take in the mails of FILE: .eml, .mbox, a Maildir, a folder, pasted text (- for standard input).

    Sure ones are attached to their job and interview; the others wait: wentwell inbox.
    """
    from wentwell.filing import Taken, take_in
    from wentwell.sources import SourceError

    with _jobs_there(journal, person) as book:
        taken, wrong = Taken(), 0
        seen = 0
        with _patience("Reading mails") as tell:
            for path in paths:
                messages = _read(path)
                try:
                    while some := list(islice(messages, _TOGETHER)):
                        if seen == 0:
                            _know_addresses(book, some, me, person)
                        taken += take_in(book, some, person, batch=taken.batch)
                        seen += len(some)
                        tell(f"Reading mails: {seen:,}")
                except SourceError as error:
                    wrong += 1
                    say(str(error))
        if seen or not wrong:
            _report(taken)
    if wrong:
        raise click.exceptions.Exit(2)


def _read(path: str) -> Iterator[Message]:
    from wentwell.sources import MAX_BYTES, SourceError, message_from_bytes, message_from_text, read_messages

    if path != "-":
        yield from read_messages(path)
        return
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if not data.strip():
        raise SourceError("standard input: nothing in it; paste the mail, with its head lines if you can")
    try:
        yield message_from_text(data.decode("utf-8"), "standard input")
    except UnicodeDecodeError:
        yield message_from_bytes(data, "standard input")


@mail_command.command("fetch")
@_account_options
@_token_option
@click.option("--folder", "names", multiple=True, default=("INBOX",), help="May be given more than once.")
@click.option("--since", type=DAY, help="The first day to read (default: 60 days before your first job).")
@click.option("--again", is_flag=True, help="Read the folder from its beginning; nothing is doubled.")
@_me_option
@person_option
@click.pass_obj
def fetch_command(
    journal: str | None,
    /,
    *,
    token_command: str | None,
    names: Sequence[str],
    since: date | None,
    again: bool,
    me: tuple[str, ...],
    person: str | None,
    **where: Any,
) -> None:
    """Take in what is new on your mail server; stopped, it goes on where it was.

    Sure ones are attached to their job and interview; the others wait: wentwell inbox. Add your folder of
    sent mails with --folder, so that it is seen how quickly you were answered.
    """
    from wentwell.filing import Taken, digest, take_in
    from wentwell.journal import MailBook, MailFolder
    from wentwell.sources import imap

    account = _account(**where)
    with _jobs_there(journal, person) as book:
        mails = MailBook(book)
        mails.add_addresses([*me, *([account.user] if "@" in account.user else [])], person)
        states = mails.states(person)
        met = {mark for mark, state in states.items() if state != "none" or not again}
        secret = imap.secret_for(account, token_command)
        taken, left_out = Taken(), 0
        with _patience("Connecting") as tell:
            for name in names:
                kept = mails.folder(account.host, account.user, name, person)
                bookmark = None if kept is None or again else imap.Bookmark.model_validate(kept.bookmark)
                first = since or (bookmark.since if bookmark else _first_day(book, person))

                def told(progress: imap.Progress, name: str = name) -> None:
                    tell(f"{name}: {progress.done:,} of {progress.total:,} mails")

                for batch in imap.fetch(
                    account,
                    secret,
                    bookmark,
                    folder=name,
                    since=first,
                    knows=lambda mark: digest(mark) in met,
                    on_progress=told,
                ):
                    folder = MailFolder(
                        host=account.host,
                        user=account.user,
                        folder=name,
                        bookmark=batch.bookmark.model_dump(mode="json"),
                    )
                    taken += take_in(
                        book, batch.messages, person, batch=taken.batch, folder=folder, what="fetch"
                    )
                    left_out += len(batch.left_out)
        if left_out:
            say(f"{left_out} mails were left out: the server would not give them.")
        _report(taken)


def _first_day(book: Journal, person: str | None) -> date | None:
    """Return the day before which no mail can be of a job."""
    from wentwell.journal import SearchBook

    days = [day for job in SearchBook(book).list_of(person) for day in job.days[:1]]
    return min(days) - _BEFORE if days else None


@contextmanager
def _jobs_there(journal: str | None, person: str | None) -> Iterator[Journal]:
    """Open the journal; without a job there is nothing to attach mails to."""
    from wentwell.cli._journal import open_journal
    from wentwell.journal import SearchBook

    with open_journal(journal) as book:
        if not SearchBook(book).list_of(person):
            raise click.UsageError(
                "there is no job yet to attach mails to; keep one first: wentwell job add EMPLOYER --job NAME"
            )
        yield book


def _know_addresses(
    book: Journal, messages: Iterable[Message], me: Sequence[str], person: str | None
) -> None:
    """Learn the user's own addresses: what they wrote themselves must not count as the other side's word."""
    from wentwell.filing import likely_own
    from wentwell.journal import MailBook
    from wentwell.telling import clean

    mails = MailBook(book)
    mails.add_addresses(me, person)
    if mails.addresses(person):
        return
    guess = likely_own(messages)
    if guess is None:
        say("your own address is not known; give it with --me, so that your own mails are not read as theirs")
        return
    if sys.stdin.isatty() and sys.stderr.isatty():
        answer = read_line(f"Is {clean(guess)} your own address? [Y/n, or your address] ").strip().lower()
        if answer in ("n", "no"):
            return
        guess = answer if "@" in answer else guess
    else:
        say(f"taken as your own address: {guess}, for it is in nearly all of these mails; another: --me")
    mails.add_addresses([guess], person)


@contextmanager
def _patience(words: str) -> Iterator[Callable[[str], None]]:
    """Show on a terminal that long work goes on; gives what is called with how far it is."""
    if not sys.stderr.isatty():
        yield lambda told: None
        return
    from rich.console import Console

    from wentwell.telling import clean

    with Console(stderr=True).status(f"{words} (Ctrl-C stops)") as status:
        yield lambda told: status.update(f"{clean(told)} (Ctrl-C stops; what was kept stays)")


def _report(taken: Taken) -> None:
    """Say what was taken in, and what to do next."""
    counts = (
        (len(taken.attached), "attached"),
        (taken.waiting, "for your word"),
        (taken.none, "about none of your jobs"),
        (taken.known, "known already"),
    )
    told = ", ".join(f"{count:,} {words}" for count, words in counts if count > 0)
    click.echo(f"Mails: {told}." if told else "No new mails.")
    if taken.attached:
        jobs = ", ".join(map(str, sorted(set(taken.attached))))
        click.echo(f"Attached to job {jobs}.")
    for number in taken.interviews:
        click.echo(f"Interview {number} has new words: wentwell show {number}.")
    if taken.attached or taken.waiting > 0:
        click.echo("What waits for your word: wentwell inbox. To take this back: wentwell inbox --undo.")
