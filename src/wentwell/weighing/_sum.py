"""Put the parts together: contributions that add up to the log-odds exactly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import fsum, sqrt

from wentwell.catalog import context_rules, signs
from wentwell.interview import Context, Contribution, Evidence, Personal, Target
from wentwell.weighing._base import Base, base_rate
from wentwell.weighing._dependence import Part, shares
from wentwell.weighing._gut import gut_feeling
from wentwell.weighing._length import settle_length
from wentwell.weighing._logistic import HIGHEST, LOWEST, band, expit, logit
from wentwell.weighing._record import own_record
from wentwell.weighing._silence import delay, silence
from wentwell.weighing._unseen import Absence, absences, unknown_sd
from wentwell.weighing._worth import Worth, in_order, worth


@dataclass(frozen=True, slots=True)
class Sum:
    """A chance with its band and parts."""

    base: Base
    contributions: tuple[Contribution, ...]
    unknown_sd: float
    """What signs that nobody looked for add to the band."""
    absent: tuple[Absence, ...]

    @property
    def sd(self) -> float:
        """Standard deviation of the sum, in log-odds."""
        return sqrt(sum(part.sd**2 for part in self.contributions) + self.unknown_sd**2)

    def with_silence(self, quiet: Contribution) -> Sum:
        """Return the sum with another silence in the place of the one in it; nothing else changes.

        Parameters
        ----------
        quiet : Contribution
            Of kind ``silence``; this sum must hold one too.
        """
        parts = [quiet if part.kind == "silence" else part for part in self.contributions]
        return replace(self, contributions=_limited([part for part in parts if part.kind != "limit"]))

    @property
    def log_odds(self) -> float:
        """Sum of the contributions."""
        return fsum(part.log_odds for part in self.contributions)

    @property
    def probability(self) -> float:
        """Median of the logistic-normal chance."""
        return expit(self.log_odds)

    @property
    def band(self) -> tuple[float, float]:
        """The 80 % band; it always holds the chance itself."""
        low, high = band(self.log_odds, self.sd)
        return min(low, self.probability), max(high, self.probability)

    @property
    def target(self) -> Target:
        """What the chance is about."""
        return self.base.target


@dataclass(frozen=True, slots=True)
class Case:
    """All that is weighed, beside the evidence."""

    context: Context
    gut: float | None = None
    today: date | None = None
    looked_for: Mapping[str, float] = field(default_factory=dict)
    impossible: frozenset[str] = frozenset()
    heard_on: date | None = None
    personal: Personal | None = None


def has_reply(evidence: Iterable[Evidence]) -> bool:
    """Whether the evidence holds an answer of the employer."""
    return any(found.label.startswith("reply.") for found in evidence)


def add_up(evidence: Sequence[Evidence], case: Case) -> Sum:
    """Weigh evidence that holds no leak."""
    context = case.context
    found, settled = settle_length(evidence, context)
    looked_for, impossible = dict(case.looked_for), case.impossible
    if "contrary.short" in settled:
        looked_for |= dict.fromkeys(settled, 1.0)
    else:
        impossible |= settled

    base = base_rate(context)
    told_gut = in_order(item for item in found if signs()[item.label].kind == "gut")
    weighed = [item for item in found if signs()[item.label].kind in ("soft", "commitment", "fact")]
    replied = has_reply(weighed)
    # the day of a word counts where its content says nothing: a prompt answer is a sign of its own
    says_something = replied or any(signs()[item.label].kind == "commitment" for item in weighed)
    late = None if says_something else delay(context, case.heard_on)
    # a reply without its day leaves no silence to count; with its day the silence counts from there
    quiet = None if replied and case.heard_on is None else silence(context, case.today, case.heard_on)
    told_silence = in_order(item for item in weighed if item.label == "contrary.silence")
    if told_silence and (replied or case.heard_on is not None or quiet is not None):
        # words that tell of a silence add nothing to its days, and nothing once it ended
        weighed = [item for item in weighed if item.label != "contrary.silence"]
        quiet = quiet.model_copy(update={"evidence": told_silence}) if quiet else None

    labels = frozenset(item.label for item in weighed)
    values = [
        worth(label, [item for item in weighed if item.label == label], context, labels)
        for label in sorted(labels)
    ]
    missing = absences(labels, looked_for, impossible, context)
    parts = _sign_parts(values, _strongest_of_nests(values), missing)
    gut_part = _gut_part(case.gut, told_gut, context, case.personal)
    own = None
    if case.personal is not None:
        own = own_record(
            case.personal,
            context,
            gut=case.gut,
            start_sd=base.contributions[0].sd,
            signs=[(part.label, part.sd) for part in parts if part.kind == "sign"],
        )
    told = [part for part in (late, quiet, gut_part, own) if part is not None]
    everything = _limited([*base.contributions, *parts, *told])
    return Sum(base, everything, unknown_sd(missing, context), tuple(missing))


def _strongest_of_nests(values: Sequence[Worth]) -> dict[str, str]:
    """Return the label that counts, by nest."""
    best: dict[str, Worth] = {}
    for value in values:
        nest = value.sign.nest
        if nest is None:
            continue
        now = best.get(nest)
        if now is None or (abs(value.log_odds), value.sign.label) > (abs(now.log_odds), now.sign.label):
            best[nest] = value
    return {nest: value.sign.label for nest, value in best.items()}


def _sign_parts(
    values: Sequence[Worth], strongest: Mapping[str, str], missing: Sequence[Absence]
) -> list[Contribution]:
    rules = context_rules()
    counted = [
        value
        for value in values
        if strongest.get(value.sign.nest or "", value.sign.label) == value.sign.label
    ]
    weighed_absences = [absence for absence in _one_a_nest(missing) if absence.log_odds != 0]
    kept = shares(
        [
            *(Part(v.sign.label, v.sign.cluster, v.sign.kind == "commitment", v.log_odds) for v in counted),
            *(Part(f"not {a.sign.label}", a.sign.cluster, False, a.log_odds) for a in weighed_absences),
        ],
        rules.within_cluster_rho.mean,
        rules.across_cluster_rho.mean,
    )
    parts = []
    for value in values:
        sign = value.sign
        share = kept.get(sign.label, 0.0)
        reason = value.reason
        if sign.label not in kept:
            reason = f"not counted again: it belongs with “{signs()[strongest[sign.nest or '']].name}”"
        told = tuple(found for found in value.evidence if found.quote)
        if not told and sign.label not in kept:
            continue
        if any(found.minutes is not None and not found.quote for found in value.evidence):
            reason = "; ".join(filter(None, ("by the minutes", reason)))
        parts.append(
            Contribution(
                kind="sign",
                label=sign.label,
                name=sign.name,
                log_odds=share * value.log_odds,
                sd=share * value.sd,
                grade=value.row.grade,
                source=value.row.source,
                reason=reason,
                evidence=told,
            )
        )
    for absence in weighed_absences:
        sign, share = absence.sign, kept[f"not {absence.sign.label}"]
        parts.append(
            Contribution(
                kind="not_seen",
                label=sign.label,
                name=f"Not seen: {sign.name[0].lower()}{sign.name[1:]}",
                log_odds=share * absence.log_odds,
                sd=share * absence.sd,
                grade=sign.absent.grade if sign.absent else None,
                source=sign.absent.source if sign.absent else None,
                reason="it could have happened here"
                if absence.looked >= 1
                else "it could have happened, or been missed",
            )
        )
    return sorted(parts, key=lambda part: (-abs(part.log_odds), part.kind, part.label))


def _one_a_nest(missing: Sequence[Absence]) -> list[Absence]:
    """Keep one absence a nest: that nobody spoke of pay is one thing, not two."""
    best: dict[str, Absence] = {}
    for absence in missing:
        key = absence.sign.nest or absence.sign.label
        if key not in best or absence.log_odds < best[key].log_odds:
            best[key] = absence
    return list(best.values())


def _gut_part(
    gut: float | None, told: tuple[Evidence, ...], context: Context, personal: Personal | None
) -> Contribution | None:
    """Return the one gut term: the stated chance if there is one, else what the words say."""
    if gut is not None:
        part = gut_feeling(gut, self_doubter=context.self_doubter, personal=personal)
        return part.model_copy(update={"evidence": told})
    labels = frozenset(item.label for item in told)
    if not labels:
        return None
    factor = context_rules().gut.self_doubter_factor if context.self_doubter else 1.0
    values = [
        worth(label, [t for t in told if t.label == label], context, labels) for label in sorted(labels)
    ]
    mean = factor * sum(value.log_odds for value in values)
    return Contribution(
        kind="gut",
        label="gut",
        name="How you felt about it",
        log_odds=mean,
        sd=factor * max(value.sd for value in values),
        grade="B",
        source=values[0].row.source,
        reason="words about a feeling are weak evidence",
        evidence=tuple(item for value in values for item in value.evidence),
    )


def _limited(parts: Sequence[Contribution]) -> tuple[Contribution, ...]:
    """Return the parts, and a limit after them where they add up to more than may be said."""
    limit = _limit(fsum(part.log_odds for part in parts))
    return (*parts, limit) if limit is not None else tuple(parts)


def _limit(total: float) -> Contribution | None:
    bound = min(logit(HIGHEST), max(logit(LOWEST), total))
    if bound == total:
        return None
    return Contribution(
        kind="limit",
        label="limit",
        name="Nothing is certain yet",
        log_odds=bound - total,
        sd=0.0,
        reason="before an answer is in hand, no chance is shown below 3 or above 95 of 100",
    )
