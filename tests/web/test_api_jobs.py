from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from .conftest import Anew

JOB: dict[str, Any] = {
    "opportunity": {"employer": "Heron Ferries", "job": "Deckhand"},
    "details": {"tags": ["sea"], "deadline": {"day": "2027-01-08", "what": "send papers"}},
    "stage": "screen",
    "on": "2026-01-05",
}


def test_a_job_from_adding_to_deleting(client: TestClient) -> None:
    assert client.get("/api/v1/jobs").json() == []
    added = client.post("/api/v1/jobs", json=JOB)
    assert added.status_code == 201
    job = added.json()
    assert (job["number"], job["stage"], job["since"]) == (1, "screen", "2026-01-05")
    assert job["next_what"] == "send papers"
    schema = client.get("/api/v1/openapi.json").json()
    Draft202012Validator({"$ref": "#/components/schemas/Job", **schema}).validate(job)
    moved = client.post("/api/v1/jobs/1/moves", json={"stage": "final", "note": "quick"}).json()
    assert [step["stage"] for step in moved["history"]] == ["screen", "final"]
    late = {"stage": "offer", "if_last_step": job["history"][-1]["uuid"]}
    assert client.post("/api/v1/jobs/1/moves", json=late).status_code == 409
    assert client.get("/api/v1/jobs/1").json()["stage"] == "final"
    closed = client.post("/api/v1/jobs/1/moves", json={"stage": "closed", "closing": "refused"}).json()
    assert closed["closing"] == "refused"
    assert client.post("/api/v1/jobs/1/undo").json()["stage"] == "final"
    details = job["details"] | {"place": "Leeds"}
    changed = client.put("/api/v1/jobs/1", json={"details": details}).json()
    assert changed["details"]["place"] == "Leeds"
    assert changed["opportunity"] == JOB["opportunity"]
    reached = {one["stage"]: one["jobs"] for one in client.get("/api/v1/jobs/funnel").json()}
    assert reached == {"applied": 1, "screen": 1, "first": 1, "further": 1, "final": 1, "offer": 0}
    assert client.delete("/api/v1/jobs/1").status_code == 204
    assert client.get("/api/v1/jobs/1").status_code == 404


def test_jobs_are_listed_by_what_fits(client: TestClient) -> None:
    client.post("/api/v1/jobs", json=JOB)
    client.post("/api/v1/jobs", json={"opportunity": {"employer": "Tarn"}})
    for query, left in (
        ("tag=SEA", [1]),
        ("stage=applied&stage=offer", [2]),
        ("employer=heron", [1]),
        ("since=2026-01-06", [2]),
        ("open=true", [1, 2]),
        ("until=1999-01-01", []),
    ):
        assert [one["number"] for one in client.get(f"/api/v1/jobs?{query}").json()] == left, query


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/api/v1/jobs/7", None, 404),
        ("GET", f"/api/v1/jobs/{10**30}", None, 422),
        ("GET", "/api/v1/jobs?since=never", None, 422),
        ("POST", "/api/v1/jobs", {"opportunity": {"employer": " "}}, 422),
        ("POST", "/api/v1/jobs", {"opportunity": {"employer": "HERON ferries", "job": "deckhand"}}, 409),
        ("POST", "/api/v1/jobs/1/moves", {"stage": "closed"}, 422),
        ("POST", "/api/v1/jobs/1/moves", {"stage": "final", "closing": "refused"}, 422),
        ("POST", "/api/v1/jobs/1/moves", {"stage": "final", "on": "2999-01-01"}, 422),
        ("PUT", "/api/v1/jobs/1", {"surprise": 1}, 422),
        ("DELETE", "/api/v1/jobs/9", None, 404),
    ],
)
def test_what_is_wrong_comes_as_a_problem(
    client: TestClient, method: str, path: str, body: Any, status: int
) -> None:
    client.post("/api/v1/jobs", json=JOB)
    answer = client.request(method, path, json=body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]
    assert client.get("/api/v1/jobs/1").json()["stage"] == "screen"


_TEXT = st.text(max_size=30)
_DAYS = st.dates().map(str) | _TEXT
_STAGES = st.sampled_from(["applied", "final", "closed", "nowhere"])
_BODIES = st.fixed_dictionaries(
    {},
    optional={
        "opportunity": st.fixed_dictionaries({"employer": _TEXT}, optional={"job": _TEXT}),
        "details": st.fixed_dictionaries(
            {},
            optional={
                "tags": st.lists(_TEXT, max_size=2),
                "deadline": st.fixed_dictionaries({"day": _DAYS}, optional={"what": _TEXT}),
                "contacts": st.lists(st.fixed_dictionaries({"name": _TEXT}), max_size=2),
                "note": _TEXT,
            },
        ),
        "stage": _STAGES,
        "closing": st.sampled_from(["refused", "other", None]),
        "on": _DAYS,
        "note": _TEXT,
    },
)


@pytest.fixture(scope="module")
def with_job(tmp_path_factory: pytest.TempPathFactory, anew: Anew) -> bytes:
    """A journal with one job in it, made once."""
    client = anew(None)
    assert client.post("/api/v1/jobs", json=JOB).status_code == 201
    copy = tmp_path_factory.mktemp("job") / "copy.sqlite"
    app: Any = client.app
    with app.state.spaces[""].journal() as book:
        book.backup(copy)
    return copy.read_bytes()


@given(body=_BODIES, path=st.sampled_from(["jobs", "jobs/1/moves", "jobs/1", "jobs/1/undo"]))
def test_no_body_makes_it_fall(anew: Anew, with_job: bytes, body: Any, path: str) -> None:
    client = anew(with_job)
    answer = client.request(
        "PUT" if path == "jobs/1" else "POST",
        f"/api/v1/{path}",
        content=json.dumps(body).encode("utf-8", "surrogatepass"),
        headers={"content-type": "application/json"},
    )
    assert answer.status_code in (200, 201, 409, 422), answer.text
    # whatever was kept can be shown
    for page in ("/board", "/job/1", "/job/1/edit", "/api/v1/jobs", "/board/jobs.csv", "/board/jobs.md"):
        shown = client.get(page)
        assert shown.status_code == 200 or (page.startswith("/job") and path == "jobs/1/undo"), page
