"""``wentwell inbox``: what mails wait for the user's word, one after the other, and the way back."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

import click

from wentwell.cli._journal import open_journal
from wentwell.cli._options import NUMBER, format_option, person_option
from wentwell.cli._say import read_line

if TYPE_CHECKING:
    from wentwell.filing import Pending, Settled, Waiting
    from wentwell.journal import Journal, MailEntry, OpportunityEntry, UndoneMails

_KEYS = {"y": "yes", "n": "none of my jobs", "o": "another job", "s": "later", "q": "enough"}


@click.command("inbox")
@click.argument("number", metavar="[MAIL]", type=NUMBER, required=False)
@click.option("--job", type=NUMBER, metavar="N", help="With MAIL: it belongs to this job.")
@click.option("--interview", type=NUMBER, metavar="ID", help="With --job: it is about this interview.")
@click.option("--none", "none", is_flag=True, help="With MAIL: it is about none of your jobs.")
@click.option("--accept", is_flag=True, help="With MAIL: do what it proposes.")
@click.option("--decline", is_flag=True, help="With MAIL: do not do what it proposes.")
@click.option("--list", "only_list", is_flag=True, help="Only list what waits; asks nothing.")
@click.option("--all", "everything", is_flag=True, help="List all mails that were kept, filed ones too.")
@click.option("--undo", is_flag=True, help="Take back what was done last with mails.")
@person_option
@format_option("text", "json")
@click.pass_obj
def inbox_command(
    journal: str | None,
    /,
    *,
    number: int | None,
    job: int | None,
    interview: int | None,
    none: bool,
    accept: bool,
    decline: bool,
    only_list: bool,
    everything: bool,
    undo: bool,
    person: str | None,
    as_what: Literal["text", "json"],
) -> None:
    """Go through the mails that wait for your word, one key each; in a pipe it lists them.

    With MAIL, a number of that list, it asks about that one alone, also if it is filed already.
    """
    chosen = [name for name, given in (("--job", job), ("--none", none), ("--accept", accept)) if given]
    chosen += ["--decline"] if decline else []
    if len(chosen) > 1:
        raise click.UsageError(f"choose one of {' and '.join(chosen)}")
    if chosen and number is None:
        raise click.UsageError(f"{chosen[0]} needs the number of a mail; wentwell inbox --list shows them")
    if interview is not None and job is None:
        raise click.UsageError("--interview goes with --job")
    if undo and (chosen or number is not None or only_list or everything):
        raise click.UsageError("--undo takes back what was done last; leave the rest out")
    from wentwell.filing import catch_up

    with open_journal(journal) as book:
        if undo:
            from wentwell.filing import undo as take_back

            _tell_undone(take_back(book, person))
            return
        catch_up(book, person)
        desk = _Desk(book, person)
        if chosen and number is not None:
            desk.do(number, job, interview, none=none, accept=accept)
        elif only_list or everything or as_what == "json" or not sys.stdin.isatty():
            desk.tell(number, everything=everything, as_json=as_what == "json")
        else:
            desk.run(number)


class _Desk:
    """The mails that wait, and what is said to them."""

    def __init__(self, book: Journal, person: str | None) -> None:
        self._book = book
        self._person = person

    def _jobs(self) -> Mapping[int, OpportunityEntry]:
        from wentwell.journal import SearchBook

        return {one.id: one for one in SearchBook(self._book).list_of(self._person)}

    def tell(self, number: int | None, *, everything: bool, as_json: bool) -> None:
        """List what waits, or tell of one mail."""
        from wentwell import telling
        from wentwell.filing import pending, waiting
        from wentwell.journal import MailBook

        waits, proposals = waiting(self._book, self._person), pending(self._book, self._person)
        mails = MailBook(self._book).list(person=self._person) if everything else ()
        if number is not None:
            mails = (MailBook(self._book).get(number),)
            waits = [one for one in waits if one.mail.id == number]
            proposals = [one for one in proposals if one.mail.id == number]
        if as_json:
            click.echo(telling.inbox_to_json(waits, proposals, mails), nl=False)
            return
        jobs = self._jobs()
        for wait in waits:
            _lines(wait.mail, telling.match_words(wait, jobs))
        for one in proposals:
            _lines(one.mail, telling.proposal_words(one.mail, one.proposal, one.job), kind=False)
        if number is not None:
            if not waits:
                if not proposals:
                    click.echo(f"{mails[0].id:4d}  {telling.mail_line(mails[0])}")
                click.echo(f"      {telling.filed_words(mails[0], jobs)}")
            return
        if not waits and not proposals:
            click.echo("No mail waits for your word.")
        elif not everything:
            click.echo("To go through them: wentwell inbox. One of them: wentwell inbox MAIL.")
        if mails:
            click.echo("\nAll mails that were kept")
        for mail in mails:
            click.echo(f"{mail.id:4d}  {telling.mail_line(mail)}")
            click.echo(f"      {telling.filed_words(mail, jobs)}")

    def do(self, number: int, job: int | None, interview: int | None, *, none: bool, accept: bool) -> None:
        """Do one thing to one mail, as its options say."""
        from wentwell.filing import answer, settle

        if none or job is not None:
            _tell_settled(settle(self._book, number, job, self._person, interview=interview), job)
            return
        found = self._pending(number)
        if found is None:
            raise click.UsageError(f"mail {number} proposes nothing; wentwell inbox --list shows what waits")
        answer(self._book, found.mail, found.proposal, yes=accept)
        self._tell_answered(found, yes=accept)

    def run(self, number: int | None) -> None:
        """Ask about each mail that waits, or about one."""
        from wentwell.filing import pending, waiting
        from wentwell.journal import MailBook

        if number is not None:
            self._ask_about(number)
            return
        seen: set[int] = set()
        asked = False
        mails, later = MailBook(self._book), 0
        while left := waiting(self._book, self._person, most=1, passed=seen):
            asked = True
            seen.add(left[0].mail.id)
            if not self._ask_where(left[0], mails.count("waiting", self._person) - later):
                return
            later += mails.get(left[0].mail.id).state == "waiting"
        declined: set[int] = set()
        while found := [
            one for one in pending(self._book, self._person) if one.mail.id not in seen | declined
        ]:
            asked = True
            declined.add(found[0].mail.id)
            _lines(found[0].mail)
            if not self._ask_proposal(found[0]):
                return
        click.echo("That was all." if asked else "No mail waits for your word.")

    def _ask_about(self, number: int) -> None:
        from wentwell.filing import Waiting, waiting
        from wentwell.journal import MailBook
        from wentwell.matching import Match
        from wentwell.telling import filed_words

        mails = MailBook(self._book)
        mail = mails.get(number)
        if mail.state == "waiting":
            others = {one.id for one in mails.list("waiting", person=self._person)} - {number}
            for one in waiting(self._book, self._person, passed=others):
                self._ask_where(one, 1)
            return
        click.echo(f"It is filed: {filed_words(mail, self._jobs())}.")
        match = Match(verdict="ask", opportunity=mail.opportunity, interview=None, confidence=1.0, why=())
        self._ask_where(Waiting(mail, match), 1, filed=True)

    def _ask_where(self, one: Waiting, left: int, *, filed: bool = False) -> bool:
        """Ask where a mail belongs; return whether to go on."""
        from wentwell import telling
        from wentwell.filing import settle

        jobs = self._jobs()
        _lines(one.mail, "" if filed else telling.match_words(one, jobs))
        first = one.choices[0] if one.choices else None
        yes = f"y job {first}, " if first is not None else ""
        more = f"  ({left} left)" if left > 1 else ""
        while True:
            key = _key(f"  {yes}n none, o another, s later, q enough{more} ")
            if key == "q":
                return False
            if key in ("s", ""):
                return True
            if key == "n":
                job = None
            elif key == "y" and first is not None:
                job = first
            elif key == "o":
                job = _other(one.choices, jobs)
                if job is None:
                    continue
            else:
                click.echo(f"  {'y, ' if yes else ''}n, o, s or q")
                continue
            _tell_settled(settle(self._book, one.mail.id, job, self._person), job)
            found = self._pending(one.mail.id)
            return found is None or self._ask_proposal(found)

    def _ask_proposal(self, found: Pending) -> bool:
        from wentwell.filing import answer
        from wentwell.telling import proposal_words

        click.echo(f"  {proposal_words(found.mail, found.proposal, found.job)}")
        while True:
            key = _key("  y yes, n no, s later, q enough ")
            if key in ("y", "n"):
                answer(self._book, found.mail, found.proposal, yes=key == "y")
                self._tell_answered(found, yes=key == "y")
            elif key not in ("s", "q", ""):
                click.echo("  y, n, s or q")
                continue
            return key != "q"

    def _pending(self, number: int) -> Pending | None:
        from wentwell.filing import pending

        return next((one for one in pending(self._book, self._person) if one.mail.id == number), None)

    def _tell_answered(self, found: Pending, *, yes: bool) -> None:
        from wentwell.reviewing import outcome_words
        from wentwell.telling import stage_words

        outcome, move = found.proposal.outcome, found.proposal.move
        if not yes:
            click.echo("  Left as it is.")
        elif outcome is not None:
            click.echo(f"  {outcome_words(outcome.kind)}")
        elif move is not None:
            click.echo(f"  Job {found.job.id} stands at: {stage_words(move.stage, move.closing)}.")


def _lines(mail: MailEntry, where: str = "", *, kind: bool = True) -> None:
    from wentwell import telling

    click.echo(f"\n{mail.id:4d}  {telling.mail_line(mail)}")
    words = telling.mail_words(mail)
    for line in (f"“{words}”" if words else "", telling.kind_words(mail) if kind else "", where):
        if line:
            click.echo(f"      {line}")


def _other(choices: Sequence[int], jobs: Mapping[int, OpportunityEntry]) -> int | None:
    """Ask for a job by its number; ``None``: back."""
    from wentwell.telling import name_of

    order = [*(one for one in choices if one in jobs), *(one for one in jobs if one not in choices)]
    for number in order:
        click.echo(f"    {number:3d}  {name_of(jobs[number])}")
    while True:
        answer = read_line("  Which job? (its number; Enter: back) ").strip()
        if not answer:
            return None
        if answer.isdecimal() and int(answer) in jobs:
            return int(answer)
        click.echo("  one of the numbers above")


def _key(prompt: str) -> str:
    """Read one key from a terminal."""
    click.echo(prompt, nl=False)
    key = click.getchar().lower()
    if key in ("\x03", "\x04"):  # Ctrl-C and the end of the input
        raise click.Abort
    key = "" if key in ("\r", "\n") else key
    click.echo(_KEYS.get(key, ""))
    return key


def _tell_settled(done: Settled, job: int | None) -> None:
    click.echo("  Kept apart: about none of your jobs." if job is None else f"  Attached to job {job}.")
    if done.followed:
        click.echo(f"  {done.followed} more became sure by it and were attached too.")
    for number in done.interviews:
        click.echo(f"  Interview {number} has other words now: wentwell show {number}.")


def _tell_undone(undone: UndoneMails) -> None:
    if undone.removed:
        count = "1 mail" if len(undone.removed) == 1 else f"{len(undone.removed):,} mails"
        click.echo(f"Taken out again: {count}.")
    if undone.restored:
        numbers = ", ".join(map(str, undone.restored[:20]))
        more = f" and {len(undone.restored) - 20} more" if len(undone.restored) > 20 else ""
        click.echo(f"As before: mail {numbers}{more}.")
    if undone.outcome:
        click.echo(f"Taken back: the outcome that was recorded ({undone.outcome}).")
    if undone.stage:
        click.echo("Taken back: the step of its job.")
    for number in undone.interviews:
        click.echo(f"Interview {number} has its words of before: wentwell show {number}.")
