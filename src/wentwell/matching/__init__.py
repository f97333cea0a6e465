"""Which opportunity and interview a mail belongs to, how surely, and why."""

from wentwell.matching._match import Matcher, match, match_all
from wentwell.matching._model import MatchingModel, shipped_model
from wentwell.matching._nouns import (
    Choice,
    FiledMail,
    KnownInterview,
    KnownOpportunity,
    Match,
    Matched,
    Verdict,
)

__all__ = [
    "Choice",
    "FiledMail",
    "KnownInterview",
    "KnownOpportunity",
    "Match",
    "Matched",
    "Matcher",
    "MatchingModel",
    "Verdict",
    "match",
    "match_all",
    "shipped_model",
]
