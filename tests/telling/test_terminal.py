from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from wentwell.interview import Answer, Correction, Document, Evidence
from wentwell.telling import corrections_to_terminal, ledger_to_terminal, numbered_to_terminal, to_terminal

HOSTILE = "\x1b]8;;http://a.example\x07[bold]x[/bold] [link=http://a.example]y[/link] :cat: \x9b31m [/]\u202e"


def told(answer: Answer, width: int = 80, *, number: bool = True, **options: bool) -> str:
    file = io.StringIO()
    to_terminal(answer, Console(file=file, width=width, **options), number=number)  # type: ignore[arg-type]
    return file.getvalue()


def listed(answer: Answer) -> str:
    file = io.StringIO()
    interview = answer.interview
    ledger_to_terminal(interview.evidence, interview.documents, Console(file=file, width=80))
    return file.getvalue()


@pytest.mark.parametrize("number", [True, False])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_every_line_fits_and_nothing_trails(answer: Answer, width: int, number: bool) -> None:
    for line in told(answer, width, number=number).splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


def test_without_a_terminal_there_are_no_codes(answer: Answer) -> None:
    assert "\x1b" not in told(answer)


def test_no_colour_means_no_codes(answer: Answer) -> None:
    assert "\x1b" not in told(answer, force_terminal=True, no_color=True)


def test_a_terminal_gets_the_same_words_with_codes(answer: Answer) -> None:
    coloured = told(answer, force_terminal=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == told(answer)


def test_parts_come_in_order(make: Callable[..., Answer]) -> None:
    text = told(make())
    parts = (
        "The next round looks less likely than not.",
        "about 26 to 54 lead",
        "Please note",
        "How it adds up",
        "The words behind it",
        "“they would be in touch”",
        "Also found, and given no weight",
        "Looked for and not seen",
        "Not mentioned",
        "What would change it",
        "What to do next",
        "Notes",
        "keep the search going",
    )
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_the_waterfall_ends_where_the_answer_stands(make: Callable[..., Answer]) -> None:
    rows = re.findall(r"([+−]?\d+)?\s+(\d+)%(?!\))", told(make(), 60))
    shares = [int(share.replace("−", "-")) for share, _ in rows[1:-1]]
    chances = [int(chance) for _, chance in rows]
    assert chances[0] + sum(shares) == chances[-2] == chances[-1] == 39


def test_quotes_stand_with_their_place_and_speaker(make: Callable[..., Answer]) -> None:
    text = told(make())
    assert "Ines (the interviewer) · talk.vtt, turn 3, 04:31 · quite sure (88%)" in text
    assert "after the talk.txt, line 3 · fairly sure (71%)" in text


def test_ascii_where_the_encoding_has_no_more(answer: Answer) -> None:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding="ascii")
    to_terminal(answer, Console(file=file, width=80))
    file.flush()
    text = raw.getvalue().decode("ascii")
    assert "?" not in text.replace("\n", " ")
    assert ('"asked' in text) == ("“asked" in told(answer))


def test_an_encoding_that_is_unknown_gets_ascii(make: Callable[..., Answer]) -> None:
    class Odd(io.StringIO):
        encoding = "no-such-encoding"

    file = Odd()
    to_terminal(make(), Console(file=file, width=80))
    assert file.getvalue().isascii()


@pytest.mark.parametrize("width", [60, 120])
def test_hostile_text_is_shown_as_the_text_it_is(speak: Callable[[str], Answer], width: int) -> None:
    text = told(speak(HOSTILE), width)
    flat = " ".join(text.split())
    assert "[bold]x[/bold] [link=http://a.example]y[/link] :cat:" in flat
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


@given(text=st.text())
def test_no_text_brings_a_code_to_the_terminal(speak: Callable[[str], Answer], text: str) -> None:
    answer = speak(text)
    for shown in (told(answer), told(answer, number=False), listed(answer)):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", told(answer, force_terminal=True))
    assert "\x1b" not in coloured


def test_very_many_quotes_are_cut_short_and_counted(sample: Callable[[str], Answer]) -> None:
    text = told(sample("crowded"))
    assert text.count("“I like point") == 6
    assert "and 194 more like these" in text


def test_the_ledger_alone_shows_all_quotes_and_no_weight(sample: Callable[[str], Answer]) -> None:
    text = listed(sample("crowded"))
    assert text.count("“I like point") == 200
    assert "speaks" not in text
    assert text.startswith("They praised an answer\n")


def test_the_ledger_says_so_if_nothing_was_found(sample: Callable[[str], Answer]) -> None:
    assert listed(sample("bare")).startswith("No known sign was found")
    assert "No known sign was found" in told(sample("bare"))


@pytest.mark.parametrize("name", ["offer", "refused"])
def test_an_ended_process_shows_no_chance_and_no_empty_parts(
    sample: Callable[[str], Answer], name: str
) -> None:
    text = told(sample(name))
    assert "of 100" not in text
    assert "How it adds up" not in text
    assert "asked how much notice" in text
    assert "What to do next" in text


def test_a_numbered_list_shows_each_sign_by_itself_and_stays_plain() -> None:
    text = f"She was kind. {HOSTILE}"
    document = Document.from_text(text, name=HOSTILE)
    evidence = [
        Evidence(label=label, quote=text, start=0, end=len(text), document=HOSTILE)
        for label in ("warmth", "warmth", HOSTILE)
    ]
    file = io.StringIO()
    console = Console(file=file, width=80)
    numbered_to_terminal(evidence, [document], console, first=9)
    corrections = [
        Correction(
            done="strike",
            label=label,
            document=HOSTILE,
            start=start,
            end=start + 13,
            quote="She was kind.",
            made_at=datetime(2026, 3, 2, tzinfo=UTC),
        )
        for label, start in (("warmth", 0), (HOSTILE, 5))
    ]
    corrections_to_terminal(corrections, [document], console)
    shown = file.getvalue()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x80-\x9f\u202e]", shown)
    assert [f"{place:>5}  " in shown for place in (8, 9, 10, 11, 12)] == [False, True, True, True, False]
    assert shown.count("“She was kind.”") == 1
    assert shown.count("no longer fits the words") == 1
    assert all(cell_len(line) <= 80 for line in shown.splitlines())
