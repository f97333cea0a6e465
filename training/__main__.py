"""Train the reader: ``python -m training all --data FOLDER`` or one step at a time."""

from __future__ import annotations

import json
import shutil
import time
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

import click

WORK = Path(__file__).with_name("work")
WRITTEN = Path(__file__).with_name("data")
MODEL = Path(__file__).parent.parent / "src" / "wentwell" / "reading" / "model"
WEIGHT_OF_FEW, WEIGHT_OF_SOFT = 2.0, 0.5
"""Given notes, mails and transcripts are few and like what is read later; soft targets are guesses."""
KINDS = ("narratives", "notes", "mails", "transcripts")


@click.group()
@click.option(
    "--work", type=click.Path(path_type=Path), default=WORK, help="Where steps keep what they make."
)
@click.option("--tiny", is_flag=True, help="A tiny net with random weights: to try the way through.")
@click.pass_context
def main(context: click.Context, work: Path, *, tiny: bool) -> None:
    """Train the reader. The steps, in order: fetch, build, fine-tune, soften, fine-tune --soft, export."""
    work.mkdir(parents=True, exist_ok=True)
    context.obj = {"work": work, "tiny": tiny}


def say(work: Path, line: str) -> None:
    """Print a line of progress and keep it in the run log."""
    click.echo(line)
    with (work / "run.log").open("a", encoding="utf-8") as log:
        log.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {line}\n")


@main.command()
@click.pass_obj
def fetch(options: dict) -> None:
    """Fetch the base weights and verify them."""
    from training.base import fetch as fetch_base

    fetch_base(options["work"] / "base")
    say(options["work"], "base weights verified")


@main.command()
@click.option(
    "--data", type=click.Path(exists=True, path_type=Path), help="Holds train/ and dev/; see README."
)
@click.option("--written/--no-written", default=True, help="Take in training/data as well.")
@click.pass_obj
def build(options: dict, data: Path | None, *, written: bool) -> None:
    """Build the training set: read, check and count all labelled texts."""
    import pickle

    from training.texts import read_all

    work = options["work"]
    trained, chosen_on = [], []
    if data is not None:
        trained += read_all([data / "train"])
        chosen_on += read_all([data / "dev" / f"{kind}.jsonl" for kind in KINDS])
    own = read_all([WRITTEN]) if written else []
    if data is None:
        # nothing else at hand: every sixth of our own texts is left out to choose on
        own = own[:: 4 if options["tiny"] else 1]
        chosen_on, own = own[::6], [text for number, text in enumerate(own) if number % 6]
    (work / "set.pickle").write_bytes(pickle.dumps((trained, own, chosen_on)))
    for name, texts in (("train", trained), ("own", own), ("dev", chosen_on)):
        pieces = sum(len(text.labels) for text in texts)
        marks = sum(len(shown) for text in texts for shown in text.labels)
        say(work, f"{name}: {len(texts)} documents, {pieces} pieces, {marks} labels")


@main.command("fine-tune")
@click.option("--name", default="net", show_default=True)
@click.option("--passes", type=int)
@click.option("--rate", type=float)
@click.option("--seed", type=int)
@click.option("--focus", type=float)
@click.option("--soft", "softened", is_flag=True, help="Also train on the soft targets that `soften` made.")
@click.pass_obj
def fine_tune_command(options: dict, name: str, *, softened: bool, **changes: float | None) -> None:
    """Fine-tune one net; run it again to go on where it was stopped."""
    import pickle

    import torch

    from training.fine_tune import Recipe, fine_tune
    from training.windows import samples

    work = options["work"]
    recipe = replace(Recipe(), **{key: value for key, value in changes.items() if value is not None})
    trained, own, _ = pickle.loads((work / "set.pickle").read_bytes())
    labels, tokenizer, net = _net(options, recipe.dropout, recipe.seed)
    many = [text for text in trained if text.source == "narratives"]
    few = [text for text in trained if text.source != "narratives"]
    chosen = samples([*many, *own], labels, tokenizer)
    chosen += samples(few, labels, tokenizer, weight=WEIGHT_OF_FEW)
    if softened:
        soft, targets = pickle.loads((work / "soft.pickle").read_bytes())
        chosen += samples(soft, labels, tokenizer, targets=targets, weight=WEIGHT_OF_SOFT)
    say(work, f"{name}: {len(chosen)} windows; {json.dumps(asdict(recipe))}")
    fine_tune(net, chosen, recipe, lambda line: say(work, f"{name}: {line}"), work / f"{name}.state")
    torch.save(net.state_dict(), work / f"{name}.net")
    say(work, f"{name}: done")


@main.command()
@click.option("--name", "names", multiple=True, required=True, help="Nets whose mean is taken.")
@click.option(
    "--texts", type=click.Path(exists=True, path_type=Path), required=True, help="Retellings, JSON lines."
)
@click.pass_obj
def soften(options: dict, names: tuple[str, ...], texts: Path) -> None:
    """Let nets label texts that nobody labelled."""
    import pickle

    import torch

    from training.soft import read_unlabelled, soft_targets
    from training.windows import samples

    work = options["work"]
    trained, _, chosen_on = pickle.loads((work / "set.pickle").read_bytes())
    documents = read_unlabelled(texts, frozenset(text.id for text in [*trained, *chosen_on]))
    nets = []
    for name in names:
        labels, tokenizer, net = _net(options)
        net.load_state_dict(torch.load(work / f"{name}.net", weights_only=True))
        nets.append(net)
    windows = samples(documents, labels, tokenizer)
    targets = soft_targets(nets, windows, [len(document.labels) for document in documents])
    (work / "soft.pickle").write_bytes(pickle.dumps((documents, targets)))
    say(work, f"softened {len(documents)} documents with {', '.join(names)}")


