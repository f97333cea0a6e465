"""The inbox: mails that wait for the user's word, what they propose, mails in, and the way back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from wentwell.web._fields import mark
from wentwell.web._job_mails import MOST_WAITING, waiting_mails
from wentwell.web._language import gettext, later, ngettext
from wentwell.web._pages import Upload, Visit, get, post

if TYPE_CHECKING:
    from wentwell.filing import Taken
    from wentwell.interview import Message
    from wentwell.journal import Journal, MailEntry

_TOGETHER = 200
"""Mails that are held and kept at once."""
_DIGITS = 18
_LONGEST_ADDRESS = 320
_MEANWHILE = later("That mail was filed in another place meanwhile; here it is as it stands now.")


def show_inbox(visit: Visit) -> Response:
    """Show what waits."""
    return _shown(visit)


def _shown(visit: Visit, *, status: int = 200, wrong: str = "", refused: tuple[str, ...] = ()) -> Response:
    told: dict[str, Any] = {"waits": [], "proposals": [], "filed": [], "jobs": {}, "mine": (), "count": 0}
    if visit.space.exists:
        with visit.space.changing() as book:
            told |= _told(visit, book)
    return visit.page("inbox.html", status=status, wrong=wrong, refused=refused, **told)


def _told(visit: Visit, book: Journal) -> dict[str, Any]:
    from wentwell import telling
    from wentwell.filing import catch_up, pending
    from wentwell.journal import MailBook, SearchBook

    catch_up(book, read=visit.space.read)
    mails = MailBook(book)
    jobs = {one.id: one for one in SearchBook(book).list_of(None)}
    waits, proposals = waiting_mails(visit.space, book), pending(book)
    everything = "all" in visit.request.query_params
    filed = list(reversed(mails.list("attached", "dismissed"))) if everything else []
    return {
        "waits": [
            {
                **_about(one.mail),
                "where": telling.match_words(one, jobs),
                "first": one.choices[0] if one.choices else None,
                "choices": [
                    *(n for n in one.choices if n in jobs),
                    *(n for n in jobs if n not in one.choices),
                ],
            }
            for one in waits
        ],
        "proposals": [
            {**_about(one.mail), "asked": telling.proposal_words(one.mail, one.proposal, one.job)}
            for one in proposals[:MOST_WAITING]
        ],
        "filed": [{**_about(one), "where": telling.filed_words(one, jobs)} for one in filed],
        "count": mails.count("waiting") + len(proposals),
        "everything": everything,
        "jobs": {number: telling.name_of(job) for number, job in jobs.items()},
        "mine": mails.addresses(),
    }


def _about(mail: MailEntry) -> dict[str, Any]:
    from wentwell import telling

    return {
        "number": mail.id,
        "line": telling.mail_line(mail),
        "words": telling.mail_words(mail),
        "kind": telling.kind_words(mail),
        "was": _was(mail),
    }


def _was(mail: MailEntry) -> str:
    return mark({"state": mail.state, "changed": mail.changed_at.isoformat()})


def add_mails(visit: Visit) -> Response:
    """Take mails in: files, or pasted text."""
    from wentwell.filing import Taken, likely_own, take_in
    from wentwell.journal import MailBook, SearchBook
    from wentwell.sources import SourceError

    if not visit.form.uploads and not visit.form.get("words").strip():
        return _shown(
            visit, status=422, wrong=gettext("Choose a file first (.eml or .mbox), or paste a mail.")
        )
    taken, refused = Taken(), []
    with visit.space.changing() as book:
        if not SearchBook(book).list_of(None):
            return _shown(
                visit,
                status=422,
                wrong=gettext(
                    "There is no job yet to put mails to. Keep an interview with its employer first."
                ),
            )
        mails = MailBook(book)
        mails.add_addresses(
            one[:_LONGEST_ADDRESS] for one in visit.form.get("me").replace(",", " ").split() if "@" in one
        )
        for given in (*visit.form.uploads, *_pasted(visit)):
            with tempfile.TemporaryDirectory(prefix="wentwell-") as folder:
                messages = _messages(given, Path(folder))
                try:
                    while some := list(islice(messages, _TOGETHER)):
                        guess = None if mails.addresses() else likely_own(some)
                        mails.add_addresses([guess] if guess else [])
                        taken += take_in(book, some, batch=taken.batch, read=visit.space.read)
                except SourceError as error:
                    refused.append(str(error))
    if refused:
        return _shown(visit, status=422, refused=(*refused, *([_summary(taken)] if taken.batch else [])))
    return visit.go("/inbox", said=_summary(taken))


def _pasted(visit: Visit) -> Iterator[Upload]:
    words = visit.form.get("words")
    if words.strip():
        yield Upload("", words.encode("utf-8", "replace"))


def _messages(given: Upload, folder: Path) -> Iterator[Message]:
    from wentwell.sources import message_from_text, read_messages

    if not given.name:
        yield message_from_text(given.data.decode("utf-8", "replace"), "pasted")
        return
    # only the ending of its name matters; what it is, is found from its content
    ending = Path(given.name).suffix.lower()
    file = folder / f"given{ending if ending.isascii() and ending[1:].isalnum() else ''}"
    file.write_bytes(given.data)
    yield from read_messages(file)


def _summary(taken: Taken) -> str:
    counts = (
        (len(taken.attached), gettext("%(count)s attached", count=len(taken.attached))),
        (taken.waiting, gettext("%(count)s for your word", count=taken.waiting)),
        (taken.none, gettext("%(count)s about none of your jobs", count=taken.none)),
        (taken.known, gettext("%(count)s known already", count=taken.known)),
    )
    told = ", ".join(words for count, words in counts if count > 0)
    return gettext("Mails: %(counts)s.", counts=told) if told else gettext("No new mails.")


def file_mail(visit: Visit) -> Response:
    """File a mail as the user says."""
    from wentwell.filing import settle

    with visit.space.changing() as book:
        mail = _mail(visit, book)
        if _was(mail) != visit.form.get("was"):
            return _shown(visit, status=409, wrong=gettext(_MEANWHILE))
        given = visit.form.get("job")
        if visit.form.get("do") == "none":
            done = settle(book, mail.id, None, read=visit.space.read)
            said = gettext("Kept apart: about none of your jobs.")
        elif given.isdecimal() and given.isascii() and len(given) <= _DIGITS:
            done = settle(book, mail.id, int(given), read=visit.space.read)
            said = gettext("Attached to job %(number)s.", number=given)
        else:
            return _shown(visit, status=422, wrong=gettext("Choose a job first."))
    if done.followed:
        more = ngettext(
            "%(num)s more became sure by it and was attached too.",
            "%(num)s more became sure by it and were attached too.",
            done.followed,
        )
        said = f"{said} {more}"
    return visit.go("/inbox", said=said)


def answer_mail(visit: Visit) -> Response:
    """Do what a mail proposes, or leave it."""
    from wentwell.filing import answer, pending
    from wentwell.reviewing import outcome_words

    with visit.space.changing() as book:
        mail = _mail(visit, book)
        found = next((one for one in pending(book) if one.mail.id == mail.id), None)
        if found is None or _was(mail) != visit.form.get("was"):
            return _shown(visit, status=409, wrong=gettext(_MEANWHILE))
        yes = visit.form.get("do") == "yes"
        answer(book, found.mail, found.proposal, yes=yes)
    outcome = found.proposal.outcome
    said = (
        outcome_words(outcome.kind) if outcome else gettext("Job %(number)s was moved.", number=found.job.id)
    )
    return visit.go("/inbox", said=said if yes else gettext("Left as it is."))


def undo_mails(visit: Visit) -> Response:
    """Take back what was done last with mails."""
    from wentwell.filing import undo
    from wentwell.journal import JournalError

    with visit.space.changing() as book:
        try:
            undone = undo(book, read=visit.space.read)
        except JournalError as wrong:
            return _shown(visit, status=409, wrong=str(wrong))
    parts = []
    if undone.removed:
        count = len(undone.removed)
        parts.append(ngettext("Taken out again: %(num)s mail.", "Taken out again: %(num)s mails.", count))
    if undone.restored:
        count = len(undone.restored)
        parts.append(ngettext("As before: %(num)s mail.", "As before: %(num)s mails.", count))
    if undone.outcome or undone.stage:
        parts.append(gettext("What it had recorded is taken back."))
    return visit.go("/inbox", said=" ".join(parts) or gettext("Taken back."))


def _mail(visit: Visit, book: Journal) -> MailEntry:
    from wentwell.journal import MailBook, UnknownNumberError

    try:
        return MailBook(book).get(visit.number)
    except UnknownNumberError:
        raise HTTPException(404, gettext("There is no such mail.")) from None


routes = [
    get("/inbox", show_inbox),
    post("/inbox/add", add_mails),
    post("/inbox/undo", undo_mails),
    post("/inbox/{number}/file", file_mail),
    post("/inbox/{number}/answer", answer_mail),
]
