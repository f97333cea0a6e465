"""Files in: notes, transcripts and mails become `Document`s; the format is found from the content."""

from wentwell.sources._asides import set_apart
from wentwell.sources._cues import Cue, merge_cues
from wentwell.sources._error import SourceError
from wentwell.sources._load import load, load_all
from wentwell.sources._mailboxes import message_from_bytes, message_from_text, read_messages
from wentwell.sources._parse import MAX_BYTES, SourceKind, parse

__all__ = [
    "MAX_BYTES",
    "Cue",
    "SourceError",
    "SourceKind",
    "load",
    "load_all",
    "merge_cues",
    "message_from_bytes",
    "message_from_text",
    "parse",
    "read_messages",
    "set_apart",
]
