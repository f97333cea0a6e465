"""What the domain of an address says: whose it is, or that it says nothing."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

DomainKind = Literal["organisation", "free", "program", "service", "board"]
"""Somebody's own; a provider of mailboxes; a program that employers recruit with; a service for appointments,
calls or signatures that anybody uses; a job board."""

_FILE = Path(__file__).with_name("domains.toml")


@cache
def registered(domain: str) -> str:
    """Return the part of a domain that somebody registered: ``mail.example.co.uk`` is ``example.co.uk``."""
    parts = domain.lower().strip(".").split(".")
    size = 3 if ".".join(parts[-2:]) in _lists()["suffixes"] else 2
    return ".".join(parts[-size:])


@cache
def domain_kind(domain: str) -> DomainKind:
    """Return what kind of domain it is."""
    own = registered(domain)
    for kind, name in _KINDS.items():
        if own in _lists()[name]:
            return kind
    return "organisation"


def label(domain: str) -> str:
    """Return the name in a domain, letters and digits only: that of ``north-wind.co.uk`` is ``northwind``."""
    return registered(domain).partition(".")[0].replace("-", "")


_KINDS: dict[DomainKind, str] = {
    "free": "free",
    "program": "programs",
    "service": "services",
    "board": "boards",
}


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(some) for name, some in tomllib.loads(_FILE.read_text("utf-8")).items()}
