"""The shape of the catalog: frozen values, checked when the files are read."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from wentwell.interview import Context, Employer, Format, Grade, OutcomeKind, Stage, Target, Temper

SignKind = Literal["soft", "commitment", "leak", "fact", "gut"]
Cluster = Literal["affect", "closing", "commitment", "outcome", "gut"]
ToldAs = Literal["step", "judgement", "complaint", "feeling", "news", "onward"]
"""How a sign is retold: a plain step, a kind or unkind reading of people, a feeling, news of the outcome, or
a step to a next round."""


class Row(BaseModel):
    """A part of the catalog; unknown keys are errors, so that a typing slip cannot pass."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Elicited(Row):
    """What a form was judged to be worth before any retelling with a known outcome was read."""

    mean: float = Field(ge=-5, le=5)
    """Mean, in log-odds."""
    sd: float = Field(gt=0, le=2)
    """Standard deviation, in log-odds."""
    grade: Grade
    """A direct numbers, B measured indirectly, C opinion."""
    source: str = Field(min_length=3)


class Weight(Elicited):
    """What a form is worth, as it is used: a log likelihood ratio."""

    prior: Elicited | None = None
    """What it was before the retellings spoke; ``None`` where they had no say, and it is as elicited."""

    @property
    def elicited(self) -> Elicited:
        """The judgement alone, without what the retellings say."""
        if self.prior is not None:
            return self.prior
        return Elicited(mean=self.mean, sd=self.sd, grade=self.grade, source=self.source)

    @property
    def learned(self) -> float:
        """How much of it the retellings taught, 0 to 1: the share of the prior's variance that is gone."""
        return max(0.0, 1.0 - (self.sd / self.elicited.sd) ** 2)


class Measured(Row):
    """What retellings with a known outcome say of one sign, taken alone."""

    told_as: ToldAs
    """What bias to expect between what happened and what is retold."""
    offers: int = Field(ge=0)
    """Tellings with an offer that tell it (expected number, by the reader's probabilities)."""
    refusals: int = Field(ge=0)
    """The same among tellings without an offer."""
    plain: float
    """Log odds ratio of an offer, within employers."""
    plain_se: float = Field(gt=0)
    log_odds_ratio: float
    """The same with the stage reached and how much is told held fast: what the model takes in."""
    se: float = Field(gt=0)
    late: float = Field(ge=0, le=1)
    """Share of these tellings that count as the informative form."""
    bias: float | None = None
    """What of it the model takes for the way such things are retold (mean, in log-odds).

    ``None``: it is not taken in at all, because the outcome at hand does not measure such a sign.
    """
    bias_sd: float | None = Field(default=None, gt=0)


class Learned(Row):
    """One sign's entry in ``weights.toml``."""

    label: str
    measured: Measured
    routine: Weight
    informative: Weight


class KindOfBias(Row):
    """How signs of one kind are biased in retellings, as the model learned it; in log-odds."""

    told_as: ToldAs
    mean: float
    mean_sd: float = Field(gt=0)
    spread: float = Field(gt=0)
    """Standard deviation between signs."""
    spread_sd: float = Field(gt=0)


class Sensitivity(Row):
    """How far the results move if the bias is thought smaller or larger beforehand."""

    bias_prior: str
    mean_move: float = Field(ge=0)
    """Mean absolute move of the results, in log-odds."""
    largest_move: float = Field(ge=0)
    largest: str
    """The label that moves most."""


class Fit(Row):
    """What the retellings were, and whether the computation is to be believed."""

    tellings: int
    offers: int
    employers: int
    left_out: tuple[int, ...]
    """Folds of the retellings that were not used, so that something is left to prove the weights on."""
    reader: str
    """Version of the reader that found the signs."""
    worst_r_hat: float
    least_ess: int
    divergences: int
    bias: tuple[KindOfBias, ...]
    sensitivity: tuple[Sensitivity, ...]
    labelled: int
    """Tellings in which somebody's labels were taken; in the others the reader's findings."""
    compared: int
    """Tellings in which such labels were compared with the reader's findings."""
    labelled_correlation: float
    """Correlation over signs of the log odds ratios by the labels and by the reader."""
    labelled_difference: float
    """Mean difference of the two, reader less labels."""


class LearnedWeights(Row):
    """Everything in ``weights.toml``."""

    fit: Fit
    sign: tuple[Learned, ...]


