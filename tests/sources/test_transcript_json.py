"""JSON: Whisper, WhisperX, our own, ConvoKit."""

import json
from typing import Any

import pytest

from wentwell.interview import Document
from wentwell.sources import SourceError, parse


def read(value: Any, name: str = "talk.json") -> list[Document]:
    return parse((value if isinstance(value, str) else json.dumps(value)).encode(), name)


def said(document: Document) -> list[tuple[str | None, str]]:
    return [(turn.speaker, document.words(turn)) for turn in document.turns]


def test_whisper() -> None:
    (document,) = read(
        {
            "text": "Hello there. How are you?",
            "language": "en",
            "segments": [
                {"id": 0, "start": 0.0, "end": 1.5, "text": " Hello there."},
                {"id": 1, "start": 1.5, "end": 3.0, "text": " How are"},
                {"id": 2, "start": 3.0, "end": 4.0, "text": " you?"},
            ],
        }
    )
    assert document.format == "whisper-json"
    assert said(document) == [(None, "Hello there."), (None, "How are you?")]
    assert (document.turns[1].at, document.turns[1].until) == (1.5, 4.0)


def test_whisper_without_segments() -> None:
    (document,) = read({"text": "Hello there. How are you?"})
    assert said(document) == [(None, "Hello there. How are you?")]


def test_whisperx_cuts_where_the_words_change_speaker() -> None:
    words = [
        {"word": "Ready?", "start": 0.0, "end": 0.5, "speaker": "SPEAKER_00"},
        {"word": "Yes,", "start": 0.6, "end": 0.8, "speaker": "SPEAKER_01"},
        {"word": "quite."},
    ]
    (document,) = read(
        {
            "segments": [
                {
                    "start": 0.0,
                    "end": 1.0,
                    "text": " Ready? Yes, quite.",
                    "speaker": "SPEAKER_00",
                    "words": words,
                },
                {"start": 1.0, "end": 2.0, "text": "Good.", "speaker": "SPEAKER_00", "words": []},
            ]
        }
    )
    assert document.format == "whisperx-json"
    assert said(document) == [
        ("SPEAKER_00", "Ready?"),
        ("SPEAKER_01", "Yes, quite."),
        ("SPEAKER_00", "Good."),
    ]
    assert [turn.at for turn in document.turns] == [0.0, 0.6, 1.0]
    assert [turn.name for turn in document.turns] == [None, None, None]


def test_whisperx_words_that_do_not_fit_are_told() -> None:
    segment = {"text": "One two.", "speaker": "A", "words": [{"word": "elsewhere", "speaker": "B"}]}
    (document,) = read({"segments": [segment]})
    assert said(document) == [("A", "One two.")]
    assert any("not cut" in warning for warning in document.warnings)


@pytest.mark.parametrize("bad", [-1.0, float("nan"), float("inf"), "soon", True, 10**400])
def test_times_that_cannot_be_are_left_out_and_told(bad: object) -> None:
    (document,) = read({"segments": [{"start": bad, "end": 2.0, "text": "Hello.", "speaker": "A"}]})
    assert document.turns[0].at is None
    assert document.warnings
    (document,) = read({"turns": [{"text": "Hello.", "start": bad}]})
    assert document.turns[0].at is None
    assert document.warnings


def test_our_turns_are_kept_as_given() -> None:
    turns = [
        {"speaker": "S1", "role": "interviewer", "name": "Ada", "start": 0.0, "text": "Hello."},
        {"speaker": "S1", "role": "interviewer", "name": "Ada", "start": 1.0, "text": "Sit down."},
        {"speaker": "S2", "role": "candidate", "name": None, "start": None, "text": "Thanks."},
    ]
    for value in ({"id": "x", "turns": turns}, turns):
        (document,) = read(value)
        assert document.format == "wentwell-json"
        assert said(document) == [("S1", "Hello."), ("S1", "Sit down."), ("S2", "Thanks.")]
        assert [turn.role for turn in document.turns] == ["interviewer", "interviewer", "candidate"]
        assert document.turns[0].name == "Ada"


def test_a_role_that_is_not_known_is_told() -> None:
    (document,) = read([{"text": "Hello.", "role": "wizard"}])
    assert document.turns[0].role is None
    assert "wizard" in document.warnings[0]


def test_several_talks_one_a_line() -> None:
    lines = "\n".join(json.dumps({"id": key, "turns": [{"speaker": "A", "text": key}]}) for key in "xy")
    documents = read(lines, "talks.jsonl")
    assert [document.text for document in documents] == ["x", "y"]
    assert [document.name for document in documents] == ["talks.jsonl (x)", "talks.jsonl (y)"]


