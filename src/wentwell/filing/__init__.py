"""Mails to jobs: sure ones are attached, unsure ones wait, what they say is proposed, and the way back.

Between the journal and the matching: every face goes this way.
"""

from wentwell.filing._identity import digest, identity
from wentwell.filing._known import known_jobs, likely_own
from wentwell.filing._propose import Proposal, propose
from wentwell.filing._take import Settled, Taken, answer, catch_up, settle, take_in, undo
from wentwell.filing._waiting import Pending, Waiting, pending, to_look_at, waiting

__all__ = [
    "Pending",
    "Proposal",
    "Settled",
    "Taken",
    "Waiting",
    "answer",
    "catch_up",
    "digest",
    "identity",
    "known_jobs",
    "likely_own",
    "pending",
    "propose",
    "settle",
    "take_in",
    "to_look_at",
    "undo",
    "waiting",
]
