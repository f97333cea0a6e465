"""Fit what tells where a mail belongs: ``PYTHONPATH=src:. python -m training.matching``.

Two conditional logits (McFadden 1974) over made-up mailboxes (`validation.mailbox`), the side for fitting:
which opportunity a mail belongs to, and which of its interviews it is about; "none" is a choice of its own.
What was filed before is told to the features in two ways, so that the weights fit both: as a user files who
answers every question, and as the matching itself files when nobody answers. Temperatures and thresholds are
set on other mailboxes of the same side; what is told in the documents is measured on the other side
(``python -m validation matching``).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize, minimize_scalar
from validation.mailbox import Mailbox, Variant, mailbox

from wentwell.matching import Matcher, MatchingModel, shipped_model
from wentwell.matching._model import ChoiceModel

TARGET = Path(__file__).parent.parent / "src" / "wentwell" / "matching" / "weights.json"
VARIANTS: tuple[Variant, ...] = ("usual", "programs", "usual", "agency", "unrecorded")
PENALTY = 0.5
"""Of the squared weights, against the sum over all mails."""
PRECISION = 0.991
"""Wanted among those attached without asking, on the mailboxes that thresholds are set on."""
SETTING: tuple[Variant, ...] = ("usual", "programs", "usual")
"""Kinds of mailboxes that thresholds are set on."""
THRESHOLDS = (0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995, 0.998)
"""From which a mail is attached: the lowest with that precision is taken."""
LOST = 0.01
"""Share of the opportunities' mails that may be left alone without a question."""
SURE_INTERVIEW = 0.98
Floats = NDArray[np.float64]


@dataclass(slots=True)
class Case:
    """One choice that was to be made."""

    choices: list[dict[str, float]]
    none: dict[str, float]
    right: int
    """Which one; the number of choices: none of them."""


@dataclass(slots=True)
class Cases:
    """Choices of both kinds."""

    opportunity: list[Case] = field(default_factory=list)
    interview: list[Case] = field(default_factory=list)


def gather(
    box: Mailbox, model: MatchingModel, *, answered: bool, truly: bool = False, rightly: bool = False
) -> Cases:
    """Go through a mailbox once and note each choice.

    Parameters
    ----------
    box : Mailbox
    model : MatchingModel
        What files where nobody answers.
    answered : bool
        Whether somebody answers every question rightly.
    truly : bool
        Whether everything is filed where it belongs, whatever the model says.
    rightly : bool
        Whether what the model is sure of is filed where it belongs, or where the model says.
    """
    matcher = Matcher(box.known, mine=box.mine, model=model)
    place = {one.number: number for number, one in enumerate(box.known)}
    found = Cases()
    for made in box.mails:
        looked = matcher.look(made.message)
        right = len(place) if made.opportunity is None else place[made.opportunity]
        found.opportunity.append(Case(looked.features, looked.none, right))
        if made.opportunity is not None:
            known = box.known[right]
            if known.interviews:
                inside, none = matcher.look_inside(looked, known)
                numbers = [one.number for one in known.interviews]
                at = numbers.index(made.interview) if made.interview in numbers else len(numbers)
                found.interview.append(Case(inside, none, at))
        said = matcher.judge(looked)
        if truly or (answered and said.verdict == "ask"):
            if made.opportunity is not None or not truly:
                matcher.file(made.message, made.opportunity, made.interview)
        elif said.verdict == "sure" and (not rightly or made.opportunity is not None):
            number, interview = (
                (made.opportunity, made.interview) if rightly else (said.opportunity, said.interview)
            )
            matcher.file(made.message, number, interview)
    return found


def fit(cases: Sequence[Case], penalty: float = PENALTY) -> ChoiceModel:
    """Return the weights that make the right choices likeliest."""
    names = sorted({name for case in cases for one in case.choices for name in one})
    others = sorted({name for case in cases for name in case.none})
    index = {("choice", name): at for at, name in enumerate(names)}
    index |= {("none", name): at + len(names) for at, name in enumerate(others)}
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    starts, rights, row = [], [], 0
    for case in cases:
        starts.append(row)
        rights.append(row + case.right)
        for kind, some in [*(("choice", one) for one in case.choices), ("none", case.none)]:
            for name, value in some.items():
                rows.append(row)
                columns.append(index[kind, name])
                values.append(value)
            row += 1
    from scipy.sparse import csr_matrix

    matrix = csr_matrix((values, (rows, columns)), shape=(row, len(index)))
    begin = np.array(starts)
    sizes = np.diff([*starts, row])
    right = np.array(rights)

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = matrix @ weights
        top = np.maximum.reduceat(scores, begin)
        odds = np.exp(scores - np.repeat(top, sizes))
        total = np.add.reduceat(odds, begin)
        log_total = np.log(total) + top
        shares = odds / np.repeat(total, sizes)
        shares[right] -= 1.0
        value = float((log_total - scores[right]).sum() + penalty * weights @ weights / 2)
        return value, np.asarray(matrix.T @ shares + penalty * weights)

    best = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return ChoiceModel(
        weights={name: round(float(best[index["choice", name]]), 3) for name in names},
        none={name: round(float(best[index["none", name]]), 3) for name in others},
    )


def tempered(model: ChoiceModel, cases: Sequence[Case]) -> ChoiceModel:
    """Return the model with the temperature that makes its probabilities fit other cases best."""

    def loss(log_temperature: float) -> float:
        warm = model.model_copy(update={"temperature": float(np.exp(log_temperature))})
        return -float(sum(np.log(max(_of(warm, case)[case.right], 1e-12)) for case in cases))

    best = minimize_scalar(loss, bounds=(-0.7, 1.5), method="bounded").x
    return model.model_copy(update={"temperature": round(float(np.exp(best)), 3)})


