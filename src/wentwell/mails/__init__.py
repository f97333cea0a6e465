"""What a whole mail is, what of it counts, and how quickly it came."""

from wentwell.mails._delay import (
    Answered,
    ReplyDelay,
    WorkingHours,
    answered,
    quoted_moment,
    reply_delay,
    working_hours_between,
)
from wentwell.mails._kind import (
    KindModel,
    MailKindFound,
    evidence_that_counts,
    find_kind,
    find_kinds,
    shipped_model,
)
from wentwell.mails._prompt import is_own, message_of, prompt_answers

__all__ = [
    "Answered",
    "KindModel",
    "MailKindFound",
    "ReplyDelay",
    "WorkingHours",
    "answered",
    "evidence_that_counts",
    "find_kind",
    "find_kinds",
    "is_own",
    "message_of",
    "prompt_answers",
    "quoted_moment",
    "reply_delay",
    "shipped_model",
    "working_hours_between",
]
