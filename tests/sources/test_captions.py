"""Timed captions of every kind that meeting tools and subtitle editors write."""

import pytest

from wentwell.interview import Document
from wentwell.sources import Cue, merge_cues, parse


def read(text: str, name: str = "talk.txt") -> Document:
    (document,) = parse(text.encode(), name)
    return document


def said(document: Document) -> list[tuple[str | None, str]]:
    return [(turn.speaker, document.words(turn)) for turn in document.turns]


def test_voice_tags_with_classes_and_several_voices_in_a_cue() -> None:
    document = read(
        "WEBVTT\n\n00:01.000 --> 00:03.500\n<v Ada Moss>Did you find us?</v> <v.loud Ben>Yes, easily.</v>\n"
    )
    assert document.format == "webvtt"
    assert document.kind == "transcript"
    assert said(document) == [("Ada Moss", "Did you find us?"), ("Ben", "Yes, easily.")]
    assert document.turns[0].at == 1.0
    assert document.turns[0].until == 3.5
    assert document.turns[0].name == "Ada Moss"
    assert document.turns[0].role is None
    assert document.warnings == ()


def test_one_speakers_cues_become_one_turn_from_the_first_to_the_last() -> None:
    document = read(
        "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ada>So tell me\n\n00:03.000 --> 00:05.000\n"
        "<v ada>about you.\n\n"
        "00:06.000 --> 00:07.000\n<v Ben>Gladly.\n"
    )
    assert said(document) == [("Ada", "So tell me about you."), ("Ben", "Gladly.")]
    assert (document.turns[0].at, document.turns[0].until) == (1.0, 5.0)


def test_notes_styles_regions_identifiers_tags_and_entities_are_no_speech() -> None:
    document = read(
        "\ufeffWEBVTT - Call\nKind: captions\nLanguage: en\n\nSTYLE\n::cue { color: red }\n\n"
        "REGION\nid:low\nwidth:40%\n\nNOTE a remark\nin two lines\n\n"
        "intro\n1:00:01.000 --> 1:00:02.000 align:start position:0%\n"
        "<v Ada><i>Salt</i> &amp; <b.big>pepper</b> &lt;here&gt;</v>\n"
    )
    assert said(document) == [("Ada", "Salt & pepper <here>")]
    assert document.turns[0].at == 3601.0


def test_zoom_names_in_the_words() -> None:
    document = read(
        "WEBVTT\r\n\r\n1\r\n00:00:16.239 --> 00:00:27.079\r\nAda Moss: Hello and welcome.\r\n\r\n"
        "2\r\n00:00:27.500 --> 00:00:29.000\r\nBen Okoro (he/him): Thank you.\r\n"
    )
    assert said(document) == [("Ada Moss", "Hello and welcome."), ("Ben Okoro (he/him)", "Thank you.")]


def test_teams_identifiers_are_no_speech() -> None:
    guid = "0f1e2d3c-aaaa-bbbb-cccc-0123456789ab"
    document = read(
        f"WEBVTT\n\n{guid}/12-0\n00:00:03.120 --> 00:00:05.000\n<v Ada Moss>Shall we\nstart?</v>\n\n"
        f"{guid}/13-0\n00:00:05.500 --> 00:00:06.000\n<v Ben>Yes.</v>\n"
    )
    assert said(document) == [("Ada Moss", "Shall we start?"), ("Ben", "Yes.")]


def test_teams_text_with_the_name_below_the_times() -> None:
    document = read(
        "00:00:03.120 --> 00:00:05.000\nAda Moss\nShall we start?\n\n00:00:05.120 --> 00:00:07.000\n"
        "Ben Okoro\nYes, do.\n"
    )
    assert said(document) == [("Ada Moss", "Shall we start?"), ("Ben Okoro", "Yes, do.")]


def test_rolling_captions_are_said_once() -> None:
    document = read(
        "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nso tell me<00:00:01.000><c> about</c>\n\n"
        "00:00:02.000 --> 00:00:02.010\nso tell me about\n \n\n"
        "00:00:02.010 --> 00:00:04.000\nso tell me about\nyour<00:00:03.000><c> last job</c>\n\n"
        "00:00:04.000 --> 00:00:06.000\nyour last job\nand why you left it\n"
    )
    assert document.text == "so tell me about your last job and why you left it"


def test_live_captions_that_grow_are_said_once() -> None:
    document = read(
        "WEBVTT\n\n00:00.000 --> 00:01.000\nwe build\n\n00:01.000 --> 00:02.000\nwe build bridges\n\n"
        "00:02.000 --> 00:03.000\nwe build bridges here\n"
    )
    assert document.text == "we build bridges here"


def test_a_word_said_twice_stays_twice() -> None:
    document = read(
        "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ben>Yes.\n\n00:01.000 --> 00:02.000\n<v Ben>Yes.\n\n"
        "00:02.000 --> 00:03.000\n<v Ada>That was clear to me.\n\n00:03.000 --> 00:04.000\n<v Ben>Good.\n"
    )
    assert said(document)[0] == ("Ben", "Yes. Yes.")


