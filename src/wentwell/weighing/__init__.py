"""Evidence and context to an assessment: base rate, weights, dependence, silence, gut, band."""

from wentwell.weighing._base import base_rate, finalist_chance, next_round
from wentwell.weighing._calendar import check_country, is_working_day, waited, working_day
from wentwell.weighing._gut import stated_log_odds
from wentwell.weighing._logistic import BAND_Z, HIGHEST, LOWEST, expit, logit
from wentwell.weighing._many import Chances, weigh_many
from wentwell.weighing._record import table_stage
from wentwell.weighing._silence import (
    MOST_HEARD,
    day_heard_by,
    delay_log_odds,
    heard_by,
    promised_day,
    reply_times,
    silence,
    silence_log_odds,
    silent_since,
)
from wentwell.weighing._weigh import weigh

__all__ = [
    "BAND_Z",
    "HIGHEST",
    "LOWEST",
    "MOST_HEARD",
    "Chances",
    "base_rate",
    "check_country",
    "day_heard_by",
    "delay_log_odds",
    "expit",
    "finalist_chance",
    "heard_by",
    "is_working_day",
    "logit",
    "next_round",
    "promised_day",
    "reply_times",
    "silence",
    "silence_log_odds",
    "silent_since",
    "stated_log_odds",
    "table_stage",
    "waited",
    "weigh",
    "weigh_many",
    "working_day",
]
