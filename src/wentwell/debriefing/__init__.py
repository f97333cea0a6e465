"""What is asked after an interview, which answers fit, and what each does to the interview. Pure."""

from wentwell.debriefing._outcomes import (
    COME_OF,
    OUTCOMES,
    come_of,
    known_answers,
    outcome_in,
    told_outcome,
    with_outcome,
)
from wentwell.debriefing._parse import check_days, parse_chance, parse_day
from wentwell.debriefing._questions import (
    NOTES,
    QUESTIONS,
    Question,
    answered,
    numbered,
    one_of,
    with_documents,
    with_notes,
)
from wentwell.debriefing._signs import could_be_seen, labels_found, worth_asking

__all__ = [
    "COME_OF",
    "NOTES",
    "OUTCOMES",
    "QUESTIONS",
    "Question",
    "answered",
    "check_days",
    "come_of",
    "could_be_seen",
    "known_answers",
    "labels_found",
    "numbered",
    "one_of",
    "outcome_in",
    "parse_chance",
    "parse_day",
    "told_outcome",
    "with_documents",
    "with_notes",
    "with_outcome",
    "worth_asking",
]
