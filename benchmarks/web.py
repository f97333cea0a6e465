"""Measure the page on this machine: ``python benchmarks/web.py``.

Servers of its own, over a journal with 500 jobs and 2,000 interviews up to today (see `make_journal`). Every
page of every room is asked for, of one interview where it is about one. Figures stand beside their bars;
nothing here fails because a machine is slow. ``CPU`` is what the server itself needed.
"""

from __future__ import annotations

import http.client
import importlib.metadata
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from make_journal import write_journal
from talk import webvtt
from wentwell.interview import Context, Interview, Outcome, PracticeCard
from wentwell.journal import Journal, PracticeBook
from wentwell.practising import first_due
from wentwell.sources import parse

_TIMES = 20
_NUMBER = 1999
"""An interview without an outcome."""
_JOB = 400
_WORDS = 11_750
"""Of a talk of an hour: 292 turns."""
_SERVER = ("fastapi", "starlette", "uvicorn", "h11", "click", "python-multipart", "jinja2", "markupsafe")
"""What serves the page, beside what the library needs anyway."""
_OF_ONE = {"number": str(_NUMBER), "job": str(_JOB), "place": "0", "kind": "thanks", "step": "signs"}
"""What stands for a parameter in a path."""
_NO_PAGES = re.compile(r"/settings/\{|/import/\{|file\.|\.\{|/static|/demo|events?$")
"""Files and streams, which are not pages."""


def main() -> None:
    first_start()
    with tempfile.TemporaryDirectory(prefix="wentwell-web-") as name:
        journal = Path(name) / "journal.sqlite"
        write_journal(journal, first_day=date.today() - timedelta(days=1999), jobs=500)  # noqa: DTZ011
        practise(journal)
        talk = keep_talk(journal)
        with serving(journal) as (server, client, _):
            time.sleep(4)  # the head start in the background is over
            heaviest = 0, ""
            for path in (*pages(), f"/interview/{talk}/text/0"):
                if not client.shows(path):
                    continue  # such as a card where there is none
                page = client.get(path)
                if "now=1" in page:
                    # it says that it is at work; what it gives way to is what counts
                    begun, work = time.perf_counter(), cpu_of(server.pid)
                    page = client.get(f"{path}?now=1")
                    taken, work = time.perf_counter() - begun, cpu_of(server.pid) - work
                    tell(f"GET {path}, the first time after a change", taken, work, "none")
                heaviest = max(heaviest, (client.weight(page), path))
                tell(f"GET {path}", *client.time(server.pid, lambda path=path: client.get(path)), "0.1 s")
            tell("the same, each after a change: GET /", *client.after_changes(server.pid, "/"), "0.1 s")
            tell("an edit of the context", *client.edit(server.pid), "0.15 s")
            print(f"{f'the heaviest with its assets, {heaviest[1]}':58s}{heaviest[0] / 1024:8.0f} KB", end="")
            print(f"{'bar 150 KB':>26s}")
            status = Path(f"/proc/{server.pid}/status")
            if status.exists():
                peak = int(re.findall(r"VmHWM:\s+(\d+)", status.read_text())[0]) / 1024
                print(f"{'memory, at most':58s}{peak:8.0f} MB{'bar 250 MB':>26s}")
    print(f"{'server, templates and assets':58s}{installed():8.1f} MB{'bar 15 MB':>26s}")


def practise(path: Path) -> None:
    """Keep a practice card with an answer begun, so that its pages are there: number 1."""
    question = "the ovens"
    card = PracticeCard(question=question, kind="other", document="notes", start=0, end=len(question))
    with Journal.open(path) as journal:
        cards = PracticeBook(journal)
        cards.add(_NUMBER, [card], first_due(datetime.now(UTC)))
        cards.write(1, "Last May I rang six bakers.")


def keep_talk(path: Path) -> int:
    """Keep an interview with a talk of an hour, and return its number."""
    (talk,) = parse(webvtt(_WORDS).encode(), "talk.vtt")
    print(f"kept: a talk of {len(talk.turns)} turns, {len(talk.text) / 1024:.0f} KB of words")
    with Journal.open(path) as journal:
        number = journal.add(Interview(context=Context(stage="first"), documents=(talk,)))
        # it is over: no other page has to read it
        journal.record_outcome(number, Outcome(kind="rejected"))
        return number


def first_start() -> None:
    """Measure from the command to the first page, where nothing is kept yet."""
    taken = []
    for _ in range(5):
        with tempfile.TemporaryDirectory(prefix="wentwell-web-") as name:
            begun = time.perf_counter()
            with serving(Path(name) / "journal.sqlite") as (_, client, _):
                page = client.get("/")
                for asset in client.assets(page):
                    client.get(asset)
                taken.append(time.perf_counter() - begun)
    tell("from the first start to a usable page", median(taken), None, "1.5 s")


