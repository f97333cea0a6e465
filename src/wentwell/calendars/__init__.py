"""Interviews in a calendar: which events are some, what they add to the journal, and the way back."""

from wentwell.calendars._feed import write_feed
from wentwell.calendars._find import SURE, WORTH_ASKING, FoundInterview, find_interviews
from wentwell.calendars._plan import Known, Proposal, ProposalKind, plan
from wentwell.calendars._take import changes_of, known_in
from wentwell.calendars._write import calendar_of

__all__ = [
    "SURE",
    "WORTH_ASKING",
    "FoundInterview",
    "Known",
    "Proposal",
    "ProposalKind",
    "calendar_of",
    "changes_of",
    "find_interviews",
    "known_in",
    "plan",
    "write_feed",
]
