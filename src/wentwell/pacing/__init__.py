"""The whole search: the chance of an offer in the next weeks, from every interview that is open."""

from wentwell.pacing._nouns import BaseRate, Need, Pace, Reach, Running
from wentwell.pacing._pace import pace
from wentwell.pacing._running import running

__all__ = ["BaseRate", "Need", "Pace", "Reach", "Running", "pace", "running"]
