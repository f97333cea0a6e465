"""``wentwell thank`` and ``wentwell draft``: messages to send, made of what the record holds.

The drafts go to standard output, unwrapped and ready to copy; everything about them goes to standard error.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wentwell._version import __version__
from wentwell.cli._answers import without_unknown_answers
from wentwell.cli._journal import finished, open_journal
from wentwell.cli._options import DAY, NUMBER, today
from wentwell.cli._say import working
from wentwell.reviewing import letters, weighed

if TYPE_CHECKING:
    from wentwell.drafting import Draft, DraftKind, Timing, Tone
    from wentwell.interview import Answer
    from wentwell.polishing import Endpoint

F = TypeVar("F", bound=Callable[..., Any])

SCHEMA = "wentwell.drafts/1"
_LONGEST_NAME = 60
_MOST_WORDS = 120
"""A longer note of thanks is hardly read."""
_CUT = "----- what stands below this line is not part of the message -----"
_KINDS = ("nudge", "refusal", "invitation", "timeline")
_QUESTIONS: dict[DraftKind, str] = {
    "thanks": "Do I send a note of thanks now?",
    "nudge": "Do I ask for news now?",
    "refusal": "Do I answer the refusal now?",
    "invitation": "Do I answer the invitation now?",
    "timeline": "Do I ask about the timeline now?",
}
_TONES = ("plain", "warm", "brief")

_OPTIONS = (
    click.option("--to", metavar="NAME", help="Whom it is for, as you would write the name."),
    click.option("--from", "sender", metavar="NAME", help="Your own name, to sign with."),
    click.option(
        "--tone", type=click.Choice(_TONES), default="plain", help="How it sounds (default: plain)."
    ),
    click.option("--print", "only_print", is_flag=True, help="Only print, open no editor."),
    click.option("--json", "as_json", is_flag=True, help="Print as JSON, with where each phrase came from."),
    click.option(
        "--polish",
        is_flag=True,
        help="Have it rephrased by the language model that WENTWELL_LLM_URL and WENTWELL_LLM_MODEL name.",
    ),
    click.option("--anyway", is_flag=True, help="Write it even if now is not the time."),
    click.option("--today", "on", type=DAY, help="Write it as on this day (default: today)."),
)


def _draft_options(command: F) -> F:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command("thank")
@click.argument("number", metavar="ID", type=NUMBER)
@_draft_options
@click.pass_obj
def thank_command(journal: str | None, /, number: int, **options: Any) -> None:
    """Draft a note of thanks to each interviewer of interview ID.

    It says whether to send one now, and what that is worth. The draft is made only of what your notes and the
    transcript hold; what they do not hold is left as a marked gap. On a terminal it opens in $EDITOR.
    """
    _Desk(journal, number, options).give("thanks")


@click.command("draft")
@click.argument("kind", type=click.Choice(_KINDS))
@click.argument("number", metavar="ID", type=NUMBER)
@click.option("--when", "time", metavar="WORDS", help="invitation: the day and time, or when you are free.")
@click.option("--by", "deadline", type=DAY, help="timeline: the last day to answer the other offer.")
@_draft_options
@click.pass_obj
def draft_command(
    journal: str | None,
    /,
    kind: DraftKind,
    number: int,
    *,
    time: str | None,
    deadline: date | None,
    **options: Any,
) -> None:
    """Draft another message about interview ID.

    nudge: a short question after a silence, from the right day on. refusal: an answer that keeps the door
    open. invitation: an answer to one. timeline: a question when another offer presses.
    """
    if time is not None and kind != "invitation":
        raise click.UsageError("--when goes with invitation")
    if deadline is not None and kind != "timeline":
        raise click.UsageError("--by goes with timeline")
    desk = _Desk(journal, number, options)
    if deadline is not None and deadline < desk.on:
        raise click.BadParameter(f"the day {deadline} has passed (today is {desk.on})", param_hint="--by")
    desk.give(kind, time=_told_name(time, "--when", longest=200), deadline=deadline)


def _told_name(name: str | None, option: str, longest: int = _LONGEST_NAME) -> str | None:
    """Return a name as typed, on one line; refuse one that is empty or no name."""
    if name is None:
        return None
    from wentwell.telling import clean

    plain = clean(name)
    if not plain or len(plain) > longest:
        raise click.BadParameter(f"please write 1 to {longest} characters", param_hint=option)
    return plain


class _Desk:
    """One interview, and how the user wants its drafts."""

    def __init__(self, journal: str | None, number: int, options: dict[str, Any]) -> None:
        self.on: date = options["on"] or today()
        self._number = number
        self._tone: Tone = options["tone"]
        self._to = _told_name(options["to"], "--to")
        self._sender = _told_name(options["sender"], "--from")
        self._as_json: bool = options["as_json"]
        self._anyway: bool = options["anyway"]
        self._endpoint = _endpoint() if options["polish"] else None
        self._edits = not options["only_print"] and not self._as_json and _has_editor()
        with open_journal(journal) as book:
            record = finished(book, number)
            personal = book.learned(record.interview.person)
        record = record.model_copy(update={"interview": without_unknown_answers(record.interview)})
        with working(record.interview.documents):
            # a draft is written as of its own day, also after the outcome came
            self._answer: Answer = weighed(record, self.on, personal)

    def give(self, kind: DraftKind, *, time: str | None = None, deadline: date | None = None) -> None:
        """Say whether it is time, and give the drafts."""
        from wentwell.advice import last_word
        from wentwell.drafting import timing

        interview, assessment = self._answer.interview, self._answer.assessment
        heard_on = last_word(interview.documents, assessment.context, self.on)
        when = timing(kind, interview, assessment, self.on, heard_on)
        drafts: Sequence[Draft] = ()
        if when.verdict == "now" or self._anyway:
            drafts = [self._polished(draft) for draft in self._written(kind, time, deadline)]
        if self._as_json:
            _print_json(when, drafts)
            return
        self._tell_timing(kind, when, written=bool(drafts))
        for place, draft in enumerate(drafts, 1):
            if len(drafts) > 1:
                _aside(f"\n--- {place} of {len(drafts)}" + (f": {draft.to}" if draft.to else "") + " ---")
            self._hand_over(draft, apart=place > 1)

    def _written(self, kind: DraftKind, time: str | None, deadline: date | None) -> Sequence[Draft]:
        return letters(
            kind,
            self._answer,
            self.on,
            to=self._to,
            sender=self._sender,
            tone=self._tone,
            time=time,
            deadline=deadline,
        )

    def _polished(self, draft: Draft) -> Draft:
        """Return a draft rephrased by the user's language model, or as it was if that adds anything."""
        if self._endpoint is None:
            return draft
        from wentwell.polishing import EndpointError, added, middle, rephrase, with_middle

        before = middle(draft.body)
        _aside(
            f"Sending {len(before.split())} words to {self._endpoint.host}: the draft without subject, "
            "greeting and signature."
        )
        try:
            after = rephrase(self._endpoint, before)
        except EndpointError as wrong:
            _aside(f"Not polished: {wrong}. The draft is as it was.")
            return draft
        reasons = added(before, after)
        if reasons:
            why = "; ".join(reasons[:4])
            _aside(f"Not polished, as what came back said something else: {why}. The draft is as it was.")
            return draft
        _aside("Polished; read it again before you send it.")
        return draft.model_copy(update={"body": with_middle(draft.body, after)})

    def _tell_timing(self, kind: DraftKind, when: Timing, *, written: bool) -> None:
        from wentwell.telling import grade_words

        _aside(f"{_QUESTIONS[kind]} {when.reason}".replace(" ID", f" {self._number}"))
        if written or (kind == "thanks" and when.verdict != "no"):
            grade = grade_words(when.grade)
            _aside(f"What it is worth: {when.worth} ({grade}" + (f"; {when.source})" if when.source else ")"))
        if not written:
            _aside("No draft was written; --anyway writes one.")

    def _hand_over(self, draft: Draft, *, apart: bool) -> None:
        """Print a draft, after it was edited if the user has an editor."""
        text = _message(draft)
        edited = text
        if self._edits:
            saved = _edited(f"{text}\n{_CUT}\n{_remarks(draft)}\n")
            edited = text if saved is None else saved.split(_CUT)[0].strip() + "\n"
            if not edited.strip():
                _aside("Left out, as nothing was left of it.")
                return
        from wentwell.telling import clean

        _aside("")
        lines = [clean(line) for line in edited.splitlines()]
        click.echo("\n".join(["", "", *lines] if apart else lines))
        _aside("")
        left = [gap for gap in draft.gaps if gap.text in edited]
        if edited == text:
            _aside(_remarks(draft))
        elif left:
            _aside("Still to fill in: " + ", ".join(dict.fromkeys(gap.text for gap in left)))
        if draft.kind == "thanks" and len(edited.split()) > _MOST_WORDS:
            _aside(f"It has {len(edited.split())} words; under {_MOST_WORDS} it is more likely to be read.")


