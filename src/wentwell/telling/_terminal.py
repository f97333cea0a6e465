"""An answer on a terminal of any width, with colour or without, in blocks or in ASCII."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wentwell.interview import Answer, Correction, Document, Evidence
from wentwell.telling import _words as words
from wentwell.telling._clean import clean, shorten
from wentwell.telling._page import Band, Group, Page, Possibility, Step, lay_out, ledger, one_by_one

if TYPE_CHECKING:
    from rich.console import Console

_WIDEST = 100  # longer lines are hard to read
_BAR_FROM = 76  # columns from which there is room for a bar beside each row
_BAR = 20
_NAME_SHORTEST = 24
_QUOTES_SHOWN = 6
_LEAST_CELLS = 10  # on fewer a chart shows nothing

_ACCENT = "cyan"
_QUIET = "dim"

_IN_ASCII = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "‘": "'",
        "’": "'",
        "…": "...",
        "–": "-",
        "—": "-",
        "−": "-",
        "·": "-",
        "•": "*",
        "\N{NO-BREAK SPACE}": " ",
    }
)


@dataclass(frozen=True)
class _Glyphs:
    """The characters that bars are drawn with."""

    rest: str
    start: str
    up: str
    down: str
    band: str
    middle: str


_BLOCKS = _Glyphs(rest="·", start="▓", up="█", down="░", band="━", middle="●")
_ASCII = _Glyphs(rest=".", start="=", up="#", down="-", band="=", middle="O")


class _Screen:
    """Writes wrapped, indented lines of plain text: nothing in a text is ever taken as markup."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.width = max(20, min(console.width, _WIDEST))
        self.glyphs = _BLOCKS if self._prints("".join(vars(_BLOCKS).values())) else _ASCII

    def _prints(self, text: str) -> bool:
        try:
            text.encode(self._console.encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True

    def printable(self, text: str) -> str:
        """Return the text in characters that the terminal's encoding has."""
        if self._prints(text):
            return text
        codec = self._console.encoding if self._prints("a") else "ascii"
        return text.translate(_IN_ASCII).encode(codec, "replace").decode(codec)

    def wrap(self, text: str, width: int) -> list[str]:
        """Break a text into lines, by the cells that its characters take."""
        from rich.text import Text

        lines = Text(self.printable(text)).wrap(self._console, max(8, width))
        return [line.plain.rstrip() for line in lines] or [""]

    def line(self, *pieces: tuple[str, str]) -> None:
        """Write one line of (text, style) pieces."""
        from rich.text import Text

        pieces = (*pieces[:-1], (pieces[-1][0].rstrip(), pieces[-1][1])) if pieces else pieces
        plain = self._console.no_color
        text = Text.assemble(*((self.printable(piece), "" if plain else style) for piece, style in pieces))
        self._console.print(text, soft_wrap=True)

    def say(self, text: str, style: str = "", indent: int = 2, first: str = "") -> None:
        """Write a paragraph; ``first`` stands before its first line, the others are indented as far."""
        if not text:
            return
        lead = " " * indent + first
        for number, row in enumerate(self.wrap(text, self.width - len(lead))):
            self.line((" " * len(lead) if number else lead, ""), (row, style))

    def pair(self, name: str, remark: str, indent: int) -> None:
        """Write a name with a quiet remark: on one line if there is room, else below one another."""
        from rich.cells import cell_len

        joined = f" · {remark}" if remark else ""
        if cell_len(f"{name}{joined}") + indent <= self.width:
            self.line((" " * indent + name, "bold"), (joined, _QUIET))
        else:
            self.say(name, "bold", indent=indent)
            self.say(remark, _QUIET, indent=indent)

    def heading(self, text: str) -> None:
        """Write a heading with a blank line before it."""
        self.line()
        self.line((text, f"bold {_ACCENT}"))


def to_terminal(answer: Answer, console: Console, *, number: bool = True) -> None:
    """Print an answer on a terminal.

    Parameters
    ----------
    answer : Answer
        What to tell.
    console : rich.console.Console
        Where to print.
    number : bool
        Whether to show figures of chance. Without, everything is told in words.
    """
    screen, page = _Screen(console), lay_out(answer, number=number)
    _print_head(screen, page)
    _print_list(screen, words.HEADINGS["warnings"], page.warnings, mark="! ")
    _print_steps(screen, page)
    _print_ledger(screen, page)
    _print_unseen(screen, page)
    _print_possibilities(screen, page.possibilities)
    _print_leanings(screen, page)
    _print_outlook(screen, page)
    _print_todos(screen, page)
    _print_list(screen, words.HEADINGS["notes"], page.notes)
    screen.line()
    screen.say(page.closing, _QUIET)


def ledger_to_terminal(
    evidence: Sequence[Evidence], documents: Sequence[Document], console: Console, *, number: bool = True
) -> None:
    """Print the quotes of some evidence, and nothing of what they are worth.

    Parameters
    ----------
    evidence : sequence of Evidence
        What was found.
    documents : sequence of Document
        The documents that the quotes point into.
    console : rich.console.Console
        Where to print.
    number : bool
        Whether to show how sure each sign is as a figure too.
    """
    screen = _Screen(console)
    groups = ledger(evidence, documents, number=number)
    if not groups:
        screen.say(words.NOTHING_FOUND, indent=0)
    for place, group in enumerate(groups):
        if place:
            screen.line()
        _print_group(screen, group, shown=None)


def numbered_to_terminal(
    evidence: Sequence[Evidence],
    documents: Sequence[Document],
    console: Console,
    *,
    first: int = 1,
    number: bool = True,
) -> None:
    """Print pieces of evidence one by one, each with its number in a list.

    Parameters
    ----------
    evidence : sequence of Evidence
        What was found.
    documents : sequence of Document
        The documents that the quotes point into.
    console : rich.console.Console
        Where to print.
    first : int
        The number of the first one.
    number : bool
        Whether to show how sure each sign is as a figure too.
    """
    screen = _Screen(console)
    if not evidence:
        screen.say(words.NOTHING_FOUND)
    for place, group in enumerate(one_by_one(evidence, documents, number=number), first):
        lead = f"{place:>3}  "
        screen.say(f"{group.name} ({group.weight})", first=lead)
        for quote in group.quotes:
            screen.say(f"“{quote.words}”" if quote.words else "", indent=2 + len(lead))
            screen.say(quote.source, _QUIET, indent=2 + len(lead))


def corrections_to_terminal(
    corrections: Sequence[Correction], documents: Sequence[Document], console: Console
) -> None:
    """Print corrections, each with its number in the list; words that are not in the text are not shown.

    Parameters
    ----------
    corrections : sequence of Correction
        With the spans at which their words stand now.
    documents : sequence of Document
        The documents that these spans point into.
    console : rich.console.Console
        Where to print.
    """
    screen, texts = _Screen(console), {document.name: document.text for document in documents}
    for place, correction in enumerate(corrections, 1):
        name = clean(words.sign_name(correction.label))
        stands = texts.get(correction.document, "")[correction.start : correction.end] == correction.quote
        quote = f"“{shorten(clean(correction.quote), name)}”" if stands else words.NO_LONGER_FITS
        done = words.corrected_words(correction.done)
        screen.say(f"{done}: {name}: {quote} ({clean(correction.document)})", first=f"{place:>3}  ")


def _print_head(screen: _Screen, page: Page) -> None:
    screen.say(page.title, "bold", indent=0)
    screen.say(page.setting, _QUIET, indent=0)
    screen.line()
    if page.status:
        screen.say(page.status)
        screen.line()
    screen.say(page.headline, "bold")
    screen.say(page.spread)
    if page.band:
        _print_band(screen, page.band)
    for text in (words.BAND_MEANING if page.band else "", page.width, page.guess):
        screen.say(text, _QUIET)


def _print_band(screen: _Screen, band: Band) -> None:
    cells = min(screen.width - 12, 60)

    def cell(chance: int) -> int:
        return round(chance * (cells - 1) / 100)

    low, middle, high = cell(band.low), cell(band.middle), cell(band.high)
    glyphs = screen.glyphs
    screen.line()
    screen.line(
        ("    0 ", _QUIET),
        (glyphs.rest * low, _QUIET),
        (glyphs.band * (middle - low), _ACCENT),
        (glyphs.middle, f"bold {_ACCENT}"),
        (glyphs.band * (high - middle), _ACCENT),
        (glyphs.rest * (cells - 1 - high), _QUIET),
        (" 100", _QUIET),
    )
    labels = [" "] * (cells + 6)

    def write(text: str, at: int) -> None:
        labels[at : at + len(text)] = text

    write(str(band.low), max(0, 6 + low - len(str(band.low)) // 2))
    # Where the ends stand too close for the middle to fit between them, it is in the sentence above.
    if min(middle - low, high - middle) >= 4:
        write(str(band.middle), 6 + middle - 1)
    if high - low >= 4:
        write(str(band.high), 6 + high - 1)
    screen.line(("".join(labels), _ACCENT))
    screen.line()


def _print_list(screen: _Screen, heading: str, texts: Iterable[str], mark: str = "") -> None:
    texts = tuple(texts)
    if texts:
        screen.heading(heading)
    for text in texts:
        screen.say(text, first=mark)


def _print_steps(screen: _Screen, page: Page) -> None:
    if not page.steps:
        return
    screen.line()
    columns = _columns(screen, page)
    heading = words.HEADINGS["steps"]
    if page.number:
        name_width = columns + 2
        screen.line(
            (heading.ljust(name_width), f"bold {_ACCENT}"),
            ("moves  chance", _QUIET),
        )
    else:
        screen.line((heading, f"bold {_ACCENT}"))
    for step in page.steps:
        _print_step(screen, step, columns, number=page.number)
    if page.band:
        screen.line((f"  {words.TOGETHER:<{columns}}     {page.band.middle:>7}%", "bold"))
        screen.say(f"between {page.band.low} and {page.band.high}", indent=4)


def _columns(screen: _Screen, page: Page) -> int:
    """Return how wide the names of the rows may be."""
    room = screen.width - 2 - len(" moves  chance")
    if screen.width >= _BAR_FROM:
        room -= _BAR + 2
    longest = max(len(step.name) for step in page.steps)
    return max(_NAME_SHORTEST, min(room, longest + 1))


def _print_step(screen: _Screen, step: Step, columns: int, *, number: bool) -> None:
    from rich.cells import cell_len

    lines = screen.wrap(step.name, columns if number else screen.width - 10)
    padding = " " * (columns - cell_len(lines[0]))
    if number and step.after is not None:
        figures: list[tuple[str, str]] = [
            (f"{step.share:>5}", "" if step.strength else _QUIET),
            (f"{step.after:>7}%", ""),
        ]
        if screen.width >= _BAR_FROM:
            figures += [("  ", ""), *_bar(screen.glyphs, step)]
        screen.line(("  ", ""), (f"{lines[0]}{padding}", "bold"), *figures)
    else:
        signs = ("+" if step.strength > 0 else "-") * abs(step.strength) or (
            "" if step.kind == "base" else "."
        )
        screen.line((f"  {signs:<5} ", _ACCENT), (lines[0], "bold"))
    inner = 4 if number else 8
    for rest in lines[1:]:
        screen.line((" " * (2 if number else inner), ""), (rest, "bold"))
    screen.say(" · ".join(part for part in (step.weight, step.grade) if part), _QUIET, indent=inner)
    screen.say(step.reason, _QUIET, indent=inner)


def _bar(glyphs: _Glyphs, step: Step) -> list[tuple[str, str]]:
    """Draw what a row moves on the scale from 0 to 100, as a floating piece."""
    after = step.after or 0
    before = 0 if step.before is None else step.before
    least, most = sorted((before, after))
    begin = least * _BAR // 100
    end = max(begin + 1, -(-most * _BAR // 100))
    piece = glyphs.start if step.before is None else glyphs.up if after >= before else glyphs.down
    if step.before is not None and after == before:
        piece = "|"
        begin, end = min(begin, _BAR - 1), min(begin, _BAR - 1) + 1
    return [
        (glyphs.rest * begin, _QUIET),
        (piece * (end - begin), _ACCENT),
        (glyphs.rest * (_BAR - end), _QUIET),
    ]


def _print_ledger(screen: _Screen, page: Page) -> None:
    if page.groups or page.nothing_found:
        screen.heading(words.HEADINGS["quotes"])
    if page.nothing_found:
        screen.say(words.NOTHING_FOUND)
    for place, group in enumerate(page.groups):
        if place:
            screen.line()
        _print_group(screen, group, indent=2)
    if page.unweighed:
        screen.heading(words.HEADINGS["unweighed"])
        screen.say(words.UNWEIGHED, _QUIET)
        for group in page.unweighed:
            screen.line()
            _print_group(screen, group, indent=2)


def _print_group(
    screen: _Screen, group: Group, *, indent: int = 0, shown: int | None = _QUOTES_SHOWN
) -> None:
    screen.pair(group.name, group.weight, indent)
    for quote in group.quotes[:shown]:
        if quote.words:
            screen.say(f"“{quote.words}”", indent=indent + 2)
        screen.say(quote.source, _QUIET, indent=indent + 4)
    hidden = len(group.quotes[shown:]) if shown is not None else 0
    if hidden:
        screen.say(words.more_quotes(hidden), _QUIET, indent=indent + 2)


def _print_unseen(screen: _Screen, page: Page) -> None:
    if page.looked_for:
        screen.heading(words.HEADINGS["looked_for"])
        for absence in page.looked_for:
            screen.say(f"{absence.name}: {absence.weight}")
    if page.not_mentioned:
        screen.heading(words.HEADINGS["not_mentioned"])
        screen.say(page.not_mentioned_lead, _QUIET)
        screen.say(" · ".join(page.not_mentioned))


def _print_possibilities(screen: _Screen, possibilities: tuple[Possibility, ...]) -> None:
    if possibilities:
        screen.heading(words.HEADINGS["what_ifs"])
    for turn in possibilities:
        screen.say(", ".join(part for part in (turn.name, turn.by) if part))
        screen.say(turn.told, _QUIET, indent=4)


def _print_leanings(screen: _Screen, page: Page) -> None:
    if not page.leanings:
        return
    screen.heading(words.HEADINGS["hinges"])
    screen.say(page.hinge)
    for leaning in page.leanings[1:]:
        screen.line()
        screen.say(leaning.name)
        screen.say(leaning.told, _QUIET, indent=4)


def _print_outlook(screen: _Screen, page: Page) -> None:
    """Draw a row for each week and each day that matters: its chance on its band."""
    if not page.dates:
        return
    screen.heading(words.HEADINGS["outlook"])
    screen.say(words.OUTLOOK, _QUIET)
    cells = min(40, screen.width - 26)
    for week in page.weeks:
        if week.band is None or cells < _LEAST_CELLS:
            continue
        band = (week.band.low, week.band.middle, week.band.high)
        low, middle, high = (round(chance * (cells - 1) / 100) for chance in band)
        glyphs = screen.glyphs
        screen.line(
            (f"  {week.day:<16}", "bold" if week.told else ""),
            (f"{week.band.middle:>3}  ", "bold" if week.told else ""),
            (glyphs.rest * low, _QUIET),
            (glyphs.band * (middle - low), _ACCENT),
            (glyphs.middle, f"bold {_ACCENT}"),
            (glyphs.band * (high - middle), _ACCENT),
            (glyphs.rest * (cells - 1 - high), _QUIET),
        )
    for when in page.dates:
        chance = f" ({when.band.middle} of 100)" if when.band else ""
        screen.say(f"{when.day}: {when.told}; {when.level}{chance}")


def _print_todos(screen: _Screen, page: Page) -> None:
    if page.todos:
        screen.heading(words.HEADINGS["next_steps"])
    for place, todo in enumerate(page.todos, 1):
        first = f"{place}. "
        screen.say(todo.action, "bold", first=first)
        screen.say(" · ".join(part for part in (todo.on, todo.reason) if part), _QUIET, indent=2 + len(first))
