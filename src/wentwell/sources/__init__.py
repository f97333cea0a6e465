"""Files in: notes, transcripts and mails become `Document`s, calendars become events, tables rows.

The format is found from the content.
"""

from wentwell.sources._asides import set_apart
from wentwell.sources._calendar import CalendarEvent, CalendarFile, Guest, load_calendar, parse_calendar
from wentwell.sources._cues import Cue, merge_cues
from wentwell.sources._error import SourceError
from wentwell.sources._load import load, load_all
from wentwell.sources._mailboxes import message_from_bytes, message_from_text, read_messages
from wentwell.sources._parse import MAX_BYTES, SourceKind, parse
from wentwell.sources._tables import Sheet, TableFile, TableRow, load_tables, parse_tables

__all__ = [
    "MAX_BYTES",
    "CalendarEvent",
    "CalendarFile",
    "Cue",
    "Guest",
    "Sheet",
    "SourceError",
    "SourceKind",
    "TableFile",
    "TableRow",
    "load",
    "load_all",
    "load_calendar",
    "load_tables",
    "merge_cues",
    "message_from_bytes",
    "message_from_text",
    "parse",
    "parse_calendar",
    "parse_tables",
    "read_messages",
    "set_apart",
]
