"""The signs as data: what each is, when it can be seen, what it does not mean, what it is worth."""

from wentwell.catalog._load import context_rules, families, outcome_signs, sign, signs
from wentwell.catalog._models import BaseRow, ContextRules, Modifier, ReplyTimes, Sign, Weight, When

__all__ = [
    "BaseRow",
    "ContextRules",
    "Modifier",
    "ReplyTimes",
    "Sign",
    "Weight",
    "When",
    "context_rules",
    "families",
    "outcome_signs",
    "sign",
    "signs",
]
