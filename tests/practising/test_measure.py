from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.practising import measure, missing_in
from wentwell.practising._words import kind_of

WORDS = st.lists(
    st.sampled_from(
        ["um", "maybe", "I think", "you know", "three", "42", "the", "team", "rang", "sort of", "well"]
    ),
    max_size=30,
).map(" ".join)


@given(WORDS, WORDS)
def test_counts_of_two_answers_add_up(one: str, two: str) -> None:
    # a full stop between, so that no phrase or number reaches across
    whole, first, second = measure(f"{one}. {two}"), measure(one), measure(two)
    for count in ("words", "numbers", "hedges", "fillers"):
        assert getattr(whole, count) == getattr(first, count) + getattr(second, count)


@given(WORDS, st.integers(min_value=1, max_value=9))
def test_a_rate_does_not_depend_on_how_often_it_is_said(words: str, times: int) -> None:
    once, often = measure(words), measure(". ".join([words] * times))
    assert often.per_100_words(often.hedges) == pytest.approx(once.per_100_words(once.hedges))
    assert often.per_100_words(often.fillers) == pytest.approx(once.per_100_words(once.fillers))


@given(st.text(), st.text())
def test_any_text_is_measured(answer: str, question: str) -> None:
    found = measure(answer, question)
    assert 0 <= found.per_100_words(found.fillers) <= 100
    assert found.overlap is None or 0 <= found.overlap <= 1


@given(WORDS, WORDS)
def test_more_words_never_take_up_less_of_the_question(answer: str, more: str) -> None:
    question = "How did the team handle the migration?"
    less, overlap = measure(answer, question).overlap, measure(f"{answer} {more}", question).overlap
    assert less is not None
    assert overlap is not None
    assert less <= overlap


def test_the_counts_by_hand() -> None:
    answer = (
        "Um, so last May I, er, I rang the depot. I think we had about four hundred boxes, maybe "
        "3.5 pallets, and since then, you know, it has been, like, quiet."
    )
    found = measure(answer, "Tell me about a time when the depot was late.", seconds=12)
    assert found.words == 31
    assert found.numbers == 2
    assert found.hedges == 2
    assert found.fillers == 4
    assert (found.situation, found.action, found.result) == (True, True, True)
    assert found.overlap == 0.5
    assert found.per_100_words(found.fillers) == pytest.approx(400 / 31)


@pytest.mark.parametrize(
    "words", ["I wanted to be useful.", "I like it, we need more.", "They built it.", "We moved it."]
)
def test_a_wish_or_what_others_did_is_no_action(words: str) -> None:
    assert not measure(words).action


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Tell us about a time when you found an error.", "example"),
        ("What would you do if the ferry is late?", "hypothetical"),
        ("Why do you want to work here?", "motive"),
        ("So, tell me a bit about yourself.", "self"),
        ("What is your greatest weakness?", "improve"),
        ("What is your notice period?", "fact"),
        ("why there is a gap in my CV", "fact"),
        ("Why did you leave the mill?", "fact"),
        ("Why Norvane?", "motive"),
        ("why it broke", "other"),
        ("How do you plan a week?", "other"),
    ],
)
def test_what_a_question_asks_for(question: str, kind: str) -> None:
    assert kind_of(question) == kind


def test_a_plain_fact_calls_for_nothing_else() -> None:
    assert missing_in(measure("Six weeks.", "What is your notice period?"), "fact") == ()


def test_an_example_without_its_parts() -> None:
    found = measure("It is important to stay calm with angry people.", "Tell me about a time of conflict.")
    missing = missing_in(found, "example")
    assert {"short", "situation", "action", "result", "numbers"} <= set(missing)


def test_rates_need_enough_words() -> None:
    short, long = "Um, maybe tea. ", "Um, maybe tea with milk. "
    assert "fillers" not in missing_in(measure(short), "other")
    assert {"fillers", "hedging"} <= set(missing_in(measure(long * 8), "other"))


def test_talk_share_at_both_ends() -> None:
    for share, name in ((0.1, "talk-share-low"), (0.95, "talk-share-high")):
        assert name in missing_in(measure("word " * 60, talk_share=share), "other")
    assert not {"talk-share-low", "talk-share-high"} & set(
        missing_in(measure("word " * 60, talk_share=0.6), "other")
    )
