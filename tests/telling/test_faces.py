"""What holds for every face."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from wentwell import __version__
from wentwell.interview import Answer, Context, Document, Evidence, Interview
from wentwell.telling import to_html, to_json, to_markdown, to_terminal
from wentwell.weighing import weigh


def to_text(answer: Answer, *, number: bool = True) -> str:
    file = io.StringIO()
    to_terminal(answer, Console(file=file, width=100), number=number)
    return file.getvalue()


FACES = [to_text, to_markdown, to_html]
Face = Callable[..., str]


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("number", [True, False])
def test_house_rules(answer: Answer, face: Face, number: bool) -> None:
    told = face(answer, number=number).casefold()
    assert not re.search(r"you got (it|the job)|you failed|stop (searching|looking)", told)
    assert "keep the search going" in " ".join(told.split())


@pytest.mark.parametrize("face", FACES)
def test_without_number_no_chance_is_told_as_a_figure(answer: Answer, face: Face) -> None:
    told = face(answer, number=False)
    assert not re.search(r"\d\s*[%％]", told)
    assert not re.search(r"per\s?cent|of 100|in 10\b|of 10\b|points", told)
    shown = re.sub(r"<style>.*</style>", "", told, flags=re.DOTALL)
    assert not re.search(r"(?<!\d)0?\.\d", shown)


@pytest.mark.parametrize("face", FACES)
def test_without_number_nothing_betrays_it(make: Callable[..., Answer], face: Face) -> None:
    one = make(probability=0.31, low=0.27, high=0.41, gut=0.61)
    other = make(probability=0.36, low=0.29, high=0.42, gut=0.72)
    assert face(one, number=False) == face(other, number=False)
    assert face(one) != face(other)


@pytest.mark.parametrize("face", FACES)
def test_without_number_way_and_strength_are_told(make: Callable[..., Answer], face: Face) -> None:
    told = face(make(), number=False)
    assert "speaks clearly against it" in told
    assert "speaks a little for it" in told
    assert "hardly matters" in told
    assert "opinion only" in told


@pytest.mark.parametrize("face", FACES)
def test_the_band_stands_beside_the_number(make: Callable[..., Answer], face: Face) -> None:
    told = " ".join(face(make(target="an offer")).split())
    assert "about 26 to 54 lead to an offer. Our middle guess is 39." in told
    assert "(about 50 of 100, between 33 and 66)" in told


@pytest.mark.parametrize("face", FACES)
def test_evidence_without_weight_is_listed_under_its_name(make: Callable[..., Answer], face: Face) -> None:
    told = face(make())
    assert "given no weight" in told
    assert told.index("given no weight") < told.index("I think I did fine")
    assert "gut.good" not in told


@pytest.mark.parametrize("face", FACES)
def test_long_quotes_are_shortened_for_display_only(speak: Callable[[str], Answer], face: Face) -> None:
    text = "We spoke of the harbour and its many cranes. " * 20
    told = face(speak(text))
    assert "[…]" in told or "\\[…\\]" in told
    assert text in to_json(speak(text))


def test_json_gives_the_answer_back(answer: Answer) -> None:
    told = json.loads(to_json(answer))
    assert told["wentwell"] == __version__
    assert told["schema"] == "wentwell.answer/1"
    assert Answer.model_validate(told["answer"]) == answer
    assert told["answer"] == json.loads(answer.model_dump_json())


def test_json_is_stable(answer: Answer) -> None:
    assert to_json(answer) == to_json(answer.model_copy(deep=True))


@given(text=st.text())
def test_json_is_whole_and_printable_anywhere(speak: Callable[[str], Answer], text: str) -> None:
    answer = speak(text)
    told = to_json(answer)
    assert told.isascii()
    assert all(sign.isprintable() or sign == "\n" for sign in told)
    assert Answer.model_validate(json.loads(told)["answer"]) == answer


def test_rows_that_hardly_matter_are_told_as_one_and_their_quotes_stay() -> None:
    words = "Four small things that happened."
    labels = ("interest.motivation", "contact.open_door", "salary.asked", "reply.dry", "contact.references")
    found = tuple(
        Evidence(label=label, quote=words, start=0, end=len(words), raised_by="candidate", document="n.txt")
        for label in labels
    )
    interview = Interview(documents=(Document.from_text(words, name="n.txt"),), evidence=found)
    told = to_markdown(Answer(interview=interview, assessment=weigh(found, Context(stage="first"))))
    table = told[told.index("| What") : told.index("- **")]
    assert re.search(r"\| [3-5] more \|", table)
    assert "They asked about your pay" not in table
    assert told.count(words) >= len(labels)
