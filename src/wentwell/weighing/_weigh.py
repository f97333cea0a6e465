"""Evidence and context in, an assessment out. Pure: it reads no clock and no file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wentwell.catalog import signs
from wentwell.interview import Assessment, Context, Contribution, Evidence, Personal, Status, Unseen
from wentwell.weighing._base import base_rate, next_round
from wentwell.weighing._hinges import hinges as find_hinges
from wentwell.weighing._logistic import band, clip
from wentwell.weighing._notes import notes
from wentwell.weighing._outlook import coming_weeks
from wentwell.weighing._sum import Case, Sum, add_up
from wentwell.weighing._what_if import what_would_change

LEAK_THRESHOLD = 0.7
"""A leak is believed from this probability on."""


@dataclass(frozen=True, slots=True)
class Leaks:
    """What the words say of the outcome itself."""

    status: Status
    evidence: Evidence | None
    contradict: bool = False
    doubtful: tuple[Evidence, ...] = ()


def find_leaks(evidence: Iterable[Evidence]) -> Leaks:
    """Decide what the leaks say: an offer or a refusal closes the case, an invitation moves the stage.

    An offer and a refusal that are equally well shown contradict each other and decide nothing.
    """
    best: dict[str, Evidence] = {}
    for found in evidence:
        if signs()[found.label].kind != "leak":
            continue
        now = best.get(found.label)
        if now is None or (found.probability, found.quote) > (now.probability, now.quote):
            best[found.label] = found
    believed = {label: found for label, found in best.items() if found.probability >= LEAK_THRESHOLD}
    doubtful = tuple(found for label, found in sorted(best.items()) if label not in believed)
    offer, refusal = believed.get("outcome.offer"), believed.get("outcome.rejected")
    if offer and refusal and offer.probability == refusal.probability:
        return Leaks("open", None, True, doubtful)
    if offer and (refusal is None or offer.probability > refusal.probability):
        return Leaks("offer", offer, False, doubtful)
    if refusal:
        return Leaks("refused", refusal, False, doubtful)
    invited = believed.get("next.invited")
    return Leaks("advanced" if invited else "open", invited, False, doubtful)


def weigh(
    evidence: Iterable[Evidence],
    context: Context,
    gut: float | None = None,
    today: date | None = None,
    *,
    looked_for: Mapping[str, float] | None = None,
    impossible: Collection[str] = (),
    heard_on: date | None = None,
    mentioned: float = 0.0,
    outlook: bool = False,
    hinges: bool = False,
    personal: Personal | None = None,
) -> Assessment:
    """Weigh the signs of one interview into a chance with an 80 % band.

    Parameters
    ----------
    evidence : iterable of Evidence
        What was found, in any order. Leaks (an invitation, an offer, a refusal) are set apart: they move
        the stage or close the case and are never weighed.
    context : Context
        The circumstances. What is not known widens the band.
    gut : float, optional
        The chance the candidate guesses, strictly between 0 and 1.
    today : date, optional
        The day of the assessment. Without it, or without the interview's date, silence is not weighed.
    looked_for : mapping of str to float, optional
        Labels that somebody looked for, with the probability that each would have been noticed (0 to 1).
        Only then, and only where the stage and the format allow, does "not seen" count.
    impossible : collection of str, optional
        Labels that could not happen in this interview, whatever the context says.
    heard_on : date, optional
        The day of the employer's last word since the interview: silence counts from there.
    mentioned : float
        How likely the candidate's notes mention a sign that was there, 0 to 1; 0 without notes. What they do
        not mention, and nobody looked for, counts as an absence that would have been noticed so surely.
    outlook : bool
        Whether to add the coming weeks, if nothing comes.
    hinges : bool
        Whether to add which single fact, if wrong, would change the answer most.
    personal : Personal, optional
        What was learned from the person's own outcomes (`wentwell.learning.learn`): a contribution of its
        own, and the slope of the gut.

    Returns
    -------
    Assessment
        ``probability`` is the median of a logistic-normal distribution whose mean and variance are the
        sums over ``contributions`` (and, in the variance, what nobody looked for and what the discounts for
        dependence leave open).

    Raises
    ------
    ValueError
        If a label is not in the catalog, or ``gut`` is not a chance.

    References
    ----------
    Spiegelhalter & Knill-Jones 1984, "Statistical and knowledge-based approaches to clinical
    decision-support systems": weights of evidence, shrunk for dependence.
    """
    found = list(evidence)
    unknown = sorted({item.label for item in found} - set(signs()))
    if unknown:
        raise ValueError(f"not a sign: {', '.join(unknown)}; `wentwell signs` lists them")
    if gut is not None and not 0 < gut < 1:
        raise ValueError("gut must be a chance between 0 and 1")
    if not 0 <= mentioned <= 1:
        raise ValueError("mentioned must lie between 0 and 1")
    leaks = find_leaks(found)
    if leaks.status in ("offer", "refused"):
        return _closed(leaks, context, gut, today)
    if leaks.status == "advanced":
        return _advanced(leaks, context, gut, today, personal)
    rest = [item for item in found if signs()[item.label].kind != "leak"]
    case = Case(context, gut, today, looked_for or {}, frozenset(impossible), heard_on, personal, mentioned)
    total = add_up(rest, case)
    told = total.contributions
    return _assessment(
        total,
        status="open",
        stage=context.stage,
        contributions=told,
        unseen=_unseen(told, total),
        what_would_change=what_would_change(rest, case),
        hinges=find_hinges(rest, case, total, told) if hinges else (),
        outlook=coming_weeks(rest, case, total) if outlook else None,
        notes=notes(told, context, contradict=leaks.contradict, doubtful=leaks.doubtful),
        context=context,
        gut=gut,
        today=today,
    )


def _assessment(total: Sum, **rest: Any) -> Assessment:
    low, high = total.band
    rest.setdefault("contributions", total.contributions)
    return Assessment(
        target=total.target,
        probability=total.probability,
        low=low,
        high=high,
        base_rate=total.base.probability,
        log_odds=total.log_odds,
        sd=total.sd,
        **rest,
    )


def _unseen(told: Sequence[Contribution], total: Sum) -> tuple[Unseen, ...]:
    weighed = {part.label: part.log_odds for part in told if part.kind == "not_seen"}
    return tuple(
        Unseen(
            label=absence.sign.label,
            name=absence.sign.name,
            counted=absence.looked > 0 and not absence.silent,
            log_odds=weighed.get(absence.sign.label, 0.0),
        )
        for absence in total.absent
    )


def _advanced(
    leaks: Leaks, context: Context, gut: float | None, today: date | None, personal: Personal | None
) -> Assessment:
    """Assess the next round, from its base rate alone: this step is done."""
    ahead = next_round(context)
    return _assessment(
        add_up([], Case(ahead, personal=personal)),
        status="advanced",
        stage=ahead.stage,
        notes=(
            "An invitation is the outcome of this step, so the signs of this talk are not weighed again: "
            "everyone in the next round was invited too.",
        ),
        context=context,
        gut=gut,
        today=today,
    )


def _closed(leaks: Leaks, context: Context, gut: float | None, today: date | None) -> Assessment:
    """Close the case, as surely as the outcome was read; no signs are summed."""
    base = base_rate(context)
    sure = leaks.evidence.probability if leaks.evidence else 1.0
    outcome = 1.0 if leaks.status == "offer" else 0.0
    low, high = band(base.log_odds, base.sd)

    def mixed(chance: float) -> float:
        return outcome if sure >= 1.0 else clip(sure * outcome + (1 - sure) * chance)

    return Assessment(
        status=leaks.status,
        target=base.target,
        stage=context.stage,
        probability=mixed(base.probability),
        low=mixed(low),
        high=mixed(high),
        base_rate=base.probability,
        log_odds=0.0,
        sd=0.0,
        notes=(
            "Your words tell the outcome itself, so no signs are weighed. "
            "If they were misread, say so: wentwell assess ... --outcome none.",
        ),
        context=context,
        gut=gut,
        today=today,
    )
