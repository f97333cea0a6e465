"""``wentwell job``: one job of the search, from the application on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args

import click

from wentwell.cli._job_import import import_command
from wentwell.cli._journal import open_journal
from wentwell.cli._options import DAY, Number, format_option, person_option, refuse_future, today
from wentwell.interview import (
    SEARCH_STAGES,
    Closing,
    Contact,
    Deadline,
    Opportunity,
    OpportunityDetails,
    SearchStage,
    distinct_tags,
    parse_contact,
    parse_domain,
    parse_tag,
)

if TYPE_CHECKING:
    from wentwell.journal import OpportunityEntry

F = TypeVar("F", bound=Callable[..., Any])
_LONGEST = {"url": 2000, "note": 20_000}
_LINE = 500


class Job(Number):
    """The number of a job in the journal."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no number of a job; wentwell board shows them", param, ctx)


class Words(click.ParamType[str]):
    """A line of text, or a note, of a length that can be kept."""

    name = "words"

    def __init__(self, longest: int = _LINE) -> None:
        self._longest = longest

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value).strip()
        if len(text) > self._longest:
            self.fail(f"this is {len(text)} characters long; keep it to {self._longest}", param, ctx)
        return text


class Tag(click.ParamType[str]):
    """One word, with or without ``#``."""

    name = "tag"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return parse_tag(str(value))
        except ValueError as wrong:
            self.fail(str(wrong), param, ctx)


class Person(click.ParamType[Contact]):
    """A contact: ``Ines Roth <ines@brook.example>, recruiter``."""

    name = "contact"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Contact:
        if isinstance(value, Contact):
            return value
        try:
            return parse_contact(str(value))
        except ValueError as wrong:
            self.fail(str(wrong), param, ctx)


class Domain(click.ParamType[str]):
    """A mail domain: ``brook.example``."""

    name = "domain"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return parse_domain(str(value))
        except ValueError as wrong:
            self.fail(str(wrong), param, ctx)


JOB = Job()
_NUMBER = click.argument("number", metavar="N", type=JOB)
_TEXTS = ("url", "place", "source", "note")


def _detail_options(command: F) -> F:
    for option in (
        click.option("--domain", "domains", type=Domain(), multiple=True, help="A mail domain of theirs."),
        click.option(
            "--contact",
            "contacts",
            type=Person(),
            multiple=True,
            help='Somebody there: "Name <address>, role"; may be given more than once.',
        ),
        click.option("--note", type=Words(_LONGEST["note"]), help="A note for yourself."),
        click.option("--source", type=Words(), help="Where you found it."),
        click.option("--place", type=Words(), help="Where the work is."),
        click.option("--url", type=Words(_LONGEST["url"]), help="Where it is advertised."),
        click.option("--deadline-for", type=Words(), metavar="WHAT", help="What is due then."),
        click.option("--deadline", type=DAY, help="A day by which you have to do something."),
    ):
        command = option(command)
    return command


@click.group("job")
def job_command() -> None:
    """Keep one job of your search: where it stands, from the application on."""


@job_command.command("add")
@click.argument("employer", type=Words(200))
@click.option("--job", "job", type=Words(200), default="", help="What the job is called.")
@click.option(
    "--stage",
    type=click.Choice([stage for stage in SEARCH_STAGES if stage != "closed"]),
    default="applied",
    show_default=True,
    help="Where it stands.",
)
@click.option("--on", type=DAY, help="Since when (default: today).")
@click.option(
    "--tag", "tags", type=Tag(), multiple=True, help="A word to find it by; may be given more often."
)
@_detail_options
@person_option
@click.pass_obj
def add_command(
    journal: str | None,
    /,
    employer: str,
    *,
    job: str,
    stage: SearchStage,
    on: date | None,
    person: str | None,
    tags: tuple[str, ...],
    **given: Any,
) -> None:
    """Keep a job at EMPLOYER, also before any interview.

    Interviews of the same employer and job join it by themselves.
    """
    from wentwell.journal import Journal, NewOpportunity, SearchBook, StageMove

    if not employer:
        raise click.UsageError("the employer has no name; write one")
    refuse_future(on, today(), "the day", "--on")
    details = _changed(OpportunityDetails(tags=distinct_tags(tags)), given)
    new = NewOpportunity(
        person=person,
        opportunity=Opportunity(employer=employer, job=job),
        details=details,
        steps=(StageMove(stage=stage, on=on or today()),),
    )
    with Journal.open(journal) as book:
        number = SearchBook(book).add(new)
    click.echo(f"Kept as job {number}. When it moves: wentwell job move {number} STAGE.")


