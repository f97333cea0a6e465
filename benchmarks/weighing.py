"""Measure the weighing on this machine: ``python benchmarks/weighing.py``.

One assessment at a time and a million at once, and how far the two ways lie apart. Made-up interviews: signs
as frequent as the catalog says, stages and employers mixed, half of them with a guess and days of silence.
"""

from __future__ import annotations

import argparse
import platform
import time
from datetime import date
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

SECONDS_BAR, MILLISECONDS_BAR, DIFFERENCE_BAR = 10.0, 2.0, 1e-9
DAY = date(2026, 3, 2)


def contexts() -> list[Any]:
    from wentwell import Context

    return [
        Context.model_validate(
            {
                "stage": stage,
                "employer": employer,
                "format": how,
                "interviewer_roles": roles,
                "interview_date": DAY,
                "scheduled_minutes": 45,
                "actual_minutes": minutes,
            }
        )
        for stage in ("screen", "first", "second", "final")
        for employer in ("startup", "large", None)
        for how, roles in (("video", ("decider",)), ("onsite", ("recruiter",)))
        for minutes in (47, 65)
    ]


def made_up(count: int, rng: np.random.Generator) -> dict[str, Any]:
    """Return the arguments of ``weigh_many`` for so many interviews."""
    import numpy as np

    from wentwell.catalog import signs

    labels = [label for label, sign in signs().items() if sign.kind != "leak"]
    prevalence = np.array([signs()[label].prevalence or 0.1 for label in labels])
    there = rng.random((count, len(labels))) < 0.6 * prevalence
    places = contexts()
    gut = np.where(rng.random(count) < 0.5, rng.integers(1, 100, count) / 100, np.nan)
    days = np.datetime64(DAY) + rng.integers(0, 40, count)
    return {
        "probability": np.where(there, rng.uniform(0.4, 1.0, there.shape), np.nan),
        "contexts": places,
        "context": rng.integers(0, len(places), count),
        "labels": labels,
        "gut": gut,
        "today": np.where(rng.random(count) < 0.5, days, np.datetime64("NaT")),
        "looked_for": {label: np.where(rng.random(count) < 0.3, 0.8, 0.0) for label in labels},
        "mentioned": np.where(rng.random(count) < 0.5, 0.4, 0.0),
    }


def one_by_one(given: dict[str, Any], count: int) -> tuple[list[float], list[Any]]:
    """Return the seconds of each of the first assessments, and these."""
    import numpy as np

    from wentwell import Evidence, weigh

    seconds, assessments = [], []
    for row in range(count):
        evidence = [
            Evidence(label=label, quote="so they said", start=0, end=12, probability=chance)
            for label, chance in zip(given["labels"], given["probability"][row], strict=True)
            if not np.isnan(chance)
        ]
        gut = None if np.isnan(given["gut"][row]) else float(given["gut"][row])
        looked_for = {label: looked[row] for label, looked in given["looked_for"].items() if looked[row]}
        context = given["contexts"][given["context"][row]]
        today: date | None = given["today"][row].item()
        mentioned = float(given["mentioned"][row])
        start = time.perf_counter()
        assessments.append(weigh(evidence, context, gut, today, looked_for=looked_for, mentioned=mentioned))
        seconds.append(time.perf_counter() - start)
    return seconds, assessments


def main() -> None:
    import numpy as np

    from wentwell import weigh_many

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", type=int, default=1_000_000, help="interviews at once")
    parser.add_argument("--one-by-one", type=int, default=2_000, help="interviews weighed one by one too")
    wanted = parser.parse_args()
    given = made_up(wanted.rows, np.random.default_rng(20_261_130))
    start = time.perf_counter()
    chances = weigh_many(**given)
    whole = time.perf_counter() - start
    seconds, assessments = one_by_one(given, min(wanted.one_by_one, wanted.rows))
    apart = max(
        abs(getattr(chances, name)[row] - getattr(alone, name))
        for row, alone in enumerate(assessments)
        for name in ("log_odds", "sd", "probability", "low", "high")
    )
    usual, late = 1000 * median(seconds), 1000 * sorted(seconds)[int(0.95 * len(seconds))]
    print(f"{platform.machine()}, Python {platform.python_version()}, numpy {np.__version__}\n")
    for name, figure, bar in (
        ("one assessment, median of " + f"{len(seconds):,}", f"{usual:.2f} ms", f"{MILLISECONDS_BAR:g} ms"),
        ("one assessment, slowest of 20", f"{late:.2f} ms", ""),
        (f"{wanted.rows:,} at once", f"{whole:.1f} s", f"{SECONDS_BAR:g} s"),
        ("largest difference between the two", f"{apart:.0e}", f"{DIFFERENCE_BAR:g}"),
    ):
        print(f"{name:<40}{figure:>12}{'bar ' + bar if bar else '':>14}")


if __name__ == "__main__":
    main()
