"""``wentwell serve``: the page."""

from __future__ import annotations

import click


@click.command("serve")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    help="The port to try first; a free one is taken if it is in use. 0: any.",
)
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
@click.pass_obj
def serve_command(journal: str | None, /, *, port: int, no_browser: bool) -> None:
    """Open the page in your browser. It runs on this computer alone; Ctrl-C stops it."""
    from wentwell.web import serve

    def say(address: str) -> None:
        click.echo(f"The page is at {address} on this computer alone. Ctrl-C stops it; nothing is lost.")

    serve(journal, port=port, browse=not no_browser, say=say)
