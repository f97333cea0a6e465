"""The exchanges that went cold: in a talk by what followed, in notes by what the candidate wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wentwell.interview import ColdReason, Document, Evidence, Interview, PracticeCard, SpeakerRole
from wentwell.practising._measure import measure, missing_in
from wentwell.practising._words import WORD, content_stems, kind_of
from wentwell.reading import Unit, units

_SURE_ENOUGH = 0.5
_ABOUT_AN_ANSWER = ("contrary.concern", "contrary.distant", "contrary.short")
"""Signs that may stand behind one answer; a vague close and silence are about the whole."""
_FLAT_IS_A_HABIT = 1 / 3
"""From this share of a speaker's replies, or of all in the talk, a flat word is just how they talk."""
_FEWEST_REPLIES = 4
"""Below this many replies nobody knows how a speaker talks."""
_EVERYBODY = "\0"
_LONGEST_QUESTION = 400
_LEAST_ANSWER = 8
"""Words: a flat word after a shorter answer is only the end of a small thing."""

_ASKS = re.compile(
    r"\?[\"”'’)]*$|^(?:so |and |okay |ok |right |well |now |please |then |yes |,)*(?:tell|walk|talk|"
    r"take|give|"
    r"describe|explain|show|outline|suppose|imagine)\b(?: (?:me|us|for)\b|[^.]*\b(?:your?|a time|to me|"
    r"to us)\b)",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"\bcan you (?:still )?(?:hear|see)\b|\bhear me\b|\bquestions? (?:for|of) (?:us|me)\b|\b(?:have|got|any) "
    r"(?:\w+ ){0,2}questions\b|\bis (?:that|this) (?:okay|ok|all ?right|fine)\b|\bhow are you\b|\bshall we\b|"
    r"\bdoes that (?:make sense|sound|work|suit)\b|\bare you (?:okay|ok|ready|comfortable)\b|"
    r"\b(?:coffee|tea|water|journey|parking)\b|\bwhere were we\b",
    re.IGNORECASE,
)
_BACKCHANNEL = re.compile(
    r"^(?:(?:m+|u+h|a+h|o+h)[ -]?h*m*|yeah|yes|okay|ok|right|sure|i see|got it|really|wow|no|good|great|"
    r"thanks|thank you)(?:[ ,]+(?:yeah|yes|okay|ok|right|sure))?[.!?]*$",
    re.IGNORECASE,
)
_FLAT = re.compile(
    r"^(?:(?:m+[ -]?h+m+|h+m+|okay|ok|right|sure|fine|all ?right|noted|understood|i see|got it|thanks|"
    r"thank you|"
    r"yes|yeah|so|moving on|next(?: question| one)?|let['’]s move on)[\s.,!]*){1,3}$",
    re.IGNORECASE,
)
_DOUBTS = re.compile(
    r"\bare you sure\b|\bi(?:['’]m| am) not (?:so |quite |really )?(?:sure|convinced)\b|\bnot convinced\b|"
    r"\b(?:doesn['’]t|does not|didn['’]t|did not) (?:really |quite )?answer\b|"
    r"\bthat(?:['’]s| is|['’]s) not (?:quite |really )?(?:what|the (?:question|answer))\b|"
    r"\bi was (?:rather |more )?(?:hoping|looking) for\b|\b(?:more|bit more) (?:specific|concrete)\b|"
    r"\bi(?:['’]m| am) (?:a (?:bit|little) )?(?:worried|concerned)\b|\bmy (?:worry|concern|doubt) is\b|"
    r"\b(?:rather|a bit|a little|quite) (?:vague|thin|general|theoretical)\b|\byou left \w+ out\b",
    re.IGNORECASE,
)
_REPHRASES = re.compile(
    r"\b(?:ask|put) (?:it|that|the question) (?:again|another way|differently|once more)\b|"
    r"\bmy question was\b|"
    r"\blet me rephrase\b|\bback to my question\b",
    re.IGNORECASE,
)
_SHARE_ASKED_AGAIN = 0.6

