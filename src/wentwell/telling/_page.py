"""An answer as the ordered, cleaned pieces that the terminal, Markdown and HTML lay out.

Every text in here is cleaned already; each face escapes it for its own syntax. Where no number is wanted, the
figures are left out here, so that no face can show one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from wentwell.interview import (
    Answer,
    Assessment,
    Contribution,
    Document,
    Evidence,
    Hinge,
    NextStep,
    Outlook,
    OutlookDay,
    Unseen,
    WhatIf,
)
from wentwell.telling import _words as words
from wentwell.telling._clean import clean, shorten

Tidy = Callable[[str], str]


@dataclass(frozen=True)
class Band:
    """The chance and its band in whole percents."""

    low: int
    middle: int
    high: int


_WORTH_FOLDING = 3
"""So many rows that hardly matter, one after the other, are told as one."""


@dataclass(frozen=True)
class Quote:
    """Words that show a sign: what was said, by whom, where, and how sure it is."""

    words: str
    source: str
    found: Evidence
    """What it was made of: where the words stand."""


@dataclass(frozen=True)
class Group:
    """A sign with its quotes."""

    name: str
    weight: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Step:
    """One row of the waterfall."""

    kind: str
    name: str
    weight: str
    """Which way it points and how strongly, in words."""
    strength: int
    """The same from -4 (against) to 4 (for)."""
    grade: str
    reason: str
    source: str
    before: int | None
    """The chance before it, in whole percents; ``None`` for the base rate, or if no number is wanted."""
    after: int | None
    """The chance with it; ``None`` if no number is wanted."""

    @property
    def share(self) -> str:
        """What it moves the chance by, in points; empty for the base rate, or if no number is wanted."""
        if self.before is None or self.after is None:
            return ""
        moved = self.after - self.before
        return f"+{moved}" if moved > 0 else f"\N{MINUS SIGN}{-moved}" if moved < 0 else "0"


@dataclass(frozen=True)
class Absence:
    """A sign that was looked for and not seen."""

    name: str
    weight: str


@dataclass(frozen=True)
class Possibility:
    """A thing still possible, and what it would make of the chance."""

    name: str
    by: str
    told: str
    band: Band | None
    compared: bool
    """Whether it can be set beside the chance as it is now."""


@dataclass(frozen=True)
class Leaning:
    """A fact that the chance leans on, and what it would be otherwise."""

    name: str
    told: str
    band: Band | None


@dataclass(frozen=True)
class Waiting:
    """The chance on a day to come, if nothing comes."""

    day: str
    told: str
    """Why this day matters; empty if it is only one of the weeks."""
    level: str
    """The chance in words."""
    band: Band | None
    after: int
    """Days from today."""


@dataclass(frozen=True)
class Todo:
    """A next step."""

    action: str
    on: str
    reason: str


@dataclass(frozen=True)
class Page:
    """An answer, ready to lay out from top to bottom."""

    title: str
    setting: str
    status: str
    """What the words tell of the step that is done; empty if they tell nothing, or the end of it all."""
    headline: str
    """What to say first: the end, where the words tell one, else the chance in words."""
    spread: str
    """The sentence after it: the band, or a word on the end."""
    band: Band | None
    width: str
    guess: str
    warnings: tuple[str, ...]
    steps: tuple[Step, ...]
    groups: tuple[Group, ...]
    unweighed: tuple[Group, ...]
    looked_for: tuple[Absence, ...]
    not_mentioned: tuple[str, ...]
    not_mentioned_lead: str
    """What it means that nobody mentioned them."""
    possibilities: tuple[Possibility, ...]
    hinge: str
    """The single fact that would change it most, in a sentence; empty if there is none."""
    leanings: tuple[Leaning, ...]
    weeks: tuple[Waiting, ...]
    """The coming weeks if nothing comes; empty if no number is wanted."""
    dates: tuple[Waiting, ...]
    """The days that matter then."""
    todos: tuple[Todo, ...]
    notes: tuple[str, ...]
    number: bool

    @property
    def closing(self) -> str:
        """What to say last."""
        return f"{words.WEIGHTS} {words.CLOSING}" if self.steps else words.CLOSING

    @property
    def nothing_found(self) -> bool:
        """Whether there is no quote to show."""
        return not self.groups and not self.unweighed


def lay_out(answer: Answer, *, number: bool = True) -> Page:
    """Put an answer into the order in which it is told."""
    assessment, interview = answer.assessment, answer.interview
    name = _tidy(words.name_without_figures, number=number)
    prose = _tidy(words.without_figures, number=number)
    ended, status = words.closed(assessment), words.status_sentences(assessment)
    weighed = {found for part in assessment.contributions for found in part.evidence}
    quotes = _Quotes(interview.documents, number=number)
    groups = tuple(
        Group(name(part.name), _weight(part), quotes.of(part.evidence, part.name))
        for part in assessment.contributions
        if part.evidence
    )
    others = quotes.by_sign(found for found in interview.evidence if found not in weighed)
    return Page(
        title=_title(answer),
        setting=clean(words.setting_words(assessment)),
        status="" if ended else " ".join(status),
        headline=status[0] if ended else words.chance_sentence(assessment),
        spread=status[1] if ended else words.band_sentence(assessment, number=number),
        band=None if ended else _band(assessment, number=number),
        width="" if ended else words.width_sentence(assessment),
        guess=words.guess_sentence(assessment.gut, number=number),
        warnings=_kept(answer.warnings, name),
        steps=_steps(assessment, name, prose, number=number),
        # Where the words tell the end, nothing is weighed any more, and they are what it stands on.
        groups=(*groups, *others) if ended else groups,
        unweighed=() if ended else others,
        looked_for=tuple(_absence(sign, name) for sign in assessment.unseen if sign.counted),
        not_mentioned=tuple(name(sign.name) for sign in assessment.unseen if not sign.counted),
        not_mentioned_lead=words.NOT_MENTIONED_COUNTS
        if any(part.kind == "not_mentioned" for part in assessment.contributions)
        else words.NOT_MENTIONED,
        possibilities=tuple(
            _possibility(turn, assessment, name, number=number) for turn in assessment.what_would_change
        ),
        hinge=clean(words.hinge_sentence(assessment, number=number)),
        leanings=tuple(
            Leaning(
                name(hinge.name),
                words.hinge_words(hinge, assessment, number=number),
                _band(hinge, number=number),
            )
            for hinge in assessment.hinges
        ),
        weeks=_weeks(assessment) if number else (),
        dates=_dates(assessment, number=number),
        todos=tuple(_todo(step, name, prose) for step in answer.next_steps),
        notes=_kept(assessment.notes, prose),
        number=number,
    )


def ledger(
    evidence: Iterable[Evidence], documents: Sequence[Document], *, number: bool = True
) -> tuple[Group, ...]:
    """Group quotes by their sign, in the order in which the signs first appear."""
    return _Quotes(documents, number=number).by_sign(evidence)


def one_by_one(
    evidence: Iterable[Evidence], documents: Sequence[Document], *, number: bool = True
) -> tuple[Group, ...]:
    """Tell each piece of evidence by itself, in the given order."""
    quotes = _Quotes(documents, number=number)
    names = ((found, words.sign_name(found.label)) for found in evidence)
    return tuple(Group(clean(name), clean(found.label), quotes.of([found], name)) for found, name in names)


class _Quotes:
    """Tells quotes with the documents that they stand in."""

    def __init__(self, documents: Sequence[Document], *, number: bool) -> None:
        self._documents = documents
        self._number = number

    def by_sign(self, evidence: Iterable[Evidence]) -> tuple[Group, ...]:
        grouped: dict[str, list[Evidence]] = {}
        for found in evidence:
            grouped.setdefault(found.label, []).append(found)
        names = {label: words.sign_name(label) for label in grouped}
        return tuple(
            Group(clean(names[label]), "", self.of(found, names[label])) for label, found in grouped.items()
        )

    def of(self, evidence: Iterable[Evidence], about: str) -> tuple[Quote, ...]:
        return tuple(self._quote(found, about) for found in evidence)

    def _quote(self, found: Evidence, about: str) -> Quote:
        document = self._document_of(found)
        told = (
            words.who(found, document),
            words.where(found, document),
            words.sureness_words(found, number=self._number),
        )
        return Quote(
            words=shorten(clean(found.quote), about),
            source=" · ".join(part for part in map(clean, told) if part),
            found=found,
        )

    def _document_of(self, found: Evidence) -> Document | None:
        holding = (
            document
            for document in self._documents
            if document.text[found.start : found.end] == found.quote
            and found.document in (None, document.name)
        )
        return next(holding, None)


def _tidy(without: Tidy, *, number: bool) -> Tidy:
    return clean if number else lambda text: without(clean(text))


def _kept(texts: Iterable[str], tidy: Tidy) -> tuple[str, ...]:
    return tuple(text for text in map(tidy, texts) if text)


def _title(answer: Answer) -> str:
    opportunity = answer.interview.opportunity
    if opportunity is None:
        return words.UNTITLED
    told = (clean(opportunity.job), clean(opportunity.employer))
    return ", ".join(part for part in told if part) or words.UNTITLED


def _band(chances: Assessment | WhatIf | Hinge | OutlookDay, *, number: bool) -> Band | None:
    if not number:
        return None
    return Band(words.percent(chances.low), words.percent(chances.probability), words.percent(chances.high))


def _steps(assessment: Assessment, name: Tidy, prose: Tidy, *, number: bool) -> tuple[Step, ...]:
    parts = assessment.contributions
    steps: list[Step] = []
    before: int | None = None
    rows = zip(parts, words.running_chances(parts), strict=True)
    for small, run in groupby(rows, key=lambda row: _hardly_matters(row[0])):
        told = list(run)
        if small and len(told) >= _WORTH_FOLDING:
            after = words.percent(told[-1][1]) if number else None
            steps.append(_folded([name(part.name) for part, _ in told], before, after))
            before = after
            continue
        for part, chance in told:
            after = words.percent(chance) if number else None
            steps.append(_step(part, chance, (before, after), name, prose))
            before = after
    return tuple(steps)


def _hardly_matters(part: Contribution) -> bool:
    return part.kind in ("sign", "not_seen") and words.strength(part.log_odds) == 0


def _folded(names: Sequence[str], before: int | None, after: int | None) -> Step:
    """Make one row of many that move hardly anything: they would hide the few that do."""
    return Step(
        kind="folded",
        name=f"{len(names)} more",
        weight=words.strength_words(0.0),
        strength=0,
        grade="",
        reason=" · ".join(names),
        source="",
        before=before,
        after=after,
    )


def _step(
    part: Contribution, chance: float, moved: tuple[int | None, int | None], name: Tidy, prose: Tidy
) -> Step:
    is_base, (before, after) = part.kind == "base", moved
    return Step(
        kind=part.kind,
        name=name(part.name),
        weight=words.chance_words(chance) if is_base else _weight(part),
        strength=0 if is_base else words.strength(part.log_odds),
        grade=words.grade_words(part.grade) if part.grade else "",
        reason=_begun(prose(part.reason)),
        # Sources quote the figures that they are the source of.
        source=clean(part.source or "") if after is not None else "",
        before=before,
        after=after,
    )


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _weight(part: Contribution) -> str:
    return words.LIMIT if part.kind == "limit" else words.strength_words(part.log_odds)


def _absence(sign: Unseen, name: Tidy) -> Absence:
    return Absence(name(sign.name), words.strength_words(sign.log_odds))


def _possibility(turn: WhatIf, now: Assessment, name: Tidy, *, number: bool) -> Possibility:
    return Possibility(
        name=name(turn.name),
        by=f"by {words.day(turn.by)}" if turn.by else "",
        told=words.what_if_words(turn, now, number=number),
        band=_band(turn, number=number),
        compared=words.comparable(turn, now),
    )


def _weeks(assessment: Assessment) -> tuple[Waiting, ...]:
    outlook = assessment.outlook
    if outlook is None:
        return ()
    reasons = {when.day: words.outlook_words(when) for when in reversed(outlook.dates)}
    reasons = {outlook.days[0].day: words.TODAY} | reasons
    return tuple(_waiting(one, reasons.get(one.day, ""), outlook, number=True) for one in outlook.days)


def _dates(assessment: Assessment, *, number: bool) -> tuple[Waiting, ...]:
    outlook = assessment.outlook
    if outlook is None:
        return ()
    return tuple(
        _waiting(when, words.outlook_words(when, number=number), outlook, number=number)
        for when in outlook.dates
    )


def _waiting(when: OutlookDay, told: str, outlook: Outlook, *, number: bool) -> Waiting:
    return Waiting(
        day=words.day(when.day),
        told=told,
        level=words.chance_words(when.probability),
        band=_band(when, number=number),
        after=(when.day - outlook.days[0].day).days,
    )


def _todo(step: NextStep, name: Tidy, prose: Tidy) -> Todo:
    return Todo(name(step.action), words.day(step.on) if step.on else "", prose(step.reason))
