"""The next step: what to do, when, and why. A good-looking interview never ends the search."""

from wentwell.advice._next_steps import next_steps, nudge_day

__all__ = ["next_steps", "nudge_day"]
