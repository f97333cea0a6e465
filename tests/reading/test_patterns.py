"""The table of patterns keeps its own rules."""

from __future__ import annotations

import re

import pytest

from wentwell.catalog import signs
from wentwell.reading._lexical import _compiled, _expanded
from wentwell.reading._patterns import GUARDS, SIGNS

TIERS = [(label, tier) for label, sign in SIGNS.items() for tier in (sign, sign.plain) if tier is not None]
ROWS = [(label, pattern) for label, tier in TIERS for pattern in (*tier.told, *tier.said, *tier.mail)]
_PARTS = re.compile(r"\\.|\[[^\]]*\]|~\([^)]*\)|\(|\)|\|")


def alternatives(pattern: str) -> list[str]:
    depth, cuts = 0, [-1]
    for part in _PARTS.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(part[0], 0)
        if part[0] == "|" and depth == 0:
            cuts.append(part.start())
    return [pattern[a + 1 : b] for a, b in zip(cuts, [*cuts[1:], len(pattern)], strict=True)]


def needs_a_trigger(pattern: str) -> bool:
    """Whether no text can match without one of the trigger words."""
    return all(has_needed_trigger(alternative) for alternative in alternatives(pattern))


def has_needed_trigger(sequence: str) -> bool:
    at = 0
    while at < len(sequence):
        part = _PARTS.match(sequence, at)
        if part is None:
            at += 1
            continue
        at = part.end()
        if part[0].startswith("~(") and sequence[at : at + 1] not in ("?", "*"):
            return True
        if part[0] != "(":
            continue
        depth = 1
        for inner in _PARTS.finditer(sequence, at):
            depth += {"(": 1, ")": -1}.get(inner[0], 0)
            if depth == 0:
                break
        body, at = sequence[at : inner.start()], inner.end()
        is_optional = sequence[at : at + 1] in ("?", "*") or sequence[at : at + 2] == "{0"
        if (
            not body.startswith(("?!", "?<!", "?="))
            and not is_optional
            and needs_a_trigger(body.removeprefix("?:"))
        ):
            return True
    return False


@pytest.mark.parametrize(("label", "pattern"), ROWS)
def test_no_pattern_can_match_without_a_word_that_calls_it_up(label: str, pattern: str) -> None:
    assert needs_a_trigger(_expanded(pattern)), label
    assert _compiled(pattern).search("") is None


def test_gaps_are_bounded() -> None:
    for label, pattern in ROWS:
        assert not re.search(r"\.[*+]", pattern), label


def test_the_table_covers_the_catalog() -> None:
    assert set(SIGNS) == set(signs())
    assert all(guard in GUARDS for _, tier in TIERS for guard in tier.guards)


def test_every_label_that_can_be_found_says_how_often_it_is_right() -> None:
    for label, tier in TIERS:
        assert tier.precision, label
        assert all(0.0 < share < 1.0 for share in tier.precision.values())


def test_plain_wordings_are_right_more_often_than_loose_ones() -> None:
    for label, sign in SIGNS.items():
        if sign.plain is not None:
            for scope, share in sign.plain.precision.items():
                assert share > sign.precision[scope], (label, scope)