def _of(model: ChoiceModel, case: Case) -> list[float]:
    chances, none = model.judge(case.choices, case.none)
    return [*chances, none]


def least_sure(model: ChoiceModel, cases: Sequence[Case], precision: float) -> float:
    """Return the lowest probability from which so large a share of the choices is right."""
    said = []
    for case in cases:
        chances = _of(model, case)[:-1]
        if chances:
            best = int(np.argmax(chances))
            said.append((chances[best], best == case.right))
    said.sort(reverse=True)
    right, lowest = 0, 1.0
    for count, (chance, good) in enumerate(said, start=1):
        right += good
        if right / count >= precision:
            lowest = chance
    return min(0.999, max(0.5, float(np.ceil(lowest * 1000) / 1000)))


def lowest_sure(model: MatchingModel, some: Sequence[Mailbox]) -> float:
    """Return the lowest threshold with the wanted precision where somebody answers what is asked.

    Each is tried from end to end, for what is filed wrongly early misleads later.
    """
    from validation.matching import measure

    for threshold in THRESHOLDS:
        tried = model.model_copy(update={"sure": threshold})
        scores = [measure(box, answered=True, model=tried) for box in some]
        right = sum(score.right for score in scores)
        precision = right / max(1, sum(score.attached for score in scores))
        recall = right / sum(score.belong for score in scores)
        print(f"  from {threshold}: precision {precision:.4f}, recall {recall:.3f}", flush=True)
        if precision >= PRECISION:
            return threshold
    return THRESHOLDS[-1]


def least_worth_asking(model: ChoiceModel, cases: Sequence[Case], lost: float) -> float:
    """Return the probability of belonging anywhere below which so few mails that do belong are lost."""
    belong = sorted(1 - _of(model, case)[-1] for case in cases if case.right < len(case.choices))
    return max(0.001, float(np.floor(belong[int(lost * len(belong))] * 1000) / 1000))


def boxes(
    first: int, count: int, kinds: Sequence[Variant] = VARIANTS, opportunities: int = 60, mails: int = 2000
) -> Iterator[Mailbox]:
    """Make mailboxes of all kinds."""
    for number in range(count):
        seed, variant = first + number, kinds[number % len(kinds)]
        yield mailbox(seed, "fit", variant, opportunities=opportunities, mails=mails)


def gathered(some: Sequence[Mailbox], model: MatchingModel, *, truly: bool, rightly: bool) -> Cases:
    """Go through mailboxes, each once for each way of answering."""
    found = Cases()
    for box in some:
        for answered in (True,) if truly else (True, False):
            one = gather(box, model, answered=answered, truly=truly, rightly=rightly)
            found.opportunity += one.opportunity
            found.interview += one.interview
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit and write the model."""
    parser = argparse.ArgumentParser(
        prog="training.matching", description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument("--boxes", type=int, default=12, help="mailboxes to fit on")
    parser.add_argument("--held", type=int, default=5, help="mailboxes to set temperature and thresholds on")
    parser.add_argument(
        "--thresholds", action="store_true", help="only set when a mail is sure, of the weights there are"
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often to fit again on what was filed so")
    chosen = parser.parse_args(arguments)
    if chosen.thresholds:
        model = shipped_model()
        _write(model.model_copy(update={"sure": lowest_sure(model, list(boxes(1000, chosen.held, SETTING)))}))
        return
    training = list(boxes(0, chosen.boxes, opportunities=36, mails=1000))
    setting = list(boxes(1000, chosen.held, SETTING))
    weak: Mapping[str, float] = {
        "thread": 6.0,
        "domain_name": 3.0,
        "employer_own": 3.0,
        "employer_subject": 3.0,
        "job_subject": 3.0,
    }
    rough = ChoiceModel(weights=dict(weak), none={"bias": 4.0})
    model = MatchingModel(
        version="0", opportunity=rough, interview=rough, sure=0.9, worth_asking=0.01, sure_interview=0.9
    )
    for number in range(chosen.rounds):
        cases = gathered(training, model, truly=number == 0, rightly=True)
        opportunity, interview = fit(cases.opportunity), fit(cases.interview)
        checks = gathered(
            setting,
            model.model_copy(update={"opportunity": opportunity, "interview": interview}),
            truly=number == 0,
            rightly=False,
        )
        opportunity, interview = (
            tempered(opportunity, checks.opportunity),
            tempered(interview, checks.interview),
        )
        model = MatchingModel(
            version="1",
            opportunity=opportunity,
            interview=interview,
            sure=least_sure(opportunity, checks.opportunity, PRECISION),
            worth_asking=least_worth_asking(opportunity, checks.opportunity, LOST),
            sure_interview=least_sure(interview, checks.interview, SURE_INTERVIEW),
        )
        print(
            f"round {number + 1}: {len(cases.opportunity)} choices; temperatures "
            f"{opportunity.temperature}, {interview.temperature}; sure from {model.sure}, "
            f"asked from {model.worth_asking}, interview from {model.sure_interview}",
            flush=True,
        )
        _write(model)
    _write(model.model_copy(update={"sure": lowest_sure(model, setting)}))


def _write(model: MatchingModel) -> None:
    TARGET.write_text(json.dumps(model.model_dump(), indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