@contextmanager
def serving(journal: Path) -> Iterator[tuple[subprocess.Popen[str], Client, int]]:
    command = [sys.executable, "-m", "wentwell", "--journal", str(journal), "serve", "--port", "0"]
    server = subprocess.Popen([*command, "--no-browser"], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        port = int(re.findall(r":(\d+)/", server.stdout.readline())[0])
        yield server, Client(port), port
    finally:
        server.terminate()
        server.wait(10)


def pages() -> list[str]:
    """Return the path of every page of every room, with one interview or job put in."""
    from wentwell.web._app import ROOMS

    paths = []
    for room in ROOMS:
        for route in room.routes:
            if "GET" in (route.methods or ()) and not _NO_PAGES.search(route.path):
                path = route.path.replace("/practice/{number}", "/practice/1")
                paths.append(re.sub(r"\{(\w+)(?::\w+)?\}", _put, path))
    return list(dict.fromkeys(paths))


def _put(found: re.Match[str]) -> str:
    return "salary.asked" if found[1] == "label" else _OF_ONE.get(found[1], "1")


def installed() -> float:
    """Return the megabytes of what only the page needs."""
    import wentwell.web

    own = Path(wentwell.web.__file__).parent
    size = sum(file.stat().st_size for file in own.rglob("*") if file.is_file() and file.suffix != ".pyc")
    for name in _SERVER:
        for file in importlib.metadata.files(name) or ():
            place = Path(str(file.locate()))
            if place.is_file() and place.suffix != ".pyc":
                size += place.stat().st_size
    return size / 1024 / 1024


def tell(name: str, seconds: float, cpu: float | None, bar: str) -> None:
    own = "" if cpu is None else f"CPU {cpu * 1000:6.1f} ms"
    print(f"{name:58s}{seconds * 1000:8.1f} ms{own:>15s}{'bar ' + bar:>11s}", flush=True)


def cpu_of(process: int) -> float:
    """Return the seconds of work of a process so far; 0 where that cannot be seen."""
    try:
        words = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


class Client:
    """A browser without script that keeps its cookies."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._cookie = ""

    def get(self, path: str) -> str:
        return self._ask("GET", path)

    def shows(self, path: str) -> bool:
        self._connection.request("GET", path, headers={"cookie": self._cookie})
        answer = self._connection.getresponse()
        answer.read()
        return answer.status == 200

    def assets(self, page: str) -> list[str]:
        return re.findall(r'(?:src|href)="(/static/[^"]+)"', page)

    def weight(self, page: str) -> int:
        """Return the bytes that a browser takes over: the page as it is, its files as they are packed."""
        return len(page.encode()) + sum(map(self._packed, self.assets(page)))

    def _packed(self, path: str) -> int:
        self._connection.request("GET", path, headers={"accept-encoding": "gzip"})
        return len(self._connection.getresponse().read())

    def time(self, process: int, ask: object) -> tuple[float, float]:
        """Return the median time of asking, and the server's own work for one."""
        assert callable(ask)
        taken, before = [], cpu_of(process)
        for _ in range(_TIMES):
            begun = time.perf_counter()
            ask()
            taken.append(time.perf_counter() - begun)
        return median(taken), (cpu_of(process) - before) / _TIMES

    def after_changes(self, process: int, path: str) -> tuple[float, float]:
        taken, work = [], 0.0
        for turn in range(_TIMES):
            self._change(turn)
            begun, before = time.perf_counter(), cpu_of(process)
            self.get(path)
            taken.append(time.perf_counter() - begun)
            work += cpu_of(process) - before
        return median(taken), work / _TIMES

    def edit(self, process: int) -> tuple[float, float]:
        """Return the time from a changed circumstance to the new answer."""
        taken, work = [], 0.0
        for turn in range(_TIMES):
            seconds, own = self._change(turn, process)
            taken.append(seconds)
            work += own
        return median(taken), work / _TIMES

    def _change(self, turn: int, process: int = 0) -> tuple[float, float]:
        page = self.get(f"/interview/{_NUMBER}")
        form = re.findall(r'(?s)<form[^>]*action="[^"]*/context".*?</form>', page)[0]
        fields = dict(re.findall(r'name="(token|was)" value="([^"]*)"', form))
        fields |= {"stage": "first", "employer": "mid", "format": "video", "finalists": str(2 + turn % 5)}
        fields["interview_date"] = re.findall(r'name="interview_date" type="date" value="([^"]*)"', form)[0]
        begun, before = time.perf_counter(), cpu_of(process)
        self._ask(
            "POST", f"/interview/{_NUMBER}/context", urlencode({k: unescape(v) for k, v in fields.items()})
        )
        return time.perf_counter() - begun, cpu_of(process) - before

    def _ask(self, method: str, path: str, body: str | None = None) -> str:
        headers = {"cookie": self._cookie, "hx-request": "true" if body else "false"}
        if body:
            headers["content-type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        if cookie := answer.getheader("set-cookie"):
            self._cookie = cookie.partition(";")[0]
        words = answer.read().decode()
        assert answer.status == 200, (path, answer.status, words[:300])
        return words


if __name__ == "__main__":
    main()
