"""Plain transcripts, and notes that only look like one."""

import pytest

from wentwell.interview import Document
from wentwell.sources import parse

TALK = [
    ("Ada Moss", 0, "Good morning, did you find us easily?"),
    ("Ben", 4, "Yes, thanks. It was easy."),
    ("Ada Moss", 9, "What made you apply here?"),
    ("Ben", 75, "I like bridges."),
]


def read(text: str, name: str = "talk.txt") -> Document:
    (document,) = parse(text.encode(), name)
    return document


def said(document: Document) -> list[tuple[str | None, str]]:
    return [(turn.speaker, document.words(turn)) for turn in document.turns]


def minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"


def hours(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds % 3600 // 60:02d}:{seconds % 60:02d}"


FORMS = {
    "plain": "{name}: {text}\n",
    "paragraphs": "{name}: {text}\n\n",
    "markdown": "**{name}:** {text}\n\n",
    "bracketed time first": "[{hours}] {name}: {text}\n",
    "short bracketed time first": "[{minutes}] {name}: {text}\n",
    "time first": "{hours} {name}: {text}\n",
    "time and dash": "{hours} - {name}: {text}\n",
    "name, bracketed time": "{name} [{minutes}]: {text}\n",
    "name, time in parentheses": "{name} ({minutes}):\n{text}\n\n",
    "otter": "{name}  {minutes}\n{text}\n\n",
    "teams": "{name}   {minutes}\n{text}\n",
    "zoom": "[{name}] {hours}\n{text}\n\n",
    "chat": "{hours} From {name} to Everyone:\n\t{text}\n",
    "name, time, text": "{name}\n{minutes}\n{text}\n\n",
    "name line": "{name}\n{text}\n\n",
}
UNTIMED = {"plain", "paragraphs", "markdown", "name line"}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_turns(form: str) -> None:
    text = "".join(
        FORMS[form].format(name=name, text=words, minutes=minutes(at), hours=hours(at))
        for name, at, words in TALK
    )
    document = read(text)
    assert document.kind == "transcript"
    assert document.format == "labelled"
    assert said(document) == [(name, words) for name, _, words in TALK]
    expected = [None] * len(TALK) if form in UNTIMED else [float(at) for _, at, _ in TALK]
    assert [turn.at for turn in document.turns] == expected
    assert document.warnings == ()


def test_granola_me_and_them() -> None:
    document = read(
        "Me: Thanks for having me.\n\nThem: Of course. What do you know about us?\n\nMe: A little.\n"
    )
    assert [turn.speaker for turn in document.turns] == ["Me", "Them", "Me"]
    assert [turn.name for turn in document.turns] == [None, None, None]


def test_meet_headings_give_times_and_are_no_speech() -> None:
    document = read(
        "Engineer interview (2025-03-04)\nAttendees\nAda Moss, Ben Okoro\nTranscript\n\n00:00:00\n\n"
        "Ada Moss: Hello Ben.\nBen Okoro: Hello.\n\n00:05:00\n\nAda Moss: Shall we go on?\n"
        "with the second part\n"
        "Ben Okoro: Sure.\n\nMeeting ended after 00:42:10\n"
        "This editable transcript was computer generated and might contain errors.\n"
    )
    assert said(document) == [
        ("Ada Moss", "Hello Ben."),
        ("Ben Okoro", "Hello."),
        ("Ada Moss", "Shall we go on? with the second part"),
        ("Ben Okoro", "Sure."),
    ]
    assert [turn.at for turn in document.turns] == [0.0, None, 300.0, None]
    told = " ".join(document.warnings)
    for words in (
        "Engineer interview",
        "Attendees",
        "Ada Moss, Ben Okoro",
        "Meeting ended",
        "might contain errors",
    ):
        assert words in told


def test_a_filled_form_above_the_talk_is_no_speech() -> None:
    document = read(
        "Interviewer: Ada Moss\nDate: 4 March\nPosition: Engineer\n\n"
        "Ada: Hello, how are you?\nBen: Fine.\nAda: Good.\nBen: And you?\n"
    )
    assert said(document)[0] == ("Ada", "Hello, how are you?")
    assert "Interviewer: Ada Moss" in document.warnings[0]
    assert "Position: Engineer" in document.warnings[0]


def test_long_notes_before_the_talk_are_told() -> None:
    notes = "\n".join(f"Thought number {n} about that morning, quite long." for n in range(20))
    document = read(
        notes + "\n\nAda  0:00\nHello.\n\nBen  0:04\nHello.\n\nAda  0:06\nReady?\n\nBen  0:08\nYes.\n"
    )
    assert len(document.turns) == 4
    assert "20 lines" in document.warnings[0]


def test_lines_below_belong_to_the_turn_before() -> None:
    document = read(
        "Ada: Tell me\nabout yourself.\n\nTake your time.\nBen: I am Ben.\nNote: I paint.\nAda: Nice.\n"
    )
    assert said(document)[0] == ("Ada", "Tell me about yourself. Take your time.")
    assert said(document)[1] == ("Ben", "I am Ben. Note: I paint.")


def test_consecutive_lines_of_one_speaker_are_one_turn() -> None:
    document = read("Ada: One.\nAda: Two.\nBen: Three.\nAda: Four.\n")
    assert said(document) == [("Ada", "One. Two."), ("Ben", "Three."), ("Ada", "Four.")]


def test_wall_clock_times_count_from_the_first_and_over_midnight() -> None:
    document = read("[Ada] 23:59:50\nHello.\n\n[Ben] 00:00:05\nHi.\n\n[Ada] 00:01:00\nSo.\n")
    assert [turn.at for turn in document.turns] == [0.0, 15.0, 70.0]


def test_a_talk_that_begins_late_keeps_its_times() -> None:
    document = read("[00:12:03] Ada: Where were we?\n[00:12:09] Ben: At bridges.\n")
    assert [turn.at for turn in document.turns] == [723.0, 729.0]


def test_times_without_names() -> None:
    document = read("[00:01] Hello there.\n[00:05] Hello.\n[00:09] Shall we start?\n")
    assert said(document) == [(None, "Hello there."), (None, "Hello."), (None, "Shall we start?")]
    assert "The transcript names no speakers." in document.warnings


def test_four_speakers_one_of_whom_speaks_once() -> None:
    document = read(
        "SPEAKER_00: Hello.\nSPEAKER_01: Hi.\nSPEAKER_02: Hi.\nSPEAKER_00: Sit down.\nSPEAKER_01: Thanks.\n"
        "SPEAKER_03: Welcome.\nSPEAKER_00: Let us begin.\n"
    )
    assert len(document.turns) == 7
    assert {turn.name for turn in document.turns} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Interviewer: Tell me about yourself.\nCandidate: I build bridges.\n",
        "Ada: Hello, what brings you here?\nBen: Your bridges.\n",
        "Q: Why bridges?\nA: I like them.\nQ: Since when?\nA: Always.\n",
        "ada: so why us\nben: the bridges\nada: right\nben: yes\n",
        "[00:12:03] Ada: Where were we?\n",
        "Speaker 1: Hello, you.\nSpeaker 2: Hello.\n",
        "Müller: Guten Tag.\nÇelik: Guten Tag.\nMüller: Setzen Sie sich.\n",
        "Jane Price: Sit down.\nTom Page: Thanks.\nJane Price: So?\n",
        "小林：こんにちは。\n田中：はい。\n小林：では。\n",
    ],
)
def test_short_talks_are_talks(text: str) -> None:
    document = read(text)
    assert document.kind == "transcript"
    assert len(document.turns) == len(text.strip().split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "Pros: nice people\nCons: far away\nSalary: 50k\n",
        "TODO: send thanks\nNote: she smiled\n",
        "Note: she asked about pay.\nNote: he looked bored.\nNote: it ran over.\n",
        "Round 1\nFormat: phone\nSalary: not asked\nRound 2\nFormat: onsite\nSalary: asked\n",
        "Q: Why us?\nI said the usual.\nQ: Why now?\nI said the contract ends.\n",
        "Q: Why us?\nA: The bridges.\n",
        "Priya: asked about systems, seemed happy.\nTom: quiet, looked at his phone.\nLena: warm.\n",
        "10:00 Priya: systems\n11:00 Tom: behaviour\n12:00 Lena: lunch\n",
        "Priya 10:00\nsystems\nTom 11:00\nbehaviour\n",
        "PRO: good team\nPRO: close\nNEUTRAL: pay in the posting\nNEUTRAL: half an hour\n"
        "UNSURE: travel\nCON: cold\n",
        "It went well: they laughed.\nOne thing: pay.\nIt went well: they wrote it down.\n"
        "One thing: hours.\n",
        "Interviewer: Ada Moss\nCompany: Bridges Ltd\nShe asked when I could start.\n",
        "https://example.org/a\nmailto:x@example.org\nhttps://example.org/b\n",
        "Strengths\nfast, calm\n\nWeaknesses\npay\n\nStrengths\nagain calm\n",
        "Went in at 10:30. Ann Lee met me. We talked until 11:15.\n",
        "- Ann: lovely\n- Bo: stern\n",
        "Manager: nice, listened.\nHR: asked about pay.\n",
        "We sat in the small room for an hour and I think they liked my drawings a lot.\n\n"
        "Her: When could you start?\nMe: In May.\nHer: Good.\nMe: Yes.\n",
        "Mar 4, 2025 10:00\nWent well.\nMar 6, 2025 11:00\nThey rang.\n",
    ],
)
def test_notes_are_notes(text: str) -> None:
    document = read(text)
    assert document.kind == "notes"
    assert document.text == text
    assert document.turns == ()


def test_the_users_word_settles_it() -> None:
    pair = "Ada: lovely\nBo: stern\n"
    assert parse(pair.encode())[0].kind == "notes"
    assert said(parse(pair.encode(), kind="transcript")[0]) == [("Ada", "lovely"), ("Bo", "stern")]
    talk = "Ada: Hello.\nBo: Hi.\nAda: Sit.\n"
    assert parse(talk.encode(), kind="notes")[0].text == talk
    bare = parse(b"Hello there.\n\nHello.\n\nShall we?", kind="transcript")[0]
    assert said(bare) == [(None, "Hello there."), (None, "Hello."), (None, "Shall we?")]
    assert bare.warnings == ("The transcript names no speakers.",)
