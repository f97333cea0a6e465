"""Put the parts together: contributions that add up to the log-odds exactly."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import fsum, sqrt
from typing import Any

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
class _Silent:
    """All that the notes do not mention, together."""

    count: int
    log_odds: float
    sd: float


@dataclass(frozen=True, slots=True)
class _Signs:
    """The signs put together, seen and not seen; what is told of them is made only when asked for."""

    values: tuple[Worth, ...]
    absent: tuple[Absence, ...]
    strongest: Mapping[str, str]
    """The label that counts, by nest."""
    kept: Mapping[str, float]
    """The share of its raw weight that each part keeps; ``not LABEL`` is an absence."""
    silent: _Silent | None
    """All that the notes do not mention, as one part."""
    open_sd: float
    """What the discounts leave open of the errors of the weights, in log-odds."""

    def seen(self) -> list[tuple[str, float, float]]:
        """Return label, log-odds and sd of every sign seen that counts."""
        kept = self.kept
        return [
            (v.sign.label, v.log_odds * kept[v.sign.label], v.sd * kept[v.sign.label])
            for v in self.values
            if v.sign.label in kept
        ]

    def numbers(self) -> list[tuple[float, float]]:
        """Return log-odds and sd of every part that counts."""
        kept = self.kept
        seen = [(log_odds, sd) for _, log_odds, sd in self.seen()]
        for absence in self.absent:
            share = kept[f"not {absence.sign.label}"]
            seen.append((absence.log_odds * share, absence.sd * share))
        if self.silent is not None:
            seen.append((self.silent.log_odds, self.silent.sd))
        return seen


@dataclass(frozen=True, slots=True)
class Sum:
    """A chance with its band and parts."""

    base: Base
    signs: _Signs
    others: tuple[Contribution, ...]
    """What is neither base nor sign, in the order in which it is told."""
    absent: tuple[Absence, ...]
    unknown_sd: float
    """What signs that nobody looked for add to the band."""
    log_odds: float
    """Sum of the contributions."""
    sd: float
    """Standard deviation of the sum, in log-odds."""

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """The parts, for a person to read."""
        return (*self.base.contributions, *_told(self.signs), *self.others)

    def with_silence(self, quiet: Contribution) -> Sum:
        """Return the sum with another silence in the place of the one in it; nothing else changes.

        Parameters
        ----------
        quiet : Contribution
            Of kind ``silence``; this sum must hold one too.
        """
        others = [quiet if part.kind == "silence" else part for part in self.others if part.kind != "limit"]
        return _total(self.base, self.signs, others, self.absent, self.unknown_sd)

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
    mentioned: float = 0.0
    """How likely the notes mention a sign that was there."""
    memo: dict[object, tuple[object, Any]] = field(default_factory=dict, compare=False, repr=False)
    """What was weighed already; a case that differs in something else may share it."""

    def worth(self, label: str, evidence: Sequence[Evidence], labels: Collection[str]) -> Worth:
        """Return what all evidence of one label is worth here."""
        prompt = label == "reply.warm" and "reply.prompt" in labels
        key = (label, prompt, id(self.context), *map(id, evidence))
        known: Worth = self._once(key, evidence, lambda: worth(label, evidence, self.context, prompt=prompt))
        return known

    def silence(self) -> Contribution | None:
        """Return what the silence so far adds."""
        key = ("silence", id(self.context), self.today, self.heard_on)
        known: Contribution | None = self._once(
            key, (), lambda: silence(self.context, self.today, self.heard_on)
        )
        return known

    def delay(self) -> Contribution | None:
        """Return what the delay of the employer's last word adds."""
        key = ("delay", id(self.context), self.heard_on)
        known: Contribution | None = self._once(key, (), lambda: delay(self.context, self.heard_on))
        return known

    def gut_part(self, told: tuple[Evidence, ...]) -> Contribution | None:
        """Return what the candidate's feeling adds."""
        key = ("gut", self.gut, id(self.context), *map(id, told))
        known: Contribution | None = self._once(key, told, lambda: _gut_part(self, told))
        return known

    def _once(self, key: object, evidence: Sequence[Evidence], weighed: Callable[[], Any]) -> Any:
        known = self.memo.get(key)
        if known is None:
            # what is kept holds these very objects, so that no id can come to stand for another
            known = self.memo[key] = ((self.context, *evidence), weighed())
        return known[1]


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
    late = None if says_something else case.delay()
    # a reply without its day leaves no silence to count; with its day the silence counts from there
    quiet = None if replied and case.heard_on is None else case.silence()
    told_silence = in_order(item for item in weighed if item.label == "contrary.silence")
    if told_silence and (replied or case.heard_on is not None or quiet is not None):
        # words that tell of a silence add nothing to its days, and nothing once it ended
        weighed = [item for item in weighed if item.label != "contrary.silence"]
        quiet = quiet.model_copy(update={"evidence": told_silence}) if quiet else None

    labels = frozenset(item.label for item in weighed)
    values = [case.worth(label, group, labels) for label, group in _by_label(weighed)]
    missing = absences(labels, looked_for, impossible, context, case.mentioned)
    together = _put_together(values, missing, case.mentioned)
    own = None
    if case.personal is not None:
        own = own_record(
            case.personal,
            context,
            gut=case.gut,
            start_sd=base.contributions[0].sd,
            signs=[(label, sd) for label, _, sd in together.seen()],
        )
    told = [part for part in (late, quiet, case.gut_part(told_gut), own) if part is not None]
    return _total(base, together, told, tuple(missing), unknown_sd(missing))