_BADLY_DONE = (
    "stumbled|blanked|froze|rambled|waffled|babbled|struggled|panicked|choked|fumbled|mumbled|flubbed|"
    "botched|"
    r"blew(?! it\b)|messed|dithered|faltered|gabbled"
)
_WENT_BADLY = re.compile(
    rf"(?:^|\bi(?:['’]ve| have| had)? (?:(?!never|not)\w+ ){{0,2}})(?:{_BADLY_DONE})\b|"
    r"\b(?:mind|i|head) went (?:\w+ )?blank\b|^went blank\b|\bdrew a blank\b|"
    r"\b(?:answer|reply|example|one|that|question|exercise|part) (?:\w+ )?went (?:really |so |very )?"
    r"(?:badly|wrong)\b|"
    r"\bi? ?(?:didn['’]t|did not|couldn['’]t|could not) (?:really |even )?(?:answer|explain|think of|come up|"
    r"know what to|know how to (?:answer|reply)|have an? (?:\w+ )?(?:answer|example))|"
    r"\bno idea what to say\b|\bi (?:\w+ )?left out\b|\bi (?:\w+ )?forgot to (?:mention|say|tell|bring up)\b|"
    r"\bshould(?:['’]ve| have) (?:said|mentioned|told|given|answered|brought up)\b|"
    r"\bi (?:\w+ )?got (?:\w+ )?(?:stuck|lost|flustered|tangled|muddled)\b|"
    r"\b(?:bad|weak|poor|terrible|awful|rubbish|stupid|lame|vague|clumsy|feeble) (?:answer|example|reply)\b|"
    r"\basked (?:\w+ ){0,2}(?:twice|again|three times)(?: \w+)? about\b",
    re.IGNORECASE,
)
_QUOTED_QUESTION = re.compile(r'["“]([^"“”\n]{2,300}\?)["”]')
_TOLD_QUESTION = re.compile(
    r"\b(?:asked|quizzed|grilled|pressed|question|questions) (?:me |us )?(?:again |twice |more |twice more |"
    r"three times )?"
    r"((?:about|on|why|how|what|whether|if|when|where|which|for|to) [^.,;:!?\n]{2,160}?)"
    r"(?=[.,;:!?\n]|$| (?:and|but|where|so) (?:i|it|my|felt|was|got|had|did|could\w*)\b)",
    re.IGNORECASE,
)
_NAMED_QUESTION = re.compile(
    r"\b(?:on|over|at|with|for|in|of) (the (?:[\w'’-]+ ){1,4}(?:question|exercise|case|task|part|test|"
    r"bit))\b",
    re.IGNORECASE,
)
_PLAIN_QUESTION = re.compile(
    r"\b(?:you|your|yourself)\b|^(?:why|what|how|tell|describe|where)\b", re.IGNORECASE
)
_STUMBLED_OVER = re.compile(
    r"\bi (?:\w+ ){0,2}(?:stumbled (?:over|on|at)|struggled with|blanked on|froze (?:at|on)|rambled about|"
    r"forgot to (?:mention|say|tell them|bring up)) ([^.,;:!?\n]{3,120}?)(?=[.,;:!?\n]|$| (?:and|but|"
    r"because) )",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"(?:about |on )?(?:that|it|this|them|those)(?: one| question| again)?", re.IGNORECASE
)
_HEADING = re.compile(r"^([^:.!?\n]{3,60}):\s")


def cold_exchanges(interview: Interview) -> tuple[PracticeCard, ...]:
    """Make a practice card of each exchange that went cold, in the order of the documents.

    In a transcript: a question and the candidate's own answer, after which stands a contrary sign, a doubt,
    the same question again, or a flat word from somebody who usually says more. In notes: what the candidate
    writes went badly, and the doubts that were voiced. Mails and answers of a debrief hold no exchanges.

    Parameters
    ----------
    interview : Interview
        As read: with the roles of speakers and the evidence.

    Returns
    -------
    tuple of PracticeCard
        ``document.text[card.start:card.end] == card.question`` holds for the document named.
    """
    cards: dict[tuple[str, int], PracticeCard] = {}
    for document in interview.documents:
        name = document.name or document.kind
        found = [
            one
            for one in interview.evidence
            if one.document == document.name and one.probability >= _SURE_ENOUGH
        ]
        if document.kind == "transcript":
            made = _in_talk(document, name, found)
        elif document.kind == "notes":
            made = _in_notes(document, name, found)
        else:
            continue
        for card in made:
            cards.setdefault((name, card.start), card)
    return tuple(cards.values())


