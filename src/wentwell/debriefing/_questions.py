"""The questions: their words, when each is asked at all, and what an answer does to the interview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from wentwell.debriefing._outcomes import COME_OF, OUTCOMES, with_outcome
from wentwell.debriefing._parse import check_days, parse_chance, parse_day
from wentwell.interview import (
    Context,
    Document,
    Employer,
    Format,
    Interview,
    InterviewerRole,
    Opportunity,
    Stage,
    Temper,
)

NOTES = "notes from the debrief"
"""What the notes that are typed in a debrief are called."""
_LONGEST = 200
"""Characters of a feeling, an employer or a job that are kept."""
_FINALISTS_KNOWN = ("second", "final", "single")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and whether it is asked at all."""

    words: str
    fits: Callable[[Interview], bool] = lambda interview: True


def _somebody_there(interview: Interview) -> bool:
    return interview.context.format != "recorded"


QUESTIONS: dict[str, Question] = {
    "feeling": Question("How do you feel about it, in a word?"),
    "gut": Question("Your gut: how likely is it that you go on?"),
    "employer_name": Question("Which employer was it?"),
    "job": Question("Which job?"),
    "stage": Question("Which stage was it?"),
    "finalists": Question(
        "How many candidates are left, you included?",
        lambda interview: interview.context.stage in _FINALISTS_KNOWN,
    ),
    "employer": Question("What kind of employer?"),
    "format": Question("How was it held?"),
    "interviewers": Question("How many interviewed you at the same time?", _somebody_there),
    "interviewer_roles": Question("Who were they?", _somebody_there),
    "minutes": Question("How many minutes were planned, and how many did it take?", _somebody_there),
    "scheduled_minutes": Question("How many minutes were planned?", _somebody_there),
    "actual_minutes": Question("How many minutes did it take?", _somebody_there),
    "temper": Question("How are they with anybody, as far as you can tell?"),
    "self_doubter": Question("Do you usually think it went worse than it did?"),
    "referred": Question("Did somebody inside refer you?"),
    "interview_date": Question("Which day was the interview?"),
    "promised_date": Question("Did they name a day for an answer?"),
    "country": Question("Where does the employer sit, for its holidays?"),
    "base_rate": Question("The chance before any sign, if you know better?"),
    "files": Question("Any files: notes, a transcript, a mail?"),
    "come_of": Question("Has an answer come already?"),
}
"""By name, in the order in which they are asked."""


def answered(interview: Interview, name: str, answer: str, today: date) -> Interview:
    """Return an interview with the answer to a question put in.

    Parameters
    ----------
    interview : Interview
    name : str
        Which question of `QUESTIONS`.
    answer : str
        As written. Empty takes an earlier answer away.
    today : date
        The day on the user's clock: an interview is not debriefed before it was held.

    Raises
    ------
    ValueError
        If the answer does not fit: one line that says what to write.
    """
    answer = answer.strip()
    if answer:
        return _TAKE[name](interview, answer, today)
    return _TAKE_AWAY.get(name, _without(name))(interview)


def with_notes(interview: Interview, text: str) -> Interview:
    """Return an interview with these notes in place of those typed before; empty: with none."""
    kept = tuple(document for document in interview.documents if document.name != NOTES)
    notes = (Document.from_text(text, name=NOTES),) if text.strip() else ()
    return interview.model_copy(update={"documents": (*kept, *notes)})


def with_documents(interview: Interview, documents: Sequence[Document]) -> Interview:
    """Return an interview with these documents in place of those it had; what was typed stays."""
    notes = tuple(document for document in interview.documents if document.name == NOTES)
    return interview.model_copy(update={"documents": (*documents, *notes)})


def one_of(answer: str, options: Sequence[str]) -> str:
    """Return the option that a number, a name or the beginning of a name means.

    Raises
    ------
    ValueError
        If it means none, or several.
    """
    if answer.isdecimal() and 1 <= int(answer) <= len(options):
        return options[int(answer) - 1]
    fitting = [option for option in options if option.startswith(answer.lower())]
    if answer.lower() in options:
        return answer.lower()
    if len(fitting) != 1:
        raise ValueError(f"please choose by number, 1 to {len(options)}, or by name")
    return fitting[0]


def numbered(options: Sequence[str]) -> str:
    """Write options with their numbers."""
    return "  ".join(f"{place} {name}" for place, name in enumerate(options, 1))


_Take = Callable[[Interview, str, date], Interview]


def _set(interview: Interview, **facts: Any) -> Interview:
    context = Context.model_validate({**interview.context.model_dump(), **facts})
    return interview.model_copy(update={"context": context})


