"""The catalog says everything of every sign, and what it says fits together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from wentwell.catalog import (
    Elicited,
    Learned,
    Measured,
    Sign,
    Weight,
    context_rules,
    elicited_signs,
    families,
    sign,
    signs,
)
from wentwell.catalog._load import with_learned
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
            assert row.informative.mean >= 0.8
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


def learned(prior: Elicited) -> Learned:
    told = Measured(
        told_as="judgement", offers=5, refusals=9, plain=0.1, plain_se=0.2, log_odds_ratio=0.1, se=0.2,
        late=0.5, bias=0.0, bias_sd=0.3,
    )  # fmt: skip
    result = Weight(mean=0.4, sd=0.1, grade="B", source="made up", prior=prior)
    return Learned(label="warmth", measured=told, routine=result, informative=result)


def test_what_was_learned_is_used_and_the_prior_stays_visible() -> None:
    before = elicited_signs()["warmth"]
    assert before.routine is not None
    after = with_learned(before, learned(before.routine.elicited))
    assert after.routine is not None
    assert after.routine.mean == 0.4
    assert after.routine.elicited == before.routine.elicited
    assert after.routine.learned == pytest.approx(1 - (0.1 / before.routine.sd) ** 2)
    assert after.absent == before.absent


def test_a_result_of_another_prior_is_not_used() -> None:
    before = elicited_signs()["warmth"]
    assert before.routine is not None
    changed = before.routine.elicited.model_copy(update={"mean": 0.99})
    assert with_learned(before, learned(changed)).routine == before.routine
