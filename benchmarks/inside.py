"""Work inside one process, and print one number where there is one: ``python benchmarks/inside.py NAME``."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date

from talk import notes, webvtt
from wentwell import Context, Document, read, read_many, weigh
from wentwell.reading import find_roles, units
from wentwell.sources import parse

_LEAST_SECONDS = 1.0
_ONE_TALK_IN = 4
_DOCUMENTS = 200


def _talk(words: int, seed: int) -> Document:
    document = parse(webvtt(words, words / 166, seed).encode(), f"talk {seed}.vtt")[0]
    return find_roles(document).document


def reading() -> float:
    """Units (sentences) that `read` takes in a second, over notes, mails and a talk, all loaded."""
    documents = [
        _talk(4_000, 1),
        *(Document.from_text(notes(3_000, seed)) for seed in range(6)),
        *(Document.from_text(notes(1_500, seed), kind="mail") for seed in range(6, 12)),
    ]
    count = sum(len(units(document)) for document in documents)

    def all_once() -> None:
        for document in documents:
            read(document)

    all_once()  # patterns compile and the network loads once
    return count * _calls_a_second(all_once)


def weighing() -> float:
    """Calls of `weigh` in a second, with the evidence of a half-hour talk."""
    evidence = read(_talk(5_000, 1))
    context = Context(
        stage="second",
        employer="mid",
        format="video",
        interviewers=2,
        scheduled_minutes=45,
        actual_minutes=60,
        interview_date=date(2026, 3, 2),
        promised_date=date(2026, 3, 9),
    )
    today = date(2026, 3, 12)
    weigh(evidence, context, 0.4, today)
    return _calls_a_second(lambda: weigh(evidence, context, 0.4, today))


def read_so_many(count: int) -> None:
    """Read so many documents, one after another, and keep all evidence: its peak memory is what counts."""
    kept = []
    for seed in range(count):
        is_talk = seed % _ONE_TALK_IN == 0
        document = _talk(2_500, seed) if is_talk else Document.from_text(notes(4_000, seed))
        kept.append(read(document))


def many(processes: int | None) -> float:
    """Documents that `read_many` takes in a second, the start of its processes counted."""
    documents = [Document.from_text(notes(3_000, seed)) for seed in range(_DOCUMENTS)]
    start = time.perf_counter()
    found = sum(1 for _ in read_many(documents, processes=processes))
    return found / (time.perf_counter() - start)


def _calls_a_second(call: Callable[[], object]) -> float:
    calls, start = 0, time.perf_counter()
    while True:
        call()
        calls += 1
        passed = time.perf_counter() - start
        if passed >= _LEAST_SECONDS:
            return calls / passed


if __name__ == "__main__":
    match sys.argv[1]:
        case "reading":
            print(reading())
        case "weighing":
            print(weighing())
        case "many":
            print(many(int(sys.argv[2]) if len(sys.argv) > 2 else None))
        case count:
            read_so_many(int(count))
