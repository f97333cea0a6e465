"""Some records at once, and records without their words."""

from __future__ import annotations

from wentwell import weigh
from wentwell.interview import Context, Interview, Outcome
from wentwell.journal import Journal
from wentwell.learning import calibrate


def test_some_are_read_as_each_by_itself(journal: Journal, interview: Interview) -> None:
    numbers = [journal.add(interview.model_copy(update={"gut": gut})) for gut in (0.2, 0.4, 0.6)]
    wanted = [numbers[2], numbers[0], 999]
    assert list(journal.records(wanted)) == [journal.get(numbers[0]), journal.get(numbers[2])]
    assert list(journal.records([])) == []
    assert len(journal.records()) == 3


def test_without_words_all_that_was_shown_and_told_is_there(journal: Journal, interview: Interview) -> None:
    for outcome in ("advanced", "rejected", "advanced", "rejected", "offer", "advanced"):
        number = journal.add(interview)
        journal.show_assessment(number, weigh([], Context(stage="first"), 0.4))
        journal.record_outcome(number, Outcome(kind=outcome))
    whole, bare = journal.records(), journal.records(words=False)
    assert whole[0].interview.documents
    assert all(not one.interview.documents and not one.interview.evidence for one in bare)
    assert [one.assessments for one in bare] == [one.assessments for one in whole]
    assert calibrate(bare) == calibrate(whole)
    assert calibrate(bare).resolved == 6
