from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.interview import Answer, Assessment, Context, Contribution, Document, Evidence, WhatIf
from wentwell.telling import _words as words
from wentwell.telling import chance_words, sentence

chances = st.floats(0, 1)


def assessed(low: float, middle: float, high: float, **more: object) -> Assessment:
    given = {"target": "the next round", "base_rate": 0.4, "log_odds": 0.0, "sd": 1.0}
    return Assessment.model_validate(given | {"low": low, "probability": middle, "high": high} | more)


def test_the_sentence_says_words_first_then_the_band_and_the_middle() -> None:
    assert sentence(assessed(0.29, 0.42, 0.57)) == (
        "The next round looks less likely than not. "
        "Of 100 interviews like this, about 29 to 57 lead to the next round. Our middle guess is 42."
    )


def test_the_sentence_names_its_target() -> None:
    told = sentence(assessed(0.5, 0.6, 0.7, target="an offer"))
    assert told.startswith("An offer looks more likely than not.")
    assert "lead to an offer" in told


def test_without_number_the_band_is_told_in_words() -> None:
    assert sentence(assessed(0.2, 0.5, 0.8), number=False) == (
        "The next round looks about as likely as not. It could be anything from rather unlikely to likely."
    )


def test_a_change_is_told_on_one_line() -> None:
    before = assessed(0.4, 0.5, 0.6)
    assert words.change_sentence(before, assessed(0.2, 0.35, 0.5)) == (
        "Before: the next round 50 of 100 (40 to 60). Now: the next round 35 of 100 (20 to 50)."
    )
    invited = assessed(0.2, 0.35, 0.5, status="advanced", target="an offer")
    assert words.change_sentence(before, invited, number=False) == (
        "Before: the next round looks about as likely as not. "
        "Now: you go on; an offer looks less likely than not."
    )
    refused = words.change_sentence(assessed(0, 0, 0, status="refused"), assessed(1, 1, 1, status="offer"))
    assert refused == "Before: they said no. Now: an offer was made."


def test_a_band_that_rounds_to_one_number_is_told_as_one() -> None:
    assert "about 42 lead" in sentence(assessed(0.419, 0.42, 0.421))


@pytest.mark.parametrize(
    ("status", "begins"),
    [
        (
            "advanced",
            "Your words say that you were invited on: this step is done. The chance below is about the next",
        ),
        ("offer", "Your words say that an offer was made to you."),
        ("refused", "It reads as if they said no this time."),
    ],
)
def test_what_the_words_tell_comes_first(status: str, begins: str) -> None:
    assert sentence(assessed(0.4, 0.5, 0.6, status=status)).startswith(begins)


@pytest.mark.parametrize("status", ["offer", "refused"])
def test_no_chance_is_told_where_the_words_tell_the_end(status: str) -> None:
    assert not re.search(r"\d", sentence(assessed(1, 1, 1, status=status)))


@given(chances, chances)
def test_words_of_chance_never_fall_as_the_chance_rises(one: float, other: float) -> None:
    order = [chance_words(step / 100) for step in range(101)]
    assert (order.index(chance_words(min(one, other)))) <= order.index(chance_words(max(one, other)))


@given(chances, chances, chances)
def test_whole_percents_keep_the_order_of_band_and_middle(a: float, b: float, c: float) -> None:
    low, middle, high = (words.percent(x) for x in sorted((a, b, c)))
    assert 0 <= low <= middle <= high <= 100


def test_half_a_percent_is_rounded_up() -> None:
    assert [words.percent(x) for x in (0.005, 0.015, 0.125, 0.4249)] == [1, 2, 13, 42]


@given(st.floats(-5, 5))
def test_for_and_against_are_worded_alike(log_odds: float) -> None:
    said, mirrored = words.strength_words(log_odds), words.strength_words(-log_odds)
    assert said.replace("against", "for") == mirrored.replace("against", "for")
    assert ("against" in said) == (log_odds <= -0.05)
    assert words.strength(-log_odds) == -words.strength(log_odds)


@given(st.lists(st.floats(-4, 4), min_size=1, max_size=30))
def test_running_chances_end_at_the_chance_of_the_sum(sizes: list[float]) -> None:
    parts = tuple(Contribution(kind="sign", label="x", name="x", log_odds=size, sd=0) for size in sizes)
    running = words.running_chances(parts)
    assert len(running) == len(sizes)
    assert running[-1] == pytest.approx(1 / (1 + math.exp(-sum(sizes))), abs=1e-12)


def test_running_chances_stand_extreme_sums() -> None:
    far = Contribution(kind="sign", label="x", name="x", log_odds=5000, sd=0)
    assert words.running_chances((far,)) == [1.0]