def test_a_saved_document_comes_back() -> None:
    document = Document.from_turns([{"text": "Hello.", "speaker": "S1", "role": "interviewer"}], name="mine")
    (again,) = read(document.model_dump_json(indent=1))
    assert again == document.model_copy(update={"format": "wentwell-json"})
    mail = Document.from_text("Hi Ada,\n\nsee you.", kind="mail", name="mail")
    assert read(mail.model_dump_json())[0].kind == "mail"


def test_a_saved_document_is_cleaned_and_its_spans_stay() -> None:
    document = Document.from_turns(
        [{"text": "\x1b[31mHello", "speaker": "\x1bS"}, {"text": "you\u202e"}], name="n"
    )
    (again,) = read(document.model_dump_json())
    assert "\x1b" not in again.text + (again.turns[0].speaker or "")
    assert again.words(again.turns[1]).strip() == "you"


@pytest.mark.parametrize(
    "value",
    [
        {"text": "x", "kind": "notes", "turns": [{"start": 0, "end": 99}]},
        {"text": "x", "kind": "poem"},
        {"hello": 1},
        [1, 2],
        [],
        "{}",
        {"segments": [{"no": "text"}]},
        {"segments": []},
        {"turns": [{"speaker": "A"}]},
        {"turns": [{"text": "  "}]},
        '{"segments": [{"text": "Hello',
        '[{"speaker": "A", "text": "Hello',
        "[" * 100_000,
        '{"a":' * 100_000,
    ],
)
def test_json_that_is_no_transcript(value: Any) -> None:
    with pytest.raises(SourceError, match=r"^talk\.json: [^\n]+$"):
        read(value)


def test_brackets_at_the_start_of_notes_are_no_json() -> None:
    for text in ("[x] sent thanks\n[ ] wait\n", "[00:12] what a day", "{feeling fine}"):
        assert parse(text.encode())[0].kind == "notes"


def utterances() -> list[dict[str, Any]]:
    return [
        {
            "id": "u2",
            "speaker": "b",
            "conversation_id": "c1",
            "reply_to": "u1",
            "timestamp": 5,
            "text": "Hi.",
        },
        {
            "id": "u1",
            "speaker": "a",
            "conversation_id": "c1",
            "reply_to": None,
            "timestamp": 1,
            "text": "Hello.",
        },
        {
            "id": "v1",
            "speaker": "x",
            "conversation_id": "c2",
            "reply_to": None,
            "timestamp": 1,
            "text": "Other.",
        },
        {
            "id": "u3",
            "speaker": "a",
            "conversation_id": "c1",
            "reply_to": "u2",
            "timestamp": 5,
            "text": "So.",
        },
    ]


def test_convokit_by_conversation_and_time() -> None:
    first, second = read("\n".join(map(json.dumps, utterances())), "utterances.jsonl")
    assert first.format == "convokit"
    assert said(first) == [("a", "Hello."), ("b", "Hi."), ("a", "So.")]
    assert [turn.at for turn in first.turns] == [1.0, 5.0, 5.0]
    assert said(second) == [("x", "Other.")]
    assert (first.name, second.name) == ("utterances.jsonl (c1)", "utterances.jsonl (c2)")


def test_convokit_threads_without_a_conversation_id() -> None:
    lines = [{**value, "conversation_id": None} for value in utterances()]
    first, second = read("\n".join(map(json.dumps, lines)))
    assert len(first.turns) == 3
    assert len(second.turns) == 1


def test_convokit_moments_on_the_calendar_count_from_the_first() -> None:
    lines = [{**value, "timestamp": 1_700_000_000 + value["timestamp"]} for value in utterances()[:2]]
    (document,) = read("\n".join(map(json.dumps, lines)))
    assert [turn.at for turn in document.turns] == [0.0, 4.0]


def test_convokit_without_times_keeps_the_order_of_the_file() -> None:
    lines = [{**value, "timestamp": None} for value in utterances()[:2]]
    (document,) = read("\n".join(map(json.dumps, lines)))
    assert said(document) == [("b", "Hi."), ("a", "Hello.")]


def test_a_cut_line_is_told() -> None:
    text = "\n".join(map(json.dumps, utterances()[:2])) + '\n{"id": "u9", "spea'
    (document,) = read(text)
    assert len(document.turns) == 2
    assert any("Line 3" in warning for warning in document.warnings)
