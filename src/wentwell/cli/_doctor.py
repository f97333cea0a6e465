"""``wentwell doctor``: whether this installation is sound."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from wentwell._version import __version__


def _python() -> str:
    return f"wentwell {__version__} on Python {sys.version.split()[0]}"


def _catalog() -> str:
    from wentwell.catalog import context_rules, signs

    return f"{len(signs())} signs, {len(context_rules().base)} base rates"


def _reader() -> str:
    from wentwell import Document, read
    from wentwell.reading import TrainedReader, default_reader

    reader = default_reader()
    which = (
        f"the trained model, version {reader.settings.version},"
        if isinstance(reader, TrainedReader)
        else "patterns alone, for the model or what runs it is missing;"
    )
    document = Document.from_text("At the end she asked when I could start.")
    found = read(document)
    if not any(
        one.label == "selling.start_date" and document.text[one.start : one.end] == one.quote for one in found
    ):
        raise RuntimeError("a sentence that shows a sign was not read; install wentwell again")
    return f"{which} finds a sign and quotes it exactly"


def _answer() -> str:
    from wentwell import assess
    from wentwell.examples import demos
    from wentwell.telling import to_html

    count = 0
    for demo in demos():
        to_html(assess(demo.interview, today=demo.today))
        count += 1
    return f"{count} demo interviews read, weighed and told"


def _terminal() -> str:
    encoding = (sys.stdout.encoding or "unknown").lower()
    return f"writes {encoding}" + ("" if "utf" in encoding else "; charts are drawn in plain ASCII")


@click.command("doctor")
@click.pass_obj
def doctor_command(journal: str | None, /) -> int:
    """Check the installation; nothing is changed."""

    def kept() -> str:
        from wentwell.journal import Journal, locate

        place = locate(journal)
        if not place.exists():
            return f"none yet; it will be {place}"
        with Journal.open(place) as book:
            book.check()
            return f"{len(book.list())} interviews, undamaged, in {place}"

    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("program", _python),
        ("catalog", _catalog),
        ("reader", _reader),
        ("answer", _answer),
        ("journal", kept),
        ("terminal", _terminal),
    )
    sound = True
    for name, check in checks:
        try:
            click.echo(f"{name:10s}fine     {check()}")
        except Exception as wrong:  # a doctor reports every illness
            sound = False
            click.echo(f"{name:10s}NOT FINE {type(wrong).__name__}: {wrong}")
    return 0 if sound else 1
