"""From a trained net to the files that the package ships."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.model import SignNet


def export(net: SignNet, target: Path) -> None:
    """Write the net as ONNX in single precision: `ids` and `mask` in, `values` out."""
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
    """Write the net with 8-bit weights, one scale per channel; the head stays in single precision."""
    heads = [node.name for node in onnx.load(source).graph.node if "/head/" in node.name]
    quantize_dynamic(source, target, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=heads)


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