@main.command()
@click.option("--name", default="net", show_default=True)
@click.option("--to", "target", type=click.Path(path_type=Path), default=MODEL, show_default=True)
@click.option("--version", default="1", show_default=True, help="Version of the model.")
@click.pass_obj
def export(options: dict, name: str, target: Path, version: str) -> None:
    """Export, quantise, choose thresholds on dev with the quantised net, and put all into the package."""
    import pickle

    import torch

    from training import export as ways
    from training.card import write_card
    from training.choose import choose
    from training.onnx_logits import logits
    from training.score import table

    work = options["work"]
    trained, own, chosen_on = pickle.loads((work / "set.pickle").read_bytes())
    labels, _, net = _net(options)
    net.load_state_dict(torch.load(work / f"{name}.net", weights_only=True))
    whole, small = work / f"{name}.whole", work / f"{name}.small"
    for folder in (whole, small):
        folder.mkdir(exist_ok=True)
        shutil.copyfile(_tokenizer_file(options), folder / "tokenizer.json")
    ways.export(net, whole / "encoder.onnx")
    ways.export(ways.with_small_embeddings(net), small / "half.onnx")
    ways.quantise(small / "half.onnx", small / "encoder.onnx")
    found, exact = logits(small, chosen_on), logits(whole, chosen_on)
    choice = choose(chosen_on, found, labels)
    keys = sorted(found)
    import numpy as np

    equal, among = ways.agreement(
        np.stack([found[key] for key in keys]), np.stack([exact[key] for key in keys]), choice.thresholds
    )
    say(
        work,
        f"8-bit and single precision: {equal:.4%} of decisions agree, {among:.2%} of those that tell a sign",
    )
    say(work, table(choice.lowered, choice.thresholds))
    ways.ship(small / "encoder.onnx", small / "tokenizer.json", target)
    settings = {
        "version": f"{version} ({datetime.now(UTC).date().isoformat()})",
        "raised": choice.raised,
        "labels": {
            label: {
                "threshold": round(float(choice.thresholds[place]), 3),
                "slope": round(float(choice.platt[place, 0]), 4),
                "intercept": round(float(choice.platt[place, 1]), 4),
                "lexical": float(choice.added[place]),
            }
            for place, label in enumerate(labels)
        },
    }
    (target / "reader.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    texts = {"given": trained, "written for this": own}
    if not options["tiny"]:
        write_card(
            target,
            version=settings["version"],
            choice=choice,
            labels=labels,
            texts=texts,
            agreement=(equal, among),
            softened=_count_of_soft(work),
        )


@main.command("all")
@click.option(
    "--data", type=click.Path(exists=True, path_type=Path), help="Holds train/ and dev/; see README."
)
@click.option("--texts", type=click.Path(exists=True, path_type=Path), help="Retellings nobody labelled.")
@click.option("--to", "target", type=click.Path(path_type=Path), default=MODEL, show_default=True)
@click.option("--version", default="1", show_default=True, help="Version of the model.")
@click.pass_context
def all_command(
    context: click.Context, data: Path | None, texts: Path | None, target: Path, version: str
) -> None:
    """Take every step in order; steps that were stopped go on, and finished nets are not trained again."""
    if not context.obj["tiny"]:
        context.invoke(fetch)
    context.invoke(build, data=data)
    passes = 1 if context.obj["tiny"] else None
    teachers = ("teacher-1", "teacher-2") if texts is not None else ()
    for seed, name in enumerate(teachers, 1):
        context.invoke(fine_tune_command, name=name, seed=seed, passes=passes)
    if texts is not None:
        context.invoke(soften, names=teachers, texts=texts)
    context.invoke(fine_tune_command, name="net", softened=bool(teachers), passes=passes)
    context.invoke(export, name="net", target=target, version=version)


def _count_of_soft(work: Path) -> int:
    import pickle

    kept = work / "soft.pickle"
    return len(pickle.loads(kept.read_bytes())[0]) if kept.exists() else 0


def _tokenizer_file(options: dict) -> Path:
    return (MODEL if options["tiny"] else options["work"] / "base") / "tokenizer.json"


def _net(options: dict, dropout: float = 0.1, seed: int = 1):
    """Return labels, tokenizer and a net with the base weights."""
    import torch
    from tokenizers import Tokenizer

    from training.model import SignNet, load_encoder
    from wentwell.catalog import signs

    labels = sorted(signs())
    torch.manual_seed(seed)
    tokenizer = Tokenizer.from_file(str(_tokenizer_file(options)))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    encoder = load_encoder(None if options["tiny"] else options["work"] / "base")
    return labels, tokenizer, SignNet(encoder, len(labels), dropout, seed)


if __name__ == "__main__":
    main(prog_name="python -m training")
