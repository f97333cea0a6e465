"""What comes after an interview, killed at random moments: what was taken stays, and the journal is whole.

As in ``test_killed_anywhere.py``, one program forks a child for each kill. Here a command may ask: a line
that it asks for means that what was typed before is kept. The lexical reader stands in, since the trained one
runs threads that no fork takes along.
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
import json, os, random, signal, sys, traceback
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import icalendar
import wentwell.reading._many as several
import wentwell.reading._read as single
from wentwell.reading._lexical import LexicalReader

several.default_reader = single.default_reader = LexicalReader

from wentwell.cli._main import wentwell
from wentwell.interview import Context, Interview, Opportunity, Outcome
from wentwell.journal import Journal, MailBook, NewOpportunity, PracticeBook, SearchBook
from wentwell.weighing import weigh

path, kills, folder = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[1]).parent
os.environ["WENTWELL_JOURNAL"] = str(path)
chance = random.Random(20310506)
today = date.today()
telling = None  # the pipe to which a child tells that a line is asked for


class Typed(StringIO):
    # what is typed: each line that is asked for tells that the ones before are kept
    def readline(self, *size):
        if telling is not None:
            os.write(telling, b",")
        return super().readline(*size)


def run(*arguments, typed=""):
    sys.stdin = Typed(typed)
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        status = wentwell.main([str(one) for one in arguments], prog_name="wentwell", standalone_mode=False)
    assert status in (None, 0), (arguments, status)


def write(name, text):
    file = folder / name
    file.write_text(text)
    return file


def of(book, name):
    # the round's interviews: by employer, or by what was felt in a debrief
    return [
        record for record in book.records()
        if name in (record.interview.feeling, getattr(record.interview.opportunity, "employer", None))
    ]


def kept(name, kind):
    with Journal.open(path) as book:
        return next(one.id for one in of(book, name) if bool(one.interview.feeling) == (kind == "felt"))


def state(name):
    with Journal.open(path) as book:
        book.check()
        mine = of(book, name)
        saved = [one for one in mine if one.interview.documents and not one.interview.feeling]
        booked = [one for one in mine if one.status == "draft" and not one.interview.feeling]
        felt = [one for one in mine if one.interview.feeling]
        mails = [one for one in MailBook(book).list() if one.message and name in one.message.subject]
        cards = [one for one in PracticeBook(book).list() if one.interview_id in {some.id for some in saved}]
        feed = book.calendar_feed()
        return {
            "saved": len(saved) if all(one.assessments for one in saved) else -1,
            "corrections": len(saved[0].interview.corrections) if saved else 0,
            "booked": len(booked),
            "appointments": sum(len(book.appointments().get(one.id, ())) for one in mine),
            "feed": feed is not None and name in feed.path,
            "debrief": max(
                (
                    1 + (one.progress["at"] if one.status == "draft" else 999 if one.assessments else 9999)
                    for one in felt
                ),
                default=0,
            ),
            "mails": len(mails),
            "own": f"{name}@mailplace.example".lower() in MailBook(book).addresses(),
            "settled": sum(one.state == "attached" for one in mails),
            "cards": len(cards),
            "attempt": max((len(try_.answer.split("\n")) + (9 if try_.rating else 0)
                            for card in cards for try_ in card.attempts), default=0),
            "learned": len(book.learned_versions()) % 2,
        }


def days_of(name):
    start = today + timedelta(days=3)
    return write(f"{name}.ics",
        f"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:{name}@x\nDTSTART:{start:%Y%m%dT090000Z}"
        + "\nDURATION:PT45M\nSUMMARY:Interview with " + name + "\nORGANIZER:mailto:hr@" + name.lower()
        + ".example\nEND:VEVENT\nEND:VCALENDAR\n")


def mail_of(name):
    return write(f"{name}.eml",
        f"From: Ann Lee <ann@{name.lower()}.example>\nTo: <{name}@mailplace.example>\n"
        f"Subject: Your interview as Oven Builder at {name}\n"
        f"Message-ID: <1@{name.lower()}.example>\nDate: {today:%d %b %Y} 10:00:00 +0000\n\n"
        f"Dear Jo,\n\nthank you. {name} will write about the Oven Builder role.\n\nAnn Lee\n")


def notes_of(name):
    words = "She asked why I left the mill. I rambled for ages. She showed me around the ovens.\n"
    return write(f"{name}.txt", words)


def waiting(name):
    with Journal.open(path) as book:
        return next(one.id for one in MailBook(book).list() if one.message and name in one.message.subject)


def job_of(name):
    with Journal.open(path) as book:
        return SearchBook(book).find(Opportunity(employer=name, job="Oven Builder")).id


def debrief(name):
    with Journal.open(path) as book:
        begun = any(one.interview.feeling for one in of(book, name))
    resumed = ("--resume", kept(name, "felt")) if begun else ()
    run("debrief", *resumed, typed=("" if begun else f"{name}\n") + "\n" * 80)


def practise(name):
    with Journal.open(path) as book:
        begun = [try_ for one in PracticeBook(book).list() for try_ in one.attempts if try_.rating is None]
    there = len(begun[-1].answer.splitlines()) if begun else 0
    lines = ["In May I rang them.\n", "It saved 3 days.\n"][there:]
    run("practice", typed="".join(lines) + "\ng\n\n")


# a step: what it runs, and what is another thing after it
STEPS = (
    (lambda n: run("assess", notes_of(n), "--save", "--at", n, "--as", "Oven Builder",
                   "--date", today - timedelta(days=2)),
     {"saved": 1}),
    (lambda n: run("correct", kept(n, "read"), "--add", "intro.tour", "--quote", "showed me around"),
     {"corrections": 1}),
    (lambda n: run("correct", kept(n, "read"), "--undo", 1), {"corrections": 0}),
    (lambda n: run("practice", "--from", kept(n, "read")), {"cards": 1}),
    (practise, {"attempt": 11}),
    (lambda n: run("calendar", "feed", folder / f"{n}.feed.ics", "--force"), {"feed": True}),
    (lambda n: run("calendar", "import", days_of(n), "--yes"), {"booked": 1, "appointments": 1}),
    (lambda n: run("calendar", "undo"), {"booked": 0, "appointments": 0}),
    (debrief, {"debrief": 1000}),
    (lambda n: run("mail", "add", mail_of(n), "--me", f"{n}@mailplace.example"),
     {"mails": 1, "own": True, "settled": 1}),
    (lambda n: run("inbox", waiting(n), "--none"), {"settled": 0}),
    (lambda n: run("inbox", waiting(n), "--job", job_of(n)), {"settled": 1}),
    (lambda n: run("inbox", "--undo"), {"settled": 0}),
    (lambda n: run("learn", "--yes"), {"learned": 1}),
    (lambda n: run("learn", "--undo"), {"learned": 0}),
)


def work(name, report):
    global telling
    telling = report
    try:
        for place in range(start[name], len(STEPS)):
            STEPS[place][0](name)
            os.write(report, b".")
    except BaseException:
        traceback.print_exc()
        os._exit(9)
    os._exit(0)


def grows(key):
    # what is kept line by line
    return key in ("debrief", "attempt")


with Journal.open(path) as book:
    for place in range(9):
        context = Context(stage="first", employer="mid", interview_date=today - timedelta(days=3))
        number = book.add(Interview(context=context, gut=(0.7, 0.2, 0.45, 0.3)[place % 4]))
        book.show_assessment(number, weigh([], context, 0.4))
        book.record_outcome(number, Outcome(kind=("advanced", "rejected", "rejected")[place % 3]))
start, standing, cut, whole, hit = {}, {}, 0, 0, set()
turn, name = 0, "Acme0"
if len(sys.argv) > 3:  # all steps once, in this process: to see that they do what they say
    for step, change in STEPS:
        step("Warm")
        now = state("Warm")
        assert change.items() <= now.items(), (change, now)
while cut < kills:
    if start.setdefault(name, 0) >= len(STEPS):
        turn += 1
        name = f"Acme{turn}"
        start[name] = 0
    before = standing.setdefault(name, state(name))
    reading_end, report = os.pipe()
    moment = chance.uniform(0.001, chance.choice((0.05, 0.3, 1.5)))
    child = os.fork()
    if child == 0:
        os.close(reading_end)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # not to be caught: it ends the process at once
        signal.setitimer(signal.ITIMER_REAL, moment)
        work(name, report)
    os.close(report)
    told = b""
    while part := os.read(reading_end, 99):
        told += part
    os.close(reading_end)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGALRM
        cut += 1
    else:
        assert os.WEXITSTATUS(status) == 0, "a command failed after a kill"
        whole += 1
    done = start[name] + told.count(b".")
    hit.add(done)
    for _, change in STEPS[start[name]:done]:
        before = {**before, **change}
    after = {**before, **(STEPS[done][1] if done < len(STEPS) else {})}
    now = state(name)
    lines = len(told.rpartition(b".")[2])
    for key, value in now.items():
        if grows(key) and before[key] != after[key]:
            # each line but the one that was asked for last is kept, in an earlier try too
            typed = 0 if before[key] else min(lines - 1, 2 if key == "attempt" else 999)
            assert max(before[key], typed) <= value <= after[key], (name, key, before[key], lines, value)
        else:
            assert value in (before[key], after[key]), (name, done, key, before[key], after[key], value)
    for file in folder.glob("*.feed.ics"):
        icalendar.Calendar.from_ical(file.read_bytes())
    # a step that is kept, though it was not reported, is not done again
    over = done < len(STEPS) and now == after and now != before
    start[name], standing[name] = done + over, now
print(json.dumps({"kills": cut, "whole": whole, "rounds": turn, "hit": sorted(hit)}))
"""


@pytest.mark.skipif(not hasattr(os, "fork") or not hasattr(signal, "setitimer"), reason="cannot fork here")
def test_no_kill_loses_what_follows_an_interview(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _DRIVER, str(tmp_path / "journal.sqlite"), "100", "all once"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout.splitlines()[-1])
    assert told["kills"] == 100
    # the kills came all over the commands
    assert told["rounds"] >= 2
    assert len(told["hit"]) >= 10
