"""The room of a talk in a real browser: on a desktop and a phone, with script and without."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from .browsing import DESKTOP, NARROW, PHONE
from .test_browser import Open, chrome, done, new, seen  # noqa: F401 - fixtures
from .test_transcript import ROOM, TALK

pytestmark = pytest.mark.e2e


def _with_talk(page: Page, folder: Path) -> None:
    """Add the talk to the debrief as a user does, and follow a quote into it."""
    file = folder / "call.txt"
    file.write_text(TALK, encoding="utf-8")
    page.goto("/debrief/1/words")
    page.locator("#files").set_input_files(file)
    page.get_by_role("button", name="Save and see the answer").click()
    page.wait_for_url("**/interview/1")


def _fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url


@pytest.mark.parametrize(
    ("screen", "script"), [(DESKTOP, False), (PHONE, True)], ids=["desktop without script", "phone"]
)
def test_a_talk_is_put_right(
    done: Open,  # noqa: F811
    tmp_path: Path,
    screen: dict[str, Any],
    script: bool,
) -> None:
    page = done("/", **(screen | {"java_script_enabled": script}))
    _with_talk(page, tmp_path)
    page.get_by_role("link", name="Say who is who in call.txt").click()
    expect(page.get_by_text("Only a guess.")).to_be_visible()
    page.get_by_role("button", name="That is right").click()
    expect(page.get_by_text("Only a guess.")).to_have_count(0)

    # two voices that are one person
    page.get_by_text("Names, and who is who").click()
    page.get_by_role("group", name="Speaker 1").get_by_label("Name").fill("Mara")
    page.get_by_role("group", name="Speaker 3").get_by_label("The same person as").select_option("Speaker 1")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator(".undo")).to_contain_text("Speaker 3 and Speaker 1 are one.")
    expect(page.locator("#turn-3 .who")).to_contain_text("Mara")
    expect(page.locator(".lane")).to_have_count(5)

    # a turn that was somebody else's
    page.get_by_label("Turn 5 is somebody else's").check()
    page.get_by_role("link", name="Say whose the ticked turns are").click()
    give = page.locator("#give")
    give.get_by_label("Who is it?").select_option("Somebody not in the list")
    give.get_by_label("Their name").fill("Otto")
    give.get_by_role("button", name="Give them the turns").click()
    expect(page.locator("#turn-5 .who")).to_contain_text("Otto")
    page.locator(".undo").get_by_role("button", name="Undo").click()
    expect(page.locator("#turn-5 .who")).to_contain_text("Mara")

    # a line that was heard wrongly
    page.get_by_role("link", name="Correct turn 3").click()
    page.get_by_label("What was said").fill("That is what we need. When could you start here?")
    page.get_by_role("button", name="Keep these words").click()
    expect(page.locator("#turn-3 mark", has_text="When could you start here?")).to_be_visible()
    expect(page.locator(".undo")).to_be_in_viewport()

    # a sign struck, and one added
    page.get_by_role("link", name="Correct turn 3").click()
    strike = page.locator("#turn-3").get_by_role("button", name="Strike it")
    strike.filter(has_text="They asked when you could start").click()
    expect(page.locator("#turn-3 mark", has_text="When could you start here?")).to_have_count(0)
    if script:
        page.evaluate(
            """() => {
              const words = [...document.querySelectorAll('#turn-5 > p')].pop();
              const range = document.createRange();
              range.selectNodeContents(words);
              const selection = document.getSelection();
              selection.removeAllRanges();
              selection.addRange(range);
            }"""
        )
        expect(page.locator("#quote")).to_have_value(TALK.splitlines()[-1].partition(": ")[2])
    page.locator("#quote").fill("We pay nights well.")
    page.locator("#label").select_option("warmth")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("#turn-5 mark").filter(has_text="We pay nights well.")).to_be_visible()
    _fits(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_the_room(done: Open, tmp_path: Path, scheme: str) -> None:  # noqa: F811
    page = done("/", color_scheme=scheme, reduced_motion="reduce", **NARROW)
    _with_talk(page, tmp_path)
    for path in (ROOM, f"{ROOM}?turn=3"):
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found = Axe().run(page)
        assert len(found.response["passes"]) > 10
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
        _fits(page)
        page.get_by_label("Turn 2 is somebody else's").check()
        assert page.get_by_role("link", name="Say whose the ticked turns are").is_visible()
