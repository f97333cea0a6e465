"""Text to evidence with exact quotes: units, readers, facts, promised times, roles."""

from wentwell.reading._answers import read_answers
from wentwell.reading._facts import find_facts
from wentwell.reading._lexical import LexicalReader
from wentwell.reading._many import read_many
from wentwell.reading._promises import promised_on
from wentwell.reading._read import read
from wentwell.reading._reader import Finding, Reader
from wentwell.reading._roles import RoleFinding, find_roles
from wentwell.reading._trained import TrainedReader, default_reader, sign_margins
from wentwell.reading._units import Unit, units

__all__ = [
    "Finding",
    "LexicalReader",
    "Reader",
    "RoleFinding",
    "TrainedReader",
    "Unit",
    "default_reader",
    "find_facts",
    "find_roles",
    "promised_on",
    "read",
    "read_answers",
    "read_many",
    "sign_margins",
    "units",
]
