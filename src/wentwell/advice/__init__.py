"""The next step: what to do, when, and why. A good-looking interview never ends the search."""

from wentwell.advice._asking import day_to_ask, last_word, promise_stands, usual_wait
from wentwell.advice._next_steps import last_day_for_a_note, next_steps
from wentwell.advice._quiet import next_telling_day, quiet_day
from wentwell.advice._reminders import Reminder, ReminderKind, reminders
from wentwell.advice._today import Matter, matters, most_pressing_first, unfinished

__all__ = [
    "Matter",
    "Reminder",
    "ReminderKind",
    "day_to_ask",
    "last_day_for_a_note",
    "last_word",
    "matters",
    "most_pressing_first",
    "next_steps",
    "next_telling_day",
    "promise_stands",
    "quiet_day",
    "reminders",
    "unfinished",
    "usual_wait",
]
