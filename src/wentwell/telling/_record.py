"""A person's record as the ordered pieces that the terminal, Markdown and the page lay out."""

from __future__ import annotations

from dataclasses import dataclass

from wentwell.catalog import context_rules
from wentwell.interview import (
    Bin,
    Calibration,
    Estimate,
    Forecaster,
    GutWorth,
    Normal,
    OwnStart,
    Personal,
    Score,
    Stage,
)
from wentwell.telling import _words as words
from wentwell.telling._clean import clean

HEADINGS = {
    "scores": "The guesses, scored",
    "gut": "Your gut",
    "curve": "Told, and what came",
    "starts": "How often you go on",
    "learned": "What it teaches",
}
SCORE_COLUMNS = ("whose guess", "Brier", "log score", "against the usual rate")
CURVE_COLUMNS = ("told", "went on", "if just right")
CLOSING = "A record this size is about a few interviews, not about you. Each next one is a new one."

_WHOSE: dict[Forecaster, str] = {
    "gut": "your gut",
    "first shown": "wentwell, first shown",
    "last shown": "wentwell, last shown",
    "base rate": "the usual rate alone",
}
_ROUNDS: dict[Stage, str] = {
    "screen": "screening calls",
    "first": "first rounds",
    "second": "second rounds",
    "final": "final rounds",
    "single": "processes with one round only",
    "informal": "informal chats",
}


@dataclass(frozen=True)
class CurveRow:
    """One bin of the reliability picture, in whole percents."""

    told: int
    came: int
    low: int
    high: int
    yes: int
    count: int


@dataclass(frozen=True)
class Curve:
    """A reliability picture."""

    name: str
    rows: tuple[CurveRow, ...]
    told: str
    """What it says, in a sentence."""


@dataclass(frozen=True)
class RecordPage:
    """A record, ready to lay out from top to bottom."""

    title: str
    lead: tuple[str, ...]
    verdict: str
    scores: tuple[tuple[str, str, str, str], ...]
    scores_note: str
    gut: tuple[str, ...]
    curves: tuple[Curve, ...]
    no_curve: str
    starts: tuple[str, ...]
    learned: tuple[str, ...]


def lay_out_record(record: Calibration) -> RecordPage:
    """Put a record into the order in which it is told."""
    rules = context_rules().record
    early = record.resolved < rules.from_outcomes
    return RecordPage(
        title=f"The record of {clean(record.person)}" if record.person else "Your record",
        lead=_lead(record),
        verdict=too_early_sentence(record.resolved, rules.from_outcomes)
        if early
        else _verdict(record.scores),
        scores=tuple(_score(score) for score in record.scores),
        scores_note=_scores_note(record) if record.scores else "",
        gut=_gut(record.gut, record.learned) if record.gut else (),
        curves=tuple(
            _curve(name, bins)
            for name, bins in (("wentwell, first shown", record.curve), ("your gut", record.gut_curve))
            if bins
        ),
        no_curve=""
        if record.curve or early
        else f"No curve is drawn below {rules.curve_from} known outcomes: it would show chance, not you.",
        starts=tuple(_start(*one) for one in record.learned.starts.items()) if record.learned else (),
        learned=_learned(record),
    )


def too_early_sentence(known: int, needed: int) -> str:
    """Say that there are too few known outcomes yet."""
    have = "none yet" if known == 0 else f"{known} so far"
    return (
        f"Too early to say: it takes {needed} known outcomes, and there are {have}. "
        "With so few, luck decides how a guess looks."
    )


def _lead(record: Calibration) -> tuple[str, ...]:
    told = [f"{_interviews(record.resolved)} with a known outcome; {record.yes} went on."]
    if record.censored:
        told.append(f"{record.censored} more without one. They do not count as a no.")
    if record.hindsight:
        told.append(f"{record.hindsight} left out: the outcome was known before a chance was shown.")
    return tuple(told)


def _interviews(count: int) -> str:
    return "1 interview" if count == 1 else f"{count} interviews"


def _verdict(scores: tuple[Score, ...]) -> str:
    shown = next(score for score in scores if score.forecaster == "first shown")
    against = shown.log_against_base
    if against is None:
        return ""
    if against.high < 0:
        return "So far the chances shown did better than the usual rate alone."
    if against.low > 0:
        return (
            "So far the usual rate alone did better than the chances shown. "
            "That may still be luck; if it stays, trust the start more than the signs."
        )
    return f"With {_interviews(shown.count)} it cannot be told yet whether the signs add to the usual rate."


def _score(score: Score) -> tuple[str, str, str, str]:
    against = score.log_against_base
    return (
        _WHOSE[score.forecaster],
        _spread(score.brier),
        _spread(score.log),
        "" if against is None else _spread(against, signed=True),
    )


def _spread(value: Estimate, *, signed: bool = False) -> str:
    mean, low, high = (_figure(x, signed=signed) for x in (value.mean, value.low, value.high))
    return f"{mean} ({low} to {high})"


def _figure(value: float, *, signed: bool = False) -> str:
    text = f"{value:+.2f}" if signed else f"{value:.2f}"
    return text.replace("-", "\N{MINUS SIGN}").replace("+0.00", "0.00").replace("\N{MINUS SIGN}0.00", "0.00")


def _scores_note(record: Calibration) -> str:
    same = "" if record.paired else f" All are over the same {record.scores[0].count} interviews with a gut."
    return (
        "Lower is better: 0 is perfect, and saying 50 of 100 each time gives 0.25 (Brier) and 0.69 (log). "
        "The ranges come from drawing your interviews anew (bootstrap) and should hold 8 times in 10." + same
    )


