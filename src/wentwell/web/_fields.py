"""The answers to the debrief's questions as the fields of a form, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256

from pydantic import ValidationError

from wentwell.debriefing import COME_OF, OUTCOMES, answered, outcome_in
from wentwell.interview import Interview
from wentwell.web._pages import Form

CONTEXT = (
    "stage",
    "employer",
    "format",
    "interviewers",
    "interviewer_roles",
    "scheduled_minutes",
    "actual_minutes",
    "temper",
    "finalists",
    "interview_date",
    "promised_date",
    "country",
    "base_rate",
    "self_doubter",
    "referred",
)
"""The fields of the context, in the order in which a form has them."""

_FIRST = ("promised_date",)
"""Taken away before the others are put in: two days that change together may not fit one by one."""


def values(interview: Interview, names: Iterable[str]) -> dict[str, str]:
    """Return the answers as a form shows them; empty where there is none."""
    return {name: _value(interview, name) for name in names}


def _value(interview: Interview, name: str) -> str:
    if name in ("employer_name", "job"):
        where = interview.opportunity
        return "" if where is None else where.employer if name == "employer_name" else where.job
    if name == "feeling":
        return interview.feeling or ""
    if name == "come_of":
        outcome = outcome_in(interview.answers)
        return "" if outcome is None else COME_OF[OUTCOMES.index(outcome)]
    value = interview.gut if name == "gut" else getattr(interview.context, name)
    if name in ("gut", "base_rate") and value is not None:
        return f"{100 * value:.4g}"
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, tuple):
        return " ".join(value)
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


def take(
    interview: Interview, form: Form, names: Iterable[str], today: date
) -> tuple[Interview, dict[str, str]]:
    """Put the answers of a form in.

    Parameters
    ----------
    interview : Interview
    form : Form
    names : iterable of str
        The fields that the form has; one that was sent empty takes an answer away.
    today : date

    Returns
    -------
    Interview
        With all that fits.
    dict of str to str
        What is wrong with the others, by field.
    """
    names, wrong = tuple(names), {}
    for name in names:
        if name in _FIRST:
            interview = answered(interview, name, "", today)
    for name in names:
        given = " ".join(form.all(name)).strip()
        if given == _value(interview, name):
            continue
        try:
            interview = answered(interview, name, given, today)
        except ValidationError:
            wrong[name] = "this does not fit here"
        except ValueError as error:
            wrong[name] = str(error).splitlines()[0]
    return interview, wrong


def sent(form: Form, names: Iterable[str]) -> dict[str, str]:
    """Return the fields of a form as they were sent."""
    return {name: " ".join(form.all(name)).strip() for name in names}


def mark(fields: Mapping[str, str]) -> str:
    """Return what tells one state of some fields from another: a form carries it to see a change since."""
    return sha256(json.dumps(fields, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()[:20]
