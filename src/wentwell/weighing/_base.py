"""Where the chance starts: the base rate, from the tables or from what the user knows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from wentwell.catalog import context_rules
from wentwell.interview import Context, Contribution, Stage, Target
from wentwell.weighing._logistic import expit, logit

_NEXT_STAGE: dict[Stage | None, Stage] = {
    None: "second",
    "informal": "first",
    "screen": "first",
    "first": "second",
    "second": "final",
    "final": "final",
    "single": "final",
}


@dataclass(frozen=True, slots=True)
class Base:
    """The start of the sum."""

    contributions: tuple[Contribution, ...]
    target: Target

    @property
    def log_odds(self) -> float:
        """Log-odds before any sign."""
        return sum(part.log_odds for part in self.contributions)

    @property
    def sd(self) -> float:
        """Standard deviation in log-odds."""
        return sqrt(sum(part.sd**2 for part in self.contributions))

    @property
    def probability(self) -> float:
        """Chance before any sign."""
        return expit(self.log_odds)


def finalist_chance(finalists: int) -> float:
    """Return the chance of one among ``finalists`` to be offered the job.

    (1 - u) / k times (1 + d), with u the share of jobs that stay unfilled and d the share of first
    offers that are declined; never above 1 - u.
    """
    rule = context_rules().finalists
    return min(1 - rule.unfilled, (1 - rule.unfilled) / finalists * (1 + rule.declined))


def stage_after(stage: Stage | None) -> Stage:
    """Return the stage that an invitation leads to."""
    return _NEXT_STAGE[stage]


def next_round(context: Context) -> Context:
    """Return the context of the next round: what belonged to this one alone is not known yet."""
    return Context(stage=stage_after(context.stage), employer=context.employer)


@lru_cache(maxsize=1024)
def base_rate(context: Context) -> Base:
    """Return the base rate for a context, as contributions.

    What the user knows comes first: a rate of their own, then the number of finalists in a late round,
    then the tables.
    """
    rules = context_rules()
    row = next(row for row in rules.base if row.when.holds(context))
    if context.base_rate is not None:
        own = rules.own_base_rate
        start = Contribution(
            kind="base",
            label="base",
            name="Where you start",
            log_odds=logit(context.base_rate),
            sd=own.log_odds_sd,
            grade=own.grade,
            source=own.source,
            reason="the base rate that you set yourself",
        )
        return Base((start,), row.target)
    if context.finalists is not None and context.stage in ("second", "final", "single"):
        rule = rules.finalists
        start = Contribution(
            kind="base",
            label="base",
            name="Where you start",
            log_odds=logit(finalist_chance(context.finalists)),
            sd=rule.log_odds_sd,
            grade=rule.grade,
            source=rule.source,
            reason="the only one left"
            if context.finalists == 1
            else f"one of {context.finalists} who are left",
        )
        return Base((start,), "an offer")
    sd = row.log_odds_sd
    if context.employer not in row.when.employer:
        # without the employer's own row, the widest that may be meant, and a little more
        possible = [base.log_odds_sd for base in rules.base if base.when.stage == row.when.stage]
        sd = sqrt(max(possible) ** 2 + rules.employers.without_row.log_odds_sd**2)
    # one employer is known no better than employers are alike, whatever its kind
    sd = max(sd, rules.employers.between.log_odds_sd)
    start = Contribution(
        kind="base",
        label="base",
        name="Where you start",
        log_odds=logit(row.probability),
        sd=sd,
        grade=row.grade,
        source=row.source,
        reason=f"the usual rate for {row.name}",
    )
    if not context.referred:
        return Base((start,), row.target)
    referral = Contribution(
        kind="context",
        label="referred",
        name="You were referred",
        log_odds=rules.referral.log_odds_mean,
        sd=rules.referral.log_odds_sd,
        grade=rules.referral.grade,
        source=rules.referral.source,
        reason="people who come by recommendation go on a little more often",
    )
    return Base((start, referral), row.target)
