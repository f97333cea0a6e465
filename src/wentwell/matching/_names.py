"""Names made comparable: of employers, of people, of jobs."""

# ruff: noqa: E501 (a pattern is read as a whole)

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "&": " and ",
        "+": " and ",
    }
)
_WITH_E = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_NO_WORD = re.compile(r"[^a-z0-9]+")
_LEGAL = frozenset(
    """ltd limited inc incorporated llc llp lp plc gmbh mbh ggmbh ag kg kgaa ohg ug se sa sas sarl srl spa sl bv nv
    oy oyj ab as asa aps corp corporation co company pty pte kk ev cic cio pbc na""".split()  # noqa: SIM905
)
_WEAK = frozenset(
    """group holding holdings international global worldwide technologies technology tech solutions services
    systems software consulting digital labs lab partners studio studios health healthcare media europe uk usa
    deutschland ventures industries enterprises networks energy foundation trust association society institute
    and of for the""".split()  # noqa: SIM905
)
_SHORTEST = 4
"""Letters of a name by which an employer is known without the rest of it."""
_AFFIXES = (
    ("get", "try", "join", "hello", "team", "we", "go", "use", "the", "work", "weare", "my"),
    (
        "hq",
        "app",
        "labs",
        "group",
        "careers",
        "jobs",
        "tech",
        "uk",
        "io",
        "inc",
        "ltd",
        "team",
        "global",
        "mail",
        "ag",
        "gmbh",
    ),
)
_SEVERAL = re.compile(r"\s*[()/|]\s*|\s+(?:trading as|t/a|d/?b/?a|formerly|part of|by|via)\s+", re.IGNORECASE)

_EXPANDED = {
    "sr": "senior", "snr": "senior", "jr": "junior", "jnr": "junior", "eng": "engineer", "engr": "engineer",
    "dev": "developer", "mgr": "manager", "mgmt": "management", "swe": "software engineer", "sde": "software engineer",
    "pm": "product manager", "qa": "quality assurance", "ops": "operations", "asst": "assistant", "admin": "administrator",
    "exec": "executive", "ux": "user experience", "hr": "human resources", "ml": "machine learning",
    "biz": "business", "rep": "representative", "coord": "coordinator", "frontend": "front end", "backend": "back end",
    "fullstack": "full stack", "programme": "program",
}  # fmt: skip
_NOT_THE_JOB = frozenset(
    """m f d w x mfd remote hybrid onsite full part time permanent temporary contract the a an of for and in at ii
    iii iv i all genders level based""".split()  # noqa: SIM905
)
JOB_NOUNS = (
    "engineer|developer|programmer|analyst|manager|designer|scientist|nurse|teacher|accountant|consultant|technician|"
    "assistant|administrator|director|officer|specialist|coordinator|architect|driver|cook|chef|baker|carer|cleaner|"
    "clerk|representative|associate|executive|lead|intern|trainee|apprentice|researcher|lecturer|electrician|mechanic|"
    "librarian|editor|writer|receptionist|supervisor|planner|buyer|tester|operator|advisor|adviser|therapist|"
    "pharmacist|paralegal|solicitor|bookkeeper|strategist|controller|surveyor|curator|translator|fellow"
)
_TITLE = re.compile(
    rf"\b(?:(?:[A-Z][\w/&-]*|of|and|to|for)[ ]){{0,4}}?(?:[A-Z][\w/&-]*[ ]){{0,4}}(?:{JOB_NOUNS.title()})\b(?:,? [A-Z][a-z]+)?"
)
_A_JOB = re.compile(rf" (?:{JOB_NOUNS}) ")
_FOR_ROLE = re.compile(
    r"\b(?:the|our|your|a|an|for)\s+(?P<job>(?:[\w/&-]+[ ]){0,4}?[\w/&-]+)\s+(?:role|position|vacancy|post|opening)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:ref(?:erence)?|req(?:uisition)?|job\s?id|vacancy|posting|job)\b\.?\s*(?:no\.?|number|id|code|#)?\s*[:#]?\s*"
    r"(?P<number>(?=[\w/-]*\d{3})[A-Z0-9][A-Z0-9/_-]{3,19})|\b(?P<bare>(?:JR|REQ|R|JOB)[-_]?\d{4,9})\b",
    re.IGNORECASE,
)
_NAMES = re.compile(r"(?<![\w@.])([A-ZÀ-Þ][\w'’-]+) ([A-ZÀ-Þ][\w'’-]+)(?: ([A-ZÀ-Þ][\w'’-]+))?")
_NO_NAME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march
    april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec dear
    hi hello hey kind best warm many thank thanks regards please your the our interview video call when where who
    guests calendar""".split()  # noqa: SIM905
)


def fold(text: str) -> str:
    """Return a text in small plain letters and digits, one space between words and at both ends."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    words = _NO_WORD.sub(" ", "".join(sign for sign in plain if not unicodedata.combining(sign)))
    return f" {words.strip()} "


