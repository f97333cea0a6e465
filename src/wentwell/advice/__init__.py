"""The next step: what to do, when, and why. A good-looking interview never ends the search."""

from wentwell.advice._asking import day_to_ask, last_word, promise_stands, usual_wait
from wentwell.advice._missing import MissingFact, missing_facts
from wentwell.advice._next_steps import last_day_for_a_note, next_steps, numbered
from wentwell.advice._quiet import next_telling_day, quiet_day
from wentwell.advice._reminders import Reminder, ReminderKind, deadline_reminder, reminders
from wentwell.advice._today import (
    Matter,
    due,
    mails_waiting,
    matters,
    most_pressing_first,
    practice_due,
    unfinished,
)
from wentwell.advice._whole_search import (
    MOST_STEPS,
    SearchStep,
    SearchStepKind,
    Standing,
    search_steps,
)

__all__ = [
    "MOST_STEPS",
    "Matter",
    "MissingFact",
    "Reminder",
    "ReminderKind",
    "SearchStep",
    "SearchStepKind",
    "Standing",
    "day_to_ask",
    "deadline_reminder",
    "due",
    "last_day_for_a_note",
    "last_word",
    "mails_waiting",
    "matters",
    "missing_facts",
    "most_pressing_first",
    "next_steps",
    "next_telling_day",
    "numbered",
    "practice_due",
    "promise_stands",
    "quiet_day",
    "reminders",
    "search_steps",
    "unfinished",
    "usual_wait",
]
