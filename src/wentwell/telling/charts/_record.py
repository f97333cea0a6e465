"""Chances told against what came of them. All figures are whole percents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wentwell.telling.charts._svg import circle, label, rect, svg

if TYPE_CHECKING:
    from markupsafe import Markup

    from wentwell.telling._record import CurveRow


def reliability(rows: Sequence[CurveRow]) -> Markup:
    """Return how many went on of those told about the same chance, with the range of mere luck.

    Parameters
    ----------
    rows : sequence of CurveRow
        From the lowest chance told to the highest.
    """
    parts = [rect("frame", 0, 0, 100, 100), '<line class="right" x1="0" y1="100" x2="100" y2="0"/>']
    parts += [rect("noise", row.told - 1.5, 100 - row.high, 3, max(row.high - row.low, 1)) for row in rows]
    parts += [circle("came", row.told, 100 - row.came, 1.8) for row in rows]
    for mark in (0, 50, 100):
        parts.append(label(str(mark), mark, 106, anchor="middle"))
        parts.append(label(str(mark), -2, 101.4 - mark, anchor="end"))
    parts.append(label("chance told, of 100", 50, 113, anchor="middle"))
    parts.append(label("went on, of 100", 0, -2))
    name = " ".join(
        f"Told {row.told} of 100: {row.yes} of {row.count} went on, {row.low} to {row.high} of 100 if just "
        "right."
        for row in rows
    )
    return svg("-14 -6 126 124", name, parts, css="reliability")
