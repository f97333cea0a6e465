"""Lists are remembered, and never older than the last commit of anybody."""

from __future__ import annotations

from pathlib import Path

from wentwell.interview import Interview, Opportunity, Outcome
from wentwell.journal import Journal, SearchBook


def _interview(job: str) -> Interview:
    return Interview(opportunity=Opportunity(employer="Crumb & Sons", job=job))


def test_what_anybody_commits_is_in_the_next_list(tmp_path: Path) -> None:
    place = tmp_path / "journal.sqlite"
    with Journal.open(place) as one, Journal.open(place) as other:
        assert list(one.list()) == []
        number = one.add(_interview("Baker"))
        assert [row.job for row in one.list()] == ["Baker"]
        assert [row.job for row in other.list()] == ["Baker"]
        other.record_outcome(number, Outcome(kind="rejected"))
        assert [row.outcome for row in one.list()] == ["rejected"]
        assert [job.is_open for job in SearchBook(one).list()] == [False]
        other.take_back_outcome(number)
        assert [row.outcome for row in one.list()] == [None]
        assert [job.is_open for job in SearchBook(one).list()] == [True]
        other.delete(number)
        assert list(one.list()) == []
        assert list(SearchBook(one).list()) == []


def test_a_list_that_is_changed_by_its_reader_changes_nothing(tmp_path: Path) -> None:
    with Journal.open(tmp_path / "journal.sqlite") as journal:
        journal.add(_interview("Baker"))
        first = journal.list()
        assert isinstance(first, list)
        first.clear()
        assert len(journal.list()) == 1


def test_some_are_read_at_once(tmp_path: Path) -> None:
    with Journal.open(tmp_path / "journal.sqlite") as journal:
        numbers = [journal.add(_interview(f"Job {n}")) for n in range(4)]
        wanted = [numbers[3], numbers[1], 99]
        assert list(journal.records(wanted)) == [journal.get(numbers[1]), journal.get(numbers[3])]
        assert list(journal.records([])) == []
