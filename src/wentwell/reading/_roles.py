"""Who is who in a talk: found from the talk itself, and said plainly when it is only a guess."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from wentwell.interview import Document, SpeakerRole, Turn
from wentwell.reading._normal import normal

# Labels that say outright who somebody is.
_SAYS_INTERVIEWER = re.compile(
    r"\b(?:interviewers?|hiring manager|recruiters?|hr|human resources|panel(?:l?ist)?|talent|manager|"
    r"them|employer|"
    r"recruiting|talent partner)\b"
)
_SAYS_CANDIDATE = re.compile(r"^(?:me|you|myself)$|\b(?:candidate|applicant|interviewee|job ?seeker)\b")
_SAYS_OTHER = re.compile(
    r"\b(?:receptionist|reception|unidentified|passer-?by|announcement|recording|note ?taker)\b"
)

_ASKS = re.compile(
    r"\?|^(?:so |and |okay |ok |right |um |now |well |but |yeah |cool |great |alright )*(?:what|how|why|"
    r"when|where|who|which|do you|"
    r"did you|have you|can you|could you|are you|were you|would you|tell me|tell us|walk me|walk us|talk "
    r"me|give me|"
    r"describe|is there|any )\b"
)
_EMPLOYER = re.compile(
    r"\btell (?:me|us) (?:about|a bit|a little|why|what)|\b(?:walk|talk) (?:me|us) through\b|\bwhy do you "
    r"want\b|\bwhat made you\b|"
    r"\bwhat (?:would|do|did|are|'s|is|attracted|drew) (?:you|your)\b|\b(?:any|have you any|do you have "
    r"any|got any) questions? (?:for|to ask)"
    r"|\bthanks? (?:you )?for (?:coming|joining|making|your time|taking)|\bwe're looking for\b|\bwe are "
    r"looking for\b|"
    r"\b(?:this|the) (?:role|position|post|job) (?:is|would|will|sits|reports)|\byou'?d be\b|\byou would "
    r"be\b|\byou'll be\b|"
    r"\bour (?:team|company|clients?|customers|department|office|store|school)\b|\bnext (?:steps?|stage|"
    r"question|one)\b|"
    r"\b(?:let you know|be in touch|get back to you)\b|\byour (?:cv|resume|notice|experience|background|"
    r"application|current|last|"
    r"form|expected|salary)\b|\bgive (?:me|us) an example\b|\ba time (?:when|you|that you)\b|\bhave you "
    r"(?:ever|got|any|done|worked|used)\b|"
    r"\bhow (?:would|do|did) you\b|\bwould you\b|\bdo you (?:have|know|think|want|mind|drive|like)\b|"
    r"\bi'm (?:the|your) (?:\w+ )?(?:manager|"
    r"recruiter|head|director)\b|\bi run\b|\bi look after\b|\bon your\b|\bmy questions\b|\bother "
    r"candidates\b|\bwe (?:do|have|get|run|use)\b"
)
_APPLICANT = re.compile(
    r"\bthanks? (?:you )?for (?:having|seeing|inviting|the opportunity)|\bi'?d (?:love|like) to (?:work|"
    r"join|learn|be part)|"
    r"\bmy (?:current|last|previous|old|first) (?:job|role|manager|boss|company|place|employer|team|"
    r"school|firm)|\bat my (?:current|last)|"
    r"\bi (?:was|worked|started|moved|left|managed|led|built|studied|trained|applied|graduated|learned|"
    r"learnt|helped|ended up|got|did|"
    r"went|used to|had|took|wanted)\b|\bi've (?:been|worked|always|done|got|never|had)\b|\bive (?:been|"
    r"worked|done|got|had)\b|"
    r"\bi (?:saw|read) (?:the|your|that you)\b|\bmy (?:degree|notice|course|university|cv|manager|boss|"
    r"supervisor|internship|dissertation)\b|"
    r"\bi'm (?:looking for|on|currently|at)\b|\bi can start\b|\bcan i ask\b|\bin my (?:role|job|team|last|"
    r"current)\b|\bwhen i was\b|"
    r"\bwhat (?:does|would|is) (?:success|a typical|the team)\b|\bwould i\b|\bwill i\b|\bdo i\b"
)
_I = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|my|me|myself|im|ive)\b")
_YOU = re.compile(r"\b(?:you|your|you're|you've|you'd|you'll|yourself|youre|youve|u|ur)\b")
_WORD = re.compile(r"[\w']+")

# How much a speaker's habits speak for the candidate, per turn on average.
_WEIGHTS = {"asks": -1.6, "employer": -1.5, "applicant": 1.3, "mine": 2.2, "long": 0.5}
_SURE = 0.5
_LEAST_TURNS = 4
_FEW_TURNS, _FEW_WORDS, _SHORT_STAY = 0.11, 0.09, 0.45
_SWITCH = 1.2

_KEPT = " (once it is kept: say it on the page, wentwell serve)"
"""An interview in the journal is put right there: the commands that show it do not take a name."""


class RoleFinding(NamedTuple):
    """A talk with its roles filled in, and how far to trust them."""

    document: Document
    sure: bool
    """Whether the roles are known, not merely guessed."""
    message: str | None
    """What to tell the person when they are not."""


@dataclass
class _Speaker:
    key: str
    shown: str
    names: tuple[str, ...]
    turns: list[int] = field(default_factory=list)
    words: int = 0
    score: float = 0.0
    given: SpeakerRole | None = None


def find_roles(document: Document, i_am: str | None = None) -> RoleFinding:
    """Find who is the interviewer and who the candidate.

    Parameters
    ----------
    document : Document
        A talk. Roles that are given are kept; those that were only guessed are guessed anew.
    i_am : str, optional
        The candidate's name or speaker label, or a part of it; it settles the candidate.

    Returns
    -------
    RoleFinding
        The document with every role filled, whether that is sure, and a message where it is not.
        Roles that are not sure are marked as guessed.
    """
    document = _without_guesses(document)
    speakers = _speakers(document)
    if i_am is not None:
        return _told(document, speakers, i_am)
    if all(turn.role for turn in document.turns):
        return RoleFinding(document, True, None)
    known = {speaker.key for speaker in speakers if speaker.given == "candidate"}
    if known:
        return RoleFinding(_settled(document, speakers, known), True, None)
    return _by_turn(document) if len(speakers) < 2 else _guessed(document, speakers)


def _without_guesses(document: Document) -> Document:
    if not any(turn.guessed for turn in document.turns):
        return document
    return document.model_copy(
        update={
            "turns": tuple(
                turn.model_copy(update={"role": None, "guessed": False}) if turn.guessed else turn
                for turn in document.turns
            )
        }
    )


def _as_guess(found: Document, before: Document, given: Collection[str] = ()) -> Document:
    """Mark the roles that neither a document nor the label of a speaker gave."""
    turns = tuple(
        turn.model_copy(update={"guessed": True})
        if old.role is None and (_key(old) is None or _key(old) not in given)
        else turn
        for turn, old in zip(found.turns, before.turns, strict=True)
    )
    return found.model_copy(update={"turns": turns})


def _told(document: Document, speakers: Sequence[_Speaker], i_am: str) -> RoleFinding:
    """Believe the person who says who they are."""
    mine = _called(i_am, speakers)
    if len(mine) == 1:
        settled = _settled(document, speakers, {mine[0].key}, believed=True)
        return RoleFinding(settled, True, None)
    found = "more than one speaker" if mine else "no speaker"
    message = f"I found {found} called {i_am!r}. {_list(speakers)} Use --i-am with one of these names."
    return RoleFinding(find_roles(document).document, False, message)


def _guessed(document: Document, speakers: Sequence[_Speaker]) -> RoleFinding:
    """Take the speaker who talks most like a candidate."""
    _score(document, speakers)
    ranked = sorted(
        (speaker for speaker in speakers if speaker.given is None), key=lambda speaker: -speaker.score
    )
    if not ranked:
        message = f"None of the speakers seems to be the candidate. {_list(speakers)} Use --i-am NAME."
        return RoleFinding(_settled(document, speakers, set()), False, message)
    best, *rest = ranked
    settled = _settled(document, speakers, {best.key})
    enough = len(best.turns) >= _LEAST_TURNS and len(document.turns) >= 2 * _LEAST_TURNS
    if not rest or (enough and best.score - rest[0].score >= _SURE):
        return RoleFinding(settled, True, None)
    message = (
        f"I took {best.shown} for the candidate, but I am not sure. {_list(speakers)} "
        f"If that is wrong, use --i-am NAME with your own name{_KEPT}."
    )
    given = {speaker.key for speaker in speakers if speaker.given is not None}
    return RoleFinding(_as_guess(settled, document, given), False, message)


def _speakers(document: Document) -> list[_Speaker]:
    """Return the speakers in the order in which they first speak."""
    speakers: dict[str, _Speaker] = {}
    for number, turn in enumerate(document.turns):
        key = _key(turn)
        if key is None:
            continue
        names = tuple(dict.fromkeys(name for name in (turn.name, turn.speaker) if name))
        speaker = speakers.setdefault(key, _Speaker(key, names[0], names))
        speaker.names = tuple(dict.fromkeys((*speaker.names, *names)))
        speaker.turns.append(number)
        speaker.words += len(_WORD.findall(document.words(turn)))
        speaker.given = speaker.given or turn.role
    for speaker in speakers.values():
        speaker.given = speaker.given or _said_by_label(speaker.names)
    return list(speakers.values())


def _key(turn: Turn) -> str | None:
    return turn.speaker or turn.name or None


def _said_by_label(names: Sequence[str]) -> SpeakerRole | None:
    plain = [" ".join(normal(name).split()) for name in names]
    if any(_SAYS_CANDIDATE.search(name) for name in plain):
        return "candidate"
    if any(_SAYS_OTHER.search(name) for name in plain):
        return "other"
    return "interviewer" if any(_SAYS_INTERVIEWER.search(name) for name in plain) else None


def _called(name: str, speakers: Sequence[_Speaker]) -> list[_Speaker]:
    """Return who is called so: by the whole name, else by a word of it, else by a part."""
    wanted = " ".join(name.casefold().split())
    if not wanted:
        return []

    def names(speaker: _Speaker) -> list[str]:
        return [" ".join(own.casefold().split()) for own in speaker.names]

    return (
        [speaker for speaker in speakers if wanted in names(speaker)]
        or [speaker for speaker in speakers if any(wanted in own.split() for own in names(speaker))]
        or [speaker for speaker in speakers if any(wanted in own for own in names(speaker))]
    )


def _list(speakers: Sequence[_Speaker]) -> str:
    shown = ", ".join(dict.fromkeys(speaker.shown for speaker in speakers))
    return f"The speakers are: {shown}." if shown else "The speakers have no names."


def _settled(
    document: Document, speakers: Sequence[_Speaker], mine: set[str], believed: bool = False
) -> Document:
    """Fill the roles around a known candidate: interviewers, but for those who only look in."""
    roles: dict[str, SpeakerRole] = {}
    total, words = len(document.turns), max(1, sum(speaker.words for speaker in speakers))
    for speaker in speakers:
        given = speaker.given if speaker.given != "candidate" else None
        roles[speaker.key] = "candidate" if speaker.key in mine else given or _beside(speaker, total, words)
    if speakers and "interviewer" not in roles.values():
        beside = [speaker for speaker in speakers if speaker.key not in mine and speaker.given is None]
        if beside:
            roles[max(beside, key=lambda speaker: speaker.words).key] = "interviewer"

    def filled(turn: Turn) -> Turn:
        role = roles.get(_key(turn) or "", "other")
        if turn.role == role or (turn.role and not (believed and "candidate" in (turn.role, role))):
            return turn
        return turn.model_copy(update={"role": role})

    return document.model_copy(update={"turns": tuple(filled(turn) for turn in document.turns)})


def _beside(speaker: _Speaker, total: int, words: int) -> SpeakerRole:
    """Tell somebody who only looks in from an interviewer."""
    stay = (speaker.turns[-1] - speaker.turns[0] + 1) / total
    is_long_talk = total >= 4 * _LEAST_TURNS
    few = len(speaker.turns) / total <= _FEW_TURNS and speaker.words / words <= _FEW_WORDS
    return "other" if is_long_talk and few and stay <= _SHORT_STAY else "interviewer"


def _score(document: Document, speakers: Sequence[_Speaker]) -> None:
    """Give each speaker a score: the higher, the more like a candidate."""
    texts = [normal(document.words(turn)) for turn in document.turns]
    average = sum(speaker.words for speaker in speakers) / max(1, len(texts))
    total = len(texts)
    for speaker in speakers:
        own = [texts[number] for number in speaker.turns]
        score = sum(_like_candidate(text, average) for text in own) / (len(own) + 1.5)
        share = len(own) / total
        # In a talk with several interviewers the candidate alone speaks about every other turn.
        if len(speakers) > 2:
            score += 2.0 * min(share, 0.5) - 0.4
        if speaker.turns[0] == 0:
            score -= 0.25
        speaker.score = score + 0.6 * _addressed(speaker, speakers, texts)


def _like_candidate(text: str, average: float) -> float:
    words = len(_WORD.findall(text))
    if not words:
        return 0.0
    mine, yours = len(_I.findall(text)), len(_YOU.findall(text))
    return (
        _WEIGHTS["asks"] * bool(_ASKS.search(text))
        + _WEIGHTS["employer"] * min(2, len(_EMPLOYER.findall(text))) / 2
        + _WEIGHTS["applicant"] * min(3, len(_APPLICANT.findall(text))) / 3
        + _WEIGHTS["mine"] * (mine - yours) / (mine + yours + 2)
        + _WEIGHTS["long"] * min(2.0, words / (average + 1))
    )


def _addressed(speaker: _Speaker, speakers: Sequence[_Speaker], texts: Sequence[str]) -> float:
    """Return how much of the naming by others falls on this speaker (0 to 1)."""
    counts = {}
    for other in speakers:
        first = next(
            (normal(name).split()[0] for name in other.names if len(name) > 2 and not name[-1].isdigit()),
            None,
        )
        if first is None:
            continue
        named = re.compile(rf"\b{re.escape(first)}\b")
        own = set(other.turns)
        counts[other.key] = sum(
            bool(named.search(text)) for number, text in enumerate(texts) if number not in own
        )
    total = sum(counts.values())
    return counts.get(speaker.key, 0) / total if total >= 2 else 0.0


def _by_turn(document: Document) -> RoleFinding:
    """Guess each turn from its own words: nobody told who speaks."""
    texts = [normal(document.words(turn)) for turn in document.turns]
    average = sum(len(_WORD.findall(text)) for text in texts) / len(texts)
    raw = [_like_candidate(text, average) for text in texts]
    middle = sorted(raw)[len(raw) // 2]
    leaning = [value - middle for value in raw]
    sides = _taking_turns(leaning)
    turns = tuple(
        turn
        if turn.role
        else turn.model_copy(update={"role": "candidate" if is_candidate else "interviewer"})
        for turn, is_candidate in zip(document.turns, sides, strict=True)
    )
    return RoleFinding(
        _as_guess(document.model_copy(update={"turns": turns}), document),
        False,
        "This transcript does not say who speaks, so I guessed it turn by turn. Names before the turns, "
        f"or --i-am NAME with your own name{_KEPT}, make the answer better.",
    )


def _taking_turns(leaning: Sequence[float]) -> list[bool]:
    """Return for each turn whether it is the candidate's, as speakers mostly take turns (Viterbi)."""
    scores = (-leaning[0], leaning[0])
    came_from: list[tuple[bool, bool]] = []
    for value in leaning[1:]:
        steps = [
            max((scores[before] + _SWITCH * (before != now), before) for before in (0, 1)) for now in (0, 1)
        ]
        came_from.append((bool(steps[0][1]), bool(steps[1][1])))
        scores = (steps[0][0] - value, steps[1][0] + value)
    sides = [scores[1] > scores[0]]
    for choice in reversed(came_from):
        sides.append(choice[sides[-1]])
    return sides[::-1]
