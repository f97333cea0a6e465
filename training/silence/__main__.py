"""``python -m training.silence --outcomes FOLDER``: refit the reply times and say what moved."""

from __future__ import annotations

import re
from pathlib import Path

import click

from training.silence.data import read_calendar, read_told, read_waits
from training.silence.model import Model
from training.silence.report import Fits, plot, table, write_toml

ROOT = Path(__file__).parent.parent.parent
CATALOG = ROOT / "src" / "wentwell" / "catalog" / "silence.toml"
PAGE, PICTURE = ROOT / "docs" / "silence.md", ROOT / "docs" / "silence.svg"
BLOCK = re.compile(r"(<!-- fitted -->\n).*?(<!-- end -->)", re.DOTALL)


@click.command()
@click.option(
    "--outcomes",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Holds decision_delays.csv and job_logs.csv.",
)
@click.option("--draws", default=4000, show_default=True, help="Draws of the posterior.")
def main(outcomes: Path, draws: int) -> None:
    """Fit, write the parameters into the catalog, and the table and the plot into docs/silence.md."""
    told, logs = read_told(outcomes / "decision_delays.csv"), outcomes / "job_logs.csv"
    waits = read_waits(logs)
    fits = Fits(
        told=Model(told, []).fit(draws),
        logs=Model([], waits).fit(draws),
        both=Model(told, waits).fit(draws),
        told_n=len(told),
        logs_n=len(waits),
    )
    write_toml(fits, CATALOG)
    plot(fits, PICTURE)
    numbers = table(fits, told, waits, read_calendar(logs))
    if PAGE.exists():
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(BLOCK.sub(lambda found: f"{found[1]}{numbers}\n{found[2]}", page), encoding="utf-8")
    click.echo(numbers)


if __name__ == "__main__":
    main()
