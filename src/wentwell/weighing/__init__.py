"""Evidence and context to an assessment: base rate, weights, dependence, silence, gut, band."""

from wentwell.weighing._base import base_rate, finalist_chance
from wentwell.weighing._gut import stated_log_odds
from wentwell.weighing._logistic import BAND_Z, expit, logit
from wentwell.weighing._record import table_stage
from wentwell.weighing._silence import heard_by, silence, silence_log_odds
from wentwell.weighing._weigh import weigh

__all__ = [
    "BAND_Z",
    "base_rate",
    "expit",
    "finalist_chance",
    "heard_by",
    "logit",
    "silence",
    "silence_log_odds",
    "stated_log_odds",
    "table_stage",
    "weigh",
]
