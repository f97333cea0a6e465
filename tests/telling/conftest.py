"""Sample answers, made up from end to end."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from wentwell.interview import (
    Answer,
    Assessment,
    Context,
    Contribution,
    Document,
    Evidence,
    Interview,
    NextStep,
    Opportunity,
    Unseen,
    WhatIf,
)

NOTES = Document.from_text(
    "The talk ran on video with two people.\n"
    "Ines asked how much notice I would have to give.\n"
    "At the end she said that they would be in touch.\n"
    "I think I did fine.\n",
    name="after the talk.txt",
)
TALK = Document.from_turns(
    [
        {"speaker": "S1", "name": "Ines", "role": "interviewer", "text": "Hello and welcome.", "start": 2.0},
        {"speaker": "S2", "role": "candidate", "text": "Glad to be here.", "start": 6.5},
        {
            "speaker": "S1",
            "name": "Ines",
            "role": "interviewer",
            "text": "That is precisely how we would plan the move of the warehouse too.",
            "start": 271.2,
        },
        {
            "speaker": "S1",
            "name": "Ines",
            "role": "interviewer",
            "text": "You would sit with the routing team, next to Paolo.",
            "start": 3725.0,
        },
    ],
    name="talk.vtt",
)


def seen(document: Document, words: str, label: str, **more: Any) -> Evidence:
    """Point at words in a document."""
    start = document.text.index(words)
    turn = next((n for n, turn in enumerate(document.turns) if turn.start <= start < turn.end), None)
    given: dict[str, Any] = {
        "label": label,
        "quote": words,
        "start": start,
        "end": start + len(words),
        "document": document.name,
    }
    if turn is not None:
        given |= {"turn": turn, "at": document.turns[turn].at, "role": document.turns[turn].role}
    return Evidence(**(given | more))


def assessment(parts: tuple[Contribution, ...], half_width: float = 0.6, **more: Any) -> Assessment:
    """Sum contributions up, with a band of a given half width in log-odds."""
    total = sum(part.log_odds for part in parts)

    def chance(log_odds: float) -> float:
        return 1 / (1 + math.exp(-log_odds))

    given: dict[str, Any] = {
        "target": "the next round",
        "probability": chance(total),
        "low": chance(total - half_width),
        "high": chance(total + half_width),
        "base_rate": chance(parts[0].log_odds) if parts else 0.36,
        "log_odds": total,
        "sd": half_width / 1.2816,
        "contributions": parts,
    }
    return Assessment(**(given | more))


def base(log_odds: float = -0.58) -> Contribution:
    """Start from about 36 of 100."""
    return Contribution(
        kind="base",
        label="base",
        name="First rounds at large companies",
        log_odds=log_odds,
        sd=0.4,
        grade="B",
        source="a survey of 1,200 firms: 36 % go on",
        reason="About 36 % of first rounds lead on. Large companies see many people for one chair.",
    )


def full(status: str = "open", **more: Any) -> Answer:
    """Make an answer with something in every part."""
    notice = seen(NOTES, "asked how much notice I would have to give", "selling.start_date", probability=0.93)
    brush = seen(NOTES, "they would be in touch", "contrary.brush_off", probability=0.71)
    praise = seen(TALK, "precisely how we would plan the move", "affirmation.answer", probability=0.88)
    role = seen(TALK, "You would sit with the routing team", "duties.you_in_role", probability=0.97)
    feeling = seen(NOTES, "I think I did fine", "gut.good", role="candidate")
    parts = (
        base(),
        Contribution(
            kind="context",
            label="referred",
            name="You were referred from inside",
            log_odds=0.3,
            sd=0.2,
            grade="A",
        ),
        Contribution(
            kind="sign",
            label="selling.start_date",
            name="They asked when you could start",
            log_odds=0.22,
            sd=0.3,
            grade="C",
            source="careers guides (opinion)",
            reason="Many ask this of everybody. Late in the process it says more.",
            evidence=(notice,),
        ),
        Contribution(
            kind="sign",
            label="affirmation.answer",
            name="They praised an answer",
            log_odds=0.02,
            sd=0.2,
            grade="B",
            reason="One remark of this kind is usual for this interviewer.",
            evidence=(praise,),
        ),
        Contribution(
            kind="sign",
            label="duties.you_in_role",
            name="They spoke of you in the role",
            log_odds=0.41,
            sd=0.3,
            grade="C",
            evidence=(role,),
        ),
        Contribution(
            kind="sign",
            label="contrary.brush_off",
            name="They closed vaguely",
            log_odds=-0.7,
            sd=0.35,
            grade="C",
            reason="A close without a date is a little more common before a no.",
            evidence=(brush,),
        ),
        Contribution(
            kind="not_seen",
            label="next.process",
            name="The next steps were not told",
            log_odds=-0.12,
            sd=0.2,
            grade="C",
        ),
    )
    given: dict[str, Any] = {
        "status": status,
        "stage": "first",
        "gut": 0.6,
        "today": date(2026, 3, 11),
        "context": Context(stage="first", employer="large", format="video", interview_date=date(2026, 3, 10)),
        "unseen": (
            Unseen(label="next.process", name="They told you the next steps", counted=True, log_odds=-0.12),
            Unseen(label="intro.tour", name="You were shown around", counted=False),
            Unseen(label="salary.asked", name="They asked about your pay", counted=False),
        ),
        "what_would_change": (
            WhatIf(
                label="next.invited",
                name="An invitation",
                by=date(2026, 3, 20),
                probability=0.31,
                low=0.18,
                high=0.47,
                target="an offer",
            ),
            WhatIf(
                label="reply.warm",
                name="A warm reply to your thanks",
                probability=0.5,
                low=0.33,
                high=0.66,
                target="the next round",
            ),
            WhatIf(
                label="silence",
                name="No word for another week",
                by=date(2026, 3, 18),
                probability=0.27,
                low=0.15,
                high=0.42,
                target="the next round",
            ),
        ),
        "notes": (
            "Your notes came after the talk. Memory leans to the dark side: 4 of 10 people recall it worse.",
            "Both documents tell of the same talk, so nothing is counted twice.",
        ),
    }
    return Answer(
        interview=Interview(
            opportunity=Opportunity(employer="Kestrel Freight", job="Route planner"),
            documents=(NOTES, TALK),
            evidence=(notice, brush, praise, role, feeling),
        ),
        assessment=assessment(parts, **(given | more)),
        next_steps=(
            NextStep(
                kind="thank",
                action="Write Ines two lines of thanks.",
                reason="It is kind, and a reply would tell you something.",
                on=date(2026, 3, 11),
            ),
            NextStep(
                kind="search",
                action="Send one more application this week.",
                reason="About 42 % of such talks lead on, so something else should be under way.",
            ),
        ),
        warnings=("We took S1 for the interviewer, because S1 asks most of the questions.",),
    )


def bare() -> Answer:
    """Make an answer about an interview of which nothing is known."""
    return Answer(interview=Interview(), assessment=assessment((base(),), half_width=1.3))


def ended(status: str) -> Answer:
    """Make an answer whose words tell how it ended."""
    words = "asked how much notice I would have to give"
    sure = 1.0 if status == "offer" else 0.0
    return Answer(
        interview=Interview(
            documents=(NOTES,),
            evidence=(seen(NOTES, words, "outcome.offer" if status == "offer" else "outcome.rejected"),),
        ),
        assessment=Assessment(
            status=status,
            target="an offer",
            probability=sure,
            low=sure,
            high=sure,
            base_rate=0.3,
            log_odds=0.0,
            sd=0.0,
        ),
        next_steps=(NextStep(kind="search", action="Keep your other talks going.", reason="Paper first."),),
    )


def crowded(count: int = 200) -> Answer:
    """Make an answer with very many quotes of one sign."""
    talk = Document.from_turns(
        [
            {"speaker": "S1", "role": "interviewer", "text": f"I like point {n}.", "start": 9.0 * n}
            for n in range(count)
        ],
        name="long.srt",
    )
    found = tuple(
        seen(talk, f"I like point {n}.", "affirmation.answer", probability=0.8) for n in range(count)
    )
    praise = Contribution(
        kind="sign",
        label="affirmation.answer",
        name="They praised an answer",
        log_odds=0.3,
        sd=0.2,
        evidence=found,
    )
    return Answer(
        interview=Interview(documents=(talk,), evidence=found), assessment=assessment((base(), praise))
    )


def spoken(text: str) -> Answer:
    """Make an answer with a text wherever a text can stand."""
    document = Document.from_turns(
        [{"speaker": text, "name": text, "role": "interviewer", "text": text}], name=text
    )
    quote = Evidence(
        label="warmth", quote=text, start=0, end=len(text), turn=0, document=text, role="interviewer"
    )
    stray = quote.model_copy(update={"label": text})
    part = Contribution(
        kind="sign",
        label="warmth",
        name=text,
        log_odds=0.2,
        sd=0.1,
        source=text,
        reason=text,
        evidence=(quote,),
    )
    change = WhatIf(label="x", name=text, probability=0.5, low=0.4, high=0.6, target="the next round")
    return Answer(
        interview=Interview(
            opportunity=Opportunity(employer=text, job=text), documents=(document,), evidence=(quote, stray)
        ),
        assessment=assessment(
            (base(), part),
            unseen=(
                Unseen(label="a", name=text, counted=True),
                Unseen(label="b", name=text, counted=False),
            ),
            what_would_change=(change,),
            notes=(text,),
        ),
        next_steps=(NextStep(kind="wait", action=text, reason=text),),
        warnings=(text,),
    )


SAMPLES: dict[str, Callable[[], Answer]] = {
    "open": full,
    "advanced": lambda: full("advanced", stage="second"),
    "bare": bare,
    "offer": lambda: ended("offer"),
    "refused": lambda: ended("refused"),
    "crowded": crowded,
}


@pytest.fixture(scope="session")
def speak() -> Callable[[str], Answer]:
    """Give the maker of answers with a given text everywhere."""
    return spoken


@pytest.fixture(scope="session")
def make() -> Callable[..., Answer]:
    """Give the maker of full answers."""
    return full


@pytest.fixture(params=sorted(SAMPLES))
def answer(request: pytest.FixtureRequest) -> Answer:
    """Give each sample in turn."""
    return SAMPLES[request.param]()


@pytest.fixture(scope="session")
def sample() -> Callable[[str], Answer]:
    """Give one sample by its name."""
    return lambda name: SAMPLES[name]()
