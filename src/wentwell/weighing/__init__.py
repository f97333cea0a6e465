"""Evidence and context to an assessment: base rate, weights, dependence, silence, gut, band."""

from wentwell.weighing._base import base_rate, finalist_chance
from wentwell.weighing._logistic import expit, logit
from wentwell.weighing._many import Chances, weigh_many
from wentwell.weighing._silence import heard_by, silence_log_odds
from wentwell.weighing._weigh import weigh

__all__ = [
    "Chances",
    "base_rate",
    "expit",
    "finalist_chance",
    "heard_by",
    "logit",
    "silence_log_odds",
    "weigh",
    "weigh_many",
]
