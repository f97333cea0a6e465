from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from wentwell.interview import Assessment, Context, Correction, Document, Evidence, Interview, Opportunity
from wentwell.journal import Journal

TEXT = "Lena told me whom I would report to. 😀 She asked what I hope to earn."


def make_interview(employer: str = "Brook & Sons", job: str = "Baker", gut: float | None = 0.6) -> Interview:
    start = TEXT.index("asked what I hope to earn")
    return Interview(
        opportunity=Opportunity(employer=employer, job=job),
        context=Context(stage="first", format="onsite", interviewers=2, interviewer_roles=("decider",)),
        documents=(Document.from_text(TEXT, name="evening.txt"),),
        answers={"intro.tour": "yes", "contact.given": "no"},
        feeling="hopeful",
        gut=gut,
        evidence=(
            Evidence(
                label="salary.asked",
                quote=TEXT[start : start + 5],
                start=start,
                end=start + 5,
                raised_by="interviewer",
                document="evening.txt",
            ),
        ),
        corrections=(make_correction(),),
    )


def make_correction(quote: str = "told me whom I would report to. 😀", minute: int = 0) -> Correction:
    start = TEXT.index(quote)
    return Correction(
        done="add",
        label="duties.you_in_role",
        document="evening.txt",
        start=start,
        end=start + len(quote),
        quote=quote,
        made_at=datetime(2031, 5, 3, 9, minute, tzinfo=UTC),
    )


def make_assessment(probability: float = 0.4) -> Assessment:
    return Assessment(
        target="the next round",
        probability=probability,
        low=probability / 2,
        high=(1 + probability) / 2,
        base_rate=0.3,
        log_odds=-0.4,
        sd=0.7,
        notes=("Few signs were told.",),
    )


@pytest.fixture
def interview() -> Interview:
    return make_interview()


@pytest.fixture
def assessment() -> Assessment:
    return make_assessment()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.open(tmp_path / "journal.sqlite") as opened:
        yield opened


@pytest.fixture(scope="session")
def open_new(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Journal]:
    """Open a new journal quickly: a copy of an empty one."""
    folder = tmp_path_factory.mktemp("journals")
    empty = folder / "empty.sqlite"
    Journal.open(empty).close()
    numbers = count()

    def open_copy() -> Journal:
        path = folder / f"{next(numbers)}.sqlite"
        shutil.copy(empty, path)
        return Journal.open(path)

    return open_copy


@pytest.fixture(scope="session")
def some_interview() -> Callable[..., Interview]:
    return make_interview


@pytest.fixture(scope="session")
def some_correction() -> Callable[..., Correction]:
    return make_correction


@pytest.fixture(scope="session")
def some_assessment() -> Callable[..., Assessment]:
    return make_assessment
