from __future__ import annotations

from pathlib import Path

import pytest

from wentwell.debriefing import NOTES as NOTES_NAME
from wentwell.journal import Journal

from .pages import NOTES, Browser


def test_the_first_page_teaches_and_keeps_nothing(browser: Browser, place: Path) -> None:
    assert "How did it go" in browser.open("/")
    browser.open("/debrief")
    browser.open("/settings")
    assert not place.exists()


def test_from_the_feeling_to_the_answer(debriefed: Browser, place: Path) -> None:
    assert "Head baker, Crumb & Sons" in debriefed.text
    assert "Your own guess, before you saw this, was 40 of 100." in debriefed.text
    assert "They asked when you could start" in debriefed.text
    with Journal.open(place) as book:
        record = book.get(1)
    assert record.status == "complete"
    assert record.interview.gut == pytest.approx(0.4)
    assert record.interview.context.stage == "second"
    assert record.interview.context.interviewer_roles == ("decider",)
    assert record.first_shown is not None


def test_each_step_is_kept_when_it_is_sent(browser: Browser, place: Path) -> None:
    browser.open("/debrief")
    browser.send("/debrief/new/feeling", feeling="tired", gut="30 %")
    assert browser.path == "/debrief/1/job"
    # the tab is closed; home knows where to go on
    assert "not finished" in browser.open("/")
    assert "/debrief/1/feeling" in browser.page
    with Journal.open(place) as book:
        draft = book.get(1)
    assert draft.status == "draft"
    assert draft.interview.feeling == "tired"
    browser.open("/interview/1")
    assert browser.path == "/debrief/1/feeling"


def test_what_is_typed_is_kept_while_it_is_typed(browser: Browser) -> None:
    browser.open("/debrief")
    fields = browser.fields("/debrief/new/feeling") | {"feeling": "hop", "keep": "1"}
    headers = {"hx-request": "true"}
    answer = browser.client.post("/debrief/new/feeling", data=fields, headers=headers)
    assert answer.headers["hx-replace-url"] == "/debrief/1/feeling"
    state = browser._took(answer)
    assert 'name="number" value="1"' in state
    was = state.partition('name="was" value="')[2].partition('"')[0]
    fields |= {"feeling": "hopeful", "number": "1", "was": was}
    assert browser.client.post("/debrief/new/feeling", data=fields, headers=headers).status_code == 200
    assert 'value="hopeful"' in browser.open("/debrief/1/feeling")
    assert len(browser.client.get("/api/v1/interviews").json()) == 1


def test_one_wrong_answer_is_told_in_place_and_loses_none(browser: Browser) -> None:
    browser.open("/debrief")
    browser.send("/debrief/new/feeling", feeling="odd", gut="400")
    assert browser.status == 422
    assert "is no chance" in browser.text
    assert 'value="400"' in browser.page
    assert 'value="odd"' in browser.page
    browser.send("/debrief/1/feeling", gut="40")
    assert browser.path == "/debrief/1/job"


def test_files_are_read_and_those_that_are_none_are_told(browser: Browser) -> None:
    browser.open("/debrief")
    browser.send("/debrief/new/feeling")
    browser.open("/debrief/1/words")
    files = [
        (
            "files",
            (
                "talk.txt",
                b"Ann: When could you start?\nMe: In May.\nAnn: And what do you earn now?\nMe: Enough.\n",
                "text/plain",
            ),
        ),
        ("files", ("face.png", b"\x89PNG\r\n\x1a\n0000", "image/png")),
    ]
    browser.send("/debrief/1/words", files=files, notes=NOTES)
    assert browser.status == 422
    assert "face.png: this is a picture" in browser.text
    browser.open("/debrief/1/words")
    assert "talk.txt" in browser.text
    assert "hear by Friday" in browser.text
    browser.send("/debrief/1/words", remove="talk.txt")
    assert "talk.txt" not in browser.open("/debrief/1/words")
    assert "hear by Friday" in browser.text


