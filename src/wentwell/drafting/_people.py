"""Who was there: names that the record holds for sure, and none that it may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.utils import parseaddr

from wentwell.drafting._words import listed
from wentwell.interview import Document, Interview

_LONGEST = 40
_LONGEST_LABEL = 200
_PARTICLES = listed("name_particles")
_TITLES = listed("titles")
_NO_NAMES = listed("no_names")
_TITLE = r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev)\."
# only a title or an initial goes on after a stop: elsewhere the sentence ends there
_NAME = rf"(?:{_TITLE}|[A-Z]\.|[A-Z\u00C0-\u00DE\u0141\u015A\u0160\u017D][^\W\d_]*(?:['’-][^\W\d_]+)*)"
_FULL = (
    rf"(?:{_TITLE} )?{_NAME}(?: (?:(?:van|von|de|der|den|da|di|du|la|le|el|al|bin|del|dos) )*{_NAME}){{0,2}}"
)
_ROLE = (
    r"(?:head|manager|director|lead|leader|ceo|cto|cfo|coo|founders?|co-?founders?|recruiter|hr|partner|"
    r"engineer|analyst|chief|vp|president|owner|supervisor|boss|principal|consultant|officer|chair|designer|"
    r"developer|scientist|sister|matron|teacher|headteacher|coordinator|editor|interviewer|people services|"
    r"talent|led it|hiring|people|operations|ops|sales|marketing|finance|product|engineering|team)"
)
_MET = (
    r"(?i:\b(?:met|met with|interviewed by|interviewer was|interviewers were|spoke to|spoke with|"
    r"talked to|talked with|panel was|it was)\s+)"
)
_WITH = r"(?i:\b(?:with|by|met|to)\s+)"
_TOLD_ROLE = re.compile(
    rf"{_WITH}(?P<name>{_FULL})(?:,| \()\s?(?=(?:[^,.()\n]{{0,40}}\b)?{_ROLE}\b)", re.MULTILINE
)
_TWO_NAMES = re.compile(rf"{_MET}(?P<name>{_FULL})(?: and (?P<other>{_FULL}))?")
_AFTER_ROLE = re.compile(
    r"(?P<before>(?:\S{1,30} ){0,3})\b(?i:manager|director|recruiter|founder|interviewer|supervisor|owner|"
    rf"principal|matron|ward sister|charge nurse|headteacher|"
    rf"ceo|cto|team lead|head of [a-z]+)(?:,? (?:called|named|is|was))?,? (?P<name>{_FULL})"
)
_PANEL = re.compile(
    r"(?i:\bpanel(?: of \w+)?|\binterviewers|\bpeople there|\bthey were)\s?: ?(?P<list>[^\n]{3,300})"
)
_NOT_THERE = re.compile(r"(?i:\b(?:my|old|former|ex|previous|last|their|mate|friend|not)\b)")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the record names."""

    name: str
    """As the record spells it."""
    source: str
    """Name of the document that holds it, or ``--to``."""

    @property
    def first(self) -> str:
        """The first name; the whole name where there is a title or one word only."""
        words = self.name.split()
        return self.name if words[0].casefold().rstrip(".") in _TITLES else words[0]


def as_name(text: str | None) -> str | None:
    """Return a speaker's label as a name, if it surely is one."""
    if text is None or len(text) > _LONGEST_LABEL:
        return None
    plain = " ".join(re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text).split()).strip(" ,;:")
    words = plain.split()
    if not 1 <= len(words) <= 4 or len(plain) > _LONGEST or len(plain) < 2:
        return None
    for word in words:
        bare = word.replace("-", "").replace("'", "").replace("’", "").rstrip(".")
        if not bare.isalpha() or (bare[0].islower() and word not in _PARTICLES):
            return None
        if word.casefold().rstrip(".") in _NO_NAMES:
            return None
    # one word in capitals is a label or an abbreviation
    if len(words) == 1 and (plain.isupper() or len(plain) < 3) and plain.isascii():
        return None
    return plain


def interviewers(interview: Interview) -> tuple[Person, ...]:
    """Return who interviewed, as far as the record names them, in the order of their first words.

    Names of speakers count first, then those that the notes put in the interview by plain words, such as
    "met Jane Okafor, head of ops". Whoever is only mentioned is left out.
    """
    found: list[Person] = []
    employer = interview.opportunity.employer.casefold().split() if interview.opportunity else []
    mine = candidate(interview)
    for kind in ("transcript", "notes"):
        for document in interview.documents:
            if document.kind == kind:
                _merge(found, list(_named_in(document)), employer, mine)
    return tuple(found)


def _named_in(document: Document) -> Iterator[Person]:
    source = document.name or document.kind
    if document.kind == "transcript":
        for turn in document.turns:
            name = as_name(turn.name or turn.speaker) if turn.role == "interviewer" else None
            if name:
                yield Person(name, source)
        return
    for name in _named_in_notes(document.text):
        yield Person(name, source)


