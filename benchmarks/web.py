"""Measure the page on this machine: ``python benchmarks/web.py``.

A server of its own, over a journal with 2,000 interviews (see `make_journal`). Figures stand beside their
bars; nothing here fails because a machine is slow.
"""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from make_journal import write_journal

_TIMES = 15
_NUMBER = 1999
"""An interview without an outcome."""


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="wentwell-web-") as name:
        journal = Path(name) / "journal.sqlite"
        write_journal(journal)
        command = [sys.executable, "-m", "wentwell", "--journal", str(journal), "serve", "--port", "0"]
        begun = time.perf_counter()
        server = subprocess.Popen([*command, "--no-browser"], stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            port = int(re.findall(r":(\d+)/", server.stdout.readline())[0])
            client = Client(port)
            client.get("/signs")
            tell("start to a usable page", time.perf_counter() - begun, "1.5 s")
            time.sleep(3)  # the head start in the background is over
            for path in (
                "/",
                "/debrief",
                f"/interview/{_NUMBER}",
                f"/debrief/{_NUMBER}/signs",
                "/practice",
                "/record",
                "/pace",
                "/signs",
                "/settings",
            ):
                client.get(path)
                tell(f"GET {path}", client.time(path), "0.1 s")
            tell("an edit of the context", client.edit(), "0.15 s")
            page = client.get(f"/interview/{_NUMBER}")
            assets = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
            weight = len(page.encode()) + sum(len(client.get(path).encode()) for path in assets)
            print(f"{'the answer with its assets':42s}{weight / 1024:8.0f} KB     bar 150 KB")
            status = Path(f"/proc/{server.pid}/status")
            if status.exists():
                peak = int(re.findall(r"VmHWM:\s+(\d+)", status.read_text())[0]) / 1024
                print(f"{'memory, at most':42s}{peak:8.0f} MB     bar 250 MB")
        finally:
            server.terminate()
            server.wait(10)


def tell(name: str, seconds: float, bar: str) -> None:
    print(f"{name:42s}{seconds * 1000:8.1f} ms     bar {bar}")


class Client:
    """A browser without script that keeps its cookies."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._cookie = ""

    def get(self, path: str) -> str:
        return self._ask("GET", path)

    def time(self, path: str) -> float:
        taken = []
        for _ in range(_TIMES):
            begun = time.perf_counter()
            self.get(path)
            taken.append(time.perf_counter() - begun)
        return median(taken)

    def edit(self) -> float:
        """Return the time from a changed circumstance to the new answer."""
        taken = []
        for turn in range(_TIMES):
            page = self.get(f"/interview/{_NUMBER}")
            form = re.findall(r'(?s)<form[^>]*action="[^"]*/context".*?</form>', page)[0]
            fields = dict(re.findall(r'name="(token|was)" value="([^"]*)"', form))
            fields |= {"stage": "first", "employer": "mid", "format": "video", "finalists": str(2 + turn % 5)}
            fields["interview_date"] = re.findall(r'name="interview_date" type="date" value="([^"]*)"', form)[
                0
            ]
            begun = time.perf_counter()
            self._ask("POST", f"/interview/{_NUMBER}/context", urlencode(fields))
            taken.append(time.perf_counter() - begun)
        return median(taken)

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