def test_a_wide_band_says_what_is_not_known(sample: Callable[[str], Answer]) -> None:
    told = words.width_sentence(sample("bare").assessment)
    assert "no sign was found" in told
    assert "the kind of employer" in told


def test_a_wide_band_names_only_what_is_not_known(make: Callable[..., Answer]) -> None:
    told = words.width_sentence(make(low=0.1, high=0.8).assessment)
    assert told == (
        "This is wide because such signs are seen both before a yes and before a no. "
        "We also do not know who interviewed you."
    )


def test_several_gaps_are_the_reason_for_a_wide_band(make: Callable[..., Answer]) -> None:
    told = words.width_sentence(
        make(low=0.1, high=0.8, context=Context(stage="first", format="phone")).assessment
    )
    assert told == (
        "This is wide because little is known: we do not know the kind of employer or who interviewed you."
    )


def test_after_an_invitation_the_band_is_wide_because_the_talk_is_ahead() -> None:
    assert "still ahead" in words.width_sentence(assessed(0.2, 0.4, 0.7, status="advanced"))


def test_a_narrow_band_needs_no_excuse() -> None:
    assert words.width_sentence(assessed(0.4, 0.5, 0.6)) == ""


@pytest.mark.parametrize(
    ("seconds", "told"), [(0, "00:00"), (61.9, "01:01"), (3599, "59:59"), (3725, "1:02:05")]
)
def test_moments_are_written_as_clocks(seconds: float, told: str) -> None:
    assert words.clock(seconds) == told


def test_days_are_written_in_full() -> None:
    assert words.day(date(2026, 2, 28)) == "Sat 28 Feb 2026"


def test_signs_have_human_names_and_unknown_labels_stand_for_themselves() -> None:
    assert words.sign_name("salary.asked") != "salary.asked"
    assert words.sign_name("no.such") == "no.such"


def test_who_and_where_of_a_turn() -> None:
    talk = Document.from_turns(
        [{"text": "Hm."}, {"speaker": "S2", "name": "Odile", "text": "Quite so."}], name="t.srt"
    )
    found = Evidence(
        label="warmth", quote="Quite", start=4, end=9, turn=1, at=75, role="interviewer", document="t.srt"
    )
    assert words.who(found, talk) == "Odile (the interviewer)"
    assert words.where(found, talk) == "t.srt, turn 2, 01:15"
    assert words.where(found, None) == "t.srt, turn 2, 01:15"


def test_who_says_if_the_candidate_brought_it_up() -> None:
    found = Evidence(
        label="salary.asked", quote="pay", start=0, end=3, role="interviewer", raised_by="candidate"
    )
    assert words.who(found, None) == "the interviewer, after you brought it up"


def test_where_in_nameless_notes() -> None:
    notes = Document.from_text("One.\nTwo.\n")
    found = Evidence(label="warmth", quote="Two", start=5, end=8)
    assert words.where(found, notes) == "your notes, line 2"


def test_how_sure_is_told_in_words_and_number() -> None:
    found = Evidence(label="warmth", quote="x", start=0, end=1, probability=0.62)
    assert words.sureness_words(found) == "unsure (62%)"
    assert words.sureness_words(found, number=False) == "unsure"
    answered = found.model_copy(update={"found_by": "answered"})
    assert words.sureness_words(answered) == "you answered it"


def test_a_turn_to_another_target_is_not_compared_with_now() -> None:
    turn = WhatIf(label="x", name="x", probability=0.3, low=0.2, high=0.4, target="an offer")
    now = assessed(0.4, 0.5, 0.6)
    assert words.what_if_words(turn, now) == (
        "from there, an offer looks less likely than not (about 30 of 100, between 20 and 40)"
    )
    invited = turn.model_copy(update={"target": "the next round", "label": "next.invited"})
    assert (
        words.what_if_words(invited, now, number=False)
        == "from there, the next round looks less likely than not"
    )
    same = turn.model_copy(update={"target": "the next round"})
    assert words.what_if_words(same, now, number=False) == "lower than now, less likely than not"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("About 36 % go on. Wait for Friday.", "Wait for Friday."),
        ("It was 45 minutes of 60.", "It was 45 minutes of 60."),
        ("Some 30 to 40 percent do.", ""),
        ("Roughly 3 in 10 hear back. 12 people came!", "12 people came!"),
        ("The chance was .42 then.", ""),
        ("Between 3 and 5 of 100 do.", ""),
        ("It ran on 14.03.2026, at 10:30.", "It ran on 14.03.2026, at 10:30."),
    ],
)
def test_sentences_with_a_chance_in_figures_are_left_out(text: str, kept: str) -> None:
    assert words.without_figures(text) == kept


def test_names_lose_only_the_figure() -> None:
    assert words.name_without_figures("Your own guess of 60 %") == "Your own guess of …"
