"""Exchanges that went cold become questions to practise: found, measured, outlined, scheduled."""

from wentwell.practising._cold import cold_exchanges
from wentwell.practising._measure import measure, missing_in
from wentwell.practising._outline import kind_words, missing_sentence, outline
from wentwell.practising._schedule import first_due, is_due, next_due

__all__ = [
    "cold_exchanges",
    "first_due",
    "is_due",
    "kind_words",
    "measure",
    "missing_in",
    "missing_sentence",
    "next_due",
    "outline",
]
