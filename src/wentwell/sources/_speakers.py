"""What can stand before a colon as a speaker, and what cannot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

_GENERIC = re.compile(
    r"(?:(?:unknown\s+)?(?:speaker|spk|participant|person|guest|caller|panell?ist|interviewer|interviewee|"
    r"candidate|applicant|recruiter|host|moderator|s|q|a|unknown|me|them|you|i|us|hr|hm|int|hiring manager|"
    r"manager|panel|agent|question|answer)[\s_#-]*(?:[0-9]{1,3}|[a-d])?)",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    """de da do dos das del della der den di du la le van von ter ten bin ibn al el y and of from at
    the""".split()  # noqa: SIM905
)
# Words that head a note, a form or an aside. A person called one of these is rarer than the heading.
_NOT_SPEAKERS = frozenset(
    """
    action actions actually additionally address afternoon age agenda also although and answers anyway
    aside ask asked assignment atmosphere attendees background bad basically bcc because begin
    behavioral behavioural benefits besides best better bonus bottom break budget but call category
    cause caution cc challenge chapter city clearly client closed closing coding coffee commute comp
    company compensation con concern concerns conclusion cons contact contacts cost costs culture date
    day deadline december decision department dept design disclaimer disliked doctype done doubt doubts
    due duration duties e-mail e.g edit effect eg email employer end environment equity etc evening
    example examples exercise experience fact facts fax february feedback feeling feelings figure file
    finally finish first firstly flag flags follow-up followup followups format fortunately fourth
    frankly friday from ftp fw fwd fyi generally goal goals good grade green gut happened hated hence
    highlight highlights hint holiday holidays honestly hourly hours how however http https hybrid i.e
    idea ideas ie important impression impressions improve improvements instead insurance interestingly
    interview interviewees interviewers intro introduction issue issues item items january job july
    keywords kind language last lastly learning learnings length lesson lessons level liked link list
    location loved lowlight lowlights luckily lunch mail mailto march maybe meaning meanwhile meeting
    minus minuses missing mobile monday month mood morning name names nb negative negatives next no note
    notes notice november obviously october offer office ok okay onsite open or otherwise outcome
    outline outro overall overview p.p.s p.s page panelists part participants pay pending pension people
    perhaps perks phone place plan plans plus plusses point points position positive positives present
    presentation price priority pro problem problems product progress project projects pros ps q&a qa
    questions range rate rating re reason reasons recap recording red reference references region
    remember reminder remote reply reply-to requirements responsibilities result results right risk
    risks role round sadly said salary saturday score second secondly section sent september skills so
    solution sometimes source sources specifically stack stage start starting status step steps still
    strengths style subject summary sunday sure surprisingly system table tags takeaway takeaways task
    tasks team tech technical tel tell test then therefore thing things third thirdly though thoughts
    thursday thus time tip tips title tl;dr tldr to to-do today todo told tomorrow tone tools topic
    topics total tour transcript transcription travel tuesday type unclear unfortunately unknowns update
    updates url usually vacation verdict version vibe vibes visa wage warm-up warmup warning weaknesses
    web website webvtt wednesday week welcome well went what when where who why worse worst wrap-up
    wrapup x-timestamp-map yeah year yes yesterday
    """.split()  # noqa: SIM905
)
_SURNAMES = frozenset(
    {"best", "bright", "day", "good", "page", "point", "price", "travel", "welcome", "well"}
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NOT_SPEAKER_PHRASES = frozenset(
    {
        "hiring process",
        "in short",
        "my take",
        "salary range",
        "what i did not like",
        "what i liked",
        "what went badly",
        "what went well",
        "working hours",
    }
)
# Only the first characters of a line are looked at, so that a line of a megabyte costs nothing.
_HEAD = 160
_PLAIN = re.compile(
    r"\s{0,8}(?:[-*•]\s{1,4})?(?:\*\*|__|\*)?"
    r"([^\W\d_][^:：\n<>{}\[\]()*]{0,59}(?:\([^()\n]{1,30}\))?|[A-Z]+_[0-9]{1,3})"
    r"(?:\*\*|__|\*)?\s{0,4}(?:：|:(?:\*\*|__|\*)?(?=\s|$|[\"“']))\s*"
)
_WORD_EDGE = "'’\"“”.,()[]*_"
_LONGEST = 60
_MOST_WORDS = 6
_MOST_LOOSE_WORDS = 3


def plain_label(line: str) -> tuple[str, str] | None:
    """Split ``Name: text`` (also ``**Name:** text``); ``None`` if the line does not begin so."""
    match = _PLAIN.match(line[:_HEAD])
    if match is None:
        return None
    return " ".join(match[1].split()), line[match.end() :].strip()


@lru_cache(maxsize=4096)
def is_role_word(label: str) -> bool:
    """Tell whether a label names a part in a talk rather than a person: "Me", "Speaker 2", "Interviewer"."""
    return _GENERIC.fullmatch(label.strip()) is not None


def personal_name(label: str) -> str | None:
    """Return the label if it looks like a person's name, not like "Speaker 1" or "Me"."""
    return None if is_role_word(label) or not any(map(str.isalpha, label)) else label


@lru_cache(maxsize=4096)
def is_heading(label: str) -> bool:
    """Tell whether a label heads a note or a form: "Pros", "Salary", "Next steps"."""
    plain = _plain_words(label)
    if not plain or is_role_word(label.strip()):
        return False
    first, last = plain[0].strip(_WORD_EDGE), plain[-1].strip(_WORD_EDGE)
    return (
        " ".join(plain) in _NOT_SPEAKER_PHRASES
        or first in _NOT_SPEAKERS
        or (last in _NOT_SPEAKERS and last not in _SURNAMES)
        or any(_YEAR.fullmatch(word.strip(_WORD_EDGE)) for word in plain)
    )


@lru_cache(maxsize=4096)
def can_speak(label: str, loose: bool = False) -> bool:
    """Tell whether a label can be a speaker: a name or a part in a talk, not a heading of a note.

    ``loose``: a time stands beside it, so names in small letters are believed too.
    """
    label = label.strip()
    if not label or len(label) > _LONGEST:
        return False
    if is_role_word(label):
        return True
    words = _plain_words(label)
    if not words or len(words) > _MOST_WORDS or is_heading(label) or not any(map(str.isalpha, label)):
        return False
    if loose:
        return len(words) <= _MOST_LOOSE_WORDS
    if len(words) == 1 and not any(character.isupper() for character in label):
        return words[0][0].isalpha()  # "ann", or a script without capitals; whether it recurs decides
    return all(_can_be_of_a_name(word) for word in label.split())


def _plain_words(label: str) -> list[str]:
    return " ".join(label.casefold().split()).strip(_WORD_EDGE).split()


def _can_be_of_a_name(word: str) -> bool:
    bare = word.strip(_WORD_EDGE)
    if not bare or bare in "-–—&+|/":
        return True
    if bare.casefold() in _PARTICLES or "/" in bare or "@" in bare or "_" in bare:
        return True
    return not bare[0].islower()


def is_talk(labels: Sequence[str]) -> bool:
    """Tell whether labels, in the order of their lines, are people taking turns.

    Somebody must come back after another spoke. Questions and answers must alternate.
    """
    order = [label.casefold() for label in labels]
    changes = [one for one, _ in groupby(order)]
    distinct = set(order)
    if len(distinct) < 2:
        return False
    if distinct <= {"q", "a", "question", "answer"}:
        return len(order) >= 4 and len(changes) >= 0.9 * len(order)
    return len(changes) > len(distinct) and len(order) >= 1.4 * len(distinct)