class Sign(Row):
    """One form of a sign."""

    label: str
    name: str
    what: str
    why: str
    does_not_mean: str
    kind: SignKind
    """``commitment``: an explicit step. ``leak``: the outcome itself, set apart and never weighed."""
    outcome: OutcomeKind | None = None
    """A leak: the outcome that it tells."""
    cluster: Cluster
    """Signs that come together and are discounted together."""
    nest: str | None = None
    """Only the strongest sign of a nest counts."""
    where: Literal["talk", "after"]
    """Seen in the interview itself, or only in what comes later."""
    formats: tuple[Format, ...] = ("phone", "video", "onsite")
    """Formats in which its absence can be seen at all."""
    stages: tuple[Stage, ...] = ("screen", "first", "second", "final", "single", "informal")
    """Stages in which its absence can be seen at all."""
    prevalence: float | None = Field(default=None, gt=0, lt=1)
    """Share of interviews that have it (elicited)."""
    routine: Weight | None = None
    informative: Weight | None = None
    absent: Weight | None = None
    """As elicited: that a sign is not retold does not show that it was not there."""
    measured: Measured | None = None
    """What retellings say of it; ``None`` where too few tell it."""

    @property
    def family(self) -> str:
        """The part of the label before the dot."""
        return self.label.partition(".")[0]

    @model_validator(mode="after")
    def _weights_belong_together(self) -> Self:
        if (self.routine is None) != (self.informative is None):
            raise ValueError(f"{self.label}: routine and informative come together")
        if (self.outcome is None) == (self.kind == "leak"):
            raise ValueError(f"{self.label}: a leak, and only a leak, tells an outcome")
        if self.routine is None and self.kind != "leak":
            raise ValueError(f"{self.label}: only a leak may go without weights")
        if self.routine and self.informative and self.routine.mean * self.informative.mean < 0:
            raise ValueError(f"{self.label}: routine and informative must point the same way")
        if self.absent and (self.absent.mean > 0 or self.prevalence is None):
            raise ValueError(f"{self.label}: an absence weighs against, and needs a prevalence")
        return self

    def could_be_seen(self, context: Context) -> bool:
        """Whether its absence would mean anything in this stage and format.

        A format that is not known counts as one in which it might not be seen, if there is such a one.
        """
        if context.format == "recorded":
            return False
        if context.format is None and set(self.formats) != {"phone", "video", "onsite"}:
            return False
        if context.format is not None and context.format not in self.formats:
            return False
        return context.stage is None or context.stage in self.stages


class When(Row):
    """A condition on the context: every named fact must hold, any value of its list will do."""

    stage: tuple[Stage, ...] = ()
    employer: tuple[Employer, ...] = ()
    format: tuple[Format, ...] = ()
    temper: tuple[Temper, ...] = ()
    only_recruiters: tuple[bool, ...] = ()
    panel: tuple[bool, ...] = ()
    self_doubter: tuple[bool, ...] = ()

    def holds(self, context: Context) -> bool:
        """Whether the context meets the condition."""
        facts: dict[str, object] = {
            "stage": context.stage,
            "employer": context.employer,
            "format": context.format,
            "temper": context.temper,
            "only_recruiters": bool(context.interviewer_roles)
            and set(context.interviewer_roles) == {"recruiter"},
            "panel": context.interviewers is not None and context.interviewers > 1,
            "self_doubter": context.self_doubter,
        }
        return all(facts[name] in wanted for name, wanted in self if wanted)


class Modifier(Row):
    """Something in the context that makes some signs weigh more or less."""

    name: str
    when: When
    families: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    kinds: tuple[SignKind, ...] = ()
    direction: Literal["for", "against"] | None = None
    log_mean: float
    sd: float = Field(gt=0)
    grade: Grade
    source: str

    def touches(self, sign: Sign, mean: float) -> bool:
        """Whether it changes a weight of this sign with this mean."""
        if self.direction and (mean > 0) != (self.direction == "for"):
            return False
        if self.kinds and sign.kind not in self.kinds:
            return False
        if not self.families and not self.labels:
            return True
        return sign.family in self.families or sign.label in self.labels


class BaseRow(Row):
    """A base rate for some stages, employers or formats."""

    name: str
    when: When
    target: Target
    probability: float = Field(gt=0, lt=1)
    log_odds_sd: float = Field(gt=0)
    grade: Grade
    source: str


class Correlation(Row):
    """How strongly signs go together."""

    mean: float = Field(ge=0, le=1)
    grade: Grade
    source: str


