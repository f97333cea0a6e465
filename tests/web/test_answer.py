from __future__ import annotations

import re
from pathlib import Path

import pytest

from wentwell.journal import Journal

from .pages import Browser


def _middle(browser: Browser) -> int:
    found = re.search(r"Our middle guess is (\d+)", browser.text)
    assert found
    return int(found[1])


def test_what_is_seen_again_is_what_was_shown(debriefed: Browser, place: Path) -> None:
    before = debriefed.open("/interview/1")
    with Journal.open(place) as book:
        shown = len(book.get(1).assessments)
    assert _middle(debriefed)
    token = re.compile(r'value="[0-9a-f]{64}"')
    assert token.sub("", debriefed.open("/interview/1")) == token.sub("", before)
    with Journal.open(place) as book:
        assert len(book.get(1).assessments) == shown


def test_a_changed_circumstance_moves_the_answer_and_can_be_undone(debriefed: Browser) -> None:
    before = _middle(debriefed)
    debriefed.send("/interview/1/context$", base_rate="80")
    after = _middle(debriefed)
    assert after > before
    assert f"Before: an offer {before} of 100" in debriefed.text
    page = debriefed.page
    earlier = re.search(r'name="context" value="([^"]+)"', page)
    assert earlier
    from html import unescape

    fields = debriefed.fields("/interview/1/context$") | {"context": unescape(earlier[1])}
    debriefed._took(debriefed.client.post("/interview/1/context-undo", data=fields))
    assert _middle(debriefed) == before


def test_with_script_only_the_parts_come(debriefed: Browser) -> None:
    fields = debriefed.fields("/interview/1/context$") | {"stage": "final"}
    answer = debriefed.client.post("/interview/1/context", data=fields, headers={"hx-request": "true"})
    assert answer.status_code == 200
    assert answer.text.lstrip().startswith('<header id="top"')
    assert "<html" not in answer.text
    assert 'hx-swap-oob="true"' in answer.text


def test_a_wrong_circumstance_is_told_and_what_was_typed_stays(debriefed: Browser) -> None:
    debriefed.send("/interview/1/context$", promised_date="1999-01-01", finalists="3")
    assert debriefed.status == 422
    assert "lies before the interview" in debriefed.text
    assert 'value="1999-01-01"' in debriefed.page
    assert 'value="3"' in debriefed.page


def test_two_tabs_changing_circumstances(debriefed: Browser) -> None:
    fields = debriefed.fields("/interview/1/context$")
    post = debriefed.client.post
    assert post("/interview/1/context", data=fields | {"finalists": "2"}).status_code == 200
    debriefed._took(post("/interview/1/context", data=fields | {"finalists": "9"}))
    assert debriefed.status == 409
    assert 'value="9"' in debriefed.page
    debriefed.send("/interview/1/context$")
    assert debriefed.status == 200
    assert 'id="finalists" name="finalists" type="text" value="9"' in debriefed.open("/interview/1")


def test_a_quote_opens_its_place(debriefed: Browser) -> None:
    link = re.search(r'href="(/interview/1/text/\d+)#(at-\d+)"', debriefed.page)
    assert link
    page = debriefed.open(link[1])
    marked = re.search(rf'<mark id="{link[2]}"[^>]*>([^<]+)</mark>', page)
    assert marked
    assert marked[1] in "Round two at the bakery chain. They asked when I could start and what I earn now."


def test_a_sign_is_struck_and_taken_back(debriefed: Browser, place: Path) -> None:
    name = "They asked when you could start"
    form = next(
        form
        for form in re.findall(r'(?s)<form class="quote-actions".*?</form>', debriefed.page)
        if 'value="selling.start_date"' in form
    )
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    debriefed._took(debriefed.client.post("/interview/1/correct", data=fields))
    assert f"Struck: {name}." in debriefed.text
    assert "Before:" in debriefed.text
    with Journal.open(place) as book:
        record = book.get(1)
    assert [one.done for one in record.interview.corrections] == ["strike"]
    assert "selling.start_date" not in {one.label for one in record.interview.evidence}
    # once more: it does not stand there any more
    debriefed._took(debriefed.client.post("/interview/1/correct", data=fields))
    assert debriefed.status == 422
    debriefed.open("/interview/1")
    back = re.search(r'name="which" value="([^"]+)"', debriefed.page)
    assert back
    again = {"token": fields["token"], "do": "back", "which": back[1]}
    debriefed._took(debriefed.client.post("/interview/1/correct", data=again))
    assert f"Taken back: {name}." in debriefed.text
    with Journal.open(place) as book:
        assert book.get(1).interview.corrections == ()


def test_a_sign_is_added_by_its_words(debriefed: Browser) -> None:
    token = debriefed.fields("/interview/1/context$")["token"]
    fields = {
        "token": token,
        "do": "add",
        "label": "duties.specifics",
        "quote": "Round two at the bakery chain.",
    }
    debriefed._took(debriefed.client.post("/interview/1/correct", data=fields))
    assert "Added: They got specific about the work." in debriefed.text
    wrong = fields | {"quote": "Nobody ever wrote this."}
    debriefed._took(debriefed.client.post("/interview/1/correct", data=wrong))
    assert debriefed.status == 422
    assert "these words are not in the text" in debriefed.text
    assert "Nobody ever wrote this." in debriefed.page


def test_the_numbers_can_be_hidden_everywhere(debriefed: Browser) -> None:
    debriefed.send("/interview/1/numbers", numbers="off")
    assert "Show the numbers" in debriefed.text
    assert not re.search(r"\d+ of 100|\d%|middle guess is", debriefed.text)
    debriefed.open("/")
    assert not re.search(r"\d+ of 100|\d%", debriefed.text)
    debriefed.open("/interview/1")
    debriefed.send("/interview/1/numbers", numbers="on")
    assert _middle(debriefed)


