"""The page in a real browser: the journey of a user, on a desktop and a phone, with script and without."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect, sync_playwright

from wentwell.filing import take_in
from wentwell.interview import Context, Document, Interview, Opportunity
from wentwell.journal import Journal
from wentwell.reviewing import finish
from wentwell.sources import message_from_text

from ..filing.mails import INVITED, REFUSAL, REPLY, THANKS, UNSURE
from ..filing.mails import fill as fill_search
from .browsing import DESKTOP, NARROW, PHONE, chromium, served
from .pages import NOTES
from .test_record import fill

pytestmark = pytest.mark.e2e

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    path = chromium()
    # nothing but this machine has an address
    rules = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", rules])
        yield browser
        browser.close()


@pytest.fixture
def seen() -> dict[str, list[str]]:
    """What went on: requests made, and what the browser complained of."""
    return {"requests": [], "complaints": []}


@pytest.fixture
def new(chrome: Browser, place: Path, seen: dict[str, list[str]]) -> Iterator[Open]:
    """Return a function that opens a page of a new browser profile on the server."""
    with ExitStack() as stack:
        address = stack.enter_context(served(place))

        def complain(said: ConsoleMessage) -> None:
            if said.type == "error":
                seen["complaints"].append(said.text)

        def go(path: str = "/", **options: Any) -> Page:
            context = chrome.new_context(base_url=address, **(options or DESKTOP))
            stack.callback(context.close)
            context.set_default_timeout(20_000)
            page = context.new_page()
            context.on("request", lambda request: seen["requests"].append(request.url))
            page.on("pageerror", lambda error: seen["complaints"].append(str(error)))
            page.on(
                "console", lambda said: seen["complaints"].append(said.text) if said.type == "error" else None
            )
            page.goto(path)
            return page

        yield go
        assert seen["requests"]
        assert all(url.startswith((f"{address}/", "data:")) for url in seen["requests"]), seen["requests"]
        # a form that does not fit, or a page that is not there, is told by its status
        complaints = [one for one in seen["complaints"] if not re.search(r"status of (?:404|409|422)", one)]
        assert complaints == []


@pytest.fixture
def done(made_journal: bytes, place: Path, new: Open) -> Open:
    """The same, with a finished debrief in the journal."""
    place.write_bytes(made_journal)
    return new


def _debrief(page: Page) -> None:
    page.get_by_role("link", name="Begin a debrief").click()
    page.get_by_label("How do you feel about it").fill("calm")
    page.get_by_label("Your gut").fill("40")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Which employer was it?").fill("Crumb & Sons")
    page.get_by_label("Which job?").fill("Head baker")
    page.get_by_label("Second round").check()
    page.get_by_label("Mid-sized company").check()
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("On site").check()
    page.get_by_label("Somebody who decides").check()
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Your notes").fill(NOTES)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("found in your words already")).to_be_visible()
    page.get_by_role("group", name="The interviewer was warm").get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Show me how it looks").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("looks")
    expect(page.get_by_text("Your own guess, before you saw this, was 40 of 100.")).to_be_visible()


def _thank(page: Page) -> None:
    """Draft a note of thanks, and look at the record before an outcome is told."""
    page.get_by_role("link", name="A note of thanks").click()
    draft = page.get_by_label("Message").first
    expect(draft).to_have_value(re.compile("Thank you"))
    draft.fill("Thank you for the morning among the ovens.")
    expect(page.get_by_role("button", name="Copy the message").first).to_be_visible()
    _fits(page)
    page.goto("/record")
    expect(page.get_by_text("and there are none yet").first).to_be_visible()
    page.goto("/interview/1")


def _fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_from_the_first_start_to_an_outcome(new: Open, screen: dict[str, Any], place: Path) -> None:
    page = new("/", **screen)
    assert not place.exists()  # looking makes no data folder
    _fits(page)
    _debrief(page)
    _fits(page)
    middle = page.locator("#top .spread")
    before = middle.inner_text()
    page.get_by_text("Change the circumstances").click()
    page.get_by_label("The start, if you know better").fill("85")
    page.get_by_label("The start, if you know better").blur()
    expect(page.get_by_text("Before: an offer")).to_be_visible()
    assert middle.inner_text() != before
    _fits(page)
    page.get_by_role("button", name="Undo").click()
    expect(middle).to_have_text(before)

    quote = page.locator("blockquote", has_text="They asked when I could start").first
    quote.get_by_role("link", name="Read it in its place").click()
    expect(page.locator("mark:target")).to_contain_text("They asked when I could start")
    _fits(page)
    page.get_by_role("link", name="Back to the answer").click()
    page.locator("blockquote", has_text="They asked when I could start").first.get_by_role(
        "button", name="Strike it"
    ).click()
    expect(page.get_by_text("Struck: They asked when you could start.")).to_be_visible()
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("Taken back: They asked when you could start.")).to_be_visible()
    page.locator("blockquote", has_text="They asked when I could start").first.get_by_role(
        "button", name="Strike it"
    ).click()
    expect(page.get_by_text("Struck: They asked when you could start.")).to_be_visible()

    _thank(page)
    page.get_by_role("button", name="Hide the numbers").click()
    expect(page.locator(".dots")).to_have_count(0)
    page.get_by_role("button", name="Show the numbers").click()
    page.get_by_label("I go on").check()
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("Recorded: you go on.")).to_be_visible()
    page.get_by_role("link", name="Your record").click()
    expect(page.get_by_text("and there are 1 so far").first).to_be_visible()
    _fits(page)
    page.go_back()
    page.get_by_role("button", name="Take back how it turned out").click()
    expect(page.get_by_text("Taken back, as if it had never been told.")).to_be_visible()
    page.get_by_label("I go on").check()
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("Recorded: you go on.")).to_be_visible()
    page.get_by_role("link", name="wentwell").click()
    expect(page.get_by_text("you went on")).to_be_visible()
    _fits(page)


def test_without_script_it_all_works(new: Open) -> None:
    page = new("/", java_script_enabled=False, **PHONE)
    _debrief(page)
    page.get_by_text("Change the circumstances").click()
    page.get_by_label("Kind of employer").select_option("Startup")
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_text("Before: an offer")).to_be_visible()
    page.locator("blockquote").first.get_by_role("button", name="Strike it").click()
    expect(page.get_by_text("Struck:").first).to_be_visible()
    page.get_by_label("A no", exact=True).check()
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("Recorded: a no.")).to_be_visible()


def test_with_the_keyboard_alone(new: Open) -> None:
    page = new("/debrief")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("How do you feel about it")).to_be_focused()
    page.keyboard.type("fine")
    page.keyboard.press("Tab")
    page.keyboard.type("55")
    page.keyboard.press("Enter")
    page.wait_for_url("**/debrief/1/job")
    page.get_by_label("Screening call").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("First round")).to_be_checked()
    outline = page.evaluate(
        "getComputedStyle(document.querySelector('[name=stage]:checked + span')).outlineStyle"
    )
    assert outline == "solid"


def test_what_is_typed_survives_a_closed_tab(new: Open) -> None:
    page = new("/debrief")
    page.get_by_label("How do you feel about it").fill("hopeful, and a little tired")
    page.wait_for_url("**/debrief/1/feeling")
    expect(page.get_by_text("Kept as you go.")).to_be_visible()
    page.get_by_role("button", name="Go on").click()
    page.goto("/debrief/1/words")
    with page.expect_response("**/debrief/1/words"):
        page.get_by_label("Your notes").fill("She asked what I earn now")
    page.close()
    again = new("/")
    again.get_by_role("link", name="Interview 1").first.click()
    expect(again.get_by_label("How do you feel about it")).to_have_value("hopeful, and a little tired")
    again.goto("/debrief/1/words")
    expect(again.get_by_label("Your notes")).to_have_value("She asked what I earn now")


def test_two_tabs_see_each_other(done: Open) -> None:
    one = done("/debrief/1/job")
    other = one.context.new_page()
    other.goto("/debrief/1/job")
    one.get_by_label("Which job?").fill("Baker at night")
    with one.expect_response("**/debrief/1/job"):
        one.get_by_label("Which job?").blur()
    other.get_by_label("Which job?").fill("Baker by day")
    other.get_by_role("button", name="Save and see the answer").click()
    expect(other.get_by_text("Somebody changed this step since you opened it")).to_be_visible()
    expect(other.get_by_label("Which job?")).to_have_value("Baker by day")
    expect(other.get_by_text("Baker at night")).to_be_visible()


def _add(page: Page, employer: str, stage: str = "Applied") -> None:
    page.goto("/board/new")
    page.get_by_label("Employer", exact=True).fill(employer)
    page.get_by_label("Where it stands").select_option(stage)
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("It stands on the board from now on.")).to_be_visible()


def _column(page: Page, stage: str) -> Locator:
    return page.locator(f".column[data-stage={stage}]")


def test_jobs_are_dragged_with_the_mouse(new: Open) -> None:
    page = new("/board")
    expect(page.get_by_text("Add what you applied for")).to_be_visible()
    _add(page, "Heron Ferries")
    _add(page, "Tarn")
    page.goto("/board")
    _column(page, "applied").locator(".card", has_text="Tarn").drag_to(_column(page, "first"))
    expect(_column(page, "first").locator(".card")).to_have_text(re.compile("Tarn"))
    expect(page.locator(".said")).to_have_text("Tarn: First interview.")
    page.get_by_role("button", name="Undo").click()
    expect(_column(page, "applied").locator(".card")).to_have_count(2)
    page.get_by_role("button", name="Fine").click()
    expect(page.locator("#said")).to_be_empty()
    _column(page, "applied").locator(".card", has_text="Heron").drag_to(_column(page, "closed"))
    dialog = page.get_by_role("dialog", name="How did it close?")
    assert Axe().run(page).violations_count == 0
    dialog.get_by_role("button", name="Leave it").click()
    expect(_column(page, "applied").locator(".card")).to_have_count(2)
    _column(page, "applied").locator(".card", has_text="Heron").drag_to(_column(page, "closed"))
    dialog.get_by_label("a no").check()
    dialog.get_by_role("button", name="Close it").click()
    expect(_column(page, "closed").locator(".card")).to_contain_text("a no")
    page.reload()
    expect(_column(page, "closed").locator(".card")).to_contain_text("Heron Ferries")
    _fits(page)


def test_a_job_moved_elsewhere_is_not_dragged_over(new: Open) -> None:
    page = new("/board/new")
    _add(page, "Tarn")
    page.goto("/board")
    other = page.context.new_page()
    other.goto("/board")
    other.get_by_role("button", name="On to Screen: Tarn").click()
    expect(_column(other, "screen").locator(".card")).to_have_count(1)
    page.locator(".card").drag_to(_column(page, "final"))
    expect(page.locator("#said")).to_contain_text("was moved since you opened this: Screen now.")
    expect(_column(page, "screen").locator(".card")).to_have_count(1)


def test_jobs_are_moved_with_the_keyboard_alone(new: Open) -> None:
    page = new("/board/new")
    for employer, stage in (("Tarn", "Applied"), ("Heron Ferries", "Applied"), ("Oakfield", "Final round")):
        _add(page, employer, stage)
    page.goto("/board")
    press = page.keyboard.press
    for _ in range(40):
        press("Tab")
        if page.evaluate("document.activeElement.closest('.card') !== null"):
            break
    focused = page.locator(".card:has(a:focus)")
    expect(focused).to_contain_text("Heron Ferries")
    press("ArrowDown")
    expect(focused).to_contain_text("Tarn")
    press("ArrowRight")
    expect(focused).to_contain_text("Oakfield")
    press("ArrowLeft")
    press("ArrowDown")
    expect(focused).to_contain_text("Tarn")
    press("Shift+ArrowRight")
    expect(page.locator(".said")).to_have_text("Tarn: Screen.")
    expect(focused).to_contain_text("Tarn")
    press("Shift+ArrowLeft")
    expect(page.locator(".said")).to_have_text("Tarn: Applied.")
    press("Shift+ArrowLeft")
    expect(page.locator(".said")).to_have_text("It stands in the first column.")
    press("Tab")
    expect(page.get_by_role("button", name="On to Screen: Tarn")).to_be_focused()
    press("Enter")
    expect(page.locator(".said")).to_have_text("Tarn: Screen.")
    expect(_column(page, "screen").locator(".card")).to_have_count(1)
    for stage in ("First interview", "Further rounds", "Final round", "Offer"):
        press("Shift+ArrowRight")
        expect(page.locator(".said")).to_have_text(f"Tarn: {stage}.")
        expect(focused).to_contain_text("Tarn")
    press("Shift+ArrowRight")
    expect(page.get_by_role("dialog", name="How did it close?")).to_be_visible()
    press("Space")
    press("Enter")
    expect(_column(page, "closed").locator(".card")).to_contain_text("accepted")
    press("Enter")
    page.wait_for_url("**/job/*")


def test_without_script_jobs_are_moved_and_taken_in(new: Open, tmp_path: Path) -> None:
    page = new("/board", java_script_enabled=False, **PHONE)
    _add(page, "Tarn")
    page.goto("/board")
    page.get_by_role("button", name="On to Screen: Tarn").click()
    expect(_column(page, "screen").locator(".card")).to_have_count(1)
    expect(page.get_by_text("Tarn: Screen.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(_column(page, "applied").locator(".card")).to_have_count(1)
    page.get_by_role("link", name="Close…").click()
    page.get_by_label("Where it stands now").select_option("No answer")
    page.get_by_role("button", name="Keep it so").click()
    expect(page.get_by_text("Closed: no answer came.")).to_be_visible()
    table = tmp_path / "mine.csv"
    table.write_text("Company,Role,Status\nOakfield,Planner,Pondering\nHeron Ferries,Deckhand,Applied\n")
    page.goto("/import")
    page.get_by_label("A .csv, .tsv or .xlsx file").set_input_files(table)
    page.get_by_role("button", name="Look at it").click()
    page.get_by_label("“Pondering” (1 row) is").select_option("Offer")
    page.get_by_role("button", name="Look again").click()
    page.get_by_role("button", name="Take in 2 new jobs").click()
    expect(_column(page, "offer").locator(".card")).to_have_text(re.compile("Oakfield"))
    _fits(page)


def test_a_table_is_worked_on_in_place(new: Open, tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("Alpha,Role,Applied on\nTarn,Baker,03/04/2024\n")
    page = new("/import")
    page.get_by_label("A .csv, .tsv or .xlsx file").set_input_files(table)
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_text("Say which column names the employer.")).to_be_visible()
    page.get_by_label("What “Alpha” holds").select_option("employer")
    expect(page.get_by_text("Say which comes first in its days")).to_be_visible()
    page.get_by_label("the day", exact=True).check()
    expect(page.get_by_text("Applied 2024-04-03")).to_be_visible()
    _fits(page)
    page.set_viewport_size(NARROW["viewport"])
    assert Axe().run(page).violations_count == 0
    _fits(page)
    page.get_by_role("button", name="Take in 1 new job").click()
    expect(_column(page, "applied").locator(".card")).to_have_count(1)
    page.goto("/import")
    page.get_by_role("button", name="Take the last import back").click()
    expect(page.get_by_text("Taken out again: job 1.")).to_be_visible()


def test_the_demo_is_tried_and_thrown_away(new: Open, place: Path) -> None:
    page = new("/")
    page.get_by_role("button", name="Try it on made-up interviews").click()
    page.get_by_role("link", name="Norvane").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("An offer looks more likely than not.")
    page.get_by_role("button", name="Throw it away and leave").click()
    expect(page.get_by_role("link", name="Begin a debrief")).to_be_visible()
    assert not place.exists()


def test_hostile_words_do_nothing(new: Open) -> None:
    words = (
        "<img src=x onerror=\"document.title='got'\"><script>document.title='got'</script> "
        "They asked when I could start."
    )
    page = new("/debrief")
    page.get_by_label("How do you feel about it").fill(words)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Which employer was it?").fill(words)
    page.get_by_role("button", name="Go on").click()
    page.goto("/debrief/1/words")
    page.get_by_label("Your notes").fill(words)
    page.get_by_role("button", name="Enough").click()
    page.wait_for_url("**/interview/1")
    for path in (
        "/interview/1",
        "/interview/1/text/0",
        "/",
        "/debrief/1/feeling",
        "/interview/1/letter/nudge",
    ):
        page.goto(path)
        assert page.title() != "got"
        assert page.locator("main img").count() == 0


PAGES = (
    "/",
    "/debrief",
    "/debrief/1/job",
    "/debrief/1/talk",
    "/debrief/1/words",
    "/debrief/1/signs",
    "/interview/1",
    "/interview/1/text/0",
    "/interview/1/letter/thanks",
    "/interview/1/delete",
    "/practice",
    "/record",
    "/pace",
    "/news",
    "/board",
    "/board/new",
    "/job/1",
    "/job/1/edit",
    "/job/1/waiting",
    "/deleted",
    "/import",
    "/signs",
    "/signs/salary.asked",
    "/settings",
    "/nothing-such",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(done: Open, scheme: str) -> None:
    page = done("/", color_scheme=scheme, reduced_motion="reduce", **NARROW)
    axe = Axe()
    for path in PAGES:
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found = axe.run(page)
        assert len(found.response["passes"]) > 10
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
        _fits(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_the_room_of_the_mails(place: Path, new: Open, scheme: str) -> None:
    with Journal.open(place) as book:
        fill_search(book)
        take_in(book, [message_from_text(one) for one in (INVITED, THANKS, REPLY, REFUSAL, UNSURE)])
    page = new("/inbox", color_scheme=scheme, reduced_motion="reduce", **NARROW)
    axe = Axe()
    for path in ("/inbox", "/inbox?all=1"):
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found = axe.run(page)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
        _fits(page)
    page.goto("/inbox")
    page.get_by_role("button", name="It belongs there").click()
    page.get_by_text("Attached to job").wait_for()


@pytest.fixture
def record(place: Path, new: Open) -> Open:
    """A record long enough for its picture, an interview that went cold, and one still to come."""
    fill(place, 24)
    with Journal.open(place) as book:
        today = datetime.now(UTC).astimezone().date()
        notes = Document.from_text("I rambled when they asked about my weaknesses.", name="notes")
        context = Context(stage="second", interview_date=today - timedelta(days=3))
        where = Opportunity(employer="Crumb & Sons", job="Head baker")
        interview = Interview(opportunity=where, context=context, documents=(notes,), gut=0.4)
        finish(book, None, interview, today)
        ahead = Context(interview_date=today + timedelta(days=5))
        booked = Interview(opportunity=Opportunity(employer="Loom Street", job="Baker"), context=ahead)
        book.save_draft(booked, {})
    return new


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_practice_record_and_pace(record: Open, screen: dict[str, Any]) -> None:
    page = record("/practice", **screen)
    page.get_by_role("button", name=re.compile("Look in it.*Head baker, Crumb & Sons")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("One question is due.")
    _fits(page)
    answer = page.get_by_label("Your answer, as you would say it")
    with page.expect_response("**/practice/1"):
        answer.press_sequentially("Last May I rang six bakers.")
    expect(page.get_by_text("Kept as you type.")).to_be_visible()
    expect(answer).to_be_focused()
    page.goto("/")
    expect(page.get_by_role("heading", name="Coming up")).to_be_visible()
    expect(page.get_by_role("link", name="Interview: Loom Street")).to_be_visible()
    _fits(page)
    page.get_by_role("link", name="Practice").first.click()
    expect(answer).to_have_value("Last May I rang six bakers.")
    answer.fill("Last May I rang six bakers, and since then the ovens hold.")
    page.get_by_role("button", name="That is my answer").click()
    expect(page.get_by_role("row", name="says what came of it yes")).to_be_visible()
    _fits(page)
    page.get_by_role("button", name="Good").click()
    expect(page.get_by_text("Kept. It comes back on")).to_be_visible()

    page.get_by_role("link", name="Your record").click()
    expect(page.get_by_role("img", name="Told 30 of 100").first).to_be_visible()
    _fits(page)
    page.get_by_role("button", name="Use it from now on").click()
    expect(page.get_by_text("Learned. Every chance")).to_be_visible()
    page.get_by_role("button", name="Take back what was learned last").click()
    expect(page.get_by_role("heading", name="Taken back")).to_be_visible()
    _fits(page)

    page.goto("/pace")
    page.get_by_label("Chance wanted").fill("30")
    page.get_by_role("button", name="Work it out").click()
    expect(page.get_by_text("For 30 of 100 by")).to_be_visible()
    _fits(page)
    page.goto("/settings")
    page.get_by_label("Without names and places").check()
    with page.expect_download() as file:
        page.get_by_role("button", name="Download the calendar").click()
    assert b"Loom" not in Path(file.value.path()).read_bytes()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_the_record_and_a_card(record: Open, scheme: str) -> None:
    page = record("/practice", color_scheme=scheme, reduced_motion="reduce", **NARROW)
    page.get_by_role("button", name="Look in it").first.click()
    axe = Axe()
    for path in ("/", "/practice", "/practice/1", "/record", "/pace"):
        page.goto(path)
        if path == "/practice/1":
            page.get_by_label("Your answer").fill("Last May I rang six bakers.")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found = axe.run(page)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
        _fits(page)
    page.goto("/practice/1")
    page.get_by_role("button", name="That is my answer").click()
    assert axe.run(page).violations_count == 0


def test_practice_without_script(record: Open) -> None:
    page = record("/practice", java_script_enabled=False, **PHONE)
    page.get_by_role("button", name="Look in it").first.click()
    page.get_by_label("Your answer, as you would say it").fill("Last May I rang six bakers.")
    page.get_by_role("button", name="That is my answer").click()
    page.get_by_role("button", name="Again").click()
    expect(page.get_by_text("Kept. It comes back on")).to_be_visible()
    page.get_by_role("link", name="about my weaknesses").click()
    page.get_by_role("button", name="Put this card away").click()
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("Taken back.")).to_be_visible()


def test_a_page_is_light(done: Open) -> None:
    page = done("/debrief")
    weights: list[int] = []
    page.on("response", lambda answer: weights.append(len(answer.body())))
    page.goto("/interview/1")
    page.reload()
    assert 0 < sum(weights) < 300_000  # the page came twice
    assert len(page.content()) < 100_000
