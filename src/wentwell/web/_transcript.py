"""A talk: read with its times and signs; who is who, who it was and what was said, put right in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from starlette.exceptions import HTTPException
from starlette.responses import Response

from wentwell.catalog import families
from wentwell.interview import Document, Evidence, Interview, SpeakerRole
from wentwell.web import _words
from wentwell.web._answer import look, make_correction, moved_by
from wentwell.web._fields import mark
from wentwell.web._language import gettext, ngettext
from wentwell.web._pages import Visit, post
from wentwell.web._pieces import Piece, pieces
from wentwell.web._space import Change, Space

if TYPE_CHECKING:
    from markupsafe import Markup

    from wentwell.journal import Journal
    from wentwell.reviewing import Review
    from wentwell.talks import Course, Speaker

_DIGITS = 6
_NEW = "new"
"""How a form calls a speaker who did not speak so far."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One turn as it is read."""

    place: int
    who: str
    role: str
    at: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """One speaker as the page tells of them."""

    place: int
    name: str
    speaker: Speaker
    lane: Markup
    percent: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class _Seen:
    """One sign in the list under the picture."""

    found: Evidence
    name: str
    at: str
    turn: int


def document_of(visit: Visit, interview: Interview) -> Document:
    """Return the document of the path."""
    place = _number(visit.request.path_params["place"])
    if not 0 <= place < len(interview.documents) or interview.documents[place].kind == "answers":
        raise HTTPException(404, gettext("There is no such text in this interview."))
    return interview.documents[place]


def show_talk(
    visit: Visit,
    seen: Review,
    document: Document,
    *,
    status: int = 200,
    said: str = "",
    wrong: str = "",
    theirs: bool = False,
) -> Response:
    """Show a talk: its course, who is who, its words; after a form that did not fit, with what was sent."""
    from wentwell.correcting import fitted
    from wentwell.reading import find_roles
    from wentwell.talks import course, speakers
    from wentwell.telling import sign_name

    found = [one for one in seen.answer.interview.evidence if one.document == document.name]
    way, known = course(document), speakers(document)
    guess = find_roles(document)
    form = visit.form if wrong or theirs else None
    asked = visit.request.query_params.get("turn", "") if form is None else form.get("turn")
    open_turn = _number(asked) - 1
    last = visit.space.changes.last(visit.number, document)
    just = last is not None and visit.said == last.said
    # what was just done is said beside its undo
    told: dict[str, Any] = {"said": said} if said or just else {}
    return visit.page(
        "transcript.html",
        status=status,
        number=visit.number,
        place=_number(visit.request.path_params["place"]),
        document=document,
        was=_mark(document),
        wrong=wrong,
        theirs=theirs,
        typed=dict(form.fields) if form else {},
        picked=form.all("pick") if form else [],
        lines=_lines(document, found),
        rows=_rows(document, way, known),
        names=_names(known),
        signs=[
            _Seen(
                one, sign_name(one.label), _clock(way, way.moment(document, one.start)), (one.turn or 0) + 1
            )
            for one in found
        ],
        sign_lane=_sign_lane(document, way, found),
        share=_share(known),
        timed=way.timed,
        axis=[_clock(way, way.begin + part * (way.end - way.begin)) for part in (0, 0.5, 1)],
        guess=_words.for_pages(guess.message or "") if any(one.guessed for one in known) else "",
        open_turn=open_turn if 0 <= open_turn < len(document.turns) else -1,
        undo=last,
        just=just,
        corrections=[
            (one, sign_name(one.label), fitted(one, (document,)) is not None)
            for one in seen.answer.interview.corrections
            if one.document == document.name
        ],
        families=families(),
        options=_words,
        **told,
    )


def set_speakers(visit: Visit) -> Response:
    """Take in who is who: names, roles, and speakers who are one person."""
    return _change(visit, _with_speakers)


def confirm(visit: Visit) -> Response:
    """Take a guess for told."""
    from wentwell.talks import speakers, with_role

    def told(interview: Interview, document: Document, visit: Visit) -> tuple[Interview, str]:
        for one in speakers(document):
            if one.guessed and one.role is not None:
                document = with_role(document, one, one.role)
        return _put(interview, document), gettext("Kept: that is who they are.")

    return _change(visit, told)


