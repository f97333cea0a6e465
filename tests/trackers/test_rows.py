"""The jobs in the rows: names, ways, days, people; what cannot be read is kept and told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.interview import SEARCH_STAGES
from wentwell.sources import parse_tables
from wentwell.trackers import (
    MEANINGS,
    FoundJob,
    FoundStep,
    Meaning,
    found_jobs,
    lay_out,
    unknown_statuses,
    with_mapping,
)

TODAY = date(2026, 11, 30)


def jobs(text: str, told: Mapping[str, Meaning] | None = None, **wishes: str) -> list[FoundJob]:
    layout = with_mapping(lay_out(parse_tables(text.encode(), "t.csv")), {v: k for k, v in wishes.items()})  # type: ignore[misc]
    return list(found_jobs(layout, TODAY, told))


def test_a_row_becomes_a_job_with_its_way() -> None:
    (one,) = jobs(
        "Company,Role,Status,Date applied,Phone screen,Interview date,Rejected,Location,Link,Source,Tags,"
        "Notes,Salary\n"
        "Norvane,Data analyst,Rejected,2026-03-01,2026-03-08,2026-03-15,2026-03-29,Leeds,"
        'https://norvane.example/1,a friend,"data; remote",met Lena,45k\n'
    )
    assert (one.row, one.opportunity.employer, one.opportunity.job) == (2, "Norvane", "Data analyst")
    assert one.steps == (
        FoundStep("applied", None, date(2026, 3, 1)),
        FoundStep("screen", None, date(2026, 3, 8)),
        FoundStep("first", None, date(2026, 3, 15)),
        FoundStep("closed", "refused", date(2026, 3, 29)),
    )
    kept = one.details
    assert (kept.place, kept.url, kept.source, kept.tags) == (
        "Leeds",
        "https://norvane.example/1",
        "a friend",
        ("data", "remote"),
    )
    assert kept.note == "met Lena\nSalary: 45k"
    assert one.doubts == ()


@pytest.mark.parametrize(
    ("head", "row", "steps"),
    [
        ("Company,Role,Status", "Tarn,Baker,Applied", ["applied"]),
        ("Company,Role,Status", "Tarn,Baker,", ["applied"]),
        ("Company,Role,Status", "Tarn,Baker,Wishlist", []),
        ("Company,Role,Date applied", "Tarn,Baker,", []),
        ("Company,Role,Date applied,Status", "Tarn,Baker,,Archived", []),
        ("Company,Role,Date applied,Status", "Tarn,Baker,,hm", []),
        ("Company,Role,Status", "Tarn,Baker,hm", ["applied"]),
        ("Company,Role,Date applied,Status", "Tarn,Baker,2026-03-01,Archived", ["applied", "other"]),
        ("Company,Role,Date applied,Status", "Tarn,Baker,2026-03-01,Wishlist", ["applied"]),
        ("Company,Role,Applied,Rejected", "Tarn,Baker,yes,no", ["applied"]),
        ("Company,Role,Applied,Rejected", "Tarn,Baker,no,", []),
        ("Company,Role,Applied,Rejected", "Tarn,Baker,x,x", ["applied", "refused"]),
        ("Company,Role,Status,Outcome", "Tarn,Baker,Final round,Ghosted", ["applied", "final", "no-answer"]),
        ("Company,Role,Status", "Tarn,Baker,Offer", ["applied", "offer"]),
        ("Saved Date,Job Title,Company Name", "2026-03-01,Baker,Tarn", []),
        ("Company,Role", "Tarn,Baker", ["applied"]),
    ],
)
def test_where_a_job_stands(head: str, row: str, steps: list[str]) -> None:
    ones = jobs(f"{head}\n{row}\nNorvane,Analyst,{'2026-01-01' if 'applied' in head else ''}\n")
    assert [step.closing or step.stage for step in ones[0].steps] == steps


def test_the_day_a_status_changed_goes_to_the_last_step() -> None:
    (one,) = jobs(
        "Company,Role,Status,Date applied,Last updated\nTarn,Baker,Rejected,2026-03-01,2026-04-02\n"
    )
    assert one.steps[-1] == FoundStep("closed", "refused", date(2026, 4, 2))
    (one,) = jobs(
        "Company,Role,Status,Date applied,Last updated\nTarn,Baker,Rejected,2026-03-01,2026-02-02\n"
    )
    assert one.steps[-1].on is None


def test_what_is_to_come_is_the_deadline_and_no_step_of_the_future() -> None:
    (one,) = jobs(
        "Company,Role,Status,Interview date,Follow up\nTarn,Baker,Interview,2026-12-09,2026-12-20\n"
    )
    assert one.steps[-1] == FoundStep("first")
    assert one.details.deadline is not None
    assert (one.details.deadline.day, one.details.deadline.what) == (date(2026, 12, 9), "Interview date")
    assert "Follow up: 2026-12-20" in one.details.note
    (one,) = jobs("Company,Role,Deadline\nTarn,Baker,2026-03-01\n")
    assert one.details.deadline is None
    assert one.details.note == "Deadline: 2026-03-01"


def test_what_cannot_be_read_is_kept_word_by_word_and_told() -> None:
    text = (
        "Company,Role,Status,Date applied,Link\nTarn,Baker,maybe later,2026-13-01,ask Jo\n"
        "A,B,Applied,2026-01-01,https://a.example\n"
    )
    one = jobs(text, url="Link")[0]
    assert [step.stage for step in one.steps] == ["applied"]
    assert set(one.details.note.split("\n")) == {
        "Status: maybe later",
        "Date applied: 2026-13-01",
        "Link: ask Jo",
    }
    assert len(one.doubts) == 2
    layout = lay_out(parse_tables(text.encode()))
    assert unknown_statuses(layout) == {"maybe later": 1}
    told = jobs(text, {"maybe later": MEANINGS["withdrawn"]})[0]
    assert told.steps[-1].closing == "withdrawn"


def test_names_without_their_links_and_two_names_in_one() -> None:
    (one,) = jobs("Company,Role\nTarn (https://www.notion.so/Tarn-1a),Baker (m/w/d)\n")
    assert (one.opportunity.employer, one.opportunity.job) == ("Tarn", "Baker (m/w/d)")
    first, second, third = jobs("Card Name\nData analyst - Norvane\nBaker at Tarn\nOakfield\n")
    assert (first.opportunity.employer, first.opportunity.job) == ("Norvane", "Data analyst")
    assert (second.opportunity.employer, second.opportunity.job) == ("Tarn", "Baker")
    assert (third.opportunity.employer, third.opportunity.job) == ("Oakfield", "")


@pytest.mark.parametrize(
    ("contact", "mail", "people"),
    [
        ("Lena Roth", "lena@norvane.example", [("Lena Roth", "lena@norvane.example")]),
        ("Lena Roth <Lena@norvane.example>", "", [("Lena Roth", "lena@norvane.example")]),
        ("Lena Roth; Max Lind", "", [("Lena Roth", ""), ("Max Lind", "")]),
        (
            "",
            "lena@norvane.example, max@norvane.example",
            [("", "lena@norvane.example"), ("", "max@norvane.example")],
        ),
        ("Lena Roth (lena@norvane.example)", "lena@norvane.example", [("Lena Roth", "lena@norvane.example")]),
    ],
)
def test_people(contact: str, mail: str, people: list[tuple[str, str]]) -> None:
    (one,) = jobs(f'Company,Role,Contact,Email\nTarn,Baker,"{contact}","{mail}"\n')
    assert [(person.name, person.mail) for person in one.details.contacts] == people


def test_a_website_gives_the_mail_domain() -> None:
    (one,) = jobs("Company,Role,Website\nTarn,Baker,https://www.tarn.example/about\n")
    assert one.details.domains == ("tarn.example",)


CELL = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30) | st.sampled_from(
    [
        "Tarn",
        "yes",
        "no",
        "Applied",
        "Rejected",
        "03/04/2026",
        "2026-03-04",
        "x@y.example",
        "https://x.example",
        "-",
    ]
)
HEADS = [
    "Company",
    "Role",
    "Status",
    "Date applied",
    "Interview",
    "Deadline",
    "Link",
    "Website",
    "Contact",
    "Email",
    "Tags",
    "Notes",
]


@given(st.lists(st.lists(CELL, min_size=12, max_size=12), min_size=1, max_size=5))
def test_any_row_becomes_a_job_that_can_be_kept(rows: list[list[str]]) -> None:
    import csv
    import io

    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([HEADS, *rows])
    layout = lay_out(parse_tables(stream.getvalue().encode("utf-8", "replace")))
    layout = with_mapping(
        layout,
        {guess.column.heading: "note" for guess in layout.guesses if guess.column.heading == "Notes"},
    )
    for one in found_jobs(layout, TODAY):
        order = [SEARCH_STAGES.index(step.stage) for step in one.steps]
        assert order == sorted(set(order))
        assert not one.steps or one.steps[0].stage == "applied"
        assert all(step.on is None or step.on <= TODAY for step in one.steps)
        assert one.details.url == "" or one.details.url.startswith("http")
