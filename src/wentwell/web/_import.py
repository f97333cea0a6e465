"""Jobs of another tracker in: a table is given, what its columns hold is shown and changed, then taken in.

The table is held in memory until then; each look works anew on what the form says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, get_args

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from wentwell.web._fields import mark
from wentwell.web._language import gettext
from wentwell.web._pages import Form, Visit, get, post

if TYPE_CHECKING:
    from wentwell.journal import Journal
    from wentwell.sources import TableFile
    from wentwell.trackers import Answer, KnownJob, Layout, Meaning, PlannedJob

_COLUMNS_ASKED, _STATUSES_ASKED, _SIMILAR_ASKED = 60, 30, 60
"""So much of a table a form can ask about; the rest stays as it was guessed, or is left out."""
_ROWS_SHOWN = 25


@dataclass(frozen=True, slots=True)
class _Look:
    """A table with the user's word so far, and what it would change."""

    layout: Layout
    told: Mapping[str, Meaning]
    known: Sequence[KnownJob]
    planned: Sequence[PlannedJob]
    answers: Mapping[int, Answer]
    needs: str
    """What has to be said before anything can be taken in."""

    @property
    def chosen(self) -> list[PlannedJob]:
        from wentwell.trackers import settled

        return settled(self.planned, self.answers, self.known)

    @property
    def mark(self) -> str:
        """What tells one plan from another."""
        return mark({str(one.found.row): repr(one) for one in self.planned})


def show_import(visit: Visit) -> Response:
    """Ask for a table."""
    return visit.page("import.html", wrong="")


def give_table(visit: Visit) -> Response:
    """Read a table, and show what it is taken for."""
    from wentwell.sources import SourceError, parse_tables

    if not visit.form.uploads:
        return visit.page(
            "import.html", status=422, wrong=gettext("Choose a file first: .csv, .tsv or .xlsx.")
        )
    upload = visit.form.uploads[0]
    try:
        table = parse_tables(upload.data, upload.name)
    except SourceError as wrong:
        return visit.page("import.html", status=422, wrong=str(wrong))
    return visit.go(f"/import/{visit.space.tables.hold(table)}")


def _table(visit: Visit) -> TableFile:
    table = visit.space.tables.get(visit.request.path_params["name"])
    if table is None:
        raise HTTPException(
            404, gettext("This table is held no more. Nothing was changed; choose the file again.")
        )
    return table


def show_table(visit: Visit) -> Response:
    """Show what a table is taken for, and what it would change."""
    table = _table(visit)
    return visit.page("import_table.html", **_told(visit, table, _look(visit, table, None)))


def look_or_take(visit: Visit) -> Response:
    """Work on a table with the user's word; take it in if that is wanted and still as it was shown."""
    from wentwell.journal import SearchBook
    from wentwell.trackers import changes_of

    table = _table(visit)
    look = _look(visit, table, None)
    if visit.form.get("do") != "take":
        return _again(visit, table, look)
    if look.needs:
        return _again(visit, table, look, status=422)
    with visit.space.changing() as book:
        look = _look(visit, table, book)
        if visit.form.get("plan") != look.mark:
            said = gettext("This is what it would do now. Nothing was changed yet; look at it once more.")
            return _again(visit, table, look, status=409, said=said)
        chosen = look.chosen
        if not chosen:
            return _again(visit, table, look, status=422, said=gettext("There is nothing to take in."))
        SearchBook(book).take_in(changes_of(chosen, look.known))
    visit.space.tables.let_go(visit.request.path_params["name"])
    from wentwell.telling import taken_in_words

    said = gettext(
        "Taken in: %(what)s. To take it back: the page of the import.", what=taken_in_words(chosen)
    )
    return visit.go("/board", said=said)


def undo_import(visit: Visit) -> Response:
    """Take the last import back."""
    from wentwell.journal import JournalError, SearchBook
    from wentwell.telling import undone_lines
    from wentwell.web._words import for_pages

    try:
        with visit.space.changing() as book:
            undone = SearchBook(book).undo_taken_in()
    except JournalError as wrong:
        return visit.page("import.html", status=409, wrong=str(wrong))
    return visit.go("/board", said=" ".join(for_pages(line) for line in undone_lines(undone)))


def _again(visit: Visit, table: TableFile, look: _Look, *, status: int = 200, said: str = "") -> Response:
    told = _told(visit, table, look)
    if visit.in_place:
        return HTMLResponse(visit.render("import_part.html", **told), status)
    return visit.page("import_table.html", status=status, **told, **({"said": said} if said else {}))


