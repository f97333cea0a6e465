"""The signs as data: what each is, when it can be seen, what it does not mean, what it is worth."""

from wentwell.catalog._load import (
    context_rules,
    elicited_signs,
    families,
    fit,
    outcome_signs,
    sign,
    signs,
)
from wentwell.catalog._models import (
    BaseRow,
    ContextRules,
    Elicited,
    Fit,
    Learned,
    LearnedWeights,
    Measured,
    Modifier,
    ReplyTimes,
    Sign,
    ToldAs,
    Weight,
    When,
)

__all__ = [
    "BaseRow",
    "ContextRules",
    "Elicited",
    "Fit",
    "Learned",
    "LearnedWeights",
    "Measured",
    "Modifier",
    "ReplyTimes",
    "Sign",
    "ToldAs",
    "Weight",
    "When",
    "context_rules",
    "elicited_signs",
    "families",
    "fit",
    "outcome_signs",
    "sign",
    "signs",
]
