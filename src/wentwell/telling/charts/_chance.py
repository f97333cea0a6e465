"""A chance with its band, and what moves it. All figures are whole percents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wentwell.telling.charts._svg import circle, label, rect, svg

if TYPE_CHECKING:
    from markupsafe import Markup

_ENDS_APART = 10
"""A narrower band has both its ends in one label, as they would overlap."""


def field_of_dots(low: int, high: int) -> Markup:
    """Return 100 dots: those that go on even at the low end filled, up to the high end ringed."""

    def dot(place: int) -> str:
        kind = "full" if place < low else "ring" if place < high else "rest"
        return circle(kind, place % 10 * 10 + 5, place // 10 * 10 + 5, 1.3 if kind == "rest" else 3.4)

    name = f"A field of 100 interviews like this: {low} filled, up to {high} ringed"
    return svg("0 0 100 100", name, map(dot, range(100)))


def band_scale(low: int, middle: int, high: int) -> Markup:
    """Return the band on a scale from 0 to 100, with its figures."""
    if high - low >= _ENDS_APART:
        ends = label(str(low), low, 22, anchor="middle") + label(str(high), high, 22, anchor="middle")
    else:
        ends = label(f"{low} to {high}", middle, 22, anchor="middle")
    return svg(
        "-6 0 118 24",
        f"On a scale from 0 to 100: between {low} and {high}, middle guess {middle}",
        (
            rect("track", 0, 12, 100, 1.4, radius=0.7),
            rect("range", low, 10.2, max(high - low, 1), 5, radius=2.5),
            circle("full", middle, 12.7, 2.5),
            '<g font-size="5">',
            label("0", -1.5, 14.5, anchor="end"),
            label("100", 101.5, 14.5),
            label(str(middle), middle, 7.6, css="strong", anchor="middle"),
            ends,
            "</g>",
        ),
    )


def band_line(low: int, middle: int, high: int, now: int | None = None) -> Markup:
    """Return the band as a thin line, with a mark where the chance is now."""
    marks = [] if now is None else [rect("now", min(now, 99), 0, 0.6, 10)]
    return svg(
        "0 0 100 10",
        f"about {middle} of 100, between {low} and {high}",
        (
            rect("track", 0, 4, 100, 2),
            rect("range", low, 2, max(high - low, 1), 6),
            *marks,
            rect("up", min(middle, 99), 0, 1, 10),
        ),
        css="bar",
        aspect="none",
    )


def move(before: int | None, after: int) -> Markup:
    """Return one row of the waterfall: the piece by which the chance moves; ``None``: where it starts."""
    begin = before or 0
    size, least = abs(after - begin), min(begin, after)
    if before is None:
        kind, name = "start", f"starts at {after} of 100"
    else:
        kind = "now" if size == 0 else "up" if after > begin else "down"
        name = f"from {begin} to {after} of 100"
    piece = rect(kind, min(least, 99) if size == 0 else least, 1, size or 0.6, 8)
    return svg("0 0 100 10", name, (rect("track", 0, 4, 100, 2), piece), css="bar", aspect="none")


def pips(strength: int, name: str) -> Markup:
    """Return which way something points and how strongly, from -4 to 4, without a figure."""

    def pip(place: int) -> str:
        if place == 0:
            return rect("start", 43, 0, 2, 8)
        filled = 0 < place <= strength or strength <= place < 0
        return rect("up" if filled else "off", (place + 4) * 10, 2, 8, 4)

    return svg("0 0 90 8", name, map(pip, range(-4, 5)), css="pips", aspect="xMinYMid")
