from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from wentwell.interview import Interview
from wentwell.journal import Journal

# Prints a line only after the journal said that it is kept.
_WRITER = """
import sys
from wentwell.interview import Interview
from wentwell.journal import Journal

with Journal.open(sys.argv[1]) as journal:
    while True:
        answers = {}
        number = journal.save_draft(Interview(feeling="calm"), {"at": 0})
        print(number, 0, flush=True)
        for place in range(1, 6):
            answers[f"sign.{place}"] = "yes"
            journal.save_draft(Interview(feeling="calm", answers=answers), {"at": place}, number)
            print(number, place, flush=True)
        journal.complete(number, Interview(feeling="calm", answers=answers))
        print(number, 6, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_no_answer_is_lost_when_killed(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    Journal.open(path).close()
    chance = random.Random(20310502)  # noqa: S311
    kept: dict[int, int] = {}
    for _ in range(5):
        with subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(path)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            lines = [writer.stdout.readline()]
            time.sleep(chance.uniform(0, 0.15))
            writer.send_signal(signal.SIGKILL)
            lines += writer.stdout.read().splitlines(keepends=True)
        assert writer.returncode == -signal.SIGKILL
        whole = [line for line in lines if line.endswith("\n")]
        assert whole
        kept |= {int(number): int(step) for number, step in (line.split() for line in whole)}
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        with Journal.open(path) as journal:
            journal.check()
            for number, step in kept.items():
                record = journal.get(number)
                assert len(record.interview.answers) >= min(step, 5)
                assert record.status == "complete" or step < 6
    assert len(kept) >= 5


# As above; each line is the count of corrections that the journal said it keeps.
_CORRECTOR = """
import sys
from datetime import UTC, datetime
from wentwell.interview import Correction
from wentwell.journal import Journal

with Journal.open(sys.argv[1]) as journal:
    while True:
        read = journal.get(1).interview
        journal.correct(1, read, [Correction(
            done="strike", label="warmth", document="evening.txt", start=0, end=4, quote="Lena",
            made_at=datetime.now(UTC),
        )])
        print(len(read.corrections) + 1, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_no_correction_is_lost_when_killed(tmp_path: Path, interview: Interview) -> None:
    path = tmp_path / "journal.sqlite"
    with Journal.open(path) as journal:
        journal.add(interview)
    chance = random.Random(20310503)  # noqa: S311
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", _CORRECTOR, str(path)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            lines = [writer.stdout.readline()]
            time.sleep(chance.uniform(0, 0.1))
            writer.send_signal(signal.SIGKILL)
            lines += writer.stdout.read().splitlines(keepends=True)
        assert writer.returncode == -signal.SIGKILL
        kept = [int(line) for line in lines if line.endswith("\n")][-1]
        with Journal.open(path) as journal:
            journal.check()
            assert len(journal.get(1).interview.corrections) >= kept


_ADDER = """
import sys
from wentwell.interview import Interview
from wentwell.journal import Journal

sys.stdin.readline()
with Journal.open(sys.argv[1]) as journal:
    for place in range(25):
        number = journal.add(Interview(feeling=f"{sys.argv[2]} {place}"))
        journal.update(number, journal.get(number).interview.model_copy(update={"gut": 0.5}))
"""


@pytest.mark.parametrize("new", [True, False])
def test_processes_that_write_at_once_all_succeed(tmp_path: Path, new: bool) -> None:
    path = tmp_path / "journal.sqlite"
    if not new:
        Journal.open(path).close()
    adders = [
        subprocess.Popen(
            [sys.executable, "-c", _ADDER, str(path), name],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("one", "two", "three")
    ]
    for adder in adders:
        assert adder.stdin is not None
        adder.stdin.write("go\n")
        adder.stdin.flush()
    for adder in adders:
        _, complaint = adder.communicate(timeout=60)
        assert (adder.returncode, complaint.splitlines()[-1:]) == (0, [])
    with Journal.open(path) as journal:
        feelings = [journal.get(line.id).interview.feeling for line in journal.list()]
        assert {line.gut for line in journal.list()} == {0.5}
    assert sorted(map(str, feelings)) == sorted(
        f"{name} {n}" for name in ("one", "two", "three") for n in range(25)
    )


def test_an_action_that_fails_half_way_leaves_nothing(
    journal: Journal, interview: Interview, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = journal.add(interview)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("wentwell.journal._rows.insert_history", stop)
    with pytest.raises(KeyboardInterrupt):
        journal.add(interview)
    with pytest.raises(KeyboardInterrupt):
        journal.update(number, Interview(gut=0.2))
    assert [line.id for line in journal.list()] == [number]
    assert journal.get(number).interview == interview


@pytest.mark.skipif(not hasattr(os, "fork"), reason="threads are enough here")
def test_threads_share_a_journal(journal: Journal) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(lambda place: journal.add(Interview(feeling=str(place))), range(40)))
    assert len(set(numbers)) == 40
    assert {journal.get(number).interview.feeling for number in numbers} == {str(n) for n in range(40)}


def test_an_interview_and_what_is_shown_of_it_are_kept_together(
    journal: Journal, interview: Interview, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wentwell.weighing import weigh

    shown = weigh([], interview.context)
    number = journal.add(interview, shown)
    assert [one.assessment for one in journal.get(number).assessments] == [shown]

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("wentwell.journal._journal._keep_shown", stop)
    with pytest.raises(KeyboardInterrupt):
        journal.add(interview, shown)
    assert [line.id for line in journal.list()] == [number]
