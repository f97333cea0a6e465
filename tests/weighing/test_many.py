"""Many interviews at once get the numbers that each gets by itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.catalog import signs
from wentwell.interview import Assessment, Context, Evidence
from wentwell.weighing import Chances, weigh, weigh_many

WEIGHED = sorted(label for label, sign in signs().items() if sign.kind != "leak")
DAY = date(2026, 3, 2)
PIECES = 2
"""Pieces of evidence that a label may have here."""


@dataclass(frozen=True)
class One:
    """What one interview gives to be weighed."""

    evidence: list[Evidence]
    context: Context
    gut: float | None
    today: date | None
    heard_on: date | None
    looked_for: dict[str, float] = field(default_factory=dict)
    impossible: list[str] = field(default_factory=list)
    mentioned: float = 0.0

    def weighed(self) -> Assessment:
        return weigh(
            self.evidence,
            self.context,
            self.gut,
            self.today,
            looked_for=self.looked_for,
            impossible=self.impossible,
            heard_on=self.heard_on,
            mentioned=self.mentioned,
        )


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def chance() -> st.SearchStrategy[float]:
    return st.sampled_from([0.0, 0.3, 1.0]) | st.floats(0, 1)


def a_day() -> st.SearchStrategy[date | None]:
    return maybe(st.integers(-3, 60).map(lambda n: DAY + timedelta(days=n)))


evidence = st.builds(
    lambda **more: Evidence(quote="", start=0, end=0, **more),
    label=st.sampled_from(WEIGHED),
    probability=chance(),
    raised_by=st.sampled_from([None, "candidate", "interviewer"]),
    specificity=maybe(chance()),
    usual=maybe(chance()),
    minutes=maybe(st.sampled_from([20.0, 30.0, 31.0])),
)
contexts = st.builds(
    Context,
    stage=maybe(st.sampled_from(["screen", "first", "second", "final", "single", "informal"])),
    employer=maybe(st.sampled_from(["startup", "small", "large", "public", "selective"])),
    format=maybe(st.sampled_from(["phone", "video", "onsite", "recorded"])),
    interviewers=maybe(st.sampled_from([1, 3])),
    interviewer_roles=st.sampled_from([(), ("recruiter",), ("decider",), ("peer", "recruiter")]),
    scheduled_minutes=maybe(st.sampled_from([30.0, 45.0])),
    actual_minutes=maybe(st.sampled_from([19.0, 30.0, 31.0, 60.0])),
    temper=maybe(st.sampled_from(["dry", "usual", "warm"])),
    self_doubter=st.booleans(),
    referred=st.booleans(),
    finalists=maybe(st.integers(1, 9)),
    interview_date=maybe(st.just(DAY)),
    promised_date=maybe(st.just(DAY + timedelta(days=9))),
    base_rate=maybe(st.sampled_from([0.05, 0.5, 0.9])),
)
interviews = st.builds(
    One,
    evidence=st.lists(evidence, max_size=14),
    context=contexts,
    gut=maybe(st.floats(0.001, 0.999)),
    today=a_day(),
    heard_on=a_day(),
    looked_for=st.dictionaries(st.sampled_from(WEIGHED), chance(), max_size=20),
    impossible=st.lists(st.sampled_from(WEIGHED), max_size=3),
    mentioned=chance(),
)


def together(some: list[One]) -> Chances:
    """Weigh some interviews at once."""
    columns = WEIGHED * PIECES
    shape = (len(some), len(columns))
    arrays: dict[str, Any] = {
        name: np.full(shape, np.nan) for name in ("probability", "specificity", "usual", "minutes")
    }
    raised = np.zeros(shape, bool)
    for row, one in enumerate(some):
        for label in WEIGHED:
            pieces = [found for found in one.evidence if found.label == label][:PIECES]
            for number, found in enumerate(pieces):
                place = WEIGHED.index(label) + number * len(WEIGHED)
                for name, array in arrays.items():
                    value = getattr(found, name)
                    array[row, place] = np.nan if value is None else value
                raised[row, place] = found.raised_by == "candidate"
    return weigh_many(
        arrays.pop("probability"),
        [one.context for one in some],
        labels=columns,
        gut=[np.nan if one.gut is None else one.gut for one in some],
        today=np.array([one.today for one in some], "datetime64[D]"),
        heard_on=np.array([one.heard_on for one in some], "datetime64[D]"),
        looked_for={label: [one.looked_for.get(label, 0.0) for one in some] for label in WEIGHED},
        impossible={label: [label in one.impossible for one in some] for label in WEIGHED},
        mentioned=[one.mentioned for one in some],
        raised_by_candidate=raised,
        **arrays,
    )


def no_more_than_fit(one: One) -> bool:
    labels = [found.label for found in one.evidence]
    return all(labels.count(label) <= PIECES for label in labels)


@given(st.lists(interviews.filter(no_more_than_fit), min_size=2, max_size=4))
def test_each_gets_what_it_gets_by_itself(some: list[One]) -> None:
    chances = together(some)
    for row, one in enumerate(some):
        alone = one.weighed()
        for name in ("log_odds", "sd", "probability", "low", "high"):
            assert abs(getattr(chances, name)[row] - getattr(alone, name)) < 1e-9, (name, one)


def test_rows_may_share_contexts_in_any_order() -> None:
    rng = np.random.default_rng(3)
    few = [Context(stage="final", employer="large"), Context(stage="screen", interview_date=DAY)]
    shown = np.where(rng.random((40, len(WEIGHED))) < 0.3, rng.random((40, len(WEIGHED))), np.nan)
    which = rng.integers(0, 2, 40)
    chances = weigh_many(shown, few, which, labels=WEIGHED, today=np.datetime64(DAY + timedelta(days=12)))
    for row in range(40):
        found = [
            Evidence(label=label, quote="", start=0, end=0, probability=p)
            for label, p in zip(WEIGHED, shown[row], strict=True)
            if not np.isnan(p)
        ]
        alone = weigh(found, few[which[row]], today=DAY + timedelta(days=12))
        assert abs(chances.log_odds[row] - alone.log_odds) < 1e-9
        assert abs(chances.low[row] - alone.low) < 1e-9


def test_no_rows_give_no_chances() -> None:
    assert len(weigh_many(np.empty((0, len(signs()))), [Context()]).probability) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"labels": ["pay.asked"]}, "not a sign"),
        ({"labels": ["warmth", "selling.pitch"]}, "columns"),
        ({"labels": ["outcome.offer"]}, "never weighed"),
        ({"labels": ["warmth"], "gut": [1.0]}, "gut"),
        ({"labels": ["warmth"], "context": [3]}, "context"),
        ({"labels": ["warmth"], "mentioned": [1.5]}, "mentioned"),
        ({"labels": ["warmth"], "probability": [[1.2]]}, "between 0 and 1"),
    ],
)
def test_wrong_arrays_are_refused_in_one_line(arguments: dict[str, Any], message: str) -> None:
    given: dict[str, Any] = {"probability": [[0.9]], "contexts": [Context()]} | arguments
    with pytest.raises(ValueError, match=message) as caught:
        weigh_many(**given)
    assert "\n" not in str(caught.value)