def test_signs_in_the_words_are_not_asked_again(debriefed: Browser) -> None:
    page = debriefed.open("/debrief/1/signs")
    assert "found in your words already" in debriefed.text
    assert 'name="sign:selling.start_date"' not in page
    assert 'name="sign:warmth"' in page
    debriefed.send("/debrief/1/signs", sign__warmth="no", sign__intro_tour="")
    assert debriefed.path == "/interview/1"
    assert "The interviewer was warm" in debriefed.text


def test_the_guess_stays_once_a_chance_was_shown(debriefed: Browser) -> None:
    page = debriefed.open("/debrief/1/feeling")
    assert 'name="gut"' not in page
    debriefed.send("/debrief/1/feeling", gut="90")
    assert "was 40 of 100" in debriefed.open("/interview/1")


def test_two_tabs_the_later_sees_the_conflict_and_nothing_is_lost(debriefed: Browser) -> None:
    debriefed.open("/debrief/1/job")
    first = debriefed.fields("/debrief/1/job") | {"job": "Baker at night"}
    second = debriefed.fields("/debrief/1/job") | {"job": "Baker by day"}
    post = debriefed.client.post
    assert post("/debrief/1/job", data=first).status_code == 200
    debriefed._took(post("/debrief/1/job", data=second))
    assert debriefed.status == 409
    assert "Baker at night" in debriefed.text
    assert 'value="Baker by day"' in debriefed.page
    assert 'value="Baker at night"' in debriefed.client.get("/debrief/1/job").text
    debriefed.send("/debrief/1/job")
    assert 'value="Baker by day"' in debriefed.open("/debrief/1/job")


def test_two_tabs_with_notes_show_both(debriefed: Browser, place: Path) -> None:
    debriefed.open("/debrief/1/words")
    fields = debriefed.fields("/debrief/1/words")
    post = debriefed.client.post
    post("/debrief/1/words", data=fields | {"notes": "One says this."})
    files = [("files", ("extra.txt", b"They will call on Monday.", "text/plain"))]
    debriefed._took(post("/debrief/1/words", data=fields | {"notes": "Two says that."}, files=files))
    assert debriefed.status == 409
    assert "One says this." in debriefed.text
    assert "Two says that." in debriefed.text
    with Journal.open(place) as book:
        texts = {one.name: one.text for one in book.get(1).interview.documents}
    assert texts[NOTES_NAME] == "One says this."
    assert texts["extra.txt"] == "They will call on Monday."  # a file only adds


def test_tabs_on_different_steps_do_not_meet(debriefed: Browser) -> None:
    debriefed.open("/debrief/1/job")
    job = debriefed.fields("/debrief/1/job") | {"job": "Pastry cook"}
    debriefed.open("/debrief/1/talk")
    talk = debriefed.fields("/debrief/1/talk") | {"temper": "warm"}
    assert debriefed.client.post("/debrief/1/job", data=job).status_code == 200
    assert debriefed.client.post("/debrief/1/talk", data=talk).status_code == 200
    assert 'value="Pastry cook"' in debriefed.open("/debrief/1/job")


def test_words_added_later_are_read(debriefed: Browser, place: Path) -> None:
    debriefed.open("/debrief/1/words")
    files = [("files", ("more.txt", b"They asked for two references.", "text/plain"))]
    debriefed.send("/debrief/1/words", files=files, to="answer")
    assert "They asked for references or papers" in debriefed.text
    with Journal.open(place) as book:
        assert "contact.references" in {one.label for one in book.get(1).interview.evidence}


@pytest.mark.parametrize(
    "path",
    ["/debrief/1/nothing", "/debrief/99/job", "/debrief/x/job", "/debrief/²/job", f"/debrief/{'9' * 30}/job"],
)
def test_what_is_not_there_is_told(debriefed: Browser, path: str) -> None:
    debriefed.open(path)
    assert debriefed.status == 404
    assert "That did not work" in debriefed.text
