"""Names made comparable."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.domains import label
from wentwell.matching._days import days_beside, days_named
from wentwell.matching._names import (
    employer_names,
    fold,
    job_words,
    jobs_named,
    people_named,
    person_name,
    references_in,
)


@pytest.mark.parametrize(
    ("employer", "domain"),
    [
        ("Northwind Ltd", "northwind.com"),
        ("The Northwind Company", "mail.northwind.co.uk"),
        ("Müllerwerk AG", "muellerwerk.de"),
        ("Müllerwerk AG", "mullerwerk.com"),
        ("Café Lumière", "cafelumiere.fr"),
        ("Northwind", "getnorthwind.io"),
        ("Northwind", "northwindhq.com"),
        ("Vale of Ashby Health Trust", "vaht.nhs.uk"),
        ("Papertide (Northwind Ltd)", "papertide.com"),
        ("Papertide (Northwind Ltd)", "northwind.com"),
    ],
)
def test_domains_that_are_an_employers_name(employer: str, domain: str) -> None:
    assert employer_names(employer).fits(label(domain)) >= 0.75


@pytest.mark.parametrize(
    ("employer", "domain"),
    [
        ("Northwind Ltd", "southwind.com"),
        ("Orb", "orbital-foods.com"),
        ("Ink", "inkwell.com"),
        ("Northwind", "gmail.com"),
    ],
)
def test_domains_that_are_not(employer: str, domain: str) -> None:
    assert employer_names(employer).fits(label(domain)) < 0.75


def test_people_are_known_in_either_order() -> None:
    assert person_name("Lee, Ann") == person_name("Ann Lee") == person_name("Ann Lee (Northwind)")
    assert person_name("Ann Lee via Northwind") == person_name("ANN LEE")
    assert not person_name("Ann")


@pytest.mark.parametrize("form", ["B.V.", "S.A.S.", "bv", "Ltd", "& Co. Ltd", "GmbH & Co. KG"])
def test_a_legal_form_is_no_part_of_the_name(form: str) -> None:
    assert employer_names(f"Northwind Foods {form}").whole == employer_names("Northwind Foods").whole


def test_people_in_a_text_and_days_beside_it() -> None:
    text = "Could you meet Kim Roe, our Data Engineer, tomorrow? Ann Lee asks. Kind Regards"
    assert people_named(text) == {" kim roe ", " ann lee "}
    assert days_beside(text, date(2025, 3, 31)) == {date(2025, 4, 1)}
    assert days_beside(text, None) == frozenset()


def test_jobs_are_the_same_with_abbreviations() -> None:
    assert job_words("Sr. SWE (m/f/d)") == job_words("Senior Software Engineer")
    assert job_words("Data Engineer") != job_words("Data Analyst")
    assert job_words("Data Engineer") in jobs_named("Your application for Data Engineer at Northwind")
    assert jobs_named("See you on Friday.") == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Application R-10234", "R10234"),
        ("Ref: AB/2024/17", "AB202417"),
        ("job id 55123", "55123"),
        ("REQ-88812", "REQ88812"),
    ],
)
def test_numbers_of_postings(text: str, number: str) -> None:
    assert references_in(text) == {number}


def test_a_year_or_a_time_is_no_posting() -> None:
    assert references_in("In 2024 we met at 10:30, ref to my note") == frozenset()


@pytest.mark.parametrize(
    "told",
    ["4 March", "Tuesday, March 4th", "4. März", "2025-03-04", "4.3.2025", "Mar 4, 2025", "4th of March"],
)
def test_days(told: str) -> None:
    assert days_named(f"Could you make {told} at 10:30?", date(2025, 2, 20)) == {date(2025, 3, 4)}


def test_a_day_without_a_year_is_the_nearest() -> None:
    assert days_named("on 3 January", date(2024, 12, 20)) == {date(2025, 1, 3)}
    assert days_named("on 31 February", date(2024, 12, 20)) == frozenset()


@given(st.text(max_size=80))
def test_any_text_can_be_made_comparable(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert employer_names(text).fits("northwind") in {0.0, 0.5, 0.75, 1.0}
    assert isinstance(job_words(text), frozenset)
    jobs_named(text)
    references_in(text)
    people_named(text)
    days_named(text, date(2025, 1, 1))
