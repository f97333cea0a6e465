"""How far employers differ: the spread is found again, and the whole command on made-up retellings."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from validation.employers import by_employer, main, of_range, spread
from validation.retelling.texts import Retelling

from wentwell.weighing import logit

_WORDS = ("She rang me from the dairy.", "I went on site to see the cheese room.", "We spoke of rennet.")


def retellings(shares: dict[str, float], each: int) -> list[Retelling]:
    """As many of each employer, with exactly these shares of offers, whatever the words."""
    return [
        Retelling(
            id=f"{name} {number}",
            company=name,
            text=f"{_WORDS[number % 3]} That was number {number}.",
            offer=number // 3 < round(share * each / 3),
            fold=number % 4,
        )
        for name, share in shares.items()
        for number in range(each)
    ]


def test_the_spread_of_many_employers_is_found_again() -> None:
    random = np.random.default_rng(1)
    true = random.normal(-0.5, 0.8, 300)
    errors = 0.3 * np.ones(300)
    found = spread(true + random.normal(0, errors), np.diag(errors**2), 1.0)
    assert found.low < 0.8 < found.high
    assert found.high - found.low < 0.2


def test_errors_of_estimates_are_not_taken_for_a_spread() -> None:
    values = np.random.default_rng(2).normal(0, 0.5, 300)
    assert spread(values, 0.25 * np.eye(300), 1.0).median < 0.2


def test_few_employers_lean_on_the_prior_and_many_do_not() -> None:
    random = np.random.default_rng(3)

    def moved(count: int) -> float:
        values, covariance = random.normal(0, 0.6, count), 0.01 * np.eye(count)
        return spread(values, covariance, 1.0).median - spread(values, covariance, 0.3).median

    assert moved(4) > 5 * abs(moved(200))


def test_without_columns_beside_the_log_odds_are_those_of_the_shares() -> None:
    rows = retellings({"Lea": 0.2, "Wye": 0.6}, 300)
    values, covariance = by_employer(rows, ["Lea", "Wye"], np.zeros((600, 0)))
    assert values == pytest.approx([logit(0.2), logit(0.6)], abs=1e-3)
    assert np.diag(covariance) == pytest.approx([1 / (300 * 0.16), 1 / (300 * 0.24)], rel=1e-2)


def test_a_stage_that_explains_the_difference_leaves_none() -> None:
    rows = [
        Retelling(id=str(k), company=name, text="x", offer=k % 10 < (6 if late else 2), fold=0)
        for name, share in (("Lea", 0.2), ("Wye", 0.8))
        for k, late in ((k, k // 10 < share * 100) for k in range(1000))
    ]
    late = np.array(
        [[float(k % 1000 // 10 < (20 if row.company == "Lea" else 80))] for k, row in enumerate(rows)]
    )
    plain, _ = by_employer(rows, ["Lea", "Wye"], np.zeros((2000, 0)))
    fast, _ = by_employer(rows, ["Lea", "Wye"], late)
    assert plain[1] - plain[0] > 0.9
    assert fast[1] - fast[0] == pytest.approx(0, abs=0.01)


def test_a_range_tells_the_spread_of_normal_values() -> None:
    random = np.random.default_rng(4)
    ranges = np.ptp(random.normal(0, 0.7, (20_000, 27)), axis=1)
    high = float(1 / (1 + np.exp(-ranges.mean())))
    assert of_range(0.5, high, 27) == pytest.approx(0.7, rel=0.01)


def test_the_command_writes_its_section(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = retellings({"Lea": 0.2, "Wye": 0.6, "Wye Cheese": 0.6, "Exe": 0.4}, 90)
    texts, page = tmp_path / "texts.jsonl", tmp_path / "page.md"
    texts.write_text(
        "\n".join(
            json.dumps(
                {
                    "id": row.id,
                    "company": row.company,
                    "outcome": "offer" if row.offer else "no_offer",
                    "fold": row.fold,
                    "text_masked": row.text,
                }
            )
            for row in rows
        ),
        "utf-8",
    )
    page.write_text("<!-- validation employers -->\n<!-- end employers -->\n", "utf-8")
    main(["--texts", str(texts), "--one", "Wye, Usk", "--page", str(page)])
    assert "| all, the share of offers as it is | 360 | 3 | 20 to 60 % |" in page.read_text("utf-8")
    assert "only where the words reach: onsite | 120 | 3 |" in capsys.readouterr().out


def test_one_employer_alone_is_refused_in_one_line(tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl"
    told = {"id": "1", "company": "Lea", "outcome": "offer", "fold": 0, "text_masked": _WORDS[1] * 2}
    texts.write_text(json.dumps(told), "utf-8")
    with pytest.raises(SystemExit, match="two employers"):
        main(["--texts", str(texts)])
