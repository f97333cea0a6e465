"""The catalog says everything of every sign, and what it says fits together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from wentwell.catalog import Sign, context_rules, families, sign, signs
from wentwell.interview import Context

FAMILIES = [
    "interest",
    "duties",
    "affirmation",
    "next",
    "selling",
    "length",
    "contact",
    "reply",
    "salary",
    "intro",
]


def test_all_ten_families_the_contrary_signs_and_the_helpers_are_there() -> None:
    assert list(families())[:10] == FAMILIES
    assert {"warmth", "contrary", "outcome", "gut"} <= set(families())
    assert len(signs()) == 36


@pytest.mark.parametrize("label", list(signs()))
def test_every_sign_is_told_in_full(label: str) -> None:
    row = sign(label)
    for text in (row.name, row.what, row.why, row.does_not_mean):
        assert len(text) > 8
        assert text.endswith((".", '"')) or text == row.name
    if row.kind == "leak":
        return
    assert row.routine is not None
    assert row.informative is not None
    assert abs(row.routine.mean) <= abs(row.informative.mean)
    against = row.family == "contrary" or label == "gut.bad"
    assert (row.informative.mean < 0) == against


def test_soft_signs_are_weak_and_commitments_strong() -> None:
    for row in signs().values():
        if row.kind == "commitment":
            assert row.informative is not None
            assert row.informative.mean >= 1.0
        elif row.kind == "soft":
            assert row.informative is not None
            assert abs(row.informative.mean) <= 1.05


def test_leaks_are_set_apart() -> None:
    assert {row.label for row in signs().values() if row.kind == "leak"} == {
        "next.invited",
        "outcome.offer",
        "outcome.rejected",
    }


@given(
    st.sampled_from([None, "screen", "first", "second", "final", "single", "informal"]),
    st.sampled_from([None, "startup", "large", "selective", "agency"]),
    st.sampled_from([None, "phone", "recorded"]),
)
def test_every_context_has_a_base_rate(stage: str | None, employer: str | None, how: str | None) -> None:
    context = Context.model_validate({"stage": stage, "employer": employer, "format": how})
    assert any(row.when.holds(context) for row in context_rules().base)


def test_every_modifier_touches_a_sign_that_exists() -> None:
    for row in context_rules().modifier:
        assert set(row.families) <= set(families())
        assert set(row.labels) <= set(signs())


def test_where_an_absence_can_be_seen() -> None:
    tour = sign("intro.staff")
    assert tour.could_be_seen(Context(format="onsite"))
    assert not tour.could_be_seen(Context(format="video"))
    assert not tour.could_be_seen(Context())
    assert sign("salary.asked").could_be_seen(Context())
    assert not sign("salary.asked").could_be_seen(Context(format="recorded"))


def test_a_typing_slip_in_the_catalog_cannot_pass() -> None:
    good = sign("warmth").model_dump()
    with pytest.raises(ValidationError):
        Sign.model_validate({**good, "prevalance": 0.5})
    with pytest.raises(ValidationError, match="same way"):
        Sign.model_validate({**good, "routine": {**good["routine"], "mean": -0.2}})


def test_an_unknown_label_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        sign("warmth.very")