def give_turns(visit: Visit) -> Response:
    """Give some turns to somebody else."""

    def given(interview: Interview, document: Document, visit: Visit) -> tuple[Interview, str]:
        turns = [_number(one) - 1 for one in visit.form.all("pick")]
        if not turns:
            raise ValueError(gettext("tick the turns that are somebody else's"))
        document, name = _given(document, turns, visit)
        said = ngettext(
            "%(num)s turn is now %(name)s's.", "%(num)s turns are now %(name)s's.", len(set(turns)), name=name
        )
        return _put(interview, document), said

    return _change(visit, given)


def change_turn(visit: Visit) -> Response:
    """Correct the words of a turn, or cut it where somebody else begins."""
    from wentwell.talks import cut, reworded

    def changed(interview: Interview, document: Document, visit: Visit) -> tuple[Interview, str]:
        turn = _number(visit.form.get("turn")) - 1
        if visit.form.get("do") != "cut":
            return reworded(interview, str(document.name), turn, visit.form.get("words")), gettext(
                "The words are corrected."
            )
        document, name = _given(cut(document, turn, visit.form.get("from")), [turn + 1], visit)
        return _put(interview, document), gettext("The second half is now %(name)s's.", name=name)

    return _change(visit, changed)


def correct_sign(visit: Visit) -> Response:
    """Strike a sign in the talk, add one, or take a correction back."""
    with visit.space.changing() as book:
        before = look(visit, book, visit.finished(book))
        document = _talk(visit, before)
        try:
            said = make_correction(visit, book, before)
        except ValueError as wrong:
            return show_talk(
                visit, before, document, status=422, wrong=gettext("Nothing was changed: %(why)s.", why=wrong)
            )
        after = look(visit, book, book.get(before.record.id))
    return _back(visit, f"{said} {moved_by(visit, before, after)}")


def undo(visit: Visit) -> Response:
    """Put the talk back as it was before the last change to it."""
    with visit.space.changing() as book:
        before = look(visit, book, visit.finished(book))
        document = _talk(visit, before)
        change = visit.space.changes.last(visit.number, document)
        if change is None:
            said = gettext(
                "There is nothing to undo: the talk was changed since, or wentwell was started anew."
            )
            return show_talk(visit, before, document, status=409, said=said)
        after = undo_talk(visit.space, book, before, change)
    return _back(
        visit, " ".join((gettext("Undone: %(what)s", what=change.said), moved_by(visit, before, after)))
    )


_Maker = Callable[[Interview, Document, Visit], tuple[Interview, str]]


def _change(visit: Visit, make: _Maker) -> Response:
    """Change a talk as a form asks, unless it was changed since the form was opened."""
    with visit.space.changing() as book:
        before = look(visit, book, visit.finished(book))
        interview, document = before.answer.interview, _talk(visit, before)
        if visit.form.get("was") != _mark(document):
            return show_talk(visit, before, document, status=409, theirs=True)
        try:
            changed, said = make(interview, document, visit)
        except ValueError as wrong:
            return show_talk(
                visit, before, document, status=422, wrong=gettext("Nothing was changed: %(why)s.", why=wrong)
            )
        if changed == interview:
            return _back(visit, gettext("Nothing was changed."))
        keep_talk(visit.space, book, before, document, changed, said=said, number=visit.numbers)
    return _back(visit, said)


def keep_talk(
    space: Space,
    book: Journal,
    before: Review,
    document: Document,
    changed: Interview,
    *,
    said: str,
    number: bool = True,
) -> Review:
    """Keep a talk that was changed, remember the change so that it can be undone, and weigh it again.

    Parameters
    ----------
    space : Space
    book : Journal
    before : Review
        The interview before.
    document : Document
        The talk before.
    changed : Interview
    said : str
        What was done.
    number : bool
        Whether the effect is told with figures.
    """
    from wentwell.telling import change_sentence

    after = _keep(space, book, before, changed)
    gone = _gone(before.answer.interview, after.answer.interview)
    moved = change_sentence(before.answer.assessment, after.answer.assessment, number=number)
    effect = " ".join(part for part in (gone, moved) if part)
    talk = next(one for one in after.answer.interview.documents if one.name == document.name)
    space.changes.add(Change(before.record.id, document, talk, said, effect))
    return after


