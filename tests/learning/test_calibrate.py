"""A record: when it speaks, and whom it speaks of."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest

from wentwell.interview import OutcomeKind
from wentwell.journal import Entry
from wentwell.learning import calibrate

Make = Callable[..., Entry]


def some(entry: Make, count: int, **more: object) -> list[Entry]:
    kinds = cast(tuple[OutcomeKind, ...], ("advanced", "rejected", "rejected"))
    guts = (0.7, 0.2, 0.45, 0.3)
    return [entry(kinds[place % 3], guts[place % 4], **more) for place in range(count)]


def test_below_five_it_is_too_early_and_below_twenty_no_curve_is_drawn(entry: Make) -> None:
    four, five, nineteen, twenty = (calibrate(some(entry, count)) for count in (4, 5, 19, 20))
    assert (four.resolved, four.scores, four.learned, four.gut) == (4, (), None, None)
    assert five.scores
    assert five.learned is not None
    assert five.gut is not None
    assert nineteen.curve == nineteen.gut_curve == ()
    assert twenty.curve
    assert twenty.gut_curve


def test_what_is_not_known_is_counted_apart(entry: Make) -> None:
    more = [entry("no-answer"), entry("withdrew"), entry(None), entry("advanced", labels=("next.invited",))]
    found = calibrate([*some(entry, 6), *more])
    assert (found.resolved, found.yes, found.censored, found.hindsight) == (6, 2, 3, 1)
    assert found.scores == calibrate(some(entry, 6)).scores


@pytest.mark.parametrize(
    ("gut", "kinds", "lean"),
    [
        (0.15, ["advanced"] * 6 + ["rejected"] * 6, "low"),
        (0.85, ["advanced"] * 4 + ["rejected"] * 8, "high"),
        (0.4, ["advanced"] * 5 + ["rejected"] * 7, "none"),
    ],
)
def test_whether_a_gut_runs_low_or_high(entry: Make, gut: float, kinds: list[OutcomeKind], lean: str) -> None:
    found = calibrate([entry(kind, gut) for kind in kinds]).gut
    assert found is not None
    assert found.lean == lean
    assert (found.difference.mean > 0) == (found.came > gut)


def test_nobody_is_shown_another_persons_numbers_or_name(entry: Make) -> None:
    mine = some(entry, 9, person="Ada Quetzal")
    others = [
        *some(entry, 31, person="Bo Ferrous", labels=("warmth",)),
        *some(entry, 23, person="Cy Umber", labels=("salary.asked",)),
        *some(entry, 17),
    ]
    alone, among = calibrate(mine, "Ada Quetzal"), calibrate([*others, *mine], "ada quetzal")
    text = among.model_dump_json()
    for name in ("Bo", "Ferrous", "Cy", "Umber"):
        assert name not in text
    assert among.learned is not None
    assert alone.learned is not None
    # all that is counted is the same as if nobody else were in the journal
    for field in ("person", "resolved", "yes", "censored", "scores", "curve", "gut_curve", "gut"):
        assert getattr(among, field) == getattr(alone, field)
    assert among.learned.outcomes == 9
    assert set(among.learned.signs) == {"selling.start_date"}
    counts = [(start.count, start.yes) for start in among.learned.starts.values()]
    assert counts == [(9, 3)]


def test_the_keepers_own_record_leaves_out_the_people_they_coach(entry: Make) -> None:
    found = calibrate([*some(entry, 6), *some(entry, 12, person="Bo Ferrous")])
    assert (found.person, found.resolved) == (None, 6)
    assert calibrate([], "Nobody").resolved == 0
