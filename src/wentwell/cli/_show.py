"""Hand an answer to the telling the user asked for."""

from __future__ import annotations

from pathlib import Path

import click

from wentwell.cli._files import console
from wentwell.interview import Answer


def tell(answer: Answer, *, as_json: bool = False, as_markdown: bool = False, number: bool = True) -> None:
    """Print an answer."""
    from wentwell import telling

    if as_json:
        click.echo(telling.to_json(answer))
    elif as_markdown:
        click.echo(telling.to_markdown(answer, number=number))
    else:
        telling.to_terminal(answer, console(), number=number)


def save_page(answer: Answer, path: Path, *, number: bool = True) -> None:
    """Write an answer as a page."""
    from wentwell.telling import to_html

    page = to_html(answer, number=number)
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as wrong:
        raise click.ClickException(
            f"{path}: cannot be written ({wrong.strerror}); choose another place"
        ) from wrong
    click.echo(f"Written to {path}.", err=True)
