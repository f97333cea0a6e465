"""``wentwell serve``: the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from wentwell.web import Share

_CANNOT = (
    "To share the page, give all of --cert and --key (PEM files) and --name (the name or address others will "
    "open). Without --share it stays on this computer."
)


@click.command("serve")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    help="The port to try first; a free one is taken if it is in use. 0: any.",
)
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
@click.option("--share", is_flag=True, help="Let other computers open it, with a passphrase and over TLS.")
@click.option("--cert", metavar="FILE", help="With --share: the certificate, as PEM.")
@click.option("--key", metavar="FILE", help="With --share: the key of the certificate, as PEM.")
@click.option(
    "--name",
    "names",
    metavar="NAME",
    multiple=True,
    help="With --share: a name or address by which it is opened; may be repeated.",
)
@click.pass_obj
def serve_command(
    journal: str | None,
    /,
    *,
    port: int,
    no_browser: bool,
    share: bool,
    cert: str | None,
    key: str | None,
    names: tuple[str, ...],
) -> None:
    """Open the page in your browser. It runs on this computer alone; Ctrl-C stops it."""
    from wentwell.web import ShareError, serve

    if share:
        shared = _shared(cert, key, names)
    elif cert or key or names:
        raise click.UsageError("--cert, --key and --name are for --share.")
    else:
        shared = None

    def say(address: str) -> None:
        where = "on this computer alone" if shared is None else "for everybody who has the passphrase"
        click.echo(f"The page is at {address} {where}. Ctrl-C stops it; nothing is lost.")

    try:
        serve(journal, port=port, browse=not (no_browser or shared), say=say, share=shared)
    except ShareError as wrong:
        raise click.ClickException(str(wrong)) from None


def _shared(cert: str | None, key: str | None, names: tuple[str, ...]) -> Share:
    """Ask for the passphrase, once all else is there."""
    import os

    from wentwell.web import Share

    if not (cert and key and names):
        raise click.UsageError(_CANNOT)
    passphrase = os.environ.get("WENTWELL_PASSPHRASE") or click.prompt(
        "Passphrase for others, 12 characters or more", hide_input=True, confirmation_prompt=True, err=True
    )
    return Share(cert, key, names, passphrase)
