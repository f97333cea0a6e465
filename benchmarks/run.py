"""Measure wentwell on this machine: ``python benchmarks/run.py``.

Each measure runs in fresh processes, and before each of them a bare ``python -c pass`` runs as reference.
Figures stand beside their bars; nothing here fails because a machine is slow.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from threading import Timer
from typing import Literal

from talk import notes, webvtt

TALK, NOTES, JOURNAL = "talk.vtt", "notes.txt", "journal.sqlite"
HERE = Path(__file__).resolve().parent
_LIMIT_SECONDS = 300.0
_WENTWELL = ("-m", "wentwell")


@dataclass(frozen=True)
class Measure:
    """What to run, on which files, and which bars it should keep within."""

    name: str
    arguments: tuple[str, ...]
    """After the Python executable; file names stand for files in the folder of this run."""
    files: tuple[str, ...] = ()
    seconds_bar: float | None = None
    megabytes_bar: float | None = None
    least: float | None = None
    """The bar of a rate: more is better."""
    shows: Literal["seconds", "printed", "megabytes"] = "seconds"
    """What counts: the time of the process, the one number it prints, or its peak memory."""
    unit: str = "s"


MEASURES = (
    Measure("wentwell --version", (*_WENTWELL, "--version"), seconds_bar=0.2),
    Measure("wentwell", _WENTWELL),
    Measure("import wentwell", ("-c", "import wentwell")),
    Measure(
        "assess talk --json",
        (*_WENTWELL, "assess", TALK, "--json"),
        (TALK,),
        seconds_bar=1.5,
        megabytes_bar=250.0,
    ),
    Measure("assess talk", (*_WENTWELL, "assess", TALK), (TALK,), seconds_bar=1.5, megabytes_bar=250.0),
    Measure("read talk", (*_WENTWELL, "read", TALK), (TALK,)),
    Measure("read notes", (*_WENTWELL, "read", NOTES), (NOTES,)),
    Measure("list of 2,000", (*_WENTWELL, "--journal", JOURNAL, "list"), (JOURNAL,)),
    Measure(
        "reading", (str(HERE / "inside.py"), "reading"), least=1000.0, shows="printed", unit="units a second"
    ),
    Measure(
        "read_many, 1 process",
        (str(HERE / "inside.py"), "many", "1"),
        shows="printed",
        unit="documents a second",
    ),
    Measure("read_many, all", (str(HERE / "inside.py"), "many"), shows="printed", unit="documents a second"),
    Measure("weighing", (str(HERE / "inside.py"), "weighing"), shows="printed", unit="calls a second"),
    Measure(
        "read 1 document",
        (str(HERE / "inside.py"), "1"),
        megabytes_bar=250.0,
        shows="megabytes",
        unit="MB at the peak",
    ),
    Measure(
        "read 200 documents",
        (str(HERE / "inside.py"), "200"),
        megabytes_bar=250.0,
        shows="megabytes",
        unit="MB at the peak",
    ),
)
BARE = Measure("python -c pass", ("-c", "pass"))


@dataclass(frozen=True)
class Run:
    """What one process took."""

    seconds: float
    megabytes: float | None
    failure: str | None
    printed: str


@dataclass
class Result:
    """What the processes of one measure took, each beside its reference."""

    measure: Measure
    runs: list[Run] = field(default_factory=list)
    bare: list[Run] = field(default_factory=list)

    @property
    def failure(self) -> str | None:
        return next((run.failure for run in self.runs if run.failure), None)


def main(arguments: Sequence[str] | None = None) -> int:
    chosen = _options(arguments)
    measures = [one for one in MEASURES if not chosen.only or any(word in one.name for word in chosen.only)]
    runs = 1 if chosen.quick else chosen.runs
    print(
        f"wentwell on Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} processors; fresh processes, runs of each: {runs}"
    )
    print("The talk: one hour, 10,000 words, WebVTT. The notes: 100 KB. The journal: 2,000 interviews.\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        missing = _make_files(folder, measures)
        results = _run(measures, runs, folder, missing)
    print("\n".join(_table(results)))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py", description="Measure wentwell on this machine.")
    parser.add_argument("--quick", action="store_true", help="run each once")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="runs of each (default: 5)")
    parser.add_argument(
        "--only",
        action="append",
        metavar="NAME",
        help="only measures with NAME in their name; may be repeated",
    )
    chosen = parser.parse_args(arguments)
    if chosen.runs < 1:
        parser.error("--runs must be at least 1")
    for word in chosen.only or ():
        if not any(word in measure.name for measure in MEASURES):
            parser.error(f"no measure with {word!r}; there are: {', '.join(one.name for one in MEASURES)}")
    return chosen


def _make_files(folder: Path, measures: Sequence[Measure]) -> dict[str, str]:
    """Make the files that are needed; return why some could not be made."""
    (folder / TALK).write_text(webvtt(), encoding="utf-8")
    (folder / NOTES).write_text(notes(), encoding="utf-8")
    if not any(JOURNAL in measure.files for measure in measures):
        return {}
    # in a process of its own: the peak memory of a child counts from its parent's, so this one stays small
    made = _process([str(HERE / "make_journal.py"), JOURNAL], folder)
    return {JOURNAL: made.failure} if made.failure else {}


def _run(measures: Sequence[Measure], runs: int, folder: Path, missing: dict[str, str]) -> list[Result]:
    """Run all measures in turn, round after round, so that a busy minute does not hit one of them alone."""
    results = [Result(measure) for measure in measures]
    for _ in range(runs):
        for result in results:
            lacking = next((missing[name] for name in result.measure.files if name in missing), None)
            if lacking:
                result.runs.append(Run(0.0, None, lacking, ""))
            if result.failure:
                continue
            result.bare.append(_process(BARE.arguments, folder))
            result.runs.append(_process(result.measure.arguments, folder))
    return results


def _process(arguments: Sequence[str], folder: Path) -> Run:
    """Run Python in a fresh process, in the folder, with a journal and a terminal width of its own."""
    environment = {**os.environ, "WENTWELL_JOURNAL": str(folder / "unused.sqlite"), "COLUMNS": "100"}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as wrong:
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=wrong,
        )
        timer = Timer(_LIMIT_SECONDS, process.kill)
        timer.start()
        megabytes = _wait(process)
        seconds = time.perf_counter() - start
        timer.cancel()
        out.seek(0)
        wrong.seek(0)
        printed, said = (stream.read().decode(errors="replace") for stream in (out, wrong))
    failure = None
    if process.returncode:
        lines = [line for line in said.splitlines() if line.strip()]
        # a traceback tells its reason last, everything else first
        which = -1 if lines and lines[0].startswith("Traceback") else 0
        failure = lines[which].strip() if lines else f"exit status {process.returncode}"
    return Run(seconds, megabytes, failure, printed)


def _wait(process: subprocess.Popen[bytes]) -> float | None:
    """Wait for the end and return the peak memory of this process, where the system tells it."""
    if not hasattr(os, "wait4"):
        process.wait()
        return None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _table(results: Sequence[Result]) -> Iterator[str]:
    whole = [result for result in results if result.measure.shows == "seconds"]
    inside = [result for result in results if result.measure.shows != "seconds"]
    bare = Result(BARE, runs=[run for result in results for run in result.bare])
    width = max(len(name) for name in ("inside one process", *(result.measure.name for result in results)))
    if whole:
        yield f"{'a whole process':{width}}   min s   med s   max s   bar           MB   bar          bare s"
        for result in [*whole, *([bare] if bare.runs else [])]:
            yield f"{result.measure.name:{width}}  {_process_row(result)}".rstrip()
    if inside:
        yield ""
        yield f"{'inside one process':{width}}     min     med     max"
        for result in inside:
            yield f"{result.measure.name:{width}}  {_inside_row(result)}"
    if whole:
        yield ""
        yield "Bars: the median against seconds, the largest against MB. bare s: the median of the references"
        yield "that ran just before. MB below those of the bare row cannot be seen."


def _process_row(result: Result) -> str:
    if result.failure:
        return f"failed: {result.failure}"
    measure = result.measure
    seconds = [run.seconds for run in result.runs]
    megabytes = [run.megabytes for run in result.runs if run.megabytes is not None]
    peak = max(megabytes, default=None)
    bare = f"{median(run.seconds for run in result.bare):.3f}" if result.bare else ""
    return (
        f"{min(seconds):6.3f}  {median(seconds):6.3f}  {max(seconds):6.3f}   "
        f"{_bar(median(seconds), measure.seconds_bar):11}{'-' if peak is None else f'{peak:.0f}':>5}   "
        f"{_bar(peak, measure.megabytes_bar):11}  {bare}"
    )


def _bar(value: float | None, bar: float | None) -> str:
    if bar is None:
        return ""
    if value is None:
        return f"{bar:g} ?"
    return f"{bar:g} {'within' if value < bar else 'over'}"


def _inside_row(result: Result) -> str:
    if result.failure:
        return f"failed: {result.failure}"
    if result.measure.shows == "printed":
        values = [float(run.printed) for run in result.runs]
    else:
        values = [run.megabytes for run in result.runs if run.megabytes is not None]
    if not values:
        return "not told by this system"
    shown = f"{min(values):6.0f}  {median(values):6.0f}  {max(values):6.0f}  {result.measure.unit}"
    least, most = result.measure.least, result.measure.megabytes_bar
    if least is not None:
        return f"{shown} (bar {least:,.0f}: {'reached' if median(values) >= least else 'missed'})"
    return f"{shown} (bar {_bar(max(values), most)})" if most is not None else shown


if __name__ == "__main__":
    sys.exit(main())
