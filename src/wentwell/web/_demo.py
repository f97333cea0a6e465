"""The demo: three made-up interviews to try everything on, in a journal that is thrown away."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from wentwell.web._pages import Visit, post
from wentwell.web._space import DemoSpace


def _demo(visit: Visit) -> DemoSpace:
    space = visit.request.app.state.spaces["/demo"]
    if not isinstance(space, DemoSpace):
        raise TypeError("the demo has no space of its own")
    return space


def start_demo(visit: Visit) -> Response:
    """Fill the demo, and go there."""
    _demo(visit).start()
    return RedirectResponse("/demo/", 303)


def throw_demo_away(visit: Visit) -> Response:
    """Remove the demo and all that was tried in it."""
    _demo(visit).throw_away()
    return RedirectResponse("/", 303)


routes = [post("/demo-start", start_demo), post("/demo-end", throw_demo_away)]
