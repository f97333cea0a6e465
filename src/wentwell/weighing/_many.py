"""Many interviews at once, as arrays: the same rules as ``weigh``, and the same numbers.

Weights, modifiers, silence, gut and base rate come from the functions that ``weigh`` calls, once for each
different context, day and guess. Only what is put together row by row is written for arrays here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from wentwell.catalog import Sign, context_rules, signs
from wentwell.interview import Context, Evidence
from wentwell.weighing._base import base_rate
from wentwell.weighing._dependence import (
    CLUSTER_CAPS,
    COMMITMENT_CAP,
    SOFT_CAP_AGAINST,
    SOFT_CAP_FOR,
    falling_shares,
)
from wentwell.weighing._gut import gut_feeling
from wentwell.weighing._length import LENGTHS, LONG_MINUTES, settle_length
from wentwell.weighing._logistic import BAND_Z, HIGHEST, LOWEST, logit
from wentwell.weighing._silence import delay, silence
from wentwell.weighing._unseen import ASKED_SHARE, noticeable, noticed_odds, speaks_for
from wentwell.weighing._weigh import LEAK_THRESHOLD
from wentwell.weighing._worth import FADING, USUAL_SPECIFICITY, believed, blend, multiplier, usual_share

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

_ROWS_AT_ONCE = 16_384
"""Rows in one step: the arrays of a step stay within the processor's cache."""
_NOT_FOR_SIGNS: dict[str, Any] = {
    "interview_date": None,
    "promised_date": None,
    "base_rate": None,
    "finalists": None,
    "referred": False,
}
"""Fields of a context that no sign's weight depends on."""


@dataclass(frozen=True, slots=True)
class Chances:
    """What ``weigh_many`` gives, one value a row; each field means what it means in ``Assessment``."""

    log_odds: Floats
    sd: Floats
    probability: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True)
class _Value:
    """One label in every row: log-odds, sd and error before discounts, and whether it was seen at all."""

    log_odds: Floats
    sd: Floats
    error: Floats
    seen: Flags

    def where(self, chosen: Flags) -> _Value:
        """Return the same in some rows, and nothing in the others."""
        import numpy as np

        log_odds, sd, error = (np.where(chosen, one, 0.0) for one in (self.log_odds, self.sd, self.error))
        return _Value(log_odds, sd, error, self.seen & chosen)


@dataclass(frozen=True, slots=True)
class _Given:
    """The arguments as arrays, cut to some rows."""

    labels: tuple[str, ...]
    probability: Floats
    specificity: Floats | None
    usual: Floats | None
    minutes: Floats | None
    raised: Flags | None
    looked_for: Mapping[str, Floats]
    impossible: Mapping[str, Flags]
    mentioned: Floats

    def rows(self, chosen: NDArray[np.intp] | slice) -> _Given:
        """Return the same for some rows."""

        def cut(array: Any) -> Any:
            return None if array is None else array[chosen]

        return _Given(
            self.labels,
            self.probability[chosen],
            cut(self.specificity),
            cut(self.usual),
            cut(self.minutes),
            cut(self.raised),
            {label: looked[chosen] for label, looked in self.looked_for.items()},
            {label: flags[chosen] for label, flags in self.impossible.items()},
            self.mentioned[chosen],
        )


