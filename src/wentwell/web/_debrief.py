"""The debrief: the feeling and the gut first, then what surrounded it, the words, the signs.

Each step is kept when it is sent, and as it is filled in where scripts run. A step that somebody changed
elsewhere since it was opened is shown beside what is typed here, and nothing is written over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from wentwell.catalog import Sign, families, signs
from wentwell.debriefing import (
    COME_OF,
    NOTES,
    QUESTIONS,
    could_be_seen,
    labels_found,
    with_notes,
)
from wentwell.interview import Context, Document, Interview, Reply
from wentwell.web import _reading, _words
from wentwell.web._fields import mark, sent, take, values
from wentwell.web._language import gettext, later
from wentwell.web._pages import Form, Upload, Visit, get, post

if TYPE_CHECKING:
    from wentwell.journal import Journal, Record


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the debrief."""

    name: str
    title: str
    lead: str
    fields: tuple[str, ...]


STEPS = (
    Step(
        "feeling",
        later("First, how it felt"),
        later("Before anything is shown: your own feeling and your own guess. They stay as you tell them."),
        ("feeling", "gut"),
    ),
    Step(
        "job",
        later("Which job was it?"),
        later("Leave out what you do not know. What is not known only makes the answer wider."),
        ("employer_name", "job", "stage", "finalists", "employer"),
    ),
    Step(
        "talk",
        later("How was the talk?"),
        later("The same sign says more in one talk than in another."),
        (
            "format",
            "interviewers",
            "interviewer_roles",
            "scheduled_minutes",
            "actual_minutes",
            "temper",
            "self_doubter",
            "interview_date",
            "promised_date",
            "country",
        ),
    ),
    Step(
        "words",
        later("Tell what happened"),
        later("Your own words, as they come. Then, if you have them: a transcript, notes, a mail."),
        (),
    ),
    Step(
        "signs",
        later("Did this happen?"),
        later("Only what you remember. Leave the rest; what nobody looked for counts neither way."),
        ("come_of",),
    ),
)
_BY_NAME = {step.name: step for step in STEPS}
_REPLIES: dict[str, Reply] = {"yes": "yes", "no": "no", "could-not": "could-not"}
_MOST_DOCUMENTS = 200
_NEW = "new"


def _step(visit: Visit) -> Step:
    step = _BY_NAME.get(visit.request.path_params["step"])
    if step is None:
        raise HTTPException(404)
    return step


def begin(visit: Visit) -> Response:
    """Show the first step of a debrief that nobody has begun: looking keeps nothing."""
    interview = Interview(context=Context(interview_date=visit.space.today()))
    return _shown(visit, STEPS[0], interview)


def show_step(visit: Visit) -> Response:
    """Show one step of a debrief, or of a finished interview."""
    step = _step(visit)
    with visit.space.journal() as book:
        record = visit.kept(book)
    return _shown(visit, step, record.interview, record=record)


def take_step(visit: Visit) -> Response:
    """Keep one step, and show the next."""
    step = _step(visit)
    with visit.space.changing() as book:
        record = _record(visit, book)
        before = (
            record.interview if record else Interview(context=Context(interview_date=visit.space.today()))
        )
        names = _asked(step, record)
        changed, wrong = take(before, visit.form, names, visit.space.today())
        refused: list[str] = []
        if step.name == "words":
            changed, refused = _with_words(changed, visit.form)
        if step.name == "signs":
            changed = _with_replies(changed, visit.form)
        if record and visit.form.get("was") != mark(_state(step, before, names)):
            # Somebody changed this very step since. What only adds is kept; the rest is shown side by side.
            added = _with_uploads(before, visit.form.uploads)[0] if step.name == "words" else before
            if added != before:
                _keep(visit, book, record, added, step)
                record = book.get(record.id)
            if _state(step, changed, names) != _state(step, before, names):
                return _shown(
                    visit, step, record.interview, record=record, wrong=wrong, typed=changed, theirs=True
                )
        keeps = "keep" in visit.form
        goes_on = not (keeps or wrong or refused or "remove" in visit.form)
        is_kept_read = record is not None and record.status != "draft" and changed != before
        if record and is_kept_read and goes_on and _reading.is_much(visit, changed):
            return _kept_later(visit, record, changed, step)
        if changed != before or record is None:
            record = _keep(visit, book, record, changed, step)
        if wrong or refused:
            return _shown(visit, step, record.interview, record=record, wrong=wrong, refused=refused)
        if keeps:
            return _state_of(visit, step, record)
        if "remove" in visit.form:
            return visit.go(f"/debrief/{record.id}/words")
        return _onward(visit, book, record, step)


