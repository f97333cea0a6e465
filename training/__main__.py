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
RETOLD = Path(__file__).with_name("labels") / "retellings.tsv"
MODEL = Path(__file__).parent.parent / "src" / "wentwell" / "reading" / "model"
WEIGHT_OF_FEW, WEIGHT_OF_SOFT = 2.0, 0.5
"""Given notes, mails and transcripts are few and like what is read later; soft targets are guesses."""
SEEN_FOR_SCALES = 100
"""About so many documents of each source are read to see how large values become."""
KINDS = ("narratives", "notes", "mails", "transcripts")


@click.group()
@click.option(
    "--work", type=click.Path(path_type=Path), default=WORK, help="Where steps keep what they make."
)
@click.option("--tiny", is_flag=True, help="A tiny net with random weights: to try the way through.")
@click.pass_context
def main(context: click.Context, work: Path, *, tiny: bool) -> None:
    """Train the reader. The steps, in order: fetch, build, pretrain, fine-tune, export."""
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
@click.option(
    "--texts", type=click.Path(exists=True, path_type=Path), help="Retellings; README has the form."
)
@click.pass_obj
def build(options: dict, data: Path | None, texts: Path | None) -> None:
    """Build the training set: read, check and count all labelled texts."""
    import pickle

    from training.retellings import read_unlabelled, with_labels
    from training.texts import read_all

    work = options["work"]
    given, retold, chosen_on = [], [], []
    if data is not None:
        given += read_all([data / "train"])
        chosen_on += read_all([data / "dev" / f"{kind}.jsonl" for kind in KINDS])
    if texts is not None:
        known = frozenset(text.id for text in [*given, *chosen_on])
        retold = with_labels(read_unlabelled(texts, known), RETOLD)
    own = read_all([WRITTEN])
    if data is None:
        # nothing else at hand: every sixth of our own texts is left out to choose on
        own = own[:: 4 if options["tiny"] else 1]
        chosen_on, own = own[::6], [text for number, text in enumerate(own) if number % 6]
    made = {"given": given, "retellings labelled for this": retold, "written for this": own, "dev": chosen_on}
    (work / "set.pickle").write_bytes(pickle.dumps(made))
    for name, some in made.items():
        pieces = sum(len(text.labels) for text in some)
        marks = sum(len(shown) for text in some for shown in text.labels)
        say(work, f"{name}: {len(some)} documents, {pieces} pieces, {marks} labels")


@main.command()
@click.option("--passes", type=int, default=2, show_default=True)
@click.pass_obj
def pretrain(options: dict, passes: int) -> None:
    """Let the encoder guess masked words of the training texts, before it is fine-tuned."""
    import torch

    from training.pretrain import pretrain as guess

    work = options["work"]
    made = _texts(work)
    _, tokenizer, net = _net(options, dropout=0.1)
    documents = [text for name, some in made.items() if name != "dev" for text in some]
    guess(net.encoder, documents, tokenizer, lambda line: say(work, f"pretrain: {line}"), passes=passes)
    torch.save(net.encoder.state_dict(), work / "pretrained.encoder")
    say(work, "pretrain: done")


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
    made = _texts(work)
    labels, tokenizer, net = _net(options, recipe.dropout, recipe.seed)
    kept = work / "pretrained.encoder"
    if kept.exists():
        net.encoder.load_state_dict(torch.load(kept, weights_only=True))
    few = [text for text in made["given"] if text.source != "narratives"]
    chosen = samples(few, labels, tokenizer, weight=WEIGHT_OF_FEW)
    for source, some in made.items():
        if source != "dev":
            many = [text for text in some if source != "given" or text.source == "narratives"]
            chosen += samples(many, labels, tokenizer)
    soft: list = []
    if softened:
        soft, targets = pickle.loads((work / "soft.pickle").read_bytes())
        chosen += samples(soft, labels, tokenizer, targets=targets, weight=WEIGHT_OF_SOFT)
    say(work, f"{name}: {len(chosen)} windows; {json.dumps(asdict(recipe))}")
    fine_tune(net, chosen, recipe, lambda line: say(work, f"{name}: {line}"), work / f"{name}.state")
    torch.save(net.state_dict(), work / f"{name}.net")
    how = {"recipe": asdict(recipe), "pretrained": kept.exists(), "softened": len(soft)}
    (work / f"{name}.json").write_text(json.dumps(how), encoding="utf-8")
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

    from training.retellings import read_unlabelled
    from training.soft import soft_targets
    from training.windows import samples

    work = options["work"]
    known = frozenset(text.id for some in _texts(work).values() for text in some)
    documents = read_unlabelled(texts, known)
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
    import torch

    from training import export as ways
    from training.card import write_card
    from training.choose import choose
    from training.onnx_logits import logits
    from training.score import table
    from training.windows import samples

    work = options["work"]
    made = _texts(work)
    chosen_on = made.pop("dev")
    labels, tokenizer, net = _net(options)
    net.load_state_dict(torch.load(work / f"{name}.net", weights_only=True))
    whole, small = work / f"{name}.whole", work / f"{name}.small"
    for folder in (whole, small):
        folder.mkdir(exist_ok=True)
        shutil.copyfile(_tokenizer_file(options), folder / "tokenizer.json")
    ways.export(net, whole / "encoder.onnx")
    typical = [text for some in made.values() for text in some[:: max(1, len(some) // SEEN_FOR_SCALES)]]
    even = ways.evened(net, samples(typical, labels, tokenizer))
    ways.export_small(even, small / "encoder.onnx")
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
    if not options["tiny"]:
        write_card(
            target,
            version=settings["version"],
            choice=choice,
            labels=labels,
            texts=made,
            agreement=(equal, among),
            how=json.loads((work / f"{name}.json").read_text("utf-8")),
        )


@main.command("all")
@click.option(
    "--data", type=click.Path(exists=True, path_type=Path), help="Holds train/ and dev/; see README."
)
@click.option(
    "--texts", type=click.Path(exists=True, path_type=Path), help="Retellings; README has the form."
)
@click.option("--to", "target", type=click.Path(path_type=Path), default=MODEL, show_default=True)
@click.option("--version", default="1", show_default=True, help="Version of the model.")
@click.pass_context
def all_command(
    context: click.Context, data: Path | None, texts: Path | None, target: Path, version: str
) -> None:
    """Take every step in order; steps that were stopped go on, and finished nets are not trained again."""
    tiny = context.obj["tiny"]
    if not tiny:
        context.invoke(fetch)
    context.invoke(build, data=data, texts=texts)
    context.invoke(pretrain, passes=1 if tiny else 2)
    context.invoke(fine_tune_command, passes=1 if tiny else None)
    context.invoke(export, target=target, version=version)


def _texts(work: Path) -> dict[str, list]:
    """Return the labelled texts by where they come from, as `build` kept them."""
    import pickle

    made: dict[str, list] = pickle.loads((work / "set.pickle").read_bytes())
    return made


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
