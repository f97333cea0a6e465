"""The scripts for library users and the benchmarks run as their first lines say."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
TALK = """\
[00:00:03] Dana: Thanks for coming in. Why do you want to work with us?
[00:00:11] Robin: Because I have used your maps for years, and I like to walk.
[00:00:20] Dana: When could you start, and what is your notice period?
[00:00:29] Robin: In May, I have six weeks.
"""


def run(*arguments: str | Path, status: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, *map(str, arguments)], capture_output=True, encoding="utf-8", cwd=ROOT, check=False
    )
    assert done.returncode == status, done.stderr
    return done


@pytest.mark.parametrize("script", ["assess_notes.py", "what_if.py"])
def test_a_script_runs_without_input_and_prints_chances(script: str) -> None:
    done = run(ROOT / "examples" / script)
    assert done.stderr == ""
    assert "%" in done.stdout


def test_transcripts_become_json_lines_and_bad_files_are_told(tmp_path: Path) -> None:
    inner = tmp_path / "2026"
    inner.mkdir()
    (inner / "talk.txt").write_text(TALK, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("She asked what I earn now.", encoding="utf-8")
    (tmp_path / "picture.bin").write_bytes(bytes(range(256)) * 8)
    done = run(ROOT / "examples" / "many_transcripts.py", tmp_path, status=1)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {row["file"] for row in rows} == {str(Path("2026") / "talk.txt")}
    assert "selling.start_date" in {row["label"] for row in rows}
    assert all(row["quote"] in TALK for row in rows)
    assert "picture.bin" in done.stderr


def test_benchmarks_show_a_row_for_what_was_asked() -> None:
    done = run(ROOT / "benchmarks" / "run.py", "--quick", "--only", "version", "--only", "read notes")
    rows = [
        line for line in done.stdout.splitlines() if line.startswith(("wentwell --version", "read notes"))
    ]
    assert len(rows) == 2
    assert not any("failed" in row for row in rows)


def test_an_unknown_measure_is_named() -> None:
    done = run(ROOT / "benchmarks" / "run.py", "--only", "nothing like it", status=2)
    assert "no measure with 'nothing like it'" in done.stderr


def labelled(folder: Path) -> Path:
    """Write a few labelled texts of each kind, in the documented form."""
    told: dict[str, Any] = {
        "units": ["She asked when I could start.", "Her coat was green."],
        "labels": [[0, "selling.start_date"], [1, "warmth"]],
    }
    talk = {
        "turns": [
            {"speaker": "A", "role": "interviewer", "start": 0, "text": "When could you start?"},
            {"speaker": "B", "role": "candidate", "start": 3, "text": "In May."},
        ],
        "labels": [{"turn": 0, "label": "selling.start_date", "quote": "When could you start?"}],
    }
    kinds = {"narratives": told, "notes": told, "mails": told | {"raw": ""}, "transcripts": talk}
    for part in ("train", "dev"):
        (folder / part).mkdir()
        for kind, row in kinds.items():
            lines = "".join(json.dumps({"id": f"{kind} {number}", **row}) + "\n" for number in range(8))
            (folder / part / f"{kind}.jsonl").write_text(lines, encoding="utf-8")
    return folder


def test_readers_stand_side_by_side(tmp_path: Path) -> None:
    done = run(ROOT / "benchmarks" / "reading.py", "--data", labelled(tmp_path), "--only", "lexical")
    assert "8 narratives, 8 notes, 8 mails, 8 transcripts (64 sentences and turns)" in done.stdout
    (row,) = [line.split() for line in done.stdout.splitlines() if line.startswith("lexical")]
    # one of two signs is found in notes, and the one sign in talks; no false one
    assert row[1:4] == ["0.667", "0.667", "0"]
    assert row[10:13] == ["1.000", "1.000", "0"]


@pytest.mark.skipif(find_spec("sklearn") is not None, reason="what it needs is installed")
def test_a_reader_that_cannot_be_trained_here_says_what_it_needs(tmp_path: Path) -> None:
    done = run(ROOT / "benchmarks" / "reading.py", "--data", labelled(tmp_path), "--only", "TF-IDF")
    assert "TF-IDF   needs training/requirements.txt" in done.stdout


def test_the_generated_talk_is_the_same_each_time_and_an_hour_long(tmp_path: Path) -> None:
    from wentwell import load

    made = {run(ROOT / "benchmarks" / "talk.py").stdout for _ in range(2)}
    assert len(made) == 1
    path = tmp_path / "talk.vtt"
    path.write_text(made.pop(), encoding="utf-8")
    talk = load(path)
    assert len(talk.text.split()) == 10_000
    assert talk.turns[-1].until == pytest.approx(3600, abs=5)
    assert len({turn.name for turn in talk.turns}) == 2


def test_mails_are_scored_from_their_raw_text(tmp_path: Path) -> None:
    rows = [
        {
            "id": "one",
            "raw": "Hi,\n\nWe are pleased to offer\nyou the job. It rains.\n\nBest,\nAnn\n\n> Am I?\n",
            "units": ["We are pleased to offer you the job.", "It rains."],
            "labels": [[0, "outcome.offer"]],
        },
        {
            "id": "two",
            "raw": "Hi,\n\nWe meet soon.\n\nBest,\nAnn",
            "units": ["We meet soon.", "Best,"],
            "labels": [],
        },
    ]
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev" / "mails.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    told = run("benchmarks/mails.py", "--data", tmp_path, "--which").stdout
    assert "3 kept, 1 lost, 0 other" in told
    assert "two lost: Best," in told
    assert told.count("1.000") == 4
