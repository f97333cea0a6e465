"""Talks put right: who is who, and what was said. No quote is ever untrue, and no correction is lost."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell import Correction, Document, Evidence, Interview, add_sign, assess, strike
from wentwell._assess import read_interview
from wentwell.correcting import fitted
from wentwell.reading import find_roles
from wentwell.talks import (
    assigned,
    course,
    cut,
    merged,
    renamed,
    reworded,
    speakers,
    split,
    with_document,
    with_role,
)

SPOKEN = (
    ("S1", "Thanks for coming to the bakery. Why do you want to work with us?", 0.0),
    ("S2", "I worked with dough for six years, and I like the early hours.", 9.0),
    ("S3", "That is exactly what we need here. When could you start?", 20.0),
    ("S2", "In March, I think. What does the job pay?", 27.0),
    ("S1", "We pay nights well. You will hear from us by Friday.", 33.0),
)


def talk() -> Document:
    return Document.from_turns(
        [{"speaker": who, "text": words, "start": at} for who, words, at in SPOKEN], name="call.txt"
    )


@pytest.fixture
def read() -> Interview:
    return read_interview(Interview(documents=(talk(),)))[0]


class TestGuesses:
    def test_a_guess_is_marked_and_guessed_anew_until_somebody_says(self) -> None:
        guess = find_roles(talk())
        assert not guess.sure
        assert {turn.guessed for turn in guess.document.turns} == {True}
        assert find_roles(guess.document) == guess

    def test_who_is_told_is_no_guess_and_settles_the_others(self) -> None:
        guess = find_roles(talk()).document
        told = find_roles(with_role(guess, speakers(guess)[1], "candidate"))
        assert told.sure
        assert [turn.role for turn in told.document.turns] == [
            "interviewer",
            "candidate",
            "interviewer",
            "candidate",
            "interviewer",
        ]
        assert not any(turn.guessed for turn in told.document.turns)

    def test_a_kept_guess_is_still_told_as_one(self, read: Interview) -> None:
        again = assess(read)
        assert any("not sure" in warning for warning in again.warnings)

    def test_turns_without_names_are_guesses_too(self) -> None:
        bare = Document.from_turns([{"text": words} for _, words, _ in SPOKEN], name="call.txt")
        found = find_roles(bare).document
        assert all(turn.guessed for turn in found.turns)
        assert {one.role for one in speakers(found)} == {"interviewer", "candidate"}


class TestSpeakers:
    def test_their_shares_are_of_all_words(self) -> None:
        known = speakers(talk())
        assert [one.name for one in known] == ["S1", "S2", "S3"]
        assert sum(one.share for one in known) == pytest.approx(1)
        assert known[2].words == 11

    def test_a_new_name_keeps_them_together(self) -> None:
        named = renamed(talk(), speakers(talk())[1], "  Joan   Dee ")
        assert [one.name for one in speakers(named)] == ["S1", "Joan Dee", "S3"]
        with pytest.raises(ValueError, match="needs a name"):
            renamed(talk(), speakers(talk())[0], " ")

    def test_two_become_one_and_are_parted_again(self) -> None:
        first, _, third = speakers(talk())
        one = merged(talk(), third, first)
        assert [who.turns for who in speakers(one)] == [(0, 2, 4), (1, 3)]
        parted = split(one, [2], "Mara", "interviewer")
        assert [who.name for who in speakers(parted)] == ["S1", "S2", "Mara"]
        assert speakers(parted)[2].turns == (2,)
        with pytest.raises(ValueError, match="with themselves"):
            merged(talk(), first, first)

    def test_somebody_new_needs_a_name_of_their_own(self) -> None:
        with pytest.raises(ValueError, match="speaks in this talk already"):
            split(talk(), [0], "s2")
        with pytest.raises(ValueError, match="at least one turn"):
            split(talk(), [], "Mara")
        with pytest.raises(ValueError, match="no such turn"):
            split(talk(), [9], "Mara")

    def test_a_turn_cut_in_two(self) -> None:
        two = cut(talk(), 3, "What does the job")
        assert [two.words(turn) for turn in two.turns[3:5]] == [
            "In March, I think.",
            "What does the job pay?",
        ]
        assert two.text == talk().text
        assert two.turns[4].at is None
        given_to = assigned(two, [4], speakers(two)[2])
        assert speakers(given_to)[2].turns == (2, 4)
        for words, why in (
            ("dough", "do not stand"),
            ("In March", "begins with these"),
            ("t", "several|places"),
        ):
            with pytest.raises(ValueError, match=why):
                cut(talk(), 3, words)


class TestWords:
    def test_a_correction_moves_with_its_words(self, read: Interview) -> None:
        added = add_sign(read, "selling.start_date", "When could you start?")
        moved = reworded(added, "call.txt", 0, "Thanks.")
        (kept,) = moved.corrections
        assert moved.documents[0].text[kept.start : kept.end] == "When could you start?"
        assert kept.start < added.corrections[0].start

    def test_one_whose_words_are_gone_is_kept_told_and_fits_again_after_an_undo(
        self, read: Interview
    ) -> None:
        added = add_sign(read, "selling.start_date", "When could you start?")
        changed = reworded(added, "call.txt", 2, "That is what we need here.")
        assert changed.corrections == added.corrections
        assert fitted(changed.corrections[0], changed.documents) is None
        assert any("no longer" in warning for warning in assess(changed).warnings)
        back = with_document(changed, added.documents[0])
        assert fitted(back.corrections[0], back.documents) == added.corrections[0]

    def test_words_inside_a_corrected_line_are_found_again(self, read: Interview) -> None:
        added = add_sign(read, "selling.start_date", "When could you start?")
        changed = reworded(added, "call.txt", 2, "Exactly what we need. When could you start? Soon?")
        assert fitted(changed.corrections[0], changed.documents) is not None

    def test_a_struck_sign_stays_struck_when_another_line_changes(self, read: Interview) -> None:
        asked = next(one for one in read.evidence if one.quote == "When could you start?")
        struck = strike(read, asked)
        changed, _ = read_interview(reworded(struck, "call.txt", 1, "I baked."))
        assert "When could you start?" not in [one.quote for one in changed.evidence]

    def test_what_is_not_there_is_told(self, read: Interview) -> None:
        with pytest.raises(ValueError, match="needs words"):
            reworded(read, "call.txt", 0, " \n")
        with pytest.raises(ValueError, match="no such turn"):
            reworded(read, "call.txt", 77, "Hello")
        with pytest.raises(ValueError, match="no document"):
            reworded(read, "other.txt", 0, "Hello")


class TestCourse:
    def test_by_the_times(self) -> None:
        way = course(talk())
        assert way.timed
        assert (way.stretches[0].begin, way.stretches[1].begin) == (0.0, 9.0)
        assert all(one.begin <= one.end for one in way.stretches)
        # 14 words take less than the 9 seconds until the next turn
        assert way.stretches[0].end == pytest.approx(5.6)

    def test_by_words_where_there_are_no_times(self) -> None:
        bare = Document.from_turns([{"speaker": who, "text": words} for who, words, _ in SPOKEN])
        way = course(bare)
        assert not way.timed
        assert way.end == sum(len(words.split()) for _, words, _ in SPOKEN)
        assert way.place(way.moment(bare, len(bare.text))) == 1.0


words = st.text("ab .?\n", min_size=1, max_size=12).filter(lambda said: bool(said.strip()))
turns = st.lists(
    st.tuples(st.sampled_from(["S1", "S2", "S3", None]), words, st.none() | st.floats(0, 100)),
    min_size=1,
    max_size=6,
)


@st.composite
def interviews(draw: st.DrawFn) -> Interview:
    """A talk and a note, with corrections and evidence on any words of the talk."""
    document = Document.from_turns(
        [{"speaker": who, "text": said, "start": at} for who, said, at in draw(turns)], name="call.txt"
    )
    corrections, evidence = [], []
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(document.turns) - 1))
        turn = document.turns[place]
        start = draw(st.integers(turn.start, turn.end - 1))
        end = draw(st.integers(start + 1, turn.end))
        quote = document.text[start:end]
        evidence.append(
            Evidence(label="warmth", quote=quote, start=start, end=end, turn=place, document="call.txt")
        )
        if quote.strip():
            corrections.append(
                Correction(
                    done="add",
                    label="warmth",
                    document="call.txt",
                    start=start,
                    end=end,
                    quote=quote,
                    made_at=datetime(2026, 3, 2, tzinfo=UTC),
                )
            )
    note = Document.from_text("aa bb", name="note.txt")
    return Interview(documents=(document, note), evidence=tuple(evidence), corrections=tuple(corrections))


@given(interviews(), st.data())
def test_whatever_is_put_right_every_quote_is_true(interview: Interview, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 5))):
        before = interview
        document = interview.documents[0]
        known = speakers(document)
        one, other = data.draw(st.sampled_from(known)), data.draw(st.sampled_from(known))
        turn = data.draw(st.integers(0, len(document.turns) - 1))
        what = data.draw(st.sampled_from(["merge", "split", "words", "cut", "role"]))
        try:
            if what == "merge":
                interview = with_document(interview, merged(document, one, other))
            elif what == "split":
                interview = with_document(interview, split(document, [turn], "New one"))
            elif what == "words":
                interview = reworded(interview, "call.txt", turn, data.draw(words))
            elif what == "cut":
                interview = with_document(interview, cut(document, turn, data.draw(words)))
            else:
                interview = with_document(interview, with_role(document, one, "candidate"))
        except ValueError:
            continue
        after = interview.documents[0]
        # the spans are sound: building it anew from what it holds raises nothing
        assert Document.model_validate(after.model_dump()) == after
        assert interview.documents[1] == before.documents[1]
        for found in interview.evidence:
            assert after.text[found.start : found.end] == found.quote
            assert found.turn is not None
            assert after.turns[found.turn].start <= found.start <= found.end <= after.turns[found.turn].end
        assert [one.quote for one in interview.corrections] == [one.quote for one in before.corrections]
        for old, new in zip(before.corrections, interview.corrections, strict=True):
            there = fitted(new, interview.documents)
            if there is not None:
                assert after.text[there.start : there.end] == there.quote
            if what != "words":
                assert new == old
        if what == "words":
            assert after.words(after.turns[turn]).strip() == after.words(after.turns[turn])


@given(interviews(), st.data())
def test_a_corrected_line_put_back_puts_everything_back(interview: Interview, data: st.DataObject) -> None:
    document = interview.documents[0]
    turn = data.draw(st.integers(0, len(document.turns) - 1))
    changed = reworded(interview, "call.txt", turn, data.draw(words))
    back = with_document(changed, document)
    assert back.documents == interview.documents
    for old, new in zip(interview.corrections, back.corrections, strict=True):
        if old.start >= document.turns[turn].end or old.end <= document.turns[turn].start:
            assert new == old
        if document.text.count(old.quote) == 1:
            assert fitted(new, back.documents) == old
