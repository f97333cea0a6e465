"""Commands killed at random moments: what was said to be kept is kept, and the journal is whole.

One program forks a child for each kill. The child runs commands one after another and reports each that has
returned; an alarm that nothing can catch ends it at a random moment. Then the journal must be whole and stand
where the last reported command left it, or where the one in progress would have.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

_DRIVER = r"""
import json, os, random, signal, sys, time, traceback
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import wentwell.cli._board, wentwell.cli._job, wentwell.cli._journal, wentwell.telling
from wentwell.cli._main import wentwell
from wentwell.interview import Interview, Opportunity
from wentwell.journal import Journal, SearchBook

path, kills, folder = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[1]).parent
os.environ["WENTWELL_JOURNAL"] = str(path)
chance = random.Random(20310504)


def run(*arguments):
    with redirect_stdout(StringIO()):
        status = wentwell.main([str(one) for one in arguments], prog_name="wentwell", standalone_mode=False)
    assert status in (None, 0), status


def state(name):
    # what the journal holds of a job: where it stands, its tags, its last outcome, how many interviews
    with Journal.open(path) as journal:
        job = SearchBook(journal).find(Opportunity(employer=name))
    if job is None:
        return None
    told = job.interviews[-1].outcome if job.interviews else None
    return [job.stage, sorted(job.details.tags), told, len(job.interviews)]


def number(name):
    with Journal.open(path) as journal:
        return SearchBook(journal).find(Opportunity(employer=name)).id


def interview(name):
    with Journal.open(path) as journal:
        return SearchBook(journal).find(Opportunity(employer=name)).interviews[-1].id


def keep(name):
    with Journal.open(path) as journal:
        journal.add(Interview(opportunity=Opportunity(employer=name), feeling="calm " * 2000))


def back_and_forth(name):
    copy = folder / f"{name}.backup"
    run("backup", copy)
    run("restore", copy, "--force")


def take_in(name):
    table = folder / f"{name}.csv"
    table.write_text(f"Company,Role,Status,Tags\n{name},,Final round,c\n")
    run("job", "import", table, "--yes")


def out_and_in(name):
    out = folder / f"{name}.json"
    run("export", out)
    run("import", out)


STEPS = (
    (lambda n: run("job", "add", n, "--tag", "a"), ["applied", ["a"], None, 0]),
    (lambda n: run("job", "move", number(n), "screen"), ["screen", ["a"], None, 0]),
    (lambda n: run("job", "tag", number(n), "b"), ["screen", ["a", "b"], None, 0]),
    (lambda n: run("job", "undo", number(n)), ["screen", ["a"], None, 0]),
    (take_in, ["final", ["a", "c"], None, 0]),
    (lambda n: run("job", "import", "--undo"), ["screen", ["a"], None, 0]),
    (back_and_forth, ["screen", ["a"], None, 0]),
    (keep, ["first", ["a"], None, 1]),
    (lambda n: run("outcome", interview(n), "rejected"), ["closed", ["a"], "rejected", 1]),
    (lambda n: run("outcome", interview(n), "--undo"), ["first", ["a"], None, 1]),
    (out_and_in, ["first", ["a"], None, 1]),
    (lambda n: run("job", "close", number(n), "refused"), ["closed", ["a"], None, 1]),
    (lambda n: run("delete", interview(n), "--yes"), ["closed", ["a"], None, 0]),
    (lambda n: run("job", "delete", number(n), "--yes"), None),
)


def work(name, report):
    try:
        for place in range(start[name], len(STEPS)):
            STEPS[place][0](name)
            os.write(report, b".")
    except BaseException:
        traceback.print_exc()
        os._exit(9)
    os._exit(0)


def clear():
    # what was left unfinished, and what stands aside
    for file in folder.iterdir():
        if file != path and not file.name.startswith(path.name):
            __import__("shutil").rmtree(file) if file.is_dir() else file.unlink()


Journal.open(path).close()
# twice through all: so that the children find everything loaded, and to know how long a step takes here
for name in ("loaded", "timed"):
    begun = time.monotonic()
    for step, after in STEPS:
        step(name)
        assert state(name) == after, (name, after)
    usual = (time.monotonic() - begun) / len(STEPS)
clear()
start, cut, whole, hit = {}, 0, 0, set()
name, turn = "job0", 0
while cut < kills:
    if start.setdefault(name, 0) >= len(STEPS):
        turn += 1
        name = f"job{turn}"
        start[name] = 0
    reading, report = os.pipe()
    moment = chance.uniform(0.001, usual * chance.choice((1, 2, 6)))
    child = os.fork()
    if child == 0:
        os.close(reading)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # not to be caught: it ends the process at once
        signal.setitimer(signal.ITIMER_REAL, moment)
        work(name, report)
    os.close(report)
    told = b""
    while part := os.read(reading, 99):
        told += part
    os.close(reading)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGALRM
        cut += 1
    else:
        assert os.WEXITSTATUS(status) == 0, "a command failed after a kill"
        whole += 1
    with Journal.open(path) as journal:
        journal.check()
    done = start[name] + len(told)
    hit.add(done)
    before = None if done == 0 else STEPS[done - 1][1]
    after = STEPS[done][1] if done < len(STEPS) else before
    found = state(name)
    assert found in (before, after), (name, done, found)
    # a step that is kept, though it was not reported, is not done again
    start[name] = done + (found == after and found != before)
    clear()
print(json.dumps({"kills": cut, "whole": whole, "jobs": turn, "hit": sorted(hit)}))
"""


@pytest.mark.skipif(not hasattr(os, "fork") or not hasattr(signal, "setitimer"), reason="cannot fork here")
def test_no_kill_loses_what_was_kept(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _DRIVER, str(tmp_path / "journal.sqlite"), "200"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout.splitlines()[-1])
    assert told["kills"] == 200
    # the kills came all over the commands
    assert told["jobs"] >= 3
    assert len(told["hit"]) >= 8
