from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.interview import Contact, distinct_tags, parse_contact, parse_domain, parse_tag


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        (
            "Ines Roth <Ines@Brook.example>, recruiter",
            Contact(name="Ines Roth", mail="ines@brook.example", role="recruiter"),
        ),
        ("Ines Roth", Contact(name="Ines Roth")),
        ("ines@brook.example", Contact(mail="ines@brook.example")),
        ("  Ines   Roth , head of sales, north", Contact(name="Ines Roth", role="head of sales, north")),
    ],
)
def test_somebody_is_read(text: str, contact: Contact) -> None:
    assert parse_contact(text) == contact


@given(st.text(max_size=80))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    for parse in (parse_contact, parse_domain, parse_tag):
        try:
            told: object = parse(text)
        except ValueError as wrong:
            told = wrong
        assert str(told)
        assert "\n" not in str(told)


@pytest.mark.parametrize("text", ["", " ", "#", "two words", "a,b", "x" * 61])
def test_what_is_no_tag_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"tag|long"):
        parse_tag(text)


def test_tags_that_differ_in_case_are_one() -> None:
    assert distinct_tags(["Sea", "sea", "night"]) == ("Sea", "night")
    assert parse_tag("#sea") == "sea"
    assert parse_domain("ines@Brook.example.") == "brook.example"
