"""What the journal gives back: frozen values with JSON in and out."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from wentwell.interview import (
    Appointment,
    Assessment,
    Closing,
    Document,
    Evidence,
    Interview,
    MailKind,
    Message,
    MomentInUtc,
    Opportunity,
    OpportunityDetails,
    Outcome,
    OutcomeKind,
    Personal,
    PracticeCard,
    Rating,
    Schedule,
    SearchStage,
    Stage,
    StageStep,
    Target,
)

EntryStatus = Literal["draft", "complete"]
MailState = Literal["attached", "waiting", "none", "dismissed"]
"""``attached``: to a job; ``waiting``: for the user's word; ``none``: about no job, so that only a digest is
kept; ``dismissed``: about no job, by the user's word."""


class _Value(BaseModel):
    # Built when first used: opening a journal needs none of them.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class ShownAssessment(_Value):
    """An assessment as it was shown, and when."""

    uuid: UUID
    shown_at: MomentInUtc
    assessment: Assessment


class RecordedOutcome(_Value):
    """An outcome as it was told, and when."""

    uuid: UUID
    recorded_at: MomentInUtc
    outcome: Outcome


class Entry(_Value):
    """All that the journal keeps of one interview, whichever journal it is in."""

    uuid: UUID
    """The same in every journal the interview is imported into."""
    status: EntryStatus
    created_at: MomentInUtc
    updated_at: MomentInUtc
    """When the interview itself was last changed; showing and telling the outcome do not count."""
    gut_at: MomentInUtc | None = None
    """When the gut chance was told."""
    interview: Interview
    """With the latest outcome."""
    progress: dict[str, JsonValue] | None = None
    """Drafts: where the debrief was."""
    assessments: tuple[ShownAssessment, ...] = ()
    """As they were shown, the first one first."""
    outcomes: tuple[RecordedOutcome, ...] = ()
    """As they were told; the last one counts."""

    @model_validator(mode="after")
    def _parts_belong_together(self) -> Self:
        if (self.interview.gut is None) != (self.gut_at is None):
            raise ValueError("a gut chance and its moment go together")
        if self.interview.outcome != (self.outcomes[-1].outcome if self.outcomes else None):
            raise ValueError("the outcome is not the last one told")
        return self

    @property
    def gut_before_outcome(self) -> float | None:
        """The gut chance, if it was told before any outcome: what learning may trust."""
        if self.gut_at is None or not self._came_before_outcome(self.gut_at):
            return None
        return self.interview.gut

    @property
    def first_shown(self) -> ShownAssessment | None:
        """The first assessment shown, if that was before any outcome: what learning may trust."""
        first = self.assessments[0] if self.assessments else None
        return first if first and self._came_before_outcome(first.shown_at) else None

    @property
    def last_shown(self) -> ShownAssessment | None:
        """The last assessment shown before any outcome."""
        before = [one for one in self.assessments if self._came_before_outcome(one.shown_at)]
        return before[-1] if before else None

    def _came_before_outcome(self, moment: datetime) -> bool:
        """Whether a moment lies before any answer was told, and not after the day on which one came.

        A word that no answer came is not an answer. Days are those of the user's clock.
        """
        answers = [told for told in self.outcomes if told.outcome.kind != "no-answer"]
        return all(
            moment < told.recorded_at
            and (told.outcome.on is None or moment.astimezone().date() <= told.outcome.on)
            for told in answers
        )


class Record(Entry):
    """An entry and its number in this journal."""

    id: int
    mine: tuple[str, ...] = ()
    """The person's own mail addresses, as far as they were told."""


class LearnedVersion(_Value):
    """What was learned of a person, and when; versions are only ever added."""

    uuid: UUID
    person: str | None = None
    made_at: MomentInUtc
    personal: Personal | None = None
    """``None`` takes back the version before it that still holds."""