def _total(
    base: Base,
    together: _Signs,
    others: list[Contribution],
    absent: tuple[Absence, ...],
    unknown: float,
) -> Sum:
    """Return the sum of the parts, with a limit after them where they add up to more than may be said."""
    numbers = together.numbers()
    log_odds = [
        *(part.log_odds for part in base.contributions),
        *(one for one, _ in numbers),
        *(part.log_odds for part in others),
    ]
    variance = base.sd**2 + sum(sd * sd for _, sd in numbers) + sum(part.sd**2 for part in others)
    limit = _limit(fsum(log_odds))
    if limit is not None:
        others, log_odds = [*others, limit], [*log_odds, limit.log_odds]
    sd = sqrt(variance + together.open_sd**2 + unknown**2)
    return Sum(base, together, tuple(others), absent, unknown, fsum(log_odds), sd)


def _by_label(evidence: Iterable[Evidence]) -> list[tuple[str, list[Evidence]]]:
    groups: dict[str, list[Evidence]] = {}
    for found in evidence:
        groups.setdefault(found.label, []).append(found)
    return sorted(groups.items())


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


def _put_together(values: Sequence[Worth], missing: Sequence[Absence], mentioned: float) -> _Signs:
    rules, strongest = context_rules(), _strongest_of_nests(values)
    absent = [absence for absence in _one_a_nest(missing) if absence.log_odds != 0]
    weighed = tuple(absence for absence in absent if not absence.silent)
    parts = [
        Part(v.sign.label, v.sign.cluster, v.sign.kind == "commitment", v.log_odds)
        for v in values
        if v.sign.nest is None or strongest[v.sign.nest] == v.sign.label
    ]
    parts += [_part(absence) for absence in weighed]
    kept = shares(parts, rules.within_cluster_rho.mean, rules.across_cluster_rho.mean)
    errors = [(value.error, kept[value.sign.label]) for value in values if value.sign.label in kept]
    errors += [(absence.sd, kept[f"not {absence.sign.label}"]) for absence in weighed]
    left_out = [absence for absence in absent if absence.silent]
    silent, silent_kept = _not_mentioned(left_out, mentioned) if left_out else (None, {})
    errors += [(absence.sd, silent_kept[absence.sign.label]) for absence in left_out if silent_kept]
    hidden = fsum(sd * sd * (1 - share * share) for sd, share in errors)
    return _Signs(tuple(values), weighed, strongest, kept, silent, sqrt(rules.error_kept.share * hidden))


