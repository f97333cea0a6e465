"""A real server on this computer, asked as a user's own endpoint is."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from wentwell.polishing import Endpoint, EndpointError, configured, rephrase


class Asked:
    """What came in, and what to answer."""

    def __init__(self) -> None:
        self.requests: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.answer: Callable[[str], bytes] = lambda words: json.dumps(
            {"choices": [{"message": {"content": words}}]}
        ).encode()
        self.status = 200


@pytest.fixture
def server() -> Iterator[tuple[Endpoint, Asked]]:
    asked = Asked()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.requests.append((self.path, dict(self.headers), told))
            answer = asked.answer(told["messages"][-1]["content"])
            self.send_response(asked.status)
            if asked.status in (301, 302, 307):
                self.send_header("Location", "/v1/elsewhere")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: Any) -> None:
            return

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield Endpoint(f"http://127.0.0.1:{running.server_port}/v1", "small", "secret"), asked
    running.shutdown()
    running.server_close()
    thread.join()


def test_only_the_words_the_instruction_and_the_model_are_sent(server: tuple[Endpoint, Asked]) -> None:
    endpoint, asked = server
    assert rephrase(endpoint, "Thank you.") == "Thank you."
    ((path, headers, told),) = asked.requests
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer secret"
    assert set(told) == {"model", "temperature", "messages"}
    assert told["model"] == "small"
    assert [message["role"] for message in told["messages"]] == ["system", "user"]
    assert told["messages"][1]["content"] == "Thank you."


@pytest.mark.parametrize(
    ("status", "answer"),
    [
        (500, b"{}"),
        (401, b"no"),
        (302, b""),
        (200, b"no json"),
        (200, b"{}"),
        (200, b'{"choices": []}'),
        (200, b'{"choices": [{"message": {"content": null}}]}'),
        (200, b"[]"),
    ],
)
def test_no_answer_that_can_be_read_is_one_line_without_the_words(
    server: tuple[Endpoint, Asked], status: int, answer: bytes
) -> None:
    endpoint, asked = server
    asked.status, asked.answer = status, lambda words: answer
    with pytest.raises(EndpointError) as wrong:
        rephrase(endpoint, "My words.")
    assert "My words" not in str(wrong.value)
    assert "\n" not in str(wrong.value)
    # a redirect is not followed
    assert len(asked.requests) == 1


def test_nobody_there_is_told() -> None:
    with pytest.raises(EndpointError, match="did not answer"):
        rephrase(Endpoint("http://127.0.0.1:9/v1", "small"), "x", timeout=2)


@pytest.mark.parametrize(
    ("url", "model"),
    [
        ("", "m"),
        ("http://localhost/v1", ""),
        ("ftp://x/v1", "m"),
        ("http://models.example.org/v1", "m"),
        ("nonsense", "m"),
        ("http://[", "m"),
    ],
)
def test_what_is_not_set_up_or_not_safe_is_refused(url: str, model: str) -> None:
    with pytest.raises(EndpointError):
        configured({"WENTWELL_LLM_URL": url, "WENTWELL_LLM_MODEL": model})


def test_what_is_set_up_is_taken() -> None:
    told = {"WENTWELL_LLM_URL": "https://models.example.org/v1/", "WENTWELL_LLM_MODEL": "m"}
    assert configured(told) == Endpoint("https://models.example.org/v1", "m")
    assert configured(told).host == "models.example.org"


@pytest.mark.parametrize(
    ("turned", "told"),
    [
        (
            lambda words: words.replace("Thank you for your time", "Thank you for taking the time"),
            "Polished;",
        ),
        (lambda words: words + " I have led nine people.", "Not polished, as what came back"),
        (lambda words: words.replace("Kent", "Leeds"), "Not polished, as what came back"),
    ],
)
def test_a_draft_goes_there_and_comes_back_or_stays(  # noqa: PLR0917 - fixtures
    server: tuple[Endpoint, Asked],
    turned: Callable[[str], str],
    told: str,
    tmp_path: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    import sys
    from datetime import date

    from wentwell.cli import main
    from wentwell.interview import Context, Document, Interview
    from wentwell.journal import Journal

    endpoint, asked = server
    asked.answer = lambda words: json.dumps({"choices": [{"message": {"content": turned(words)}}]}).encode()
    text = "Met Jane Okafor, head of ops. She told me about the pilot in Kent."
    with Journal.open(tmp_path / "j.sqlite") as book:
        book.add(
            Interview(
                context=Context(interview_date=date(2026, 3, 9)),
                documents=(Document.from_text(text, name="notes.txt"),),
            )
        )
    monkeypatch.setenv("WENTWELL_JOURNAL", str(tmp_path / "j.sqlite"))

    def thank(*more: str) -> tuple[int, str, str]:
        arguments = [
            "wentwell",
            "thank",
            "1",
            "--today",
            "2026-03-10",
            "--from",
            "Ruth Calder",
            "--print",
            *more,
        ]
        monkeypatch.setattr(sys, "argv", arguments)
        with pytest.raises(SystemExit) as stop:
            main()
        out, err = capsys.readouterr()
        return int(stop.value.code or 0), out, err

    monkeypatch.delenv("WENTWELL_LLM_URL", raising=False)
    status, plain, _ = thank()
    assert status == 0
    assert not asked.requests
    status, _, err = thank("--polish")
    assert status == 2
    assert "WENTWELL_LLM_URL" in err
    monkeypatch.setenv("WENTWELL_LLM_URL", endpoint.url)
    monkeypatch.setenv("WENTWELL_LLM_MODEL", endpoint.model)
    # set up, and still off unless asked for
    assert thank()[1] == plain
    assert not asked.requests
    status, out, err = thank("--polish")
    assert status == 0
    assert told in err
    assert (out == plain) == ("Not polished" in err)
    sent = json.dumps([request[2] for request in asked.requests])
    assert "the pilot in Kent" in sent
    assert not any(name in sent for name in ("Jane", "Okafor", "Ruth", "Calder", "head of ops"))
