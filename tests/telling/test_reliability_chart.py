from __future__ import annotations

import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from wentwell.telling._record import CurveRow
from wentwell.telling.charts import reliability

percents = st.integers(0, 100)


@st.composite
def rows(draw: st.DrawFn) -> CurveRow:
    count = draw(st.integers(1, 60))
    low, high = sorted((draw(percents), draw(percents)))
    return CurveRow(draw(percents), draw(percents), low, high, yes=draw(st.integers(0, count)), count=count)


@given(st.lists(rows(), max_size=8))
def test_each_count_has_its_dot_its_bar_and_its_words(found: list[CurveRow]) -> None:
    chart = ElementTree.fromstring(str(reliability(found)))  # noqa: S314 - our own
    dots = [one for one in chart.iter() if one.get("class") == "came"]
    bars = [one for one in chart.iter() if one.get("class") == "noise"]
    assert [(float(dot.get("cx", "")), 100 - float(dot.get("cy", ""))) for dot in dots] == [
        (row.told, row.came) for row in found
    ]
    for bar, row in zip(bars, found, strict=True):
        top = float(bar.get("y", ""))
        assert 100 - top == row.high
        assert float(bar.get("height", "")) >= max(row.high - row.low, 1)
    name = chart.get("aria-label", "")
    assert re.findall(r"(\d+) of (\d+) went on", name) == [(str(row.yes), str(row.count)) for row in found]