@dataclass(frozen=True, slots=True)
class _Block:
    """What one side says until the other does more than nod."""

    role: SpeakerRole
    turns: tuple[int, ...]
    sentences: tuple[Unit, ...]

    @property
    def question(self) -> tuple[int, int] | None:
        """The span of what is asked last, within one turn."""
        asking = [one for one in self.sentences if _ASKS.search(one.text) and not _SMALL.search(one.text)]
        if not asking:
            return None
        last = asking[-1]
        first = next(one for one in asking if one.turn == last.turn)
        start = first.start if last.end - first.start <= _LONGEST_QUESTION else last.start
        return start, last.end

    def reply(self) -> tuple[Unit, ...]:
        """Return the sentences before the next question: what is said to the answer."""
        asked = self.question
        begin = None if asked is None else asked[0]
        return tuple(one for one in self.sentences if begin is None or one.start < begin)


def _blocks(document: Document) -> list[_Block]:
    sentences: dict[int, list[Unit]] = {}
    for unit in units(document):
        if unit.turn is not None:
            sentences.setdefault(unit.turn, []).append(unit)
    spoken = [
        number
        for number, turn in enumerate(document.turns)
        if turn.role in ("interviewer", "candidate") and document.words(turn).strip()
    ]
    groups: list[list[int]] = []
    for place, number in enumerate(spoken):
        turn = document.turns[number]
        role = document.turns[groups[-1][0]].role if groups else None
        goes_on = place + 1 < len(spoken) and document.turns[spoken[place + 1]].role == role
        if role not in (None, turn.role) and goes_on and _BACKCHANNEL.match(document.words(turn).strip()):
            continue  # a nod; the other side goes on
        if role == turn.role:
            groups[-1].append(number)
        else:
            groups.append([number])
    return [
        _Block(
            document.turns[group[0]].role or "other",
            tuple(group),
            tuple(unit for number in group for unit in sentences.get(number, ())),
        )
        for group in groups
    ]


def _in_talk(document: Document, name: str, found: Sequence[Evidence]) -> Iterator[PracticeCard]:
    blocks = _blocks(document)
    share = _talk_share(document)
    habit = _flat_share(document, blocks)
    signs = [one for one in found if one.label in _ABOUT_AN_ANSWER and one.role != "candidate"]
    for place, (asking, answering) in enumerate(pairwise(blocks)):
        asked = asking.question
        if asking.role != "interviewer" or answering.role != "candidate" or asked is None:
            continue
        start, end = asked
        question = document.text[start:end]
        answer = "\n".join(document.words(document.turns[number]) for number in answering.turns)
        following = blocks[place + 2] if place + 2 < len(blocks) else None
        # a doubt inside the question is what has to be answered
        inside = next((one for one in signs if _within(one, start, end)), None)
        reasons: list[ColdReason] = []
        behind = None
        followed = None
        if following is not None:
            behind = next((one for one in signs if _in_reply(one, following)), None)
            reasons = _what_followed(document, question, answer, following, habit)
            spoken = following.reply() or following.sentences
            followed = document.text[spoken[0].start : spoken[-1].end] if spoken else None
        sign = behind or inside
        if sign is not None:
            reasons.insert(0, "sign")
        if not reasons:
            continue
        kind = "doubt" if inside is not None and inside.label == "contrary.concern" else kind_of(question)
        seconds = _seconds(document, answering)
        measures = measure(answer, question, seconds=seconds, talk_share=share)
        yield PracticeCard(
            question=question,
            kind=kind,
            document=name,
            start=start,
            end=end,
            at=document.turns[asking.turns[-1]].at,
            answer=answer,
            followed=followed,
            reasons=tuple(reasons),
            sign=sign.label if sign is not None else None,
            measures=measures,
            missing=missing_in(measures, kind),
        )


def _within(found: Evidence, start: int, end: int) -> bool:
    return found.start < end and start < found.end


def _in_reply(found: Evidence, following: _Block) -> bool:
    return any(_within(found, one.start, one.end) for one in following.reply())


def _what_followed(
    document: Document, question: str, answer: str, following: _Block, habit: dict[str | None, float]
) -> list[ColdReason]:
    reasons: list[ColdReason] = []
    said = " ".join(one.text for one in following.sentences)
    if _DOUBTS.search(said):
        reasons.append("doubt")
    asked, following_question = content_stems(question), following.question
    following_stems: frozenset[str] = frozenset()
    if following_question is not None:
        following_stems = content_stems(document.text[slice(*following_question)])
    again = len(asked) >= 2 and len(asked & following_stems) >= _SHARE_ASKED_AGAIN * len(asked)
    if again or _REPHRASES.search(said):
        reasons.append("asked-again")
    speaker = document.turns[following.turns[0]].speaker
    usual = max(habit.get(speaker, 1.0), habit.get(_EVERYBODY, 1.0))
    moves_on = not following_stems & (asked | content_stems(answer))
    if (
        _is_flat(following)
        and moves_on
        and len(WORD.findall(answer)) >= _LEAST_ANSWER
        and usual < _FLAT_IS_A_HABIT
    ):
        reasons.append("flat")
    return reasons