def _without(field: str) -> Callable[[Interview], Interview]:
    return lambda interview: _set(interview, **{field: Context.model_fields[field].get_default()})


def _choice(field: str, options: tuple[str, ...]) -> _Take:
    return lambda interview, answer, today: _set(interview, **{field: one_of(answer, options)})


def _roles(interview: Interview, answer: str, today: date) -> Interview:
    names = get_args(InterviewerRole)
    chosen = {one_of(part, names) for part in answer.replace(",", " ").split()}
    return _set(interview, interviewer_roles=tuple(name for name in names if name in chosen))


def _number(field: str, most: int) -> _Take:
    def take(interview: Interview, answer: str, today: date) -> Interview:
        if not answer.isdecimal() or len(answer) > 6 or not 1 <= int(answer) <= most:
            raise ValueError(f"please write a number from 1 to {most}")
        return _set(interview, **{field: int(answer)})

    return take


def _minutes(interview: Interview, answer: str, today: date) -> Interview:
    parts = answer.replace(",", " ").replace("/", " ").split()
    if not 1 <= len(parts) <= 2 or not all(part.isdecimal() and 1 <= int(part) <= 1440 for part in parts):
        raise ValueError(
            "please write the planned and the actual minutes, such as 45 60, or the actual ones alone"
        )
    if len(parts) == 1:
        return _set(interview, actual_minutes=int(parts[0]))
    return _set(interview, scheduled_minutes=int(parts[0]), actual_minutes=int(parts[1]))


def _yes_no(field: str) -> _Take:
    def take(interview: Interview, answer: str, today: date) -> Interview:
        if answer.lower() not in ("y", "yes", "n", "no"):
            raise ValueError("please write y or n")
        return _set(interview, **{field: answer.lower().startswith("y")})

    return take


def _day(field: str) -> _Take:
    def take(interview: Interview, answer: str, today: date) -> Interview:
        changed = _set(interview, **{field: parse_day(answer, today)})
        check_days(changed.context, today)
        return changed

    return take


def _country(interview: Interview, answer: str, today: date) -> Interview:
    from wentwell.weighing import check_country

    code = answer.upper()
    check_country(code)
    return _set(interview, country=code)


def _gut(interview: Interview, answer: str, today: date) -> Interview:
    return interview.model_copy(update={"gut": parse_chance(answer)})


def _base_rate(interview: Interview, answer: str, today: date) -> Interview:
    return _set(interview, base_rate=parse_chance(answer))


def _opportunity(interview: Interview, **facts: str) -> Interview:
    known = interview.opportunity or Opportunity(employer="")
    changed = known.model_copy(update=facts)
    kept = changed if changed.employer or changed.job else None
    return interview.model_copy(update={"opportunity": kept})


def _come_of(interview: Interview, answer: str, today: date) -> Interview:
    return with_outcome(interview, OUTCOMES[COME_OF.index(one_of(answer, COME_OF))])


_TAKE: dict[str, _Take] = {
    "feeling": lambda interview, answer, today: interview.model_copy(update={"feeling": answer[:_LONGEST]}),
    "gut": _gut,
    "employer_name": lambda interview, answer, today: _opportunity(interview, employer=answer[:_LONGEST]),
    "job": lambda interview, answer, today: _opportunity(interview, job=answer[:_LONGEST]),
    "stage": _choice("stage", get_args(Stage)),
    "finalists": _number("finalists", 50),
    "employer": _choice("employer", get_args(Employer)),
    "format": _choice("format", get_args(Format)),
    "interviewers": _number("interviewers", 50),
    "interviewer_roles": _roles,
    "minutes": _minutes,
    "scheduled_minutes": _number("scheduled_minutes", 1440),
    "actual_minutes": _number("actual_minutes", 1440),
    "temper": _choice("temper", get_args(Temper)),
    "self_doubter": _yes_no("self_doubter"),
    "referred": _yes_no("referred"),
    "interview_date": _day("interview_date"),
    "promised_date": _day("promised_date"),
    "country": _country,
    "base_rate": _base_rate,
    "come_of": _come_of,
}
_TAKE_AWAY: dict[str, Callable[[Interview], Interview]] = {
    "feeling": lambda interview: interview.model_copy(update={"feeling": None}),
    "gut": lambda interview: interview.model_copy(update={"gut": None}),
    "employer_name": lambda interview: _opportunity(interview, employer=""),
    "job": lambda interview: _opportunity(interview, job=""),
    "minutes": lambda interview: _set(interview, scheduled_minutes=None, actual_minutes=None),
    "come_of": lambda interview: with_outcome(interview, None),
}