@dataclass(frozen=True, slots=True)
class Names:
    """The ways in which an employer may be written, folded, with a space at both ends."""

    whole: frozenset[str]
    """Without its legal form."""
    core: frozenset[str]
    """Without weak words such as "Group" too; they may belong to somebody else."""
    short: frozenset[str]
    """Its first letters, of names of three words and more."""

    def fits(self, letters: str) -> float:
        """Return how well the letters of a domain fit: 1 for the name itself, .5 for a part of it, else 0."""
        whole = {name.replace(" ", "") for name in self.whole}
        if not letters:
            return 0.0
        if letters in whole:
            return 1.0
        bare = _without_affixes(letters)
        core = {name.replace(" ", "") for name in self.core}
        if bare & whole or bare & core or any(name.strip() in bare for name in self.short):
            return 0.75
        long = [name for name in whole | core if len(name) >= _SHORTEST + 1]
        if any(
            letters.startswith(name) or (len(letters) > _SHORTEST and name.startswith(letters))
            for name in long
        ):
            return 0.5
        return 0.0


@cache
def employer_names(employer: str) -> Names:
    """Return the ways in which an employer may be written."""
    whole, core, short = set(), set(), set()
    spelt = employer.translate(_WITH_E)
    for part in dict.fromkeys(name for told in (employer, spelt) for name in (told, *_SEVERAL.split(told))):
        words = fold(part).split()
        while size := _legal_form(words):
            del words[-size:]
        if len(words) > 1 and words[0] == "the":
            words = words[1:]
        if len("".join(words)) < 2:
            continue
        whole.add(f" {' '.join(words)} ")
        strong = [word for word in words if word not in _WEAK and word not in _LEGAL]
        for some in (strong, strong[:1] if len(words) > 1 else []):
            if len("".join(some)) >= _SHORTEST:
                core.add(f" {' '.join(some)} ")
        if len(words) > 2:
            short.add(f" {''.join(word[0] for word in words)} ")
            fewer = [word[0] for word in words if word not in {"and", "of", "for", "the"}]
            if len(fewer) > 2:
                short.add(f" {''.join(fewer)} ")
    return Names(frozenset(whole), frozenset(core - whole), frozenset(short))


def _legal_form(words: Sequence[str]) -> int:
    """Return how many words at the end of a name are its legal form: three of "S.A.S.", two of "& Co"."""
    for size in (3, 2):
        if (
            len(words) > size
            and all(len(word) == 1 for word in words[-size:])
            and "".join(words[-size:]) in _LEGAL
        ):
            return size
    if len(words) > 1 and (words[-1] in _LEGAL or list(words[-2:]) == ["and", "co"]):
        return min(2 if words[-1] == "co" and words[-2] == "and" else 1, len(words) - 1)
    return 0


@cache
def person_name(name: str) -> str:
    """Return a person's name folded; "Lee, Ann" as "Ann Lee"; empty if it has fewer than two words."""
    name = re.sub(r"\(.*?\)|\bvia\b.*|\bat\b.*|\bfrom\b.*", " ", name)
    last, comma, first = name.partition(",")
    words = fold(f"{first} {last}" if comma else name).split()
    return f" {' '.join(words)} " if len(words) > 1 else ""


@cache
def job_words(job: str) -> frozenset[str]:
    """Return the words of a job that tell it from others, abbreviations written out."""
    folded = (_EXPANDED.get(word, word).split() for word in fold(job).split())
    return frozenset(word for some in folded for word in some if word not in _NOT_THE_JOB)


@cache
def job_phrases(job: str) -> frozenset[str]:
    """Return the job folded, as written and without what stands in brackets or after a dash or comma."""
    bare = re.split(r"\s[-–|]\s|[(,]", job)[0]
    return frozenset(name for name in (fold(job), fold(bare)) if len(name.split()) > 1)


def expanded(folded: str) -> frozenset[str]:
    """Return the words of a folded text, abbreviations written out as well."""
    words = folded.split()
    more = (_EXPANDED[word].split() for word in words if word in _EXPANDED)
    return frozenset(words).union(*more)


def jobs_named(text: str) -> tuple[frozenset[str], ...]:
    """Return the words of each job that a text seems to name."""
    found = [match[0] for match in _TITLE.finditer(text)]
    found += [match["job"] for match in _FOR_ROLE.finditer(text)]
    jobs = {job_words(name.rpartition(" the ")[2]) for name in found}
    return tuple(sorted((job for job in jobs if job), key=sorted))


def people_named(text: str) -> frozenset[str]:
    """Return what may be names of people in a text: two words in capitals beside each other, folded."""
    found = set()
    for match in _NAMES.finditer(text):
        words = [word for word in match.groups() if word]
        for pair in pairwise(words):
            folded = fold(" ".join(pair))
            some = folded.split()
            if len(some) > 1 and _NO_NAME.isdisjoint(some) and not _A_JOB.search(folded):
                found.add(folded)
    return frozenset(found)


def references_in(text: str) -> frozenset[str]:
    """Return the numbers of postings that a text names, in capitals."""
    found = (match["number"] or match["bare"] for match in _REFERENCE.finditer(text))
    return frozenset(reference(number) for number in found)


def without_references(job: str) -> str:
    """Return a job's title without the number of its posting."""
    return _REFERENCE.sub(" ", job).replace("()", " ").strip(" -,|/")


def reference(number: str) -> str:
    """Return a posting's number made comparable."""
    return re.sub(r"[^A-Z0-9]", "", number.upper())


@cache
def _without_affixes(letters: str) -> frozenset[str]:
    found = {letters}
    found |= {letters.removeprefix(word) for word in _AFFIXES[0]}
    found |= {some.removesuffix(word) for some in set(found) for word in _AFFIXES[1]}
    return frozenset(some for some in found if len(some) > 2)