@job_command.command("show")
@_NUMBER
@click.option("--no-number", is_flag=True, help="Words only, if you would rather not see a number.")
@format_option("text", "json")
@click.pass_obj
def show_command(
    journal: str | None, /, number: int, *, no_number: bool, as_what: Literal["text", "json"]
) -> None:
    """Show one job: where it stands, its way, its interviews, what you keep about it."""
    import json

    from wentwell import telling
    from wentwell.cli._options import refuse_json_without_number
    from wentwell.journal import SearchBook

    refuse_json_without_number(as_json=as_what == "json", no_number=no_number)
    with open_journal(journal) as book:
        entry = SearchBook(book).get(number)
    if as_what == "json":
        click.echo(json.dumps(telling.job_to_dict(entry), indent=2))
        return
    from wentwell.cli._files import console

    telling.job_to_terminal(entry, today(), console(), number=not no_number)


@job_command.command("edit")
@_NUMBER
@click.option("--employer", type=Words(200), help="Another name of the employer.")
@click.option("--job", "job", type=Words(200), help="Another name of the job.")
@_detail_options
@click.option("--no-deadline", is_flag=True, help="There is no deadline any more.")
@click.option("--no-contact", type=Words(), multiple=True, metavar="NAME", help="Leave this contact out.")
@click.option("--no-domain", type=Domain(), multiple=True, help="Leave this mail domain out.")
@click.pass_obj
def edit_command(
    journal: str | None,
    /,
    number: int,
    *,
    employer: str | None,
    job: str | None,
    no_deadline: bool,
    no_contact: tuple[str, ...],
    no_domain: tuple[str, ...],
    **given: Any,
) -> None:
    """Change what is kept about job N; its interviews take over a new name. An empty text clears one."""
    from wentwell.journal import SearchBook

    if employer == "":
        raise click.UsageError("the employer has no name; write one")
    with open_journal(journal) as book:
        jobs = SearchBook(book)
        known = jobs.get(number)
        details = _without(known.details, no_contact, no_domain, no_deadline=no_deadline)
        details = _changed(details, given)
        names = {name: value for name, value in (("employer", employer), ("job", job)) if value is not None}
        opportunity = known.opportunity.model_copy(update=names)
        if (opportunity, details) == (known.opportunity, known.details):
            click.echo("Nothing was changed. What can be: wentwell job edit --help.")
            return
        jobs.edit(number, opportunity=opportunity, details=details)
    click.echo(f"Job {number} was changed. To take it back: wentwell job undo {number}.")


@job_command.command("move")
@_NUMBER
@click.argument("stage", type=click.Choice([stage for stage in SEARCH_STAGES if stage != "closed"]))
@click.option("--on", type=DAY, help="The day it came (default: today).")
@click.option("--note", type=Words(_LONGEST["note"]), default="", help="A word about it, for yourself.")
@click.pass_obj
def move_command(
    journal: str | None, /, number: int, stage: SearchStage, *, on: date | None, note: str
) -> None:
    """Say where job N stands now; backwards, and out of the closed ones, too."""
    from wentwell.journal import SearchBook, StageMove
    from wentwell.telling import name_of, stage_words

    refuse_future(on, today(), "the day", "--on")
    with open_journal(journal) as book:
        jobs = SearchBook(book)
        if jobs.get(number).stage == stage:
            click.echo(f"Job {number} stands there already. Nothing was changed.")
            return
        entry = jobs.move(number, StageMove(stage=stage, on=on or today(), note=note))
    click.echo(f"{name_of(entry)}: {stage_words(stage, None)}. To take it back: wentwell job undo {number}.")


@job_command.command("close")
@_NUMBER
@click.argument("how", type=click.Choice(get_args(Closing)))
@click.option("--on", type=DAY, help="The day it came (default: today).")
@click.option("--note", type=Words(_LONGEST["note"]), default="", help="A word about it, for yourself.")
@click.pass_obj
def close_command(journal: str | None, /, number: int, how: Closing, *, on: date | None, note: str) -> None:
    """Say that job N is closed, and how; it stays on the board with --closed."""
    from wentwell.journal import SearchBook, StageMove
    from wentwell.telling import closed_words

    refuse_future(on, today(), "the day", "--on")
    with open_journal(journal) as book:
        jobs = SearchBook(book)
        if jobs.get(number).closing == how:
            click.echo(f"Job {number} is closed so already. Nothing was changed.")
            return
        entry = jobs.move(number, StageMove(stage="closed", closing=how, on=on or today(), note=note))
    click.echo(closed_words(how))
    _offer_outcome(entry, how)
    click.echo(f"To take it back: wentwell job undo {number}.")


