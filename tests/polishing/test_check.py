"""What a rephrased draft may hold: what the draft held, and courtesy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.drafting._write import parts
from wentwell.polishing import added, middle, with_middle

DRAFT = (
    "Thank you for your time on Monday. It helped me to hear about the pilot in Kent. I would like to build "
    "the new model.\n\nI do not know [your answer, in two lines] yet. I look forward to hearing from you by "
    "13 March."
)


@pytest.mark.parametrize(
    "polished",
    [
        DRAFT,
        DRAFT.replace("Thank you for your time on Monday.", "On Monday, thank you for taking the time."),
        DRAFT.replace("I would like", "I'd like").replace("do not", "don't"),
    ],
)
def test_the_same_in_other_order_and_with_courtesy_may_stand(polished: str) -> None:
    assert added(DRAFT, polished) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Monday", "Tuesday"),
        ("13 March", "14 March"),
        ("13 March", "March"),
        ("Kent", "Kent and Leeds"),
        ("the pilot", "the successful pilot"),
        ("to build", "to lead"),
        ("build", "built"),
        ("I would like to build", "I build"),
        ("It helped me", "Jonah helped me"),
        ("do not know", "know"),
        ("[your answer, in two lines]", "the answer"),
        ("[your answer, in two lines]", "[your answer]"),
        ("new model.", "new model. See https://example.org"),
        ("new model.", "new model. I have 12 years of it."),
        ("new model.", "new model. I have done that."),
        ("new model.", "new model." + " I am glad, I would be glad." * 12),
        (DRAFT, ""),
        ("yet", "yet\x1b[31m"),
    ],
)
def test_whatever_it_adds_or_loses_is_refused(old: str, new: str) -> None:
    assert old in DRAFT
    assert added(DRAFT, DRAFT.replace(old, new))


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_word_that_is_not_the_drafts_own_is_refused(text: str) -> None:
    reasons = added(DRAFT, f"{DRAFT} zebra {text}")
    assert any("zebra" in one for one in reasons) or not text.strip() or reasons


def test_fixed_sentences_pass_as_they_are() -> None:
    for kind in ("nudge", "refusal", "invitation", "timeline"):
        for name, place in parts()[kind].items():
            if name != "subject":
                for words in place.values():
                    plain = words.replace("{", "").replace("}", "")
                    assert added(plain, plain) == ()


def test_greeting_and_signature_are_never_touched() -> None:
    body = f"Dear Jane,\n\n{DRAFT}\n\nKind regards,\nRuth Calder\n"
    assert middle(body) == DRAFT
    assert with_middle(body, middle(body)) == body
    assert "Jane" not in middle(body)
    assert "Ruth" not in middle(body)
