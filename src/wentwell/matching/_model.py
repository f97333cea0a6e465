"""A conditional logit: of some choices, each with named features, and none of them (McFadden 1974)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path

from pydantic import Field

from wentwell.interview._base import Noun

_MODEL = Path(__file__).with_name("weights.json")


class ChoiceModel(Noun):
    """Weights of what speaks for each choice, and of what speaks for none."""

    weights: dict[str, float]
    none: dict[str, float]
    temperature: float = Field(default=1.0, gt=0.0)
    """Scores are divided by it, so that probabilities mean what they say (Guo et al. 2017)."""

    def judge(
        self, choices: Sequence[Mapping[str, float]], none: Mapping[str, float]
    ) -> tuple[list[float], float]:
        """Return the probability of each choice, and that it is none of them."""
        scores = [_score(self.weights, one) / self.temperature for one in choices]
        scores.append(_score(self.none, none) / self.temperature)
        top = max(scores)
        odds = [exp(score - top) for score in scores]
        total = sum(odds)
        return [odd / total for odd in odds[:-1]], odds[-1] / total


class MatchingModel(Noun):
    """All numbers of the matching, fitted by ``python -m training.matching``."""

    version: str
    opportunity: ChoiceModel
    interview: ChoiceModel
    sure: float
    """From this probability on a mail is attached without a question."""
    worth_asking: float
    """From this probability on that it belongs to any opportunity, the user is asked."""
    sure_interview: float
    """From this probability on the interview is named."""


@cache
def shipped_model() -> MatchingModel:
    """Return the model inside the package."""
    return MatchingModel.model_validate(json.loads(_MODEL.read_text("utf-8")))


def _score(weights: Mapping[str, float], shown: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in shown.items())
