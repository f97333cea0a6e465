"""The API does what its own description says: cases made of it by Schemathesis."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from wentwell.web import create_app

from .pages import ADDRESS
from .test_api import INTERVIEW
from .test_api_rooms import TALK

ABOUT_IT = (
    "From: Ines Roth <ines@crumbandsons.example>\nSubject: Head baker at Crumb & Sons\n"
    "Date: Thu, 06 Mar 2031 10:00:00 +0100\n\nThank you for talking about Head baker at Crumb & Sons.\n"
)

_CASES = 12
"""Of each call: a few, but new ones of each kind; at night more."""

CALLS = [
    (method, path, mode)
    for path, calls in create_app("never-opened.sqlite").openapi()["paths"].items()
    for method in calls
    for mode in GenerationMode
    # else nothing in it could be wrong
    if mode is GenerationMode.POSITIVE or "{" in path or "requestBody" in calls[method]
]


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    """The application with interviews, a talk, a card and a mail; one interview may be deleted."""
    place: Path = tmp_path_factory.mktemp("schema") / "journal.sqlite"
    app = create_app(place, hosts=("127.0.0.1", "testserver"))
    with TestClient(app, base_url=ADDRESS) as client:
        for _ in range(2):
            assert client.post("/api/v1/interviews", json=INTERVIEW).status_code == 201
        # interview 3 holds the talk and its card; mail 1 is for the cases to file
        assert client.post("/api/v1/interviews", json=TALK).status_code == 201
        assert client.post("/api/v1/interviews/3/practice").json()
        assert client.post("/api/v1/mails", json={"text": ABOUT_IT}).status_code == 201
        yield app


@pytest.fixture(scope="module")
def schema(described: FastAPI) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", described)


@pytest.mark.parametrize(("method", "path", "mode"), CALLS)
def test_the_api_does_what_its_schema_says(
    schema: schemathesis.BaseSchema, method: str, path: str, mode: GenerationMode
) -> None:
    @settings(max_examples=_CASES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=schema[path][method].as_strategy(generation_mode=mode))
    def check(case: schemathesis.Case[Any]) -> None:
        number = (case.path_parameters or {}).get("number")
        if isinstance(number, int) and number > 0:
            # one that is there, or nearly every case would end at the door
            case.path_parameters["number"] = 2 if method == "delete" else 3 if "/talks/" in path else 1
        if isinstance((case.path_parameters or {}).get("place"), int) and case.path_parameters["place"] >= 0:
            case.path_parameters["place"] = 1
        # that two days, or a quote and its place, belong together is more than a schema can say
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    check()
