"""What can be counted in an answer, and what the counts do not find.

Nothing here judges an answer. The limits are opinion (grade C) where no source is named: they say where a
second look is worth while, not what is good.
"""

from __future__ import annotations

from wentwell.interview import Measures, Missing, QuestionKind
from wentwell.practising._words import (
    ACTION,
    FILLER,
    HEDGE,
    NUMBER,
    RESULT,
    SITUATION,
    WORD,
    content_stems,
)

FEWEST_WORDS = 40
"""Below this an answer is short: some 15 seconds at 150 words a minute. Opinion."""
MOST_WORDS = 350
"""Above this it is long: over two minutes at 150 words a minute. Opinion."""
MOST_SECONDS = 150.0
"""The same where the times are known. Opinion."""
MOST_HEDGES = 4.0
"""Hedges per 100 words. Opinion."""
MOST_FILLERS = 6.0
"""Fillers per 100 words: ordinary talk has 2 to 6 (Bortfeld et al. 2001, Fox Tree 1995, Shriberg 1994, as put
together in PMC9014665, which counts "um" and "uh"; here "you know" and the like count too)."""
FEWEST_TO_RATE = 30
"""Words from which a rate per 100 words says anything. Opinion."""
LEAST_TALK, MOST_TALK = 0.25, 0.85
"""Share of the words in the whole talk. Opinion."""
_FEWEST_CONTENT_WORDS = 2


def measure(
    answer: str, question: str = "", *, seconds: float | None = None, talk_share: float | None = None
) -> Measures:
    """Count what can be counted in an answer.

    Parameters
    ----------
    answer : str
    question : str
        What was asked; its content words are looked for in the answer.
    seconds : float, optional
        How long the answer took (s).
    talk_share : float, optional
        The candidate's share of all words in the talk, 0 to 1.
    """
    asked = content_stems(question)
    overlap = None
    if len(asked) >= _FEWEST_CONTENT_WORDS:
        overlap = len(asked & content_stems(answer)) / len(asked)
    return Measures(
        words=len(WORD.findall(answer)),
        seconds=seconds,
        situation=SITUATION.search(answer) is not None,
        action=ACTION.search(answer) is not None,
        result=RESULT.search(answer) is not None,
        numbers=len(NUMBER.findall(answer)),
        hedges=len(HEDGE.findall(answer)),
        fillers=len(FILLER.findall(answer)),
        overlap=overlap,
        talk_share=talk_share,
    )


def missing_in(measures: Measures, kind: QuestionKind) -> tuple[Missing, ...]:
    """Return what the measures do not find that a question of this kind usually calls for.

    A plain fact calls for nothing but itself; only an example calls for situation, action, result and a
    number.
    """
    checks: list[tuple[Missing, bool]] = []
    if kind != "fact":
        checks += [
            ("short", measures.words < FEWEST_WORDS),
            ("long", measures.words > MOST_WORDS or (measures.seconds or 0.0) > MOST_SECONDS),
            # "an outline of your experience" is answered in other words
            ("not-answered", kind != "self" and measures.overlap == 0.0),
        ]
    if kind == "example":
        checks += [
            ("situation", not measures.situation),
            ("action", not measures.action),
            ("result", not measures.result),
            ("numbers", measures.numbers == 0),
        ]
    if measures.words >= FEWEST_TO_RATE:
        checks += [
            ("hedging", measures.per_100_words(measures.hedges) > MOST_HEDGES),
            ("fillers", measures.per_100_words(measures.fillers) > MOST_FILLERS),
        ]
    if measures.talk_share is not None:
        checks += [
            ("talk-share-low", measures.talk_share < LEAST_TALK),
            ("talk-share-high", measures.talk_share > MOST_TALK),
        ]
    return tuple(name for name, holds in checks if holds)