def _record(visit: Visit, book: Journal) -> Record | None:
    number = visit.request.path_params["number"]
    if number == _NEW:
        # a form that was kept while it was filled in knows its number
        given = visit.form.get("number")
        if not given:
            return None
        visit.request.path_params["number"] = given
    return visit.kept(book)


def _keep(visit: Visit, book: Journal, record: Record | None, changed: Interview, step: Step) -> Record:
    progress: dict[str, Any] = {"at": 1, "step": step.name}
    if record is None:
        return book.get(book.save_draft(changed, progress))
    if record.status == "draft":
        book.save_draft(changed, progress, record.id)
    else:
        from wentwell._assess import read_interview
        from wentwell.debriefing import known_answers

        # of a finished interview the signs are kept with the words
        read, _ = read_interview(known_answers(changed)[0], read=visit.space.read)
        book.update(record.id, read.model_copy(update={"answers": changed.answers}))
    return book.get(record.id)


def _kept_later(visit: Visit, record: Record, changed: Interview, step: Step) -> Response:
    """Read much that was added to a finished interview before it is kept: its signs are kept with it."""

    def keep() -> None:
        with visit.space.changing() as book:
            now = book.get(record.id)
            if now.interview != record.interview:
                raise ValueError(gettext("it was changed meanwhile"))
            _keep(visit, book, now, changed, step)

    return _reading.begin(
        visit,
        record.id,
        changed,
        onward=_next(visit, record, step),
        back=f"/debrief/{record.id}/{step.name}",
        then=keep,
    )


def _read_later(visit: Visit, record: Record, step: Step) -> Response:
    """Read much in a debrief before the page is shown that needs it."""

    def end() -> None:
        with visit.space.changing() as book:
            _finish(visit, book, book.get(record.id))

    return _reading.begin(
        visit,
        record.id,
        record.interview,
        onward=_next(visit, record, step),
        back=f"/debrief/{record.id}/{step.name}",
        then=end if _to_answer(visit, step) else None,
    )


def _to_answer(visit: Visit, step: Step) -> bool:
    return visit.form.get("to") == "answer" or step == STEPS[-1]


def _next(visit: Visit, record: Record, step: Step) -> str:
    if _to_answer(visit, step):
        return f"/interview/{record.id}"
    return f"/debrief/{record.id}/{STEPS[STEPS.index(step) + 1].name}"


def _finish(visit: Visit, book: Journal, record: Record) -> None:
    if record.status == "draft":
        from wentwell.reviewing import finish

        finish(book, record.id, record.interview, visit.space.today(record), read=visit.space.read)


def _onward(visit: Visit, book: Journal, record: Record, step: Step) -> Response:
    if (_to_answer(visit, step) or step.name == "words") and _reading.is_much(visit, record.interview):
        return _read_later(visit, record, step)
    if _to_answer(visit, step):
        _finish(visit, book, record)
    return visit.go(_next(visit, record, step))


def _asked(step: Step, record: Record | None) -> tuple[str, ...]:
    if record is not None and (record.assessments or record.outcomes):
        # the guess stays as it was told before the first chance was shown
        return tuple(name for name in step.fields if name != "gut")
    return step.fields


def _state(step: Step, interview: Interview, names: Sequence[str]) -> dict[str, str]:
    """Return what the form of a step shows of an interview."""
    state = values(interview, names)
    if step.name == "words":
        state["notes"] = _notes(interview)
        state |= {f"document {place}": one.name or "" for place, one in enumerate(_documents(interview))}
    if step.name == "signs":
        state |= {f"sign:{label}": reply for label, reply in interview.answers.items()}
    return state


def _notes(interview: Interview) -> str:
    return next((one.text for one in interview.documents if one.name == NOTES), "")


def _documents(interview: Interview) -> tuple[Document, ...]:
    return tuple(one for one in interview.documents if one.name != NOTES and one.kind != "answers")


