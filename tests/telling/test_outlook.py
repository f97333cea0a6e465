"""The coming weeks on every face: drawn, and told in words beside the drawing."""

from __future__ import annotations

import io
import json
import re
from datetime import date

import pytest
from rich.console import Console

from wentwell.interview import Answer, Context, Interview
from wentwell.telling import to_html, to_json, to_markdown, to_terminal
from wentwell.weighing import weigh

TODAY = date(2026, 3, 9)
CONTEXT = Context(stage="first", interview_date=date(2026, 3, 6), promised_date=date(2026, 3, 21))


def waiting(context: Context = CONTEXT) -> Answer:
    return Answer(
        interview=Interview(context=context), assessment=weigh([], context, 0.5, TODAY, outlook=True)
    )


def to_text(answer: Answer, *, number: bool = True, width: int = 90) -> str:
    file = io.StringIO()
    to_terminal(answer, Console(file=file, width=width), number=number)
    return file.getvalue()


@pytest.mark.parametrize("face", [to_text, to_markdown, to_html])
@pytest.mark.parametrize("number", [True, False])
def test_the_days_that_matter_are_told(face: object, number: bool) -> None:
    answer = waiting()
    assert answer.assessment.outlook is not None
    told = " ".join(face(answer, number=number).split())  # type: ignore[operator]
    assert "If nothing comes" in told
    for day in ("Mon 23 Mar 2026", "the promised day", "have heard by then", "better to count on nothing"):
        assert day in told
    last = answer.assessment.outlook.dates[-1]
    assert (f"{last.probability:.0%}".rstrip("%") in told) is number or not number
    if not number:
        assert not re.search(r"of 100|\d ?%", re.sub(r"<style>.*</style>", "", told))


@pytest.mark.parametrize("face", [to_text, to_markdown, to_html])
def test_nothing_is_told_where_no_silence_can_be_counted(face: object) -> None:
    told = face(waiting(Context(stage="first")))  # type: ignore[operator]
    assert "If nothing comes" not in told


@pytest.mark.parametrize("width", [24, 40, 90])
def test_the_chart_fits_the_terminal(width: int) -> None:
    lines = to_text(waiting(), width=width).splitlines()
    section = lines[lines.index("If nothing comes") :]
    assert max(map(len, section[: section.index("")])) <= width


def test_the_chart_on_the_page_has_its_text() -> None:
    page = to_html(waiting())
    drawing = page[page.index('<figure class="outlook">') :]
    label = re.search(r'role="img" aria-label="([^"]+)"', drawing)
    assert label is not None
    assert "of 100 today" in label[1]
    outlook = waiting().assessment.outlook
    assert outlook is not None
    assert drawing.count('<th scope="row">') == len(outlook.days)
    points = re.search(r'<polyline class="course" points="([^"]+)"', drawing)
    assert points is not None
    heights = [float(pair.split(",")[1]) for pair in points[1].split()]
    assert heights == sorted(heights)  # down the page, never up
    assert len(heights) == len(outlook.days)


def test_json_holds_the_outlook() -> None:
    answer = waiting()
    assert Answer.model_validate(json.loads(to_json(answer))["answer"]) == answer
