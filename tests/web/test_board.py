from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from wentwell.interview import Deadline, Opportunity, OpportunityDetails, SearchStage
from wentwell.journal import Journal, NewOpportunity, SearchBook, StageMove

from .pages import Browser

TODAY = datetime.now().astimezone().date()


def keep(
    journal: Path, employer: str, job: str = "", stage: SearchStage = "applied", **details: object
) -> int:
    """Keep a job, as another program would."""
    new = NewOpportunity(
        opportunity=Opportunity(employer=employer, job=job),
        details=OpportunityDetails.model_validate(details),
        steps=(StageMove(stage=stage, on=TODAY - timedelta(days=3)),),
    )
    with Journal.open(journal) as book:
        return SearchBook(book).add(new)


def stands(place: Path, number: int) -> str:
    with Journal.open(place) as book:
        entry = SearchBook(book).get(number)
    return entry.closing or entry.stage


def press(browser: Browser, label: str) -> str:
    """Press a button of a card: it sends the form of the board elsewhere."""
    tag = next(one for one in re.findall(r"<button[^>]*>", browser.page) if f'aria-label="{label}' in one)
    told = dict(re.findall(r'(\w+)="([^"]*)"', tag))
    fields = browser.fields("/board/again") | {told["name"]: told["value"]}
    return browser._took(browser.client.post(told["formaction"], data=fields))


def column(browser: Browser, stage: str) -> str:
    """What stands in a column."""
    found: list[str] = re.findall(rf'(?s)<div class="column[^>]*data-stage="{stage}".*?</ul>', browser.page)
    return found[0]


def test_an_empty_board_teaches(browser: Browser, place: Path) -> None:
    browser.open("/board")
    assert "Add what you applied for" in browser.text
    assert not place.exists()


def test_a_job_from_adding_to_closing_and_back(browser: Browser, place: Path) -> None:
    browser.open("/board/new")
    browser.send(
        "/board/new", employer="Heron Ferries", job="Deckhand", tags="sea, #first-choice", to="screen"
    )
    assert browser.path == "/job/1"
    assert "It stands on the board from now on." in browser.text
    browser.open("/board")
    assert "Heron Ferries" in column(browser, "screen")
    assert "#first-choice" in column(browser, "screen")
    press(browser, "On to First interview: Heron Ferries")
    assert browser.path == "/board"
    assert "Heron Ferries · Deckhand: First interview." in browser.text
    assert "Heron Ferries" in column(browser, "first")
    browser.send("/job/1/undo")
    assert "Heron Ferries" in column(browser, "screen")
    browser.open("/job/1")
    browser.send("/job/1/move", to="closed:no-answer", on="2026-01-05", note="never heard")
    assert "That is common, and says little about you." in browser.text
    assert "never heard" in browser.text
    assert stands(place, 1) == "no-answer"
    browser.open("/board")
    assert "no answer" in column(browser, "closed")
    browser.open("/job/1")
    browser.send("/job/1/move", to="final")
    assert stands(place, 1) == "final"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"to": ""}, "choose where it stands now"),
        ({"to": "closed"}, "choose where it stands now"),
        ({"to": "closed:nonsense"}, "choose where it stands now"),
        ({"to": "final", "on": "2999-01-01"}, "out of range"),
        ({"to": "final", "on": (TODAY + timedelta(days=2)).isoformat()}, "still to come"),
        ({"to": "final", "note": "x" * 20_001}, "keep it to 20000"),
    ],
)
def test_what_is_no_move_moves_nothing(
    browser: Browser, place: Path, fields: dict[str, str], told: str
) -> None:
    keep(place, "Tarn", "Baker")
    browser.open("/job/1")
    browser.send("/job/1/move", **fields)
    assert browser.status == 422
    browser.open("/board")
    sent = (
        browser.fields("/board/again") | fields | {"was": re.findall(r'data-mark="(\w+)"', browser.page)[0]}
    )
    browser._took(browser.client.post("/job/1/move", data=sent))
    assert browser.status == 422
    assert told in browser.text
    assert stands(place, 1) == "applied"


