"""Outcomes in, scores and personal adjustments out. It knows no screens, and the weighing not it.

Only what was told before the outcome is learned from: the gut, and the first chance shown.
"""

from wentwell.learning._calibrate import calibrate, learned_from
from wentwell.learning._learn import learn
from wentwell.learning._past import Past, past
from wentwell.learning._reliability import reliability
from wentwell.learning._scores import scores
from wentwell.learning._starts import own_base_rate

__all__ = ["Past", "calibrate", "learn", "learned_from", "own_base_rate", "past", "reliability", "scores"]
