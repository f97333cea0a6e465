"""The country of the employer: told once, checked, kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from wentwell.cli._main import wentwell

NOTES = "They were friendly and asked about my projects.\n"


def run(path: Path, *more: str, **environment: str) -> tuple[int, str]:
    notes = path / "notes.txt"
    notes.write_text(NOTES, encoding="utf-8")
    journal, days = ["--journal", str(path / "j.sqlite")], ["--date", "2026-04-02", "--today", "2026-04-06"]
    done = CliRunner().invoke(
        wentwell, [*journal, "assess", str(notes), "--json", *days, *more], env=environment
    )
    return done.exit_code, done.output


def test_a_holiday_is_no_silence(tmp_path: Path) -> None:
    anywhere, here = (json.loads(run(tmp_path, *more)[1])["answer"] for more in ([], ["--country", "gb-eng"]))
    assert here["assessment"]["context"]["country"] == "GB-ENG"
    kinds = [{part["kind"] for part in told["assessment"]["contributions"]} for told in (anywhere, here)]
    # Good Friday and Easter Monday, with a weekend between them
    assert "silence" in kinds[0]
    assert "silence" not in kinds[1]


def test_the_environment_tells_the_country(tmp_path: Path) -> None:
    _, told = run(tmp_path, WENTWELL_COUNTRY="DE")
    assert json.loads(told)["answer"]["assessment"]["context"]["country"] == "DE"


@pytest.mark.parametrize("code", ["ZZ", "GB-QQ", "Great Britain"])
def test_an_unknown_country_is_refused_in_one_line(tmp_path: Path, code: str) -> None:
    status, told = run(tmp_path, "--country", code)
    assert status == 2
    assert "no calendar of holidays" in told
    assert "Traceback" not in told


def test_the_country_is_kept(tmp_path: Path) -> None:
    from wentwell.journal import Journal

    run(tmp_path, "--country", "GB", "--save")
    with Journal.open(tmp_path / "j.sqlite") as book:
        assert book.get(1).interview.context.country == "GB"
