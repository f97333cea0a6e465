"""A practice card in words: why it is one, and the counts of an answer beside those of another."""

from __future__ import annotations

from wentwell.interview import Measures, PracticeCard

COUNTED = "counted, not judged"
_NAMES = (
    "words",
    "sets a scene",
    "says what you did",
    "says what came of it",
    "numbers",
    "hedges per 100 words",
    "fillers per 100 words",
    "question's words taken up",
)


def why_words(card: PracticeCard) -> str:
    """Say where a card comes from, and what made it one."""
    from wentwell.catalog import signs

    sign = signs().get(card.sign) if card.sign else None
    why = {
        "sign": f"after it: {sign.name.lower()}" if sign is not None else "a sign stands after it",
        "doubt": "a doubt stands after it",
        "asked-again": "they asked it again",
        "flat": "a flat word stands after it",
        "told": "by your own notes",
    }
    return f"{card.document}: {', '.join(why[reason] for reason in card.reasons)}"


def measure_rows(now: Measures, before: Measures | None) -> tuple[tuple[str, str, str], ...]:
    """Return what is counted: its name, in this answer, in the one before; empty where there is none."""
    past = _column(before) if before is not None else ("",) * len(_NAMES)
    return tuple(zip(_NAMES, _column(now), past, strict=True))


def _column(one: Measures) -> tuple[str, ...]:
    return (
        str(one.words),
        _yes(one.situation),
        _yes(one.action),
        _yes(one.result),
        str(one.numbers),
        f"{one.per_100_words(one.hedges):.1f}",
        f"{one.per_100_words(one.fillers):.1f}",
        "-" if one.overlap is None else f"{100 * one.overlap:.0f} %",
    )


def _yes(value: bool) -> str:
    return "yes" if value else "no"
