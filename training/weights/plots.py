"""Forest plots: prior, data and result, as small SVG files that are the same whenever they are made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wentwell.catalog import Sign, fit, signs
from wentwell.weighing._logistic import BAND_Z

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_GREY, _BLUE, _ORANGE = "#8a8a8a", "#1f5fa8", "#c25a00"
_SETTINGS = {
    "svg.hashsalt": "wentwell",
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
}
Line = tuple[str, float, float, str]


def lines(sign: Sign) -> list[Line]:
    """Return the lines of one sign's plot from top to bottom: name, mean, sd, colour."""
    if sign.routine is None or sign.informative is None:
        return []
    forms = [("routine", sign.routine), ("telling", sign.informative)]
    if sign.routine == sign.informative:
        forms = [("", sign.informative)]
    found: list[Line] = [(f"prior {name}", w.elicited.mean, w.elicited.sd, _GREY) for name, w in forms]
    told = sign.measured
    if told is not None:
        found.append(("data, plain", told.plain, told.plain_se, _ORANGE))
        found.append(("data, stage held fast", told.log_odds_ratio, told.se, _ORANGE))
        found += [(f"used {name}", w.mean, w.sd, _BLUE) for name, w in forms]
    return found


def _forest(axes: Axes, shown: list[Line]) -> None:
    for place, (_, mean, sd, colour) in enumerate(reversed(shown)):
        axes.plot([mean - BAND_Z * sd, mean + BAND_Z * sd], [place, place], color=colour, lw=1.6)
        axes.plot([mean], [place], "o", color=colour, ms=4)
    axes.set_yticks(range(len(shown)), [name.strip() for name, *_ in reversed(shown)])
    axes.axvline(0, color="#444444", lw=0.8, ls=":")
    axes.tick_params(axis="y", length=0)
    axes.set_xlabel("log-odds, 80 % range")


def write_plots(folder: Path) -> None:
    """Write a plot for each sign that is weighed, and one of them all."""
    import matplotlib as mpl

    mpl.use("svg")
    from matplotlib import pyplot as plt

    with mpl.rc_context(_SETTINGS):
        for label, sign in signs().items():
            shown = lines(sign)
            if sign.kind == "leak" or not shown:
                continue
            figure, axes = plt.subplots(figsize=(5.2, 0.8 + 0.26 * len(shown)), layout="constrained")
            _forest(axes, shown)
            figure.savefig(folder / f"{label}.svg", metadata={"Date": None})
            plt.close(figure)
        _all(folder / "all.svg")


def _all(path: Path) -> None:
    from matplotlib import pyplot as plt

    rows = [row for row in signs().values() if row.kind != "leak" and row.informative is not None]
    figure, axes = plt.subplots(figsize=(7.2, 0.29 * len(rows) + 0.9), layout="constrained")
    for place, sign in enumerate(reversed(rows)):
        told, weight = sign.measured, sign.informative
        if weight is None:
            continue
        marks = [("prior", weight.elicited.mean, weight.elicited.sd, _GREY, 0.22)]
        if told is not None:
            marks.append(("data", told.log_odds_ratio, told.se, _ORANGE, 0.0))
        marks.append(("used", weight.mean, weight.sd, _BLUE, -0.22))
        for name, mean, sd, colour, up in marks:
            y = place + up
            axes.plot([mean - BAND_Z * sd, mean + BAND_Z * sd], [y, y], color=colour, lw=1.2)
            first = place == len(rows) - 1
            axes.plot([mean], [y], "o", color=colour, ms=2.6, label=name if first else None)
    axes.set_yticks(range(len(rows)), [row.label for row in reversed(rows)])
    axes.axvline(0, color="#444444", lw=0.8, ls=":")
    axes.set_xlim(-2.6, 2.6)
    axes.tick_params(axis="y", length=0)
    axes.legend(loc="lower right", frameon=False)
    axes.set_xlabel(f"log-odds of the telling form, 80 % range; data: {fit().tellings:,} retellings")
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