def _with_words(interview: Interview, form: Form) -> tuple[Interview, list[str]]:
    """Put notes and files in; return also what could not be read."""
    if "notes" in form:
        interview = with_notes(interview, form.get("notes"))
    gone = set(form.all("remove"))
    if gone:
        left = tuple(one for one in interview.documents if one.name == NOTES or one.name not in gone)
        interview = interview.model_copy(update={"documents": left})
    return _with_uploads(interview, form.uploads)


def _with_uploads(interview: Interview, uploads: Sequence[Upload]) -> tuple[Interview, list[str]]:
    from wentwell._assess import apart
    from wentwell.sources import SourceError, parse

    refused: list[str] = []
    documents = list(interview.documents)
    names = {one.name: 1 for one in documents if one.name}
    for upload in uploads:
        try:
            found = parse(upload.data, upload.name or "pasted")
        except SourceError as wrong:
            refused.append(str(wrong))
            continue
        for one in found:
            if len(documents) >= _MOST_DOCUMENTS:
                refused.append(
                    gettext(
                        "%(file)s: more than %(most)s documents in one interview",
                        file=upload.name,
                        most=_MOST_DOCUMENTS,
                    )
                )
                break
            if any(one.text == other.text and one.kind == other.kind for other in documents):
                continue
            documents.append(one.model_copy(update={"name": apart(one.name or one.kind, names)}))
    return interview.model_copy(update={"documents": tuple(documents)}), refused


def _with_replies(interview: Interview, form: Form) -> Interview:
    answers = dict(interview.answers)
    for name, given in form.fields:
        label = name.removeprefix("sign:")
        if name == label or label not in signs():
            continue
        if given in _REPLIES:
            answers[label] = _REPLIES[given]
        else:
            answers.pop(label, None)
    return interview.model_copy(update={"answers": answers})


def _state_of(visit: Visit, step: Step, record: Record) -> Response:
    """Answer the script that keeps a form while it is filled in."""
    names = _asked(step, record)
    response = visit.page(
        "debrief_kept.html",
        number=record.id,
        was=mark(_state(step, record.interview, names)),
    )
    response.headers["hx-replace-url"] = visit.path(f"/debrief/{record.id}/{step.name}")
    return response


def _shown(
    visit: Visit,
    step: Step,
    interview: Interview,
    *,
    record: Record | None = None,
    wrong: dict[str, str] | None = None,
    refused: Sequence[str] = (),
    typed: Interview | None = None,
    theirs: bool = False,
) -> Response:
    """Show a step: what is kept, or what was typed where that was not kept."""
    names = _asked(step, record)
    filled = values(typed or interview, names)
    if wrong or theirs:
        filled |= {
            name: value for name, value in sent(visit.form, names).items() if value or name in (wrong or ())
        }
    place = STEPS.index(step)
    told: dict[str, Any] = {
        "notes": visit.form.get("notes") if "notes" in visit.form and theirs else _notes(typed or interview),
        "documents": _documents(interview),
        "groups": (),
        "found": (),
    }
    if step.name == "signs":
        found = labels_found(interview, read=visit.space.read)
        told["groups"] = _groups(typed or interview, found)
        told["found"] = [
            signs()[label].name for label in sorted(found) if could_be_seen(signs()[label], interview.context)
        ]
    status = 409 if theirs else 422 if wrong or refused else 200
    return visit.page(
        "debrief.html",
        status=status,
        step=step,
        steps=STEPS,
        place=place,
        earlier=STEPS[place - 1] if place else None,
        number=record.id if record else None,
        done=record is not None and record.status == "complete",
        names=names,
        fields=filled,
        wrong=wrong or {},
        refused=refused,
        was=mark(_state(step, interview, names)),
        questions=QUESTIONS,
        options=_words,
        come_of=COME_OF,
        kept=_state(step, interview, names) if theirs else {},
        kept_notes=_notes(interview),
        **told,
    )


def _groups(interview: Interview, found: frozenset[str]) -> list[tuple[str, list[tuple[Sign, str]]]]:
    """Return the signs to ask about, by family, each with what was answered."""
    groups = []
    for family, rows in families().items():
        asked = [
            (row, interview.answers.get(row.label, ""))
            for row in rows
            if could_be_seen(row, interview.context) and row.label not in found
        ]
        if asked:
            groups.append((_words.FAMILIES.get(family, family), asked))
    return groups


routes = [
    get("/debrief", begin),
    get("/debrief/{number}/{step}", show_step),
    post("/debrief/{number}/{step}", take_step),
]
