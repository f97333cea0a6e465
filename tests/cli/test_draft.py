"""``wentwell thank`` and ``wentwell draft``: ready to copy, honest about the time, editable."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

TALK = """[00:00:01] Helen Drury: Good morning. Thank you for coming in.
[00:00:20] Nadia Brandt: Good morning. I have built reports for a hospital group for four years.
[00:01:00] Helen Drury: You would report to me, and take over the monthly settlement report from Sofie.
[00:01:30] Nadia Brandt: That sounds clear. When do you decide?
[00:02:00] Helen Drury: How would you explain a median to a claims handler?
[00:02:30] Nadia Brandt: I would line up the claims from the cheapest to the dearest and take the middle one.
"""


@pytest.fixture
def kept(run: Run, tmp_path: Path) -> Run:
    """Return the command line with one interview in the journal, held on Monday 9 March 2026."""
    talk = tmp_path / "talk.txt"
    talk.write_text(TALK, encoding="utf-8")
    ran = run(
        "assess", talk, "--save", "--at", "Norvane", "--as", "Data analyst", "--stage", "first",
        "--date", "2026-03-09", "--today", "2026-03-09", "--i-am", "Nadia",
    )  # fmt: skip
    assert ran.status == 0, ran.err
    return run


def test_a_note_of_thanks_is_ready_to_copy(kept: Run) -> None:
    ran = kept("thank", 1, "--today", "2026-03-10")
    assert ran.status == 0, ran.err
    head, _, body = ran.out.strip().partition("\n\n")
    assert head == "To: Helen Drury\nSubject: Data analyst: thank you for your time"
    assert body.startswith("Dear Helen Drury,\n\nThank you for your time on Monday.")
    assert "the monthly settlement report" in body
    assert body.endswith("Nadia Brandt")
    told = " ".join(ran.err.split())
    assert "Do I send a note of thanks now? Yes" in told
    assert "470" in told
    assert "direct numbers" in told
    assert "“the monthly settlement report”" in told


def test_who_it_is_for_and_how_it_sounds(kept: Run) -> None:
    told = ("--today", "2026-03-10", "--print")
    plain = kept("thank", 1, "--to", "Ms Vogt", "--from", "N. Brandt", *told).out
    assert "Dear Ms Vogt," in plain
    assert plain.rstrip().endswith("N. Brandt")
    outs = {kept("thank", 1, "--tone", tone, *told).out for tone in ("plain", "warm", "brief")}
    assert len(outs) == 3


def test_json_holds_the_drafts_and_where_each_phrase_came_from(kept: Run) -> None:
    told = json.loads(kept("thank", 1, "--json", "--today", "2026-03-10").out)
    assert told["schema"] == "wentwell.drafts/1"
    assert told["timing"]["verdict"] == "now"
    (draft,) = told["drafts"]
    assert draft["words"] < 120
    assert "the monthly settlement report" in [taken["phrase"] for taken in draft["taken"]]


def test_not_now_says_when_and_writes_nothing_unless_told_to(kept: Run) -> None:
    early = kept("draft", "nudge", 1, "--today", "2026-03-11")
    assert early.status == 0
    assert not early.out
    assert "Not yet" in early.err
    assert "four of five" in early.err
    assert json.loads(kept("draft", "nudge", 1, "--today", "2026-03-11", "--json").out)["drafts"] == []
    assert "any news" in kept("draft", "nudge", 1, "--today", "2026-03-11", "--anyway").out
    assert "any news" in kept("draft", "nudge", 1, "--today", "2026-05-11").out
    late = kept("thank", 1, "--today", "2026-04-09")
    assert not late.out
    assert "wentwell draft nudge 1" in late.err


def test_the_other_messages(kept: Run) -> None:
    asked = kept("draft", "timeline", 1, "--today", "2026-03-12", "--by", "2026-03-20")
    assert "by 20 March" in asked.out
    assert "[the day that the other offer names]" in kept("draft", "timeline", 1).out
    assert "no refusal" in kept("draft", "refusal", 1, "--today", "2026-03-12").err
    assert kept("outcome", 1, "rejected", "--on", "2026-03-13").status == 0
    refusal = kept("draft", "refusal", 1, "--today", "2026-03-14")
    assert "Thank you for letting me know" in refusal.out
    assert kept("draft", "nudge", 1, "--today", "2026-05-14").out == ""
    assert kept("outcome", 1, "advanced", "--on", "2026-03-15").status == 0
    invited = kept("draft", "invitation", 1, "--when", "Monday at 3 pm", "--today", "2026-03-15")
    assert "This time suits me: Monday at 3 pm." in invited.out


def test_it_opens_in_the_editor_and_what_was_saved_is_printed(
    kept: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wentwell.cli import _draft

    monkeypatch.setattr(_draft, "_has_editor", lambda: True)
    script = tmp_path / "edit.sh"
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"sh {script}")
    script.write_text("""sed -i 's/Kind regards/Yours/; s/Dear/Good day/' "$1"\n""", encoding="utf-8")
    edited = kept("thank", 1, "--today", "2026-03-10")
    assert edited.status == 0, edited.err
    assert "Good day Helen" in edited.out
    assert "Yours," in edited.out
    assert "below this line" not in edited.out
    assert "Taken from" not in edited.out
    printed = kept("thank", 1, "--today", "2026-03-10", "--print")
    assert "Dear Helen" in printed.out
    script.write_text(': > "$1"\n', encoding="utf-8")
    emptied = kept("thank", 1, "--today", "2026-03-10")
    assert emptied.out == ""
    assert "Left out" in emptied.err
    script.write_text("exit 3\n", encoding="utf-8")
    broken = kept("thank", 1, "--today", "2026-03-10")
    assert broken.status == 2
    assert "Traceback" not in broken.err
    assert "add --print" in broken.err.splitlines()[-1]


def test_gaps_left_and_too_many_words_are_told_after_editing(
    kept: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wentwell.cli import _draft

    monkeypatch.setattr(_draft, "_has_editor", lambda: True)
    script = tmp_path / "edit.sh"
    monkeypatch.setenv("VISUAL", f"sh {script}")
    words = "one " * 130
    script.write_text(f"""sed -i 's/^Dear.*/Dear Helen, {words}/' "$1"\n""", encoding="utf-8")
    long = kept("thank", 1, "--today", "2026-03-10")
    assert "under 120" in long.err
    script.write_text("""sed -i 's/Dear/Hi/' "$1"\n""", encoding="utf-8")
    left = kept("draft", "timeline", 1, "--today", "2026-03-12")
    assert "Still to fill in: [the day that the other offer names]" in left.err


def test_what_is_wrong_is_told_on_one_line(kept: Run, run: Run) -> None:
    for wrong in (
        ("thank", 9),
        ("thank", "x"),
        ("thank", 1, "--to", "  "),
        ("thank", 1, "--to", "x" * 99),
        ("thank", 1, "--tone", "rude"),
        ("draft", "nothing", 1),
        ("draft", "nudge", 1, "--by", "2026-03-20"),
        ("draft", "nudge", 1, "--when", "now"),
        ("draft", "timeline", 1, "--by", "2026-03-01", "--today", "2026-03-12"),
    ):
        ran = run(*wrong)
        assert ran.status == 2, wrong
        assert ran.err.count("\n") == 1, wrong
        assert not ran.out


def test_what_a_file_says_cannot_steer_the_screen(run: Run, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text(
        "Met Helen Drury, head of ops. We spoke about the pilot \x1b[31min Kent.", encoding="utf-8"
    )
    run("assess", notes, "--save", "--as", "\x1b[2Jjob", "--date", "2026-03-09", "--today", "2026-03-09")
    ran = run("thank", 1, "--today", "2026-03-10")
    assert ran.status == 0
    assert "\x1b" not in ran.out + ran.err


def test_the_next_steps_name_the_commands(kept: Run) -> None:
    shown = " ".join(kept("show", 1, "--today", "2026-03-10").out.split())
    assert "A draft: wentwell thank 1." in shown
    assert "if it is in your journal" not in shown
    assert "wentwell draft nudge 1" in shown
