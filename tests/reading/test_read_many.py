"""Many documents: the same evidence as one by one, in order, and nothing left running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path

import pytest

from wentwell import Document, Evidence, read, read_many
from wentwell.reading import Finding, LexicalReader, Unit
from wentwell.reading._workers import Workers

SENTENCES = (
    "She asked when I could start and what notice I have to give.",
    "They showed me around the office and I met the team.",
    "We talked about the weather for a while.",
    "He said that it was a great answer.",
    "They will call me by Friday.",
    "I never heard back from them.",
)
ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="sends signals")


def notes(number: int, sentences: int = 40) -> Document:
    text = " ".join(SENTENCES[(number + 5 * place) % len(SENTENCES)] for place in range(sentences))
    return Document.from_text(text, kind="mail" if number % 7 == 0 else "notes", name=f"notes {number}")


def talk(number: int, turns: int = 30) -> Document:
    return Document.from_turns(
        [
            {"speaker": "AB"[place % 2], "text": SENTENCES[(number + place) % len(SENTENCES)]}
            for place in range(turns)
        ],
        name=f"talk {number}",
    )


def some(documents: int, sentences: int = 40) -> list[Document]:
    return [
        talk(number) if number % 5 == 0 else notes(number, sentences if number % 3 else 1)
        for number in range(documents)
    ]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Workers]:
    """Return the groups of processes that were started."""
    made: list[Workers] = []
    begin = Workers.__init__

    def kept(self: Workers, *arguments: object) -> None:
        begin(self, *arguments)  # type: ignore[arg-type]
        made.append(self)

    monkeypatch.setattr(Workers, "__init__", kept)
    return made


def ended(group: Workers) -> bool:
    return all(process.poll() is not None for process in group._processes)


class Names:
    """A reader that cannot be had in another process: it is made in a test."""

    def find(self, units: Sequence[Unit]) -> list[Finding]:
        return [Finding(unit, "warmth", 0.5) for unit in units[:1]]


def test_the_evidence_is_that_of_each_document_alone_and_in_order() -> None:
    documents = some(60)
    done: list[int] = []
    found = list(read_many(iter(documents), processes=1, progress=done.append))
    assert found == [read(document) for document in documents]
    assert done == list(range(1, 61))
    assert list(read_many([])) == []


def test_processes_find_the_same_and_end(started: list[Workers]) -> None:
    documents = some(160, 60)
    found = list(read_many(documents, LexicalReader(), processes=2))
    assert found == [read(document, LexicalReader()) for document in documents]
    (group,) = started
    assert len(group._processes) == 2
    assert ended(group)


def test_little_text_starts_no_process(started: list[Workers]) -> None:
    assert len(list(read_many(some(20), processes=4))) == 20
    assert started == []


def test_documents_are_taken_as_they_are_needed(started: list[Workers]) -> None:
    taken = 0

    def endless() -> Iterator[Document]:
        nonlocal taken
        for taken in count(1):
            yield notes(taken)

    found = read_many(endless(), LexicalReader(), processes=2)
    assert len(list(islice(found, 300))) == 300
    assert taken < 700
    found.close()
    assert [ended(group) for group in started] == [True]


def test_a_reader_of_the_callers_own_reads_here(started: list[Workers]) -> None:
    documents = some(160, 60)
    found = list(read_many(documents, Names(), processes=2))
    assert [[one.label for one in evidence] for evidence in found] == [["warmth"]] * 160
    assert all(ended(group) for group in started)


def test_where_no_process_can_be_started_all_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(subprocess, "Popen", forbidden)
    documents = some(160, 60)
    found = list(read_many(documents, LexicalReader(), processes=2))
    assert found == [read(document, LexicalReader()) for document in documents]


def test_an_interpreter_that_cannot_read_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert len(list(read_many(some(160, 60), LexicalReader(), processes=2))) == 160


def test_an_error_of_the_reader_is_raised_as_it_is(started: list[Workers], tmp_path: Path) -> None:
    module = tmp_path / "a_reader_that_fails.py"
    module.write_text(
        "class Fails:\n"
        "    def find(self, units):\n"
        "        if any('beekeeping' in unit.text for unit in units):\n"
        "            raise KeyError('no bees')\n"
        "        return []\n",
        encoding="utf-8",
    )
    sys.path.insert(0, str(tmp_path))
    try:
        from a_reader_that_fails import Fails  # type: ignore[import-not-found, unused-ignore]

        documents = [*some(160, 60), Document.from_text("We talked about beekeeping."), *some(20)]
        found: list[list[Evidence]] = []
        with pytest.raises(KeyError, match="no bees"):
            found.extend(read_many(documents, Fails(), processes=2))
    finally:
        sys.path.remove(str(tmp_path))
    assert [ended(group) for group in started] == [True]


@ON_POSIX
def test_a_process_that_is_ended_from_outside_is_told(started: list[Workers]) -> None:
    found = read_many((notes(number) for number in count()), LexicalReader(), processes=2)
    next(found)
    for process in started[0]._processes:
        process.kill()
    with pytest.raises(RuntimeError, match="has gone"):
        list(islice(found, 2_000))
    assert ended(started[0])


def test_a_script_needs_no_guard_and_nothing_is_printed(tmp_path: Path) -> None:
    script = (
        "from wentwell import Document, read_many\n"
        "from wentwell.reading import LexicalReader\n"
        "text = 'She asked when I could start. ' * 200\n"
        "documents = (Document.from_text(text) for _ in range(60))\n"
        "print(sum(map(len, read_many(documents, LexicalReader(), processes=2))))\n"
    )
    path = tmp_path / "script.py"
    path.write_text(script, encoding="utf-8")
    for arguments in ([str(path)], ["-c", script]):
        ran = subprocess.run(
            [sys.executable, *arguments], capture_output=True, text=True, check=True, cwd=tmp_path
        )
        assert ran.stdout == "12000\n"
        assert ran.stderr == ""


def test_a_module_that_lies_about_is_not_run(tmp_path: Path) -> None:
    (tmp_path / "numpy.py").write_text("open('was_run', 'w')", encoding="utf-8")
    (tmp_path / "pickle.py").write_text("open('was_run', 'w')", encoding="utf-8")
    code = (
        "from wentwell import Document, read_many\n"
        "from wentwell.reading import LexicalReader\n"
        "text = 'She asked when I could start. ' * 200\n"
        "list(read_many((Document.from_text(text) for _ in range(60)), LexicalReader(), processes=2))\n"
    )
    subprocess.run([sys.executable, "-P", "-c", code], check=True, cwd=tmp_path)
    assert not (tmp_path / "was_run").exists()


@ON_POSIX
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_stopped_in_the_middle_nothing_goes_on_running(how: signal.Signals) -> None:
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from itertools import count\n"
        "from wentwell import Document, read_many\n"
        "from wentwell.reading import LexicalReader, _workers\n"
        "start = _workers._start\n"
        "def told():\n"
        "    process = start()\n"
        "    print('started', process.pid, flush=True)\n"
        "    return process\n"
        "_workers._start = told\n"
        "text = 'She asked when I could start. ' * 200\n"
        "for number, _ in enumerate(\n"
        "    read_many((Document.from_text(text) for _ in count()), LexicalReader(), processes=2)\n"
        "):\n"
        "    if number == 10: print('reading', flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        pids: list[int] = []
        while (line := child.stdout.readline()) != "reading\n":
            pids.append(int(line.split()[1]))
        assert len(pids) == 2
        child.send_signal(how)
        error = child.stderr.read()
        assert child.wait(60) != 0
    assert error.count("KeyboardInterrupt") == (how == signal.SIGINT)
    deadline = time.monotonic() + 60
    while any(runs(pid) for pid in pids):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # one that has ended, and that nobody has asked about yet, is no more than a name
    stat = Path(f"/proc/{pid}/stat")
    return not (stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z")


def test_less_than_one_process_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        read_many([], processes=0)