class Summary(_Value):
    """One line of the list."""

    id: int
    person: str | None = None
    """Whose it is; ``None``: one's own."""
    status: EntryStatus
    created_at: MomentInUtc
    employer: str | None = None
    job: str | None = None
    opportunity: int | None = None
    """The number of its job, if it names one."""
    stage: Stage | None = None
    interview_date: date | None = None
    gut: float | None = None
    target: Target | None = None
    """What the last shown chance is about."""
    probability: float | None = None
    """The last shown chance."""
    low: float | None = None
    high: float | None = None
    outcome: OutcomeKind | None = None
    """The latest outcome told."""


class KeptOpportunity(_Value):
    """A job as it is kept, whichever journal it is in."""

    uuid: UUID
    person: str | None = None
    """Whose it is; ``None``: one's own."""
    opportunity: Opportunity
    details: OpportunityDetails = OpportunityDetails()
    created_at: MomentInUtc
    changed_at: MomentInUtc
    """When its names or details were last changed."""
    kept: bool = False
    """It has a life of its own and stays without an interview."""
    steps: tuple[StageStep, ...] = ()
    """What was told of where it stands, in the order in which it was; what its interviews say is not here."""


class OpportunityInterview(_Value):
    """One line about an interview of a job."""

    id: int
    uuid: UUID
    status: EntryStatus
    stage: Stage | None = None
    day: date | None = None
    promised: date | None = None
    """The day by which an answer was promised."""
    outcome: OutcomeKind | None = None
    """The latest outcome told."""
    target: Target | None = None
    """What the last shown chance is about."""
    probability: float | None = None
    """The last shown chance."""
    low: float | None = None
    high: float | None = None


class OpportunityEntry(KeptOpportunity):
    """A kept job, its number in this journal, its whole way and its interviews."""

    id: int
    history: tuple[StageStep, ...] = ()
    """The steps that count, those made by interviews and outcomes among them; the last one says where it
    stands."""
    interviews: tuple[OpportunityInterview, ...] = ()
    """By day, where it is known, then by number."""

    @property
    def stage(self) -> SearchStage:
        """Where it stands."""
        return self.history[-1].stage if self.history else "applied"

    @property
    def closing(self) -> Closing | None:
        """How it closed; ``None`` while it is open."""
        return self.history[-1].closing if self.history else None

    @property
    def is_open(self) -> bool:
        """Whether nothing has closed it."""
        return self.stage != "closed"

    @property
    def since(self) -> date:
        """The day on which it came to where it stands."""
        return self.history[-1].day if self.history else self.created_at.astimezone().date()

    @property
    def last_chance(self) -> OpportunityInterview | None:
        """The newest interview with a chance that was shown, while nothing is decided; ``None``: no such."""
        shown = [one for one in self.interviews if one.probability is not None]
        undecided = self.stage not in ("offer", "closed")
        if not (shown and undecided) or shown[-1].outcome not in (None, "no-answer"):
            return None
        return shown[-1]

    @property
    def days(self) -> tuple[date, ...]:
        """The days of its steps and interviews, in order: what tells whether it falls into a time."""
        told = {step.day for step in self.history} | {one.day for one in self.interviews if one.day}
        return tuple(sorted(told or {self.created_at.astimezone().date()}))

    def next_date(self, today: date) -> tuple[date, str] | None:
        """Return the next day that matters while it is open, and why; a deadline that passed stays on."""
        if not self.is_open:
            return None
        coming = [(one.day, "interview") for one in self.interviews if one.day and one.day >= today]
        coming += [
            (one.promised, "answer promised")
            for one in self.interviews
            if one.promised and one.promised >= today and one.outcome is None
        ]
        if self.details.deadline is not None:
            coming.append((self.details.deadline.day, self.details.deadline.what or "deadline"))
        return min(coming, default=None)


class StageMove(_Value):
    """Where a job is to stand from now on."""

    stage: SearchStage
    closing: Closing | None = None
    on: date | None = None
    note: str = ""


