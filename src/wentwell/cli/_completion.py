"""``wentwell completion``: the script that completes commands in a shell."""

from __future__ import annotations

import click

from wentwell.cli._main import wentwell


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion_command(shell: str) -> None:
    """Print the completion script for SHELL.

    For bash: wentwell completion bash > ~/.local/share/bash-completion/completions/wentwell
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(found(wentwell, {}, "wentwell", "_WENTWELL_COMPLETE").source())
