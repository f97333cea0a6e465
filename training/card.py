"""The model card: what the shipped model is, made from, worth, and weak at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from training.base import PACKAGE
from training.calibration import reliability
from training.choose import Choice
from training.score import by_halves, f1, false_alarms, macro
from training.texts import Labelled

_LEAST = 8

_WORDS = """\
# The reader's model

Finds signs (see `docs/signs.md`) in notes, mails and interview transcripts. Made by `training/` (how, and
what was tried: `training/README.md`). Version {version}.

- **What it is**: all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0; 22.7 million weights), fine-tuned as a
  whole with a head of one attention and one value per label, exported to ONNX with 8-bit weights, one scale
  per channel. See LICENSE and NOTICE beside this card. The base weights come from the package `{package}`.
- **What it reads**: sentences in their context: up to 160 tokens of neighbours in one window; in talks who
  speaks, and the last 40 tokens of the candidate's answer before.
- **What it gives**: for each sentence and label a logit; a threshold per label decides, and a slope and
  intercept per label (Platt scaling) make it the probability that the product shows and weighs. Patterns
  add to the logit of: {patterns}.
- **8 bits against single precision**: {equal:.2%} of decisions on the development texts are the same; of
  those in which either tells a sign, {among:.1%}.

## What it was trained on

{sources}
{pretrained}{softened}
The labels follow one codebook. Those of the real retellings (reviews that candidates wrote) were set by a
language model reading carefully, file by file; two passes over 320 of them agree at F1 .98 (those
labelled for this agree at F1 .92 with the given labels of 256 others, mixed in unseen), which shows that
it agrees with itself, not that it is right. Notes, mails and transcripts were written for this purpose,
with their labels, by language models, those in `training/data` too: they are plausible, not real. Only
the texts in `training/data` are part of this repository; **the other training texts are not
redistributed**, since they belong to their writers.

## How well it reads

On the development texts: not trained on, but thresholds, patterns and calibration were chosen on them, so
these figures flatter it a little. In brackets: with thresholds chosen on the other half of the documents.
Made by `python -m training export`.

{scores}

Macro F1 over the {labels} labels with {least} or more in these texts, all kinds together: {macro:.3f}.

| label | there | precision | recall | F1 |
|---|---|---|---|---|
{rows}

## What its probabilities are worth

All findings that reach their threshold on the development texts:

| told as | findings | really there |
|---|---|---|
{reliability}

## Where it is weak

- The labels with an F1 below .65 above: {weak}.
- Soft edges of the codebook (an invitation against a list of stages, warmth, waits of a few weeks) are soft
  for it too.
- English only. Retellings are mostly from technology and finance, in the US and India. Real debrief notes,
  mails and transcripts were not at hand: expect less on them than on the texts above.
- It reads words, not voices or faces, and knows nothing of who people are. It finds what is said; what that
  is worth is weighed elsewhere.
- Not to be used to rank or select people.
"""


_PRETRAINED = """
Before, the encoder guessed masked words of all these texts.
"""

_SOFTENED = """
Besides, {count:,} real retellings that nobody labelled, with what earlier nets of the same kind said of them
on average, at half the weight.
"""


def write_card(
    folder: Path,
    *,
    version: str,
    choice: Choice,
    labels: Sequence[str],
    texts: dict[str, Sequence[Labelled]],
    agreement: tuple[float, float],
    how: dict,
) -> None:
    """Write MODEL_CARD.md beside the model.

    Parameters
    ----------
    folder : Path
        Where the model lies.
    version : str
    choice : Choice
        Settings and development logits.
    labels : sequence of str
    texts : mapping
        The documents by what they were used for.
    agreement : pair of float
        Of 8-bit and single precision: over all decisions, and over those that tell a sign.
    how : dict
        How the net was trained: whether it was pretrained, and on how many retellings with soft targets.
    """
    gold = np.concatenate([kind.gold for kind in choice.kinds])
    logits = np.concatenate([kind.logits for kind in choice.kinds])
    found = np.concatenate([kind.logits >= choice.thresholds for kind in choice.lowered])
    chances = 1 / (1 + np.exp(-(choice.platt[:, 0] * logits + choice.platt[:, 1])))
    each = _by_label(labels, found, gold)
    weak = [label for label, there, _, _, score in each if there >= _LEAST and score < 0.65]
    bins = reliability(chances[found], gold[found], np.linspace(0, 1, 11))
    (folder / "MODEL_CARD.md").write_text(
        _WORDS.format(
            version=version,
            package=PACKAGE,
            patterns=", ".join(f"`{name}`" for name, more in zip(labels, choice.added, strict=True) if more)
            or "no label",
            equal=agreement[0],
            among=agreement[1],
            sources=_sources(texts),
            pretrained=_PRETRAINED if how["pretrained"] else "",
            softened=_SOFTENED.format(count=how["softened"]) if how["softened"] else "",
            scores=_scores(choice),
            labels=int((gold.sum(0) >= _LEAST).sum()),
            least=_LEAST,
            macro=macro(choice.lowered, choice.thresholds, _LEAST),
            rows="\n".join(
                f"| `{label}` | {there} | {precision:.2f} | {recall:.2f} | {score:.2f} |"
                for label, there, precision, recall, score in each
                if there >= _LEAST
            ),
            reliability="\n".join(
                f"| {chance:.0%} | {count} | {share:.0%} |" for chance, share, count in bins
            ),
            weak=", ".join(f"`{label}`" for label in weak) or "none",
        ),
        encoding="utf-8",
    )


def _by_label(
    labels: Sequence[str], found: np.ndarray, gold: np.ndarray
) -> list[tuple[str, int, float, float, float]]:
    right, told, there = (found & gold).sum(0), found.sum(0), gold.sum(0)
    rows = [
        (
            label,
            int(there[place]),
            float(right[place] / max(1, told[place])),
            float(right[place] / max(1, there[place])),
            float(2 * right[place] / max(1, told[place] + there[place])),
        )
        for place, label in enumerate(labels)
    ]
    return sorted(rows, key=lambda row: -row[1])


def _sources(texts: dict[str, Sequence[Labelled]]) -> str:
    lines = ["| | documents | pieces | labels |", "|---|---|---|---|"]
    for use, documents in texts.items():
        for source in Counter(document.source for document in documents):
            chosen = [document for document in documents if document.source == source]
            pieces = sum(len(document.labels) for document in chosen)
            marks = sum(len(shown) for document in chosen for shown in document.labels)
            lines.append(f"| {use}: {source} | {len(chosen):,} | {pieces:,} | {marks:,} |")
    return "\n".join(lines)


def _scores(choice: Choice) -> str:
    lines = [
        "| kind | unit micro F1 | interview micro F1 | false alarms per 1,000 empty units |",
        "|---|---|---|---|",
    ]
    for kind, (_, unit, interview, false) in zip(choice.lowered, by_halves(choice.kinds), strict=True):
        found = kind.logits >= choice.thresholds
        whole = f1(kind.whole(found), kind.whole(kind.gold))
        alarms = false_alarms(kind, choice.thresholds)
        lines.append(
            f"| {kind.name} | {f1(found, kind.gold):.3f} ({unit:.3f}) | {whole:.3f} ({interview:.3f})"
            f" | {alarms:.0f} ({false:.0f}) |"
        )
    return "\n".join(lines)