def test_two_tabs_the_later_move_is_shown_the_earlier(browser: Browser, place: Path) -> None:
    keep(place, "Tarn", "Baker")
    browser.open("/board")
    with Journal.open(place) as book:
        SearchBook(book).move(1, StageMove(stage="final"))
    press(browser, "On to Screen: Tarn")
    assert browser.status == 409
    assert "was moved since you opened this: Final round now. Nothing was changed." in browser.text
    assert "Tarn" in column(browser, "final")
    assert stands(place, 1) == "final"
    press(browser, "On to Offer: Tarn")
    assert stands(place, 1) == "offer"


def test_two_tabs_an_undo_takes_back_only_what_was_shown(browser: Browser, place: Path) -> None:
    keep(place, "Tarn", "Baker")
    browser.open("/board")
    press(browser, "On to Screen: Tarn")
    with Journal.open(place) as book:
        SearchBook(book).move(1, StageMove(stage="final"))
    browser.send("/job/1/undo")
    assert browser.status == 409
    assert stands(place, 1) == "final"


def test_two_tabs_an_edit_sees_the_other(browser: Browser, place: Path) -> None:
    number = keep(place, "Tarn", "Baker", place="Leeds")
    browser.open(f"/job/{number}/edit")
    with Journal.open(place) as book:
        SearchBook(book).edit(number, details=OpportunityDetails(place="York"))
    browser.send("/edit", note="Ask about nights.")
    assert browser.status == 409
    assert "place is kept as York" in browser.text
    assert "Ask about nights." in browser.page
    with Journal.open(place) as book:
        assert SearchBook(book).get(number).details == OpportunityDetails(place="York")
    browser.send("/edit", place="York")
    with Journal.open(place) as book:
        details = SearchBook(book).get(number).details
    assert (details.place, details.note) == ("York", "Ask about nights.")


def test_all_that_is_kept_can_be_changed_and_taken_back(browser: Browser, place: Path) -> None:
    keep(place, "Tarn", "Baker")
    browser.open("/job/1/edit")
    browser.send(
        "/edit",
        employer="Tarn Ltd",
        tags="night, sea",
        deadline="2027-01-08",
        deadline_for="send papers",
        url="https://tarn.example/1",
        place="Leeds",
        source="a friend",
        contacts="Ines Roth <ines@tarn.example>, recruiter\nlena@tarn.example",
        domains="tarn.example",
        note="Line one\nline two",
    )
    assert browser.path == "/job/1"
    for words in ("Tarn Ltd", "#night", "send papers", "Leeds", "ines@tarn.example", "Line one line two"):
        assert words in browser.text, words
    before = browser.open("/job/1/edit")
    browser.send("/edit")
    assert "Nothing was changed." in browser.text
    assert browser.fields("/undo")["what"]
    assert "Ines Roth &lt;ines@tarn.example&gt;, recruiter\nlena@tarn.example" in before
    browser.send("/job/1/undo")
    assert "Taken back" in browser.text
    assert "Tarn Ltd" not in browser.text.replace("Taken back", "")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("employer", " "),
        ("employer", "x" * 201),
        ("tags", "two words"),
        ("deadline", "soon"),
        ("contacts", "<nobody>"),
        ("domains", "no domain"),
        ("note", "x" * 20_001),
        ("url", "x" * 2001),
    ],
)
def test_what_does_not_fit_is_told_and_stays_in_the_form(
    browser: Browser, place: Path, field: str, value: str
) -> None:
    keep(place, "Tarn", "Baker", note="as it was")
    for path in ("/job/1/edit", "/board/new"):
        browser.open(path)
        browser.send(path, **{"employer": "Another", "source": "a friend", field: value})
        assert browser.status == 422
        assert "a friend" in browser.page
        assert value.strip()[:100] in browser.page.replace("&lt;", "<").replace("&gt;", ">")
    with Journal.open(place) as book:
        assert SearchBook(book).get(1).details == OpportunityDetails(note="as it was")
        assert len(SearchBook(book).list()) == 1


def test_what_came_from_a_file_is_not_judged_anew(browser: Browser, place: Path) -> None:
    keep(place, "Tarn", tags=["data science"], contacts=[{"name": "Roth, Ines (HR)"}])
    browser.open("/job/1/edit")
    browser.send("/edit", note="more")
    assert browser.status == 200
    with Journal.open(place) as book:
        details = SearchBook(book).get(1).details
    assert details.tags == ("data science",)
    assert details.contacts[0].name == "Roth, Ines (HR)"


