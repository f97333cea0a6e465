"""Labelled documents as windows with targets, and batches of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.texts import Labelled
from wentwell.reading._encoder import lay_out


@dataclass(frozen=True, slots=True)
class Sample:
    """One window with its places, the labelled pieces they belong to, and what these show."""

    ids: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    """First token and behind the last, per place."""
    groups: tuple[int, ...]
    """Labelled piece of each place, counted within the window."""
    targets: np.ndarray
    """Shape (pieces, labels): 0 to 1."""
    keys: tuple[tuple[int, int], ...]
    """Document and labelled piece."""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of about the same length."""

    ids: Tensor
    mask: Tensor
    token_index: Tensor
    """Flat positions of the tokens that belong to places."""
    place_of_token: Tensor
    group_of_place: Tensor
    targets: Tensor
    weight: Tensor
    keys: tuple[tuple[int, int], ...]


def samples(
    documents: Sequence[Labelled],
    labels: Sequence[str],
    tokenizer: Tokenizer,
    targets: Sequence[np.ndarray] | None = None,
    weight: float = 1.0,
) -> list[Sample]:
    """Lay out labelled documents; `targets` replaces their labels (shape pieces x labels, per document)."""
    column = {label: number for number, label in enumerate(labels)}
    made: list[Sample] = []
    for number, document in enumerate(documents):
        if targets is None:
            wanted = np.zeros((len(document.labels), len(labels)), dtype=np.float32)
            for piece, shown in enumerate(document.labels):
                wanted[piece, [column[label] for label in shown]] = 1.0
        else:
            wanted = targets[number]
        for window in lay_out(document.units, tokenizer):
            pieces = [document.groups[place.unit] for place in window.places]
            inside = sorted(set(pieces))
            made.append(
                Sample(
                    ids=tuple(window.ids),
                    places=tuple((place.first, place.last) for place in window.places),
                    groups=tuple(inside.index(piece) for piece in pieces),
                    targets=wanted[inside],
                    keys=tuple((number, piece) for piece in inside),
                    weight=weight,
                )
            )
    return made


def batches(
    chosen: Sequence[Sample], tokens: int, random: np.random.Generator | None = None
) -> Iterator[Batch]:
    """Yield batches of up to so many tokens; shuffled, where a generator is given."""
    order = np.arange(len(chosen))
    lengths = np.array([len(sample.ids) for sample in chosen])
    if random is not None:
        lengths = lengths + random.integers(0, 12, len(chosen))
        order = random.permutation(len(chosen))
    order = order[np.argsort(lengths[order], kind="stable")]
    groups: list[list[int]] = [[]]
    for position in order:
        longest = len(chosen[position].ids)
        if groups[-1] and (len(groups[-1]) + 1) * longest > tokens:
            groups.append([])
        groups[-1].append(int(position))
    if random is not None:
        random.shuffle(groups)
    for group in groups:
        if group:
            yield _batch([chosen[position] for position in group])


def _batch(chosen: Sequence[Sample]) -> Batch:
    longest = max(len(sample.ids) for sample in chosen)
    ids = np.zeros((len(chosen), longest), dtype=np.int64)
    mask = np.zeros((len(chosen), longest), dtype=np.int64)
    tokens, place_of, group_of, weights, keys, wanted = [], [], [], [], [], []
    places = groups = 0
    for row, sample in enumerate(chosen):
        ids[row, : len(sample.ids)] = sample.ids
        mask[row, : len(sample.ids)] = 1
        for (first, last), group in zip(sample.places, sample.groups, strict=True):
            tokens.append(np.arange(first, last) + row * longest)
            place_of.append(np.full(last - first, places))
            group_of.append(groups + group)
            places += 1
        groups += len(sample.keys)
        keys += sample.keys
        wanted.append(sample.targets)
        weights += [sample.weight] * len(sample.keys)
    return Batch(
        torch.from_numpy(ids),
        torch.from_numpy(mask),
        torch.from_numpy(np.concatenate(tokens)),
        torch.from_numpy(np.concatenate(place_of)),
        torch.tensor(group_of),
        torch.from_numpy(np.concatenate(wanted)),
        torch.tensor(weights, dtype=torch.float32),
        tuple(keys),
    )
