"""What a table adds: nothing is doubled, and two jobs at one employer are never made one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.interview import Contact, Opportunity, OpportunityDetails
from wentwell.trackers import (
    FoundJob,
    FoundStep,
    KnownJob,
    PlannedJob,
    as_known,
    as_new,
    changes_of,
    plan_jobs,
)

MARCH = date(2026, 3, 1)


def row(employer: str, job: str, number: int = 2, on: date | None = MARCH, *, place: str = "") -> FoundJob:
    return FoundJob(
        row=number,
        opportunity=Opportunity(employer=employer, job=job),
        details=OpportunityDetails(place=place),
        steps=(FoundStep("applied", None, on),),
    )


def known(employer: str, job: str, number: int = 1) -> KnownJob:
    return KnownJob(number, Opportunity(employer=employer, job=job))


def kinds(planned: tuple[PlannedJob, ...]) -> list[str]:
    return [one.kind for one in planned]


@pytest.mark.parametrize(
    ("employer", "job"),
    [
        ("NORVANE ltd.", "data  Analyst"),
        ("Norvane", "Data Analyst (m/w/d)"),
        ("Norvane Ltd", "Data-Analyst"),
        ("The Norvane", "Data analyst"),
    ],
)
def test_the_same_names_however_they_are_written(employer: str, job: str) -> None:
    assert kinds(plan_jobs([row(employer, job)], [known("Norvane", "Data analyst")])) == ["same"]


@pytest.mark.parametrize(
    ("employer", "job"),
    [
        ("Norvane", "Junior data analyst"),
        ("Norvane", "Data analyst II"),
        ("Norvane", "Analyst, data"),
        ("Norvane", ""),
        ("Norvane", "Data analysts"),
        ("Norvane", "Data analyst, C++"),
        ("Norvane Energy", "Data analyst"),
    ],
)
def test_what_is_only_alike_is_asked_about_and_never_taken_for_the_same(employer: str, job: str) -> None:
    (one,) = plan_jobs([row(employer, job)], [known("Norvane", "Data analyst")])
    assert (one.kind, one.number) == ("similar", 1)
    assert one.reason


def test_two_legal_forms_may_be_two_firms() -> None:
    assert kinds(plan_jobs([row("Norvane GmbH", "Baker")], [known("Norvane Ltd", "Baker")])) == ["similar"]


@pytest.mark.parametrize(
    ("employer", "job"),
    [("Norvane", "Nurse"), ("Tarn", "Data analyst"), ("Norvane", "Engineer 3")],
)
def test_another_job_is_another_job(employer: str, job: str) -> None:
    there = [known("Norvane", "Data analyst"), known("Norvane", "Engineer 2", 2)]
    assert kinds(plan_jobs([row(employer, job)], there)) == ["add"]


def test_rows_of_one_table() -> None:
    planned = plan_jobs(
        [
            row("Tarn", "Baker", 2),
            row("Tarn", "Baker", 3),
            row("Tarn", "Senior baker", 4),
            row("Tarn", "baker", 5, date(2026, 6, 1)),
            row("", "Cook", 6),
            FoundJob(7, Opportunity(employer="Tarn", job="Clerk")),
        ],
        [],
    )
    assert kinds(planned) == ["add", "double", "add", "similar", "no-employer", "saved"]
    assert (planned[1].row, planned[3].row) == (2, 2)
    assert "another time" in planned[3].reason


def test_another_place_is_asked_about() -> None:
    planned = plan_jobs([row("Tarn", "Baker", 2, place="Leeds"), row("Tarn", "Baker", 3, place="York")], [])
    assert kinds(planned) == ["add", "similar"]


def test_a_known_job_gets_what_it_lacks_and_keeps_what_it_has() -> None:
    there = KnownJob(
        4,
        Opportunity(employer="Tarn", job="Baker"),
        OpportunityDetails(url="https://mine.example", tags=("near",), contacts=(Contact(name="Lena"),)),
        "first",
    )
    found = FoundJob(
        2,
        Opportunity(employer="Tarn", job="Baker"),
        OpportunityDetails(
            url="https://other.example",
            place="Leeds",
            tags=("near", "bread"),
            contacts=(Contact(name="lena"), Contact(name="Max")),
        ),
        (FoundStep("applied"), FoundStep("screen"), FoundStep("closed", "refused", MARCH)),
    )
    (one,) = plan_jobs([found], [there])
    assert one.kind == "complete"
    assert one.details == {
        "place": "Leeds",
        "tags": ("near", "bread"),
        "contacts": (Contact(name="Lena"), Contact(name="Max")),
    }
    assert one.steps == (FoundStep("closed", "refused", MARCH),)


def test_a_closed_job_is_not_opened_again() -> None:
    there = KnownJob(4, Opportunity(employer="Tarn", job="Baker"), stage="closed", closing="withdrawn")
    found = FoundJob(
        2, Opportunity(employer="Tarn", job="Baker"), steps=(FoundStep("applied"), FoundStep("offer"))
    )
    assert kinds(plan_jobs([found], [there])) == ["same"]


def test_the_users_word_settles_what_is_alike() -> None:
    there = [known("Norvane", "Analyst", 7)]
    (one,) = plan_jobs([row("Norvane", "Data analyst", place="Leeds")], there)
    assert as_new(one).kind == "add"
    same = as_known(one, there)
    assert (same.kind, same.number, same.details) == ("complete", 7, {"place": "Leeds"})


def test_new_jobs_of_names_that_are_taken_are_told_apart() -> None:
    there = [known("Tarn", "Baker")]
    rows = [
        row("Tarn", "Baker", 2, place="York"),
        row("Tarn", "Baker", 3, place="York"),
        row("Tarn", "Baker", 4, None),
        row("Tarn", "Baker", 5, None),
    ]
    changes = changes_of([PlannedJob("add", one) for one in rows], there)
    names = [change.opportunity.job for change in changes if not hasattr(change, "number")]
    assert names == ["Baker (York)", "Baker (March 2026)", "Baker (2)", "Baker (3)"]


NAMES = st.sampled_from(["Tarn", "Tarn Ltd", "Norvane", "tarn", "Oakfield Bank"])
TITLES = st.sampled_from(["Baker", "baker", "Senior Baker", "Cook", "Baker II", ""])
PLACES = st.sampled_from(["", "Leeds", "York"])


@given(
    st.lists(st.tuples(NAMES, TITLES, PLACES), max_size=12), st.lists(st.tuples(NAMES, TITLES), max_size=5)
)
def test_every_name_ends_up_somewhere_and_none_is_added_twice(
    rows: list[tuple[str, str, str]], there: list[tuple[str, str]]
) -> None:
    found = [row(employer, job, n, place=place) for n, (employer, job, place) in enumerate(rows, 2)]
    journal = [known(employer, job, n) for n, (employer, job) in enumerate(dict.fromkeys(there), 1)]
    planned = plan_jobs(found, journal)
    assert [one.found for one in planned] == found
    again = [
        known(o.found.opportunity.employer, o.found.opportunity.job, 100 + o.found.row)
        for o in planned
        if o.kind == "add"
    ]
    # what was taken in once is never new a second time
    assert "add" not in kinds(plan_jobs(found, [*journal, *again]))
    for one in planned:
        if one.kind in ("same", "complete"):
            (other,) = [o for o in journal if o.number == one.number]
            assert one.found.opportunity.job.casefold() == other.opportunity.job.casefold()
