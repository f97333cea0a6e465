"""The whole way once: documents and answers in, an answer out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date

from wentwell.advice import last_word, next_steps
from wentwell.catalog import context_rules, outcome_signs, signs
from wentwell.correcting import corrected
from wentwell.interview import Answer, Context, Document, Evidence, Fact, Interview, Personal, Reply
from wentwell.reading import find_facts, find_roles, promised_on, read_answers, read_many
from wentwell.weighing import weigh

Reading = Callable[[Sequence[Document]], Iterable[list[Evidence]]]
"""What finds the signs in documents, those of each in order."""

READER_RECALL = 0.8
"""Chance that the reader notices a sign that a talk shows (107 of 131, on labelled talks not trained on)."""

_CIRCUMSTANCES: dict[str, dict[str, str]] = {
    "stage": {
        "screen": "it was a recruiter's screen",
        "first": "it was a first interview",
        "second": "it was a second or later round",
        "final": "it was the final round",
        "single": "it was the only interview",
        "informal": "it was an informal talk",
    },
    "format": {
        "phone": "it was held by phone",
        "video": "it was held on video",
        "onsite": "it was held on site",
        "recorded": "you recorded your answers",
    },
    "employer": {
        "startup": "the employer is a startup",
        "small": "the employer is small",
        "large": "the employer is large",
        "public": "the employer is a public one",
        "non-profit": "the employer is a non-profit",
        "agency": "the employer is an agency",
    },
}
"""How a circumstance that the notes told is said, by its field and value in the `Context`."""


def assess(
    interview: Interview,
    today: date | None = None,
    i_am: str | None = None,
    *,
    personal: Personal | None = None,
    mine: Collection[str] = (),
    read: Reading | None = None,
) -> Answer:
    """Read everything, weigh it, and say what to do next.

    Parameters
    ----------
    interview : Interview
        Context, documents, answers, gut and corrections. Evidence already in it is replaced.
    today : date, optional
        The day to count silence to; without it silence is not weighed.
    i_am : str, optional
        The candidate's name or speaker label in transcripts.
    personal : Personal, optional
        What was learned from the person's own outcomes.
    mine : collection of str
        The candidate's own mail addresses: what comes from them is no evidence, and how quickly it was
        answered is.
    read : callable, optional
        What finds the signs in documents, such as one that remembers those it has read. By default
        `read_many`.

    Returns
    -------
    Answer
        The interview with roles and evidence filled in, its assessment and the next steps.
    """
    found, warnings = read_interview(interview, i_am, mine, read=read)
    theirs = _of_others(found.documents, i_am, mine)
    context, taken = _filled(interview.context, theirs)
    heard_on = last_word(theirs, context, today)
    assessment = weigh(
        found.evidence,
        context,
        interview.gut,
        today,
        looked_for=_looked_for(interview, found.documents),
        impossible=[label for label, reply in interview.answers.items() if reply == "could-not"],
        heard_on=heard_on,
        mentioned=_mentioned(found.documents),
        outlook=True,
        hinges=True,
        personal=personal,
    )
    steps = next_steps(assessment, found.evidence, heard_on)
    if interview.outcome is not None and interview.outcome.kind == "withdrew":
        steps = tuple(step for step in steps if step.kind == "search")
    return Answer(interview=found, assessment=assessment, next_steps=steps, warnings=(*warnings, *taken))


def read_interview(
    interview: Interview,
    i_am: str | None = None,
    mine: Collection[str] = (),
    *,
    read: Reading | None = None,
) -> tuple[Interview, list[str]]:
    """Return the interview with roles and evidence filled in, and what was unsure.

    Parameters
    ----------
    interview : Interview
        Evidence already in it is replaced; its corrections win over the reader.
    i_am : str, optional
        The candidate's name or speaker label in transcripts, or name in mails.
    mine : collection of str
        The candidate's own mail addresses.
    read : callable, optional
        What finds the signs in documents; by default `read_many`.
    """
    documents, warnings = _prepared(interview.documents, i_am)
    theirs = _of_others(documents, i_am, mine)
    found_in_words = list(_that_counts(theirs, (read or read_many)(theirs)))
    found_in_words = [*found_in_words, *_quick(documents, found_in_words, interview.context, i_am, mine)]
    evidence, unfit = corrected(documents, found_in_words, interview.corrections)
    warnings += unfit
    answers: dict[str, Reply] = dict(interview.answers)
    outcomes = outcome_signs()
    if interview.outcome is not None and interview.outcome.kind in outcomes:
        # a recorded outcome settles what the words may say of it
        answers |= dict.fromkeys(outcomes.values(), "no")
        answers[outcomes[interview.outcome.kind]] = "yes"
    if answers:
        answered_document, answered = read_answers(answers)
        denied = {label for label, reply in answers.items() if reply != "yes"}
        added = [found for found in evidence if found.found_by == "typed"]
        warnings += [_contradicted(found) for found in added if found.label in denied]
        # what the candidate says did not happen, did not happen
        evidence = [found for found in evidence if found.label not in denied] + answered
        documents = [*documents, answered_document]
    return interview.model_copy(update={"documents": tuple(documents), "evidence": tuple(evidence)}), warnings


def _that_counts(documents: Sequence[Document], found: Iterable[list[Evidence]]) -> Iterator[Evidence]:
    """Yield the evidence; of automatic mails only what counts."""
    for document, evidence in zip(documents, found, strict=True):
        if document.kind == "mail" and evidence:
            from wentwell.mails import evidence_that_counts, find_kind

            yield from evidence_that_counts(find_kind(document), evidence)
        else:
            yield from evidence


def _of_others(documents: Sequence[Document], i_am: str | None, mine: Collection[str]) -> list[Document]:
    """Return all but the mails that the candidate wrote: they say nothing of the other side."""
    if not any(document.kind == "mail" for document in documents):
        return list(documents)
    from wentwell.mails import is_own

    me = [*mine, *([i_am] if i_am else [])]
    return [document for document in documents if not is_own(document, me)]


def _quick(
    documents: Sequence[Document],
    found: Sequence[Evidence],
    context: Context,
    i_am: str | None,
    mine: Collection[str],
) -> list[Evidence]:
    """Return what the dates of mails say of how quickly they answered, where no words say it."""
    if not any(document.kind == "mail" for document in documents):
        return []
    from wentwell.mails import evidence_that_counts, find_kind, prompt_answers

    told = {one.document for one in found if one.label == "reply.prompt"}
    by_name = {document.name: document for document in documents}
    me = [*mine, *([i_am] if i_am else [])]
    quick = prompt_answers(documents, me, context.interview_date)
    return [
        one
        for one in quick
        if one.document not in told and evidence_that_counts(find_kind(by_name[one.document]), [one])
    ]


def _contradicted(found: Evidence) -> str:
    return (
        f"{found.document}: you added “{signs()[found.label].name}”, but your answers or the recorded "
        "outcome say otherwise. They hold, and what you added changes nothing."
    )


def _prepared(documents: Iterable[Document], i_am: str | None) -> tuple[list[Document], list[str]]:
    """Give each document a name of its own and each turn a role; the same words count once."""
    prepared: list[Document] = []
    warnings: list[str] = []
    names: dict[str, int] = {}
    texts: dict[tuple[str, str], str] = {}
    for document in documents:
        if document.kind == "answers":  # made from the answers each time
            continue
        wanted, words = document.name or document.kind, (document.kind, document.text)
        if words in texts:
            warnings.append(f"{wanted}: the same words as {texts[words]}; they count once.")
            continue
        known, unsure = with_roles(document.model_copy(update={"name": apart(wanted, names)}), i_am)
        texts[words] = known.name or wanted
        warnings += unsure
        prepared.append(known)
    return prepared, warnings


def apart(wanted: str, names: dict[str, int]) -> str:
    """Return a name that no document has yet; `names` holds those that are taken.

    Parameters
    ----------
    wanted : str
    names : dict of str to int
        How often each name was wanted; this one is put in.
    """
    name = wanted
    while name in names:
        names[wanted] += 1
        name = f"{wanted} ({names[wanted]})"
    names[name] = 1
    return name


def with_roles(document: Document, i_am: str | None = None) -> tuple[Document, list[str]]:
    """Return a document with a role for each turn, and what was unsure about it, with its name before it.

    Parameters
    ----------
    document : Document
    i_am : str, optional
        The candidate's name or speaker label in transcripts.
    """
    warnings = list(document.warnings)
    if document.kind == "transcript":
        finding = find_roles(document, i_am=i_am)
        document = finding.document
        warnings += [finding.message] if finding.message else []
    return document, [f"{document.name}: {warning}" for warning in warnings]


def _looked_for(interview: Interview, documents: Sequence[Document]) -> dict[str, float]:
    """Return how surely each sign would have been noticed: asked about, or heard in a whole talk."""
    looked: dict[str, float] = {}
    if any(document.kind == "transcript" for document in documents):
        looked = {label: READER_RECALL for label, sign in signs().items() if sign.where == "talk"}
    return looked | {label: 1.0 for label, reply in interview.answers.items() if reply == "no"}


def _mentioned(documents: Sequence[Document]) -> float:
    """Return how likely the notes mention, and the reader notices, a sign that was there."""
    words = sum(len(document.text.split()) for document in documents if document.kind == "notes")
    return READER_RECALL * context_rules().notes.chance(words)


def _filled(context: Context, documents: Sequence[Document]) -> tuple[Context, list[str]]:
    """Fill gaps in the context with facts from the words, and say which words."""
    gaps: dict[str, object] = {}
    said: list[str] = []
    facts = [fact for document in documents if document.kind != "answers" for fact in find_facts(document)]

    def only(kind: str) -> Fact | None:
        """Return the one fact of a kind; where the words name several values, none is taken."""
        found = [fact for fact in facts if fact.kind == kind]
        return found[0] if found and len({fact.value or fact.phrase for fact in found}) == 1 else None

    def take(field: str, value: object, told: str, fact: Fact | None) -> None:
        if not getattr(context, field) and field not in gaps:
            gaps[field] = value
            said.append(f"Taken from what you gave: {told}" + (f" (“{fact.quote}”)." if fact else "."))

    for document in documents:
        if document.kind != "transcript":
            continue
        speakers = {turn.speaker for turn in document.turns if turn.role == "interviewer"}
        if len(speakers) > 1:
            take("interviewers", len(speakers), f"{len(speakers)} people interviewed you", None)
        length = _spoken_minutes(document)
        if length is not None:
            take(
                "actual_minutes",
                length,
                f"it took {length:.0f} minutes, by the times in the transcript",
                None,
            )
    for kind in (*_CIRCUMSTANCES, "finalists", "referred"):
        if fact := only(kind):
            take(kind, *_circumstance(fact), fact)
    minutes, slot, people, promise = map(only, ("minutes", "scheduled_minutes", "interviewers", "promise"))
    if minutes and minutes.value and minutes.value <= 24 * 60:
        take("actual_minutes", minutes.value, f"it took {minutes.value:.0f} minutes", minutes)
    if slot and slot.value and slot.value <= 24 * 60:
        take("scheduled_minutes", slot.value, f"{slot.value:.0f} minutes were planned", slot)
    if people and people.value and 1 <= people.value <= 50:
        take("interviewers", int(people.value), f"{people.value:.0f} people interviewed you", people)
    if promise and promise.phrase and context.interview_date:
        day = promised_on(promise.phrase, context.interview_date)
        if day is not None and day >= context.interview_date:
            take("promised_date", day, f"an answer was promised by {day.isoformat()}", promise)
    return context.model_copy(update=gaps), said


def _circumstance(fact: Fact) -> tuple[object, str]:
    """Return the value in the context of a circumstance told, and its words."""
    if fact.phrase is not None:
        return fact.phrase, _CIRCUMSTANCES[fact.kind][fact.phrase]
    if fact.value is not None:
        return int(fact.value), f"{fact.value:.0f} candidates are left"
    return True, "somebody inside referred you"


def _spoken_minutes(document: Document) -> float | None:
    """Return the minutes between the first and the last time in a transcript, if it has times."""
    times = [moment for turn in document.turns for moment in (turn.at, turn.until) if moment is not None]
    if len(times) < 2:
        return None
    minutes = (max(times) - min(times)) / 60
    return minutes if 1 <= minutes <= 24 * 60 else None
