"""The words that the measures count: plain lists, so that anybody can check a count by hand."""

from __future__ import annotations

import re

from wentwell.interview import QuestionKind


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(phrases) + r")(?!\w)", re.IGNORECASE)


WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_COUNTED = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|"
    "billion|"
    "dozen|half|twice"
)
NUMBER = re.compile(
    rf"(?<!\w)(?:\d+(?:[.,:]\d+)*|(?:{_COUNTED})(?!\w)(?:[ -](?:and )?(?:{_COUNTED})(?!\w))*)", re.IGNORECASE
)
"""A number in figures or words; "one" is left out, as it mostly means a person or thing."""
FILLER = _any(
    "u+h*m+",
    "u+h+",
    "e+r+m*",
    "h+m+",
    "m+h*m+",
    "you know",
    "i mean",
    "(?<=, )like(?=,)",
    "basically",
    "literally",
    "or something",
    "and stuff",
)
HEDGE = _any(
    "i think",
    "i guess",
    "i suppose",
    "i feel like",
    "i(?:['’]d| would) say",
    "i hope",
    "maybe",
    "perhaps",
    "probably",
    "possibly",
    "hopefully",
    "somewhat",
    "sort of",
    "kind of",
    "a bit",
    "a little",
    "not (?:really |quite |that |so )?sure",
    "might",
)
SITUATION = _any(
    "when (?:i|we|my|our|the|they|he|she|a|one|there)",
    "while (?:i|we)",
    r"(?:last|that|this) (?:year|month|week|spring|summer|autumn|fall|winter|january|february|march|"
    r"april|may|"
    r"june|july|august|september|october|november|december)",
    r"in (?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:19|20)\d\d)",
    "at (?:the|that) time",
    r"(?:at|in) my (?:\w+ )?(?:job|role|company|team|firm|school|position)",
    "years? ago",
    "months? ago",
    "back (?:in|then|when)",
    "there (?:was|were)",
    "we (?:had|were|needed)",
    "i was",
    "the (?:problem|situation|trouble|task|issue) was",
    "one (?:day|time)",
)
_IRREGULAR = (
    "agreed|built|wrote|rang|led|made|ran|found|went|split|took|drew|sent|put|told|spoke|brought|taught|began|cut|"
    "set|sold|bought|got|won|held|kept|met|chose|gave|did|left out|sat|broke|rewrote"
)
_STATES = (
    "need|want|lik|lov|hop|seem|happen|mean|believ|enjoy|expect|suppos|hat|wonder|wish|appli|us|intend|assum|"
    "bas|concern|interest|scar|tir"
)
ACTION = re.compile(
    r"(?<!\w)i(?:['’](?:ve|d)| have| had| then| also| first| even| just| simply| always| finally)*,? "
    rf"(?:{_IRREGULAR}|(?!(?:{_STATES})ed\b)[a-z]{{2,}}(?<!e)ed)(?!\w)",
    re.IGNORECASE,
)
RESULT = _any(
    "as a result",
    "in the end",
    "since then",
    "after that",
    "afterwards",
    "(?:the|one) (?:result|outcome|effect)",
    "(?:which|that|this) (?:meant|led|saved|made|brought|cut|raised)",
    r"(?:it|we|they|that|this)(?:['’]s)?(?: \w+)? (?:saved|caught|cut|grew|fell|rose|dropped|doubled|halved|"
    r"tripled|improved|increased|reduced|finished|delivered|shipped|launched|won|took|kept|stopped|worked)",
    "so (?:now|that)",
    r"(?:went|came|was|is|are) (?:up|down|back|done|solved|fixed|gone)",
    r"i (?:learned|learnt|took away)",
    r"per ?cent",
    "faster",
    "fewer",
)

_STOP_WORDS_TOLD = """
able about after again also another anything because been before being bit both could does doing
done each else even ever every from gave give given goes going have having here into just kind know
like little look lot make many maybe mean might more most much must need one only other over please
quite really said same says should some something still such sure take tell than that their them
then there these they thing things think this those time times told very want wanted were what when
where which while whom whose will with within without would years you'd you're your yours yourself
"""
_STOP_WORDS = frozenset(_STOP_WORDS_TOLD.split())


def content_stems(text: str) -> frozenset[str]:
    """Return what the words with a meaning of their own begin with (five letters), whatever their ending."""
    words = (found.casefold() for found in WORD.findall(text))
    return frozenset(word[:5] for word in words if len(word) >= 4 and word not in _STOP_WORDS)


_KINDS: tuple[tuple[QuestionKind, re.Pattern[str]], ...] = (
    (
        "example",
        re.compile(
            r"\ba time (?:when|you|that|in)|\b(?:an|one|another) example\b|\bfor example\?|\ban? (?:occasion|"
            r"instance)\b|\bdescribe a (?:time|situation|project|moment)|\bhave you ever\b|"
            r"\bwhat did you do\b",
            re.IGNORECASE,
        ),
    ),
    (
        "fact",
        re.compile(
            r"\bnotice period\b|\bwhen (?:could|can|would) you (?:start|begin|join)|\b(?:salary|pay)\b|"
            r"\bwhere are you based\b|\bavailab|\bhow (?:long|many years) have you\b|\bvisa\b|\bpermit\b|"
            r"\bgaps? (?:in|on|between)\b|"
            r"\bwhy (?:did you|do you want to|are you|i|we) (?:leave|leaving|left)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "improve",
        re.compile(
            r"\bweakness|\bshortcoming|\b(?:you|should) (?:should )?improve\b|\bfail(?:ed|ure)\b|\bmistake",
            re.IGNORECASE,
        ),
    ),
    (
        "hypothetical",
        re.compile(
            r"\b(?:what|how|where|which|who) would you\b|\bwould you (?:do|handle|deal)|\bsuppose\b|"
            r"\bimagine\b|\bwhat if\b|^and if\b",
            re.IGNORECASE,
        ),
    ),
    (
        "self",
        re.compile(
            r"\b(?:tell|talk) (?:me|us)[^.?!]{0,24} about (?:you|yourself)\b|\b(?:walk|take|talk) (?:me|us) "
            r"through your\b|\bintroduce yourself\b|\boutline of your\b",
            re.IGNORECASE,
        ),
    ),
    (
        "motive",
        re.compile(
            r"\bwhy (?:do|did|would|are|should|us|this|here|the|our|you|we)\b|\bwhat (?:makes|made|"
            r"attract\w*|"
            r"drew|draws|interests?) (?:you|u)\b|\bwhy (?-i:[A-Z])",
            re.IGNORECASE,
        ),
    ),
)


def kind_of(question: str) -> QuestionKind:
    """Say what a question asks for, by its words."""
    return next((kind for kind, pattern in _KINDS if pattern.search(question)), "other")
