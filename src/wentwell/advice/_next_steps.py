"""From an assessment to a short ranked list of steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from wentwell.advice._asking import day_to_ask, promise_stands, usual_wait
from wentwell.catalog import signs
from wentwell.interview import Assessment, Context, Evidence, NextStep
from wentwell.weighing import working_day

_NOTE_WINDOW_DAYS = 3
"""Later than this a thank-you note becomes a nudge."""
_WORTH_ASKING = 0.5
"""From this probability on, an unclear outcome is asked about."""

_SEARCH = NextStep(
    kind="search",
    action="Go on applying and interviewing as if this one were still open.",
    reason="Most searches end at another door than the one you are looking at, and a full calendar calms.",
)


_DRAFT = "A draft, if it is in your journal: wentwell {} ID."
_RECORD = "If it is in your journal, record it: wentwell outcome ID {}."
_PRACTISE = "If it is in your journal: wentwell practice --from ID."
_IN_JOURNAL = (
    ("A draft, if it is in your journal:", "A draft:"),
    ("If it is in your journal, record it:", "Record it:"),
    ("If it is in your journal:", "Make a card of it:"),
)
"""What the steps say while nobody knows whether the interview is kept, and once its number is known."""
_DRAFT_NUDGE = _DRAFT.format("draft nudge")


def numbered(steps: Sequence[NextStep], number: int) -> tuple[NextStep, ...]:
    """Return steps with their commands written for an interview of the journal.

    Parameters
    ----------
    steps : sequence of NextStep
        As `next_steps` gives them.
    number : int
        Of the interview in the journal.
    """
    return tuple(step.model_copy(update={"action": _with_number(step.action, number)}) for step in steps)


def _with_number(words: str, number: int) -> str:
    for unknown, known in _IN_JOURNAL:
        if unknown in words:
            start, _, command = words.partition(unknown)
            return f"{start}{known}{command.replace(' ID', f' {number}')}"
    return words


def next_steps(
    assessment: Assessment, evidence: Sequence[Evidence], heard_on: date | None = None
) -> tuple[NextStep, ...]:
    """Return what to do next, the most pressing first; going on with the search is always among it.

    Parameters
    ----------
    assessment : Assessment
        With the context it was weighed in and the day it was made.
    evidence : sequence of Evidence
        What was found.
    heard_on : date, optional
        The day of the employer's last word since the interview.
    """
    if assessment.status == "refused":
        return _after_refusal()
    if assessment.status == "offer":
        return _after_offer()
    if assessment.status == "advanced":
        return _after_invitation(evidence)
    return _while_open(assessment, evidence, heard_on)


def _after_refusal() -> tuple[NextStep, ...]:
    return (
        NextStep(
            kind="reply",
            action="Answer in two kind lines, and ask for one thing you could do better. "
            + _DRAFT.format("draft refusal"),
            reason="First choices decline, and people remember those who took a no well.",
        ),
        NextStep(
            kind="record",
            action=_RECORD.format("rejected"),
            reason="It lets the numbers learn from your own record. It may have had nothing to do with you.",
        ),
        _SEARCH,
    )


def _after_offer() -> tuple[NextStep, ...]:
    return (
        NextStep(
            kind="reply",
            action="Thank them, ask for the offer in writing and for the day by which they need your answer.",
            reason="Terms can still move until they are written down.",
        ),
        NextStep(
            kind="record",
            action=_RECORD.format("offer"),
            reason="It lets the numbers learn from your own record.",
        ),
        NextStep(
            kind="search",
            action="Keep your other talks going until you have signed.",
            reason="An offer can be withdrawn, and a second one helps you to choose.",
        ),
    )


def _after_invitation(evidence: Sequence[Evidence]) -> tuple[NextStep, ...]:
    steps = [
        NextStep(
            kind="prepare",
            action="Prepare for the next round as carefully as for the first.",
            reason="Others were invited too. What was praised so far is known; new people start fresh.",
        ),
        NextStep(
            kind="record",
            action=_RECORD.format("advanced"),
            reason="This step is done, and your record learns from it.",
        ),
    ]
    return (*_answer_their_questions(evidence), *steps, _SEARCH)


def _while_open(
    assessment: Assessment, evidence: Sequence[Evidence], heard_on: date | None
) -> tuple[NextStep, ...]:
    doubt = _doubtful_outcome(evidence)
    if doubt is not None:
        return (doubt, _SEARCH)
    replied = heard_on is not None or any(found.label.startswith("reply.") for found in evidence)
    news = _news(assessment, heard_on, replied=replied)
    steps = list(_answer_their_questions(evidence))
    # one message is enough: what comes too late for a note goes into the question
    note = None if replied or news.kind == "nudge" else _thank_you(assessment, evidence)
    steps += [step for step in (note, news, _practice(evidence)) if step is not None]
    return (*steps, _SEARCH)


def _doubtful_outcome(evidence: Sequence[Evidence]) -> NextStep | None:
    """Return the question to settle first, where the words may tell an outcome but not clearly."""
    found = next((item for item in evidence if _tells_an_outcome(item)), None)
    if found is None:
        return None
    sign = signs()[found.label]
    return NextStep(
        kind="record",
        action=f"Settle one thing first: do your words mean “{sign.name.lower()}”? "
        f"Then add --outcome {sign.outcome}; if not, --outcome none.",
        reason="Everything else depends on it, and the words alone are not clear enough.",
    )


def _tells_an_outcome(found: Evidence) -> bool:
    return signs()[found.label].outcome is not None and found.probability >= _WORTH_ASKING


def _first(evidence: Sequence[Evidence], *labels: str) -> Evidence | None:
    return next((found for found in evidence if found.label in labels and found.probability >= 0.5), None)


def _answer_their_questions(evidence: Sequence[Evidence]) -> tuple[NextStep, ...]:
    """Return the steps that the employer asked for: they come before anything else."""
    steps = []
    if _first(evidence, "next.availability"):
        steps.append(
            NextStep(
                kind="reply",
                action="Send them two or three times when you are free, if you have not yet. "
                + _DRAFT.format("draft invitation"),
                reason="They asked for it, and a quick answer keeps things moving.",
            )
        )
    if _first(evidence, "contact.references"):
        steps.append(
            NextStep(
                kind="prepare",
                action="Tell your references that a call may come, and what the job is about.",
                reason="They asked for references or papers; a surprised reference is a weak one.",
            )
        )
    return tuple(steps)


def _thank_you(assessment: Assessment, evidence: Sequence[Evidence]) -> NextStep | None:
    """Return the step of sending a note, while there is time for it."""
    context, today = assessment.context, assessment.today
    if context.format == "recorded":
        return None
    day = None
    if context.interview_date is not None:
        if today is not None and (today - context.interview_date).days > _NOTE_WINDOW_DAYS:
            return None
        day = context.interview_date + timedelta(days=1)
        if today is not None:
            day = max(day, today)
    action = "Send a short thank-you note: one concrete thing from the talk, one thing it made you want."
    if _first(evidence, "contrary.concern"):
        action = "Send a short thank-you note, and answer in it, in two lines, the doubt that they voiced."
    elif context.promised_date is None and not _first(evidence, "next.process", "next.availability"):
        action = "Send a short thank-you note, and ask in it when they expect to decide."
    return NextStep(
        kind="thank",
        action=f"{action} {_DRAFT.format('thank')}",
        reason="In the one study that looked (470 interviews) notes changed no ranking; it is good manners, "
        "and your chance to add something.",
        on=day,
    )


def _news(assessment: Assessment, heard_on: date | None, *, replied: bool) -> NextStep:
    """Return whether to wait or to ask, and from which day."""
    context, today = assessment.context, assessment.today
    usual = "By then four of five who go on have usually heard."
    if replied and heard_on is None:
        return NextStep(
            kind="wait",
            action="They have answered: ask again only if a fortnight passes without more.",
            reason="A second message so soon rarely helps.",
        )
    day = day_to_ask(context, heard_on)
    if day is None:
        days = usual_wait(context)
        return NextStep(
            kind="wait",
            action=f"Wait about {days} days from the interview, then ask once for news.",
            reason=usual,
        )
    if today is None or today < day:
        named = promise_stands(context, heard_on)
        why = "They named a day; two working days of grace are polite." if named else usual
        return NextStep(
            kind="wait",
            action=f"Leave it alone until then; after that, ask once for news. {_DRAFT_NUDGE}",
            reason=why,
            on=day,
        )
    return NextStep(
        kind="nudge",
        action="Thank them in three friendly lines, and ask once whether there is news. Then let it rest. "
        + _DRAFT_NUDGE,
        reason="It is later than most good news comes, and a short question costs nothing.",
        on=working_day(today, context.country),
    )


def _practice(evidence: Sequence[Evidence]) -> NextStep | None:
    """Return what to practise, if something went badly by the candidate's own words or theirs."""
    if _first(evidence, "contrary.concern"):
        return NextStep(
            kind="practise",
            action="Write down the doubt they voiced and a true answer of four sentences to it.",
            reason="It will come again elsewhere, and then you have the answer ready.",
        )
    if _first(evidence, "gut.bad"):
        return NextStep(
            kind="practise",
            action="Pick the one answer you would like to give again, and say it aloud with an example. "
            + _PRACTISE,
            reason="A bad feeling is weak evidence, but a better answer is worth having.",
        )
    return None


def last_day_for_a_note(context: Context) -> date | None:
    """Return the last day on which a thank-you note is in time; ``None`` if nobody knows when it was."""
    day = context.interview_date
    return None if day is None else day + timedelta(days=_NOTE_WINDOW_DAYS)
