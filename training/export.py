"""From a trained net to the files that the package ships."""

from __future__ import annotations

import copy
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.model import SignNet


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


def quantise(source: Path, target: Path) -> None:
    """Write the net with its products in 8 bits, one scale per channel; the head stays as it is."""
    heads = [node.name for node in onnx.load(source).graph.node if "/head/" in node.name]
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul"],
        weight_type=QuantType.QInt8,
        per_channel=True,
        nodes_to_exclude=heads,
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