def test_two_jobs_of_one_name_are_refused(browser: Browser, place: Path) -> None:
    keep(place, "Tarn", "Baker")
    browser.open("/board/new")
    browser.send("/board/new", employer="tarn", job="BAKER")
    assert browser.status == 422
    assert "has this name at this employer already" in browser.text


def test_adding_is_asked_about_before_it_is_taken_back(browser: Browser, place: Path) -> None:
    browser.open("/board/new")
    browser.send("/board/new", employer="Tarn")
    browser.open("/job/1/undo")
    assert "that the job was added" in browser.text
    browser.send("/job/1/undo")
    assert browser.path == "/board"
    assert browser.client.get("/job/1").status_code == 404


def test_deleting_a_job_spares_one_with_interviews(debriefed: Browser, place: Path) -> None:
    keep(place, "Tarn")
    debriefed.open("/job/2/delete")
    debriefed.send("/job/2/delete")
    assert debriefed.path == "/deleted"
    debriefed.send("/put-back")
    assert debriefed.path == "/job/2"
    assert "Put back, as it was." in debriefed.text
    debriefed.open("/job/2/delete")
    debriefed.send("/job/2/delete", how="final")
    assert "Deleted for good." in debriefed.text
    assert "Nothing is held" in debriefed.open("/deleted")
    token = debriefed.open("/job/1") and debriefed.fields("/job/1/move")["token"]
    assert "/job/1/delete" not in debriefed.page
    debriefed._took(debriefed.client.post("/job/1/delete", data={"token": token}))
    assert "It has interviews, so it stays." in debriefed.text
    assert stands(place, 1) == "further"


def test_an_interview_stands_under_its_job_with_what_to_do(debriefed: Browser) -> None:
    debriefed.open("/board")
    assert "Crumb &amp; Sons" in column(debriefed, "further")
    assert re.search(r"\d+–\d+", column(debriefed, "further"))
    debriefed.open("/job/1")
    assert "by an interview" in debriefed.text
    assert "What to do next" in debriefed.text
    assert 'href="/interview/1"' in debriefed.page
    debriefed.open("/interview/1")
    debriefed.send("/interview/1/outcome", kind="rejected")
    debriefed.open("/board")
    assert "Crumb &amp; Sons" in column(debriefed, "closed")


def test_hidden_numbers_are_hidden_on_the_board(debriefed: Browser) -> None:
    debriefed.open("/settings")
    debriefed.send("/settings/appearance", numbers="off")
    for path in ("/board", "/job/1"):
        page = debriefed.open(path)
        assert "looks" in debriefed.text
        assert not re.search(r"\d+(–| to )\d+", page.split("<main")[1].split("How far")[0]), path


def test_finding_and_filtering(browser: Browser, place: Path) -> None:
    keep(place, "Tarn", "Baker", tags=["night"], note="They mentioned a rota.")
    keep(place, "Oakfield Bank", "Planner", "final", tags=["office"])
    for query, left in (
        ("q=rota", "Tarn"),
        ("q=bak", "Tarn"),
        ("q=oakfield+plan", "Oakfield Bank"),
        ("tag=NIGHT", "Tarn"),
        ("stage=final", "Oakfield Bank"),
    ):
        page = browser.open(f"/board?{query}")
        names = set(re.findall(r"<strong>([^<]+)</strong>", page))
        assert names == {left}, query
    assert "No job fits that." in browser.open("/board?q=nothinglikethis")
    assert "There is no word to look for" in browser.open("/board?q=%21&all=yes")
    assert "is no day" in browser.open("/board?since=never")
    browser.open("/board?q=rota")
    press(browser, "On to Screen: Tarn")
    assert 'value="rota"' in browser.page


def test_words_of_interviews_are_found_on_demand(debriefed: Browser) -> None:
    assert "No job fits that." in debriefed.open("/board?q=bakery+chain")
    more = re.findall(r'href="(/board[^"]*all=yes)"', debriefed.page)[0].replace("&amp;", "&")
    page = debriefed.open(more)
    assert "Crumb &amp; Sons" in column(debriefed, "further")
    assert "<mark>bakery</mark>" in page


