"""Mails to jobs: from the mailbox to the answer, and all the way back."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import JsonValue

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from validation.mailbox import mailbox

from wentwell.filing import answer, catch_up, pending, settle, take_in, to_look_at, undo, waiting
from wentwell.interview import Contact, Context, Interview, Opportunity, OpportunityDetails
from wentwell.journal import (
    Journal,
    JournalError,
    MailBook,
    MailFolder,
    NewOpportunity,
    SearchBook,
    StageMove,
    restore,
)
from wentwell.reviewing import review
from wentwell.sources import message_from_text

from .mails import (
    BAKER,
    BUYER,
    HELD,
    INVITED,
    ME,
    RECEIPT,
    REFUSAL,
    REPLY,
    SHOP,
    THANKS,
    UNSURE,
    fill,
    mail,
    raw,
)


def take(book: Journal, *mails: str, batch: int | None = None) -> object:
    return take_in(book, [message_from_text(one) for one in mails], batch=batch)


def documents(book: Journal, number: int = 1) -> list[str | None]:
    return [one.name for one in book.get(number).interview.documents]


def labels(book: Journal, number: int = 1) -> set[str]:
    return {one.label for one in book.get(number).interview.evidence}


def test_sure_mails_reach_the_answer_and_a_prompt_reply_is_seen(book: Journal) -> None:
    before = review(book, book.get(1), HELD).answer.assessment.probability
    taken = take_in(book, [message_from_text(one) for one in (INVITED, THANKS, REPLY)])
    assert (taken.attached, taken.waiting, taken.interviews) == ((1, 1, 1), 0, (1,))
    # the invitation was sent before the interview: it is no word about how that went
    assert documents(book) == ["n", "Mail 2031-03-04 from Jo Ambers", "Mail 2031-03-05 from Lena Fisk"]
    assert {"reply.prompt", "reply.warm"} <= labels(book)
    after = review(book, book.get(1), HELD.replace(day=6)).answer.assessment
    assert after.probability > before
    assert "reply.prompt" in {one.label for one in after.contributions}


def test_nothing_is_doubled(book: Journal) -> None:
    take(book, THANKS, REPLY)
    held = documents(book)
    again = take_in(book, [message_from_text(one) for one in (REPLY, THANKS, REPLY)])
    assert (again.batch, again.known) == (None, 3)
    assert documents(book) == held
    without_id = [message_from_text("Thank you for coming, dear Jo.") for _ in range(2)]
    assert take_in(book, without_id).known == 1


def test_of_a_mail_about_no_job_no_word_is_kept(book: Journal) -> None:
    take(book, SHOP)
    assert MailBook(book).list() == []
    assert list(MailBook(book).states().values()) == ["none"]
    copy = book.path.with_name("copy")
    book.backup(copy)
    assert b"boots" not in copy.read_bytes()
    assert b"shoehouse" not in copy.read_bytes()
    # it is looked at again, for a job may have come since
    SearchBook(book).add(NewOpportunity(opportunity=Opportunity(employer="Shoe House", job="Cobbler")))
    assert take_in(book, [message_from_text(SHOP)]).known == 0


def test_an_automatic_receipt_counts_for_nothing(book: Journal) -> None:
    taken = take_in(book, [message_from_text(RECEIPT)])
    (kept,) = MailBook(book).list()
    assert (kept.kind, kept.document, taken.interviews) == ("automatic", None, ())
    assert documents(book) == ["n"]
    assert not pending(book)


def test_a_refusal_sent_by_a_machine_counts(book: Journal) -> None:
    take(book, raw(
        20, "Larkfield Mills <no-reply@larkfieldmills.example>", "Head Baker at Larkfield Mills",
        "Dear Jo,\n\nthank you for the interview for Head Baker at Larkfield Mills. Unfortunately, we "
        "have decided not to move forward with your application.", 9, after=(1, "larkfieldmills.example"),
        more="Auto-Submitted: auto-generated\n",
    ))  # fmt: skip
    (kept,) = MailBook(book).list()
    if kept.state == "waiting":
        settle(book, kept.id, 1)
    assert len(documents(book)) == 2
    assert "outcome.rejected" in labels(book)


def test_two_roles_at_one_employer_wait_for_the_users_word(book: Journal) -> None:
    take(book, UNSURE)
    (one,) = waiting(book)
    assert set(one.choices) >= {1, 2}
    assert documents(book) == ["n"]
    assert to_look_at(book) == 1
    done = settle(book, one.mail.id, 2)
    assert (done.interviews, MailBook(book).get(one.mail.id).opportunity) == ((), 2)
    assert to_look_at(book) == 0
    # the other role's interview keeps its words as they were
    assert documents(book) == ["n"]


def test_a_refusal_closes_nothing_before_the_user_says_so(book: Journal) -> None:
    take(book, INVITED, THANKS, REPLY, REFUSAL)
    assert SearchBook(book).get(1).is_open
    (one,) = pending(book)
    assert one.proposal.outcome is not None
    assert (one.proposal.outcome.kind, str(one.proposal.outcome.on)) == ("rejected", "2031-03-12")
    answer(book, one.mail, one.proposal, yes=True)
    assert SearchBook(book).get(1).closing == "refused"
    assert not pending(book)
    undone = undo(book)
    assert undone.outcome == "rejected"
    assert SearchBook(book).get(1).is_open
    (one,) = pending(book)
    answer(book, one.mail, one.proposal, yes=False)
    assert SearchBook(book).get(1).is_open
    assert not pending(book)
    assert to_look_at(book) == 0


def test_a_refusal_without_an_interview_proposes_to_close_its_job(book: Journal) -> None:
    take(book, raw(
        30, "Nele Oster <nele@osterferries.example>", "Your application as Deck Officer at Oster Ferries",
        "Dear Jo,\n\nunfortunately we have decided not to take your application as Deck Officer at Oster "
        "Ferries any further. We have chosen other candidates.\n\nNele Oster", 10,
    ))  # fmt: skip
    for wait in waiting(book):
        settle(book, wait.mail.id, 3)
    (one,) = pending(book)
    assert one.proposal.move is not None
    answer(book, one.mail, one.proposal, yes=True)
    job = SearchBook(book).get(3)
    assert (job.stage, job.closing, job.history[-1].made_by) == ("closed", "refused", "mail")
    assert undo(book).stage == "closed"
    assert SearchBook(book).get(3).is_open


def test_all_can_be_taken_back_to_the_beginning(book: Journal) -> None:
    before = book.get(1).interview
    take(book, INVITED, THANKS, REPLY, UNSURE, SHOP)
    (one,) = waiting(book)
    settle(book, one.mail.id, 1)
    assert len(documents(book)) == 4
    settle(book, one.mail.id, 2)
    assert len(documents(book)) == 3
    assert undo(book).restored == (one.mail.id,)
    # back with the first job, and its words with that job's interview
    assert len(documents(book)) == 4
    assert undo(book).interviews == (1,)
    assert [wait.mail.id for wait in waiting(book)] == [one.mail.id]
    undone = undo(book)
    assert (undone.what, len(undone.removed)) == ("add", 4)
    assert book.get(1).interview.documents == before.documents
    assert {one.label for one in book.get(1).interview.evidence} <= {"selling.start_date"}
    assert MailBook(book).states() == {}
    with pytest.raises(JournalError, match="nothing to undo"):
        undo(book)


def test_what_is_said_of_one_mail_tells_of_its_thread(book: Journal) -> None:
    second = mail(
        40, "Piet Larsen <piet@larkfieldmills.example>", "Re: Your application at Larkfield Mills",
        "Dear Jo, a short word again: we need a few more days.", 9, after=(5, "larkfieldmills.example"),
    )  # fmt: skip
    take_in(book, [message_from_text(UNSURE), second])
    first, _ = waiting(book)
    done = settle(book, first.mail.id, 2)
    assert done.followed == 1
    assert [one.opportunity for one in MailBook(book).list("attached")] == [2, 2]
    undo(book)
    assert len(waiting(book)) == 2


def test_a_mail_waits_for_its_debrief_to_be_finished(book: Journal) -> None:
    late = mail(
        50, "Nele Oster <nele@osterferries.example>", "Deck Officer at Oster Ferries: interview of 20 March",
        "Dear Jo,\n\nthank you for the interview as Deck Officer at Oster Ferries on 20 March. You will "
        "hear from us by the end of next week.\n\nNele Oster", 22,
    )  # fmt: skip
    take_in(book, [late])
    for wait in waiting(book):
        settle(book, wait.mail.id, 3)
    (kept,) = MailBook(book).list("attached")
    assert kept.document is None
    book.complete(2, book.get(2).interview)
    assert catch_up(book) == (2,)
    assert documents(book, 2) == ["Mail 2031-03-22 from Nele Oster"]
    assert catch_up(book) == ()


def test_mails_go_with_their_interview_and_job(book: Journal) -> None:
    take(book, INVITED, THANKS, REPLY, UNSURE)
    settle(book, waiting(book)[0].mail.id, 2)
    book.delete(1)
    assert {one.opportunity for one in MailBook(book).list()} == {2}
    copy = book.path.with_name("copy")
    book.backup(copy)
    assert b"kind note" not in copy.read_bytes()
    SearchBook(book).delete(2)
    assert MailBook(book).list() == []
    with pytest.raises(JournalError, match="nothing to undo"):
        undo(book)


def test_mails_follow_an_interview_to_a_job_of_another_name(book: Journal) -> None:
    alone = book.add(
        Interview(opportunity=Opportunity(employer="Nordlys"), context=Context(interview_date=HELD))
    )
    job = next(one.id for one in SearchBook(book).list() if one.opportunity.employer == "Nordlys")
    take(book, UNSURE)
    settle(book, waiting(book)[0].mail.id, job)
    interview = book.get(alone).interview
    named = Opportunity(employer="Nordlys Light", job="Keeper")
    book.update(alone, interview.model_copy(update={"opportunity": named}))
    (kept,) = MailBook(book).list()
    assert kept.opportunity is not None
    assert SearchBook(book).get(kept.opportunity).opportunity == named


def test_an_export_and_a_backup_take_the_mails_along(book: Journal, tmp_path: Path) -> None:
    take(book, INVITED, THANKS, REPLY, UNSURE, SHOP)
    book.export_json(tmp_path / "all.json")
    with Journal.open(tmp_path / "other.sqlite") as other:
        other.import_json(tmp_path / "all.json")
        other.import_json(tmp_path / "all.json")
        names = {"identity", "state", "message", "document", "job", "of", "kind", "filed", "why"}
        told = [[one.model_dump(include=names) for one in MailBook(some).list()] for some in (book, other)]
        assert told[0] == told[1]
        assert MailBook(other).addresses() == (ME,)
        # the thread is known there too
        assert take_in(other, [message_from_text(REFUSAL)]).attached == (1,)
    book.backup(tmp_path / "copy.sqlite")
    with Journal.open(tmp_path / "copy.sqlite") as copy:
        assert len(MailBook(copy).list()) == 4


def test_how_far_a_folder_was_read_comes_back(book: Journal, tmp_path: Path) -> None:
    def at(uid: int, user: str = ME) -> MailFolder:
        mark: dict[str, JsonValue] = {
            "host": "imap.mailplace.example", "user": user, "folder": "Sent", "validity": 5, "last_uid": uid,
        }  # fmt: skip
        return MailFolder(host="imap.mailplace.example", user=user, folder="Sent", bookmark=mark)

    def read(some: Journal, user: str, person: str | None = None) -> MailFolder | None:
        return MailBook(some).folder("imap.mailplace.example", user, "Sent", person)

    take_in(book, [message_from_text(THANKS)], folder=at(17), what="fetch")
    take_in(book, [], "Ada", folder=at(4, "ada"), what="fetch")
    book.export_json(tmp_path / "all.json")
    with Journal.open(tmp_path / "other.sqlite") as other:
        other.import_json(tmp_path / "all.json")
        assert (read(other, ME), read(other, "ada", "ADA")) == (at(17), at(4, "ada"))
        assert read(other, ME, "Ada") is None
        # what a journal knows itself stays, whether it is earlier or later
        for own in (9, 30):
            take_in(other, [], folder=at(own), what="fetch")
            other.import_json(tmp_path / "all.json")
            assert read(other, ME) == at(own)
    book.backup(tmp_path / "copy.sqlite")
    restore(tmp_path / "copy.sqlite", tmp_path / "restored.sqlite")
    with Journal.open(tmp_path / "restored.sqlite") as restored:
        assert read(restored, ME) == at(17)


def test_what_changed_meanwhile_is_not_written_over(book: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    import wentwell.filing._take as module

    kept = module._Documents.read

    def changed_meanwhile(self: object) -> object:
        read = kept(self)  # type: ignore[arg-type]
        book.update(1, book.get(1).interview.model_copy(update={"feeling": "calm"}))
        return read

    monkeypatch.setattr(module._Documents, "read", changed_meanwhile)
    with pytest.raises(JournalError, match="changed meanwhile"):
        take(book, THANKS, REPLY)
    assert MailBook(book).states() == {}
    assert (documents(book), book.get(1).interview.feeling) == (["n"], "calm")


def test_a_persons_mails_stay_apart(book: Journal) -> None:
    for job in (BAKER, BUYER):  # two roles at one employer: a mail that names neither is asked about
        book.add(Interview(person="Ada", opportunity=job, context=Context(interview_date=HELD)))
    mails = MailBook(book)
    mails.add_addresses(["ada@mailplace.example"], "Ada")
    take_in(book, [message_from_text(UNSURE)], "Ada")
    assert (to_look_at(book), to_look_at(book, "Ada")) == (0, 1)
    (one,) = waiting(book, "Ada")
    hers, *more = (job.id for job in SearchBook(book).list_of("Ada"))
    assert set(one.choices) == {hers, *more}
    with pytest.raises(JournalError, match="another person's"):
        settle(book, one.mail.id, 1, "Ada")
    settle(book, one.mail.id, hers, "Ada")
    assert mails.list() == []


@pytest.mark.parametrize("job", [99, 10**17])
def test_a_job_that_is_not_there_is_told(book: Journal, job: int) -> None:
    take(book, UNSURE)
    with pytest.raises(JournalError, match="no job"):
        settle(book, waiting(book)[0].mail.id, job)


def test_a_whole_mailbox_end_to_end(tmp_path: Path) -> None:
    """A made-up mailbox of known truth: what is attached is right, the rest waits, the user settles it."""
    box = mailbox(11, "held", "usual", opportunities=5, mails=90)
    truth = {one.message.message_id: one.opportunity for one in box.mails}
    with Journal.open(tmp_path / "journal.sqlite") as book:
        numbers: dict[int, int] = {}
        for known in box.known:
            named = Opportunity(employer=known.employer, job=known.job)
            people = tuple(Contact(mail=one) if "@" in one else Contact(name=one) for one in known.people)
            numbers[known.number] = SearchBook(book).add(
                NewOpportunity(
                    opportunity=named,
                    details=OpportunityDetails(domains=known.domains, contacts=people),
                    steps=(StageMove(stage="applied", on=known.began),),
                )
            )
            for held in known.interviews:
                book.add(Interview(opportunity=named, context=Context(interview_date=held.day)))
        MailBook(book).add_addresses(box.mine)
        messages = [one.message for one in box.mails]
        batch = None
        for start in range(0, len(messages), 40):
            batch = take_in(book, messages[start : start + 40], batch=batch).batch
        attached = MailBook(book).list("attached")
        right = [
            one
            for one in attached
            if one.message is not None and numbers.get(truth[one.message.message_id] or 0) == one.opportunity
        ]
        assert len(attached) > 15
        assert len(right) >= 0.95 * len(attached)
        while left := waiting(book):
            one = left[0]
            assert one.mail.message is not None
            belongs = truth[one.mail.message.message_id]
            settle(book, one.mail.id, numbers[belongs] if belongs else None)
        for kept in MailBook(book).list("attached"):
            # what is put to an interview was sent on its day or later
            if kept.document is not None and kept.interview is not None and kept.message is not None:
                day = book.get(kept.interview).interview.context.interview_date
                assert kept.message.date is not None
                assert day is not None
                assert kept.message.date.date() >= day
        book.check()
        while MailBook(book).list():
            undo(book)
        assert all(not record.interview.documents for record in book.records())


_KILLED = r"""
import sys
from wentwell.filing import take_in
from wentwell.journal import Journal
from wentwell.sources import message_from_text

