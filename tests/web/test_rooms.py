"""What holds on every page of every room: for everybody's eyes and hands, and within the policy."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from .browsing import DESKTOP, PHONE
from .pages import Browser
from .rooms import every_page
from .test_browser import Open, chrome, done, new, seen  # noqa: F401 - fixtures

_STILL = """() => [...document.querySelectorAll('*')].filter((one) => {
  const style = getComputedStyle(one);
  const longest = (times) => Math.max(...times.split(',').map((time) => parseFloat(time) || 0));
  return longest(style.transitionDuration) > 0.01 ||
    (style.animationName !== 'none' && longest(style.animationDuration) > 0.01);
}).map((one) => one.tagName + '.' + one.className)"""

_HAS_FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  // a radio button or a box may be shown by what stands beside it
  const near = [one, one.nextElementSibling, one.parentElement].filter(Boolean);
  const shown = near.map((it) => getComputedStyle(it));
  const seen = shown.some((it) => (it.outlineStyle !== 'none' && parseFloat(it.outlineWidth) > 0));
  return [one.outerHTML.slice(0, 120), seen];
}"""


def test_there_are_pages_to_visit() -> None:
    pages = every_page()
    assert {"/", "/debrief", "/debrief/1/words", "/interview/1", "/interview/1/text/0", "/settings"} <= set(
        pages
    )
    assert not any("{" in one for one in pages)


@pytest.mark.e2e
@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_every_page(done: Open, screen: dict[str, Any], scheme: str) -> None:  # noqa: F811
    page = done("/", color_scheme=scheme, reduced_motion="reduce", **screen)
    axe = Axe()
    for path in every_page():
        answer = page.goto(path)
        assert answer is not None
        assert answer.status in (200, 404), path  # a room may have nothing to show of this journal
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found = axe.run(page)
        assert len(found.response["passes"]) > 10
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
        assert page.evaluate(_STILL) == [], path


@pytest.mark.e2e
def test_who_tabs_sees_where_they_are(done: Open) -> None:  # noqa: F811
    page = done("/", **DESKTOP)
    for path in every_page():
        page.goto(path)
        for _ in range(12):
            page.keyboard.press("Tab")
            focused = page.evaluate(_HAS_FOCUS)
            if focused is None:
                break
            assert focused[1], f"{path}: nothing shows that {focused[0]} has the focus"


def test_no_page_has_a_script_or_a_style_in_it_or_names_another_host(debriefed: Browser) -> None:
    for path in every_page():
        page = debriefed.open(path)
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", page), path
        assert not re.search(r"(?:src|action)=\"(?:https?:)?//", page), path


def test_every_page_carries_the_policy_and_each_form_a_token(debriefed: Browser) -> None:
    for path in every_page():
        answer = debriefed.client.get(path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["cache-control"] == "no-store"
        for form in re.findall(r'(?s)<form[^>]*method="post".*?</form>', answer.text):
            assert 'name="token" value="' in form, path


def test_every_page_refuses_a_foreign_name_and_every_form_a_foreign_page(debriefed: Browser) -> None:
    from starlette.routing import Route

    from wentwell.web._app import ROOMS

    for path in every_page():
        assert debriefed.client.get(path, headers={"host": "evil.example"}).status_code == 421
    posts = [
        route.path
        for room in ROOMS
        for route in room.routes
        if isinstance(route, Route) and "POST" in (route.methods or ())
    ]
    assert posts
    for path in posts:
        filled = re.sub(r"\{\w+(?::\w+)?\}", "1", path)
        foreign = debriefed.client.post(filled, headers={"origin": "http://evil.example"})
        assert foreign.status_code == 403, path
        assert debriefed.client.post(filled, data={"token": "0" * 64}).status_code == 403, path
