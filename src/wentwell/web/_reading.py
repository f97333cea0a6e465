"""Much to read: it goes on in the background, says how far it is, and can be stopped.

What is read is remembered, so that the page which needs it afterwards has it at once.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Literal

from starlette.exceptions import HTTPException
from starlette.responses import Response, StreamingResponse

from wentwell.interview import Document, Evidence, Interview
from wentwell.web._language import gettext
from wentwell.web._pages import Visit, get, post

MUCH = 150_000
"""Characters not read yet from which it is worth to say how far the reading is: a long talk has 60,000."""
_LOOK = 0.25
"""Seconds between two looks at how far it is."""
_LONGEST = 3600.0
"""Seconds for which a browser is told; then it asks again."""

State = Literal["reading", "done", "stopped", "failed"]


class _StoppedError(Exception):
    """The user wants no more of it."""


@dataclass(eq=False)
class Task:
    """Documents of one interview that are being read."""

    documents: int
    onward: str
    """The page to go to when they are read."""
    back: str
    """The page to go to if it was stopped."""
    read: int = 0
    state: State = "reading"
    stop: Event = field(default_factory=Event)


def is_much(visit: Visit, interview: Interview) -> bool:
    """Whether there is so much to read that a browser should not just wait for it."""
    unread = visit.space.read.unread(interview.documents)
    return sum(len(one.text) for one in unread) >= MUCH


def begin(
    visit: Visit,
    number: int,
    interview: Interview,
    *,
    onward: str,
    back: str,
    then: Callable[[], object] | None = None,
) -> Response:
    """Read the documents of an interview in the background, and send the browser to where that is told.

    Parameters
    ----------
    visit : Visit
    number : int
        The interview's.
    interview : Interview
        With the documents.
    onward, back : str
        Where to go when all is read, and where if it was stopped.
    then : callable, optional
        What to do with what was read; nothing of it happens if it was stopped.
    """
    tasks = visit.space.tasks
    known = tasks.get(number)
    if known is not None:
        known.stop.set()  # the newer words count
    task = tasks[number] = Task(len(interview.documents), onward, back)
    Thread(target=_work, args=(visit, task, interview, then), daemon=True).start()
    return visit.go(f"/reading/{number}")


def _work(visit: Visit, task: Task, interview: Interview, then: Callable[[], object] | None) -> None:
    from wentwell._assess import read_interview
    from wentwell.debriefing import known_answers

    def step() -> None:
        if task.stop.is_set():
            raise _StoppedError
        task.read = min(task.read + 1, task.documents)

    def read(documents: Sequence[Document]) -> list[list[Evidence]]:
        task.documents = len(documents)
        return visit.space.read(documents, step=step)

    try:
        read_interview(known_answers(interview)[0], read=read)
        if task.stop.is_set():
            raise _StoppedError
        if then is not None:
            then()
    except _StoppedError:
        task.state = "stopped"
    except Exception:
        task.state = "failed"  # told on the page; the words of an error could be the user's
    else:
        task.state = "done"


def _task(visit: Visit) -> Task | None:
    found: Task | None = visit.space.tasks.get(visit.number)
    return found


def show_reading(visit: Visit) -> Response:
    """Show how far it is, or go on if it is over."""
    task = _task(visit)
    if task is None:
        return visit.go(f"/debrief/{visit.number}/words")
    if task.state == "reading":
        return visit.page("reading.html", number=visit.number, task=task)
    visit.space.tasks.pop(visit.number, None)
    if task.state == "done":
        return visit.go(task.onward)
    if task.state == "stopped":
        return visit.go(task.back, said=gettext("Stopped. What you gave is read when you go on."))
    return visit.go(task.back, said=gettext("Something did not work while reading. Try it with fewer files."))


def stop(visit: Visit) -> Response:
    """Read no further."""
    task = _task(visit)
    if task is None or task.state != "reading":
        return visit.go(f"/reading/{visit.number}")
    task.stop.set()
    visit.space.tasks.pop(visit.number, None)
    return visit.go(task.back, said=gettext("Stopped. What you gave is read when you go on."))


def tell(visit: Visit) -> Response:
    """Tell a browser how far it is, as server-sent events."""
    task = _task(visit)
    if task is None:
        raise HTTPException(404)

    async def events() -> AsyncIterator[str]:
        told = None
        # a browser that is gone ends it
        with suppress(asyncio.CancelledError):
            for _ in range(int(_LONGEST / _LOOK)):
                now = {"read": task.read, "of": task.documents, "state": task.state}
                if now != told:
                    told = now
                    yield f"data: {json.dumps(now)}\n\n"
                if task.state != "reading":
                    return
                await asyncio.sleep(_LOOK)

    return StreamingResponse(events(), media_type="text/event-stream")


routes = [
    get("/reading/{number}", show_reading),
    get("/reading/{number}/events", tell),
    post("/reading/{number}/stop", stop),
]
