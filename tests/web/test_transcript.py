"""The room of a talk: read, who is who, speakers merged and split, lines corrected; each change undone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from wentwell.interview import Document
from wentwell.journal import Journal

from .pages import Browser

TALK = """\
[00:00:02] Speaker 1: Thanks for coming to the bakery. Why do you want to work with us?
[00:00:11] Speaker 2: I worked with dough for six years, and I like the early hours.
[00:00:24] Speaker 3: That is exactly what we need here. When could you start?
[00:00:31] Speaker 2: In March, I think. What does the job pay?
[00:00:38] Speaker 1: We pay nights well. You will hear from us by Friday.
"""
ROOM = "/interview/1/text/1"


@pytest.fixture
def talked(debriefed: Browser) -> Browser:
    """A finished debrief with a talk in it, the talk's room open."""
    debriefed.open("/debrief/1/words")
    debriefed.send(
        "/debrief/1/words", files={"files": ("call.txt", TALK.encode(), "text/plain")}, to="answer"
    )
    debriefed.open(ROOM)
    assert debriefed.status == 200
    return debriefed


def _talk(place: Path) -> Document:
    with Journal.open(place) as book:
        return next(one for one in book.get(1).interview.documents if one.turns)


def _send(browser: Browser, to: str, **fields: Any) -> None:
    """Send one of the forms of the room, by its last word."""
    browser.send(f"{ROOM}/{to}$", **{name.replace("__", ":"): value for name, value in fields.items()})


def _picked(browser: Browser, *turns: int, **fields: str) -> None:
    sent = browser.fields(f"{ROOM}/turns$") | {"pick": [str(turn) for turn in turns]} | fields
    browser._took(browser.client.post(f"{ROOM}/turns", data=sent))


def _undo(browser: Browser) -> None:
    browser.send(f"{ROOM}/undo$")


def test_a_talk_is_read_with_its_times_signs_and_who_talked(talked: Browser) -> None:
    assert "Speaker 1" in talked.text
    assert "00:24" in talked.text
    assert re.search(r'<mark id="at-\d+"[^>]*>When could you start\?</mark>', talked.page)
    assert 'href="/signs/selling.start_date"' in talked.page
    lanes = re.findall(r'aria-label="(Speaker \d: [^"]+)"', talked.page)
    assert len(lanes) == 3
    assert "2 turns" in lanes[0]
    assert "between 00:02 and" in lanes[0]
    shares = [int(one) for one in re.findall(r"(\d+) of 100 words", " ".join(lanes))]
    assert abs(sum(shares) - 100) <= 2


def test_a_guess_is_shown_as_one_until_it_is_told(talked: Browser, place: Path) -> None:
    assert "Only a guess." in talked.text
    assert "--i-am" not in talked.text
    assert "Guess: you" in talked.text
    talked.open("/interview/1")
    assert "Say who is who in call.txt" in talked.text
    talked.open(ROOM)
    _send(talked, "confirm")
    assert "Only a guess." not in talked.text
    assert not any(turn.guessed for turn in _talk(place).turns)
    _undo(talked)
    assert "Only a guess." in talked.text


def test_who_is_who_moves_the_signs(talked: Browser, place: Path) -> None:
    _send(talked, "speakers", role__2="candidate", role__1="interviewer", role__0="interviewer")
    assert "Speaker 3 is you" in talked.text
    assert not re.search(r"<mark[^>]*>When could you start", talked.page)
    assert [turn.role for turn in _talk(place).turns].count("candidate") == 1
    _undo(talked)
    assert re.search(r"<mark[^>]*>When could you start", talked.page)