def _is_flat(following: _Block) -> bool:
    reply = " ".join(one.text for one in following.reply())
    return _FLAT.match(reply.strip()) is not None


def _flat_share(document: Document, blocks: Sequence[_Block]) -> dict[str | None, float]:
    """Return the share of bare replies of all, and of each speaker who replies often enough to know.

    Bare is a flat word, or nothing before the next question.
    """
    replies: dict[str | None, list[bool]] = {}
    for before, following in pairwise(blocks):
        if before.role == "candidate" and following.role == "interviewer":
            speaker = document.turns[following.turns[0]].speaker
            for whose in {speaker, _EVERYBODY}:
                replies.setdefault(whose, []).append(not following.reply() or _is_flat(following))
    return {
        speaker: sum(flat) / len(flat) for speaker, flat in replies.items() if len(flat) >= _FEWEST_REPLIES
    }


def _talk_share(document: Document) -> float | None:
    words = {"candidate": 0, "interviewer": 0}
    for turn in document.turns:
        if turn.role in words:
            words[turn.role] += len(WORD.findall(document.words(turn)))
    total = sum(words.values())
    return words["candidate"] / total if total else None


def _seconds(document: Document, answering: _Block) -> float | None:
    """Return how long an answer took: to its end, or to the next speaker's first word."""
    first, last = document.turns[answering.turns[0]], document.turns[answering.turns[-1]]
    following = answering.turns[-1] + 1
    until = last.until
    if until is None and following < len(document.turns):
        until = document.turns[following].at
    if first.at is None or until is None or until < first.at:
        return None
    return until - first.at


def _in_notes(document: Document, name: str, found: Sequence[Evidence]) -> Iterator[PracticeCard]:
    sentences = units(document)
    for place, sentence in enumerate(sentences):
        here = [one for one in found if _within(one, sentence.start, sentence.end)]
        doubt = next((one for one in here if one.label == "contrary.concern"), None)
        badly = _WENT_BADLY.search(sentence.text) is not None
        felt = any(one.label == "gut.bad" for one in here)
        if not (doubt or badly or felt):
            continue
        before = sentences[place - 1] if place else None
        if before is not None and not _same_paragraph(document, before, sentence):
            before = None
        span = _question_in(sentence)
        if before is not None and (span is None or _points_back(document, span)):
            earlier = _question_in(before)
            if earlier is not None and not _points_back(document, earlier):
                span = earlier
            elif span is not None:
                span = (before.start, before.end, False)
        if doubt is not None and not badly:
            span = (doubt.start, doubt.end, False)
        elif span is None and badly:
            span = (sentence.start, sentence.end, False)
        if span is None:
            continue  # a bad feeling about the whole names no question
        start, end, asked = span
        question = document.text[start:end]
        yield PracticeCard(
            question=question,
            kind="doubt" if doubt is not None and not badly else kind_of(question),
            document=name,
            start=start,
            end=end,
            asked=asked,
            followed=sentence.text,
            reasons=("sign",) if doubt is not None and not badly else ("told",),
            sign=doubt.label if doubt is not None else "gut.bad",
        )


def _same_paragraph(document: Document, before: Unit, sentence: Unit) -> bool:
    return "\n\n" not in document.text[before.end : sentence.start].replace("\r\n", "\n")


def _points_back(document: Document, span: tuple[int, int, bool]) -> bool:
    return _POINTS_BACK.fullmatch(document.text[span[0] : span[1]]) is not None


def _question_in(sentence: Unit) -> tuple[int, int, bool] | None:
    """Return the span of a question in a sentence of notes, and whether it is the question's own words."""
    text = sentence.text
    quoted = _QUOTED_QUESTION.search(text)
    if quoted is not None:
        return sentence.start + quoted.start(1), sentence.start + quoted.end(1), True
    if text.endswith("?") and _PLAIN_QUESTION.search(text):
        return sentence.start, sentence.end, True
    for pattern in (_TOLD_QUESTION, _NAMED_QUESTION, _STUMBLED_OVER, _HEADING):
        told = pattern.search(text)
        if told is not None:
            end = sentence.start + len(text[: told.end(1)].rstrip())
            return sentence.start + told.start(1), end, False
    return None