def _named_in_notes(text: str) -> Iterator[str]:
    found: list[tuple[int, str]] = []
    for match in _TOLD_ROLE.finditer(text):
        if not _NOT_THERE.search(text[max(0, match.start() - 14) : match.start()]):
            found.append((match.start("name"), match["name"]))
    for match in _TWO_NAMES.finditer(text):
        found += [
            (match.start(group), match[group])
            for group in ("name", "other")
            if match[group] and " " in match[group]
        ]
    for match in _AFTER_ROLE.finditer(text):
        if not _NOT_THERE.search(match["before"]):
            found.append((match.start("name"), match["name"]))
    for match in _PANEL.finditer(text):
        found += [
            (match.start("list") + at, name)
            for at, name in _listed(match["list"])
            if " " in name or f"{name} (" in match["list"]
        ]
    for _, name in sorted(found):
        known = as_name(name.rstrip("."))
        if known:
            yield known


def _listed(words: str) -> Iterator[tuple[int, str]]:
    """Yield the names that begin the parts of a list, what stands in brackets left out."""
    flat = re.sub(r"\([^)]*\)", lambda match: " " * len(match[0]), words)
    for part in re.finditer(rf"(?:\s*{_TITLE})?[^,;.&]+?(?=,|;|\.|&| and |$)", flat):
        name = re.match(rf"\s*(?:and )?(?P<name>{_FULL})\s*$", part[0])
        if name:
            yield part.start(), name["name"]


def _merge(found: list[Person], people: list[Person], employer: Sequence[str], mine: str | None) -> None:
    for person in people:
        words = person.name.casefold().split()
        if any(word in employer for word in words) or (mine and person.name.casefold() in mine.casefold()):
            continue
        same = next((at for at, known in enumerate(found) if _same(known.name, person.name)), None)
        if same is None:
            found.append(person)
        elif len(words) > len(found[same].name.split()):
            found[same] = person


def _same(one: str, other: str) -> bool:
    """Whether two names can be one person's: equal, or the one is a word of the other."""
    short, long = sorted((_without_title(one), _without_title(other)), key=len)
    return short == long or (len(short) == 1 and short[0] in long)


def _without_title(name: str) -> list[str]:
    words = name.casefold().split()
    return words[1:] if len(words) > 1 and words[0].rstrip(".") in _TITLES else words


def candidate(interview: Interview) -> str | None:
    """Return the candidate's own name: the speaker's in a talk, else whom a mail is addressed to."""
    names: list[str] = []
    for document in interview.documents:
        names += [
            name
            for turn in document.turns
            if turn.role == "candidate" and (name := as_name(turn.name or turn.speaker))
        ]
        if document.kind == "mail" and document.mail is not None and len(document.mail.recipients) == 1:
            name = as_name(parseaddr(document.mail.recipients[0])[0])
            names += [name] if name else []
    return max(dict.fromkeys(names), key=lambda name: len(name.split()), default=None)


def correspondent(interview: Interview) -> Person | None:
    """Return who wrote the newest mail of the employer, machines left out."""
    mails = [
        document
        for document in interview.documents
        if document.kind == "mail" and document.mail is not None and not document.mail.automatic
    ]
    for document in sorted(mails, key=lambda one: (one.mail and one.mail.date) or "", reverse=True):
        name = as_name(parseaddr((document.mail and document.mail.sender) or "")[0])
        if name and not _same(name, candidate(interview) or ""):
            return Person(name, document.name or "mail")
    return None


def _short_of_title(name: str) -> str:
    """Return a title with the surname: "Dr. Ann Whitlock" is addressed as "Dr. Whitlock"."""
    words = name.split()
    titled = len(words) == 3 and words[0].casefold().rstrip(".") in _TITLES
    return f"{words[0]} {words[2]}" if titled else name


def _on_first_names(interview: Interview) -> bool:
    """Whether the employer greets the candidate by first name."""
    me = candidate(interview)
    if me is None or len(me.split()) < 2:
        return False
    first, *rest = me.split()
    greeting = re.compile(
        rf"\b(?i:hi|hello|dear|hey|welcome|thanks|thank you|morning|afternoon),? {re.escape(first)}\b"
        rf"(?! {re.escape(rest[0])})"
    )
    return any(greeting.search(words) for words in _theirs(interview))


def _theirs(interview: Interview) -> Iterator[str]:
    """Yield what the employer said or wrote."""
    for document in interview.documents:
        if document.kind == "mail":
            yield document.text
        for turn in document.turns:
            if turn.role == "interviewer":
                yield document.text[turn.start : turn.end]


def is_formal(interview: Interview) -> bool:
    """Whether people in the record call one another by title and surname."""
    return any(
        re.search(r"\b(?:Mr|Mrs|Ms|Mx|Dr)\.? [A-Z]", document.text)
        for document in interview.documents
        if document.kind in ("transcript", "mail")
    )


def address(person: Person, interview: Interview) -> str:
    """Return how to address somebody: by first name only where the record does so, and nobody is formal.

    It does so where it calls them so, or where they greet the candidate by first name.
    """
    first = person.first
    if first == person.name:
        return person.name if person.source == "--to" else _short_of_title(person.name)
    if is_formal(interview):
        return person.name
    if _on_first_names(interview):
        return first
    rest = re.escape(person.name[len(first) :].strip())
    alone = re.compile(rf"\b{re.escape(first)}\b(?! {rest})")
    used = any(alone.search(document.text) for document in interview.documents)
    return first if used else person.name