def test_renamed_and_merged_and_undone_one_after_the_other(talked: Browser, place: Path) -> None:
    kept = _talk(place)
    _send(talked, "speakers", name__0="Mara <b>Lind</b>")
    assert "Mara <b>Lind</b>" in talked.text
    assert "<b>Lind" not in talked.page
    _send(talked, "speakers", into__2="0")
    assert {turn.name for turn in _talk(place).turns if turn.speaker == "Speaker 1"} == {"Mara <b>Lind</b>"}
    assert len({turn.speaker for turn in _talk(place).turns}) == 2
    _undo(talked)
    assert len({turn.speaker for turn in _talk(place).turns}) == 3
    _undo(talked)
    assert _talk(place) == kept
    assert f"{ROOM}/undo" not in talked.page


def test_speakers_that_are_each_the_other_are_told(talked: Browser, place: Path) -> None:
    kept = _talk(place)
    _send(talked, "speakers", into__0="2", into__2="0", name__1="Joan")
    assert talked.status == 422
    assert "choose one of them" in talked.text
    assert 'value="Joan"' in talked.page
    assert _talk(place) == kept


def test_turns_given_to_somebody_new_and_to_somebody_known(talked: Browser, place: Path) -> None:
    _picked(talked, 1, speaker="new", name="Otto", role="other")
    assert talked.path == ROOM
    assert next((turn.name, turn.role) for turn in _talk(place).turns) == ("Otto", "other")
    _picked(talked, 5, 1, speaker="2")
    assert {turn.speaker for turn in _talk(place).turns} == {"Speaker 2", "Speaker 3"}
    _picked(talked, speaker="0")
    assert talked.status == 422
    assert "tick the turns" in talked.text
    _picked(talked, 2, speaker="new", name="")
    assert talked.status == 422
    assert re.search(r'value="2" form="give"[^>]* checked', talked.page)


def test_a_line_is_corrected_and_what_is_tied_to_words_moves(talked: Browser, place: Path) -> None:
    talked.send(f"{ROOM}/sign$", label="warmth", quote="You will hear from us by Friday.")
    assert "Added:" in talked.text
    talked.open(f"{ROOM}?turn=3")
    _send(talked, "turn", words="When could you start with us, Joan?")
    assert "The words are corrected." in talked.text
    talk = _talk(place)
    assert talk.words(talk.turns[2]) == "When could you start with us, Joan?"
    with Journal.open(place) as book:
        interview = book.get(1).interview
    (made,) = interview.corrections
    assert talk.text[made.start : made.end] == "You will hear from us by Friday."
    for found in interview.evidence:
        if found.document == "call.txt":
            assert talk.text[found.start : found.end] == found.quote
    assert re.search(r"<mark[^>]*>When could you start with us, Joan\?</mark>", talked.page)
    _undo(talked)
    assert "That is exactly what we need here." in talked.text


def test_a_correction_whose_words_go_is_told(talked: Browser) -> None:
    talked.send(f"{ROOM}/sign$", label="warmth", quote="nights well")
    talked.open(f"{ROOM}?turn=5")
    _send(talked, "turn", words="You will hear from us by Friday.")
    assert "no longer fits the words" in talked.text
    assert "it changes nothing" in talked.text
    _undo(talked)
    assert "it changes nothing" not in talked.text


def test_a_turn_is_cut_where_somebody_else_begins(talked: Browser, place: Path) -> None:
    talked.open(f"{ROOM}?turn=4")
    fields = {"turn": "4", "do": "cut", "from": "What does the job", "speaker": "2", "was": _was(talked)}
    fields["token"] = talked.fields(f"{ROOM}/turn$")["token"]
    talked._took(talked.client.post(f"{ROOM}/turn", data=fields))
    talk = _talk(place)
    assert len(talk.turns) == 6
    assert (talk.words(talk.turns[4]), talk.turns[4].speaker) == ("What does the job pay?", "Speaker 3")
    _undo(talked)
    assert len(_talk(place).turns) == 5


def _was(browser: Browser) -> str:
    return str(browser.fields(f"{ROOM}/turns$")["was"])