def _endpoint() -> Endpoint:
    from wentwell.polishing import EndpointError, configured

    try:
        return configured(os.environ)
    except EndpointError as wrong:
        raise click.UsageError(str(wrong)) from None


def _has_editor() -> bool:
    import sys

    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    return terminal and bool(os.environ.get("VISUAL") or os.environ.get("EDITOR"))


def _edited(text: str) -> str | None:
    """Return a text as it was saved; ``None`` if it was not."""
    try:
        return click.edit(text, extension=".txt")
    except click.ClickException:
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
        raise click.ClickException(
            f"the editor {editor} could not be used; set EDITOR to another one, or add --print"
        ) from None


def _message(draft: Draft) -> str:
    to = f"To: {draft.to}\n" if draft.to else ""
    return f"{to}Subject: {draft.subject}\n\n{draft.body}"


def _remarks(draft: Draft) -> str:
    """Say what is left to do, and what the draft says for the user."""
    lines: list[str] = []
    for gap in dict.fromkeys(draft.gaps):
        hint = f" They said, or you wrote: “{_short(gap.hint)}”" if gap.hint else ""
        lines.append(f"To fill in: {gap.text}. {gap.reason}{hint}")
    if draft.says_for_you:
        lines.append("It says this for you; change what is not so: " + " / ".join(draft.says_for_you))
    taken = [f"“{one.phrase}” ({one.source})" for one in dict.fromkeys(draft.taken)]
    if taken:
        lines.append("Taken from your record: " + ", ".join(taken) + ". Nothing else in it is a fact.")
    return "\n".join(lines)


def _short(words: str, limit: int = 200) -> str:
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0] + " […]"


def _aside(text: str) -> None:
    from wentwell.telling import clean

    click.echo("\n".join(clean(line) for line in text.split("\n")), err=True)


def _print_json(when: Timing, drafts: Sequence[Draft]) -> None:
    told = {
        "wentwell": __version__,
        "schema": SCHEMA,
        "timing": when.model_dump(mode="json"),
        "drafts": [{**draft.model_dump(mode="json"), "words": draft.words} for draft in drafts],
    }
    click.echo(json.dumps(told, indent=2, ensure_ascii=True))
