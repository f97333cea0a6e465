"""What people type of a job: a tag, somebody there, a mail domain."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wentwell.interview.opportunity import Contact

_LONGEST_LINE, _LONGEST_TAG, _LONGEST_DOMAIN = 500, 60, 253


def parse_tag(text: str) -> str:
    """Return a tag: one word, with or without ``#``.

    Raises
    ------
    ValueError
        If it is none.
    """
    tag = text.strip().lstrip("#")
    if not tag or re.search(r"\s|,", tag):
        raise ValueError(f"{text!r} is no tag; write one word, such as remote or first-choice")
    if len(tag) > _LONGEST_TAG:
        raise ValueError(f"this is {len(tag)} characters long; keep it to {_LONGEST_TAG}")
    return tag


def distinct_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags without those that differ from an earlier one in case alone."""
    found: dict[str, str] = {}
    for tag in tags:
        found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def parse_contact(text: str) -> Contact:
    """Return somebody from ``Ines Roth <ines@brook.example>, recruiter``, or from parts of it.

    Raises
    ------
    ValueError
        If it names nobody.
    """
    text = " ".join(text.split())
    match = re.fullmatch(r"([^<>,]*?)\s*(?:<([^<>\s@]+@[^<>\s@]+)>)?\s*(?:,\s*(.+))?", text)
    name, mail, role = match.groups(default="") if match else ("", "", "")
    if not mail and re.fullmatch(r"[^\s@]+@[^\s@]+", name):
        name, mail = "", name
    if not (name or mail) or max(map(len, (name, mail, role))) > _LONGEST_LINE:
        raise ValueError(
            f"{text[:80]!r} is no contact; write it as Ines Roth <ines@brook.example>, recruiter"
        )
    return Contact(name=name, mail=mail.lower(), role=role)


def parse_domain(text: str) -> str:
    """Return a mail domain from ``brook.example``, or from an address there.

    Raises
    ------
    ValueError
        If it is none.
    """
    domain = text.strip().rpartition("@")[2].lower().rstrip(".")
    if len(domain) > _LONGEST_DOMAIN or not re.fullmatch(r"[\w-]+(\.[\w-]+)+", domain):
        raise ValueError(f"{text!r} is no mail domain; write it as brook.example")
    return domain