def test_a_long_column_goes_on_elsewhere(browser: Browser, place: Path) -> None:
    with Journal.open(place) as book:
        SearchBook(book).take_in(
            [
                NewOpportunity(
                    opportunity=Opportunity(employer=f"Employer {n:03}"), steps=(StageMove(stage="applied"),)
                )
                for n in range(130)
            ]
        )
    browser.open("/board")
    assert browser.page.count('class="card"') == 8
    assert "122 more" in browser.text
    seen = set()
    path = "/board?stage=applied"
    for _ in range(3):
        page = browser.open(path)
        seen |= set(re.findall(r"Employer \d+", page))
        more = re.findall(r'href="([^"]*page=\d+)">\d+ more', page)
        path = more[0].replace("&amp;", "&") if more else ""
    assert path == ""
    assert len(seen) == 130


def test_how_far_they_came_is_told_in_words_too(browser: Browser, place: Path) -> None:
    keep(place, "Tarn", stage="applied")
    keep(place, "Oakfield", stage="final")
    browser.open("/board")
    told = re.findall(r'aria-label="(How many jobs came how far[^"]*)"', browser.page)[0]
    assert "Applied 2, 2 of these open" in told
    assert "Final round 1, 1 of these open; Offer 0, 0 of these open" in told
    assert "1 of 2" in browser.text


@pytest.mark.parametrize("ending", ["csv", "json", "md"])
def test_jobs_are_taken_out(browser: Browser, place: Path, ending: str) -> None:
    keep(place, "Tarn", "Baker")
    answer = browser.client.get(f"/board/jobs.{ending}")
    assert answer.status_code == 200
    assert f".{ending}" in answer.headers["content-disposition"]
    assert "Tarn" in answer.text
    later = (TODAY + timedelta(days=1)).isoformat()
    assert "Tarn" not in browser.client.get(f"/board/jobs.{ending}?since={later}").text
    assert browser.client.get(f"/board/jobs.{ending}?since=never").status_code == 422
    assert browser.client.get("/board/jobs.exe").status_code == 404
    if ending == "json":
        assert json.loads(answer.text)["jobs"][0]["stage"] == "applied"


HOSTILE = (
    '<img src=x onerror="alert(1)">',
    "{{ 7 * 7 }}",
    "javascript:alert(1)",
    "</textarea><script>x</script>",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_of_a_job_come_back_as_words(browser: Browser, place: Path, words: str) -> None:
    keep(
        place,
        words,
        words,
        tags=[words[:60]],
        note=words,
        url=words,
        place=words,
        contacts=[{"name": words, "role": words}],
        deadline=Deadline(day=TODAY, what=words),
    )
    for path in ("/board", "/job/1", "/job/1/edit", "/job/1/undo", "/job/1/delete", "/board?q=alert", "/"):
        page = browser.open(path)
        assert browser.status == 200
        assert "<img" not in page
        assert "<script>x" not in page
        assert 'href="javascript' not in page
        assert not re.search(r"<(strong|h1|span)>49<", page)
    press_page = browser.open("/board")
    assert press_page.count('class="card"') == 1


@pytest.mark.parametrize("path", ["/job/9", "/job/9/edit", "/job/x", "/job/9/undo", "/job/9/delete"])
def test_a_job_that_is_not_there_is_told(browser: Browser, place: Path, path: str) -> None:
    keep(place, "Tarn")
    browser.open(path)
    assert browser.status == 404


def test_the_board_of_the_demo_is_its_own(browser: Browser, place: Path) -> None:
    browser.open("/")
    browser.send("/demo-start")
    browser.open("/demo/board")
    assert "Norvane" in browser.text
    for wrong in ('href="/job', 'href="/board', 'action="/job', 'action="/import', 'href="/import'):
        assert wrong not in browser.page
    number = re.findall(r'data-job="(\d+)"', browser.page)[0]
    browser.open(f"/demo/job/{number}")
    browser.send("/move", to="offer")
    assert "Offer" in browser.text
    assert not place.exists()
