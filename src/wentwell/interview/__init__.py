"""The nouns: small frozen values with JSON in and out, knowing nothing of files, odds or screens."""

from wentwell.interview._base import MomentInUtc
from wentwell.interview.answer import Answer, NextStep, StepKind
from wentwell.interview.appointment import Appointment
from wentwell.interview.assessment import (
    Assessment,
    Contribution,
    ContributionKind,
    Grade,
    Status,
    Target,
    Unseen,
    WhatIf,
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
from wentwell.interview.outcome import Outcome, OutcomeKind

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
        Appointment,
    )
}
"""The nouns with a published JSON Schema, by name."""

__all__ = [
    "NOUNS",
    "Answer",
    "Appointment",
    "Aside",
    "AsideKind",
    "Assessment",
    "Context",
    "Contribution",
    "ContributionKind",
    "Correcting",
    "Correction",
    "Document",
    "Employer",
    "Evidence",
    "Fact",
    "FactKind",
    "Format",
    "FoundBy",
    "Grade",
    "Interview",
    "InterviewerRole",
    "Kind",
    "Mail",
    "MomentInUtc",
    "NextStep",
    "Opportunity",
    "Outcome",
    "OutcomeKind",
    "Reply",
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
