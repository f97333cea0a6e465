from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from .conftest import Anew

INTERVIEW: dict[str, Any] = {
    "opportunity": {"employer": "Crumb & Sons", "job": "Head baker"},
    "context": {"stage": "first", "employer": "mid"},
    "documents": [{"text": "They asked when I could start. I will hear on Friday.", "name": "notes.txt"}],
    "gut": 0.4,
}


def test_an_interview_from_adding_to_deleting(client: TestClient) -> None:
    assert client.get("/api/v1/interviews").json() == []
    added = client.post("/api/v1/interviews", json=INTERVIEW)
    assert added.status_code == 201
    kept = added.json()
    assert kept["number"] == 1
    quotes = {one["label"]: one["quote"] for one in kept["answer"]["interview"]["evidence"]}
    assert quotes["selling.start_date"] == "They asked when I could start."
    before = kept["answer"]["assessment"]["probability"]

    context = kept["interview"]["context"] | {"base_rate": 0.9}
    moved = client.put("/api/v1/interviews/1/context", json=context).json()
    assert moved["answer"]["assessment"]["probability"] > before

    change = {"do": "strike", "label": "selling.start_date", "quote": "They asked when I could start."}
    struck = client.post("/api/v1/interviews/1/corrections", json=change).json()
    assert "selling.start_date" not in {one["label"] for one in struck["answer"]["interview"]["evidence"]}
    correction = struck["interview"]["corrections"][0]
    back = client.post("/api/v1/interviews/1/corrections/take-back", json=correction).json()
    assert "selling.start_date" in {one["label"] for one in back["answer"]["interview"]["evidence"]}

    told = client.post("/api/v1/interviews/1/outcome", json={"kind": "advanced"}).json()
    assert told["interview"]["outcome"]["kind"] == "advanced"
    assert client.get("/api/v1/interviews").json()[0]["outcome"] == "advanced"
    again = client.post("/api/v1/interviews/1/outcome/take-back")
    assert again.json()["interview"]["outcome"] is None
    assert client.post("/api/v1/interviews/1/outcome/take-back").status_code == 409
    assert client.delete("/api/v1/interviews/1").status_code == 204
    assert client.get("/api/v1/interviews/1").status_code == 404


def test_words_are_weighed_and_not_kept(client: TestClient) -> None:
    answer = client.post("/api/v1/assess", json={"text": "They asked when I could start."})
    assert answer.status_code == 200
    assert answer.json()["assessment"]["contributions"]
    assert client.get("/api/v1/interviews").json() == []


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/api/v1/interviews/7", None, 404),
        ("GET", "/api/v1/interviews/0", None, 422),
        ("GET", f"/api/v1/interviews/{10**30}", None, 422),
        ("GET", "/api/v1/nothing", None, 404),
        ("POST", "/api/v1/interviews", {"gut": 7}, 422),
        ("POST", "/api/v1/interviews", {"surprise": 1}, 422),
        ("POST", "/api/v1/interviews", {"context": {"interview_date": "2999-01-01"}}, 422),
        ("POST", "/api/v1/interviews", {"context": {"country": "XX"}}, 422),
        ("POST", "/api/v1/interviews", {"context": {"interview_date": 0}}, 422),
        ("POST", "/api/v1/assess", {"text": ""}, 422),
        ("POST", "/api/v1/assess", {"text": "x", "today": "0001-01-01"}, 422),
        ("POST", "/api/v1/interviews/7/outcome", {"kind": "offer"}, 404),
    ],
)
def test_what_is_wrong_comes_as_a_problem(
    client: TestClient, method: str, path: str, body: Any, status: int
) -> None:
    answer = client.request(method, path, json=body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status
    assert told["detail"]
    assert "\n" not in told["detail"]


def test_an_error_does_not_repeat_the_words(client: TestClient) -> None:
    answer = client.post("/api/v1/assess", json={"text": "secret words", "kind": "diary of secrets"})
    assert answer.status_code == 422
    assert "secret" not in answer.text


def test_the_schema_is_one_and_names_every_call(client: TestClient) -> None:
    schema = client.get("/api/v1/openapi.json").json()
    assert set(schema["paths"]) == {
        "/api/v1/assess",
        "/api/v1/interviews",
        "/api/v1/interviews/{number}",
        "/api/v1/interviews/{number}/context",
        "/api/v1/interviews/{number}/corrections",
        "/api/v1/interviews/{number}/corrections/take-back",
        "/api/v1/interviews/{number}/outcome",
        "/api/v1/interviews/{number}/outcome/take-back",
        "/api/v1/jobs",
        "/api/v1/jobs/funnel",
        "/api/v1/jobs/{number}",
        "/api/v1/jobs/{number}/moves",
        "/api/v1/jobs/{number}/undo",
        "/api/v1/signs",
        "/api/v1/inbox",
        "/api/v1/mails",
        "/api/v1/mails/undo",
        "/api/v1/mails/{number}",
        "/api/v1/mails/{number}/file",
        "/api/v1/mails/{number}/answer",
        "/api/v1/interviews/{number}/talks/{place}",
        "/api/v1/interviews/{number}/talks/{place}/changes",
        "/api/v1/interviews/{number}/talks/{place}/undo",
        "/api/v1/interviews/{number}/practice",
        "/api/v1/practice",
        "/api/v1/practice/{number}",
        "/api/v1/practice/{number}/answer",
        "/api/v1/practice/{number}/measures",
        "/api/v1/practice/{number}/rating",
        "/api/v1/practice/{number}/question",
        "/api/v1/practice/{number}/drop",
        "/api/v1/practice/{number}/take-up",
    }
    kept = client.post("/api/v1/interviews", json=INTERVIEW).json()
    Draft202012Validator({"$ref": "#/components/schemas/Kept", **schema}).validate(kept)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
_DAYS = st.dates().map(str) | st.text(max_size=12)
_BODIES = _JSON | st.fixed_dictionaries(
    {},
    optional={
        "text": st.text(max_size=60),
        "kind": st.sampled_from(["notes", "mail", "offer", "advanced"]),
        "today": _DAYS,
        "on": _DAYS,
        "gut": st.floats(),
        "do": st.sampled_from(["add", "strike"]),
        "label": st.sampled_from(["salary.asked", "nothing"]),
        "quote": st.text(max_size=20),
        "answers": st.dictionaries(
            st.sampled_from(["warmth", "nothing"]), st.sampled_from(["yes", "no", "maybe"])
        ),
        "documents": st.lists(st.fixed_dictionaries({"text": st.text(max_size=40)}), max_size=2),
        "stage": st.sampled_from(["first", "last"]),
        "interview_date": _DAYS,
        "promised_date": _DAYS,
        "finalists": st.integers(),
        "context": st.fixed_dictionaries({}, optional={"interview_date": _DAYS, "base_rate": st.floats()}),
    },
)


@given(
    body=_BODIES,
    path=st.sampled_from(["assess", "interviews", "interviews/1/outcome", "interviews/1/corrections"]),
)
def test_no_body_makes_it_fall(anew: Anew, body: Any, path: str) -> None:
    import json

    data = json.dumps(body).encode("utf-8", "surrogatepass")
    answer = anew(None).post(f"/api/v1/{path}", content=data, headers={"content-type": "application/json"})
    assert answer.status_code in (200, 201, 404, 409, 422), answer.text
    if answer.status_code >= 400:
        assert answer.json()["status"] == answer.status_code
