"""Names and headings made comparable."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_LINK = re.compile(r"\s*\(https?://[^()\s]*\)\s*$")
_NO_LETTERS = re.compile(r"[^\w]+|_")

_LEGAL_FORMS = frozenset(
    """inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh mbh ag kg kgaa ohg ug ev
    eg sa sas sasu sarl srl sl slu spa bv nv ab as asa oy oyj aps pty pvt""".split()  # noqa: SIM905
)
"""Words that say what kind of firm it is and not which: they are taken off the end of a name."""
_TWO_AT_THE_END = frozenset({("co", "kg"), ("s", "a"), ("s", "l"), ("e", "v"), ("b", "v"), ("n", "v")})
_OPEN_TO_ALL = re.compile(r"[(\[]\s*(?:all genders|[mwfdxhngta]\s*(?:[/|*,]\s*[mwfdxhngta]\s*)+)[)\]]", re.I)
"""What stands behind a job's name to say that anybody may apply: (m/w/d), (H/F)."""


def words_of(text: str) -> str:
    """Return a text in small letters without accents, with one space between words."""
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign)
    )
    return " ".join(_NO_LETTERS.sub(" ", plain).split())


def heading_words(heading: str) -> str:
    """Return the words of a heading, also of one written ``likeThis`` or ``like_this``."""
    return words_of(_CAMEL.sub(" ", heading))


def unlinked(name: str) -> str:
    """Return a name without the address that some programs put in brackets behind it."""
    return _LINK.sub("", name).strip()


@lru_cache(maxsize=65_536)
def employer_key(name: str) -> str:
    """Return what is the same for an employer however it is written, with or without its legal form."""
    words = words_of(name.replace("&", " and ")).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    shorter = list(words)
    while len(shorter) > 1:
        if tuple(shorter[-2:]) in _TWO_AT_THE_END and len(shorter) > 2:
            shorter = shorter[:-2]
        elif shorter[-1] in _LEGAL_FORMS or (shorter[-1] == "and" and len(shorter) < len(words)):
            shorter = shorter[:-1]
        else:
            break
    return " ".join(shorter) or name.casefold().strip()


@lru_cache(maxsize=65_536)
def job_key(name: str) -> str:
    """Return what is the same for a job however it is written; C, C++ and C# stay three."""
    name = _OPEN_TO_ALL.sub(" ", name)
    name = re.sub(r"(?<=\w)\+\+", " plusplus ", name)
    name = re.sub(r"(?<=\w)#", " sharp ", name)
    return words_of(name)