class Found(_Value):
    """A place in the journal in which all words that were looked for stand."""

    kind: Literal["job", "contact", "note", "mail", "document", "quote", "practice"]
    """``mail``: one that is no document of an interview; one that is, is found there."""
    opportunity: int | None = None
    """The job's number."""
    interview: int | None = None
    """The interview's number, if it stands in one."""
    mail: int | None = None
    """The mail's number, if it stands in one."""
    who: str = ""
    """Employer and job, as written."""
    place: str = ""
    """What it stands in, such as a document's name."""
    before: str
    """The words before the first one found."""
    words: str
    """The first one found, as it stands there."""
    after: str
    """The words after it."""


class NewOpportunity(_Value):
    """A job to be taken in."""

    person: str | None = None
    opportunity: Opportunity
    details: OpportunityDetails = OpportunityDetails()
    steps: tuple[StageMove, ...] = ()
    """Its way so far, the first step first."""


class OpportunityChange(_Value):
    """What a file adds to a job that is known."""

    number: int
    """The job's number."""
    details: dict[str, Any] = Field(default_factory=dict)
    """Details to be set, by their names."""
    steps: tuple[StageMove, ...] = ()
    """Steps that take it further."""


class TakenBack(_Value):
    """What undoing took back of a job."""

    kind: Literal["add", "edit", "move", "outcome"]
    step: StageStep | None = None
    """The step that was taken back."""
    fields: tuple[str, ...] = ()
    """What was set back."""
    interview: int | None = None
    """Of an outcome: the interview of which it was told."""
    entry: OpportunityEntry | None = None
    """The job as it is now; ``None``: it was taken out."""


class Attempt(_Value):
    """One time a card was practised."""

    uuid: UUID
    tried_at: MomentInUtc
    answer: str
    rating: Rating | None = None
    """How it went, by the candidate's own word; ``None``: not told yet."""


class KeptCard(_Value):
    """A practice card as it is kept, whichever journal it is in."""

    uuid: UUID
    interview: UUID
    """The interview it comes from."""
    made_at: MomentInUtc
    changed_at: MomentInUtc
    dropped: bool = False
    card: PracticeCard
    schedule: Schedule
    attempts: tuple[Attempt, ...] = ()
    """The first one first."""

    @property
    def open_attempt(self) -> Attempt | None:
        """The last attempt, if how it went is not told yet."""
        last = self.attempts[-1] if self.attempts else None
        return last if last is not None and last.rating is None else None

    @property
    def last_rated(self) -> Attempt | None:
        """The last attempt of which it was told how it went."""
        return next((one for one in reversed(self.attempts) if one.rating is not None), None)


class PracticeEntry(KeptCard):
    """A kept card, its number and its interview's number in this journal."""

    id: int
    interview_id: int
    person: str | None = None
    """Whose interview it was; ``None``: one's own."""


class ImportCounts(_Value):
    """What an import did."""

    added: int
    updated: int
    """Already known, and the import knew more."""
    unchanged: int


class Restored(_Value):
    """What a journal holds after a backup took its place."""

    interviews: int
    jobs: int
    aside: Path | None = None
    """Where the journal is that was there before."""


class KeptAppointment(_Value):
    """What a calendar says of an interview of this journal or of the one it was exported from."""

    interview: UUID
    appointment: Appointment


class AppointmentChange(_Value):
    """One event of a calendar to be taken in."""

    appointment: Appointment
    number: int | None = None
    """The interview it belongs to; ``None`` makes a new one."""
    interview: Interview = Interview()
    """What a new one is to hold."""
    facts: dict[str, JsonValue] = {}
    """Fields of the context to be set in one that is there."""


class Undone(_Value):
    """What undoing did, by the numbers of the interviews (or of the jobs, if these were taken in)."""

    removed: tuple[int, ...] = ()
    restored: tuple[int, ...] = ()
    kept: tuple[int, ...] = ()
    """Added by the file and worked on since: they stay."""


