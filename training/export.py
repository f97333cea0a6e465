"""From a trained net to the files that the package ships."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn

from training.model import SignNet
from training.windows import Sample, batches

SHARE_OF_INPUTS = 0.8
"""How far uneven inputs are evened out at the cost of the weights; .75 to .85 were best (see README)."""


class RowScaled(nn.Module):
    """An embedding in 8 bits with one scale per row: one scale for the whole table would lose much more."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1).clamp_min(1e-8) / 127
        self.register_buffer("rows", (weight / scale[:, None]).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """Return the rows in single precision."""
        rows: Tensor = self.rows[ids].float() * self.scale[ids].unsqueeze(-1)
        return rows


def with_small_embeddings(net: SignNet) -> SignNet:
    """Return the same net with its word embeddings in 8 bits."""
    small = copy.deepcopy(net)
    words = small.encoder.embeddings.word_embeddings.weight.detach()
    small.encoder.embeddings.word_embeddings = RowScaled(words)
    return small


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


def export(net: SignNet, target: Path) -> None:
    """Write the net as ONNX: `ids` and `mask` in, `values` out."""
    net.eval()
    ids = torch.ones(2, 8, dtype=torch.int64)
    torch.onnx.export(
        net,
        (ids, torch.ones_like(ids)),
        target,
        input_names=["ids", "mask"],
        output_names=["values"],
        dynamic_axes={
            "ids": {0: "windows", 1: "tokens"},
            "mask": {0: "windows", 1: "tokens"},
            "values": {0: "windows", 1: "tokens"},
        },
        opset_version=17,
        dynamo=False,
    )


def fuse(source: Path, target: Path) -> None:
    """Write the net with whole steps as one operator where that is quicker.

    Sums with the layer norm behind them stay apart: on a CPU the joint operator takes twice as long.
    """
    options = FusionOptions("bert")
    options.enable_skip_layer_norm = False
    optimize_model(str(source), "bert", optimization_options=options, opt_level=0).save_model_to_file(
        str(target)
    )


def quantise(source: Path, target: Path) -> None:
    """Write the net with its products in 8 bits, one scale per channel; the head stays as it is."""
    heads = [node.name for node in onnx.load(source).graph.node if "/head/" in node.name]
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul", "Attention"],
        weight_type=QuantType.QInt8,
        per_channel=True,
        nodes_to_exclude=heads,
        # what the fused operators give has no type that the shape inference knows
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )


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
