"""``wentwell calendar``: what a user types, and what comes back."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from wentwell.journal import Journal

Run = Callable[..., Any]

NOON = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
SOON = NOON + timedelta(days=3)


def moment(when: datetime) -> str:
    return f"{when:%Y%m%dT%H%M%SZ}"


def event(uid: str, title: str, when: datetime = SOON, more: str = "") -> str:
    return (
        f"BEGIN:VEVENT\nUID:{uid}\nDTSTART:{moment(when)}\nDTEND:{moment(when + timedelta(minutes=45))}\n"
        f"SUMMARY:{title}\n{more}END:VEVENT\n"
    )


@pytest.fixture
def give(tmp_path: Path) -> Callable[..., Path]:
    def write(*events: str) -> Path:
        path = tmp_path / "walk.ics"
        path.write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\n{''.join(events)}END:VCALENDAR\n", encoding="utf-8")
        return path

    return write


def events_of(data: str | bytes) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(data)
    return {str(one["uid"]).rsplit("-", 1)[-1]: one for one in calendar.walk("VEVENT")}


def one_line(text: str) -> bool:
    return text.count("\n") == 1 and text.endswith("\n") and "Traceback" not in text


INTERVIEW = event(
    "a", "Interview with Acme", more="LOCATION:https://zoom.us/j/1\nORGANIZER;CN=Lena:mailto:l@acme.example\n"
)
CHAT = event("b", "Intro call with Norvane", SOON + timedelta(days=1), "DESCRIPTION:About the role.\n")
DENTIST = event("c", "Dentist")


def test_a_preview_is_shown_the_sure_one_taken_and_a_second_time_nothing_doubled(run: Run, give: Any) -> None:
    path = give(INTERVIEW, CHAT, DENTIST)
    ran = run("calendar", "import", path, "--yes")
    assert ran.status == 0, ran.err
    assert "Acme · 45 min · video" in ran.out
    assert "new; sure (" in ran.out
    assert "with Lena" in ran.out
    assert "Dentist" not in ran.out
    assert "1 not sure: left out" in ran.out
    assert "wentwell debrief --resume 1" in ran.out
    again = run("calendar", "import", path, "--yes")
    assert "1 known already" in again.out
    listed = run("list").out
    assert listed.count("Acme") == 1
    assert "Norvane" not in listed


def test_each_unsure_one_is_asked_about(run: Run, give: Any) -> None:
    path = give(INTERVIEW, CHAT)
    ran = run("calendar", "import", path, stdin="\nwhat\ny\n")
    assert ran.status == 0, ran.err
    assert "Take in 1? [Y/n]" in ran.out
    assert "Is 2 an interview of yours?" in ran.out
    assert "Kept as number 1, 2" in ran.out
    assert "y or n" in ran.out


def test_a_no_and_the_end_of_the_input_change_nothing(run: Run, give: Any, journal: Path) -> None:
    ran = run("calendar", "import", give(INTERVIEW), stdin="n\n")
    assert "Nothing was changed." in ran.out
    assert run("calendar", "import", give(INTERVIEW), stdin="").status == 130
    with Journal.open(journal) as book:
        assert book.list() == []


def test_the_employer_is_asked_for_where_the_event_names_none(run: Run, give: Any) -> None:
    ran = run("calendar", "import", give(event("a", "Interview")), stdin="y\nLumen Works\n")
    assert "Which employer" in ran.out
    assert "Lumen Works" in run("list").out


def test_it_completes_a_known_interview_and_undo_takes_it_back(
    run: Run, give: Any, tmp_path: Path, journal: Path
) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("She asked when I could start.", encoding="utf-8")
    day = NOON - timedelta(days=2)
    told = run("assess", notes, "--save", "--at", "Acme", "--date", f"{day.astimezone():%Y-%m-%d}")
    assert told.status == 0, told.err
    ran = run("calendar", "import", give(event("a", "Interview with Acme", day)), "--yes")
    assert "belongs to number 1 and adds: scheduled minutes" in ran.out
    with Journal.open(journal) as book:
        assert book.get(1).interview.context.scheduled_minutes == 45
        assert len(book.list()) == 1
    assert "As before: number 1." in run("calendar", "undo").out
    with Journal.open(journal) as book:
        assert book.get(1).interview.context.scheduled_minutes is None
    assert run("calendar", "undo").status == 2


def test_moved_and_cancelled_events_are_told(run: Run, give: Any, journal: Path) -> None:
    run("calendar", "import", give(INTERVIEW), "--yes")
    later = SOON + timedelta(days=5)
    moved = run("calendar", "import", give(event("a", "Interview with Acme", later, "SEQUENCE:1\n")), "--yes")
    assert moved.status == 0, moved.err
    assert "number 1 was moved" in moved.out
    with Journal.open(journal) as book:
        assert book.get(1).interview.context.interview_date == later.astimezone().date()
    older = run("calendar", "import", give(INTERVIEW), "--yes")
    assert "from a later state" in older.out
    gone = event("a", "Interview with Acme", later, "SEQUENCE:2\nSTATUS:CANCELLED\n")
    cancelled = run("calendar", "import", give(gone), "--yes")
    assert "number 1 was cancelled in the calendar; it stays in your journal" in cancelled.out
    assert "often only moved" in cancelled.out
    assert "Acme" in run("list").out


def test_from_standard_input(run: Run, give: Any) -> None:
    data = give(INTERVIEW).read_bytes()
    assert "add --yes" in run("calendar", "import", "-", stdin=data).err
    assert "Kept as number 1" in run("calendar", "import", "-", "--yes", stdin=data).out


def test_nothing_found_says_what_to_do(run: Run, give: Any) -> None:
    ran = run("calendar", "import", give(DENTIST))
    assert ran.status == 0
    assert "No interviews found" in ran.out
    assert "--since" in ran.out


@pytest.mark.parametrize("words", ["Dear Jo", "", "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 50_001])
def test_what_cannot_be_read_gets_one_line(run: Run, tmp_path: Path, words: str) -> None:
    path = tmp_path / "x.ics"
    path.write_text(words, encoding="utf-8")
    ran = run("calendar", "import", path)
    assert ran.status == 2
    assert one_line(ran.err)
    assert ran.out == ""


def test_days_out_of_order_are_refused(run: Run, give: Any) -> None:
    ran = run("calendar", "import", give(INTERVIEW), "--since", "2026-05-02", "--until", "2026-05-01")
    assert (ran.status, one_line(ran.err)) == (2, True)


def test_assess_says_what_to_do_with_a_calendar(run: Run, give: Any) -> None:
    ran = run("assess", give(INTERVIEW))
    assert ran.status == 2
    assert "wentwell calendar import" in ran.err


def test_a_title_cannot_steer_the_terminal(run: Run, give: Any) -> None:
    ran = run("calendar", "import", give(event("a", "Interview with Acme\x1b[2J\u202e")), "--yes")
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out


@pytest.fixture
def kept(run: Run, tmp_path: Path) -> str:
    """Keep one interview, and return its day."""
    notes = tmp_path / "notes.txt"
    notes.write_text("She asked when I could start.", encoding="utf-8")
    day = f"{(NOON - timedelta(days=2)).astimezone():%Y-%m-%d}"
    ran = run(
        "assess",
        notes,
        "--save",
        "--at",
        "Acme",
        "--date",
        day,
        "--promised",
        f"{SOON.astimezone():%Y-%m-%d}",
    )
    assert ran.status == 0, ran.err
    return day


def test_export_to_standard_output_and_to_a_file(run: Run, kept: str, tmp_path: Path) -> None:
    printed = events_of(run("calendar", "export").out)
    assert set(printed) == {"interview@wentwell", "promised@wentwell", "up@wentwell"}
    assert f"{printed['interview@wentwell']['dtstart'].dt}" == kept
    target = tmp_path / "out.ics"
    ran = run("calendar", "export", target)
    assert "3 dates" in ran.out
    assert "names the employers" in ran.err
    assert target.stat().st_mode & 0o777 == 0o600
    assert set(events_of(target.read_bytes())) == set(printed)
    again = run("calendar", "export", target)
    assert (again.status, one_line(again.err)) == (2, True)
    discreet = run("calendar", "export", target, "--force", "--discreet", "--no-alarms")
    assert discreet.err == ""
    assert b"Acme" not in target.read_bytes()
    assert b"VALARM" not in target.read_bytes()


def test_a_later_export_changes_what_the_earlier_one_put_there(run: Run, kept: str) -> None:
    before = events_of(run("calendar", "export").out)
    assert run("outcome", "1", "rejected").status == 0
    after = events_of(run("calendar", "export").out)
    assert after.keys() == before.keys()
    for kind in ("promised@wentwell", "up@wentwell"):
        assert str(after[kind]["uid"]) == str(before[kind]["uid"])
        assert str(after[kind]["status"]) == "CANCELLED"
        assert int(after[kind]["sequence"]) == 1
    assert int(after["interview@wentwell"]["sequence"]) == 0


def test_deadlines_of_open_jobs_are_in_it_and_change_with_the_job(run: Run, tmp_path: Path) -> None:
    day, later = (f"{(SOON + timedelta(days=more)).astimezone():%Y-%m-%d}" for more in (0, 4))
    job = ("job", "add", "Heron Ferries", "--job", "Deckhand", "--deadline")
    assert run(*job, day, "--deadline-for", "send papers; and, a photo").status == 0
    assert run("job", "add", "Loom Street", "--deadline", day).status == 0
    assert run(*job, day, "--person", "Ada").status == 0
    data = run("calendar", "export").out
    first: list[Any] = list(icalendar.Calendar.from_ical(data).walk("VEVENT"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import vobject
    second = {str(one.uid.value): one for one in vobject.readOne(data).vevent_list}
    assert sorted(str(one["summary"]) for one in first) == [
        "Your deadline: Loom Street",
        "send papers; and, a photo: Heron Ferries, Deckhand",
    ]
    for one in first:
        other = second[str(one["uid"])]
        assert f"{one['dtstart'].dt}" == f"{other.dtstart.value}" == day
        assert other.summary.value == str(one["summary"])
        assert (
            [alarm["trigger"].dt for alarm in one.walk("VALARM")]
            == [alarm.trigger.value for alarm in other.valarm_list]
            == [timedelta(hours=-15), timedelta(hours=9)]
        )
    assert not {"Heron", "Deckhand", "papers"} & set(run("calendar", "export", "--discreet").out.split())
    feed = tmp_path / "feed.ics"
    assert run("calendar", "feed", feed, "--no-alarms").status == 0
    assert run("job", "edit", "1", "--deadline", later).status == 0
    assert later.replace("-", "") in feed.read_text()
    assert "VALARM" not in feed.read_text()
    assert run("job", "close", "1", "withdrawn").status == 0
    assert run("job", "edit", "2", "--no-deadline").status == 0
    assert icalendar.Calendar.from_ical(feed.read_bytes()).walk("VEVENT") == []
    gone: list[Any] = list(icalendar.Calendar.from_ical(run("calendar", "export").out).walk("VEVENT"))
    assert {str(one["status"]) for one in gone} == {"CANCELLED"}
    assert {str(one["uid"]) for one in gone} == {str(one["uid"]) for one in first}
    assert run("job", "undo", "1").status == 0
    assert "Heron Ferries" in feed.read_text()


def test_its_own_export_is_not_taken_in(run: Run, kept: str, tmp_path: Path) -> None:
    target = tmp_path / "out.ics"
    run("calendar", "export", target)
    assert "No interviews found" in run("calendar", "import", target, "--yes").out


def test_interviews_from_a_calendar_are_given_back_only_when_asked(run: Run, give: Any) -> None:
    run("calendar", "import", give(INTERVIEW), "--yes")
    assert events_of(run("calendar", "export").out) == {}
    everything = events_of(run("calendar", "export", "--everything").out)
    assert everything["interview@wentwell"]["dtstart"].dt == SOON


def test_the_feed_follows_each_change_until_it_is_off(run: Run, kept: str, tmp_path: Path) -> None:
    feed = tmp_path / "feed.ics"
    assert "No calendar file" in run("calendar", "feed").out
    began = run("calendar", "feed", feed)
    assert began.status == 0, began.err
    assert len(events_of(feed.read_bytes())) == 3
    assert str(feed) in run("calendar", "feed").out
    inode = feed.stat().st_ino
    for looking in (["list"], ["show", "1"], ["show", "1"], ["calendar", "export"]):
        assert run(*looking).status == 0
    assert feed.stat().st_ino == inode  # nothing changed, so nothing was written
    run("outcome", "1", "rejected")
    assert set(events_of(feed.read_bytes())) == {"interview@wentwell"}
    run("delete", "1", "--yes")
    assert events_of(feed.read_bytes()) == {}
    assert b"Acme" not in feed.read_bytes()
    assert "stays as it is" in run("calendar", "feed", "--off").out
    feed.unlink()
    run("debrief", stdin="calm\n" + "\n" * 60 + "q\n")
    assert not feed.exists()


def test_the_feed_does_not_take_the_place_of_something_else(run: Run, kept: str, tmp_path: Path) -> None:
    mine = tmp_path / "mine.ics"
    mine.write_text("mine", encoding="utf-8")
    ran = run("calendar", "feed", mine)
    assert (ran.status, one_line(ran.err)) == (2, True)
    assert mine.read_text(encoding="utf-8") == "mine"
    assert run("calendar", "feed", tmp_path / "none" / "x.ics").status == 2
    assert "No calendar file" in run("calendar", "feed").out
    own = tmp_path / "own.ics"
    run("calendar", "export", own)
    assert run("calendar", "feed", own).status == 0


def test_a_feed_that_cannot_be_written_is_told_and_the_command_is_done(
    run: Run, kept: str, tmp_path: Path
) -> None:
    folder = tmp_path / "away"
    folder.mkdir()
    run("calendar", "feed", folder / "feed.ics")
    (folder / "feed.ics").unlink()
    folder.rmdir()
    ran = run("outcome", "1", "advanced")
    assert ran.status == 0
    assert "Recorded" in ran.out
    assert one_line(ran.err)
    assert "wentwell calendar feed --off" in ran.err


def test_without_a_journal_it_says_how_to_start(run: Run, tmp_path: Path) -> None:
    for words in (["export"], ["feed"], ["feed", "--off"], ["undo"], ["feed", tmp_path / "f.ics"]):
        ran = run("calendar", *words)
        assert (ran.status, one_line(ran.err)) == (2, True)


def test_a_debrief_says_that_an_interview_of_today_waits(run: Run, give: Any) -> None:
    run("calendar", "import", give(event("a", "Interview with Acme", NOON)), "--yes")
    assert "Number 1 (Acme) waits from your calendar" in run("debrief", stdin="").out
    resumed = run("debrief", "--resume", "1", stdin="calm\n" + "\n" * 60 + "q\n")
    assert "[video]" not in resumed.out
    assert "[Acme]" in resumed.out


def test_interviews_of_other_people_are_neither_completed_nor_written(
    run: Run, give: Any, tmp_path: Path, journal: Path
) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("She asked when I could start.", encoding="utf-8")
    day = NOON - timedelta(days=2)
    saved = ("assess", notes, "--save", "--at", "Acme", "--date", f"{day.astimezone():%Y-%m-%d}")
    assert run(*saved, "--person", "Ada").status == 0
    assert events_of(run("calendar", "export").out) == {}
    ran = run("calendar", "import", give(event("a", "Interview with Acme", day)), "--yes")
    assert "Kept as number 2" in ran.out, ran.err
    with Journal.open(journal) as book:
        assert list(book.appointments()) == [2]
        assert book.get(1).interview.context.scheduled_minutes is None
        ours = str(book.get(2).uuid)
    written = icalendar.Calendar.from_ical(run("calendar", "export", "--everything").out)
    assert {str(one["uid"])[: len(ours)] for one in written.walk("VEVENT")} == {ours}


def test_a_debrief_of_another_person_is_not_told_what_waits_for_the_user(run: Run, give: Any) -> None:
    run("calendar", "import", give(event("a", "Interview with Acme", NOON)), "--yes")
    assert "waits from your calendar" in run("debrief", stdin="").out
    assert "waits from your calendar" not in run("debrief", "--person", "Ada", stdin="").out
