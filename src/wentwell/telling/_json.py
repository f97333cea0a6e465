"""An answer as JSON, whole and unshortened."""

from __future__ import annotations

import json

from wentwell._version import __version__
from wentwell.interview import Answer

SCHEMA = "wentwell.answer/1"


def to_json(answer: Answer) -> str:
    """Write an answer as JSON.

    Everything beyond printable ASCII is written as an escape, so that the text can be printed on any terminal
    and nothing in it can steer one.

    Parameters
    ----------
    answer : Answer
        What to write; ``Answer.model_validate(json.loads(text)["answer"])`` gives it back.
    """
    told = {"wentwell": __version__, "schema": SCHEMA, "answer": answer.model_dump(mode="json")}
    return json.dumps(told, indent=2, ensure_ascii=True, allow_nan=False) + "\n"
