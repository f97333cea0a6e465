"""Strike and add: the candidate's word wins over any reader, and no quote is ever untrue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell import Correction, Document, Evidence, Interview, Outcome, add_sign, assess, strike, take_back
from wentwell._assess import read_interview
from wentwell.catalog import signs
from wentwell.correcting._places import typed_places
from wentwell.interview import Reply
from wentwell.reading import Finding, Unit, read_many

DAY = date(2026, 3, 2)
NOTES = """\
She asked when I could start.
They said the
  numbers were “quite right”.
Later she asked me to start."""
TALK = [
    {
        "speaker": "Mara",
        "role": "interviewer",
        "start": 0.0,
        "text": "Thanks for coming in. Why this bakery?",
    },
    {"speaker": "Joan", "role": "candidate", "start": 9.0, "text": "What would the pay be, may I ask?"},
    {
        "speaker": "Mara",
        "role": "interviewer",
        "start": 15.0,
        "text": "We pay nights well. When can you start?",
    },
]


def read(interview: Interview) -> Interview:
    return read_interview(interview)[0]


@pytest.fixture
def notes() -> Interview:
    return read(Interview(documents=(Document.from_text(NOTES, name="notes.txt"),)))


def told(interview: Interview) -> list[tuple[str, str]]:
    return [(found.label, found.quote) for found in read(interview).evidence]


def one(interview: Interview, label: str) -> Evidence:
    (found,) = (found for found in interview.evidence if found.label == label)
    return found


class TestStriking:
    def test_a_struck_sign_is_gone_for_every_face(self, notes: Interview) -> None:
        before = assess(notes)
        after = assess(strike(notes, one(notes, "selling.start_date")))
        assert after.assessment.log_odds < before.assessment.log_odds
        assert "selling.start_date" not in {found.label for found in after.interview.evidence}
        assert "selling.start_date" not in {part.label for part in after.assessment.contributions}
        assert assess(after.interview).assessment == after.assessment

    def test_only_that_sign_on_those_words_is_struck(self) -> None:
        text = "She asked when I could start. He asked me when I could start, and what I want to earn."
        interview = read(Interview(documents=(Document.from_text(text, name="a"),)))
        first = interview.evidence[0]
        assert [label for label, _ in told(interview)].count("selling.start_date") == 2
        left = told(strike(interview, first))
        assert [label for label, _ in left].count("selling.start_date") == 1
        assert len(left) == len(interview.evidence) - 1

    def test_the_same_words_in_another_document_stay(self) -> None:
        text = "She asked when I could start."
        documents = (Document.from_text(text, name="a"), Document.from_text(text + " Then tea.", name="b"))
        interview = read(Interview(documents=documents))
        (left,) = read(strike(interview, interview.evidence[0])).evidence
        assert left.document == "b"

    def test_an_answer_is_not_struck(self, notes: Interview) -> None:
        answered = read(notes.model_copy(update={"answers": {"salary.asked": "yes"}}))
        with pytest.raises(ValueError, match="your own answer"):
            strike(answered, one(answered, "salary.asked"))

    def test_what_was_never_found_is_not_struck(self, notes: Interview) -> None:
        with pytest.raises(ValueError, match="read it first"):
            strike(notes, Evidence(label="warmth", quote="Hello", start=0, end=5, document="notes.txt"))
        with pytest.raises(ValueError, match="read it first"):
            strike(notes, Evidence(label="warmth", quote="Hello", start=0, end=5))

    def test_a_praise_less_changes_how_freely_the_speaker_praises(self) -> None:
        answer = "I have run a small kitchen with nine people for six long and happy years."
        turns = [
            turn
            for reply in (
                "That is a great answer, exactly how we would do it.",
                "Great answer, I love that.",
                "I see, go on.",
            )
            for turn in (
                {"role": "candidate", "speaker": "J", "text": answer},
                {"role": "interviewer", "speaker": "M", "text": reply},
            )
        ]
        interview = read(Interview(documents=(Document.from_turns(turns, name="talk"),)))
        praises = [found for found in interview.evidence if found.label == "affirmation.answer"]
        assert [found.usual for found in praises] == [0.667, 0.667]
        (left,) = [f for f in read(strike(interview, praises[0])).evidence if f.label == "affirmation.answer"]
        assert left.usual == 0.333


class TestAdding:
    def test_what_was_missed_counts_in_full_with_the_documents_own_words(self, notes: Interview) -> None:
        added = add_sign(notes, "affirmation.answer", 'the numbers were "quite right"')
        found = one(read(added), "affirmation.answer")
        assert found.quote == "the\n  numbers were “quite right”"
        assert NOTES[found.start : found.end] == found.quote
        assert (found.probability, found.found_by, found.document) == (1.0, "typed", "notes.txt")
        assert found.specificity is not None
        assert assess(added).assessment.log_odds > assess(notes).assessment.log_odds

    def test_words_of_a_talk_carry_who_said_them_when_and_who_raised_the_matter(self) -> None:
        interview = read(Interview(documents=(Document.from_turns(TALK, name="talk.vtt"),)))
        found = one(read(add_sign(interview, "salary.discussed", "We pay nights well")), "salary.discussed")
        assert (found.turn, found.at, found.role, found.raised_by) == (2, 15.0, "interviewer", "candidate")
        assert found.quote == "We pay nights well"

    def test_a_mail_is_the_employers_word(self) -> None:
        mail = Document.from_text("Hello Joan,\nwe liked you.\n> I wrote this", kind="mail", name="m")
        interview = read(Interview(documents=(mail,)))
        assert (
            one(read(add_sign(interview, "reply.warm", "we liked you")), "reply.warm").role == "interviewer"
        )
        assert one(read(add_sign(interview, "warmth", "I wrote this")), "warmth").quote == "I wrote this"

    def test_minutes_are_read_from_the_words(self) -> None:
        interview = read(Interview(documents=(Document.from_text("We sat for 50 minutes.", name="a"),)))
        assert (
            one(read(add_sign(interview, "length.minutes", "for 50 minutes")), "length.minutes").minutes == 50
        )

    def test_an_added_sign_replaces_an_unsure_one_on_the_same_words(self, notes: Interview) -> None:
        found = one(read(add_sign(notes, "selling.start_date", "when I could start")), "selling.start_date")
        assert (found.quote, found.found_by) == ("when I could start", "typed")

    @pytest.mark.parametrize(
        ("label", "quote", "document", "complaint"),
        [
            ("warmth", "She was kind", None, "not in the text"),
            ("warmth", "she asked when i could start", None, "not in the text"),
            ("warmth", "asked", None, "2 places; give more of the words around them$"),
            ("warmth", " \n", None, "quote is empty"),
            ("warmth", "She asked", "other.txt", r"no document 'other.txt'; there are: notes.txt"),
            ("warm", "She asked", None, "not a sign: warm"),
        ],
    )
    def test_untrue_quotes_cannot_be_added(
        self, notes: Interview, label: str, quote: str, document: str | None, complaint: str
    ) -> None:
        with pytest.raises(ValueError, match=complaint) as caught:
            add_sign(notes, label, quote, document)
        assert "\n" not in str(caught.value)

    def test_the_document_settles_which_of_two_is_meant(self) -> None:
        documents = (
            Document.from_text("He was kind.", name="a"),
            Document.from_text("He was kind!", name="b"),
        )
        interview = read(Interview(documents=documents))
        with pytest.raises(ValueError, match="or name the document"):
            add_sign(interview, "warmth", "He was kind")
        assert add_sign(interview, "warmth", "He was kind", "b").corrections[0].document == "b"

    def test_a_quote_lies_in_one_turn(self) -> None:
        interview = read(Interview(documents=(Document.from_turns(TALK, name="talk.vtt"),)))
        with pytest.raises(ValueError, match="several turns"):
            add_sign(interview, "warmth", "Why this bakery? What would the pay be")

    def test_the_candidates_own_answers_are_no_text_to_quote(self, notes: Interview) -> None:
        answered = read(notes.model_copy(update={"answers": {"salary.asked": "yes"}}))
        with pytest.raises(ValueError, match="not in the text"):
            add_sign(answered, "warmth", ": yes")


class _Everything:
    """A reader that sees one sign in everything."""

    def __init__(self, label: str) -> None:
        self._label = label

    def find(self, units: Sequence[Unit]) -> list[Finding]:
        return [Finding(unit, self._label, 0.9) for unit in units]


class TestWhoWins:
    @pytest.mark.parametrize("label", ["selling.start_date", "warmth"])
    def test_corrections_win_over_another_reader(
        self, notes: Interview, monkeypatch: pytest.MonkeyPatch, label: str
    ) -> None:
        corrected = strike(notes, one(notes, "selling.start_date"))
        corrected = add_sign(corrected, "duties.specifics", "numbers were")
        monkeypatch.setattr(
            "wentwell._assess.read_many", lambda documents: read_many(documents, _Everything(label))
        )
        found = told(corrected)
        assert ("duties.specifics", "numbers were") in found
        assert ("selling.start_date", "She asked when I could start.") not in found
        assert label in {kind for kind, _ in found}
        assert (label, "She asked when I could start.") in told(notes)

    def test_the_last_about_the_same_words_holds(self, notes: Interview) -> None:
        struck = strike(notes, one(notes, "selling.start_date"))
        added = add_sign(
            struck, "selling.start_date", "when I could start", at=datetime(2001, 1, 1, tzinfo=UTC)
        )
        assert ("selling.start_date", "when I could start") in told(added)
        again = strike(added, one(read(added), "selling.start_date"))
        assert "selling.start_date" not in [label for label, _ in told(again)]

    def test_taking_back_undoes_it(self, notes: Interview) -> None:
        struck = strike(notes, one(notes, "selling.start_date"))
        added = add_sign(struck, "warmth", "quite right")
        assert told(take_back(added, added.corrections[0])) == [*told(notes), ("warmth", "quite right")]
        back = take_back(take_back(added, added.corrections[1]), struck.corrections[0])
        assert read(back) == notes
        with pytest.raises(ValueError, match="no such correction"):
            take_back(back, struck.corrections[0])

    @pytest.mark.parametrize("reply", ["no", "could-not"])
    def test_an_answer_holds_against_an_added_sign_and_that_is_said(
        self, notes: Interview, reply: Reply
    ) -> None:
        added = add_sign(notes, "warmth", "quite right").model_copy(update={"answers": {"warmth": reply}})
        answer = assess(added)
        assert "warmth" not in {found.label for found in answer.interview.evidence}
        (warning,) = answer.warnings
        assert signs()["warmth"].name in warning
        assert "your answers" in warning

    def test_a_yes_answered_stays_when_the_words_are_struck(self, notes: Interview) -> None:
        answered = notes.model_copy(update={"answers": {"selling.start_date": "yes"}})
        struck = strike(answered, one(notes, "selling.start_date"))
        assert one(read(struck), "selling.start_date").found_by == "answered"

    def test_what_tells_the_outcome_can_be_struck_and_added(self) -> None:
        mail = Document.from_text("We are pleased to offer you the position. We talk soon.", "mail", "m")
        offered = assess(Interview(documents=(mail,)))
        assert offered.assessment.status == "offer"
        struck = strike(offered.interview, one(offered.interview, "outcome.offer"))
        assert assess(struck).assessment.status == "open"
        for label, status in (("next.invited", "advanced"), ("outcome.rejected", "refused")):
            assert assess(add_sign(struck, label, "We talk soon")).assessment.status == status
        settled = add_sign(struck, "outcome.rejected", "We talk soon").model_copy(
            update={"outcome": Outcome(kind="advanced")}
        )
        assert assess(settled).assessment.status == "advanced"


class TestOtherWords:
    """The document is not the one that was corrected any more."""

    def test_a_quote_that_has_moved_is_found_again(self, notes: Interview) -> None:
        corrected = add_sign(strike(notes, notes.evidence[0]), "warmth", "quite right")
        moved = Document.from_text(f"A first line.\n{NOTES}", name="notes.txt")
        interview, warnings = read_interview(corrected.model_copy(update={"documents": (moved,)}))
        assert not warnings
        assert ("warmth", "quite right") in told(interview)
        assert notes.evidence[0].quote not in [quote for _, quote in told(interview)]

    @pytest.mark.parametrize("text", ["Nothing of it.", f"Well. {NOTES} {NOTES}", ""])
    @pytest.mark.parametrize("done", ["strike", "add"])
    def test_one_that_no_longer_fits_is_told_and_kept(self, notes: Interview, text: str, done: str) -> None:
        corrected = (
            strike(notes, notes.evidence[0]) if done == "strike" else add_sign(notes, "warmth", "quite")
        )
        other = corrected.model_copy(update={"documents": (Document.from_text(text, name="notes.txt"),)})
        interview, warnings = read_interview(other)
        (warning,) = warnings
        assert warning.startswith("notes.txt: you ")
        assert "changes nothing" in warning
        assert interview.corrections == corrected.corrections
        plain = other.model_copy(update={"corrections": ()})
        assert interview.evidence == read(plain).evidence

    def test_words_that_now_run_over_two_turns_no_longer_fit(self) -> None:
        whole = read(Interview(documents=(Document.from_turns(TALK, name="talk"),)))
        corrected = add_sign(whole, "salary.discussed", "We pay nights well. When can you start?")
        cut = whole.documents[0]
        last = cut.turns[2]
        turns = (
            *cut.turns[:2],
            last.model_copy(update={"end": last.start + 19}),
            last.model_copy(update={"start": last.start + 20}),
        )
        other = corrected.model_copy(update={"documents": (cut.model_copy(update={"turns": turns}),)})
        interview, warnings = read_interview(other)
        assert len(warnings) == 1
        assert "salary.discussed" not in {one.label for one in interview.evidence if one.found_by == "typed"}

    def test_a_document_that_is_gone_is_told(self, notes: Interview) -> None:
        corrected = strike(notes, notes.evidence[0])
        renamed = notes.documents[0].model_copy(update={"name": "other.txt"})
        _, warnings = read_interview(corrected.model_copy(update={"documents": (renamed,)}))
        assert len(warnings) == 1

    def test_a_sign_that_this_version_does_not_know_is_left_out_and_told(self, notes: Interview) -> None:
        correction = Correction(
            done="add",
            label="weather.sunny",
            document="notes.txt",
            start=0,
            end=3,
            quote="She",
            made_at=datetime.now(UTC),
        )
        interview, warnings = read_interview(notes.model_copy(update={"corrections": (correction,)}))
        assert interview.evidence == notes.evidence
        assert "weather.sunny" in warnings[0]


PIECES = st.sampled_from(["a", "b", " ", "\n", "'", "’", "She asked when I could start. ", "salary? "])
TEXTS = st.lists(PIECES, max_size=12).map("".join)
CORRECTIONS = st.builds(
    lambda done, label, document, start, quote: Correction(
        done=done,
        label=label,
        document=document,
        start=start,
        end=start + len(quote),
        quote=quote,
        made_at=datetime(2026, 3, 2, tzinfo=UTC),
    ),
    st.sampled_from(["strike", "add"]),
    st.sampled_from([*sorted(signs())[:4], "selling.start_date", "outcome.offer", "weather.sunny"]),
    st.sampled_from(["one", "two", "talk", "your answers"]),
    st.integers(0, 40),
    st.lists(PIECES, min_size=1, max_size=3).map("".join).filter(str.strip),
)


@given(
    TEXTS,
    TEXTS,
    st.lists(st.fixed_dictionaries({"text": TEXTS, "speaker": st.sampled_from(["A", "B"])}), max_size=4),
    st.lists(CORRECTIONS, max_size=6),
    st.dictionaries(st.sampled_from(["selling.start_date", "outcome.offer"]), st.sampled_from(["yes", "no"])),
)
def test_no_correction_of_any_text_gives_an_untrue_quote(
    one: str, two: str, turns: list[dict[str, str]], corrections: list[Correction], answers: dict[str, Reply]
) -> None:
    documents = (
        Document.from_text(one, name="one"),
        Document.from_text(two, "mail", "two"),
        Document.from_turns(turns, name="talk"),
    )
    given_interview = Interview(documents=documents, answers=answers, corrections=tuple(corrections))
    answer = assess(given_interview, today=DAY)
    texts = {document.name: document for document in answer.interview.documents}
    for found in answer.interview.evidence:
        holding = texts[found.document]
        assert holding.text[found.start : found.end] == found.quote
        assert (found.turn is not None) == bool(holding.turns)
    assert answer.interview.corrections == tuple(corrections)
    assert assess(answer.interview, today=DAY).interview == answer.interview


@given(TEXTS, TEXTS)
def test_typed_words_are_found_wherever_they_stand(text: str, typed: str) -> None:
    def plain(words: str) -> str:
        return " ".join(words.split()).replace("’", "'")

    places = typed_places(text, typed)
    assert len(set(places)) == len(places)
    for start, end in places:
        assert plain(text[start:end]) == plain(typed)
    if typed.strip() and typed in text:
        assert places
