"""Messages to send after an interview: drafts made of what the record holds, and of nothing else."""

from wentwell.drafting._draft import Draft, DraftKind, Gap, Taken, Timing, Tone, Verdict
from wentwell.drafting._people import Person, interviewers
from wentwell.drafting._timing import timing
from wentwell.drafting._write import (
    answer_to_invitation,
    answer_to_refusal,
    nudge,
    question_about_timeline,
    thanks,
)

__all__ = [
    "Draft",
    "DraftKind",
    "Gap",
    "Person",
    "Taken",
    "Timing",
    "Tone",
    "Verdict",
    "answer_to_invitation",
    "answer_to_refusal",
    "interviewers",
    "nudge",
    "question_about_timeline",
    "thanks",
    "timing",
]
