"""Labelled texts, as training reads them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from training.retellings import read_unlabelled, with_labels  # noqa: E402
from training.texts import Labelled, read_all, read_labelled  # noqa: E402


def written(folder: Path, name: str, text: str) -> list[Labelled]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_labelled(path)


def test_a_telling_is_one_sentence_a_line(tmp_path: Path) -> None:
    (document,) = written(
        tmp_path, "notes_a.txt", "# n1 | terse\nHe asked what I earn. || salary.asked\nThen tea.\n"
    )
    assert (document.id, document.source) == ("n1", "notes")
    assert [unit.text for unit in document.units] == ["He asked what I earn.", "Then tea."]
    assert document.labels == (frozenset({"salary.asked"}), frozenset())


def test_a_line_that_the_product_cuts_stays_one_piece(tmp_path: Path) -> None:
    (document,) = written(
        tmp_path,
        "mails_a.txt",
        "# m1 | reply\nGood. Come on Monday. || next.invited\nAnn will be there too.\n",
    )
    assert [unit.text for unit in document.units] == ["Good.", "Come on Monday.", "Ann will be there too."]
    assert document.groups == (0, 0, 1)
    assert document.units[0].kind == "mail"


def test_marks_in_a_turn_lie_on_their_sentence(tmp_path: Path) -> None:
    text = (
        "# t1 | plain\nI: Hello. {selling.start_date| When could you start?} Fine.\nC: In May.\n"
        "I2: {affirmation.answer, warmth| Lovely, exactly right.}\n"
    )
    (document,) = written(tmp_path, "transcripts_a.txt", text)
    assert document.turns[0] == ("interviewer", "Hello. When could you start? Fine.")
    shown = {unit.text: labels for unit, labels in zip(document.units, document.labels, strict=True)}
    assert shown == {
        "Hello.": frozenset(),
        "When could you start?": {"selling.start_date"},
        "Fine.": frozenset(),
        "Lovely, exactly right.": {"affirmation.answer", "warmth"},
    }


def test_json_lines_are_read_too(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "units": ["We ran over.", "Tea."], "labels": [[0, "length.over"]]},
        {"id": "b", "kind": "mail", "units": ["Welcome."], "labels": []},
        {
            "id": "c",
            "turns": [
                {"speaker": "S1", "role": "interviewer", "start": 0.0, "text": "Call me. Any time."},
                {"speaker": "S2", "role": "candidate", "start": 1.0, "text": "I will."},
            ],
            "labels": [{"turn": 0, "label": "contact.open_door", "quote": "Call me. Any time."}],
        },
    ]
    path = tmp_path / "some.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    notes, mail, talk = read_labelled(path)
    assert (notes.source, mail.source, talk.source) == ("notes", "mails", "transcripts")
    assert notes.labels == (frozenset({"length.over"}), frozenset())
    assert [len(labels) for labels in talk.labels] == [1, 1]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("notes_a.txt", "# n1\nHello. || salary.nothing\n", "salary.nothing"),
        ("transcripts_a.txt", "# t1\nHello there.\n", "not a turn"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, name: str, text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        written(tmp_path, name, text)


def test_the_texts_in_the_repository_are_well_formed() -> None:
    documents = read_all([ROOT / "training" / "data"])
    ids = [document.id for document in documents]
    assert len(ids) == len(set(ids))
    labels = {label for document in documents for shown in document.labels for label in shown}
    assert len(labels) == 36
    assert {document.source for document in documents} == {"narratives", "notes", "mails", "transcripts"}


def test_labels_set_later_lie_on_their_sentences(tmp_path: Path) -> None:
    told = tmp_path / "retold.jsonl"
    rows = [
        {"id": "r1", "text": "They rang twice. She asked what I earn. Nice office."},
        {"id": "r2", "text": "Nobody labelled this one."},
        {"id": "r3", "text": "A poor copy.", "quality": "low"},
        {"id": "r4", "text": "This one is known already."},
    ]
    told.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    labels = tmp_path / "labels.tsv"
    labels.write_text("r1\t3\t1 salary.asked, warmth; 2 intro.tour\n", encoding="utf-8")
    documents = read_unlabelled(told, frozenset({"r4"}))
    assert [document.id for document in documents] == ["r1", "r2"]
    (document,) = with_labels(documents, labels)
    both = frozenset({"salary.asked", "warmth"})
    assert document.labels == (frozenset(), both, frozenset({"intro.tour"}))
    labels.write_text("r1\t4\t\n", encoding="utf-8")
    with pytest.raises(ValueError, match="3 sentences, labelled with 4"):
        with_labels(documents, labels)