def _gut(gut: GutWorth, learned: Personal | None) -> tuple[str, ...]:
    points = [
        abs(words.percent(abs(x))) for x in (gut.difference.mean, gut.difference.low, gut.difference.high)
    ]
    told = [
        f"Over {_interviews(gut.count)} your guesses came to {words.percent(gut.guessed)} of 100 on average, "
        f"and {words.percent(gut.came)} of 100 went on."
    ]
    if gut.lean == "low":
        told.append(
            f"Your gut runs low: things went better than you felt, by about {points[0]} points "
            f"({points[1]} to {points[2]}). A bad feeling afterwards is weak news."
        )
    elif gut.lean == "high":
        told.append(
            f"Your gut runs high, by about {points[0]} points ({points[2]} to {points[1]}). Most people's "
            "does now and then; it says nothing about how good you are."
        )
    else:
        told.append("Whether it runs low or high cannot be told yet: the difference may well be luck.")
    if learned is not None:
        told.append(_slope(learned))
    return tuple(told)


def _slope(learned: Personal) -> str:
    slope = learned.gut_slope
    low, high = _range(slope.mean, slope.sd)
    usual = context_rules().gut.slope_mean
    return (
        f"Your gut is worth about {_figure(slope.mean)} ({_figure(low)} to {_figure(high)}): "
        f"1 would be taking it at its word, 0 nothing. We begin with {usual:.2f} for anybody, "
        "and your own outcomes move it from there."
    )


def _range(mean: float, sd: float) -> tuple[float, float]:
    from wentwell.weighing import BAND_Z

    return mean - BAND_Z * sd, mean + BAND_Z * sd


def _curve(name: str, bins: tuple[Bin, ...]) -> Curve:
    rows = tuple(
        CurveRow(
            told=words.percent(one.forecast),
            came=words.percent(one.yes / one.count),
            low=words.percent(one.low / one.count),
            high=words.percent(one.high / one.count),
            yes=one.yes,
            count=one.count,
        )
        for one in bins
    )
    outside = sum(not one.low <= one.yes <= one.high for one in bins)
    told = (
        "Every count lies where it would if the chances were just right."
        if outside == 0
        else f"{outside} of {len(bins)} counts lie outside of where they would 8 times in 10 if the chances "
        "were just right" + (": one in five or so is luck." if outside * 5 <= len(bins) + 4 else ".")
    )
    return Curve(name, rows, told)


def _start(stage: Stage, start: OwnStart) -> str:
    suggested = words.percent(start.suggested)
    return (
        f"Of your {start.count} {_ROUNDS[stage]} {start.yes} went on. With the usual "
        f"{words.percent(start.table)} of 100 behind it, that makes {suggested} of 100."
    )


def _learned(record: Calibration) -> tuple[str, ...]:
    if record.learned is None:
        return ()
    lean = record.learned.intercept
    low, high = _range(lean.mean, lean.sd)
    if low > 0:
        told = "It goes better for you than the signs say."
    elif high < 0:
        told = "It takes more in your case than the signs say; many things outside of you can be behind that."
    else:
        told = "Nothing clear yet: it goes for you about as the signs say."
    return (told, "wentwell learn shows what would change, and asks; it can be undone.")


def learned_rows(before: Personal | None, after: Personal | None) -> tuple[tuple[str, str, str], ...]:
    """Tell what learning changes: what it is, how it is now, how it would be."""
    rules = context_rules()
    states = (before, after)
    usual = f"{rules.gut.slope_mean:.2f}, for anybody"
    leans = ["0, for anybody" if one is None else _normal(one.intercept) for one in states]
    slopes = [usual if one is None else _normal(one.gut_slope) for one in states]
    rows: list[tuple[str, ...]] = [
        ("What is added to each interview (log-odds)", *leans),
        ("What your gut is worth (0 nothing, 1 its word)", *slopes),
    ]
    stages = {stage: start for one in states if one for stage, start in one.starts.items()}
    for stage, start in stages.items():
        table = f"{words.percent(start.table)}, the table's"
        own = [one.starts.get(stage) if one else None for one in states]
        rows.append(
            (f"The start of {_ROUNDS[stage]} (of 100)", *(table if one is None else _own(one) for one in own))
        )
    labels = sorted({label for one in states if one for label in one.signs})
    for label in labels:
        moved = [one.signs.get(label, 0.0) if one else 0.0 for one in states]
        if max(abs(x) for x in moved) >= _TOLD_FROM:
            rows.append((f"{clean(words.sign_name(label))}: worth", *map(_moved, moved)))
    return tuple((name, now, then) for name, now, then in rows)


_TOLD_FROM = 0.1
"""Weights that move by less, in their own standard deviations, are not worth a line."""


def _normal(known: Normal) -> str:
    low, high = _range(known.mean, known.sd)
    return f"{_figure(known.mean)} ({_figure(low)} to {_figure(high)})"


def _own(start: OwnStart) -> str:
    from wentwell.weighing import expit, logit

    moved = expit(logit(start.table) + start.shift)
    return f"{words.percent(moved)} ({start.yes} of your {start.count} went on)"


def _moved(share: float) -> str:
    if abs(share) < _TOLD_FROM:
        return "as in the table"
    way = "a little more for it" if share > 0 else "a little less for it"
    return f"{way} ({_figure(share, signed=True)} of its spread)"
