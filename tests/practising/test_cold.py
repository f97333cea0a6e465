from __future__ import annotations

import pytest

from wentwell.interview import Document, Evidence, Interview, PracticeCard
from wentwell.practising import cold_exchanges, kind_words, missing_sentence, outline

LONG = "I rang the two suppliers in March and we moved the order to the smaller one, which saved nine days."


def talk(*lines: tuple[str, str], times: bool = False) -> Document:
    roles = {"I": "interviewer", "C": "candidate", "J": "interviewer"}
    turns = [
        {"speaker": who, "role": roles[who], "text": text} | ({"start": 10.0 * place} if times else {})
        for place, (who, text) in enumerate(lines)
    ]
    return Document.from_turns(turns, name="talk")


def sign(document: Document, label: str, quote: str) -> Evidence:
    start = document.text.index(quote)
    return Evidence(
        label=label,
        quote=quote,
        start=start,
        end=start + len(quote),
        role="interviewer",
        document=document.name,
    )


def cards(document: Document, *found: Evidence) -> tuple[PracticeCard, ...]:
    made = cold_exchanges(Interview(documents=(document,), evidence=found))
    for card in made:
        assert document.text[card.start : card.end] == card.question
    return made


WARM = (
    ("I", "How do you plan a week?"),
    ("C", LONG),
    ("I", "I like that, we did the same when the mill closed. Which tools do you use for it?"),
    ("C", LONG),
    ("I", "Interesting, and a good choice for a small team. Who else was part of it?"),
    ("C", LONG),
    ("I", "That sounds like a team I would enjoy. How did the warehouse take it?"),
    ("C", LONG),
    ("I", "They were lucky to have you there. Tell me about a time when you lost a customer."),
    ("C", "Customers come and go, and you have to live with that, I suppose."),
)


def test_a_flat_word_counts_only_where_others_got_more() -> None:
    (cold,) = cards(talk(*WARM, ("I", "Okay. What do you know of our harbour?"), ("C", LONG)))
    assert cold.question == "Tell me about a time when you lost a customer."
    assert (cold.reasons, cold.followed, cold.kind) == (("flat",), "Okay.", "example")
    dry = [(who, text if who == "C" else "Okay. " + text.split(". ")[-1]) for who, text in WARM]
    assert cards(talk(*dry, ("I", "Okay. What do you know of our harbour?"), ("C", LONG))) == ()


def test_nothing_is_cold_in_a_warm_talk() -> None:
    assert (
        cards(talk(*WARM, ("I", "We lost one too, and it hurt. What do you know of us?"), ("C", LONG))) == ()
    )


def test_a_doubt_and_the_same_question_again() -> None:
    lines = (
        ("I", "How would you shorten the wait for a refund?"),
        ("C", "It depends."),
        ("I", "Are you sure? How would you shorten the wait?"),
        ("C", LONG),
        ("I", "Good. That would work here."),
    )
    (cold,) = cards(talk(*lines))
    assert cold.reasons == ("doubt", "asked-again")
    assert cold.answer == "It depends."
    assert "short" in cold.missing
    assert cold.measures is not None
    assert cold.measures.words == 2


@pytest.mark.parametrize("label", ["contrary.concern", "contrary.distant"])
def test_a_sign_in_the_reply(label: str) -> None:
    document = talk(
        ("I", "Why this town?"), ("C", LONG), ("I", "We need more depth here. Next, why now?"), ("C", LONG)
    )
    found = sign(document, label, "We need more depth here.")
    (cold,) = cards(document, found)
    assert (cold.question, cold.sign, cold.reasons) == ("Why this town?", label, ("sign",))
    unsure = found.model_copy(update={"probability": 0.3})
    assert cards(document, unsure) == ()
    elsewhere = found.model_copy(update={"document": "another talk"})
    assert cards(document, elsewhere) == ()


def test_a_doubt_inside_the_question_is_what_to_answer() -> None:
    question = "You have never led a team, so how would you manage nine?"
    document = talk(("I", "Right, so."), ("C", "Yes."), ("I", question), ("C", LONG))
    (cold,) = cards(document, sign(document, "contrary.concern", question))
    assert (cold.kind, cold.question) == ("doubt", question)


def test_nods_do_not_cut_an_answer_and_the_times_give_its_length() -> None:
    document = talk(
        ("I", "How did you start?"),
        ("C", "I began on the phones."),
        ("I", "Mm-hm."),
        ("C", "And then I took over the desk."),
        ("I", "That doesn't really answer it."),
        times=True,
    )
    (cold,) = cards(document)
    assert cold.answer == "I began on the phones.\nAnd then I took over the desk."
    assert cold.measures is not None
    assert cold.measures.seconds == 30.0
    assert cold.at == 0.0


def test_small_talk_is_no_question_to_practise() -> None:
    assert (
        cards(talk(("I", "Can you hear me?"), ("C", "Now I can."), ("I", "I'm not sure that works."))) == ()
    )


@pytest.mark.parametrize(
    ("text", "question", "asked"),
    [
        ("She asked why I left the mill. I rambled for ages.", "why I left the mill", False),
        ("He asked “What is your plan for May?” and I froze.", "What is your plan for May?", True),
        ("I stumbled over the date ranges.", "the date ranges", False),
        ("Budgets: I couldn't think of an example.", "Budgets", False),
        ("Tell me about a conflict? Blanked completely.", "Tell me about a conflict?", True),
        ("I should have mentioned the trainees.", "I should have mentioned the trainees.", False),
    ],
)
def test_what_the_notes_say_went_badly(text: str, question: str, asked: bool) -> None:
    (cold,) = cards(Document.from_text(text, name="notes"))
    assert (cold.question, cold.asked, cold.reasons) == (question, asked, ("told",))
    assert cold.answer is None


@pytest.mark.parametrize(
    "text",
    [
        "It went well. She asked why I left the mill, and I had a good example.",
        "I think I blew it.",
        "He stumbled over my name and laughed.",
        "I never rambled, for once.",
    ],
)
def test_notes_without_a_bad_answer_give_none(text: str) -> None:
    assert cards(Document.from_text(text, name="notes")) == ()


def test_a_bad_feeling_needs_a_question() -> None:
    document = Document.from_text("It felt bad. I was asked about pay and felt awful.", name="notes")
    (cold,) = cards(
        document, sign(document, "gut.bad", "felt awful"), sign(document, "gut.bad", "It felt bad.")
    )
    assert cold.question == "about pay"


def test_the_words_are_kind_where_the_evidence_is_weak() -> None:
    nothing = "nothing to do with you"
    (flat,) = cards(talk(*WARM, ("I", "Okay. What do you know of our harbour?"), ("C", LONG)))
    assert flat.missing
    assert nothing in (kind_words(flat) or "")
    (told,) = cards(Document.from_text("I stumbled over the date ranges.", name="notes"))
    assert nothing in (kind_words(told) or "")
    asked_again = flat.model_copy(update={"reasons": ("asked-again",), "sign": None})
    assert kind_words(asked_again) is None
    assert nothing in (kind_words(asked_again.model_copy(update={"missing": ()})) or "")


def test_each_kind_has_an_outline_and_each_gap_its_words() -> None:
    (flat,) = cards(talk(*WARM, ("I", "Okay. What do you know of our harbour?"), ("C", LONG)))
    assert flat.measures is not None
    for missing in flat.missing:
        assert missing_sentence(missing, flat.measures).endswith(".")
    assert [step.split(":")[0] for step in outline("example")] == ["Situation", "Task", "Action", "Result"]
