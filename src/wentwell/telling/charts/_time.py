"""A chance over the coming weeks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wentwell.telling.charts._svg import circle, label, rect, svg

if TYPE_CHECKING:
    from markupsafe import Markup

    from wentwell.telling._page import Waiting


def weeks_ahead(weeks: Sequence[Waiting], dates: Sequence[Waiting]) -> Markup:
    """Return the chance and its band over the weeks, with the numbered days that matter.

    Parameters
    ----------
    weeks : sequence of Waiting
        In order, the first one today, each with a band.
    dates : sequence of Waiting
        The days that matter.
    """
    last = max(weeks[-1].after, 1)
    bands = [(100 * week.after / last, week.band) for week in weeks if week.band is not None]
    upper = [f"{x:.2f},{50 - band.high / 2:.2f}" for x, band in bands]
    lower = [f"{x:.2f},{50 - band.low / 2:.2f}" for x, band in reversed(bands)]
    middle = [f"{x:.2f},{50 - band.middle / 2:.2f}" for x, band in bands]
    parts: list[str] = []
    for chance in (0, 50, 100):
        parts.append(rect("track", 0, 49.85 - chance / 2, 100, 0.3))
        parts.append(label(str(chance), -1.5, 51 - chance / 2, css="tick", anchor="end"))
    parts.append(f'<polygon class="wash" points="{" ".join((*upper, *lower))}"/>')
    parts.append(f'<polyline class="course" points="{" ".join(middle)}"/>')
    shown = [when for when in dates if 0 <= when.after <= last and when.band is not None]
    for place, when in enumerate(shown, 1):
        if when.band is None:
            continue
        x, y = round(100 * when.after / last, 2), round(50 - when.band.middle / 2, 2)
        parts.append(f'<line class="when" x1="{x:g}" x2="{x:g}" y1="{y:g}" y2="50"/>')
        parts.append(circle("full", x, y, 1.6))
        parts.append(label(str(place), x, 55.5, css="tick", anchor="middle"))
    first, end = bands[0][1], bands[-1][1]
    name = (
        f"The chance over the coming weeks if nothing comes: {first.middle} of 100 today, "
        f"{end.middle} of 100 on {weeks[-1].day}. The same figures stand in the table below."
    )
    return svg("-10 -4 118 64", name, parts)