with Journal.open(sys.argv[1]) as book:
    batch = None
    print("begun", flush=True)
    for text in sys.stdin.read().split("\0"):
        batch = take_in(book, [message_from_text(text)], batch=batch).batch
        print("kept", flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="cannot kill here")
def test_killed_in_the_middle_nothing_kept_is_lost_or_doubled(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    with Journal.open(path) as book:
        fill(book)
    mails = [INVITED, THANKS, REPLY, UNSURE, RECEIPT, REFUSAL]
    chance = random.Random(20310306)  # noqa: S311
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", _KILLED, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ},
        ) as child:
            assert child.stdin is not None
            assert child.stdout is not None
            child.stdin.write("\0".join(mails))
            child.stdin.close()
            kept = 0
            until = chance.randint(1, len(mails) - 1)
            for line in child.stdout:
                kept += line == "kept\n"
                if kept >= until:
                    break
            child.kill()
        with Journal.open(path) as book:
            book.check()
            states = MailBook(book).states()
            assert len(states) >= kept
            names = documents(book)
            assert len(names) == len(set(names))
            filed = {one.document for one in MailBook(book).list("attached")} - {None}
            assert filed == set(names) - {"n"}
    with Journal.open(path) as book:
        take(book, *mails)
        assert len(MailBook(book).list()) == len(mails)
        assert len(documents(book)) == 4


