"""What the mails that the kinds are fitted on are taken for."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

pytest.importorskip("sklearn", reason="needs training/requirements.txt")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from training.mail_kinds import (
    HEADS,
    Case,
    Held,
    _drawn_head,
    _folds,
    _subjects,
    fit,
    message,
    own_cases,
    ruled,
    tempered,
    written,
)

from wentwell.interview import MailKind
from wentwell.mails import KindModel
from wentwell.mails._kind import KINDS


def test_every_own_mail_has_a_kind_and_every_kind_has_mails() -> None:
    cases = own_cases()
    titles = sum(
        line.startswith("# ")
        for file in Path(__file__).resolve().parents[2].glob("training/data/mails_*.txt")
        for line in file.read_text("utf-8").splitlines()
    )
    assert len(cases) == titles
    assert {case.kind for case in cases} == set(KINDS)


@pytest.mark.parametrize(
    ("kind", "shown", "taken"),
    [
        ("reply", {"next.invited", "warmth"}, "invitation"),
        ("holding", {"outcome.offer", "next.invited"}, "offer"),
        ("logistics", {"next.invited"}, "logistics"),
        ("reply", {"warmth"}, "reply"),
    ],
)
def test_an_answer_that_invites_is_an_invitation(kind: MailKind, shown: set[str], taken: str) -> None:
    assert ruled(kind, shown) == taken


def test_every_kind_has_subjects_and_heads() -> None:
    assert set(_subjects()) == set(HEADS) == set(KINDS)
    chance = random.Random(1)  # noqa: S311
    heads = [_drawn_head("automatic", "Out of office", chance) for _ in range(200)]
    assert any("head:answered by a machine" in head for head in heads)
    assert any(not head for head in heads)


def test_a_written_model_is_read_again() -> None:
    import json

    model = KindModel(
        version="1",
        reader="x",
        kinds=KINDS,
        intercept=(0.5,) * len(KINDS),
        weights={"cue:ä": (1.0,) * len(KINDS), "subject": (0.0,) * len(KINDS)},
        temperature=1.0,
    )
    assert KindModel.model_validate(json.loads(written(model))) == model


def test_folds_hold_each_mail_once_and_some_of_each_kind() -> None:
    kinds = ["reply"] * 8 + ["offer"] * 4 + ["other"]
    folds = _folds(kinds)
    assert sorted(place for fold in folds for place in fold) == list(range(len(kinds)))
    assert all({kinds[place] for place in fold} >= {"reply", "offer"} for fold in folds)


def test_a_model_that_is_too_sure_is_cooled() -> None:
    sure = KindModel(
        version="1",
        reader="x",
        kinds=KINDS,
        intercept=(0.0,) * len(KINDS),
        weights={"cue": tuple(6.0 if kind == "offer" else 0.0 for kind in KINDS)},
        temperature=1.0,
    )
    often_wrong = Held(sure, [{"cue": 1.0}] * 4, ["offer", "offer", "refusal", "other"])
    always_right = Held(sure, [{"cue": 1.0}] * 4, ["offer"] * 4)
    assert (often_wrong.right, always_right.right) == (2, 4)
    assert tempered([often_wrong]) > tempered([always_right])


def test_given_mails_are_fitted_on_only_where_they_are_not_judged(capsys: pytest.CaptureFixture[str]) -> None:
    own = own_cases()[::12]
    train = [
        Case(message("", f"The zebra {word} came."), kind)
        for word in ("one", "two")
        for kind in ("offer", "refusal")
    ]
    model = fit(own, train * 2, own[:40])
    told = [line for line in capsys.readouterr().out.splitlines() if "weight of given mails" in line]
    assert len(told) == 6
    assert model.temperature > 0
    assert set(model.kinds) == set(KINDS)
