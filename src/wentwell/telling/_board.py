"""The whole search: its board, one job, and what was found, on a terminal and as files."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from wentwell._version import __version__
from wentwell.interview import SEARCH_STAGES, Closing, OpportunityDetails, SearchStage, StageStep
from wentwell.telling._clean import clean
from wentwell.telling._markdown import escape
from wentwell.telling._terminal import _Screen
from wentwell.telling._words import chance_words, percent
from wentwell.telling._words import day as day_words

if TYPE_CHECKING:
    from rich.console import Console

    from wentwell.journal import Found, OpportunityEntry, TakenBack

BOARD_SCHEMA, FOUND_SCHEMA = "wentwell.board/1", "wentwell.found/1"

Span = tuple[date | None, date | None]
"""The first and the last day of what is told, where there is one."""

STAGE_NAMES: dict[SearchStage, str] = {
    "applied": "Applied",
    "screen": "Screen",
    "first": "First interview",
    "further": "Further rounds",
    "final": "Final round",
    "offer": "Offer",
    "closed": "Closed",
}
CLOSING_NAMES: dict[Closing, str] = {
    "accepted": "accepted",
    "declined": "offer declined",
    "refused": "a no",
    "withdrawn": "withdrawn",
    "no-answer": "no answer",
    "other": "closed",
}
_COLUMN = 24
"""Characters that a column of the board needs at least; with fewer it becomes a list."""
_LONGEST_NAME = 60
_EMPTY = (
    "No jobs yet. The first one: wentwell job add EMPLOYER --job NAME. Interviews that you keep with an "
    "employer stand here by themselves."
)


def name_of(entry: OpportunityEntry) -> str:
    """Return employer and job, cleaned and on one line."""
    told = (clean(entry.opportunity.employer)[:_LONGEST_NAME], clean(entry.opportunity.job)[:_LONGEST_NAME])
    return " · ".join(filter(None, told)) or "employer not told"


def board_to_terminal(
    entries: Sequence[OpportunityEntry],
    today: date,
    console: Console,
    *,
    number: bool = True,
    closed: bool = False,
    names: bool = False,
) -> None:
    """Print the jobs by where they stand: in columns where there is room, else as a list.

    Parameters
    ----------
    entries : sequence of OpportunityEntry
    today : date
        Days are counted up to it.
    console : rich.console.Console
    number : bool
        Whether to show chances as figures.
    closed : bool
        Whether to show the closed ones one by one.
    names : bool
        Whether to say whose each is.
    """
    screen = _Screen(console)
    if not entries:
        screen.say(_EMPTY, indent=0)
        return
    stages = {
        stage: several
        for stage in SEARCH_STAGES
        if (several := [one for one in entries if one.stage == stage]) and (closed or stage != "closed")
    }
    for several in stages.values():
        several.sort(key=lambda one: (one.since, one.id), reverse=several[0].stage == "closed")
    if len(stages) > 1 and console.width >= _COLUMN * len(stages):
        _columns(screen, stages, today, console, number=number, names=names)
    else:
        _list(screen, stages, today, number=number, names=names)
    _count(screen, entries, closed=closed)


def _columns(
    screen: _Screen,
    stages: dict[SearchStage, list[OpportunityEntry]],
    today: date,
    console: Console,
    *,
    number: bool,
    names: bool,
) -> None:
    from rich.box import ASCII, SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD if screen.printable("─") == "─" else ASCII, expand=True, pad_edge=False)
    plain = console.no_color
    cells = []
    for stage, several in stages.items():
        head = f"{STAGE_NAMES[stage]} ({len(several)})"
        table.add_column(Text(head, "" if plain else "bold"), ratio=1, overflow="fold")
        cell = Text()
        for one in several:
            cell.append(screen.printable(f"{one.id} {name_of(one)}\n"), "" if plain else "bold")
            for remark in _remarks(one, today, number=number, names=names):
                cell.append(screen.printable(f"  {remark}\n"), "" if plain else "dim")
        cell.rstrip()
        cells.append(cell)
    table.add_row(*cells)
    console.print(table)


def _list(
    screen: _Screen,
    stages: dict[SearchStage, list[OpportunityEntry]],
    today: date,
    *,
    number: bool,
    names: bool,
) -> None:
    for stage, several in stages.items():
        screen.line((f"{STAGE_NAMES[stage]} ({len(several)})", "bold"))
        for one in several:
            remarks = " · ".join(_remarks(one, today, number=number, names=names))
            screen.say(name_of(one), first=f"{one.id:3d}  ")
            screen.say(remarks, "dim", indent=7)


def _remarks(one: OpportunityEntry, today: date, *, number: bool, names: bool) -> list[str]:
    found = [clean(one.person) if one.person else "you"] if names else []
    if one.closing is not None:
        return [*found, f"{CLOSING_NAMES[one.closing]}, {one.since.isoformat()}"]
    days = (today - one.since).days
    if days >= 0:
        found.append("since today" if days == 0 else f"{days} day" + ("s" if days > 1 else ""))
    else:
        found.append(f"from {one.since.isoformat()}")
    coming = one.next_date(today)
    if coming is not None:
        when, what = coming
        late = "was " if when < today else ""
        found.append(f"{late}{when.isoformat()}: {clean(what)}")
    shown = one.last_chance
    if shown is not None and shown.probability is not None and 0 < shown.probability < 1:
        chance = f"{percent(shown.probability)} %" if number else chance_words(shown.probability)
        found.append(f"{chance}, {shown.target}")
    if one.details.tags:
        found.append(" ".join(f"#{clean(tag)}" for tag in one.details.tags))
    return found


def _count(screen: _Screen, entries: Sequence[OpportunityEntry], *, closed: bool) -> None:
    still = sum(one.is_open for one in entries)
    done = Counter(one.closing for one in entries if one.closing is not None)
    told = f"{still} open" if still else "None open just now"
    if done:
        ways = ", ".join(f"{count} {CLOSING_NAMES[way]}" for way, count in done.most_common())
        told += f"; {sum(done.values())} closed ({ways})" + ("" if closed else ": --closed shows them")
    screen.line()
    screen.say(told + ".", indent=0)


def job_to_terminal(entry: OpportunityEntry, today: date, console: Console, *, number: bool = True) -> None:
    """Print all that is kept about one job: where it stands, its way, its interviews."""
    screen, details = _Screen(console), entry.details
    screen.say(f"Job {entry.id}: {name_of(entry)}", "bold", indent=0)
    screen.say(f"{stage_words(entry.stage, entry.closing)} since {day_words(entry.since)}")
    coming = entry.next_date(today)
    if coming is not None:
        screen.say(f"next: {day_words(coming[0])}, {clean(coming[1])}")
    facts = (
        ("whose", entry.person or ""),
        ("tags", ", ".join(details.tags)),
        ("place", details.place),
        ("found by", details.source),
        ("address", details.url),
        ("mail domains", ", ".join(details.domains)),
        *(("contact", contact_words(one.name, one.mail, one.role)) for one in details.contacts),
        ("note", details.note),
    )
    for name, words in facts:
        if words:
            screen.say(clean(words), first=f"{name}: ")
    if entry.history:
        screen.heading("Its way")
        for step in entry.history:
            screen.say(step_words(step))
    if entry.interviews:
        screen.heading("Interviews")
        for one in entry.interviews:
            told = [one.day.isoformat() if one.day else "day not told", one.stage or "", one.outcome or ""]
            if one.status == "draft":
                told.append("debrief not finished")
            elif one.probability is not None and 0 < one.probability < 1 and one.outcome is None:
                chance = f"{percent(one.probability)} %" if number else chance_words(one.probability)
                told.append(f"{chance}, {one.target}")
            screen.say(f"number {one.id}: " + " · ".join(filter(None, told)))


def stage_words(stage: SearchStage, closing: Closing | None) -> str:
    """Say where a job stands."""
    return STAGE_NAMES[stage] + (f" ({CLOSING_NAMES[closing]})" if closing else "")


def step_words(step: StageStep) -> str:
    """Say one step in a line."""
    return "  ".join(_day_and_words(step))


def _day_and_words(step: StageStep) -> tuple[str, str]:
    made = {
        "you": "",
        "interview": "by an interview",
        "outcome": "by an outcome",
        "mail": "by a mail",
        "import": "from a file",
    }
    told = " · ".join(filter(None, (made[step.made_by], clean(step.note))))
    when = step.on.isoformat() if step.on else f"told {step.day.isoformat()}"
    return when, stage_words(step.stage, step.closing) + (f" · {told}" if told else "")


def taken_back_words(change: TakenBack) -> str:
    """Say what an undo takes back, or took back."""
    if change.kind == "add":
        return "that the job was added (it is taken out)"
    if change.kind == "outcome":
        step = f" ({step_words(change.step)})" if change.step else ""
        return f"the outcome of number {change.interview}{step}"
    if change.step is not None:
        return step_words(change.step)
    return ", ".join(change.fields) or "that it is kept"


_CLOSED_WORDS: dict[Closing, str] = {
    "accepted": "Closed: accepted. Keep your other talks going until it is signed.",
    "declined": "Closed: you declined the offer.",
    "refused": "Closed: a no. It may have had nothing to do with you.",
    "withdrawn": "Closed: you withdrew.",
    "no-answer": "Closed: no answer came. That is common, and says little about you.",
    "other": "Closed.",
}


def closed_words(how: Closing) -> str:
    """Say that a job is closed, and how."""
    return _CLOSED_WORDS[how]


def contact_words(name: str, mail: str, role: str) -> str:
    """Write a contact as it is typed: ``Ines Roth <ines@brook.example>, recruiter``."""
    who = " ".join(filter(None, (name, f"<{mail}>" if mail and name else mail)))
    return ", ".join(filter(None, (who, role)))


def found_to_terminal(found: Sequence[Found], console: Console) -> None:
    """Print where words stand, with the words around."""
    screen = _Screen(console)
    for one in found:
        numbers = [f"job {one.opportunity}"] if one.opportunity else []
        numbers += [f"number {one.interview}"] if one.interview else []
        where = " · ".join(filter(None, (", ".join(numbers), clean(one.who), clean(one.place))))
        screen.say(where, "bold", indent=0)
        screen.say(clean(f"{one.before}{one.words}{one.after}"))
    count = "1 place" if len(found) == 1 else f"{len(found)} places"
    none = "Nothing found. Fewer words, or the beginning of one, find more."
    screen.say(f"{count}." if found else none, indent=0)


def found_to_json(found: Sequence[Found]) -> str:
    """Write what was found as JSON, in printable ASCII."""
    whole = {"wentwell": __version__, "schema": FOUND_SCHEMA, "found": [one.model_dump() for one in found]}
    return json.dumps(whole, indent=2, ensure_ascii=True) + "\n"


def board_to_file(entries: Sequence[OpportunityEntry], ending: str, today: date, span: Span) -> str:
    """Write the jobs as the kind of file that an ending names: ``.json``, ``.md`` or ``.csv``."""
    if ending == ".json":
        return board_to_json(entries, today)
    return board_to_markdown(entries, span) if ending == ".md" else board_to_csv(entries)


def board_to_json(entries: Iterable[OpportunityEntry], today: date) -> str:
    """Write the jobs with their whole way as JSON, in printable ASCII."""
    whole = {
        "wentwell": __version__,
        "schema": BOARD_SCHEMA,
        "day": today.isoformat(),
        "jobs": [job_to_dict(one) for one in entries],
    }
    return json.dumps(whole, indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def job_to_dict(entry: OpportunityEntry) -> dict[str, object]:
    """Return a job as JSON holds it."""
    return {
        "number": entry.id,
        "stage": entry.stage,
        "closing": entry.closing,
        "since": entry.since.isoformat(),
        **entry.model_dump(mode="json", exclude={"id", "steps", "kept"}),
    }


def board_to_markdown(entries: Sequence[OpportunityEntry], span: Span) -> str:
    """Write the jobs as a Markdown document: a table, then the way of each."""
    first, last = (day.isoformat() if day else "" for day in span)
    title = "The search" + (f" from {first}" if first else "") + (f" until {last}" if last else "")
    parts = [f"# {title}"]
    head = ("Job", "Employer", "Role", "Stands", "Since", "Tags")
    rows = [
        (
            str(one.id),
            _cell(one.opportunity.employer),
            _cell(one.opportunity.job),
            stage_words(one.stage, one.closing),
            one.since.isoformat(),
            _cell(", ".join(one.details.tags)),
        )
        for one in entries
    ]
    parts.append(
        "\n".join("| " + " | ".join(row) + " |" for row in (head, ("--:", *["---"] * 5), *rows))
        if rows
        else "No jobs in this time."
    )
    for one in entries:
        parts.append(f"## {one.id} {escape(name_of(one))}")
        about = [
            f"- {name}: {escape(clean(words))}"
            for name, words in (
                ("whose", one.person or ""),
                ("place", one.details.place),
                ("found by", one.details.source),
                ("address", one.details.url),
                ("note", one.details.note),
            )
            if words
        ]
        way = map(_day_and_words, one.history)
        about += [f"- {when}: {escape(words)}" for when, words in way]
        about += [
            f"- interview {line.id}" + (f" on {line.day.isoformat()}" if line.day else "")
            for line in one.interviews
        ]
        parts.append("\n".join(about))
    return "\n\n".join(part for part in parts if part) + "\n"


def _cell(text: str) -> str:
    return escape(clean(text))


CSV_COLUMNS = (
    "number",
    "person",
    "employer",
    "job",
    "stage",
    "closing",
    "since",
    "applied",
    "tags",
    "deadline",
    "deadline_for",
    "url",
    "place",
    "source",
    "contacts",
    "domains",
    "note",
    "interviews",
    "history",
)
"""The columns of the table of jobs, one row a job."""


def board_to_csv(entries: Iterable[OpportunityEntry]) -> str:
    """Write the jobs as one table for a spreadsheet; no words are taken for a formula."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(CSV_COLUMNS)
    for one in entries:
        writer.writerow([_safe(value) for value in _row(one)])
    return file.getvalue()


def _row(one: OpportunityEntry) -> tuple[object, ...]:
    details: OpportunityDetails = one.details
    applied = next((step.on for step in one.history if step.stage == "applied"), None)
    deadline = details.deadline
    return (
        one.id,
        one.person or "",
        one.opportunity.employer,
        one.opportunity.job,
        one.stage,
        one.closing or "",
        one.since,
        applied or "",
        ", ".join(details.tags),
        deadline.day if deadline else "",
        deadline.what if deadline else "",
        details.url,
        details.place,
        details.source,
        "; ".join(contact_words(each.name, each.mail, each.role) for each in details.contacts),
        ", ".join(details.domains),
        details.note,
        ", ".join(line.day.isoformat() for line in one.interviews if line.day),
        "; ".join(f"{step.day.isoformat()} {step.closing or step.stage}" for step in one.history),
    )


def _safe(value: object) -> object:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r", "\n")):
        return "'" + value
    return value
