from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import wentwell.domains
from wentwell.domains import DomainKind, domain_kind, label, registered


def test_what_is_registered_of_a_domain() -> None:
    assert registered("careers.mail.example.co.uk") == "example.co.uk"
    assert registered("a.b.example.com") == "example.com"
    assert registered("Example.COM.") == "example.com"
    assert registered("localhost") == "localhost"
    assert label("jobs.north-wind.com.pe") == "northwind"


@pytest.mark.parametrize(
    ("domain", "kind"),
    [
        ("us.greenhouse-mail.io", "program"),
        ("hire.lever.co", "program"),
        ("googlemail.com", "free"),
        ("Yahoo.co.uk", "free"),
        ("calendly.com", "service"),
        ("group.calendar.google.com", "board"),
        ("jobs.example.org", "organisation"),
        ("", "organisation"),
    ],
)
def test_what_a_domain_says(domain: str, kind: DomainKind) -> None:
    assert domain_kind(domain) == kind


def test_no_domain_is_of_two_kinds_or_below_another() -> None:
    lists = tomllib.loads(Path(wentwell.domains.__file__).with_name("domains.toml").read_text("utf-8"))
    named = [domain for kind, some in lists.items() if kind != "suffixes" for domain in some]
    assert len(named) == len(set(named))
    assert [domain for domain in named if registered(domain) != domain] == []