def _look(visit: Visit, table: TableFile, book: Journal | None) -> _Look:
    """Read the form, and say what the rows would change."""
    from wentwell.journal import SearchBook
    from wentwell.trackers import found_jobs, known_jobs, lay_out, plan_jobs

    form = visit.form
    sheet = next((one for one in table.sheets if one.name == form.get("sheet") and one.rows), None)
    layout = lay_out(replace(table, sheets=(sheet,)) if sheet and "sheet" in form else table)
    if "sheet" not in form or form.get("sheet") == form.get("sheet_was"):
        layout = _worded(layout, form)
    told = _statuses(form)
    entries = []
    if visit.space.exists:
        if book is not None:
            entries = list(SearchBook(book).list_of(None))
        else:
            with visit.space.journal() as opened:
                entries = list(SearchBook(opened).list_of(None))
    known = known_jobs(entries)
    needs = ""
    if not (layout.columns("employer") or layout.columns("both")):
        needs = gettext("Say which column names the employer.")
    elif layout.order is None and layout.order_matters:
        needs = gettext("Say which comes first in its days: the day or the month.")
    planned = () if needs else plan_jobs(found_jobs(layout, visit.space.today(), told), known)
    return _Look(layout, told, known, planned, _answers(form), needs)


def _worded(layout: Layout, form: Form) -> Layout:
    from wentwell.trackers import FIELDS, Order, with_fields

    given = {guess.column.place: form.get(f"column-{guess.column.place}") for guess in layout.guesses}
    layout = with_fields(
        layout, {place: field for place, told in given.items() for field in FIELDS if field == told}
    )
    orders: tuple[Order, ...] = ("day-first", "month-first")
    order = next((one for one in orders if one == form.get("order")), None)
    return layout.with_order(order) if order and layout.order_matters else layout


def _statuses(form: Form) -> dict[str, Meaning]:
    from wentwell.trackers import MEANINGS

    return {
        name.removeprefix("status:"): MEANINGS[value]
        for name, value in form.fields
        if name.startswith("status:") and value in MEANINGS
    }


def _answers(form: Form) -> dict[int, Answer]:
    from wentwell.trackers import Answer as Known

    ways: tuple[Answer, ...] = get_args(Known)
    return {
        int(row): way
        for name, value in form.fields
        if name.startswith("row-") and (row := name.removeprefix("row-")).isdecimal() and len(row) < 9
        for way in ways
        if way == value
    }


def _told(visit: Visit, table: TableFile, look: _Look) -> dict[str, Any]:
    from wentwell.telling import (
        FIELD_WORDS,
        clean,
        doubt_lines,
        left_out_lines,
        meaning_words,
        planned_row,
        similar_words,
        taken_in_words,
    )
    from wentwell.trackers import MEANINGS, example_of_order, unknown_statuses, words_of

    layout, chosen = look.layout, look.chosen
    names = {
        one.number: " · ".join(filter(None, (one.opportunity.employer, one.opportunity.job)))
        for one in look.known
    }
    unknown: dict[str, tuple[str, int]] = {}
    for word, count in sorted(unknown_statuses(layout).items(), key=lambda one: -one[1]):
        unknown.setdefault(words_of(word), (clean(word)[:60], count))
    similar = [one for one in look.planned if one.kind == "similar"]
    orders = {"day-first": gettext("the day"), "month-first": gettext("the month")}
    return {
        "name": visit.request.path_params["name"],
        "file": clean(table.name) or gettext("the table"),
        "warnings": table.warnings,
        "rows": len(layout.rows),
        "heading_row": layout.heading_row,
        "sheets": [one.name for one in table.sheets if one.rows],
        "sheet": layout.sheet.name,
        "columns": [
            (guess, clean(guess.column.heading)[:60], clean(", ".join(guess.column.examples))[:90])
            for guess in layout.guesses[:_COLUMNS_ASKED]
        ],
        "fields": FIELD_WORDS,
        "order": layout.order or "",
        "orders": orders if layout.order_matters else {},
        "order_example": clean(example_of_order(layout)),
        "statuses": [
            (key, word, count, look.told[key].name if key in look.told else "applied")
            for key, (word, count) in list(unknown.items())[:_STATUSES_ASKED]
        ],
        "meanings": {name: meaning_words(meaning) for name, meaning in MEANINGS.items()},
        "similar": [
            (
                one,
                similar_words(one, names.get(one.number or 0, "")),
                look.answers.get(one.found.row, "leave"),
            )
            for one in similar[:_SIMILAR_ASKED]
        ],
        "similar_more": max(0, len(similar) - _SIMILAR_ASKED),
        "planned": [planned_row(one) for one in chosen[:_ROWS_SHOWN]],
        "planned_more": max(0, len(chosen) - _ROWS_SHOWN),
        "left": left_out_lines(look.planned),
        "doubts": doubt_lines(look.planned),
        "needs": look.needs,
        "taking": taken_in_words(chosen) if chosen else "",
        "plan": look.mark,
    }


routes = [
    get("/import", show_import),
    post("/import", give_table),
    post("/import/undo", undo_import),
    get("/import/{name}", show_table),
    post("/import/{name}", look_or_take),
]
