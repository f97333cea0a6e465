"""A person's record as every face tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from wentwell.catalog import context_rules
from wentwell.interview import Bin, Calibration, GutWorth, Lean, Personal
from wentwell.journal import Entry
from wentwell.learning._learn import known, learn
from wentwell.learning._past import Kept, Past, by_person, person_key
from wentwell.learning._reliability import reliability
from wentwell.learning._scores import bootstrap, paired, scores


def learned_from(entries: Iterable[Entry], person: str | None = None) -> Personal | None:
    """Learn from one person's interviews; the records of others only steady the priors."""
    everybody = by_person(entries)
    return _learned(everybody, person_key(person))


def calibrate(entries: Iterable[Entry], person: str | None = None) -> Calibration:
    """Return how good the forecasts of one person's interviews were.

    Parameters
    ----------
    entries : iterable of Entry
        Everything in the journal; only the person's own interviews are counted and told.
    person : str, optional
        The name; left out, the journal's keeper.

    Returns
    -------
    Calibration
        Without scores below five known outcomes, and without curves below twenty.
    """
    everybody, key = by_person(entries), person_key(person)
    mine, rules = everybody.get(key, Kept(person)), context_rules().record
    told = known(mine.pasts)
    enough = len(told) >= rules.from_outcomes
    with_gut = [one for one in told if one.gut is not None]
    return Calibration(
        person=mine.person,
        resolved=len(told),
        yes=sum(one.yes is True for one in told),
        censored=mine.stands.count("silent") + mine.stands.count("censored"),
        hindsight=mine.stands.count("hindsight"),
        scores=scores(told) if enough else (),
        paired=len(paired(told)) == len(told),
        curve=_curve(told, [one.first for one in told]),
        gut_curve=_curve(with_gut, [one.gut or 0.0 for one in with_gut]),
        gut=_gut(with_gut) if len(with_gut) >= rules.from_outcomes else None,
        learned=_learned(everybody, key),
    )


def _learned(everybody: Mapping[str | None, Kept], mine: str | None) -> Personal | None:
    others = [theirs.pasts for key, theirs in everybody.items() if key != mine]
    return learn(everybody.get(mine, Kept()).pasts, others)


def _curve(told: Sequence[Past], chances: Sequence[float]) -> tuple[Bin, ...]:
    if len(told) < context_rules().record.curve_from:
        return ()
    return reliability(chances, [one.yes is True for one in told])


def _gut(told: Sequence[Past]) -> GutWorth:
    guts = [one.gut for one in told if one.gut is not None]
    came = [float(one.yes is True) for one in told]
    difference = bootstrap([yes - gut for yes, gut in zip(came, guts, strict=True)])
    lean: Lean = "low" if difference.low > 0 else "high" if difference.high < 0 else "none"
    return GutWorth(count=len(told), guessed=fmean(guts), came=fmean(came), difference=difference, lean=lean)