def _part(absence: Absence) -> Part:
    sign = absence.sign
    return Part(f"not {sign.label}", sign.cluster, sign.kind == "commitment", absence.log_odds)


def _not_mentioned(left_out: Sequence[Absence], mentioned: float) -> tuple[_Silent | None, dict[str, float]]:
    """Return what the notes do not mention as one part, and the share that each sign keeps.

    Two silences repeat each other less than two absences do, as each may be mere brevity: the correlations
    are the smaller, the less is mentioned. Silence never speaks for anybody.
    """
    rules = context_rules()
    kept = shares(
        [_part(absence) for absence in left_out],
        mentioned * rules.within_cluster_rho.mean,
        mentioned * rules.across_cluster_rho.mean,
    )
    of_label = {absence.sign.label: kept[f"not {absence.sign.label}"] for absence in left_out}
    log_odds = fsum(absence.log_odds * of_label[absence.sign.label] for absence in left_out)
    if log_odds >= 0:
        return None, {}
    sd = sqrt(fsum((absence.sd * of_label[absence.sign.label]) ** 2 for absence in left_out))
    return _Silent(len(left_out), log_odds, sd), of_label


def _told_silent(silent: _Silent) -> Contribution:
    notes = context_rules().notes
    things = (
        "a thing that might have happened; if it"
        if silent.count == 1
        else f"{silent.count} things that might have happened; if some"
    )
    return Contribution(
        kind="not_mentioned",
        label="not_mentioned",
        name="What your notes do not mention",
        log_odds=silent.log_odds,
        sd=silent.sd,
        grade=notes.grade,
        source=notes.source,
        reason=f"{things} did, say so in the debrief",
    )


def _told(together: _Signs) -> list[Contribution]:
    parts, kept = [], together.kept
    for value in together.values:
        sign = value.sign
        share = kept.get(sign.label, 0.0)
        reason = value.reason
        if sign.label not in kept:
            counted = signs()[together.strongest[sign.nest or ""]]
            reason = f"not counted again: it belongs with “{counted.name}”"
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
    for absence in together.absent:
        sign, share = absence.sign, kept[f"not {absence.sign.label}"]
        parts.append(
            Contribution(
                kind="not_seen",
                label=sign.label,
                name=f"Not seen: {sign.name[0].lower()}{sign.name[1:]}",
                log_odds=share * absence.log_odds,
                sd=share * absence.sd,
                grade=sign.absent.grade if sign.absent else "C",
                source=sign.absent.source if sign.absent else "worked out from the sign's own weight",
                reason="it could have happened here"
                if absence.looked >= 1
                else "it could have happened, or been missed",
            )
        )
    if together.silent is not None:
        parts.append(_told_silent(together.silent))
    return sorted(parts, key=lambda part: (-abs(part.log_odds), part.kind, part.label))


def _one_a_nest(missing: Sequence[Absence]) -> list[Absence]:
    """Keep one absence a nest: that nobody spoke of pay is one thing, not two."""
    best: dict[str, Absence] = {}
    for absence in missing:
        key = absence.sign.nest or absence.sign.label
        if key not in best or abs(absence.log_odds) > abs(best[key].log_odds):
            best[key] = absence
    return list(best.values())


def _gut_part(case: Case, told: tuple[Evidence, ...]) -> Contribution | None:
    """Return the one gut term: the stated chance if there is one, else what the words say."""
    gut, context = case.gut, case.context
    if gut is not None:
        part = gut_feeling(gut, self_doubter=context.self_doubter, personal=case.personal)
        return part.model_copy(update={"evidence": told})
    if not told:
        return None
    factor = context_rules().gut.self_doubter_factor if context.self_doubter else 1.0
    values = [case.worth(label, group, ()) for label, group in _by_label(told)]
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
