"""Kept interviews looked at again: of which day, what is kept as shown, what is open, what matters today.

Between the journal and whoever tells it: every face goes this way.
"""

from wentwell.reviewing._board import Reached, board_columns, funnel
from wentwell.reviewing._kept import (
    CLOSED,
    Review,
    as_of,
    finish,
    is_closed,
    keep_shown,
    keep_words,
    outcome_line,
    outcome_words,
    quiet_line,
    review,
    weighed,
)
from wentwell.reviewing._letters import LETTERS, letters, letters_due
from wentwell.reviewing._open import (
    cards_due_days,
    cards_of,
    chosen_jobs,
    closed_jobs,
    interviews_of_closed,
    kept_day,
    last_shown,
    may_matter,
    named,
    open_lines,
    open_records,
    records_of,
)
from wentwell.reviewing._practice import Counted, MadeCards, count_answer, make_cards
from wentwell.reviewing._search import running_of, standings, weighed_open
from wentwell.reviewing._today import coming_up, has_news, matters_today, new_chances

__all__ = [
    "CLOSED",
    "LETTERS",
    "Counted",
    "MadeCards",
    "Reached",
    "Review",
    "as_of",
    "board_columns",
    "cards_due_days",
    "cards_of",
    "chosen_jobs",
    "closed_jobs",
    "coming_up",
    "count_answer",
    "finish",
    "funnel",
    "has_news",
    "interviews_of_closed",
    "is_closed",
    "keep_shown",
    "keep_words",
    "kept_day",
    "last_shown",
    "letters",
    "letters_due",
    "make_cards",
    "matters_today",
    "may_matter",
    "named",
    "new_chances",
    "open_lines",
    "open_records",
    "outcome_line",
    "outcome_words",
    "quiet_line",
    "records_of",
    "review",
    "running_of",
    "standings",
    "weighed",
    "weighed_open",
]
