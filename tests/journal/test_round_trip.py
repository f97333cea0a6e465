"""Whatever an interview holds comes back as it was, by itself, through files, and in any order of actions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from wentwell.interview import (
    Aside,
    AsideKind,
    Assessment,
    Context,
    Contribution,
    Correcting,
    Correction,
    Document,
    Employer,
    Evidence,
    Format,
    FoundBy,
    Interview,
    InterviewerRole,
    Kind,
    Mail,
    Opportunity,
    Outcome,
    OutcomeKind,
    Reply,
    SpeakerRole,
    Stage,
    Target,
    Temper,
    Turn,
)
from wentwell.journal import Journal, JournalError

# Any character that UTF-8 knows: NUL, emoji and unassigned ones too.
texts = st.text(max_size=60)
short = st.text(max_size=8)
numbers = st.floats(min_value=0, allow_infinity=False, allow_nan=False)
log_odds = st.floats(allow_infinity=False, allow_nan=False)
shares = st.floats(min_value=0, max_value=1)
chances = st.floats(min_value=0, max_value=1, exclude_min=True, exclude_max=True)
minutes = st.floats(min_value=0, max_value=1440, exclude_min=True)
people = st.integers(1, 50)


def one_of(kind: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(kind))


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def tuples(values: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    return st.lists(values, max_size=most).map(tuple)


contexts = st.builds(
    Context,
    stage=maybe(one_of(Stage)),
    employer=maybe(one_of(Employer)),
    format=maybe(one_of(Format)),
    interviewers=maybe(people),
    interviewer_roles=tuples(one_of(InterviewerRole)),
    scheduled_minutes=maybe(minutes),
    actual_minutes=maybe(minutes),
    temper=maybe(one_of(Temper)),
    self_doubter=st.booleans(),
    referred=st.booleans(),
    finalists=maybe(people),
    interview_date=maybe(st.dates()),
    promised_date=maybe(st.dates()),
    base_rate=maybe(chances),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(texts)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    turns = tuple(
        Turn(
            start=start,
            end=end,
            speaker=draw(maybe(short)),
            name=draw(maybe(short)),
            role=draw(maybe(one_of(SpeakerRole))),
            at=draw(maybe(numbers)),
            until=draw(maybe(numbers)),
        )
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    )
    asides = tuple(Aside(start=turn.start, end=turn.end, kind=draw(one_of(AsideKind))) for turn in turns)
    return Document(
        text=text,
        kind=draw(one_of(Kind)),
        turns=turns,
        asides=draw(st.sampled_from([None, (), asides])),
        mail=draw(
            maybe(
                st.builds(
                    Mail,
                    sender=maybe(short),
                    recipients=tuples(short),
                    subject=maybe(short),
                    date=maybe(short),
                    message_id=maybe(short),
                    in_reply_to=maybe(short),
                    automatic=st.booleans(),
                )
            )
        ),
        name=draw(maybe(short)),
        format=draw(maybe(short)),
        warnings=draw(tuples(short)),
    )


@st.composite
def evidence(draw: st.DrawFn, document: Document) -> Evidence:
    start = draw(st.integers(0, len(document.text)))
    end = draw(st.integers(start, len(document.text)))
    return Evidence(
        label=draw(short),
        quote=document.text[start:end],
        start=start,
        end=end,
        turn=draw(maybe(st.integers(-(2**63), 2**63 - 1))),
        at=draw(maybe(log_odds)),
        role=draw(maybe(one_of(SpeakerRole))),
        raised_by=draw(maybe(one_of(SpeakerRole))),
        probability=draw(shares),
        found_by=draw(one_of(FoundBy)),
        specificity=draw(maybe(shares)),
        usual=draw(maybe(shares)),
        minutes=draw(maybe(numbers)),
        document=document.name,
    )


@st.composite
def corrections(draw: st.DrawFn) -> Correction:
    quote = draw(texts.filter(str.strip))
    start = draw(st.integers(0, 2**40))
    return Correction(
        done=draw(one_of(Correcting)),
        label=draw(short.filter(bool)),
        document=draw(short),
        start=start,
        end=start + len(quote),
        quote=quote,
        made_at=draw(st.datetimes(timezones=st.just(UTC))),
    )


outcomes = st.builds(Outcome, kind=one_of(OutcomeKind), on=maybe(st.dates()), note=maybe(texts))


@st.composite
def interviews(draw: st.DrawFn) -> Interview:
    held = draw(tuples(documents()))
    return Interview(
        opportunity=draw(maybe(st.builds(Opportunity, employer=short, job=short))),
        context=draw(contexts),
        documents=held,
        answers=draw(st.dictionaries(short, one_of(Reply), max_size=5)),
        feeling=draw(maybe(short)),
        gut=draw(maybe(chances)),
        evidence=tuple(draw(evidence(document)) for document in held),
        corrections=draw(tuples(corrections())),
        outcome=draw(maybe(outcomes)),
    )


assessments = st.builds(
    Assessment,
    target=one_of(Target),
    stage=maybe(one_of(Stage)),
    probability=shares,
    low=shares,
    high=shares,
    base_rate=shares,
    log_odds=log_odds,
    sd=numbers,
    contributions=tuples(
        st.builds(Contribution, kind=st.just("sign"), label=short, name=short, log_odds=log_odds, sd=numbers)
    ),
    notes=tuples(texts),
    context=contexts,
    gut=maybe(shares),
    today=maybe(st.dates()),
)


@given(interview=interviews(), other=interviews())
@settings(deadline=None)
def test_any_interview_comes_back(
    open_new: Callable[[], Journal], interview: Interview, other: Interview
) -> None:
    with open_new() as journal:
        number = journal.add(interview)
        assert journal.get(number).interview == interview
        late = other.model_copy(update={"gut": interview.gut, "outcome": interview.outcome})
        journal.update(number, late)
        assert journal.get(number).interview == late
        for document, found in zip(late.documents, journal.get(number).interview.evidence, strict=True):
            assert document.text[found.start : found.end] == found.quote
        journal.path.unlink()


progress = st.dictionaries(
    short,
    st.recursive(
        st.none() | st.booleans() | st.integers() | log_odds | texts,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(short, inner, max_size=3),
        max_leaves=5,
    ),
    max_size=3,
)


@given(
    interview=interviews(),
    shown=st.lists(assessments, max_size=3),
    told=outcomes,
    draft=interviews(),
    at=progress,
)
@settings(deadline=None)
def test_anything_goes_through_an_export(
    *,
    open_new: Callable[[], Journal],
    interview: Interview,
    shown: list[Assessment],
    told: Outcome,
    draft: Interview,
    at: dict[str, Any],
) -> None:
    with TemporaryDirectory() as folder, open_new() as journal, open_new() as other:
        number = journal.add(interview)
        for assessment in shown:
            journal.show_assessment(number, assessment)
        journal.record_outcome(number, told)
        unfinished = journal.save_draft(draft, at)
        journal.export_json(Path(folder) / "all.json")
        other.import_json(Path(folder) / "all.json")
        assert [one.assessment for one in other.get(number).assessments] == shown
        assert other.get(unfinished).progress == at
        for one in (number, unfinished):
            assert other.get(one) == journal.get(one)
        journal.path.unlink()
        other.path.unlink()


# Order is the matter here, so what is kept is small.
small_interviews = st.builds(
    Interview,
    documents=tuples(st.builds(Document, text=short), most=1),
    answers=st.dictionaries(st.sampled_from(["warmth", "intro.tour"]), one_of(Reply)),
    gut=st.sampled_from([None, 0.25, 0.5]),
    outcome=st.sampled_from([None, Outcome(kind="advanced"), Outcome(kind="rejected")]),
)
small_assessments = st.builds(
    Assessment,
    target=one_of(Target),
    probability=shares,
    low=st.just(0),
    high=st.just(1),
    base_rate=st.just(0.5),
    log_odds=st.just(0),
    sd=st.just(1),
)
small_outcomes = st.builds(Outcome, kind=one_of(OutcomeKind))


class _Actions(RuleBasedStateMachine):
    """Whatever is done in whatever order, the journal holds what a plain dictionary would."""

    open_new: Callable[[], Journal]

    def __init__(self) -> None:
        super().__init__()
        self.journal = self.open_new()
        self.known: dict[int, Interview] = {}
        self.drafts: list[int] = []
        self.shown: dict[int, list[Assessment]] = {}
        self.told: dict[int, list[Outcome]] = {}

    def teardown(self) -> None:
        self.journal.close()
        self.journal.path.unlink()

    def _settled(self, number: int) -> bool:
        return bool(self.shown[number] or self.told[number])

    def _keep(self, number: int, interview: Interview) -> None:
        history = self.told.setdefault(number, [])
        self.shown.setdefault(number, [])
        last = history[-1] if history else None
        if interview.outcome is not None and interview.outcome != last:
            history.append(interview.outcome)
        self.known[number] = interview.model_copy(update={"outcome": history[-1] if history else None})

    def _pick(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from(sorted(self.known)))

    @rule(interview=small_interviews)
    def add(self, interview: Interview) -> None:
        number = self.journal.add(interview)
        assert number not in self.shown
        self._keep(number, interview)

    @rule(interview=small_interviews, at=st.just({}))
    def begin(self, interview: Interview, at: dict[str, Any]) -> None:
        number = self.journal.save_draft(interview, at)
        self._keep(number, interview)
        self.drafts.append(number)

    @precondition(lambda self: self.known)
    @rule(data=st.data(), interview=small_interviews)
    def change(self, data: st.DataObject, interview: Interview) -> None:
        number = self._pick(data)
        action = data.draw(st.sampled_from(["update", "save_draft", "complete"]))
        refused = self._settled(number) and interview.gut != self.known[number].gut
        refused |= action == "save_draft" and number not in self.drafts
        try:
            if action == "save_draft":
                self.journal.save_draft(interview, {}, number)
            else:
                getattr(self.journal, action)(number, interview)
        except JournalError:
            assert refused
            return
        assert not refused
        self._keep(number, interview)
        if number in self.drafts and action != "update":
            self.drafts.remove(number)
        if action == "save_draft" or (action == "update" and number in self.drafts):
            self.drafts = [*(one for one in self.drafts if one != number), number]

    @precondition(lambda self: self.known)
    @rule(data=st.data(), assessment=small_assessments)
    def show(self, data: st.DataObject, assessment: Assessment) -> None:
        number = self._pick(data)
        if number in self.drafts:
            with pytest.raises(JournalError):
                self.journal.show_assessment(number, assessment)
        else:
            self.journal.show_assessment(number, assessment)
            self.shown[number].append(assessment)

    @precondition(lambda self: self.known)
    @rule(data=st.data(), outcome=small_outcomes)
    def tell(self, data: st.DataObject, outcome: Outcome) -> None:
        number = self._pick(data)
        self.journal.record_outcome(number, outcome)
        self.told[number].append(outcome)
        self.known[number] = self.known[number].model_copy(update={"outcome": outcome})

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        number = self._pick(data)
        assert self.journal.delete(number)
        del self.known[number]
        if number in self.drafts:
            self.drafts.remove(number)

    @rule()
    def close_and_open(self) -> None:
        self.journal.close()
        self.journal = Journal.open(self.journal.path)

    @rule()
    def move_to_another_journal_and_back(self) -> None:
        with TemporaryDirectory() as folder:
            self.journal.export_json(Path(folder) / "all.json")
            assert self.journal.import_json(Path(folder) / "all.json").unchanged == len(self.known)

    @invariant()
    def holds_what_was_given(self) -> None:
        lines = self.journal.list()
        assert [line.id for line in lines] == sorted(self.known)
        for line in lines:
            record = self.journal.get(line.id)
            shown, told = self.shown[line.id], self.told[line.id]
            assert record.interview == self.known[line.id]
            assert [one.assessment for one in record.assessments] == shown
            assert [one.outcome for one in record.outcomes] == told
            assert (record.status == "draft") == (line.id in self.drafts)
            assert line.probability == (shown[-1].probability if shown else None)
            assert line.outcome == (told[-1].kind if told else None)
            assert line.gut == record.interview.gut
        draft = self.journal.draft()
        assert (draft.id if draft else None) == (self.drafts[-1] if self.drafts else None)


def test_actions_in_any_order(open_new: Callable[[], Journal]) -> None:
    machine = type("Actions", (_Actions,), {"open_new": staticmethod(open_new)})
    run_state_machine_as_test(machine, settings=settings(deadline=None, stateful_step_count=12))


def test_dates_at_the_ends_of_the_calendar(journal: Journal) -> None:
    context = Context(interview_date=date.min, promised_date=date.max)
    assert journal.get(journal.add(Interview(context=context))).interview.context == context