def weigh_many(
    probability: ArrayLike,
    contexts: Sequence[Context],
    context: ArrayLike | None = None,
    *,
    labels: Sequence[str] | None = None,
    gut: ArrayLike | None = None,
    today: ArrayLike | None = None,
    heard_on: ArrayLike | None = None,
    looked_for: Mapping[str, ArrayLike] | None = None,
    impossible: Mapping[str, ArrayLike] | Collection[str] = (),
    mentioned: ArrayLike = 0.0,
    specificity: ArrayLike | None = None,
    usual: ArrayLike | None = None,
    minutes: ArrayLike | None = None,
    raised_by_candidate: ArrayLike | None = None,
) -> Chances:
    """Weigh many open interviews at once: each row gets the numbers that ``weigh`` gives for it.

    Parameters
    ----------
    probability : array of float, shape (n, k)
        For each interview and label how likely it is that the sign is there, 0 to 1; ``nan`` where it was
        not found. A column is one piece of evidence.
    contexts : sequence of Context
        The different contexts. The fewer, the faster.
    context : array of int, shape (n,), optional
        For each row the place of its context in ``contexts``. Left out, there is one context for all, or
        one for each row.
    labels : sequence of str, optional
        The label of each column; one may stand in several columns, as further pieces of evidence. Left out:
        every sign once, in the order of the catalog.
    gut : array of float, shape (n,), optional
        The chance that the candidate guesses; ``nan`` for none.
    today, heard_on : array of datetime64[D], shape (n,), optional
        As in ``weigh``; ``NaT`` for none.
    looked_for : mapping of str to float or array of shape (n,), optional
        As in ``weigh``; 0 where nobody looked.
    impossible : mapping of str to array of bool, or collection of str
        As in ``weigh``; a collection holds for every row.
    mentioned : float or array of float, shape (n,), optional
        As in ``weigh``; 0 without notes.
    specificity, usual, minutes : array of float, shape (n, k), optional
        These fields of ``Evidence``; ``nan`` where not known.
    raised_by_candidate : array of bool, shape (n, k), optional
        Whether the candidate brought it up.

    Returns
    -------
    Chances
        Equal to the scalar answers to 1e-9, without what was learned from a person's own outcomes.

    Raises
    ------
    ValueError
        If a label is not in the catalog, shapes do not fit, a value is not a chance, or a row holds an
        outcome or an invitation: these are not weighed, so ``weigh`` them one by one.
    """
    import numpy as np

    given = _checked(
        probability,
        labels,
        looked_for,
        impossible,
        mentioned,
        specificity=specificity,
        usual=usual,
        minutes=minutes,
        raised=raised_by_candidate,
    )
    count = len(given.probability)
    index = _context_of_each_row(contexts, context, count)
    guess = np.full(count, np.nan) if gut is None else np.broadcast_to(np.asarray(gut, float), count)
    if bool(np.any((guess <= 0) | (guess >= 1))):
        raise ValueError("gut must be a chance between 0 and 1")
    now, heard = _days(today, count), _days(heard_on, count)

    bases = [base_rate(one) for one in contexts]
    log_odds = np.array([base.log_odds for base in bases])[index]
    variance = np.array([base.sd**2 for base in bases])[index]
    quiet, late = _silence(contexts, index, now, heard), _delay(contexts, index, heard)
    felt = _gut(guess, np.array([one.self_doubter for one in contexts])[index])

    for alike, rows in _groups(contexts, index):
        for chosen in np.array_split(rows, -(-len(rows) // _ROWS_AT_ONCE)):
            some = _Some(given.rows(chosen), alike)
            replied, pending = some.replied(), np.isnat(heard[chosen])
            waited = ~np.isnan(quiet[0][chosen]) & ~(replied & pending)
            delayed = ~np.isnan(late[0][chosen]) & ~(replied | some.stepped())
            some.drop_told_silence(replied | ~pending | waited)
            told, sure = np.isnan(felt[0][chosen]), ~np.isnan(felt[0][chosen])
            words = some.gut_words()
            signs_log_odds, signs_variance = some.signs()
            log_odds[chosen] += (
                signs_log_odds
                + np.where(waited, quiet[0][chosen], 0.0)
                + np.where(delayed, late[0][chosen], 0.0)
                + np.where(sure, felt[0][chosen], 0.0)
                + np.where(told, words[0], 0.0)
            )
            variance[chosen] += (
                signs_variance
                + np.where(waited, quiet[1][chosen], 0.0) ** 2
                + np.where(delayed, late[1][chosen], 0.0) ** 2
                + np.where(sure, felt[1][chosen], 0.0) ** 2
                + np.where(told, words[1], 0.0) ** 2
            )
    log_odds = np.clip(log_odds, logit(LOWEST), logit(HIGHEST))
    sd = np.sqrt(variance)
    chance = _expit(log_odds)
    low = np.clip(_expit(log_odds - BAND_Z * sd), LOWEST, HIGHEST)
    high = np.clip(_expit(log_odds + BAND_Z * sd), LOWEST, HIGHEST)
    return Chances(log_odds, sd, chance, np.minimum(low, chance), np.maximum(high, chance))


def _checked(
    probability: ArrayLike,
    labels: Sequence[str] | None,
    looked_for: Mapping[str, ArrayLike] | None,
    impossible: Mapping[str, ArrayLike] | Collection[str],
    mentioned: ArrayLike,
    **more: ArrayLike | None,
) -> _Given:
    import numpy as np

    shown = np.asarray(probability, float)
    names = tuple(signs()) if labels is None else tuple(labels)
    if shown.ndim != 2 or shown.shape[1] != len(names):
        raise ValueError(f"probability needs one row an interview and {len(names)} columns, one a label")
    flags = dict(impossible) if isinstance(impossible, Mapping) else dict.fromkeys(impossible, True)
    unknown = sorted({*names, *(looked_for or {}), *flags} - set(signs()))
    if unknown:
        raise ValueError(f"not a sign: {', '.join(unknown)}; `wentwell signs` lists them")
    if bool(np.any((shown < 0) | (shown > 1))):
        raise ValueError("probability must lie between 0 and 1, or be nan where a sign was not found")
    left_out = np.broadcast_to(np.asarray(mentioned, float), len(shown))
    if not bool(np.all((left_out >= 0) & (left_out <= 1))):
        raise ValueError("mentioned must lie between 0 and 1")
    leaks = [place for place, label in enumerate(names) if signs()[label].kind == "leak"]
    if bool(np.any(shown[:, leaks] >= LEAK_THRESHOLD)):
        raise ValueError("an outcome or an invitation is never weighed: leave these rows to `weigh`")

    def like(name: str, kind: type) -> Any:
        array = more[name]
        return None if array is None else np.broadcast_to(np.asarray(array, kind), shown.shape)

    def column(values: ArrayLike, kind: type) -> Any:
        return np.broadcast_to(np.asarray(values, kind), len(shown))

    return _Given(
        names,
        shown,
        like("specificity", float),
        like("usual", float),
        like("minutes", float),
        like("raised", bool),
        {label: column(looked, float) for label, looked in (looked_for or {}).items()},
        {label: column(values, bool) for label, values in flags.items()},
        left_out,
    )


def _context_of_each_row(
    contexts: Sequence[Context], context: ArrayLike | None, count: int
) -> NDArray[np.intp]:
    import numpy as np

    if context is not None:
        index = np.asarray(context, np.intp)
    elif len(contexts) == 1:
        index = np.zeros(count, np.intp)
    else:
        index = np.arange(len(contexts), dtype=np.intp)
    if index.shape != (count,) or (count and not 0 <= index.min() <= index.max() < len(contexts)):
        raise ValueError("every row needs one context")
    return index


def _days(given: ArrayLike | None, count: int) -> NDArray[np.datetime64]:
    import numpy as np

    days = np.asarray("NaT" if given is None else given, "datetime64[D]")
    return np.broadcast_to(days, count)


def _groups(
    contexts: Sequence[Context], index: NDArray[np.intp]
) -> Iterator[tuple[Context, NDArray[np.intp]]]:
    """Yield the rows whose signs weigh alike, with a context that stands for theirs."""
    import numpy as np

    places: dict[Context, int] = {}
    plain = (one.model_copy(update=_NOT_FOR_SIGNS) for one in contexts)
    group = np.array([places.setdefault(one, len(places)) for one in plain], np.intp)[index]
    order = np.argsort(group, kind="stable")
    ends = np.cumsum(np.bincount(group, minlength=len(places)))
    for alike, rows in zip(places, np.split(order, ends[:-1]), strict=True):
        if len(rows):
            yield alike, rows


def _silence(
    contexts: Sequence[Context],
    index: NDArray[np.intp],
    today: NDArray[np.datetime64],
    heard_on: NDArray[np.datetime64],
) -> tuple[Floats, Floats]:
    """Return log-odds and sd of each row's silence, ``nan`` where there is none."""
    import numpy as np

    days, day_of = np.unique(today, return_inverse=True, equal_nan=True)
    words, word_of = np.unique(heard_on, return_inverse=True, equal_nan=True)
    key = (index * len(days) + day_of) * len(words) + word_of
    different, of_each = np.unique(key, return_inverse=True)
    found = np.full((len(different), 2), np.nan)
    for place, one in enumerate(different):
        before, word = divmod(int(one), len(words))
        context, day = divmod(before, len(days))
        part = silence(contexts[context], _day(days[day]), _day(words[word]))
        if part is not None:
            found[place] = part.log_odds, part.sd
    log_odds, sd = found[of_each].T
    return log_odds, sd


def _delay(
    contexts: Sequence[Context], index: NDArray[np.intp], heard_on: NDArray[np.datetime64]
) -> tuple[Floats, Floats]:
    """Return log-odds and sd of the delay of each row's last word, ``nan`` where there is none."""
    import numpy as np

    words, word_of = np.unique(heard_on, return_inverse=True, equal_nan=True)
    different, of_each = np.unique(index * len(words) + word_of, return_inverse=True)
    found = np.full((len(different), 2), np.nan)
    for place, one in enumerate(different):
        context, word = divmod(int(one), len(words))
        part = delay(contexts[context], _day(words[word]))
        if part is not None:
            found[place] = part.log_odds, part.sd
    log_odds, sd = found[of_each].T
    return log_odds, sd


def _day(day: np.datetime64) -> date | None:
    known = day.item()
    return known if isinstance(known, date) else None


def _gut(gut: Floats, self_doubter: Flags) -> tuple[Floats, Floats]:
    """Return log-odds and sd of each row's stated chance, ``nan`` where there is none."""
    import numpy as np

    log_odds, sd = np.full(len(gut), np.nan), np.full(len(gut), np.nan)
    for doubts in (False, True):
        rows = np.flatnonzero(~np.isnan(gut) & (self_doubter == doubts))
        different, of_each = np.unique(gut[rows], return_inverse=True)
        parts = [gut_feeling(float(guess), self_doubter=doubts) for guess in different]
        log_odds[rows] = np.array([part.log_odds for part in parts])[of_each]
        sd[rows] = np.array([part.sd for part in parts])[of_each]
    return log_odds, sd


class _Some:
    """Rows whose signs weigh alike."""

    def __init__(self, given: _Given, context: Context) -> None:
        import numpy as np

        self._given, self._context = given, context
        self._shown = given.probability.copy()
        self._columns: dict[str, list[int]] = {}
        for place, label in enumerate(given.labels):
            self._columns.setdefault(label, []).append(place)
        self._nothing = np.zeros(len(self._shown))
        self._measured, self._settled = self._settle_length()

    def _settle_length(self) -> tuple[str | None, frozenset[str]]:
        """Let the minutes decide, as ``settle_length`` does; return what they show, and rule out."""
        import numpy as np

        added, settled = settle_length([], self._context)
        long = [
            Evidence(label=label, quote="", start=0, end=0, minutes=LONG_MINUTES + 1) for label in LENGTHS
        ]
        kept = {found.label for found in settle_length(long, self._context)[0]}
        measured = next((found.label for found in added), None)
        for place in (place for label in LENGTHS for place in self._columns.get(label, ())):
            label, shown = self._given.labels[place], self._shown[:, place]
            if label == measured:
                shown[~np.isnan(shown)] = 1.0
            elif label not in kept:
                shown[:] = np.nan
            elif label == "length.minutes":
                minutes = self._given.minutes
                told = self._nothing if minutes is None else np.nan_to_num(minutes[:, place])
                shown[told <= LONG_MINUTES] = np.nan
        return measured, settled

    def replied(self) -> Flags:
        """Whether the employer answered."""
        return self._any_of(label for label in self._columns if label.startswith("reply."))

    def stepped(self) -> Flags:
        """Whether the employer took an explicit step."""
        return self._any_of(label for label in self._columns if signs()[label].kind == "commitment")

    def _any_of(self, labels: Iterable[str]) -> Flags:
        import numpy as np

        flags: Flags = np.zeros(len(self._shown), bool)
        for label in labels:
            flags |= self._seen(label)
        return flags

    def drop_told_silence(self, ended: Flags) -> None:
        """Leave out words that tell of a silence, where it ended or its days are counted."""
        import numpy as np

        for place in self._columns.get("contrary.silence", ()):
            self._shown[ended, place] = np.nan

    def _seen(self, label: str) -> Flags:
        import numpy as np

        if label == self._measured:
            return np.ones(len(self._shown), bool)
        found = ~np.isnan(self._shown[:, self._columns.get(label, [])])
        flags: Flags = np.asarray(found.any(axis=1))
        return flags

    def _value(self, label: str, prompt: Flags | None) -> _Value | None:
        """Return what all pieces of one label are worth in each row; nothing if no row has one."""
        import numpy as np

        sign, seen = signs()[label], self._seen(label)
        if not seen.any():
            return None
        pieces = [self._piece(sign, place, prompt) for place in self._columns.get(label, ())]
        if label == self._measured:
            # minutes alone are nobody's words: one more piece, where no words say the same
            silent = np.isnan(self._shown[:, self._columns.get(label, [])]).all(axis=1)
            mean, sd = self._constant(sign, raised=False, prompt=False)
            whole = np.where(silent, sd, 0.0)
            pieces.append((np.where(silent, mean, 0.0), whole, whole))
        if len(pieces) == 1:
            return _Value(*pieces[0], seen)
        means, sds, errors = (np.stack(some, axis=1) for some in zip(*pieces, strict=True))
        order = np.argsort(-np.abs(means), axis=1, kind="stable")
        fading = (
            FADING ** np.arange(len(pieces))
            if sign.family == "affirmation"
            else np.eye(1, len(pieces)).ravel()
        )
        return _Value(
            np.take_along_axis(means, order, axis=1) @ fading,
            np.take_along_axis(sds, order, axis=1) @ fading,
            np.take_along_axis(errors, order, axis=1) @ fading,
            seen,
        )

    def _constant(self, sign: Sign, *, raised: bool, prompt: bool) -> tuple[float, float]:
        share = usual_share(sign, self._context, raised_by_candidate=raised, prompt=prompt)
        mean, sd = blend(sign, share)
        return multiplier(sign.label, self._context, positive=mean > 0).of(mean, sd)

    def _piece(self, sign: Sign, place: int, prompt: Flags | None) -> tuple[Floats, Floats, Floats]:
        """Return log-odds, sd and error of one column, 0 where it was not found."""
        import numpy as np

        shown = np.nan_to_num(self._shown[:, place])
        if sign.family == "affirmation":
            return believed(shown, *self._praise(sign, place))
        mean, sd = self._constant(sign, raised=False, prompt=False)
        other, raised = None, self._given.raised
        if sign.label == "reply.warm":
            other, where = self._constant(sign, raised=False, prompt=True), prompt
        elif raised is not None:
            other, where = self._constant(sign, raised=True, prompt=False), raised[:, place]
        if other is None or where is None:
            return believed(shown, self._nothing + mean, self._nothing + sd)
        return believed(shown, np.where(where, other[0], mean), np.where(where, other[1], sd))

    def _praise(self, sign: Sign, place: int) -> tuple[Floats, Floats]:
        import numpy as np

        given = self._given
        share = self._nothing + USUAL_SPECIFICITY
        if given.specificity is not None:
            told = given.specificity[:, place]
            share = np.where(np.isnan(told), USUAL_SPECIFICITY, told)
        mean, sd = blend(sign, share)
        for_it, against = (
            multiplier(sign.label, self._context, positive=way).of(mean, sd) for way in (True, False)
        )
        above = mean > 0
        mean, sd = np.where(above, for_it[0], against[0]), np.where(above, for_it[1], against[1])
        if given.usual is not None:
            left = 1 - np.nan_to_num(given.usual[:, place])
            mean, sd = mean * left, sd * left
        return mean, sd

    def gut_words(self) -> tuple[Floats, Floats]:
        """Return log-odds and sd of what words tell of the feeling."""
        import numpy as np

        rules = context_rules().gut
        factor = rules.self_doubter_factor if self._context.self_doubter else 1.0
        log_odds, sd = self._nothing, self._nothing
        for label in sorted(self._columns):
            value = self._value(label, None) if signs()[label].kind == "gut" else None
            if value is not None:
                log_odds, sd = log_odds + value.log_odds, np.maximum(sd, value.sd)
        return factor * log_odds, factor * sd

    def signs(self) -> tuple[Floats, Floats]:
        """Return log-odds and variance of all signs, seen and not seen, after every discount."""
        import numpy as np

        prompt = self._seen("reply.prompt") if "reply.prompt" in self._columns else None
        values: dict[str, _Value] = {}
        for label in sorted({*self._columns, *([self._measured] if self._measured else [])}):
            if signs()[label].kind in ("soft", "commitment", "fact"):
                value = self._value(label, prompt)
                if value is not None:
                    values[label] = value
        missing, unknown = self._absences({label: value.seen for label, value in values.items()})
        sides = _Sides(self._nothing)
        for label, value in _strongest_of_nests(values).items():
            sides.add(label, signs()[label], value)
        silent = _Sides(self._nothing, self._given.mentioned)
        for some, absent in zip((sides, silent), missing, strict=True):
            for label, value in absent.items():
                some.add(f"not {label}", signs()[label], value)
        log_odds, variance = sides.total()
        if silent:
            left_out, its_variance = silent.total()
            # silence never speaks for anybody
            against = left_out < 0
            log_odds = log_odds + np.where(against, left_out, 0.0)
            variance = variance + np.where(against, its_variance, 0.0)
        return log_odds, variance + unknown

    def _absences(
        self, seen: Mapping[str, Flags]
    ) -> tuple[tuple[dict[str, _Value], dict[str, _Value]], Floats]:
        """Return what absences weigh, looked for and by silence alone, and the variance of what is open."""
        import numpy as np

        nests: dict[str, Flags] = {}
        for label, flags in seen.items():
            nest = signs()[label].nest
            if nest:
                nests[nest] = nests[nest] | flags if nest in nests else flags
        looked_for, nobody = dict(self._given.looked_for), np.zeros(len(self._shown), bool)
        if "contrary.short" in self._settled:
            looked_for |= dict.fromkeys(self._settled, self._nothing + 1.0)
        mentioned = self._given.mentioned
        told = bool(mentioned.any())
        found: dict[str, tuple[str, Floats, Floats]] = {}
        best: dict[str, tuple[Floats, dict[str, Flags]]] = {}
        open_variance: dict[str, list[Floats]] = {}
        open_count: dict[str, Floats] = {}
        for one in noticeable(self._context):
            sign = one.sign
            if "contrary.short" not in self._settled and sign.label in self._settled:
                continue
            missing = ~(
                seen.get(sign.label, nobody)
                | nests.get(sign.nest or "", nobody)
                | self._given.impossible.get(sign.label, nobody)
            )
            asked = looked_for.get(sign.label)
            looked = mentioned if asked is None else np.where(asked > 0, asked, mentioned)
            unlooked = missing & (looked < 1)
            if one.variance:
                unsure: Floats = one.variance * np.where(unlooked, 1 - looked, 0.0)
                open_variance.setdefault(sign.cluster, []).append(unsure)
                open_count[sign.cluster] = open_count.get(sign.cluster, self._nothing) + unlooked
            if asked is None and not told:
                continue
            log_odds = np.where(missing, np.log1p(noticed_odds(one.log_odds, one.prevalence, looked)), 0.0)
            # one a nest: the strongest, the first of equals
            key = sign.nest or sign.label
            strongest, chosen = best.get(key, (self._nothing, {}))
            better = missing & (np.abs(log_odds) > np.abs(strongest))
            chosen = {label: flags & ~better for label, flags in chosen.items()} | {sign.label: better}
            best[key] = np.where(better, log_odds, strongest), chosen
            found[sign.label] = key, log_odds, one.sd * looked
        rho = context_rules().within_cluster_rho.mean
        unknown = self._nothing
        for cluster, some in open_variance.items():
            unknown = unknown + sum(some) / (1 + np.maximum(open_count[cluster] - 1, 0) * rho)
        weighed: tuple[dict[str, _Value], dict[str, _Value]] = {}, {}
        for label, (key, log_odds, sd) in found.items():
            counts, asked = best[key][1][label], looked_for.get(label)
            heard = nobody if asked is None else counts & (asked > 0)
            for which, rows in zip(weighed, (heard, counts & ~heard), strict=True):
                if rows.any():
                    its_sd = sd * rows
                    which[label] = _Value(log_odds * rows, its_sd, its_sd, rows)
        return weighed, ASKED_SHARE * unknown


def _strongest_of_nests(values: Mapping[str, _Value]) -> dict[str, _Value]:
    """Set to 0 what is not the strongest of its nest; of equals the label that comes last counts."""
    import numpy as np

    best: dict[str, Floats] = {}
    sizes = {label: np.where(value.seen, np.abs(value.log_odds), -1.0) for label, value in values.items()}
    winner: dict[str, dict[str, Flags]] = {}
    for label in sorted(values):
        nest = signs()[label].nest
        if nest is None:
            continue
        size = sizes[label]
        better = size >= best[nest] if nest in best else size >= 0
        best[nest] = np.where(better, size, best[nest]) if nest in best else size
        before = {other: flags & ~better for other, flags in winner.get(nest, {}).items()}
        winner[nest] = before | {label: better}
    kept = {}
    for label, value in values.items():
        nest = signs()[label].nest
        if nest is None:
            kept[label] = value
            continue
        counts = winner[nest][label]
        kept[label] = value.where(counts)
    return kept


class _Sides:
    """Parts for and against, steps taken and not taken, discounted as ``shares`` does it."""

    def __init__(self, nothing: Floats, mentioned: Floats | None = None) -> None:
        rules = context_rules()
        less = 1.0 if mentioned is None else mentioned
        rho = less * rules.within_cluster_rho.mean, less * rules.across_cluster_rho.mean
        self._nothing = nothing
        self._steps, self._not_taken = _Side(COMMITMENT_CAP, rho), _Side(SOFT_CAP_AGAINST, rho)
        self._gains, self._losses = _Side(SOFT_CAP_FOR, rho), _Side(SOFT_CAP_AGAINST, rho)

    def __bool__(self) -> bool:
        """Whether there is any part."""
        return any((self._steps, self._not_taken, self._gains, self._losses))

    def add(self, key: str, sign: Sign, value: _Value) -> None:
        """Put one part in; 0 where a row does not have it."""
        absent, step = key != sign.label, sign.kind == "commitment"
        if speaks_for(sign) != absent:
            side = self._steps if step else self._gains
        else:
            side = self._not_taken if step else self._losses
        side.add(key, sign.cluster, value)

    def total(self) -> tuple[Floats, Floats]:
        """Return log-odds and variance, with what the discounts leave of the errors that they hide."""
        import numpy as np

        step, step_variance = self._steps.total(self._nothing)
        none, none_variance = self._not_taken.total(self._nothing)
        gain, gain_variance = self._gains.total(self._nothing)
        loss, loss_variance = self._losses.total(self._nothing)
        soft = gain + loss
        size = np.abs(soft)
        both = (step > 0) & (size > 0)
        left = np.where(both, 1 - np.minimum(0.5, step / np.where(both, size, 1.0)), 1.0)
        sides = (self._steps, self._not_taken, self._gains, self._losses)
        kept = sum((side.error_kept for side in sides), start=self._nothing)
        variance = step_variance + none_variance + left**2 * (gain_variance + loss_variance) + kept
        return step + none + left * soft, variance


class _Side:
    """Parts that all point the same way."""

    def __init__(self, cap: float, rho: tuple[float | Floats, float | Floats]) -> None:
        self._cap, self._rho = cap, rho
        self._clusters: dict[str, list[tuple[str, Floats, Floats]]] = {}
        self.error_kept: float | Floats = 0.0
        """Variance of the errors that no discount takes off."""

    def __bool__(self) -> bool:
        """Whether there is any part."""
        return bool(self._clusters)

    def add(self, key: str, cluster: str, value: _Value) -> None:
        """Put one part in; 0 where a row does not have it."""
        kept = context_rules().error_kept.share * value.error**2
        self.error_kept = self.error_kept + kept
        self._clusters.setdefault(cluster, []).append((key, value.log_odds, value.sd**2 - kept))

    def total(self, nothing: Floats) -> tuple[Floats, Floats]:
        """Return log-odds of the side in each row, and its variance beyond the errors kept.

        A part that a row does not have ranks last and adds nothing, so that it takes no share of another.
        """
        import numpy as np

        if not self._clusters:
            return nothing, nothing
        within_rho, across_rho = self._rho
        totals: list[Floats] = []
        variances: list[Floats] = []
        for cluster in sorted(self._clusters):
            parts = sorted(self._clusters[cluster], key=lambda part: part[0])
            total, variance = _ranked(
                np.stack([part[1] for part in parts], axis=1),
                np.stack([part[2] for part in parts], axis=1),
                within_rho,
            )
            scale = _within(total, min(self._cap, CLUSTER_CAPS.get(cluster, self._cap)))
            totals.append(total * scale)
            variances.append(variance * scale**2)
        total, variance = _ranked(np.stack(totals, axis=1), np.stack(variances, axis=1), across_rho)
        scale = _within(total, self._cap)
        return total * scale, variance * scale**2


def _ranked(log_odds: Floats, variance: Floats, rho: float | Floats) -> tuple[Floats, Floats]:
    """Return the sums of what is left by falling shares, the strongest first."""
    import numpy as np

    count = log_odds.shape[1]
    if count == 1:
        return log_odds[:, 0], variance[:, 0]
    order = np.argsort(-np.abs(log_odds), axis=1, kind="stable")
    log_odds = np.take_along_axis(log_odds, order, axis=1)
    variance = np.take_along_axis(variance, order, axis=1)
    if isinstance(rho, float):
        falling = np.array(falling_shares(count, rho))
        return log_odds @ falling, variance @ falling**2
    # the steps of k / (1 + (k - 1) rho), as in falling_shares
    steps = 1 + np.arange(-1, count) * rho[:, None]
    falling = (1 - rho[:, None]) / (steps[:, 1:] * steps[:, :-1])
    falling[:, 0] = 1.0
    return np.einsum("ij,ij->i", log_odds, falling), np.einsum("ij,ij->i", variance, falling**2)


def _within(total: Floats, cap: float) -> Floats:
    """Return the factor that keeps a total within a cap."""
    import numpy as np

    factor: Floats = cap / np.maximum(np.abs(total), cap)
    return factor


def _expit(log_odds: Floats) -> Floats:
    import numpy as np

    chance: Floats = 1.0 / (1.0 + np.exp(-log_odds))
    return chance
