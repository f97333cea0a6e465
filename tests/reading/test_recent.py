"""A mail that was just read is not judged again, and nothing changes by it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import pytest

from wentwell.interview import Document
from wentwell.mails import find_kind
from wentwell.reading import TrainedReader, Unit, default_reader, read, units
from wentwell.reading._recent import Recent

MAIL = (
    "Hi Bo,\n\nThank you for your note. It was lovely to meet you. We decide on Friday and I will ring you."
)


def mail(number: int, kind: str = "mail") -> list[Unit]:
    found = units(Document.from_text(f"It was good to meet you {number}. We will write.", kind="mail"))
    return [replace(unit, kind=kind) for unit in found]  # type: ignore[arg-type]


def test_the_oldest_go_first_and_only_mails_are_kept() -> None:
    recent = Recent(most=4)
    for number in range(3):
        recent.keep(mail(number), np.full((2, 1), number, np.float32))
    assert recent.get(mail(0)) is None
    assert [found[0, 0] for number in (1, 2) if (found := recent.get(mail(number))) is not None] == [1, 2]
    recent.keep(mail(1), np.zeros((2, 1), np.float32))  # again: no more room is taken
    assert recent.get(mail(2)) is not None
    recent.keep(mail(9, "notes"), np.zeros((2, 1), np.float32))
    recent.keep([], np.zeros((0, 1), np.float32))
    recent.keep([*mail(5), *mail(6), *mail(7)], np.zeros((6, 1), np.float32))
    assert recent.get(mail(9, "notes")) is None
    assert recent.get([]) is None
    assert recent.get(mail(1)) is not None


@pytest.mark.skipif(not isinstance(default_reader(), TrainedReader), reason="needs the trained reader")
def test_a_mail_is_judged_once_for_its_signs_and_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document.from_text(MAIL, kind="mail")
    alone = find_kind(document, TrainedReader())
    reader = TrainedReader()
    judged: list[int] = []
    judge = reader._encoder.judge

    def counted(documents: Iterable[Sequence[Unit]]) -> object:
        each = list(documents)
        judged.append(len(each))
        return judge(each)

    monkeypatch.setattr(reader._encoder, "judge", counted)
    read(document, reader)
    assert find_kind(document, reader) == alone
    assert sum(judged) == 1
    other = Document.from_text(MAIL + " Sorry.", kind="mail")
    assert find_kind(other, reader) == find_kind(other, TrainedReader())
    assert sum(judged) == 2