class ErrorKept(Row):
    """What the discounts for dependence leave of the errors that they hide."""

    share: float = Field(ge=0, le=1)
    """Share of the variance that a discount takes off with the weight, and that still widens the band."""
    grade: Grade
    source: str


class Notes(Row):
    """How likely somebody's notes mention a sign that was there."""

    mentioned: float = Field(ge=0, le=1)
    """In full notes."""
    from_words: int = Field(ge=0)
    """The silence of notes of so many words, or fewer, tells nothing."""
    full_words: int = Field(ge=1)
    """Notes of so many words are full; in between the chance rises evenly."""
    grade: Grade
    source: str

    def chance(self, words: int) -> float:
        """Return how likely notes of so many words mention a sign that was there, 0 to 1."""
        length = (words - self.from_words) / (self.full_words - self.from_words)
        return self.mentioned * min(1.0, max(0.0, length))


class Finalists(Row):
    """Constants of the chance of one among k finalists."""

    unfilled: float
    declined: float
    log_odds_sd: float
    grade: Grade
    source: str


class Spread(Row):
    """How far something differs, in log-odds."""

    log_odds_sd: float = Field(ge=0)
    grade: Grade
    source: str


class Employers(Row):
    """How far employers differ in their base rates at one stage."""

    between: Spread
    """Spread between employers: no row of the table is surer of one employer's rate than that."""
    without_row: Spread
    """Added where the table has no row for this kind of employer."""


class OwnBaseRate(Row):
    """How far a base rate set by the user is trusted."""

    log_odds_sd: float
    grade: Grade
    source: str


class Referral(Row):
    """What a referral adds to the base rate."""

    log_odds_mean: float
    log_odds_sd: float
    grade: Grade
    source: str


class Gut(Row):
    """What a gut feeling is worth."""

    slope_mean: float
    slope_sd: float
    self_doubter_factor: float
    most: float
    grade: Grade
    source: str


class Estimate(Row):
    """A fitted number: what was believed before, what each source says alone, and what is used.

    A source's own value is that of the same model with the other source left out; ``None`` where it says
    nothing of this number.
    """

    value: float
    """The one used: posterior mean."""
    sd: float = Field(ge=0)
    """Posterior standard deviation."""
    prior: float
    prior_sd: float = Field(ge=0)
    told: float | None = None
    """By delays told in reviews."""
    told_sd: float | None = None
    logs: float | None = None
    """By logs of applications."""
    logs_sd: float | None = None


class ReplyTimes(Row):
    """Lognormal reply times, in days with their usual share of weekends, and refusals never told."""

    a_median: Estimate
    """Median days to a word for those who go on."""
    r_median: Estimate
    """Median days to a word for those who are refused and told."""
    sigma: Estimate
    """Spread of the log of the days at one employer, for both."""
    ghost: Estimate
    """Share of refusals that are never told."""


class SilenceByStage(Row):
    """Reply times by stage."""

    screen: ReplyTimes
    first: ReplyTimes
    late: ReplyTimes


class Silence(Row):
    """The mixture-cure model of reply times: ``silence.toml``."""

    employer_speed_sd: float = Field(ge=0)
    """Spread of the log of employers' own speed."""
    most: float = Field(gt=0)
    """Most that a silence takes, in log-odds."""
    delay_most: float = Field(gt=0)
    """Most that the delay of a word adds or takes whose content says nothing, in log-odds."""
    grade: Grade
    source: str
    stage: SilenceByStage
    clock: dict[Employer, Estimate]
    """How much slower or faster some employers are."""


class RecordRules(Row):
    """How a person's own outcomes are learned from."""

    intercept_sd: float = Field(gt=0)
    weight_share: float = Field(gt=0, le=1)
    pooled_from: int = Field(ge=2)
    from_outcomes: int = Field(ge=1)
    curve_from: int = Field(ge=1)
    grade: Grade
    source: str


class ContextRules(Row):
    """Everything in ``context.toml``."""

    within_cluster_rho: Correlation
    across_cluster_rho: Correlation
    error_kept: ErrorKept
    notes: Notes
    modifier: tuple[Modifier, ...]
    base: tuple[BaseRow, ...]
    employers: Employers
    finalists: Finalists
    own_base_rate: OwnBaseRate
    referral: Referral
    gut: Gut
    silence: Silence
    record: RecordRules
