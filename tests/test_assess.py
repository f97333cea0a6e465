"""The whole way once: what is taken from the words, what the candidate says, and what counts as not seen."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell import Answer, Context, Document, Interview, Opportunity, Outcome, assess
from wentwell.catalog import signs
from wentwell.interview import Mail
from wentwell.telling import to_html, to_markdown

DAY = date(2026, 3, 2)
TALK = [
    {
        "speaker": "Mara",
        "role": "interviewer",
        "start": 0.0,
        "text": "Thanks for coming in. Why this bakery?",
    },
    {
        "speaker": "Joan",
        "role": "candidate",
        "start": 9.0,
        "text": "I have always worked nights and I like it.",
    },
    {"speaker": "Mara", "role": "interviewer", "start": 15.0, "text": "What salary do you have in mind?"},
    {"speaker": "Joan", "role": "candidate", "start": 2400.0, "text": "About forty thousand."},
]


def notes(text: str, name: str | None = None) -> Document:
    return Document.from_text(text, name=name)


def not_seen(answer: Answer) -> set[str]:
    return {part.label for part in answer.assessment.contributions if part.kind == "not_seen"}


def test_gaps_in_the_context_are_filled_from_the_words_and_the_words_are_named() -> None:
    text = "It took 50 minutes although only 30 were scheduled. They will let me know by Friday."
    answer = assess(Interview(context=Context(interview_date=DAY), documents=(notes(text),)))
    context = answer.assessment.context
    assert context.actual_minutes == 50
    assert context.promised_date == date(2026, 3, 6)
    assert any("50 minutes" in warning and "“" in warning for warning in answer.warnings)


def test_what_the_user_says_wins_over_the_words() -> None:
    given_context = Context(interview_date=DAY, actual_minutes=20, promised_date=date(2026, 3, 20))
    text = "It took 50 minutes. They will let me know by Friday."
    context = assess(Interview(context=given_context, documents=(notes(text),))).assessment.context
    assert (context.actual_minutes, context.promised_date) == (20, date(2026, 3, 20))


def test_where_the_words_name_several_lengths_none_is_taken() -> None:
    text = "With the cook it took 20 minutes. With the owner it took 45 minutes."
    assert assess(Interview(documents=(notes(text),))).assessment.context.actual_minutes is None


def test_a_talks_own_times_win_over_what_notes_say_of_minutes() -> None:
    documents = (notes("It took 11 minutes."), Document.from_turns(TALK))
    context = assess(Interview(documents=documents)).assessment.context
    assert context.actual_minutes == pytest.approx(40)


def test_a_talk_tells_its_length_and_its_panel() -> None:
    turns = [
        *TALK,
        {"speaker": "Ines", "role": "interviewer", "start": 2410.0, "text": "And how do you plan?"},
    ]
    context = assess(Interview(documents=(Document.from_turns(turns),))).assessment.context
    assert context.interviewers == 2
    assert context.actual_minutes == pytest.approx(2410 / 60)


def test_what_a_whole_talk_does_not_show_counts_and_what_short_notes_do_not_mention_does_not() -> None:
    context = Context(stage="final")
    talk = assess(Interview(context=context, documents=(Document.from_turns(TALK),)))
    told = assess(Interview(context=context, documents=(notes("We talked about night shifts."),)))
    assert "next.process" in not_seen(talk)
    assert {part.kind for part in told.assessment.contributions} == {"base"}
    assert told.assessment.unseen


def test_the_longer_the_notes_the_more_their_silence_says_and_a_talk_or_an_answer_says_it_better() -> None:
    context = Context(stage="final")

    def left_out(*documents: Document, **answers: str) -> float:
        interview = Interview.model_validate(
            {
                "context": context,
                "documents": documents,
                "answers": {k.replace("_", "."): v for k, v in answers.items()},
            }
        )
        parts = assess(interview).assessment.contributions
        return sum(part.log_odds for part in parts if part.kind == "not_mentioned")

    some, many, more = (notes("We talked about night shifts. " * times) for times in (20, 60, 200))
    assert left_out() == 0
    assert 0 > left_out(some) > left_out(many) == left_out(more)
    assert left_out(many, Document.from_turns(TALK)) == 0
    assert left_out(many) < left_out(many, warmth="no", next_process="no", affirmation_fit="no") < 0


def test_answers_count_in_full_and_win_over_what_was_read() -> None:
    context = Context(stage="final", format="onsite")
    read = notes("She asked when I could start.")
    answer = assess(
        Interview(
            context=context,
            documents=(read,),
            answers={
                "selling.start_date": "no",
                "salary.asked": "yes",
                "intro.tour": "could-not",
                "warmth": "no",
            },
        )
    )
    labels = {found.label for found in answer.interview.evidence}
    assert "selling.start_date" not in labels
    assert "salary.asked" in labels
    assert {"selling.start_date", "warmth"} <= not_seen(answer)
    assert "intro.tour" not in not_seen(answer)
    texts = {document.name: document.text for document in answer.interview.documents}
    for found in answer.interview.evidence:
        assert found.document is not None
        assert texts[found.document][found.start : found.end] == found.quote


def test_the_same_file_twice_counts_once() -> None:
    praise = "She said that my answer about the night shift was exactly right."
    context = Context(stage="final")
    once = assess(Interview(context=context, documents=(notes(praise, "a.txt"),)))
    twice = assess(Interview(context=context, documents=(notes(praise, "a.txt"), notes(praise, "copy.txt"))))
    assert twice.assessment.probability == once.assessment.probability
    assert any("count once" in warning for warning in twice.warnings)


def mail(text: str, sent: str | None, *, automatic: bool = False) -> Document:
    return Document(text=text, kind="mail", name="mail.eml", mail=Mail(date=sent, automatic=automatic))


def kinds(answer: Answer) -> set[str]:
    return {part.kind for part in answer.assessment.contributions}


def test_a_mail_of_theirs_ends_the_silence_and_an_automatic_one_does_not() -> None:
    context = Context(stage="first", interview_date=DAY)
    words = "There is still one person to see."
    after = assess(
        Interview(context=context, documents=(mail(words, "2026-03-20T09:00:00+00:00"),)), date(2026, 3, 20)
    )
    assert "silence" not in kinds(after)
    assert "nudge" not in {step.kind for step in after.next_steps}
    undated = assess(Interview(context=context, documents=(mail(words, None),)), date(2026, 3, 20))
    assert "silence" not in kinds(undated)
    before = assess(
        Interview(context=context, documents=(mail(words, "2026-02-20T09:00:00+00:00"),)), date(2026, 3, 20)
    )
    assert "silence" in kinds(before)
    receipt = mail(words, "2026-03-20T09:00:00+00:00", automatic=True)
    assert "silence" in kinds(assess(Interview(context=context, documents=(receipt,)), date(2026, 3, 20)))


@pytest.mark.parametrize(
    ("kind", "status"),
    [("offer", "offer"), ("rejected", "refused"), ("advanced", "advanced"), ("no-answer", "open")],
)
def test_a_recorded_outcome_settles_what_the_words_may_say(kind: str, status: str) -> None:
    told = Interview.model_validate(
        {"documents": [notes("We are pleased to offer you the position.")], "outcome": {"kind": kind}}
    )
    if kind == "no-answer":
        told = told.model_copy(update={"documents": ()})
    assert assess(told).assessment.status == status


def test_who_withdrew_is_only_told_to_go_on() -> None:
    answer = assess(Interview(outcome=Outcome(kind="withdrew")))
    assert {step.kind for step in answer.next_steps} == {"search"}


def test_reading_again_what_was_read_gives_the_same() -> None:
    interview = Interview(
        opportunity=Opportunity(employer="Corner Bakery"),
        context=Context(stage="first", interview_date=DAY),
        documents=(notes("She asked when I could start.", "a.txt"), notes("He was kind.", "a.txt")),
        answers={"salary.asked": "yes"},
        gut=0.4,
    )
    once = assess(interview, today=DAY)
    again = assess(once.interview, today=DAY)
    assert again.interview == once.interview
    assert again.assessment == once.assessment
    assert [document.name for document in once.interview.documents] == ["a.txt", "a.txt (2)", "your answers"]


def test_the_candidates_name_settles_who_is_who() -> None:
    turns = [{**turn, "role": None} for turn in TALK]
    answer = assess(Interview(documents=(Document.from_turns(turns),)), i_am="mara")
    roles = {turn.speaker: turn.role for turn in answer.interview.documents[0].turns}
    assert roles == {"Mara": "candidate", "Joan": "interviewer"}


@given(
    st.lists(st.text(max_size=200), max_size=3),
    st.lists(
        st.fixed_dictionaries({"text": st.text(max_size=80), "speaker": st.sampled_from(["A", "B", None])})
    ),
    st.dictionaries(
        st.sampled_from(sorted(signs())), st.sampled_from(["yes", "no", "could-not"]), max_size=4
    ),
)
def test_anything_gives_an_answer_with_true_quotes(
    texts: list[str], turns: list[dict[str, str | None]], answers: dict[str, str]
) -> None:
    documents = [*map(notes, texts), Document.from_turns(turns)]
    interview = Interview.model_validate({"documents": documents, "answers": answers})
    answer = assess(interview, today=DAY)
    by_name = {document.name: document.text for document in answer.interview.documents}
    assert len(by_name) == len(answer.interview.documents)
    for found in answer.interview.evidence:
        assert found.document is not None
        assert by_name[found.document][found.start : found.end] == found.quote
    assert 0 <= answer.assessment.low <= answer.assessment.probability <= answer.assessment.high <= 1
    assert answer.next_steps


@pytest.mark.parametrize("times", [1, 60])
def test_every_face_says_whether_the_silence_of_notes_counts(times: int) -> None:
    answer = assess(
        Interview(
            context=Context(stage="final"), documents=(notes("We talked about night shifts. " * times),)
        )
    )
    for face in (to_markdown(answer), to_html(answer)):
        assert ("they count neither for nor against" in face) == (times == 1)
        assert ("they count a little against" in face) == (times > 1)
        assert ("What your notes do not mention" in face) == (times > 1)
