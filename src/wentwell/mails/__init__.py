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
    "quoted_moment",
    "reply_delay",
    "shipped_model",
    "working_hours_between",
]
