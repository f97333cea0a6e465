"""``wentwell correct``: strike, add, take back, and hand on what was learned."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wentwell.journal import Journal, Record

Run = Callable[..., Any]

NOTES = """Second talk at the bakery chain.
She asked when I could start.
He was kind to me, and kind to the cook.
Near the end she asked for two references.
"""


@pytest.fixture
def kept(run: Run, tmp_path: Path) -> Path:
    """Return the notes of interview 1."""
    path = tmp_path / "notes.txt"
    path.write_text(NOTES, encoding="utf-8")
    assert run("assess", path, "--save", "--stage", "final").status == 0
    return path


@pytest.fixture
def record(journal: Path) -> Callable[[], Record]:
    def read() -> Record:
        with Journal.open(journal) as book:
            return book.get(1)

    return read


def feed(*lines: object) -> str:
    return "\n".join(map(str, lines)) + "\n"


def listed(run: Run) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run("correct", 1, "--list", "--json").out)
    return told


def number_of(run: Run, label: str) -> int:
    (found,) = (sign["number"] for sign in listed(run)["signs"] if sign["label"] == label)
    return int(found)


def one_line(text: str) -> bool:
    return text.count("\n") == 1 and text.endswith("\n") and "Traceback" not in text


def chances(text: str) -> list[int]:
    return [int(chance) for chance in re.findall(r"(\d+) of 100", text)]


@pytest.mark.usefixtures("kept")
class TestOptions:
    def test_the_list_has_each_sign_with_its_number_and_words(self, run: Run) -> None:
        ran = run("correct", 1, "--list")
        assert ran.status == 0, ran.err
        signs = listed(run)["signs"]
        assert [sign["number"] for sign in signs] == list(range(1, len(signs) + 1))
        for sign in signs:
            assert sign["quote"] == NOTES[sign["start"] : sign["end"]]
            assert f"({sign['label']})" in ran.out
            assert f"“{sign['quote']}”" in ran.out
        assert "%" not in run("correct", 1, "--list", "--no-number").out

    def test_striking_shows_the_chance_before_and_after_and_stays(
        self, run: Run, record: Callable[[], Record]
    ) -> None:
        number = number_of(run, "selling.start_date")
        ran = run("correct", 1, "--strike", number)
        assert ran.status == 0, ran.err
        assert ran.out.count("\n") == 2
        before, after = chances(ran.out)
        assert after < before
        kept = record()
        assert [made.label for made in kept.interview.corrections] == ["selling.start_date"]
        assert "selling.start_date" not in {found.label for found in kept.interview.evidence}
        assert round(100 * kept.assessments[-1].assessment.probability) == after
        assert "when I could start" not in " ".join(run("show", 1).out.split())
        assert "selling.start_date" not in {sign["label"] for sign in listed(run)["signs"]}

    def test_several_are_struck_by_their_numbers_in_the_same_list(self, run: Run) -> None:
        one, two = (number_of(run, label) for label in ("selling.start_date", "contact.references"))
        assert run("correct", 1, "--strike", one, "--strike", two, "--strike", one).status == 0
        assert len(listed(run)["corrections"]) == 2
        left = {sign["label"] for sign in listed(run)["signs"]}
        assert not left & {"selling.start_date", "contact.references"}

    def test_adding_and_taking_back(self, run: Run) -> None:
        before = listed(run)
        ran = run("correct", 1, "--add", "intro.tour", "--quote", "at the bakery  chain")
        assert ran.status == 0, ran.err
        assert "Added: " in ran.out
        assert "at the bakery chain" in run("show", 1).out
        assert listed(run)["corrections"][0]["quote"] == "at the bakery chain"
        undone = run("correct", 1, "--undo", 1, "--no-number")
        assert undone.out.startswith("Taken back: added: ")
        assert not re.search(r"\d", undone.out.split("Before:")[1])
        assert listed(run) == before

    def test_what_tells_the_outcome_can_be_added_and_struck(self, run: Run) -> None:
        added = run("correct", 1, "--add", "outcome.offer", "--quote", "Second talk")
        assert "Now: an offer was made" in added.out
        struck = run("correct", 1, "--strike", number_of(run, "outcome.offer"))
        assert "Before: an offer was made" in struck.out
        invited = run("correct", 1, "--add", "next.invited", "--quote", "Second talk")
        assert "Now: you go on" in invited.out

    def test_a_correction_that_does_not_count_says_so(
        self, run: Run, journal: Path, record: Callable[[], Record]
    ) -> None:
        with Journal.open(journal) as book:
            book.update(1, record().interview.model_copy(update={"answers": {"intro.tour": "no"}}))
        ran = run("correct", 1, "--add", "intro.tour", "--quote", "Second talk")
        assert ran.status == 0
        assert one_line(ran.err)
        assert "your answers" in ran.err

    def test_answers_are_not_in_the_list(self, run: Run, journal: Path, record: Callable[[], Record]) -> None:
        before = listed(run)
        with Journal.open(journal) as book:
            book.update(1, record().interview.model_copy(update={"answers": {"intro.tour": "yes"}}))
        assert listed(run) == before

    def test_one_that_no_longer_fits_is_listed_without_its_words(
        self, run: Run, journal: Path, record: Callable[[], Record]
    ) -> None:
        run("correct", 1, "--add", "warmth", "--quote", "bakery chain")
        interview = record().interview
        (text,) = interview.documents
        other = text.model_copy(update={"text": text.text.replace("bakery chain", "brewery")})
        with Journal.open(journal) as book:
            book.update(1, interview.model_copy(update={"documents": (other,)}))
        told = run("correct", 1, "--list").out
        assert "no longer fits the words" in told
        assert "bakery chain" not in told
        assert listed(run)["corrections"][0]["fits"] is False
        assert "changes nothing" in " ".join(run("show", 1).out.split())

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["--strike", "99"], "--list shows them"),
            (["--strike", "0"], "0"),
            (["--undo", "1"], "--list shows them"),
            (["--add", "warmth", "--quote", "He was rude"], "copy them exactly"),
            (["--add", "warmth", "--quote", "kind"], "more of the words"),
            (["--add", "warmth", "--quote", ""], "exact words"),
            (["--add", "warmht", "--quote", "He was kind"], "did you mean warmth"),
            (["--add", "warmth", "--quote", "He was", "--document", "x"], "there are: notes.txt"),
            (["--add", "warmth"], "go together"),
            (["--quote", "He was kind"], "go together"),
            (["--document", "notes.txt"], "go together"),
            (["--list", "--strike", "1"], "by itself"),
            (["--json"], "--list"),
            (["--strike", "1", "--json"], "--list"),
            (["--list", "--json", "--no-number"], "--no-number"),
        ],
    )
    def test_what_cannot_be_done_gets_one_line_and_changes_nothing(
        self, run: Run, record: Callable[[], Record], arguments: list[str], told: str
    ) -> None:
        before = record()
        ran = run("correct", 1, *arguments)
        assert ran.status == 2
        assert one_line(ran.err), ran.err
        assert told in ran.err
        assert not ran.out
        assert record() == before

    def test_all_or_nothing(self, run: Run, record: Callable[[], Record]) -> None:
        ran = run("correct", 1, "--strike", 1, "--add", "warmth", "--quote", "He was rude")
        assert (ran.status, record().interview.corrections) == (2, ())


def test_an_interview_that_is_not_there_or_not_finished(run: Run, kept: Path, journal: Path) -> None:
    from wentwell import Interview

    with Journal.open(journal) as book:
        draft = book.save_draft(Interview(), {})
    for number in (99, draft):
        ran = run("correct", number, "--list")
        assert (ran.status, one_line(ran.err)) == (2, True)


@pytest.mark.usefixtures("kept")
class TestDialogue:
    def test_numbers_mean_the_same_sign_all_the_time(self, run: Run, record: Callable[[], Record]) -> None:
        signs = [sign["label"] for sign in listed(run)["signs"]]
        assert len(signs) >= 3
        ran = run("correct", 1, stdin=feed("1", "1", "3, 2", "99", "so?", ""))
        assert ran.status == 0, ran.err
        assert "struck already" in ran.out
        assert "no sign 99" in ran.out
        assert sorted(made.label for made in record().interview.corrections) == sorted(signs[:3])
        assert ran.out.endswith("See it whole: wentwell show 1\n")

    def test_adding_asks_for_the_sign_and_the_words(self, run: Run, record: Callable[[], Record]) -> None:
        count = len(listed(run)["signs"])
        ran = run(
            "correct", 1, stdin=feed("a", "tour", "a", "intro.tour", "x y", "a", "intro.tour", "Second talk")
        )
        assert ran.status == 0, ran.err
        assert "intro.tour" in ran.out
        assert "copy them exactly" in ran.out
        assert f"{count + 1}  " in ran.out
        assert [made.quote for made in record().interview.corrections] == ["Second talk"]

    def test_taking_back_the_last_or_one_by_its_number(self, run: Run, record: Callable[[], Record]) -> None:
        run("correct", 1, stdin=feed("1", "2", "3"))
        kept = record().interview.corrections
        run("correct", 1, stdin=feed("u", "7", "u", "x", "u", "1", "u", ""))
        assert record().interview.corrections == kept[1:2]
        ran = run("correct", 1, stdin=feed("u", "", "u"))
        assert "no correction to take back" in ran.out
        assert record().interview.corrections == ()

    def test_a_document_is_asked_for_where_there_are_several(self, run: Run, tmp_path: Path) -> None:
        one, two = tmp_path / "one.txt", tmp_path / "two.txt"
        one.write_text("He was kind.\n", encoding="utf-8")
        two.write_text("He was kind!\n", encoding="utf-8")
        run("assess", one, two, "--save")
        ran = run(
            "correct", 2, stdin=feed("a", "intro.tour", "He was", "", "a", "intro.tour", "He was", "two.txt")
        )
        assert "or name the document" in ran.out
        assert "two.txt" in run("correct", 2, "--list").out.split("Your corrections")[1]

    def test_escape_codes_never_reach_the_terminal(self, run: Run, journal: Path, kept: Path) -> None:
        bad = kept.with_name("bad \x1b[31m.txt")
        bad.write_text("She asked when I could \x1b[2Jstart.\n", encoding="utf-8")
        run("assess", bad, kept, "--save")
        ran = run("correct", 2, stdin=feed("1", "a", "warmth", "x", "none", "u"))
        assert "\x1b" not in ran.out + ran.err
        assert "\x1b" not in run("correct", 2, "--list", "--json").out

    @pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT])
    def test_stopping_loses_nothing_acknowledged(
        self, journal: Path, record: Callable[[], Record], stop: signal.Signals
    ) -> None:
        parent, terminal = pty.openpty()
        # a test runner in the background ignores Ctrl-C, and its children would inherit that
        listening = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        with subprocess.Popen(
            [sys.executable, "-c", listening + "from wentwell.cli import main; main()", "correct", "1"],
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            env={**os.environ, "WENTWELL_JOURNAL": str(journal), "COLUMNS": "200"},
            start_new_session=True,
        ) as child:
            _until(parent, "Enter ends")
            os.write(parent, b"1\n")
            _until(parent, "Struck")
            child.send_signal(stop)
        os.close(parent)
        os.close(terminal)
        assert child.returncode in (-signal.SIGKILL, 130)
        assert len(record().interview.corrections) == 1


def _until(terminal: int, words: str, seconds: float = 30.0) -> None:
    seen, end = b"", time.monotonic() + seconds
    while words.encode() not in seen:
        ready, _, _ = select.select([terminal], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            raise AssertionError(f"never saw {words!r} in {seen!r}")
        seen += os.read(terminal, 4096)


class TestTraining:
    def test_only_corrected_interviews_are_written_and_it_is_said_what_the_file_holds(
        self, run: Run, kept: Path, tmp_path: Path
    ) -> None:
        target = tmp_path / "learn.jsonl"
        nothing = run("export", target, "--training")
        assert (nothing.status, one_line(nothing.err), target.exists()) == (2, True, False)
        run("assess", kept, "--save")
        run("correct", 2, "--strike", number_of(run, "selling.start_date"))
        ran = run("export", target, "--training")
        assert ran.status == 0, ran.err
        assert ran.out.index("your own words") < ran.out.index("Written to")
        assert "only if you send it" in ran.out
        (line,) = target.read_text(encoding="utf-8").splitlines()
        example = json.loads(line)
        assert set(example) == {"id", "kind", "units", "labels"}
        assert example["units"] == NOTES.splitlines()
        assert [3, "contact.references"] in example["labels"]
        assert "selling.start_date" not in [label for _, label in example["labels"]]
        assert os.stat(target).st_mode & 0o777 == 0o600  # noqa: PTH116
        assert run("export", tmp_path / "one.jsonl", "--training", 2).status == 0
        assert (tmp_path / "one.jsonl").read_text(encoding="utf-8").splitlines() == [line]

    def test_a_talk(self, run: Run, tmp_path: Path) -> None:
        talk = tmp_path / "talk.txt"
        talk.write_text(
            "Mara: Tell me about yourself. When could you start?\n"
            "Joan: In May. I led a team of nine in my last job, and I cooked for four hundred.\n",
            encoding="utf-8",
        )
        run("assess", talk, "--save", "--i-am", "Joan")
        run("correct", 1, "--add", "warmth", "--quote", "Tell me about yourself")
        run("export", tmp_path / "learn.jsonl", "--training")
        example = json.loads((tmp_path / "learn.jsonl").read_text(encoding="utf-8"))
        assert set(example) == {"id", "kind", "turns", "labels"}
        assert example["kind"] == "transcript"
        assert {"turn": 0, "label": "warmth", "quote": "Tell me about yourself"}.items() <= (
            next(label for label in example["labels"] if label["label"] == "warmth").items()
        )
        assert [turn["role"] for turn in example["turns"]] == ["interviewer", "candidate"]
        assert {turn["start"] for turn in example["turns"]} == {None}

    def test_nothing_is_overwritten_unless_told(
        self, run: Run, kept: Path, tmp_path: Path, journal: Path
    ) -> None:
        run("correct", 1, "--strike", 1)
        target = tmp_path / "mine.jsonl"
        target.write_text("mine", encoding="utf-8")
        refused = run("export", target, "--training")
        assert (refused.status, one_line(refused.err)) == (2, True)
        assert "--force" in refused.err
        assert target.read_text(encoding="utf-8") == "mine"
        assert run("export", target, "--training", "--force").status == 0
        assert target.read_text(encoding="utf-8") != "mine"
        for wrong in (journal, tmp_path, tmp_path / "missing" / "x.jsonl"):
            ran = run("export", wrong, "--training", "--force")
            assert (ran.status, one_line(ran.err)) == (2, True)
        assert run("show", 1).status == 0

    @pytest.mark.parametrize(
        "arguments", [["1"], ["--csv", "--training"], ["--training", "1"], ["--training", "9"]]
    )
    def test_what_does_not_go_together_gets_one_line(
        self, run: Run, kept: Path, tmp_path: Path, arguments: list[str]
    ) -> None:
        ran = run("export", tmp_path / "out", *arguments)
        assert (ran.status, one_line(ran.err)) == (2, True)
        assert not (tmp_path / "out").exists()
