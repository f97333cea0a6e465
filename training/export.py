"""From a trained net to the files that the package ships."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.compose import Layer, Norm, Parts, Product, compose
from training.model import SignNet
from training.windows import Sample, batches

SHARE_OF_INPUTS = 0.8
"""How far uneven inputs are evened out at the cost of the weights; .75 to .85 were best (see README)."""


class Evened(nn.Module):
    """The same product with its inputs divided, and its weights multiplied, by a scale per input."""

    def __init__(self, layer: nn.Linear, scale: Tensor) -> None:
        super().__init__()
        self.layer = copy.deepcopy(layer)
        self.layer.weight.data = layer.weight.data * scale
        self.register_buffer("inverse", 1 / scale)

    def forward(self, values: Tensor) -> Tensor:
        """Return what the layer returned."""
        found: Tensor = self.layer(values * self.inverse)
        return found


def evened(net: SignNet, seen: Sequence[Sample]) -> SignNet:
    """Return the same net with the inputs of its products evened out, so that 8 bits fit them better.

    A few inputs are many times larger than the rest, and one scale must fit all (Xiao et al. 2023,
    "SmoothQuant"). What reads the same values gets the same scales.
    """
    layers = {name: layer for name, layer in net.encoder.named_modules() if isinstance(layer, nn.Linear)}
    largest: dict[str, Tensor] = {}

    def watch(name: str):
        def keep(_: nn.Module, inputs: tuple[Tensor], __: Tensor) -> None:
            here = inputs[0].detach().float().abs().flatten(0, -2).amax(0)
            largest[name] = torch.maximum(largest[name], here) if name in largest else here

        return keep

    hooks = [layer.register_forward_hook(watch(name)) for name, layer in layers.items()]
    net.eval()
    with torch.inference_mode():
        for batch in batches(seen, 4096):
            net(batch.ids, batch.mask)
    for hook in hooks:
        hook.remove()
    even = copy.deepcopy(net)
    for name, layer in layers.items():
        parent, _, own = name.rpartition(".")
        together = [other for key, other in layers.items() if key.rpartition(".")[0] == parent]
        same = together if parent.endswith(".self") else [layer]
        weights = torch.stack([other.weight.detach().abs().amax(0) for other in same]).amax(0)
        scale = largest[name].clamp_min(1e-3) ** SHARE_OF_INPUTS
        scale = scale / weights.clamp_min(1e-4) ** (1 - SHARE_OF_INPUTS)
        setattr(even.encoder.get_submodule(parent), own, Evened(layer, scale / scale.median()))
    return even


class _Unmasked(nn.Module):
    """The net without a mask: each window runs alone."""

    def __init__(self, net: SignNet) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor) -> Tensor:
        """Return the values of all tokens."""
        values: Tensor = self.net(ids, torch.ones_like(ids))
        return values


def export(net: SignNet, target: Path) -> None:
    """Write the net in single precision as ONNX: `ids` in, `values` out."""
    net.eval()
    torch.onnx.export(
        _Unmasked(net),
        (torch.ones(2, 8, dtype=torch.int64),),
        target,
        input_names=["ids"],
        output_names=["values"],
        dynamic_axes={name: {0: "windows", 1: "tokens"} for name in ("ids", "values")},
        opset_version=17,
        dynamo=False,
    )


def export_small(net: SignNet, target: Path) -> None:
    """Write the evened net with its products and word embeddings in 8 bits; the head stays as it is."""
    onnx.save(compose(parts_of(net)), target)


def parts_of(net: SignNet) -> Parts:
    """Return the arrays of an evened net: products with one scale per channel, embeddings with one per row.

    One scale for the whole table of embeddings would lose much more.
    """
    embeddings, config = net.encoder.embeddings, net.encoder.config
    words, scale_of_words = _small(_array(embeddings.word_embeddings.weight).T)
    return Parts(
        words=words.T,
        scale_of_words=scale_of_words,
        places=_array(embeddings.position_embeddings.weight + embeddings.token_type_embeddings.weight[0]),
        norm=_norm(embeddings.LayerNorm),
        layers=[_layer(layer) for layer in net.encoder.encoder.layer],
        heads=config.num_attention_heads,
        head=_array(net.head.weight).T,
        head_bias=_array(net.head.bias),
        epsilon=config.layer_norm_eps,
    )


def _layer(layer: Any) -> Layer:
    attention = layer.attention
    return Layer(
        query=_product(attention.self.query),
        key=_product(attention.self.key),
        value=_product(attention.self.value),
        joined=_product(attention.output.dense),
        joined_norm=_norm(attention.output.LayerNorm),
        wide=_product(layer.intermediate.dense),
        narrow=_product(layer.output.dense),
        norm=_norm(layer.output.LayerNorm),
    )


def _product(even: Evened) -> Product:
    weight, scale = _small(_array(even.layer.weight).T)
    return Product(weight, scale, _array(even.layer.bias), _array(even.inverse))


def _norm(layer: nn.LayerNorm) -> Norm:
    return Norm(_array(layer.weight), _array(layer.bias))


def _small(weight: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return a table in 8 bits, and the scale of each column."""
    scale = np.maximum(np.abs(weight).max(0), 1e-8) / 127
    return np.rint(weight / scale).astype(np.int8), scale


def _array(tensor: Tensor) -> NDArray[np.float32]:
    found: NDArray[np.float32] = tensor.detach().float().numpy()
    return found


def ship(quantised: Path, tokenizer: Path, folder: Path) -> None:
    """Put the network and its tokenizer into the package."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(quantised, folder / "encoder.onnx")
    shutil.copyfile(tokenizer, folder / "tokenizer.json")


def agreement(one: np.ndarray, other: np.ndarray, thresholds: np.ndarray) -> tuple[float, float]:
    """Return the share of equal decisions, and of equal ones among those where either tells a sign."""
    a, b = one >= thresholds, other >= thresholds
    either = a | b
    return float((a == b).mean()), float((a & b).sum() / max(1, either.sum()))
