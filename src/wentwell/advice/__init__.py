"""The next step: what to do, when, and why. A good-looking interview never ends the search."""

from wentwell.advice._next_steps import next_steps, nudge_day
from wentwell.advice._reminders import Reminder, ReminderKind, reminders

__all__ = ["Reminder", "ReminderKind", "next_steps", "nudge_day", "reminders"]
