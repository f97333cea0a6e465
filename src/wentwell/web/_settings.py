"""Settings: where the data is, taking it out and in, deleting it, how the page looks."""

from __future__ import annotations

import io
import tempfile
import zipfile
from datetime import datetime
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from wentwell.web._answer import keep_choice
from wentwell.web._language import COOKIE, gettext, languages, now
from wentwell.web._pages import THEMES, Visit, back, get, post

_SQLITE = b"SQLite format 3\0"
_DELETE_WORD = "delete"


def show_settings(visit: Visit) -> Response:
    """Show the settings."""
    return _shown(visit)


def _shown(visit: Visit, *, status: int = 200, wrong: str = "") -> Response:
    space = visit.space
    size, feed = 0, None
    if space.exists:
        size = space.place.stat().st_size
        with space.journal() as book:
            feed = book.calendar_feed()
    return visit.page(
        "settings.html",
        status=status,
        place=str(space.place),
        exists=space.exists,
        size=size,
        feed=feed,
        feed_wrong=space.feed_wrong,
        themes=THEMES,
        languages=languages(visit.languages),
        chosen=now().code,
        language_folder=str(visit.languages),
        wrong=wrong,
        delete_word=_DELETE_WORD,
    )


def set_appearance(visit: Visit) -> Response:
    """Keep how the page is to look, in this browser."""
    response = RedirectResponse(visit.path(back(visit, "/settings")), 303)
    theme = visit.form.get("theme")
    if theme in THEMES:
        keep_choice(response, "wentwell_theme", theme)
    code = visit.form.get("language")
    if code in [one.code for one in languages(visit.languages)]:
        keep_choice(response, COOKIE, code)
    if "numbers" in visit.form:
        keep_choice(response, "wentwell_numbers", "off" if visit.form.get("numbers") == "off" else "on")
    return response


def take_out(visit: Visit) -> Response:
    """Give the whole journal as a file."""
    what = visit.request.path_params["what"]
    if not visit.space.exists:
        raise HTTPException(404, gettext("Nothing is kept yet, so there is nothing to give."))
    day = datetime.now().astimezone().date().isoformat()
    with tempfile.TemporaryDirectory(prefix="wentwell-") as name, visit.space.journal() as book:
        folder = Path(name)
        if what == "export.json":
            book.export_json(folder / what)
            data, kind, stem = (folder / what).read_bytes(), "application/json", f"wentwell-{day}.json"
        elif what == "export.zip":
            packed = io.BytesIO()
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
                for file in book.export_csv(folder / "csv"):
                    archive.write(file, file.name)
            data, kind, stem = packed.getvalue(), "application/zip", f"wentwell-{day}.zip"
        elif what == "backup.sqlite":
            book.backup(folder / what)
            data, kind, stem = (
                (folder / what).read_bytes(),
                "application/vnd.sqlite3",
                f"wentwell-{day}.sqlite",
            )
        else:
            raise HTTPException(404)
    return Response(data, media_type=kind, headers={"content-disposition": f'attachment; filename="{stem}"'})


def give_calendar(visit: Visit) -> Response:
    """Give the interviews and the days to keep in mind as a calendar file."""
    from wentwell.calendars import calendar_of

    if not visit.space.exists:
        raise HTTPException(404, gettext("Nothing is kept yet, so there is nothing to give."))
    with visit.space.changing() as book:
        data = calendar_of(
            book,
            discreet="discreet" in visit.form,
            everything="everything" in visit.form,
            alarms="no_alarms" not in visit.form,
            handed_out=True,
        )
    headers = {"content-disposition": 'attachment; filename="interviews.ics"'}
    return Response(data, media_type="text/calendar", headers=headers)


def stop_feed(visit: Visit) -> Response:
    """Keep no calendar file up to date any more; the file stays as it is."""
    with visit.space.changing() as book:
        book.keep_calendar_feed(None)
    return visit.go(
        "/settings", said=gettext("Stopped. The file stays as it is; delete it if you need it no more.")
    )


def take_in(visit: Visit) -> Response:
    """Take in an export or a backup: what is known stays, nothing is doubled."""
    from wentwell.journal import Journal, JournalError

    if not visit.form.uploads:
        return _shown(
            visit, status=422, wrong=gettext("Choose a file first: an export (.json) or a backup (.sqlite).")
        )
    upload = visit.form.uploads[0]
    with tempfile.TemporaryDirectory(prefix="wentwell-") as name:
        given = Path(name) / "given"
        given.write_bytes(upload.data)
        try:
            if upload.data.startswith(_SQLITE):
                export = Path(name) / "export.json"
                with Journal.open(given) as other:
                    other.check()
                    other.export_json(export)
                given = export
            with visit.space.changing() as book:
                counts = book.import_json(given)
        except JournalError as wrong:
            told = str(wrong).replace(str(given), upload.name or gettext("The file"))
            return _shown(visit, status=422, wrong=told)
    said = gettext(
        "%(added)s added, %(updated)s updated, %(known)s known already.",
        added=counts.added,
        updated=counts.updated,
        known=counts.unchanged,
    )
    return visit.go("/settings", said=said)


def delete_all(visit: Visit) -> Response:
    """Delete everything, once the word was typed."""
    if visit.form.get("word").strip().lower() != _DELETE_WORD:
        return _shown(
            visit,
            status=422,
            wrong=gettext("Nothing was deleted. Type the word %(word)s to delete it all.", word=_DELETE_WORD),
        )
    if visit.space.exists:
        with visit.space.changing() as book:
            book.delete_all()
    visit.space.let_go()
    return visit.go(
        "/", said=gettext("Everything was deleted. Backups and exports made earlier are files of your own.")
    )


routes = [
    get("/settings", show_settings),
    post("/settings/appearance", set_appearance),
    get("/settings/{what}", take_out),
    post("/settings/calendar.ics", give_calendar),
    post("/settings/calendar-feed", stop_feed),
    post("/settings/restore", take_in),
    post("/settings/delete-all", delete_all),
]
