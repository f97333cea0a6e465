"""The nouns: JSON in and out, spans that are true, nothing bent."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from wentwell.interview import NOUNS, Context, Correction, Document, Evidence, Interview, Outcome, Turn

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
turn = st.fixed_dictionaries(
    {"text": words},
    optional={
        "speaker": st.none() | words,
        "name": st.none() | words,
        "role": st.sampled_from([None, "interviewer", "candidate", "other"]),
        "start": st.none() | st.floats(0, 1e6),
        "end": st.none() | st.floats(0, 1e6),
    },
)


@given(st.lists(turn, max_size=8))
def test_turns_are_kept_as_given(turns: list[dict[str, object]]) -> None:
    document = Document.from_turns(turns)
    assert document.kind == "transcript"
    assert [document.words(kept) for kept in document.turns] == [given["text"] for given in turns]
    assert [kept.role for kept in document.turns] == [given.get("role") for given in turns]
    assert [kept.at for kept in document.turns] == [given.get("start") for given in turns]
    assert Document.model_validate_json(document.model_dump_json()) == document


@given(words, st.sampled_from(["notes", "mail"]))
def test_a_text_is_never_changed(text: str, kind: str) -> None:
    document = Document.from_text(text, kind=kind)  # type: ignore[arg-type]
    assert (document.text, document.kind) == (text, kind)


@pytest.mark.parametrize("name", sorted(NOUNS))
def test_each_noun_publishes_a_schema_in_which_every_field_is_told(name: str) -> None:
    schema = NOUNS[name].model_json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False


def test_what_a_noun_writes_fits_its_schema() -> None:
    interview = Interview(
        context=Context(stage="final", interviewer_roles=("decider",), finalists=3),
        documents=(Document.from_turns([{"text": "Hello", "start": 1.5}]),),
        answers={"warmth": "yes"},
        gut=0.4,
        outcome=Outcome(kind="no-answer"),
    )
    told = json.loads(interview.model_dump_json())
    jsonschema.validate(told, Interview.model_json_schema())
    assert Interview.model_validate(told) == interview


@pytest.mark.parametrize(
    "wrong",
    [
        {"stage": "third"},
        {"gut": 0.5},
        {"base_rate": 0.0},
        {"base_rate": 1.0},
        {"finalists": 0},
        {"actual_minutes": -5},
        {"actual_minutes": float("nan")},
        {"interview_date": "2026-02-30"},
    ],
)
def test_a_wrong_context_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Context.model_validate(wrong)


def test_a_quote_that_is_not_as_long_as_its_span_cannot_be_built() -> None:
    with pytest.raises(ValidationError, match="belong together"):
        Evidence(label="warmth", quote="kind", start=0, end=5)


@pytest.mark.parametrize(
    "wrong",
    [{"end": 5}, {"quote": " \n  "}, {"label": ""}, {"done": "undo"}, {"made_at": "2026-03-02T10:00:00"}],
)
def test_a_correction_without_true_words_or_a_moment_cannot_be_built(wrong: dict[str, object]) -> None:
    right = {"done": "strike", "label": "warmth", "document": "a", "start": 0, "end": 4, "quote": "kind"}
    moment = {"made_at": "2026-03-02T10:00:00+02:00"}
    assert Correction.model_validate(right | moment).made_at.isoformat() == "2026-03-02T08:00:00+00:00"
    with pytest.raises(ValidationError):
        Correction.model_validate(right | moment | wrong)


@pytest.mark.parametrize(
    "turns",
    [
        [Turn(start=0, end=9)],
        [Turn(start=3, end=2)],
        [Turn(start=2, end=4), Turn(start=0, end=2)],
        [Turn(start=0, end=4), Turn(start=3, end=5)],
    ],
)
def test_turns_lie_inside_the_text_one_after_the_other(turns: list[Turn]) -> None:
    with pytest.raises(ValidationError, match="inside the text"):
        Document(text="Hello", turns=tuple(turns))


def test_nouns_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Context().stage = "first"  # type: ignore[misc]
