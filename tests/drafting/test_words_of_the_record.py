"""Phrases, names and wishes cut out of a record: the right ones, or none."""

from __future__ import annotations

import pytest

from wentwell.drafting import interviewers
from wentwell.drafting._people import Person, address, as_name, candidate
from wentwell.drafting._phrases import phrases
from wentwell.drafting._wants import wants
from wentwell.interview import Context, Interview, Opportunity

from .made_up import notes, talk


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The task is to take over the monthly settlement report, which Ms Lind does today.",
            ["the monthly settlement report"],
        ),
        ("They move it to the new pricing model in the summer.", ["the new pricing model"]),
        ("She told me about the pilot in Kent and each month one report.", ["the pilot in Kent"]),
        ("The team do pricing models in Python.", ["pricing models in Python"]),
        ("You look after the claims reopened in March.", ["the claims"]),
        ("The backlog of reopened claims is what you start with.", ["The backlog of reopened claims"]),
        ("He explained the system works badly on old phones.", ["the system"]),
        ("The first three months are busy.", []),
        ("It is on the second floor.", []),
        ("The whole thing is a bit of a mess.", []),
        ("The manager wants the job done.", []),
        ("There are 41 spreadsheets and the budget is £40,000.", []),
        ("They keep the primates three days and the parrots all week.", ["the primates", "the parrots"]),
        ("It is the branch with the tiny.", []),
        ("You take over the audit trail from Ravi.", ["the audit trail"]),
        ("", []),
    ],
)
def test_phrases(sentence: str, found: list[str]) -> None:
    assert [sentence[one.start : one.end] for one in phrases(sentence)] == found


@pytest.mark.parametrize(
    "label",
    [
        "S1",
        "Speaker 2",
        "SPEAKER_00",
        "Interviewer",
        "HR",
        "jonah",
        "Panel",
        "J",
        "Recruiter 1",
        "Zoom",
        "x@y.example",
        "",
        None,
    ],
)
def test_labels_are_no_names(label: str | None) -> None:
    assert as_name(label) is None


@pytest.mark.parametrize(
    "name",
    [
        "Helen Drury",
        "Jonah",
        "Dr. Bristow",
        "Ms Adeyemi",
        "Jürgen van der Berg",
        "Siobhán O'Neill",
        "王芳",
        "Jean-Luc Moreau",
    ],
)
def test_names_are_names(name: str) -> None:
    assert as_name(name) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I met Jane Okafor, head of ops. Nice.", ["Jane Okafor"]),
        ("Met Carol, the head of marketing, at their office.", ["Carol"]),
        ("Video call with Jonah (one of the two founders), Tuesday.", ["Jonah"]),
        (
            "Panel: Helen Drury (people services), Martin Osei (my boss to be), Sofie Lindqvist.",
            ["Helen Drury", "Martin Osei", "Sofie Lindqvist"],
        ),
        ("Interviewed by Ana María Ruiz and Wei Zhang.", ["Ana María Ruiz", "Wei Zhang"]),
        ("The sales manager Tony asked why.", ["Tony"]),
        # nobody who was there, as far as the words say
        ("Told Tom that I won't hear from them.", []),
        ("My old manager Rita would have laughed.", []),
        ("A call with Goldman Sachs on Monday.", []),
        ("Met Marketing, then HR.", []),
        ("They want me to meet a Dr Vogt next week.", []),
        ("Spoke to Norvane Group about it.", []),
        ("met tony the sales manager", []),
    ],
)
def test_interviewers_in_notes(text: str, names: list[str]) -> None:
    interview = notes(text, opportunity=Opportunity(employer="Norvane"))
    assert [person.name for person in interviewers(interview)] == names


def test_names_of_one_person_are_put_together_and_the_candidate_is_left_out() -> None:
    spoken = talk([("Jonah Feld", "Hi."), ("Elena Marsh", "Hello.")], me="Elena Marsh")
    written = notes("Call with Jonah (the founder). The recruiter Elena is me, not them.")
    both = Interview(documents=(*spoken.documents, *written.documents))
    assert [person.name for person in interviewers(both)] == ["Jonah Feld"]
    assert candidate(both) == "Elena Marsh"


def test_first_names_only_where_the_record_uses_them_and_nobody_is_formal() -> None:
    helen = Person("Helen Drury", "talk.vtt")
    assert address(helen, notes("Helen wants two references.")) == "Helen"
    assert address(helen, notes("Helen Drury led it.")) == "Helen Drury"
    formal = talk([("Helen Drury", "Good morning, Ms Brandt. Helen Drury here. Call me Helen.")])
    assert address(helen, formal) == "Helen Drury"
    assert address(Person("Dr. Bristow", "--to"), notes("Dr. Bristow came.")) == "Dr. Bristow"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("I'd like to build the new model from the start.", ["build the new model from the start"]),
        ("I would love to learn project planning, if I may.", ["learn project planning"]),
        ("It made me want to work on the depot plan and more.", ["work on the depot plan"]),
        ("I want to go home.", []),
        ("I'd like to do it once more.", []),
        ("I would like to help them.", []),
        ("I want to earn 50 by June.", []),
        ("I'd like to", []),
    ],
)
def test_wishes_in_the_candidates_own_words(words: str, found: list[str]) -> None:
    assert [want.phrase for want in wants(notes(words))] == found
    # the same words of an interviewer are nobody's wish here
    assert not wants(talk([("Helen Drury", words)]))


def test_text_without_capitals_and_stops_gives_no_phrase() -> None:
    from wentwell.drafting import thanks

    words = "you would run the returns desk in leeds and i mean it"
    (draft,) = thanks(talk([("Helen Drury", words)], ("duties.specifics", words)), Context())
    assert "[one concrete thing from the talk]" in draft.body


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Met the depot manager Alan Pike. He told me about the vans.", ["Alan Pike"]),
        ("I saw the matron, Grace Obi. They were kind.", ["Grace Obi"]),
        ("Met Ward sister Bridget Hale on the ward.", ["Bridget Hale"]),
        ("Panel: Dr. Ann Whitlock (chair), Sam Ito.", ["Dr. Ann Whitlock", "Sam Ito"]),
        ("Interviewed by J. Marsh and Mrs. Pemberton. Then it ended.", ["J. Marsh", "Mrs. Pemberton"]),
        ("My sister Bridget Hale drove me.", []),
    ],
)
def test_a_name_ends_with_its_sentence_and_keeps_its_title(text: str, names: list[str]) -> None:
    assert [person.name for person in interviewers(notes(text))] == names


def test_who_greets_by_first_name_is_greeted_so_and_a_title_goes_with_the_surname() -> None:
    friendly = talk([("Priya Nair", "Hi Nadia, thanks for joining."), ("Nadia Brandt", "Hello.")])
    assert address(Person("Priya Nair", "talk.vtt"), friendly) == "Priya"
    whole = talk([("Priya Nair", "Hello Nadia Brandt, do sit."), ("Nadia Brandt", "Hello.")])
    assert address(Person("Priya Nair", "talk.vtt"), whole) == "Priya Nair"
    assert address(Person("Dr. Ann Whitlock", "notes.txt"), friendly) == "Dr. Whitlock"
    assert address(Person("Dr Ann Whitlock", "--to"), friendly) == "Dr Ann Whitlock"
