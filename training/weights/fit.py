"""Prior and data together: a hierarchical normal model that admits how retellings are biased.

For label f with elicited rows (routine, informative) and a measured log odds ratio b with standard error se::

    theta_routine, theta_informative ~ Normal(elicited means, elicited sds), correlated .7
    late_f  ~ Beta                      share of retold cases that were of the informative form
    bias_f  ~ Normal(mu[kind] * side, sd[kind])
    mu[kind] ~ Normal(0, m[kind]),  sd[kind] ~ HalfNormal(s[kind])
    b_f     ~ Normal((late_f theta_informative + (1 - late_f) theta_routine + bias_f) / (1 - share_f), se_f)

``kind`` is how a sign is told (`kinds.py`): a plain step, a judgement, a complaint, a feeling, news of the
outcome, or a step to a next round. ``side`` is the
sign's direction for news alone, because there offers tell the good and refusals the bad; for the others the
bias is one of who tells at all (praise, coldness and feelings are told above all by those then refused).
Dividing by 1 - share turns a log odds ratio into the log likelihood ratio of a telling, to first order.
Given the means, spreads and shares all is normal, so thetas and biases are integrated out by algebra: NUTS
samples the rest, and each draw gives the exact mean and variance of every theta.
That a sign is *not* told is no evidence that it was not there: rows for absence stay as they were elicited.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from pydantic import BaseModel, ConfigDict

from training.weights.kinds import told_as
from training.weights.measure import Measure
from wentwell.catalog import Elicited, Sign, ToldAs, Weight, signs

if TYPE_CHECKING:
    from jax import Array

KINDS: tuple[ToldAs, ...] = ("step", "judgement", "complaint", "feeling", "news", "onward")
ANCHOR = "next.invited"
"""By definition it leads on: so what is measured of it shows how little the end says of a step onward."""
FEWEST = 10
"""Tellings below which a sign says too little to be fitted; its weights stay as elicited."""
WITHIN = 0.7
"""Correlation of the two forms of one sign: what is learned of one is mostly learned of the other."""
_LATE_WORTH = 8.0


@dataclass(frozen=True, slots=True)
class BiasPrior:
    """How large a bias may be, by kind: sd of its mean, and scale of its spread."""

    name: str
    mean_sd: Mapping[str, float]
    spread: Mapping[str, float]


_MEAN_SD = {"step": 0.2, "judgement": 0.5, "complaint": 0.5, "feeling": 0.7, "news": 0.5, "onward": 1.0}
_SPREAD = {"step": 0.3, "judgement": 0.6, "complaint": 0.6, "feeling": 0.6, "news": 0.8, "onward": 1.0}


def _scaled(name: str, factor: float) -> BiasPrior:
    return BiasPrior(
        name,
        {kind: sd * factor for kind, sd in _MEAN_SD.items()},
        {kind: sd * factor for kind, sd in _SPREAD.items()},
    )


USED = _scaled("as used", 1.0)
OTHERS = (_scaled("half as much bias", 0.5), _scaled("twice as much bias", 2.0))


@dataclass(frozen=True, slots=True)
class Settings:
    """How long to sample, and from which seed."""

    seed: int = 7
    warmup: int = 1000
    samples: int = 1500
    chains: int = 4


class Row(BaseModel):
    """Posterior of one label."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str
    routine: tuple[float, float]
    """Mean and sd."""
    informative: tuple[float, float]
    bias: tuple[float, float]