def undo_talk(space: Space, book: Journal, before: Review, change: Change) -> Review:
    """Put a talk back as it was before a change, and weigh it again."""
    after = _keep(space, book, before, _put(before.answer.interview, change.before))
    space.changes.undone(change)
    return after


def _keep(space: Space, book: Journal, before: Review, changed: Interview) -> Review:
    from wentwell.reviewing import keep_words, review

    keep_words(book, before.record, changed, read=space.read)
    record = book.get(before.record.id)
    return review(book, record, space.today(record), read=space.read)


def _gone(before: Interview, after: Interview) -> str:
    """Say which corrections no longer fit the words."""
    from wentwell.correcting import fitted
    from wentwell.telling import sign_name

    lost = [
        new
        for old, new in zip(before.corrections, after.corrections, strict=True)
        if fitted(old, before.documents) is not None and fitted(new, after.documents) is None
    ]
    if not lost:
        return ""
    names = ", ".join(dict.fromkeys(sign_name(one.label) for one in lost))
    return gettext(
        "A correction of yours no longer fits the words (%(signs)s): it is kept and changes nothing.",
        signs=names,
    )


def _put(interview: Interview, document: Document) -> Interview:
    from wentwell.talks import with_document

    return with_document(interview, document)


def _with_speakers(interview: Interview, document: Document, visit: Visit) -> tuple[Interview, str]:
    from wentwell.talks import merged, renamed, speakers, with_role

    form, known, done = visit.form, speakers(document), []
    names = _names(known)
    into = {place: _number(form.get(f"into:{place}")) for place in range(len(known))}
    for place, one in enumerate(known):
        name, role = " ".join(form.get(f"name:{place}", one.name).split()), _role(form.get(f"role:{place}"))
        if name != " ".join(one.name.split()) and into[place] < 0:
            document = renamed(document, one, name)
            done.append(gettext("%(old)s is now called %(new)s.", old=names[place], new=name))
        if role is not None and into[place] < 0 and (role != one.role or one.guessed):
            document = with_role(document, one, role)
            who = _words.SPEAKERS[role].lower()
            done.append(gettext("%(name)s is %(who)s.", name=name or names[place], who=who))
    for place, one in enumerate(known):
        if into[place] < 0:
            continue
        end, passed = place, set[int]()
        while 0 <= into.get(end, -1) < len(known) and end not in passed:
            passed.add(end)
            end = into[end]
        if end in passed:
            raise ValueError(gettext("two speakers cannot each be the other; choose one of them"))
        document = merged(document, one, known[end])
        done.append(gettext("%(one)s and %(other)s are one.", one=names[place], other=names[end]))
    return _put(interview, document), " ".join(done)


def _given(document: Document, turns: Sequence[int], visit: Visit) -> tuple[Document, str]:
    """Give turns to the speaker that a form names, or to a new one; return also what to call them."""
    from wentwell.talks import assigned, speakers, split

    form, known = visit.form, speakers(document)
    if form.get("speaker") == _NEW:
        changed = split(document, turns, form.get("name"), _role(form.get("role")))
        return changed, " ".join(form.get("name").split())
    place = _number(form.get("speaker"))
    if not 0 <= place < len(known):
        raise ValueError(gettext("choose who it is"))
    return assigned(document, turns, known[place]), _names(known)[place]


def _talk(visit: Visit, seen: Review) -> Document:
    document = document_of(visit, seen.answer.interview)
    if not document.turns:
        raise HTTPException(404, gettext("This text is no talk."))
    return document


def _back(visit: Visit, said: str) -> Response:
    turn = _number(visit.form.get("turn") or visit.form.get("pick"))
    who = visit.request.url.path.endswith(("/speakers", "/confirm"))
    spot = f"#turn-{turn}" if turn > 0 else "#who" if who else ""
    return visit.go(f"/interview/{visit.number}/text/{visit.request.path_params['place']}{spot}", said=said)


def _number(given: str) -> int:
    """Return a small number of a form or a path; -1 if it is none."""
    return int(given) if given.isascii() and given.isdecimal() and len(given) <= _DIGITS else -1