class CalendarEntry(_Value):
    """An event written for calendars, as it stands."""

    kind: str
    sequence: int
    """How often it was changed since it was first written."""
    content: str
    """What tells one state of it from another."""
    changed_at: MomentInUtc
    day: date
    handed_out: bool = False
    """Written to a file that may have been taken into a calendar."""
    cancelled: bool = False


class CalendarFeed(_Value):
    """A calendar file that is kept up to date."""

    path: str
    discreet: bool = False
    """Without any name."""
    everything: bool = False
    """Also interviews that came from a calendar."""
    alarms: bool = True


class MailFiling(_Value):
    """Where a mail is filed, and what is known of it."""

    state: MailState
    opportunity: int | None = None
    """The job's number; only of what is attached."""
    interview: int | None = None
    """The number of the interview that it is filed under, where that is known."""
    document: str | None = None
    """What it is called among that interview's documents, if it is one of them."""
    confidence: float | None = None
    """How surely it was matched; ``None``: the user said so, or it was not matched."""
    why: tuple[str, ...] = ()
    """What spoke for it, in plain words."""
    filed: dict[str, JsonValue] | None = None
    """What the matching remembers of it."""
    answer: Literal["yes", "no"] | None = None
    """What the user said to what it proposes."""


class NewMail(_Value):
    """A mail to be taken in."""

    identity: str
    """What tells it from every other mail: a digest."""
    message: Message | None = None
    """``None``: it is about no job, and nothing of it is kept but its digest."""
    own: bool = False
    """The candidate wrote it."""
    kind: MailKind | None = None
    kind_probability: float | None = None
    filing: MailFiling


class ReadAnew(_Value):
    """The documents of an interview with mails put to them or taken from them, and the signs in them."""

    number: int
    seen: MomentInUtc
    """When the interview was last changed as it was read for this: a later change is not written over."""
    documents: tuple[Document, ...]
    evidence: tuple[Evidence, ...]


class KeptMail(_Value):
    """A mail as it is kept, whichever journal it is in."""

    person: str | None = None
    identity: str
    kept_at: MomentInUtc
    changed_at: MomentInUtc
    message: Message | None = None
    own: bool = False
    kind: MailKind | None = None
    kind_probability: float | None = None
    state: MailState
    job: UUID | None = None
    """The job that it is attached to."""
    of: UUID | None = None
    """The interview that it is filed under."""
    document: str | None = None
    confidence: float | None = None
    why: tuple[str, ...] = ()
    filed: dict[str, JsonValue] | None = None
    answer: Literal["yes", "no"] | None = None


class MailEntry(KeptMail):
    """A kept mail, its number and those of its job and interview in this journal."""

    id: int
    opportunity: int | None = None
    interview: int | None = None

    @property
    def filing(self) -> MailFiling:
        """How it is filed."""
        return MailFiling(**{name: getattr(self, name) for name in MailFiling.model_fields})


class MailFolder(_Value):
    """How far a folder on a server was read: what `sources.imap` calls a bookmark."""

    host: str
    user: str
    folder: str
    bookmark: dict[str, JsonValue]


class KeptFolder(MailFolder):
    """How far a folder was read, whichever journal knows it. It holds no secret."""

    person: str | None = None
    """Whose mailbox it is, in comparable letters; ``None``: the user's own."""


class UndoneMails(_Value):
    """What undoing took back."""

    what: Literal["add", "fetch", "settle"]
    removed: tuple[int, ...] = ()
    """The numbers of mails that were taken out again."""
    restored: tuple[int, ...] = ()
    """The numbers of mails that are filed as before."""
    interviews: tuple[int, ...] = ()
    """The numbers of interviews that lost or got documents."""
    outcome: OutcomeKind | None = None
    """An outcome that is no longer recorded."""
    stage: SearchStage | None = None
    """Where a job was moved to and stands no more."""
