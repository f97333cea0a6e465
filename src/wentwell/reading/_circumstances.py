"""Circumstances that notes tell in passing: which round it was, how it was held, what kind of employer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from wentwell.reading._durations import number_of

Kind = Literal["stage", "format", "employer", "finalists", "referred"]


class Told(NamedTuple):
    """One circumstance, and where a sentence tells it."""

    kind: Kind
    sentence: int
    start: int
    end: int
    option: str = ""
    """The value, as the `Context` names it."""
    is_plain: bool = False
    """Whether the words say that it is this interview: they win over all others."""
    is_other: bool = False
    """Whether they speak of what was before, is to come, or is elsewhere: they count for nothing."""


_FIRST_SENTENCES = 2
"""Notes often begin with what they are about, and with no word that says so: "Second round at the bank"."""

_CLAUSE = re.compile(r"(?:(?! - | and then | and | then | but | so )[^,;:.!?()])+")
_OTHER = re.compile(
    r"\b(?:next|later|will|would|wo?n't|wont|i'll|they'll|he'll|she'll|there's|theres|there (?:is|are|"
    r"will)|if|"
    r"hop(?:e|ed|ing|efully)|might|may|maybe|could|should|invit(?:e|ed|es|ing)|invitation|(?:through|"
    r"forward|on) to|"
    r"mov(?:e|ed|es|ing)|go on|before|after|afterwards|ago|(?:weeks?|days?|months?) back|previous(?:ly)?|"
    r"earlier|"
    r"last (?:week|month|year|time)|past|other|another|friend|mate|website|process|rounds|stages|steps|"
    r"skip(?:ped)?|"
    r"come back|back for|again|arranged?|book(?:ed)?|scheduled?|set up|wants?|wanted|asked (?:if|whether)|"
    r"following|"
    r"usually|normally|not|no|never|didn't|didnt|without|instead|supposed|expected|questions?|feedback|"
    r"this week|"
    r"for the (?:second|final|next)|email(?:ed)?|mail(?:ed)?|by)\b"
)
_PLAIN = re.compile(
    r"\b(?:this (?:was|is|one|being)|it was|that was|today|tonight|this (?:morning|afternoon|evening)|"
    r"yesterday|"
    r"just (?:had|got|finished|off|out|did|done|back|came|come|been)|had (?:my|a|the|our)|did (?:my|a|the)|"
    r"been (?:for|to)|went (?:for|to|in)|out of|off (?:the|a|my)|back from|came out|walked out|finished|"
    r"(?:fresh|straight) from|done with)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:the other (?:place|one|firm|company)|last (?:week|month|year|time)|no ?(?:one|body)|not|never|"
    r"didn't|didnt|if|"
    r"will|would|could|next|invited?|before)\b"
)

_ROUND = r"(?:round|interview|stage|chat|call|talk|meeting|loop)"
_STAGES = {
    "screen": r"(?:phone|telephone|recruiter|hr|initial) screen(?:ing)?|screener|screening (?:interview|"
    r"call|chat|round)|"
    r"(?:recruiter|hr|intro(?:ductory)?) (?:call|chat)|"
    r"(?:call|chat) with (?:the |their |a |an )?(?:(?:internal|in-house|agency) )?(?:recruiter|hr)",
    "first": rf"(?:first|1st)[ -]{_ROUND}|(?:round|interview|stage) (?:number )?(?:one|1)|first of (?:two|"
    rf"three|four|\d)",
    "second": rf"(?:second|2nd|third|3rd)[ -]{_ROUND}|(?:round|interview|stage) (?:number )?(?:two|2|three|"
    rf"3)",
    "final": rf"final[ -](?:\w+ )?(?:{_ROUND}|panel|presentation)|last (?:interview|round|stage)|super ?day",
    "single": r"only (?:one|the one) (?:interview|round|stage)|single[- ]stage",
    "informal": r"informal (?:chat|coffee|call|talk|meeting|interview|lunch)|"
    r"(?:quick |just a )?(?:coffee|lunch|beer|pint) with (?:the|their) (?:founder|owner|boss|manager|team|"
    r"director|ceo)|"
    r"trial (?:shift|day|morning|afternoon)",
}
_FORMATS = {
    "recorded": r"(?:one[- ]way|(?:pre-?)?recorded) video (?:interview)?|recorded my answers|"
    r"answers? to (?:a|the) camera",
    "video": r"(?:on|over|by|via|off) (?:the |a |my )?(?:zoom|teams|google meet|skype|webex|"
    r"video(?: call)?|webcam)|"
    r"(?:zoom|teams|skype|video|webex) (?:interview|call|chat|meeting|froze|dropped|with|w/)|"
    r"cameras? (?:was |were )?(?:on|off)|"
    r"(?:his|her|their|my) (?:camera|webcam)|(?:was|were|himself|herself|myself) (?:on )?mute[d]?|on mute|"
    r"shared (?:my|his|her|the) screen",
    "phone": r"(?:phone|telephone) (?:interview|chat)|(?:interview|call|chat|it was|this was|all|done) "
    r"(?:was )?(?:over|on|by) (?:the )?(?:phone|telephone)|hung up|on speaker(?:phone)?",
    "onsite": r"(?:interview|all|day|held|was|were|it) (?:on[- ]?site|in person|face[- ]to[- ]face)|"
    r"(?:showed|shown|walked|took|taken|toured) me (?:a?round|out|over|up|down|back|to the (?:door|lift|"
    r"gate))|"
    r"shook (?:my )?hands?|handshake|(?:at|in|the) reception|receptionist|"
    r"in the (?:car ?park|lobby|corridor|canteen|lift|hallway|foyer|waiting room)|trial (?:shift|day|"
    r"morning)|"
    r"(?:made|offered|brought|poured|got) me (?:a |some )?(?:tea|coffee|water|brew|cuppa)|"
    r"visitor(?:'s)? badge|"
    r"sat me (?:down|in)|across the (?:table|desk)|(?:her|his) handshake",
}
_AT = (
    r"\b(?:(?:interview\w*|round|screen|chat|call|role|job|post|vacancy|just got out|it|"
    r"this) (?:\w+ ){0,5}?(?:at|with|for|in) |"
    r"(?:it's|it is|its|they're|they are|theyre|(?:company|place|firm|outfit) is|this is|it was) )"
    r"(?:an? |the |this |our |still a |quite a |very |one of the |local )*(?:[\w-]+ ){0,2}?"
)
_EMPLOYERS = {
    "startup": r"start-?up|seed[- ]stage|series [abc]|scale-?up",
    "public": r"council|civil service|nhs|government (?:department|agency|office)|ministry|local authority|"
    r"public sector|"
    r"state school|police|fire service|city hall",
    "non-profit": r"charity|non-?profit|ngo",
    "agency": r"(?:recruitment|staffing|temp(?:ing)?) agency",
    "large": r"(?:big|large|huge|massive|giant) (?:bank|corporate|corporation|company|firm|consultancy|"
    r"retailer|insurer|telco|"
    r"supermarket)|multinational|fortune \d+|ftse \d+|big four|global (?:company|firm|bank)",
    "small": r"(?:small|tiny|little) (?:family |local |independent )?(?:business|firm|company|shop|"
    r"practice|studio|outfit)|"
    r"family[- ](?:run|owned)|family (?:business|firm)",
}
_OPTIONS: dict[Kind, dict[str, str]] = {"stage": _STAGES, "format": _FORMATS, "employer": _EMPLOYERS}
_OF_A_ROUND: tuple[Kind, ...] = ("stage", "format")
_NOT_THIS_EMPLOYER = re.compile(
    r"\b(?:my (?:current|old|last|previous|own|present|first|time|experience)|i (?:work|worked|used|left|"
    r"run|ran|told|"
    r"said|explained|talked|described)|i've (?:worked|been|only)|used to|other (?:place|one|job|firm|"
    r"company|offer)|"
    r"friend|mate|another|clients?|customers?|not|never|if|like)\b"
)
_FEW = r"two|three|four|five|2|3|4|5"
_FINALISTS = re.compile(
    rf"\bdown to (?:the )?(?:final |last )?(?P<a>{_FEW})(?: of us| candidates| people|"
    rf" finalists)?(?=[,.;!]|$| now| left)"
    rf"|\b(?:one of|in|among|between) the (?:final|last) (?P<b>{_FEW})(?: candidates| people)?(?=[,.;!]|$|"
    rf" now| for)"
    rf"|\b(?P<c>{_FEW}) (?:candidates|of us|finalists)(?: are)? left\b"
    r"|\b(?:between |down to )?me (?:and|or) one other(?: person| candidate)?\b"
)
_REFERRED = re.compile(
    r"\b(?:(?:was|been|got) referred (?:by|from|internally)|referred me|"
    r"(?:through|via|by|on) (?:an? )?(?:employee |internal |inside )?referral|"
    r"(?:friend|mate|cousin|sister|brother|neighbour|colleague|aunt|uncle|pal|buddy) (?:who |"
    r"that )?(?:already )?works there "
    r"(?:\w+ ){0,2}?(?:recommended|put|passed|vouched|referred))\b"
)
_DENIED = re.compile(
    r"\b(?:not|no|never|nobody|without|didn't|didnt|wasn't|wasnt|if|whether|hop(?:e|ed|ing)|wish|asked|"
    r"other|another)\b"
)


def circumstances(sentences: Sequence[str]) -> list[Told]:
    """Return what notes tell of the circumstances of the interview, in the order of the text.

    Parameters
    ----------
    sentences : sequence of str
        Plain and in lower case.

    Returns
    -------
    list of Told
        Words about other rounds are left out. Where the words of a kind disagree, those that plainly speak
        of this interview are taken alone; the caller sees whether these agree.
    """
    told = [one for number, text in enumerate(sentences) for one in _in_sentence(number, text)]
    found = [one for one in told if one.kind not in ("stage", "format") and not one.is_other]
    found += _of_this([one for one in told if one.kind == "format"])
    stages = [one for one in told if one.kind == "stage"]
    here = _of_this(stages)
    # without a word that says so, a round may be any of those that were gone through
    is_one = len({one.option for one in stages}) == 1
    found += [one for one in here if one.is_plain or (is_one and one.sentence < _FIRST_SENTENCES)]
    return sorted(found, key=lambda one: (one.sentence, one.start, one.end))


def _of_this(told: Iterable[Told]) -> list[Told]:
    here = [one for one in told if not one.is_other]
    return [one for one in here if one.is_plain] or here


def _in_sentence(number: int, text: str) -> Iterator[Told]:
    for clause in _CLAUSE.finditer(text):
        is_plain, is_other = bool(_PLAIN.search(clause[0])), bool(_OTHER.search(clause[0]))
        is_elsewhere = bool(_ELSEWHERE.search(clause[0]))
        for kind in _OF_A_ROUND:
            for option, pattern in _compiled(kind):
                # what only happens in a room happened, whatever else the words speak of
                is_not_here = is_elsewhere if option == "onsite" else is_other
                for match in pattern.finditer(clause[0]):
                    start, end = (clause.start() + place for place in match.span())
                    yield Told(kind, number, start, end, option, is_plain, is_not_here)
    if not _NOT_THIS_EMPLOYER.search(text):
        for option, pattern in _compiled("employer"):
            for match in pattern.finditer(text):
                yield Told("employer", number, *match.span(1), option)
    for match in _FINALISTS.finditer(text):
        if not _DENIED.search(text, 0, match.start()):
            few = match["a"] or match["b"] or match["c"]
            yield Told("finalists", number, *match.span(), str(int(number_of(few))) if few else "2")
    for match in _REFERRED.finditer(text):
        if not _DENIED.search(text):
            yield Told("referred", number, *match.span())


@cache
def _compiled(kind: Kind) -> list[tuple[str, re.Pattern[str]]]:
    """Compile the patterns of a kind when they are first needed."""
    before = _AT if kind == "employer" else r"\b"
    return [(option, re.compile(rf"{before}({words})\b")) for option, words in _OPTIONS[kind].items()]
