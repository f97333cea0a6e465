"""How far the jobs of a search came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wentwell.telling.charts._svg import label, rect, svg

if TYPE_CHECKING:
    from markupsafe import Markup

_ROW = 9
_LEFT, _WIDE = 34, 72


def funnel(rows: Sequence[tuple[str, int, int]]) -> Markup:
    """Return a bar for each stage: how many jobs reached it, and how many of these are still open.

    Parameters
    ----------
    rows : sequence of (str, int, int)
        The stage's name, how many reached it, how many of these are open.
    """
    most = max((reached for _, reached, _ in rows), default=0) or 1
    parts = ['<g font-size="4.4">']
    for place, (name, reached, still) in enumerate(rows):
        top = place * _ROW
        whole, part = _WIDE * reached / most, _WIDE * still / most
        parts.append(label(name, 0, top + 5.4))
        parts.append(rect("track", _LEFT, top + 3.4, _WIDE, 0.6))
        parts.append(rect("range", _LEFT, top + 1, round(whole, 2), 5.4, radius=0.8) if reached else "")
        parts.append(rect("up", _LEFT, top + 1, round(part, 2), 5.4, radius=0.8) if still else "")
        parts.append(label(str(reached), _LEFT + _WIDE + 2.5, top + 5.4, css="strong"))
    parts.append("</g>")
    told = "; ".join(f"{name} {reached}, {still} of these open" for name, reached, still in rows)
    return svg(f"0 0 118 {len(rows) * _ROW}", f"How many jobs came how far: {told}", parts)
