"""Mails, talks and practice as JSON: the same calls as their rooms."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from wentwell.journal import Journal, SearchBook

from ..filing.mails import INVITED, ME, RECEIPT, REFUSAL, REPLY, THANKS, UNSURE, fill

BASE = "/api/v1"
TALK: dict[str, Any] = {
    "context": {"stage": "second"},
    "documents": [
        {"text": "I rambled when they asked about my weaknesses.", "name": "notes"},
        {
            "kind": "transcript",
            "name": "call",
            "text": "Why us?\nI like bread.\nWhen could you start?\nIn March, I think.",
            "turns": [
                {"start": 0, "end": 7, "speaker": "A"},
                {"start": 8, "end": 21, "speaker": "B"},
                {"start": 22, "end": 43, "speaker": "C"},
                {"start": 44, "end": 62, "speaker": "B"},
            ],
        },
    ],
}


def fits(client: TestClient, name: str, value: Any) -> None:
    schema = client.get(f"{BASE}/openapi.json").json()
    Draft202012Validator({"$ref": f"#/components/schemas/{name}", **schema}).validate(value)


@pytest.fixture
def mails(client: TestClient, place: Path) -> TestClient:
    with Journal.open(place) as book:
        fill(book)
    for text in (INVITED, THANKS, REPLY, REFUSAL, UNSURE, RECEIPT):
        answer = client.post(f"{BASE}/mails", json={"text": text, "mine": [ME]})
        assert answer.status_code == 201, answer.text
    return client


def test_mails_from_taking_in_to_undoing(mails: TestClient, place: Path) -> None:
    inbox = mails.get(f"{BASE}/inbox").json()
    fits(mails, "Inbox", inbox)
    (wait,), (asks,) = inbox["waiting"], inbox["proposals"]
    assert set(wait["jobs"]) >= {1, 2}
    assert asks["outcome"]["kind"] == "rejected"
    assert len(mails.get(f"{BASE}/mails").json()) == 6
    assert [one["number"] for one in mails.get(f"{BASE}/mails?state=waiting").json()] == [wait["number"]]
    words = mails.get(f"{BASE}/mails/{wait['number']}").json()
    assert "still talking to others" in words["message"]["document"]["text"]

    late = {"job": 1, "if_changed_at": "2031-01-01T00:00:00Z"}
    assert mails.post(f"{BASE}/mails/{wait['number']}/file", json=late).status_code == 409
    filed = mails.post(
        f"{BASE}/mails/{wait['number']}/file", json={"job": 2, "if_changed_at": wait["changed_at"]}
    ).json()
    assert (filed["state"], filed["job"]) == ("attached", 2)
    assert len(mails.get(f"{BASE}/mails?job=2").json()) == 1
    put_aside = mails.post(f"{BASE}/mails/{wait['number']}/file", json={"job": None}).json()
    assert (put_aside["state"], put_aside["job"]) == ("dismissed", None)

    said = mails.post(f"{BASE}/mails/{asks['number']}/answer", json={"answer": "yes"})
    assert said.json()["answer"] == "yes"
    assert mails.post(f"{BASE}/mails/{asks['number']}/answer", json={"answer": "no"}).status_code == 409
    with Journal.open(place) as book:
        assert SearchBook(book).get(1).closing == "refused"
    undone = mails.post(f"{BASE}/mails/undo").json()
    assert undone["outcome"] == "rejected"
    with Journal.open(place) as book:
        assert SearchBook(book).get(1).is_open
    for _ in range(8):
        assert mails.post(f"{BASE}/mails/undo").status_code == 200
    assert mails.post(f"{BASE}/mails/undo").status_code == 409
    assert mails.get(f"{BASE}/mails").json() == []


def test_a_mail_needs_a_job(client: TestClient) -> None:
    assert client.get(f"{BASE}/inbox").json() == {"waiting": [], "proposals": [], "later": 0}
    assert client.post(f"{BASE}/mails", json={"text": REPLY}).status_code == 409


@pytest.fixture
def talked(client: TestClient) -> TestClient:
    assert client.post(f"{BASE}/interviews", json=TALK).status_code == 201
    return client


def test_a_talk_is_put_right_and_undone(talked: TestClient) -> None:
    path = f"{BASE}/interviews/1/talks/1"
    first = talked.get(path).json()
    fits(talked, "Talk", first)
    assert [one["name"] for one in first["speakers"]] == ["A", "B", "C"]
    assert any(one["guessed"] for one in first["speakers"])

    def change(do: str, **fields: Any) -> Any:
        answer = talked.post(f"{path}/changes", json={"do": do, **fields})
        assert answer.status_code == 200, answer.text
        return answer.json()

    told = change("confirm", if_updated_at=first["updated_at"])
    assert not any(one["guessed"] for one in told["speakers"])
    assert told["last_change"] == "Kept: that is who they are."
    late = {"do": "confirm", "if_updated_at": first["updated_at"]}
    assert talked.post(f"{path}/changes", json=late).status_code == 409
    told = change("role", speaker=2, role="other")
    assert told["speakers"][2]["role"] == "other"
    told = change("rename", speaker=0, name="Ms Lane")
    assert told["speakers"][0]["name"] == "Ms Lane"
    told = change("merge", speaker=2, into=0)
    assert [one["turns"] for one in told["speakers"]] == [[0, 2], [1, 3]]
    told = change("split", turns=[2], name="Mr Roth", role="interviewer")
    assert [one["name"] for one in told["speakers"]] == ["Ms Lane", "B", "Mr Roth"]
    told = change("assign", turns=[2], speaker=0)
    assert len(told["speakers"]) == 2
    told = change("reword", turn=1, words="I love bread.\n")
    assert "I love bread.\nWhen" in told["document"]["text"]
    told = change("cut", turn=3, words="I think")
    assert len(told["document"]["turns"]) == 5
    assert told["effect"]
    for _ in range(8):
        answer = talked.post(f"{path}/undo")
        assert answer.status_code == 200
    back = answer.json()
    assert back["document"] == first["document"]
    assert back["speakers"] == first["speakers"]
    assert talked.post(f"{path}/undo").status_code == 409


def test_practice_from_making_to_putting_away(talked: TestClient) -> None:
    assert talked.get(f"{BASE}/practice").json() == []
    made = talked.post(f"{BASE}/interviews/1/practice")
    assert made.status_code == 201
    card = next(one for one in made.json() if "weaknesses" in one["card"]["question"])
    fits(talked, "Card", card)
    assert card["outline"]
    assert talked.post(f"{BASE}/interviews/1/practice").json() == []
    path = f"{BASE}/practice/{card['number']}"
    assert talked.get(f"{path}/measures").status_code == 409
    assert talked.post(f"{path}/rating", json={"rating": "good"}).status_code == 409
    words = "Last May the ovens failed. I rang six bakers and since then we bake for three shops."
    kept = talked.put(f"{path}/answer", json={"answer": words, "if_changed_at": card["changed_at"]}).json()
    assert kept["answer"] == words
    late = {"answer": "Mine.", "if_changed_at": card["changed_at"]}
    assert talked.put(f"{path}/answer", json=late).status_code == 409
    counts = talked.get(f"{path}/measures").json()
    assert counts["now"]["result"]
    assert not counts["practised"]
    rated = talked.post(f"{path}/rating", json={"rating": "good", "if_changed_at": kept["changed_at"]}).json()
    assert [one["rating"] for one in rated["attempts"]] == ["good"]
    assert not rated["is_due"]
    assert card["number"] not in {one["number"] for one in talked.get(f"{BASE}/practice?due=true").json()}
    worded = talked.put(f"{path}/question", json={"question": " What is  weak? ", "kind": "improve"}).json()
    assert worded["card"]["question"] == "What is weak?"
    assert talked.post(f"{path}/drop").json()["dropped"]
    assert talked.put(f"{path}/answer", json={"answer": "x"}).status_code == 404
    assert talked.get(path).json()["dropped"]
    assert not talked.post(f"{path}/take-up").json()["dropped"]


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/mails/9", None, 404),
        ("POST", "/mails", {"text": "  "}, 422),
        ("POST", "/mails/9/file", {"job": 1}, 404),
        ("POST", "/mails/9/file", {}, 422),
        ("POST", "/mails/9/answer", {"answer": "perhaps"}, 422),
        ("GET", "/practice/9", None, 404),
        ("GET", "/practice/9/measures", None, 404),
        ("POST", "/practice/9/take-up", None, 404),
        ("POST", "/practice/9/rating", {"rating": "superb"}, 422),
        ("GET", "/interviews/1/talks/0", None, 404),
        ("GET", "/interviews/1/talks/7", None, 404),
        ("GET", "/interviews/9/talks/1", None, 404),
        ("POST", "/interviews/1/talks/1/changes", {"do": "shout"}, 422),
        ("POST", "/interviews/1/talks/1/changes", {"do": "role", "speaker": 7, "role": "other"}, 422),
        ("POST", "/interviews/1/talks/1/changes", {"do": "merge", "speaker": 1, "into": 1}, 422),
        ("POST", "/interviews/1/talks/1/changes", {"do": "assign", "turns": [99], "speaker": 0}, 422),
        ("POST", "/interviews/1/talks/1/changes", {"do": "cut", "turn": 1, "words": "not there"}, 422),
        ("POST", "/interviews/1/talks/1/undo", None, 409),
    ],
)
def test_what_is_wrong_comes_as_a_problem(
    talked: TestClient, method: str, path: str, body: Any, status: int
) -> None:
    answer = talked.request(method, f"{BASE}{path}", json=body)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert "\n" not in answer.json()["detail"]
