"""The memory: interviews with all that belongs to them, in one SQLite file of the candidate's own."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from wentwell.journal._error import JournalError, UnknownNumberError

if TYPE_CHECKING:
    from wentwell.journal._journal import Journal
    from wentwell.journal._mails import MailBook
    from wentwell.journal._opportunities import SearchBook
    from wentwell.journal._place import locate
    from wentwell.journal._practice import PracticeBook
    from wentwell.journal._records import (
        AppointmentChange,
        Attempt,
        CalendarEntry,
        CalendarFeed,
        Entry,
        Found,
        ImportCounts,
        KeptCard,
        KeptMail,
        KeptOpportunity,
        LearnedVersion,
        MailEntry,
        MailFiling,
        MailFolder,
        MailState,
        NewMail,
        NewOpportunity,
        OpportunityChange,
        OpportunityEntry,
        OpportunityInterview,
        PracticeEntry,
        ReadAnew,
        Record,
        RecordedOutcome,
        Restored,
        ShownAssessment,
        StageMove,
        Summary,
        TakenBack,
        Undone,
        UndoneMails,
    )
    from wentwell.journal._restoring import restore
    from wentwell.journal._taking_out import TakenOut

# Loaded when first used: the database library is not needed to name the error.
_HOME = {
    "MailState": "_records",
    "UndoneMails": "_records",
    "ReadAnew": "_records",
    "NewMail": "_records",
    "MailFolder": "_records",
    "MailFiling": "_records",
    "MailEntry": "_records",
    "MailBook": "_mails",
    "KeptMail": "_records",
    "AppointmentChange": "_records",
    "Attempt": "_records",
    "CalendarEntry": "_records",
    "CalendarFeed": "_records",
    "Entry": "_records",
    "Found": "_records",
    "ImportCounts": "_records",
    "Journal": "_journal",
    "KeptCard": "_records",
    "KeptOpportunity": "_records",
    "LearnedVersion": "_records",
    "NewOpportunity": "_records",
    "OpportunityChange": "_records",
    "OpportunityEntry": "_records",
    "OpportunityInterview": "_records",
    "PracticeBook": "_practice",
    "PracticeEntry": "_records",
    "Record": "_records",
    "RecordedOutcome": "_records",
    "Restored": "_records",
    "SearchBook": "_opportunities",
    "ShownAssessment": "_records",
    "StageMove": "_records",
    "Summary": "_records",
    "TakenBack": "_records",
    "TakenOut": "_taking_out",
    "Undone": "_records",
    "locate": "_place",
    "restore": "_restoring",
}

__all__ = [
    "AppointmentChange",
    "Attempt",
    "CalendarEntry",
    "CalendarFeed",
    "Entry",
    "Found",
    "ImportCounts",
    "Journal",
    "JournalError",
    "KeptCard",
    "KeptMail",
    "KeptOpportunity",
    "LearnedVersion",
    "MailBook",
    "MailEntry",
    "MailFiling",
    "MailFolder",
    "MailState",
    "NewMail",
    "NewOpportunity",
    "OpportunityChange",
    "OpportunityEntry",
    "OpportunityInterview",
    "PracticeBook",
    "PracticeEntry",
    "ReadAnew",
    "Record",
    "RecordedOutcome",
    "Restored",
    "SearchBook",
    "ShownAssessment",
    "StageMove",
    "Summary",
    "TakenBack",
    "TakenOut",
    "Undone",
    "UndoneMails",
    "UnknownNumberError",
    "locate",
    "restore",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'wentwell.journal' has no attribute {name!r}")
    return getattr(import_module(f"wentwell.journal.{_HOME[name]}"), name)
