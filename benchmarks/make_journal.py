"""Write a journal with 2,000 interviews: ``python benchmarks/make_journal.py PATH``."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path

from talk import notes
from wentwell import Context, Document, Interview, Opportunity, Outcome, read, weigh
from wentwell.journal import Journal

_INTERVIEWS = 2_000
_DISTINCT = 20


def write_journal(path: Path, *, first_day: date = date(2020, 1, 6), jobs: int = 667) -> None:
    """Fill a journal as its user would: each interview with notes, evidence, what was shown, an outcome.

    Parameters
    ----------
    path : Path
    first_day : date
        The day of the first interview; there is one a day.
    jobs : int
        How many jobs the interviews are for.
    """
    told = [
        Document.from_text(notes(1_000, seed=number), name=f"notes {number}.txt")
        for number in range(_DISTINCT)
    ]
    found = [tuple(read(document)) for document in told]
    context = Context(stage="first", employer="mid", format="video")
    shown = [weigh(list(evidence), context, 0.4) for evidence in found]
    with Journal.open(path) as journal:
        for number in range(_INTERVIEWS):
            kind = number % _DISTINCT
            day = first_day + timedelta(days=number)
            interview = Interview(
                opportunity=Opportunity(employer=f"Employer {number * jobs // _INTERVIEWS}", job="Analyst"),
                context=context.model_copy(update={"interview_date": day}),
                documents=(told[kind],),
                gut=0.4,
                evidence=found[kind],
            )
            id = journal.add(interview)
            journal.show_assessment(id, shown[kind])
            if number % 3 == 0:
                journal.record_outcome(id, Outcome(kind="rejected", on=day + timedelta(days=9)))


if __name__ == "__main__":
    write_journal(Path(sys.argv[1]))