def _offer_outcome(entry: OpportunityEntry, how: Closing) -> None:
    """Name the command that also tells the last interview's outcome, which the record learns from."""
    outcome = {"refused": "rejected", "withdrawn": "withdrew", "accepted": "offer", "declined": "offer"}.get(
        how
    )
    last = entry.interviews[-1] if entry.interviews else None
    if outcome and last is not None and last.status == "complete" and last.outcome in (None, "no-answer"):
        click.echo(f"For your record, tell the interview too: wentwell outcome {last.id} {outcome}.")


@job_command.command("tag")
@_NUMBER
@click.argument("tags", nargs=-1, required=True, type=Tag())
@click.option("--remove", is_flag=True, help="Take these tags off.")
@click.pass_obj
def tag_command(journal: str | None, /, number: int, tags: tuple[str, ...], *, remove: bool) -> None:
    """Put TAGS on job N: single words to find it by."""
    from wentwell.journal import SearchBook
    from wentwell.telling import clean

    with open_journal(journal) as book:
        jobs = SearchBook(book)
        known = jobs.get(number)
        if remove:
            gone = {tag.casefold() for tag in tags}
            after = tuple(tag for tag in known.details.tags if tag.casefold() not in gone)
        else:
            after = distinct_tags((*known.details.tags, *tags))
        if after != known.details.tags:
            jobs.edit(number, details=known.details.model_copy(update={"tags": after}))
    told = " ".join(f"#{clean(tag)}" for tag in after)
    click.echo(f"Job {number}: {told}." if told else f"Job {number} has no tags.")


@job_command.command("undo")
@_NUMBER
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def undo_command(journal: str | None, /, number: int, *, yes: bool) -> None:
    """Take back the last change of job N; again, and the one before goes too.

    An outcome told of one of its interviews is a change as well; you are asked before it goes.
    """
    from wentwell.journal import SearchBook
    from wentwell.telling import name_of, stage_words, taken_back_words

    with open_journal(journal) as book:
        jobs = SearchBook(book)
        coming = jobs.last_change(number)
        asks = coming is not None and coming.kind in ("add", "outcome") and not yes
        if coming is not None and asks and not click.confirm(f"Take back {taken_back_words(coming)}?"):
            click.echo("Nothing was changed.")
            return
        done = jobs.undo(number)
    click.echo(f"Taken back: {taken_back_words(done)}.")
    if done.entry is not None:
        where = stage_words(done.entry.stage, done.entry.closing)
        click.echo(f"{name_of(done.entry)}: {where}.")


@job_command.command("delete")
@_NUMBER
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def delete_command(journal: str | None, /, number: int, *, yes: bool) -> None:
    """Delete job N and all that is kept about it for good; its interviews must be gone before."""
    from wentwell.journal import SearchBook
    from wentwell.telling import name_of

    with open_journal(journal) as book:
        jobs = SearchBook(book)
        known = jobs.get(number)
        if not (yes or known.interviews) and not click.confirm(
            f"Delete job {number} ({name_of(known)}) for good?"
        ):
            click.echo("Nothing was deleted.")
            return
        wiped = jobs.delete(number)
    click.echo(
        f"Deleted job {number}. Backups and exports made earlier still hold it."
        if wiped
        else f"Deleted job {number}. Another program is using the journal; its last traces go with that."
    )


def _changed(details: OpportunityDetails, given: dict[str, Any]) -> OpportunityDetails:
    """Put what a command was given over what is kept; contacts and domains are added."""
    update: dict[str, Any] = {name: given[name] for name in _TEXTS if given[name] is not None}
    day, what = given["deadline"], given["deadline_for"]
    if day is not None:
        update["deadline"] = Deadline(day=day, what=what or "")
    elif what is not None:
        if details.deadline is None:
            raise click.UsageError("--deadline-for needs --deadline DAY")
        update["deadline"] = details.deadline.model_copy(update={"what": what})
    update["contacts"] = tuple(dict.fromkeys((*details.contacts, *given["contacts"])))
    update["domains"] = tuple(dict.fromkeys((*details.domains, *given["domains"])))
    return details.model_copy(update=update)


def _without(
    details: OpportunityDetails,
    contacts: Iterable[str],
    domains: Iterable[str],
    *,
    no_deadline: bool,
) -> OpportunityDetails:
    gone = {name.casefold() for name in contacts}
    known = {name.casefold() for one in details.contacts for name in (one.name, one.mail) if name}
    if gone - known:
        raise click.UsageError("there is no such contact; wentwell job show N names them")
    return details.model_copy(
        update={
            "contacts": tuple(
                one for one in details.contacts if not gone & {one.name.casefold(), one.mail.casefold()}
            ),
            "domains": tuple(one for one in details.domains if one not in set(domains)),
            **({"deadline": None} if no_deadline else {}),
        }
    )


job_command.add_command(import_command)
