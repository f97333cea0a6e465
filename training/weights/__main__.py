"""What the signs are worth: ``python -m training.weights all --texts RETELLINGS.jsonl`` or step by step."""

from __future__ import annotations

import time
from pathlib import Path

import click

ROOT = Path(__file__).parent.parent.parent
WORK = ROOT / "training" / "work" / "weights"
WEIGHTS = ROOT / "src" / "wentwell" / "catalog" / "weights.toml"
DOCS = ROOT / "docs"


@click.group()
@click.option(
    "--work", type=click.Path(path_type=Path), default=WORK, help="Where steps keep what they make."
)
@click.pass_context
def main(context: click.Context, work: Path) -> None:
    """Work out what the signs are worth. The steps, in order: extract, measure, fit, write."""
    work.mkdir(parents=True, exist_ok=True)
    context.obj = work


_TEXTS = click.option(
    "--texts",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="Retellings with outcomes, JSON lines; README has the form.",
)


def say(work: Path, line: str) -> None:
    """Print a line of progress and keep it in the run log."""
    click.echo(line)
    with (work / "run.log").open("a", encoding="utf-8") as log:
        log.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {line}\n")


@main.command()
@_TEXTS
@click.pass_obj
def extract(work: Path, texts: Path) -> None:
    """Read every retelling with the shipped reader; nothing is done again for the same reader and texts."""
    from training.weights import extract as ways

    mark = f"{ways.reader_print()} {texts.stat().st_size}"
    target, marked = work / "tellings.jsonl", work / "tellings.print"
    if target.exists() and marked.exists() and marked.read_text() == mark:
        say(work, "extract: this reader has read these texts already")
        return
    rows = ways.rows(texts)
    began = time.monotonic()

    def progress(done: int) -> None:
        if done % 500 == 0:
            say(work, f"extract: {done:,} of {len(rows):,} read, {time.monotonic() - began:.0f} s")

    found = list(ways.tellings(rows, progress))
    ways.keep(found, target)
    marked.write_text(mark)
    say(work, f"extract: {len(found):,} tellings, {sum(one.offer for one in found):,} with an offer")


_READER_ONLY = click.option(
    "--reader-only", is_flag=True, help="Measure by the reader's findings even where labels are at hand."
)
_DATA = click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Holds train/ and dev/ with labelled narratives, as for the reader: labels count before findings.",
)
_LEFT_OUT = click.option(
    "--leave-out",
    "left_out",
    type=int,
    multiple=True,
    default=(8, 9),
    show_default=True,
    help="Folds that are not used, so that the weights can be proved on them.",
)


@main.command()
@_TEXTS
@_DATA
@_LEFT_OUT
@_READER_ONLY
@click.pass_obj
def measure(
    work: Path, texts: Path, data: Path | None, left_out: tuple[int, ...], *, reader_only: bool
) -> None:
    """Measure how much oftener each sign is told by those who got an offer."""
    import json

    from training.weights import labels
    from training.weights import measure as ways
    from training.weights.extract import kept
    from training.weights.extract import rows as read_rows
    from training.weights.write import Measures

    every, rows = kept(work / "tellings.jsonl"), read_rows(texts)
    used = [one for one in every if one.fold not in left_out]
    labelled, recall = labels.set_later(rows), None
    if data is not None:
        dev = labels.given(data, "dev", rows)
        recall = ways.recalls(every, dev)
        labelled |= {**labels.given(data, "train", rows), **dev}
    agreement = ways.agreement(every, labelled, recall)
    say(work, f"measure: labels against reader: {json.dumps(agreement)}")
    sure = frozenset() if reader_only else frozenset(labelled)
    found = ways.measure(used if reader_only else ways.with_labels(used, labelled), recall, sure)
    kept_measures = Measures(
        tellings=len(used),
        offers=sum(one.offer for one in used),
        employers=len({one.employer for one in used}),
        left_out=left_out,
        reader=_reader_version(),
        measures=tuple(found),
        labelled=sum(one.id in sure for one in used),
        agreement=agreement,
    )
    (work / "measures.json").write_text(kept_measures.model_dump_json(indent=1))
    for one in found:
        say(
            work,
            f"measure: {one.label:24s} {one.offers:6.0f} {one.refusals:6.0f}"
            f"  plain {one.plain:+.2f} ({one.plain_se:.2f})"
            f"  adjusted {one.adjusted:+.2f} ({one.adjusted_se:.2f})  uncorrected {one.uncorrected:+.2f}"
            f"  late {one.late:.2f}  recall {one.recall:.2f}",
        )


