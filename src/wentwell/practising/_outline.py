"""What to say of a card: what is missing in words, an outline, and what the evidence does not say."""

from __future__ import annotations

from math import exp, log

from wentwell.catalog import signs
from wentwell.interview import Measures, Missing, PracticeCard, QuestionKind

_WEAK = log(2)
"""A sign worth less than a factor of two in the odds is called weak."""

_OUTLINES: dict[QuestionKind, tuple[str, ...]] = {
    "example": (
        "Situation: when and where it was, in one or two sentences.",
        "Task: what had to be done, and why it was yours.",
        "Action: what you did yourself, step by step, in the first person.",
        "Result: what came of it, with a number if there is a true one, and what you do differently since.",
    ),
    "hypothetical": (
        "Say what you would find out first, and from whom.",
        "Say what you would do, in order, and what you would leave.",
        "Say how you would know that it worked.",
        "If you have done it before, say so in two sentences: when, what, what came of it.",
    ),
    "motive": (
        "One thing of theirs that you know and that drew you, named exactly.",
        "One thing of yours that fits it, with an example.",
        "What you would like to have done there after a year.",
    ),
    "self": (
        "Where you are now, in one sentence.",
        "Two things that you did which matter for this job, each with what came of it.",
        "Why this job is the next step. Two minutes in all.",
    ),
    "improve": (
        "One true thing, named without excuses.",
        "One time when it showed.",
        "What you do about it, and how far you have come.",
    ),
    "fact": (
        "The fact, in the first sentence.",
        "What they need to know with it, in one more.",
    ),
    "doubt": (
        "Say the doubt back in your own words: you have heard it.",
        "What is true about it, plainly.",
        "What stands against it: one thing that you did, with what came of it.",
        "What you would do in the first weeks to close the gap.",
    ),
    "other": (
        "Answer in the first sentence, with a word of the question in it.",
        "One example: when it was, what you did, what came of it.",
        "Stop there, or ask whether they want more.",
    ),
}


def outline(kind: QuestionKind) -> tuple[str, ...]:
    """Return the steps of a plain answer to a question of this kind.

    The four steps of an example are the usual situation, task, action and result. All are advice (opinion),
    and what you fill them with has to be true.
    """
    return _OUTLINES[kind]


def missing_sentence(missing: Missing, measures: Measures) -> str:
    """Say in words what the measures do not find, with the count it comes from."""
    if missing == "hedging":
        return f"Hedges: {_rate(measures, measures.hedges)} per 100 words (I think, maybe, sort of)."
    if missing == "fillers":
        return f"Fillers: {_rate(measures, measures.fillers)} per 100 words (um, you know)."
    if missing in ("talk-share-low", "talk-share-high"):
        share = round(100 * (measures.talk_share or 0.0))
        return f"You spoke {share} of 100 words in the whole talk."
    seconds = f" in {measures.seconds:.0f} seconds" if measures.seconds is not None else ""
    count = f"{measures.words} {'word' if measures.words == 1 else 'words'}"
    return {
        "short": f"It is short: {count}{seconds}.",
        "long": f"It is long: {count}{seconds}.",
        "situation": "No words set the scene: when and where it was.",
        "action": "No words say what you did yourself (I asked, I built).",
        "result": "No words say what came of it.",
        "numbers": "There is no number in it.",
        "not-answered": "It takes up no word of the question; one early on shows that you answer it.",
    }[missing]


def _rate(measures: Measures, count: int) -> str:
    return f"{measures.per_100_words(count):.0f}"


def kind_words(card: PracticeCard) -> str | None:
    """Say that it may have had nothing to do with the candidate, where the evidence says so.

    That is where nothing is missing by the measures; where only a flat word stands there; and where the sign
    is graded as opinion or worth less than a factor of two in the odds. ``None`` where it is not so.
    """
    if card.measures is not None and not card.missing:
        return "By these counts nothing is missing. It may have had nothing to do with you."
    if card.reasons == ("flat",):
        return "A flat word is hardly a sign at all (opinion). It may have had nothing to do with you."
    label = card.sign or ("contrary.concern" if "doubt" in card.reasons else None)
    sign = signs().get(label) if label else None
    if sign is None:
        return None
    weight = sign.routine
    if weight is None:
        return None
    if weight.grade != "C" and abs(weight.mean) >= _WEAK:
        return None
    opinion = ", by opinion" if weight.grade == "C" else ""
    return (
        f"{sign.does_not_mean} By itself it multiplies the odds by about "
        f"{exp(weight.mean):.1f}{opinion}. It may have had nothing to do with you."
    )