def test_the_outcome_is_recorded_and_closes_it(debriefed: Browser, place: Path) -> None:
    debriefed.send("/interview/1/outcome", kind="advanced", note="a call")
    assert "Recorded: you go on." in debriefed.text
    assert "Outcome: advanced" in debriefed.text
    assert "your gut said 40 %" in debriefed.text
    with Journal.open(place) as book:
        outcome = book.get(1).interview.outcome
    assert outcome
    assert outcome.note == "a call"
    assert "you went on" in debriefed.open("/")


def test_an_outcome_is_taken_back_once(debriefed: Browser, place: Path) -> None:
    assert "Take back how it turned out" not in debriefed.text
    debriefed.send("/interview/1/outcome", kind="no-answer")
    debriefed.send("/interview/1/outcome", kind="advanced")
    fields, where = debriefed.fields("/undo-outcome"), debriefed.action("/undo-outcome")
    debriefed.send("/undo-outcome")
    assert "Taken back, as if it had never been told." in debriefed.text
    assert "Outcome: no-answer" in debriefed.text
    # the same form again, from another tab
    debriefed._took(debriefed.client.post(where, data=fields))
    assert "Nothing was taken back" in debriefed.text
    with Journal.open(place) as book:
        assert [one.outcome.kind for one in book.get(1).outcomes] == ["no-answer"]
    debriefed.send("/undo-outcome")
    assert "Outcome:" not in debriefed.text
    assert "Take back how it turned out" not in debriefed.text


@pytest.mark.parametrize(
    "changes", [{"kind": "promoted"}, {"kind": "offer", "on": "2999-01-01"}, {"kind": "offer", "on": "soon"}]
)
def test_an_outcome_that_does_not_fit_is_told(debriefed: Browser, changes: dict[str, str]) -> None:
    debriefed.send("/interview/1/outcome", **changes)
    assert debriefed.status == 422
    with_note = [
        one
        for one in ("still to come", "out of range", "is no day", "choose what came")
        if one in debriefed.text
    ]
    assert with_note or changes["kind"] == "promoted"


@pytest.mark.parametrize("kind", ["thanks", "nudge", "refusal", "invitation", "timeline"])
def test_messages_are_drafted(debriefed: Browser, kind: str) -> None:
    debriefed.open(
        f"/interview/1/letter/{kind}?tone=warm&from=Jo+Field&to=Ms+Lane&when=Tuesday&by=2099-01-01"
    )
    assert debriefed.status == 200
    assert "Jo Field" in debriefed.page
    assert "Ms Lane" in debriefed.page
    assert "wentwell " not in debriefed.text.replace("wentwell New", "").replace("· wentwell", "")


@pytest.mark.parametrize("kind", ["html", "md", "json"])
def test_it_can_be_taken_along(debriefed: Browser, kind: str) -> None:
    answer = debriefed.client.get(f"/interview/1/file.{kind}")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]
    assert "Head baker" in answer.text


def test_deleting_asks_first(debriefed: Browser, place: Path) -> None:
    debriefed.open("/interview/1/delete")
    assert "Delete Head baker, Crumb & Sons?" in debriefed.text
    debriefed.send("/interview/1/delete", how="final")
    assert debriefed.path == "/"
    assert "Deleted for good." in debriefed.text
    assert 'href="/deleted"' not in debriefed.page
    assert "Nothing is held" in debriefed.open("/deleted")
    with Journal.open(place) as book:
        assert book.list() == []
    assert b"bakery chain" not in place.read_bytes()


def test_what_was_deleted_is_put_back_or_forgotten(debriefed: Browser, place: Path) -> None:
    before = debriefed.text
    debriefed.open("/interview/1/delete")
    debriefed.send("/interview/1/delete")
    assert debriefed.path == "/deleted"
    assert "Head baker, Crumb & Sons" in debriefed.text
    assert b"bakery chain" not in place.read_bytes()
    assert 'href="/deleted"' in debriefed.open("/")
    debriefed.open("/deleted")
    earlier = debriefed.action("/put-back")
    debriefed.send("/put-back")
    assert debriefed.path == "/interview/1"
    assert debriefed.text.replace("Put back, as it was.", "").split() == before.split()
    token = debriefed.fields("/interview/1/correct")["token"]
    assert debriefed.client.post(earlier, data={"token": token}).status_code == 404

    debriefed.open("/interview/1/delete")
    debriefed.send("/interview/1/delete")
    forget = debriefed.action("/put-back").replace("put-back", "forget")
    debriefed._took(debriefed.client.post(forget, data={"token": token}))
    assert "Forgotten. It is gone for good." in debriefed.text
    assert "Nothing is held" in debriefed.text
    debriefed.open("/interview/1")
    assert debriefed.status == 404


def test_everything_that_is_deleted_is_held_no_more(debriefed: Browser) -> None:
    debriefed.open("/interview/1/delete")
    debriefed.send("/interview/1/delete")
    debriefed.open("/settings")
    debriefed.send("/settings/delete-all", word="delete")
    assert "Nothing is held" in debriefed.open("/deleted")


def test_no_command_of_a_terminal_is_told(debriefed: Browser) -> None:
    for path in ("/", "/interview/1"):
        debriefed.open(path)
        assert not re.search(r"wentwell (?!New)[a-z]", debriefed.text), path


def test_the_catalog(browser: Browser) -> None:
    page = browser.open("/signs")
    links = re.findall(r'href="(/signs/[a-z_.]+)"', page)
    assert len(links) > 30
    for link in links:
        browser.open(link)
        assert browser.status == 200
        assert "What it does not mean" in browser.text
    browser.open("/signs/salary.nothing")
    assert browser.status == 404