def test_a_sign_is_struck_and_taken_back_in_the_talk(talked: Browser) -> None:
    talked.open(f"{ROOM}?turn=3")
    talked.send(f"{ROOM}/sign$")  # the first of its forms strikes
    assert "Struck: They asked when you could start." in talked.text
    assert not re.search(r"<mark[^>]*>When could you start", talked.page)
    fields = talked.fields(f"{ROOM}/sign$")
    which = re.search(r'name="which" value="([^"]+)"', talked.page)
    assert which
    data = {"token": fields["token"], "do": "back", "which": which[1]}
    talked._took(talked.client.post(f"{ROOM}/sign", data=data))
    assert re.search(r"<mark[^>]*>When could you start", talked.page)


def test_words_that_are_not_there_are_told_and_what_was_typed_stays(talked: Browser) -> None:
    talked.send(f"{ROOM}/sign$", label="warmth", quote="nothing of the kind")
    assert talked.status == 422
    assert "not in the text" in talked.text
    assert "nothing of the kind" in str(talked.fields(f"{ROOM}/sign$")["quote"])


def test_two_tabs_see_each_other(talked: Browser, place: Path) -> None:
    talked.open(f"{ROOM}?turn=5")
    stale = talked.fields(f"{ROOM}/turn$") | {"words": "We pay well, and soon."}
    talked.open(ROOM)
    _send(talked, "speakers", name__0="Mara")
    talked._took(talked.client.post(f"{ROOM}/turn", data=stale))
    assert talked.status == 409
    assert "changed since you opened it" in talked.text
    assert talked.fields(f"{ROOM}/turn$")["words"].strip() == "We pay well, and soon."
    assert "nights well" in _talk(place).text
    _send(talked, "turn")
    assert talked.status == 200
    assert "We pay well, and soon." in _talk(place).text
    assert _talk(place).turns[0].name == "Mara"


def test_an_undo_after_another_change_undoes_nothing(talked: Browser, place: Path) -> None:
    _send(talked, "speakers", name__0="Mara")
    token = talked.fields(f"{ROOM}/undo$")
    with Journal.open(place) as book:
        interview = book.get(1).interview
        changed = tuple(
            one.model_copy(update={"turns": one.turns[:-1]}) if one.turns else one
            for one in interview.documents
        )
        book.update(1, interview.model_copy(update={"documents": changed}))
    talked._took(talked.client.post(f"{ROOM}/undo", data=token))
    assert talked.status == 409
    assert "nothing to undo" in talked.text
    assert _talk(place).turns[0].name == "Mara"


def test_what_is_asked_wrongly_is_told(talked: Browser) -> None:
    for path in ("/interview/1/text/9", "/interview/1/text/x", "/interview/1/text/-1"):
        talked.open(path)
        assert talked.status == 404
    talked.open(f"{ROOM}?turn=999")
    assert talked.status == 200
    fields = talked.fields(f"{ROOM}/turns$") | {"turn": "99", "do": "words", "words": "Hello"}
    talked._took(talked.client.post(f"{ROOM}/turn", data=fields))
    assert talked.status == 422
    assert "no such turn" in talked.text
    talked._took(talked.client.post("/interview/1/text/0/turn", data=fields))
    assert talked.status == 404


def test_a_talk_without_times_goes_by_words(debriefed: Browser) -> None:
    bare = re.sub(r"(?m)^\[\S+\] ", "", TALK)
    debriefed.open("/debrief/1/words")
    debriefed.send(
        "/debrief/1/words", files={"files": ("bare.txt", bare.encode(), "text/plain")}, to="answer"
    )
    debriefed.open(ROOM)
    assert "tells no times" in debriefed.text
    assert "turn 3" in debriefed.text


def test_the_long_page_comes_without_a_script_that_it_does_not_need(talked: Browser) -> None:
    assert not re.search(r"\shx-|htmx\.min\.js", talked.page)
    talked.open("/interview/1")
    assert re.search(r"\shx-", talked.page)
    assert "htmx.min.js" in talked.page
