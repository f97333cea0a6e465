"""The nouns: small frozen values with JSON in and out, knowing nothing of files, odds or screens."""

from wentwell.interview._base import MomentInUtc
from wentwell.interview.answer import Answer, NextStep, StepKind
from wentwell.interview.appointment import Appointment
from wentwell.interview.assessment import (
    Assessment,
    Contribution,
    ContributionKind,
    Grade,
    Hinge,
    HingeKind,
    Outlook,
    OutlookDate,
    OutlookDateKind,
    OutlookDay,
    Status,
    Target,
    Unseen,
    WhatIf,
)
from wentwell.interview.calibration import (
    Bin,
    Calibration,
    Estimate,
    Forecaster,
    GutWorth,
    Lean,
    Score,
)
from wentwell.interview.context import (
    Context,
    Employer,
    Format,
    InterviewerRole,
    Stage,
    Temper,
)
from wentwell.interview.correction import Correcting, Correction
from wentwell.interview.document import Aside, AsideKind, Document, Kind, Mail, SpeakerRole, Turn
from wentwell.interview.evidence import Evidence, Fact, FactKind, FoundBy
from wentwell.interview.interview import Interview, Opportunity, Reply
from wentwell.interview.message import Address, Attachment, MailKind, Message
from wentwell.interview.outcome import Outcome, OutcomeKind
from wentwell.interview.personal import Normal, OwnStart, Personal
from wentwell.interview.practice import (
    ColdReason,
    Measures,
    Missing,
    PracticeCard,
    QuestionKind,
    Rating,
    Schedule,
)

NOUNS = {
    noun.__name__: noun
    for noun in (
        Context,
        Turn,
        Document,
        Interview,
        Evidence,
        Correction,
        Fact,
        Assessment,
        Outcome,
        Answer,
        Opportunity,
        Message,
        Personal,
        Calibration,
        Appointment,
        PracticeCard,
    )
}
"""The nouns with a published JSON Schema, by name."""

__all__ = [
    "NOUNS",
    "Address",
    "Answer",
    "Appointment",
    "Aside",
    "AsideKind",
    "Assessment",
    "Attachment",
    "Bin",
    "Calibration",
    "ColdReason",
    "Context",
    "Contribution",
    "ContributionKind",
    "Correcting",
    "Correction",
    "Document",
    "Employer",
    "Estimate",
    "Evidence",
    "Fact",
    "FactKind",
    "Forecaster",
    "Format",
    "FoundBy",
    "Grade",
    "GutWorth",
    "Hinge",
    "HingeKind",
    "Interview",
    "InterviewerRole",
    "Kind",
    "Lean",
    "Mail",
    "MailKind",
    "Measures",
    "Message",
    "Missing",
    "MomentInUtc",
    "NextStep",
    "Normal",
    "Opportunity",
    "Outcome",
    "OutcomeKind",
    "Outlook",
    "OutlookDate",
    "OutlookDateKind",
    "OutlookDay",
    "OwnStart",
    "Personal",
    "PracticeCard",
    "QuestionKind",
    "Rating",
    "Reply",
    "Schedule",
    "Score",
    "SpeakerRole",
    "Stage",
    "Status",
    "StepKind",
    "Target",
    "Temper",
    "Turn",
    "Unseen",
    "WhatIf",
]