def _role(given: str) -> SpeakerRole | None:
    roles: tuple[SpeakerRole, ...] = get_args(SpeakerRole)
    return next((one for one in roles if one == given), None)


def _mark(document: Document) -> str:
    """Return what tells one state of a talk from another."""
    return mark({"document": document.model_dump_json()})


def _names(known: Sequence[Speaker]) -> list[str]:
    """Return what to call each speaker."""
    from wentwell.telling import clean

    unnamed = {
        "interviewer": gettext("Interviewer, unnamed"),
        "candidate": gettext("You, unnamed"),
        "other": gettext("Somebody, unnamed"),
    }
    return [clean(one.name) or unnamed.get(one.role or "", gettext("Somebody")) for one in known]


def _lines(document: Document, found: Sequence[Evidence]) -> list[_Line]:
    from wentwell.telling import clean
    from wentwell.telling._words import clock

    by_turn: dict[int | None, list[Evidence]] = {}
    for one in found:
        by_turn.setdefault(one.turn, []).append(one)
    return [
        _Line(
            place,
            clean(turn.name or turn.speaker or ""),
            turn.role or "",
            "" if turn.at is None else clock(turn.at),
            tuple(pieces(document, turn.start, turn.end, by_turn.get(place, ()))),
        )
        for place, turn in enumerate(document.turns)
    ]


def _rows(document: Document, way: Course, known: Sequence[Speaker]) -> list[_Row]:
    from wentwell.telling import charts, percent

    rows = []
    for place, (one, name) in enumerate(zip(known, _names(known), strict=True)):
        own = [way.stretches[turn] for turn in one.turns]
        first, last = _clock(way, own[0].begin), _clock(way, max(part.end for part in own))
        told = ngettext(
            "%(name)s: %(num)s turn, %(share)s of 100 words",
            "%(name)s: %(num)s turns, %(share)s of 100 words",
            len(own),
            name=name,
            share=percent(one.share),
        )
        if way.timed:
            told = gettext("%(told)s, between %(first)s and %(last)s", told=told, first=first, last=last)
        lane = charts.talk_lane(
            ((way.place(part.begin), way.place(part.end)) for part in own),
            told,
            filled=one.role != "candidate",
        )
        rows.append(_Row(place, name, one, lane, percent(one.share), first, last))
    return rows


def _sign_lane(document: Document, way: Course, found: Sequence[Evidence]) -> Markup:
    from wentwell.telling import charts

    moments = [way.moment(document, one.start) for one in found]
    name = ngettext(
        "%(num)s sign; the list below tells them in their order",
        "%(num)s signs; the list below tells them in their order",
        len(found),
    )
    return charts.sign_lane(map(way.place, moments), name)


def _share(known: Sequence[Speaker]) -> tuple[Markup, str]:
    """Return the picture of who said how much, and the sentence beside it."""
    from wentwell.telling import charts, percent

    shares = {
        role: sum(one.share for one in known if one.role == role)
        for role in ("interviewer", "candidate", "other")
    }
    you, they = percent(shares["candidate"]), percent(shares["interviewer"])
    told = gettext("Of 100 words you said about %(you)s, they about %(they)s", you=you, they=they)
    if shares["other"]:
        told = gettext(
            "Of 100 words you said about %(you)s, they about %(they)s, others about %(others)s",
            you=you,
            they=they,
            others=percent(shares["other"]),
        )
    order = ((shares["candidate"], False), (shares["interviewer"], True), (shares["other"], True))
    return charts.share_bar([one for one in order if one[0]], told), f"{told}."


def _clock(way: Course, moment: float) -> str:
    from wentwell.telling._words import clock

    return clock(moment) if way.timed else ""


routes = [
    post("/interview/{number}/text/{place}/speakers", set_speakers),
    post("/interview/{number}/text/{place}/confirm", confirm),
    post("/interview/{number}/text/{place}/turns", give_turns),
    post("/interview/{number}/text/{place}/turn", change_turn),
    post("/interview/{number}/text/{place}/sign", correct_sign),
    post("/interview/{number}/text/{place}/undo", undo),
]