@main.command("fit")
@click.option("--quick", is_flag=True, help="Few draws: to try the way through.")
@click.pass_obj
def fit_command(work: Path, *, quick: bool) -> None:
    """Put priors and measures together by NUTS, with the bias as thought, half and twice of it."""
    import json

    from training.weights import fit as ways
    from training.weights.write import Measures

    measures = Measures.model_validate_json((work / "measures.json").read_text()).measures
    settings = ways.Settings(warmup=200, samples=200, chains=2) if quick else ways.Settings()
    fits = []
    for bias in (ways.USED, *ways.OTHERS):
        began = time.monotonic()
        found = ways.fit(measures, bias, settings)
        fits.append(found.model_dump())
        say(
            work,
            f"fit: bias {bias.name}: {time.monotonic() - began:.0f} s, worst R-hat {found.worst_r_hat:.3f}, "
            f"least ESS {found.least_ess:.0f}, {found.divergences} divergences; mean bias "
            + ", ".join(f"{kind} {mean:+.2f} ({sd:.2f})" for kind, (mean, sd) in found.mu.items())
            + "; spread "
            + ", ".join(f"{kind} {mean:.2f}" for kind, (mean, _) in found.spread.items()),
        )
        # kept after each, so that a stopped run can be looked at
        (work / "fits.json").write_text(json.dumps(fits, indent=1))


_DOCS = click.option("--docs", type=click.Path(path_type=Path), default=DOCS, show_default=True)


@main.command()
@click.option("--to", "target", type=click.Path(path_type=Path), default=WEIGHTS, show_default=True)
@_DOCS
@click.pass_context
def write(context: click.Context, target: Path, docs: Path) -> None:
    """Write the weights into the catalog, then docs/evidence from them."""
    import json

    from training.weights import write as ways
    from training.weights.fit import Fit

    work: Path = context.obj
    measures = ways.Measures.model_validate_json((work / "measures.json").read_text())
    used, *others = (Fit.model_validate(one) for one in json.loads((work / "fits.json").read_text()))
    weights = ways.learned(measures, used, others)
    ways.write(weights, target)
    say(work, f"write: {len(weights.sign)} signs to {target}")
    context.invoke(pages, docs=docs)


@main.command()
@_DOCS
@click.pass_obj
def pages(work: Path, docs: Path) -> None:
    """Write docs/evidence and its plots from the weights that are there."""
    _run_fresh("training.weights.pages", str(docs))
    say(work, f"pages: written to {docs}")


@main.command("all")
@_TEXTS
@_DATA
@_LEFT_OUT
@_READER_ONLY
@click.pass_context
def all_command(
    context: click.Context,
    texts: Path,
    data: Path | None,
    left_out: tuple[int, ...],
    *,
    reader_only: bool,
) -> None:
    """Take every step in order."""
    context.invoke(extract, texts=texts)
    context.invoke(measure, texts=texts, data=data, left_out=left_out, reader_only=reader_only)
    context.invoke(fit_command, quick=False)
    context.invoke(write, target=WEIGHTS, docs=DOCS)


def _reader_version() -> str:
    import json
    from importlib.resources import files

    settings = files("wentwell.reading").joinpath("model", "reader.json").read_text("utf-8")
    return str(json.loads(settings)["version"])


def _run_fresh(module: str, *arguments: str) -> None:
    """Run a module in a process of its own: the catalog of this one was read before it was written."""
    import subprocess
    import sys

    subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    main(prog_name="python -m training.weights")
