"""The next step: what to do, when, and why. A good-looking interview never ends the search."""

from wentwell.advice._next_steps import last_day_for_a_note, next_steps, nudge_day
from wentwell.advice._reminders import Reminder, ReminderKind, reminders

__all__ = ["Reminder", "ReminderKind", "last_day_for_a_note", "next_steps", "nudge_day", "reminders"]
