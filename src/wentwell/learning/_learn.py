"""What a person's outcomes teach: an intercept, the slope of the gut, own starts, moved weights."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import fmean
from typing import TYPE_CHECKING

from wentwell.catalog import context_rules
from wentwell.interview import Normal, OwnStart, Personal, Stage
from wentwell.learning._fit import Fit, fit
from wentwell.learning._past import Past
from wentwell.learning._starts import own_base_rate
from wentwell.weighing import stated_log_odds

if TYPE_CHECKING:
    from wentwell.learning._fit import Array

_POOLING = (0.0, 0.25, 0.5, 0.75)
"""How strongly people of one journal may turn out alike: the correlation of their intercepts and slopes."""


def known(record: Sequence[Past]) -> list[Past]:
    """Return the interviews with a known outcome."""
    return [one for one in record if one.yes is not None]


def learn(record: Sequence[Past], others: Sequence[Sequence[Past]] = ()) -> Personal | None:
    """Learn from a person's own outcomes, by Bayesian logistic regression (Laplace).

    The log-odds of an interview are those of the shipped numbers, plus an intercept a ~ N(0, .55), plus
    b times the log-odds of the gut with b ~ N(.35, .20) (half of that mean for interviews of a
    self-doubter), plus what a stage adds ~ N(0, sd of the table's row), plus, for each sign seen, z times
    the standard deviation of its weight with z ~ N(0, .5). About 200 interviews that show a sign are
    needed before they count as much as the table, and no weight moves by more than half its own standard
    deviation.

    Parameters
    ----------
    record : sequence of Past
        The person's own interviews, those without a word so far included.
    others : sequence of sequences of Past
        Records of other people in the same journal. From three people on, intercepts and slopes lean on
        each other as far as the records are alike (empirical Bayes: the correlation with the highest
        evidence).

    Returns
    -------
    Personal or None
        ``None`` below five known outcomes.

    References
    ----------
    Gelman et al. 2013, "Bayesian Data Analysis", chapters 5 and 16.
    """
    rules = context_rules().record
    if len(known(record)) < rules.from_outcomes:
        return None
    rest = [other for other in others if known(other)]
    if len(rest) + 1 < rules.pooled_from:
        return _told(record, _Design(record, ()), _Design(record, ()).fitted(0.0))
    design = _Design(record, rest)
    return _told(record, design, max(map(design.fitted, _POOLING), key=lambda one: one.log_evidence))


class _Design:
    """The columns: intercept and gut of each person, then stages and signs of the person in question."""

    def __init__(self, record: Sequence[Past], others: Sequence[Sequence[Past]]) -> None:
        self.stages: list[Stage] = sorted({one.stage for one in known(record) if one.stage is not None})
        self.labels = sorted({label for one in known(record) for label in one.signs})
        self.records = [record, *others]

    def fitted(self, alike: float) -> Fit:
        """Return the posterior if people are alike with this correlation."""
        import numpy as np

        people = len(self.records)
        size = 2 * people + len(self.stages) + len(self.labels)
        rows = [(place, one) for place, record in enumerate(self.records) for one in record]
        columns = np.zeros((len(rows), size))
        for row, (place, one) in enumerate(rows):
            columns[row, place] = 1.0
            columns[row, people + place] = 0.0 if one.gut is None else stated_log_odds(one.gut)
            if place:
                continue
            if one.stage in self.stages:
                columns[row, 2 * people + self.stages.index(one.stage)] = 1.0
            for label, sd in one.signs.items():
                if label in self.labels:
                    columns[row, 2 * people + len(self.stages) + self.labels.index(label)] = sd
        mean, covariance = self._prior(size, alike)
        came = [np.nan if one.yes is None else float(one.yes) for _, one in rows]
        return fit(
            columns,
            np.array([one.offset for _, one in rows]),
            np.array(came),
            np.array([one.silence for _, one in rows]),
            prior_mean=mean,
            prior_covariance=covariance,
        )

    def _prior(self, size: int, alike: float) -> tuple[Array, Array]:
        import numpy as np

        rules, gut = context_rules().record, context_rules().gut
        people = len(self.records)
        mean, covariance = np.zeros(size), np.zeros((size, size))
        together = np.full((people, people), alike) + (1 - alike) * np.eye(people)
        mean[people : 2 * people] = [gut.slope_mean * _trusted(record) for record in self.records]
        covariance[:people, :people] = rules.intercept_sd**2 * together
        covariance[people : 2 * people, people : 2 * people] = gut.slope_sd**2 * together
        starts = [fmean(one.start_sd for one in self._from(stage)) ** 2 for stage in self.stages]
        signs = [rules.weight_share**2] * len(self.labels)
        covariance[2 * people :, 2 * people :] = np.diag([*starts, *signs])
        return mean, covariance

    def _from(self, stage: Stage) -> list[Past]:
        return [one for one in known(self.records[0]) if one.stage == stage]


def _trusted(record: Sequence[Past]) -> float:
    """Return the share of the usual slope that a person's gut has before anything is learned."""
    factor = context_rules().gut.self_doubter_factor
    guts = [factor if one.self_doubter else 1.0 for one in record if one.gut is not None]
    return fmean(guts) if guts else 1.0


def _told(record: Sequence[Past], design: _Design, found: Fit) -> Personal:
    people = len(design.records)
    mean, covariance = found.mean, found.covariance
    most = context_rules().record.weight_share
    starts: dict[Stage, OwnStart] = {}
    for place, stage in enumerate(design.stages, 2 * people):
        mine = [one for one in known(record) if one.stage == stage]
        table, sd = fmean(one.start for one in mine), fmean(one.start_sd for one in mine)
        yes = sum(one.yes is True for one in mine)
        starts[stage] = OwnStart(
            count=len(mine),
            yes=yes,
            shift=mean[place],
            sd=sqrt(covariance[0, 0] + covariance[place, place] + 2 * covariance[0, place]),
            with_gut=covariance[0, people] + covariance[place, people],
            suggested=own_base_rate(table, sd, yes, len(mine)),
            table=table,
        )
    first = 2 * people + len(design.stages)
    return Personal(
        outcomes=len(known(record)),
        intercept=Normal(mean=mean[0], sd=sqrt(covariance[0, 0])),
        gut_slope=Normal(mean=mean[people], sd=sqrt(covariance[people, people])),
        with_gut=covariance[0, people],
        starts=starts,
        signs={
            label: min(most, max(-most, float(mean[place])))
            for place, label in enumerate(design.labels, first)
        },
    )
