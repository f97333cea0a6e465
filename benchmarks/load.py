"""100 sessions at once on the page for a minute: ``python benchmarks/load.py [SECONDS [SESSIONS]]``.

Each session debriefs, looks and changes as a browser does, on one new journal. At the end the journal
must hold every write that was acknowledged, and not one more.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

import httpx2 as httpx


@dataclass
class Done:
    """What all sessions did."""

    asked: int = 0
    errors: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    kept: dict[int, dict[str, str]] = field(default_factory=dict)
    """What was acknowledged of each interview."""


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    sessions = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    with tempfile.TemporaryDirectory(prefix="wentwell-load-") as name:
        place = Path(name) / "journal.sqlite"
        done = load(place, seconds, sessions)
        lost = missing(place, done)
    print(f"{sessions} sessions, {seconds:.0f} s: {done.asked} requests, {len(done.errors)} errors")
    cut = quantiles(done.seconds, n=100)
    print(f"answered in {median(done.seconds) * 1000:.0f} ms (median), {cut[94] * 1000:.0f} ms (95 of 100)")
    print(f"{len(done.kept)} interviews acknowledged, {len(lost)} lost or changed")
    for line in [*done.errors[:10], *lost[:10]]:
        print(" ", line)
    sys.exit(bool(done.errors or lost))


def load(place: Path, seconds: float, sessions: int) -> Done:
    """Let the sessions work on a server of their own."""
    command = [sys.executable, "-m", "wentwell", "--journal", str(place), "serve", "--port", "0"]
    server = subprocess.Popen([*command, "--no-browser"], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        found = re.search(r"http://\S+?:\d+", server.stdout.readline())
        assert found
        return asyncio.run(_all(found[0], seconds, sessions))
    finally:
        server.terminate()
        server.communicate(timeout=20)


def missing(place: Path, done: Done) -> list[str]:
    """Return what was acknowledged and is not there, or is there and was not."""
    from wentwell.journal import Journal

    wrong = []
    with Journal.open(place) as journal:
        numbers = {row.id for row in journal.list()}
        wrong += [f"{number} was not acknowledged" for number in numbers - set(done.kept)]
        for number, told in done.kept.items():
            if number not in numbers:
                wrong.append(f"{number} is lost")
                continue
            interview = journal.get(number).interview
            where = interview.opportunity
            there = {
                "feeling": interview.feeling or "",
                "job": where.job if where else "",
                "finalists": str(interview.context.finalists or ""),
            }
            wrong += [f"{number}: {name}" for name, value in told.items() if there[name] != value]
        journal.check()
    return wrong


async def _all(address: str, seconds: float, sessions: int) -> Done:
    done, limits = Done(), httpx.Limits(max_connections=1)
    clients = [
        httpx.AsyncClient(base_url=address, timeout=60, limits=limits, verify=False) for _ in range(sessions)
    ]
    until = time.monotonic() + seconds
    try:
        await asyncio.gather(*(_session(client, n, until, done) for n, client in enumerate(clients)))
    finally:
        for client in clients:
            await client.aclose()
    return done


async def _session(client: httpx.AsyncClient, number: int, until: float, done: Done) -> None:
    turn = 0
    while turn == 0 or time.monotonic() < until:
        turn += 1
        try:
            await _debrief(client, f"session {number} turn {turn}", until, done)
        except (httpx.HTTPError, AssertionError) as wrong:
            done.errors.append(f"session {number}: {type(wrong).__name__} {wrong}"[:300])


async def _debrief(client: httpx.AsyncClient, words: str, until: float, done: Done) -> None:
    page = await _ask(client, done, "GET", "/debrief")
    answer = await _ask(client, done, "POST", "/debrief/new/feeling", _form(page) | {"feeling": words})
    interview = int(answer.headers["location"].split("/")[2])
    done.kept[interview] = {"feeling": words}
    if time.monotonic() >= until:
        return
    page = await _ask(client, done, "GET", f"/debrief/{interview}/job")
    await _ask(
        client, done, "POST", f"/debrief/{interview}/job", _form(page) | {"job": words, "finalists": "3"}
    )
    done.kept[interview] |= {"job": words, "finalists": "3"}
    if time.monotonic() >= until:
        return
    page = await _ask(client, done, "GET", f"/debrief/{interview}/words")
    notes = {"notes": "They asked when I could start.", "to": "answer"}
    await _ask(client, done, "POST", f"/debrief/{interview}/words", _form(page) | notes)
    await _ask(client, done, "GET", "/")
    for finalists in ("2", "5"):
        if time.monotonic() >= until:
            return
        page = await _ask(client, done, "GET", f"/interview/{interview}")
        fields = _form(page, "/context") | {"finalists": finalists}
        await _ask(client, done, "POST", f"/interview/{interview}/context", fields, part=True)
        done.kept[interview]["finalists"] = finalists


async def _ask(
    client: httpx.AsyncClient,
    done: Done,
    method: str,
    path: str,
    data: dict[str, str] | None = None,
    *,
    part: bool = False,
) -> httpx.Response:
    begun = time.perf_counter()
    headers = {"hx-request": "true"} if part else {}
    answer = await client.request(method, path, data=data, headers=headers)
    done.seconds.append(time.perf_counter() - begun)
    done.asked += 1
    assert answer.status_code == (200 if method == "GET" or part else 303), (
        f"{method} {path}: {answer.status_code}"
    )
    return answer


def _form(page: httpx.Response, action: str = "") -> dict[str, str]:
    form = re.findall(rf'(?s)<form[^>]*action="[^"]*{action}".*?</form>', page.text)[0 if action else -1]
    forms = re.findall(r'(?s)<form[^>]*id="debrief".*?</form>', page.text) if not action else [form]
    return dict(re.findall(r'name="(token|was|interview_date)"(?: type="date")? value="([^"]*)"', forms[0]))


if __name__ == "__main__":
    main()