class Fit(BaseModel):
    """What came out, and whether the sampler is to be believed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    bias_prior: str
    rows: dict[str, Row]
    mu: dict[str, tuple[float, float]]
    """Mean and sd of the mean bias, by kind."""
    spread: dict[str, tuple[float, float]]
    worst_r_hat: float
    least_ess: float
    divergences: int


@dataclass(frozen=True, slots=True)
class Data:
    """What the model takes in, one entry a label."""

    labels: list[str]
    mean: np.ndarray
    covariance: np.ndarray
    late: np.ndarray
    scale: np.ndarray
    b: np.ndarray
    se: np.ndarray
    kind: np.ndarray
    side: np.ndarray
    bias: BiasPrior = field(default=USED)


def _rows(sign: Sign) -> tuple[Weight, Weight]:
    if sign.routine is None or sign.informative is None:
        raise ValueError(f"{sign.label} is never weighed")
    return sign.routine, sign.informative


def fitted(measures: Sequence[Measure]) -> list[Measure]:
    """Return the measures that say enough: of signs that are weighed, and of the anchor."""
    return [
        one
        for one in measures
        if (signs()[one.label].kind != "leak" or one.label == ANCHOR) and one.offers + one.refusals >= FEWEST
    ]


def _covariance(routine: Elicited, informative: Elicited) -> list[list[float]]:
    shared = (1.0 if routine == informative else WITHIN) * routine.sd * informative.sd
    return [[routine.sd**2, shared], [shared, informative.sd**2]]


def _data(measures: Sequence[Measure], bias: BiasPrior) -> Data:
    chosen = fitted(measures)
    rows = [_rows(signs()[one.label]) for one in chosen]
    priors = [(r.elicited, i.elicited) for r, i in rows]
    late = [one.late if one.specific is None else one.specific for one in chosen]
    return Data(
        labels=[one.label for one in chosen],
        mean=np.array([[r.mean, i.mean] for r, i in priors]),
        covariance=np.array([_covariance(r, i) for r, i in priors]),
        late=np.clip(late, 0.05, 0.95),
        scale=np.array([1 / (1 - one.share) for one in chosen]),
        b=np.array([one.adjusted for one in chosen]),
        se=np.array([one.adjusted_se for one in chosen]),
        kind=np.array([KINDS.index(told_as(one.label)) for one in chosen]),
        side=np.array(
            [
                np.sign(i.mean) if told_as(one.label) == "news" else 1.0
                for one, (_, i) in zip(chosen, priors, strict=True)
            ]
        ),
        bias=bias,
    )


def _model(data: Data) -> None:
    import jax.numpy as jnp
    import numpyro
    import numpyro.distributions as dist

    kinds = len(KINDS)
    m = jnp.array([data.bias.mean_sd[kind] for kind in KINDS])
    s = jnp.array([data.bias.spread[kind] for kind in KINDS])
    mu = numpyro.deterministic(
        "mu", m * numpyro.sample("mu_z", dist.Normal(0, 1).expand([kinds]).to_event(1))
    )
    spread = numpyro.deterministic(
        "spread", s * numpyro.sample("spread_z", dist.HalfNormal(1).expand([kinds]).to_event(1))
    )
    late = numpyro.sample(
        "late",
        dist.Beta(1 + _LATE_WORTH * data.late, 1 + _LATE_WORTH * (1 - data.late)).to_event(1),
    )
    share = jnp.stack([1 - late, late], axis=1)
    middle = (share * data.mean).sum(1) + data.side * mu[data.kind]
    variance = jnp.einsum("fi,fij,fj->f", share, data.covariance, share) + spread[data.kind] ** 2
    sd = jnp.sqrt(data.scale**2 * variance + data.se**2)
    numpyro.sample("b", dist.Normal(data.scale * middle, sd).to_event(1), obs=data.b)


@dataclass(frozen=True, slots=True)
class Conditional:
    """Mean and variance of thetas (draw, label, form) and biases (draw, label), given each draw."""

    theta: np.ndarray
    theta_variance: np.ndarray
    bias: np.ndarray
    bias_variance: np.ndarray


def conditional(data: Data, mu: np.ndarray, spread: np.ndarray, late: np.ndarray) -> Conditional:
    """Return what the data say of thetas and biases, given means and spreads of biases, and shares.

    Parameters
    ----------
    mu, spread : array of shape (draws, kinds)
    late : array of shape (draws, labels)

    References
    ----------
    The conditional of a joint normal; e.g. Rasmussen & Williams 2006, appendix A.2.
    """
    share = np.stack([1 - late, late], axis=2)
    toward = np.einsum("fij,dfj->dfi", data.covariance, share)
    own = spread[:, data.kind] ** 2
    shift = data.side * mu[:, data.kind]
    total = data.scale**2 * (np.einsum("dfi,dfi->df", share, toward) + own) + data.se**2
    off = data.b - data.scale * (np.einsum("dfi,fi->df", share, data.mean) + shift)
    gain = data.scale * off / total
    return Conditional(
        theta=data.mean + toward * gain[..., None],
        theta_variance=np.diagonal(data.covariance, axis1=1, axis2=2)
        - (data.scale**2 / total)[..., None] * toward**2,
        bias=shift + own * gain,
        bias_variance=own - data.scale**2 * own**2 / total,
    )


def fit(measures: Sequence[Measure], bias: BiasPrior = USED, settings: Settings | None = None) -> Fit:
    """Sample the posterior with NUTS.

    Parameters
    ----------
    measures : sequence of Measure
        Those with too few tellings, and those of leaks, are left out.
    bias : BiasPrior
    settings : Settings, optional

    References
    ----------
    Hoffman & Gelman 2014, "The No-U-Turn Sampler"; Vehtari et al. 2021 on split R-hat and bulk ESS.
    """
    import jax
    import numpyro
    from numpyro.diagnostics import summary
    from numpyro.infer import MCMC, NUTS

    chosen = settings or Settings()
    numpyro.enable_x64()
    data = _data(measures, bias)
    sampler = MCMC(
        NUTS(_model, target_accept_prob=0.9),
        num_warmup=chosen.warmup,
        num_samples=chosen.samples,
        num_chains=chosen.chains,
        chain_method="sequential",
        progress_bar=False,
    )
    sampler.run(jax.random.PRNGKey(chosen.seed), data)
    draws: dict[str, Array] = sampler.get_samples(group_by_chain=True)
    flat = {
        name: np.asarray(draws[name]).reshape(-1, draws[name].shape[-1]) for name in ("mu", "spread", "late")
    }
    given = conditional(data, flat["mu"], flat["spread"], flat["late"])
    chains = (chosen.chains, chosen.samples)
    told = summary(
        {
            "mu": draws["mu"],
            "spread": draws["spread"],
            "late": draws["late"],
            "theta": given.theta.reshape(*chains, *given.theta.shape[1:]),
        },
        group_by_chain=True,
    )
    divergences = int(sampler.get_extra_fields()["diverging"].sum())
    return _fit(data, given, told, divergences)


def _whole(mean: np.ndarray, variance: np.ndarray) -> tuple[float, float]:
    """Return mean and sd over all draws (law of total variance)."""
    return float(mean.mean()), float(np.sqrt(variance.mean() + mean.var()))


def _fit(data: Data, given: Conditional, told: Mapping[str, Mapping[str, Any]], divergences: int) -> Fit:
    def pair(name: str, place: int) -> tuple[float, float]:
        return float(told[name]["mean"][place]), float(told[name]["std"][place])

    rows = {
        label: Row(
            label=label,
            routine=_whole(given.theta[:, place, 0], given.theta_variance[:, place, 0]),
            informative=_whole(given.theta[:, place, 1], given.theta_variance[:, place, 1]),
            bias=_whole(given.bias[:, place], given.bias_variance[:, place]),
        )
        for place, label in enumerate(data.labels)
    }
    return Fit(
        bias_prior=data.bias.name,
        rows=rows,
        mu={kind: pair("mu", place) for place, kind in enumerate(KINDS)},
        spread={kind: pair("spread", place) for place, kind in enumerate(KINDS)},
        worst_r_hat=max(float(np.max(one["r_hat"])) for one in told.values()),
        least_ess=min(float(np.min(one["n_eff"])) for one in told.values()),
        divergences=divergences,
    )
