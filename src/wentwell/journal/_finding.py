"""Words looked for in all that is kept.

The texts are read through as they are: a journal of a person is small, and an index would be a second copy of
the words, to be kept and to be wiped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from sqlalchemy import Connection, select

from wentwell.journal import _rows as rows
from wentwell.journal._error import JournalError
from wentwell.journal._opportunities import read_opportunities
from wentwell.journal._records import Found
from wentwell.journal._schema import (
    documents,
    evidence,
    interviews,
    mails,
    opportunities,
    outcomes,
    practice_attempts,
    practice_cards,
)

_AROUND = 60
"""Characters shown before and after what was found."""
_Kind = Literal["job", "contact", "note", "mail", "document", "quote", "practice"]


class _Text(NamedTuple):
    kind: _Kind
    opportunity: int | None
    interview: int | None
    who: str
    place: str
    text: str
    mail: int | None = None


def find(connection: Connection, phrases: Sequence[str], person: str | None) -> list[Found]:
    """Return the places in which all phrases stand: jobs, mails, then interview by interview."""
    wanted = [pattern for phrase in phrases if (pattern := _pattern(phrase)) is not None]
    if not wanted:
        raise JournalError("There is no word to look for. Write one with a letter or a figure.")
    found = []
    for one in _texts(connection, person):
        first = [pattern.search(one.text) for pattern in wanted]
        places = [match.span() for match in first if match is not None]
        if len(places) == len(wanted):
            found.append(_shown(one, min(places)))
    return found


def _pattern(phrase: str) -> re.Pattern[str] | None:
    """Return what finds a phrase at the beginning of a word, whatever spaces lie in it."""
    words = re.split(r"\s+", phrase.strip())
    if not re.search(r"\w", phrase):
        return None
    begin = r"(?<!\w)" if re.match(r"\w", words[0]) else ""
    return re.compile(begin + r"\s+".join(map(re.escape, words)), re.IGNORECASE)


def _shown(one: _Text, span: tuple[int, int]) -> Found:
    start, end = span
    before, after = one.text[max(0, start - _AROUND) : start], one.text[end : end + _AROUND]
    if start > _AROUND:
        before = "…" + before[before.find(" ") + 1 :]
    if len(one.text) > end + _AROUND:
        after = after[: after.rfind(" ")] + "…" if " " in after else after + "…"
    return Found(
        kind=one.kind,
        opportunity=one.opportunity,
        interview=one.interview,
        mail=one.mail,
        who=one.who,
        place=one.place,
        before=before,
        words=one.text[start:end],
        after=after,
    )


def _texts(connection: Connection, person: str | None) -> Iterator[_Text]:
    key = rows.person_key(person)
    for job in read_opportunities(connection):
        if rows.person_key(job.person) != key:
            continue
        who, details = _who(job.opportunity.employer, job.opportunity.job), job.details
        more = (*details.tags, details.place, details.source, details.url, *details.domains)
        yield _Text("job", job.id, None, who, "", " · ".join(filter(None, (who, *more))))
        for contact in details.contacts:
            words = " · ".join(filter(None, (contact.name, contact.mail, contact.role)))
            yield _Text("contact", job.id, None, who, "contact", words)
        notes = [(details.note, "note"), (details.deadline.what if details.deadline else "", "deadline")]
        notes += [(step.note, step.stage) for step in job.steps]
        for text, place in notes:
            if text:
                yield _Text("note", job.id, None, who, place, text)
    yield from _texts_of_mails(connection, key)
    yield from _texts_of_interviews(connection, key)


def _texts_of_mails(connection: Connection, key: str | None) -> Iterator[_Text]:
    """Give the mails that are no document of an interview, filed or waiting: the subject, who, the words."""
    query = (
        select(
            *mails.c["id", "opportunity_id", "state", "sender", "subject", "sent_at", "message"],
            *opportunities.c["employer", "job"],
        )
        .outerjoin_from(mails, opportunities)
        .where(
            mails.c.person_key == (key or ""),
            mails.c.state.in_(("attached", "waiting")),
            mails.c.document.is_(None),
            mails.c.message.is_not(None),
        )
    )
    for row in connection.execute(query.order_by(mails.c.sent_at.is_(None), mails.c.sent_at, mails.c.id)):
        sent = "" if row.sent_at is None else f" of {row.sent_at.astimezone().date()}"
        waits = ", waiting in the inbox" if row.state == "waiting" else ""
        place = f"mail {row.id}{sent}{waits}"
        words = " · ".join(filter(None, (row.subject, row.sender, row.message["document"]["text"])))
        who = _who(row.employer or "", row.job or "")
        yield _Text("mail", row.opportunity_id, None, who, place, words, row.id)


def _texts_of_interviews(connection: Connection, key: str | None) -> Iterator[_Text]:
    about = {
        row["id"]: row
        for row in connection.execute(
            select(
                *interviews.c["id", "opportunity_id", "feeling"],
                *opportunities.c["employer", "job"],
            )
            .outerjoin_from(interviews, opportunities)
            .where(interviews.c.person_key.is_not_distinct_from(key))
            .order_by(interviews.c.id)
        ).mappings()
    }

    def text(kind: _Kind, number: int, place: str, words: str) -> _Text:
        row = about[number]
        who = _who(row["employer"] or "", row["job"] or "")
        return _Text(kind, row["opportunity_id"], number, who, place, words)

    for number, row in about.items():
        if row["feeling"]:
            yield text("note", number, "feeling", row["feeling"])
        told = select(*outcomes.c["kind", "note"]).where(outcomes.c.interview_id == number)
        for outcome in connection.execute(told.order_by(outcomes.c.id)):
            if outcome.note:
                yield text("note", number, f"outcome: {outcome.kind}", outcome.note)
        kept = select(*documents.c["name", "kind", "text"]).where(documents.c.interview_id == number)
        for document in connection.execute(kept.order_by(documents.c.position)):
            yield text("document", number, document.name or document.kind, document.text)
        # a quote of a document was found there already
        typed = select(*evidence.c["label", "quote"]).where(
            evidence.c.interview_id == number, evidence.c.document.is_(None)
        )
        for sign in connection.execute(typed.order_by(evidence.c.position)):
            yield text("quote", number, sign.label, sign.quote)
        answers = (
            select(practice_attempts.c.answer)
            .join(practice_cards)
            .where(practice_cards.c.interview_id == number)
        )
        for (answer,) in connection.execute(answers.order_by(practice_attempts.c.id)):
            yield text("practice", number, "an answer you practised", answer)


def _who(employer: str, job: str) -> str:
    return " · ".join(filter(None, (employer, job)))
