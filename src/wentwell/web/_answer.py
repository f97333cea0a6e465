"""The answer: how it looks, why, and what to do; everything in it can be corrected in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, get_args

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from wentwell.catalog import families, signs
from wentwell.interview import Context, Correction, Evidence, Interview, Outcome, OutcomeKind
from wentwell.web import _words
from wentwell.web._fields import CONTEXT, mark, sent, take, values
from wentwell.web._language import Said, gettext, later
from wentwell.web._pages import Visit, get, post
from wentwell.web._space import Deleted

if TYPE_CHECKING:
    from wentwell.journal import Journal, Record
    from wentwell.reviewing import Review

LETTER_NAMES = Said(
    {
        "thanks": later("A note of thanks"),
        "nudge": later("A question after a silence"),
        "refusal": later("An answer to a refusal"),
        "invitation": later("An answer to an invitation"),
        "timeline": later("A question about the timeline"),
    }
)
_LONGEST_NOTE = 2000


def look(visit: Visit, book: Journal, record: Record) -> Review:
    """Weigh an interview as it stands today, and keep what is shown."""
    from wentwell.reviewing import review

    return review(book, record, visit.space.today(record), read=visit.space.read)


def show_answer(visit: Visit) -> Response:
    """Show the answer."""
    with visit.space.changing() as book:
        seen = look(visit, book, visit.finished(book))
    return visit.page("answer_page.html", **_told(visit, seen))


def change_context(visit: Visit) -> Response:
    """Take in what is known of the circumstances, and show what it changes."""
    today = visit.space.today()
    with visit.space.changing() as book:
        record = visit.finished(book)
        before = look(visit, book, record)
        changed, wrong = take(record.interview, visit.form, CONTEXT, today)
        theirs = visit.form.get("was") != mark(values(record.interview, CONTEXT))
        if wrong or (theirs and changed != record.interview):
            told = _told(visit, before, open="context", wrong=wrong, theirs=theirs)
            told["fields"] |= sent(visit.form, CONTEXT)
            return _in_place(visit, told, status=409 if theirs else 422)
        return _changed(visit, book, record, changed, before)


def undo_context(visit: Visit) -> Response:
    """Put the circumstances back as they were before a change."""
    from pydantic import ValidationError

    with visit.space.changing() as book:
        record = visit.finished(book)
        before = look(visit, book, record)
        try:
            earlier = Context.model_validate_json(visit.form.get("context"))
        except ValidationError:
            raise HTTPException(422, gettext("There is nothing to undo here.")) from None
        changed = record.interview.model_copy(update={"context": earlier})
        return _changed(visit, book, record, changed, before, undo=False)


def _changed(
    visit: Visit, book: Journal, record: Record, changed: Interview, before: Review, *, undo: bool = True
) -> Response:
    from wentwell.telling import change_sentence

    if changed == record.interview:
        return _in_place(visit, _told(visit, before, open="context"))
    book.update(record.id, changed)
    after = look(visit, book, book.get(record.id))
    moved = change_sentence(before.answer.assessment, after.answer.assessment, number=visit.numbers)
    earlier = record.interview.context.model_dump_json() if undo else ""
    return _in_place(visit, _told(visit, after, open="context", moved=moved, earlier=earlier))


def _in_place(visit: Visit, told: dict[str, Any], *, status: int = 200) -> Response:
    """Give the parts that changed to our script, the whole page to a browser without it."""
    if visit.in_place:
        return HTMLResponse(visit.render("answer_parts.html", **told), status)
    if status == 200 and not told["moved"]:
        return visit.go(f"/interview/{visit.number}")
    return visit.page("answer_page.html", status=status, **told)


def correct(visit: Visit) -> Response:
    """Strike a sign, add one, or take a correction back."""
    with visit.space.changing() as book:
        record = visit.finished(book)
        before = look(visit, book, record)
        try:
            said = make_correction(visit, book, before)
        except ValueError as wrong:
            told = _told(visit, before, open="add", said=gettext("Nothing was changed: %(why)s.", why=wrong))
            told["typed"] = {name: visit.form.get(name) for name in ("label", "quote", "document")}
            return _in_place(visit, told, status=422)
        seen = look(visit, book, book.get(record.id))
    moved = moved_by(visit, before, seen)
    if visit.in_place:
        return _in_place(visit, _told(visit, seen, moved=moved, said=said))
    return visit.go(f"/interview/{record.id}#words", said=f"{said} {moved}")


def make_correction(visit: Visit, book: Journal, before: Review) -> str:
    """Keep the correction that a form asks for; return what was done.

    Raises
    ------
    ValueError
        If it does not fit; nothing is kept then.
    """
    from wentwell.correcting import add_sign, strike, take_back
    from wentwell.reviewing import weighed

    form, record, interview = visit.form, before.record, before.answer.interview
    made: tuple[Correction, ...] = ()
    undone: tuple[Correction, ...] = ()
    if form.get("do") == "strike":
        after = strike(interview, _meant(interview.evidence, visit))
        made = after.corrections[len(interview.corrections) :]
    elif form.get("do") == "add":
        after = add_sign(interview, form.get("label"), form.get("quote"), form.get("document") or None)
        made = after.corrections[len(interview.corrections) :]
    else:
        correction = _correction(interview.corrections, form.get("which"))
        after, undone = take_back(interview, correction), (correction,)
    # read once more with the corrections over it: that is what is kept
    again = record.model_copy(update={"interview": after})
    read = weighed(again, visit.space.today(record), None, read=visit.space.read).interview
    book.correct(record.id, read, made, undone)
    return _done(made, undone)


def moved_by(visit: Visit, before: Review, after: Review) -> str:
    """Say in one sentence what a change does to the answer."""
    from wentwell.telling import change_sentence

    return change_sentence(before.answer.assessment, after.answer.assessment, number=visit.numbers)


def _done(made: Sequence[Correction], undone: Sequence[Correction]) -> str:
    from wentwell.telling import sign_name

    for one in undone:
        return gettext("Taken back: %(sign)s.", sign=sign_name(one.label))
    return " ".join(
        gettext("Struck: %(sign)s.", sign=sign_name(one.label))
        if one.done == "strike"
        else gettext("Added: %(sign)s.", sign=sign_name(one.label))
        for one in made
    )


def _meant(evidence: Sequence[Evidence], visit: Visit) -> Evidence:
    """Return the sign that a form means."""
    wanted = tuple(visit.form.get(name) for name in ("document", "label", "start", "end"))
    for found in evidence:
        if (found.document or "", found.label, str(found.start), str(found.end)) == wanted:
            return found
    raise ValueError(gettext("this sign does not stand there any more; look at the list again"))


def _correction(corrections: Sequence[Correction], which: str) -> Correction:
    for one in corrections:
        if one.made_at.isoformat() == which:
            return one
    raise ValueError(gettext("this correction was taken back already"))


def record_outcome(visit: Visit) -> Response:
    """Record how it turned out."""
    from wentwell.debriefing import parse_day
    from wentwell.reviewing import outcome_words

    kind = visit.form.get("kind")
    kinds: tuple[OutcomeKind, ...] = get_args(OutcomeKind)
    known = next((one for one in kinds if one == kind), None)
    with visit.space.changing() as book:
        record = visit.kept(book)
        today = visit.space.today(record)
        try:
            if known is None:
                raise ValueError(gettext("choose what came of it"))
            given = visit.form.get("on").strip()
            on = parse_day(given, today) if given else None
            if on is not None and on > today:
                raise ValueError(
                    gettext("the day %(day)s is still to come (today is %(today)s)", day=on, today=today)
                )
        except ValueError as wrong:
            seen = look(visit, book, visit.finished(book))
            told = _told(visit, seen, open="outcome", wrong={"on": str(wrong)})
            told["typed"] = {name: visit.form.get(name) for name in ("kind", "on", "note")}
            return visit.page("answer_page.html", status=422, **told)
        day = None if known == "no-answer" and on is None else on or today
        note = visit.form.get("note").strip()[:_LONGEST_NOTE] or None
        book.record_outcome(record.id, Outcome(kind=known, on=day, note=note))
    return visit.go(f"/interview/{record.id}", said=outcome_words(known))


def take_back_outcome(visit: Visit) -> Response:
    """Take back the outcome told last."""
    with visit.space.changing() as book:
        record = visit.kept(book)
        if visit.form.get("was") != _last_outcome(record):
            said = gettext(
                "Nothing was taken back: what is recorded was changed meanwhile. Here it is as it stands."
            )
        else:
            book.take_back_outcome(record.id)
            said = gettext("Taken back, as if it had never been told.")
    return visit.go(f"/interview/{record.id}", said=said)


def _last_outcome(record: Record) -> str:
    """Return what tells the outcome told last from every other; empty if none was told."""
    return str(record.outcomes[-1].uuid) if record.outcomes else ""


def download(visit: Visit) -> Response:
    """Give the answer as one file."""
    from wentwell import telling

    kind = visit.request.path_params["kind"]
    with visit.space.changing() as book:
        answer = look(visit, book, visit.finished(book)).answer
    if kind == "html":
        text, media = telling.to_html(answer, number=visit.numbers), "text/html"
    elif kind == "md":
        text, media = telling.to_markdown(answer, number=visit.numbers), "text/markdown"
    elif kind == "json":
        text, media = telling.to_json(answer), "application/json"
    else:
        raise HTTPException(404)
    name = f'attachment; filename="interview-{visit.number}.{kind}"'
    return Response(text.encode("utf-8", "replace"), media_type=media, headers={"content-disposition": name})


def ask_deleting(visit: Visit) -> Response:
    """Ask before an interview is deleted."""
    with visit.space.journal() as book:
        record = visit.kept(book)
    return visit.page("delete.html", record=record, name=_name(record.interview))


def delete(visit: Visit) -> Response:
    """Delete an interview and all its words; unless told otherwise, it is held in memory to be put back."""
    with visit.space.changing() as book:
        record = visit.kept(book)
        visit.space.read.forget(record.interview.documents)
        if visit.form.get("how") == "final":
            book.delete(record.id)
            visit.space.changes.forget(record.id)
            return visit.go(
                "/", said=gettext("Deleted for good. Backups and exports made earlier still hold it.")
            )
        name = _name(record.interview)
        visit.space.deleted.hold(
            Deleted(name or gettext("Interview %(number)s", number=record.id), book.take_out(record.id))
        )
    return visit.go("/deleted")


def set_numbers(visit: Visit) -> Response:
    """Hide or show the figures, on every page."""
    response = RedirectResponse(visit.path(f"/interview/{visit.number}"), 303)
    keep_choice(response, "wentwell_numbers", "off" if visit.form.get("numbers") == "off" else "on")
    return response


def keep_choice(response: Response, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=365 * 86400, path="/", httponly=True, samesite="strict")


def _name(interview: Interview) -> str:
    from wentwell.telling import clean

    where = interview.opportunity
    told = (clean(where.job), clean(where.employer)) if where else ()
    return ", ".join(part for part in told if part)


def _told(
    visit: Visit,
    seen: Review,
    *,
    open: str = "",
    wrong: dict[str, str] | None = None,
    theirs: bool = False,
    moved: str = "",
    earlier: str = "",
    **more: Any,
) -> dict[str, Any]:
    """Return what the templates of the answer show."""
    from wentwell.reviewing import is_closed, letters_due, outcome_line
    from wentwell.telling import lay_out
    from wentwell.telling._words import (
        BAND_MEANING,
        HEADINGS,
        NOTHING_FOUND,
        OUTLOOK,
        TODAY,
        TOGETHER,
        UNWEIGHED,
    )

    answer, record = seen.answer, seen.record
    today = visit.space.today(record)
    return {
        "number": record.id,
        "record": record,
        "page": lay_out(answer, number=visit.numbers),
        "quiet": seen.quiet,
        "outcome": outcome_line(record, number=visit.numbers),
        "last_outcome": _last_outcome(record),
        "closed": is_closed(record),
        "fields": values(record.interview, CONTEXT),
        "filled": _filled(answer.assessment.context),
        "base_rate": answer.assessment.base_rate,
        "target": answer.assessment.target,
        "kept": values(record.interview, CONTEXT),
        "was": mark(values(record.interview, CONTEXT)),
        "options": _words,
        "families": families(),
        "places": {
            one.name: place for place, one in enumerate(answer.interview.documents) if one.kind != "answers"
        },
        "guessed": [
            (one.name, place)
            for place, one in enumerate(answer.interview.documents)
            if any(turn.guessed for turn in one.turns)
        ],
        "corrections": [
            (one, signs()[one.label].name if one.label in signs() else one.label)
            for one in answer.interview.corrections
        ],
        "letters": [(kind, LETTER_NAMES[kind], when) for kind, when in letters_due(answer, today).items()],
        "headings": HEADINGS,
        "texts": {
            "band_meaning": BAND_MEANING,
            "nothing_found": NOTHING_FOUND,
            "together": TOGETHER,
            "unweighed": UNWEIGHED,
            "outlook": OUTLOOK,
            "today": TODAY,
        },
        "open": open,
        "wrong": wrong or {},
        "theirs": theirs,
        "moved": moved,
        "earlier": earlier,
        "typed": {},
        "today": today,
        **more,
    }


def _filled(context: Context) -> dict[str, str]:
    """Return the circumstances with what the words told, as hints."""
    told = values(Interview(context=context), CONTEXT)
    for name in ("scheduled_minutes", "actual_minutes"):
        told[name] = f"{float(told[name]):.0f}" if told[name] else ""
    return told


routes = [
    get("/interview/{number}", show_answer),
    post("/interview/{number}/context", change_context),
    post("/interview/{number}/context-undo", undo_context),
    post("/interview/{number}/correct", correct),
    post("/interview/{number}/outcome", record_outcome),
    post("/interview/{number}/undo-outcome", take_back_outcome),
    post("/interview/{number}/numbers", set_numbers),
    get("/interview/{number}/delete", ask_deleting),
    post("/interview/{number}/delete", delete),
    get("/interview/{number}/file.{kind}", download),
]
