"""``wentwell mail``: a look at a mailbox on a server. Nothing is changed there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wentwell.cli._options import DAY

if TYPE_CHECKING:
    from wentwell.sources.imap import Account

F = TypeVar("F", bound=Callable[..., Any])


@click.group("mail")
def mail_command() -> None:
    """Look at your mailbox on a server (IMAP). Nothing is marked, moved or deleted there."""


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
