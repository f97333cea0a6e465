"""The answers to the debrief's questions as the fields of a form, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from hashlib import sha256

from pydantic import ValidationError

from wentwell.debriefing import answered, come_of
from wentwell.interview import Interview
from wentwell.web._language import gettext
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
    if name in _READ:
        return _READ[name](interview)
    value = getattr(interview.context, name)
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, tuple):
        return " ".join(value)
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


def _of_hundred(chance: float | None) -> str:
    return "" if chance is None else f"{100 * chance:.4g}"


_READ: dict[str, Callable[[Interview], str]] = {
    "feeling": lambda interview: interview.feeling or "",
    "gut": lambda interview: _of_hundred(interview.gut),
    "base_rate": lambda interview: _of_hundred(interview.context.base_rate),
    "employer_name": lambda interview: interview.opportunity.employer if interview.opportunity else "",
    "job": lambda interview: interview.opportunity.job if interview.opportunity else "",
    "come_of": lambda interview: come_of(interview.answers) or "",
}


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
            wrong[name] = gettext("this does not fit here")
        except ValueError as error:
            wrong[name] = str(error).splitlines()[0]
    return interview, wrong


def sent(form: Form, names: Iterable[str]) -> dict[str, str]:
    """Return the fields of a form as they were sent."""
    return {name: " ".join(form.all(name)).strip() for name in names}


def mark(fields: Mapping[str, str]) -> str:
    """Return what tells one state of some fields from another: a form carries it to see a change since."""
    return sha256(json.dumps(fields, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()[:20]
