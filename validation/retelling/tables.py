"""The measured numbers as tables for docs/validation.md."""

from __future__ import annotations

from collections.abc import Sequence

from validation.page import table
from validation.retelling.measures import Interval, Measures
from validation.retelling.wrong import Measured, Status
from wentwell.catalog import signs


def interval(value: Interval | None, digits: int = 3) -> str:
    """Return a value with its interval, or a dash."""
    if value is None:
        return "-"
    return f"{_short(value.value, digits)} ({_short(value.low, digits)} to {_short(value.high, digits)})"


def _short(value: float, digits: int) -> str:
    return f"{value:.{digits}f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.{digits}f}"


def signed(value: float, digits: int = 2) -> str:
    """Return a number with its sign."""
    return f"{value:+.{digits}f}"


def share(value: float) -> str:
    """Return a share as a per cent."""
    return f"{100 * value:.0f} %"


def overall(rows: Sequence[tuple[str, Measures]]) -> str:
    """Return a line for each way to make a chance."""
    head = (
        "chance from",
        "n",
        "AUC",
        "AUC within employers",
        "Brier",
        "log score",
        "slope",
        "intercept",
        "ICI",
    )
    return table(
        head,
        [
            (
                name,
                f"{one.n:,}",
                interval(one.auc),
                interval(one.auc_within),
                interval(one.brier),
                f"{one.log_score:.3f}",
                "-" if one.slope is None else f"{one.slope:.2f}",
                "-" if one.intercept is None else signed(one.intercept),
                _short(one.ici, 3),
            )
            for name, one in rows
        ],
    )


def groups(what: str, names: Sequence[str], rows: Sequence[tuple[str, Sequence[Measures]]]) -> str:
    """Return a line for each group of retellings, with AUC and Brier of several chances."""
    head = (what, "n", "offers", "Brier of its base rate", *(f"{name}: AUC" for name in names))
    head = (*head, *(f"{name}: Brier" for name in names))
    return table(
        head,
        [
            (
                name,
                f"{each[0].n:,}",
                share(each[0].offers),
                _short(each[0].brier_of_base, 3),
                *(interval(one.auc, 2) for one in each),
                *(_short(one.brier.value, 3) for one in each),
            )
            for name, each in rows
        ],
    )


def reliability(names: Sequence[str], bins: Sequence[Sequence[tuple[int, float, float]]]) -> str:
    """Return, for bins of equal size, the mean chance and the share of offers."""
    head = ("tenth of retellings", *(text for name in names for text in (f"{name}: chance", "offers")))
    rows = []
    for place, each in enumerate(zip(*bins, strict=True), 1):
        values = [text for _, said, came in each for text in (share(said), share(came))]
        rows.append((f"{place} (n {'/'.join(str(n) for n in sorted({n for n, _, _ in each}))})", *values))
    return table(head, rows)


def statuses(rows: Sequence[Status]) -> str:
    """Return what the words were taken to say of the outcome."""
    return table(
        ("taken as", "n", "mean chance", "offers"),
        [(one.status, f"{one.n:,}", share(one.chance), share(one.offers)) for one in rows],
    )


def wrong(rows: Sequence[Measured]) -> str:
    """Return the signs, what they are weighed as, and how they went with the outcome."""
    head = (
        "sign",
        "told in",
        "offers then",
        "log odds ratio",
        "weighed",
        "",
        "AUC without",
        "log loss without",
    )
    return table(
        head,
        [
            (
                f"{signs()[one.label].name} (`{one.label}`)" if one.label in signs() else f"`{one.label}`",
                f"{one.told:,}",
                share(one.offers) if one.told else "-",
                _ratio(one),
                signed(one.weighed),
                one.verdict,
                signed(one.auc_without, 4),
                signed(one.loss_without, 4),
            )
            for one in rows
        ],
    )


def _ratio(one: Measured) -> str:
    if one.log_odds_ratio is None or one.se is None:
        return "-"
    return f"{signed(one.log_odds_ratio)} ± {1.96 * one.se:.2f}"


def coefficients(names: Sequence[str], values: Sequence[float], errors: Sequence[float], most: int) -> str:
    """Return the columns that move the chance most, for an offer and against it."""
    each = sorted(zip(values, errors, names, strict=True), reverse=True)
    told = [
        *[one for one in each if one[0] > 0][:most],
        *[one for one in each[::-1] if one[0] < 0][:most][::-1],
    ]
    return table(
        ("told in the words", "one standard deviation moves the log-odds by"),
        [(f"`{name}`", f"{signed(value)} ± {1.96 * error:.2f}") for value, error, name in told],
    )
