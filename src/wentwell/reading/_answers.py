"""Answers given in a debrief, as evidence: the words are the question and the answer themselves."""

from __future__ import annotations

from collections.abc import Mapping

from wentwell.catalog import signs
from wentwell.interview import Document, Evidence, Reply

_WORDS: dict[Reply, str] = {"yes": "yes", "no": "no", "could-not": "could not happen"}


def read_answers(answers: Mapping[str, Reply], name: str = "your answers") -> tuple[Document, list[Evidence]]:
    """Return a document of the answers, one a line, and the evidence in it.

    Parameters
    ----------
    answers : mapping of str to str
        Sign by label: "yes", "no" or "could-not".
    name : str
        What to call the document.

    Raises
    ------
    ValueError
        If a label is not in the catalog.
    """
    unknown = sorted(set(answers) - set(signs()))
    if unknown:
        raise ValueError(f"not a sign: {', '.join(unknown)}; `wentwell signs` lists them")
    lines: list[str] = []
    evidence: list[Evidence] = []
    start = 0
    for label, sign in signs().items():
        reply = answers.get(label)
        if reply is None:
            continue
        line = f"{sign.name}: {_WORDS[reply]}"
        if reply == "yes":
            evidence.append(
                Evidence(
                    label=label,
                    quote=line,
                    start=start,
                    end=start + len(line),
                    found_by="answered",
                    document=name,
                )
            )
        lines.append(line)
        start += len(line) + 1
    return Document(text="\n".join(lines), kind="answers", name=name), evidence
