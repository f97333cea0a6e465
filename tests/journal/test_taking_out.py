"""Deleted, and put back as it was: nothing is in the files in between."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from wentwell.filing import settle, take_in
from wentwell.interview import Context, Interview, Normal, Opportunity, OpportunityDetails, Personal
from wentwell.journal import (
    Journal,
    JournalError,
    MailBook,
    NewOpportunity,
    PracticeBook,
    SearchBook,
    StageMove,
)
from wentwell.practising import first_due
from wentwell.sources import message_from_text

from ..filing import mails
from .test_deleting import _THEN, _fill, _holds
from .test_practice import card

SOME = Normal(mean=0.5, sd=0.2)
Rows = dict[str, list[tuple[Any, ...]]]


def everything(path: Path) -> Rows:
    with closing(sqlite3.connect(path)) as raw:
        names = [
            name
            for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if name not in {"alembic_version", "sqlite_sequence"}
        ]
        return {name: sorted(raw.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in names}  # noqa: S608


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


def test_what_was_deleted_comes_back_row_by_row(path: Path) -> None:
    with Journal.open(path) as journal:
        _fill(journal, "Marigold", pages=1)
        number = _fill(journal, "Quetzal", pages=1)
        PracticeBook(journal).add(number, [card("Quetzal, why?")], first_due(_THEN))
        PracticeBook(journal).write(1, "Quetzal, since")
        before = everything(path)
        taken = journal.take_out(number)
        assert taken.wiped
        assert "Quetzal" not in repr(taken)
        assert _holds(path.parent, "Quetzal") == []
        assert [line.id for line in journal.list()] == [1]
        journal.put_back(taken)
        assert everything(path) == before
        journal.check()
        with pytest.raises(JournalError, match="There is an interview 2 in the journal"):
            journal.put_back(taken)
        assert everything(path) == before


def test_the_last_interview_of_somebody_comes_back_with_what_was_learned_of_them(path: Path) -> None:
    with Journal.open(path) as journal:
        number = journal.add(Interview(person="Ada"))
        journal.keep_learned(Personal(outcomes=4, intercept=SOME, gut_slope=SOME), "Ada")
        before = everything(path)
        taken = journal.take_out(number)
        assert journal.learned("Ada") is None
        journal.put_back(taken)
        assert everything(path) == before


def test_mails_go_and_come_back_with_their_interview_and_job(path: Path) -> None:
    with Journal.open(path) as journal:
        mails.fill(journal)
        take_in(journal, [message_from_text(one) for one in (mails.INVITED, mails.THANKS, mails.REPLY)])
        before = everything(path)
        assert any(one.interview == 1 for one in MailBook(journal).list())
        interview = journal.take_out(1)
        assert not any(one.interview == 1 for one in MailBook(journal).list())
        job = SearchBook(journal).take_out(1)
        assert MailBook(journal).list() == []
        journal.put_back(job)
        journal.put_back(interview)
        assert everything(path) == before


def test_a_mail_that_was_taken_in_again_stays_as_it_is_now(path: Path) -> None:
    with Journal.open(path) as journal:
        mails.fill(journal)
        take_in(journal, [message_from_text(mails.REPLY)])
        (one,) = MailBook(journal).list()
        settle(journal, one.id, 1)
        taken = journal.take_out(1)
        take_in(journal, [message_from_text(mails.REPLY)])
        (again,) = MailBook(journal).list()
        settle(journal, again.id, None)
        journal.put_back(taken)
        assert [(mail.id, mail.state) for mail in MailBook(journal).list()] == [(again.id, "dismissed")]
        journal.check()


def test_a_job_comes_back_with_its_way_and_its_undo(path: Path) -> None:
    with Journal.open(path) as journal:
        jobs = SearchBook(journal)
        number = jobs.add(
            NewOpportunity(
                opportunity=Opportunity(employer="Tarn"),
                details=OpportunityDetails(note="Quetzal"),
                steps=(StageMove(stage="applied"),),
            )
        )
        jobs.move(number, StageMove(stage="final"))
        before = everything(path)
        taken = jobs.take_out(number)
        assert _holds(path.parent, "Quetzal") == []
        journal.put_back(taken)
        assert everything(path) == before
        assert jobs.undo(number).kind == "move"


def test_a_job_is_not_put_back_beside_another_of_its_names(path: Path) -> None:
    with Journal.open(path) as journal:
        jobs = SearchBook(journal)
        taken = jobs.take_out(jobs.add(NewOpportunity(opportunity=Opportunity(employer="Tarn"))))
        jobs.add(NewOpportunity(opportunity=Opportunity(employer="TARN ")))
        with pytest.raises(JournalError, match="job of the same name"):
            journal.put_back(taken)
        assert [one.id for one in jobs.list()] == [2]


def test_an_interview_joins_the_job_that_was_added_anew(path: Path) -> None:
    with Journal.open(path) as journal:
        jobs = SearchBook(journal)
        tarn = Opportunity(employer="Tarn", job="Baker")
        number = journal.add(Interview(opportunity=tarn, context=Context(stage="final")))
        jobs.move(1, StageMove(stage="offer"))
        taken, job = journal.take_out(number), jobs.take_out(1)
        new = jobs.add(NewOpportunity(opportunity=tarn))
        journal.put_back(taken)
        assert [one.id for one in jobs.get(new).interviews] == [number]
        assert journal.get(number).interview.opportunity == tarn
        with pytest.raises(JournalError, match="job of the same name"):
            journal.put_back(job)
        journal.check()


def test_its_job_comes_with_it_if_that_was_deleted_too(path: Path) -> None:
    with Journal.open(path) as journal:
        jobs = SearchBook(journal)
        number = journal.add(Interview(opportunity=Opportunity(employer="Tarn")))
        jobs.move(1, StageMove(stage="offer"))
        taken = journal.take_out(number)
        jobs.delete(1)
        journal.put_back(taken)
        assert jobs.get(1).opportunity.employer == "Tarn"
        journal.check()


@pytest.mark.parametrize("take_out", [lambda one: one.take_out(7), lambda one: SearchBook(one).take_out(7)])
def test_what_is_not_there_is_told(path: Path, take_out: Callable[[Journal], object]) -> None:
    with Journal.open(path) as journal, pytest.raises(JournalError, match="There is no"):
        take_out(journal)