def test_what_the_user_says_wins_over_what_was_sure(book: Journal) -> None:
    take(book, INVITED)
    (one,) = MailBook(book).list()
    assert one.opportunity == 1
    settle(book, one.id, 2)
    # the thread goes where the user put its first mail
    thanks = THANKS.replace("about Head Baker at Larkfield Mills ", "")
    assert take_in(book, [message_from_text(thanks)]).attached in ((), (2,))
    assert MailBook(book).get(one.id).opportunity == 2


_DRIVER = r"""
import json, os, random, signal, sys, time, traceback
from pathlib import Path

import wentwell.mails
from wentwell.filing import answer, pending, settle, take_in, undo, waiting
from wentwell.journal import Journal, MailBook, SearchBook
from wentwell.mails import MailKindFound
from wentwell.sources import message_from_text

path, kills = Path(sys.argv[1]), int(sys.argv[2])
mails = [message_from_text(one) for one in sys.stdin.read().split("\0")]
chance = random.Random(20310312)
refusal = MailKindFound(kind="refusal", probability=0.9, probabilities={})
wentwell.mails.find_kinds = lambda some: [refusal for _ in some]  # quick, and safe after a fork


def read(documents):
    return [[] for _ in documents]


def file_one(book):
    # done already, if the kill came between the keeping and the report
    for one in waiting(book)[:1]:
        settle(book, one.mail.id, chance.choice([1, 2, None]), read=read)


def answer_one(book):
    found = pending(book)
    if found:
        answer(book, found[0].mail, found[0].proposal, yes=True)


def back(book):
    if MailBook(book).states():
        undo(book, read=read)


STEPS = [*(lambda book, one=one: take_in(book, [one], read=read) for one in mails), file_one, answer_one]
STEPS += [back] * 4


def held(book):
    # each attached mail with a name stands among its interview's documents, and no other mail does
    filed = sorted(one.document for one in MailBook(book).list("attached") if one.document)
    names = sorted(one.name for one in book.get(1).interview.documents if one.name != "n")
    assert filed == names, (filed, names)
    assert len(set(names)) == len(names)
    told = book.get(1).outcomes
    said = [one for one in MailBook(book).list() if one.answer == "yes"]
    assert len(told) <= len(said), (told, said)
    return len(MailBook(book).states())


# twice through all: so that the children find everything loaded, and to know how long a step takes here
with Journal.open(path) as book:
    for _ in range(2):
        begun = time.monotonic()
        for one in STEPS:
            one(book)
        usual = (time.monotonic() - begun) / len(STEPS)
    while MailBook(book).states():
        back(book)
cut, hit, place, known = 0, set(), 0, 0
while cut < kills:
    reading, report = os.pipe()
    moment = chance.uniform(0.001, usual * chance.choice((1, 3, 9)))
    child = os.fork()
    if child == 0:
        os.close(reading)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, moment)
        try:
            with Journal.open(path) as book:
                for at in range(place, len(STEPS)):
                    STEPS[at](book)
                    os.write(report, bytes([len(MailBook(book).states())]))
        except BaseException:
            traceback.print_exc()
            os._exit(9)
        os._exit(0)
    os.close(report)
    told = b""
    while part := os.read(reading, 99):
        told += part
    os.close(reading)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "a step failed after a kill"
    cut += os.WIFSIGNALED(status)
    with Journal.open(path) as book:
        book.check()
        count = held(book)
        known = told[-1] if told else known
        # what was reported is kept; the step in progress may have been kept too
        assert count in (known, known + 1) or place + len(told) >= len(mails) + 2, (count, known)
        place += len(told)
        hit.add(place)
        if place >= len(STEPS) or not os.WIFSIGNALED(status):
            while MailBook(book).states():
                back(book)
            assert [one.name for one in book.get(1).interview.documents] == ["n"]
            assert not book.get(1).outcomes
            place = known = 0
        known = len(MailBook(book).states())
print(json.dumps({"kills": cut, "hit": sorted(hit)}))
"""


@pytest.mark.skipif(not hasattr(os, "fork") or not hasattr(signal, "setitimer"), reason="cannot fork here")
def test_no_kill_parts_a_mail_from_its_words(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    with Journal.open(path) as book:
        fill(book)
    ran = subprocess.run(
        [sys.executable, "-c", _DRIVER, str(path), "120"],
        input="\0".join((INVITED, THANKS, REPLY, UNSURE, RECEIPT, REFUSAL)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout.splitlines()[-1])
    assert told["kills"] == 120
    assert len(told["hit"]) >= 5
