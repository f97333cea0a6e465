"""``wentwell schema``: the JSON Schema of each noun."""

from __future__ import annotations

import json

import click


@click.command("schema")
@click.argument("noun", required=False)
def schema_command(noun: str | None) -> None:
    """Print the JSON Schema of NOUN, or the names of all nouns."""
    from wentwell.interview import NOUNS

    if noun is None:
        click.echo("\n".join(NOUNS))
        return
    by_name = {name.lower(): kind for name, kind in NOUNS.items()}
    kind = by_name.get(noun.lower())
    if kind is None:
        raise click.UsageError(f"no noun {noun!r}; there are: {', '.join(NOUNS)}")
    click.echo(json.dumps(kind.model_json_schema(), indent=2, ensure_ascii=False))