def test_a_cue_copied_whole_is_said_once() -> None:
    cue = "00:00.000 --> 00:01.000\n<v Ben>I see.</v>\n\n"
    assert read("WEBVTT\n\n" + cue + cue).text == "I see."


def test_missing_blank_lines_and_a_cut_end() -> None:
    document = read(
        "WEBVTT\n00:01.000 --> 00:02.000\n<v Ada>One.</v>\n00:02.000 --> 00:03.000\n<v Ben>Two.</v>\n"
        "00:03.000 --> 00:04.000\n<v Ada>Thr"
    )
    assert said(document) == [("Ada", "One."), ("Ben", "Two."), ("Ada", "Thr")]
    cut = read("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>One.</v>\n\n00:02.000 --> 00:0")
    assert said(cut) == [("Ada", "One.")]
    assert any("cut off" in warning for warning in cut.warnings)


def test_subrip_with_names_and_markup() -> None:
    document = read(
        '1\n00:00:01,000 --> 00:00:02,000\nAda: <i>Hello</i> there,\n<font color="#fff">welcome.</font>\n\n'
        "2\n00:00:02,500 --> 00:00:03,000\n{\\an8}Ben: Thanks.\n3\n00:00:03,000 --> 00:00:04,000\n"
        "Ben: A lot.\n"
    )
    assert document.format == "srt"
    assert said(document) == [("Ada", "Hello there, welcome."), ("Ben", "Thanks. A lot.")]


def test_subrip_names_only_where_the_speaker_changes() -> None:
    lines = ["Ada: How are you?", "And the train?", "Ben: Fine.", "It was late.", "Ada: I know.", "Sorry."]
    cues = [f"{n}\n00:00:{n:02d},000 --> 00:00:{n:02d},900\n{line}\n" for n, line in enumerate(lines, 1)]
    assert said(read("\n".join(cues))) == [
        ("Ada", "How are you? And the train?"),
        ("Ben", "Fine. It was late."),
        ("Ada", "I know. Sorry."),
    ]


def test_dashes_and_arrows_mark_somebody_else() -> None:
    document = read("WEBVTT\n\n00:01.000 --> 00:02.000\n- Are you well?\n- I am\nvery well.\n")
    assert said(document) == [(None, "Are you well?"), (None, "I am very well.")]
    assert document.warnings == ("The transcript names no speakers.",)
    assert len(read("WEBVTT\n\n00:01.000 --> 00:02.000\n>> Are you well\n>> I am\n").turns) == 2


def test_subviewer_as_meet_writes_it() -> None:
    document = read("0:00:01.000,0:00:03.000\nAda Moss: Hello.\n\n0:00:04.000,0:00:05.000\nBen: Hello.\n")
    assert document.format == "sbv"
    assert said(document) == [("Ada Moss", "Hello."), ("Ben", "Hello.")]


def test_times_and_words_on_one_line() -> None:
    document = read("[00:00.000 --> 00:04.000]  So tell me\n[00:04.000 --> 00:06.000]  about you.\n")
    assert document.text == "So tell me about you."
    assert document.turns[0].until == 6.0


def test_words_before_the_first_cue_are_kept_in_a_warning() -> None:
    document = read("Call with Ada\n\n1\n00:00:01,000 --> 00:00:02,000\nAda: Hello.\n")
    assert said(document) == [("Ada", "Hello.")]
    assert any("Call with Ada" in warning for warning in document.warnings)


def test_an_end_before_its_begin_is_left_out_with_a_warning() -> None:
    document = read("WEBVTT\n\n00:05.000 --> 00:02.000\n<v Ada>Hello.\n")
    assert (document.turns[0].at, document.turns[0].until) == (5.0, None)
    assert document.warnings


@pytest.mark.parametrize(
    "note",
    [
        "We met 10:00 -> 10:45, coding.",
        "09:00 --> 10:00 coding round, hard\nLunch.",
        "9:30,10:30\nboth were fine",
        "I sent them my subtitles as a sample of my work:\n\n00:01.000 --> 00:02.000\nHello.\n",
    ],
)
def test_arrows_in_notes_are_no_captions(note: str) -> None:
    assert read(note).kind == "notes"


def test_merge_cues_joins_one_speaker_and_keeps_strangers_apart() -> None:
    cues = [
        Cue("a", "X", 1.0, 2.0),
        Cue("b", "X", 3.0, 4.0),
        Cue("c", None),
        Cue("Done.", None),
        Cue("d", None),
    ]
    assert [(cue.text, cue.speaker, cue.at, cue.until) for cue in merge_cues(cues)] == [
        ("a b", "X", 1.0, 4.0),
        ("c Done.", None, None, None),
        ("d", None, None, None),
    ]
