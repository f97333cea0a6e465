"""The messages: whether to send one now, and drafts to edit and copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import Response

from wentwell.web._answer import LETTER_NAMES, look
from wentwell.web._language import gettext
from wentwell.web._pages import Visit, get
from wentwell.web._words import for_pages

if TYPE_CHECKING:
    from wentwell.drafting import Tone

_TONES: tuple[Tone, ...] = ("plain", "warm", "brief")
_LONGEST_NAME, _LONGEST_TIME = 60, 200


def show_letter(visit: Visit) -> Response:
    """Show whether now is the time, and the drafts."""
    from wentwell.debriefing import parse_day
    from wentwell.reviewing import LETTERS, letters, letters_due
    from wentwell.telling import clean, grade_words

    kind = next((one for one in LETTERS if one == visit.request.path_params["kind"]), None)
    if kind is None:
        raise HTTPException(404)
    asked = visit.request.query_params
    tone = next((one for one in _TONES if one == asked.get("tone")), _TONES[0])
    to = clean(asked.get("to", ""))[:_LONGEST_NAME] or None
    sender = clean(asked.get("from", ""))[:_LONGEST_NAME] or None
    time = clean(asked.get("when", ""))[:_LONGEST_TIME] or None
    with visit.space.changing() as book:
        record = visit.finished(book)
        answer = look(visit, book, record).answer
    today, wrong, deadline = visit.space.today(record), "", None
    if asked.get("by"):
        try:
            deadline = parse_day(asked["by"], today)
            if deadline < today:
                wrong, deadline = gettext("The day %(day)s has passed.", day=deadline), None
        except ValueError as error:
            wrong = str(error)
    when = letters_due(answer, today)[kind]
    drafts = letters(kind, answer, today, to=to, sender=sender, tone=tone, time=time, deadline=deadline)
    return visit.page(
        "letter.html",
        number=record.id,
        kind=kind,
        name=LETTER_NAMES[kind],
        when=when,
        reason=for_pages(when.reason),
        grade=grade_words(when.grade),
        drafts=drafts,
        tones=_TONES,
        asked={
            "tone": tone,
            "to": to or "",
            "from": sender or "",
            "when": time or "",
            "by": asked.get("by", ""),
        },
        wrong=wrong,
    )


routes = [get("/interview/{number}/letter/{kind}", show_letter)]
