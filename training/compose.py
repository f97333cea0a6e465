"""The trained net as one small graph with products in 8 bits, made for short texts on a CPU."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Floats = NDArray[np.float32]

_CONTRIB = "com.microsoft"
_OPSETS = {"": 17, _CONTRIB: 1}


@dataclass(frozen=True)
class Product:
    """A linear layer in 8 bits."""

    weight: NDArray[np.int8]
    """Shape (inputs, outputs)."""
    scale: Floats
    """One per output."""
    bias: Floats
    inverse: Floats
    """What the inputs are multiplied by before; the weights were divided by it."""


@dataclass(frozen=True)
class Norm:
    """A layer norm."""

    weight: Floats
    bias: Floats


@dataclass(frozen=True)
class Layer:
    """One layer of the encoder."""

    query: Product
    key: Product
    value: Product
    joined: Product
    """Behind the attention."""
    joined_norm: Norm
    wide: Product
    narrow: Product
    norm: Norm


@dataclass(frozen=True)
class Parts:
    """All arrays of the net."""

    words: NDArray[np.int8]
    """Embeddings, shape (vocabulary, width)."""
    scale_of_words: Floats
    """One per row."""
    places: Floats
    """Embeddings of positions, with that of the only kind of token added."""
    norm: Norm
    layers: Sequence[Layer]
    heads: int
    head: Floats
    """Shape (width, outputs): stays in single precision."""
    head_bias: Floats
    epsilon: float
    """Of the layer norms."""


def compose(parts: Parts) -> onnx.ModelProto:
    """Return the net as a graph: `ids` in, `values` out.

    Notes
    -----
    There is no mask, for each window runs alone. The inverse of the product behind the attention is
    multiplied into the attention's own values, where it costs nothing. Written out by hand because what
    torch exports takes a fifth longer: it counts the mask out anew and moves the heads about in steps of
    their own.
    """
    graph = _Graph(parts.epsilon)
    state = _embedded(graph, parts)
    for number, layer in enumerate(parts.layers):
        graph.prefix = f"layer {number}: "
        state = _layer(graph, layer, state, parts.heads)
    graph.prefix = ""
    product = graph.node("MatMul", state, graph.constant("head", parts.head))
    graph.node("Add", product, graph.constant("bias of head", parts.head_bias), to="values")
    return graph.model(parts.head.shape[1])


class _Graph:
    """Nodes and constants, in the order in which they are added."""

    def __init__(self, epsilon: float) -> None:
        self.prefix = ""
        self._epsilon = epsilon
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def constant(self, name: str, values: NDArray[Any]) -> str:
        """Add an array; the name must be new."""
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(values), self.prefix + name))
        return self.prefix + name

    def node(self, operator: str, *inputs: str, to: str = "", domain: str = "", **how: Any) -> str:
        """Add an operator; return the name of what it gives."""
        made = to or f"{self.prefix}{operator} {len(self._nodes)}"
        self._nodes.append(helper.make_node(operator, inputs, [made], made, domain=domain, **how))
        return made

    def quantised(self, values: str) -> tuple[str, str, str]:
        """Put values into 8 bits with one scale; return the names of these, of the scale and of the zero."""
        numbers, scale, zero = (f"{values} {part}" for part in ("in 8 bits", "scale", "zero"))
        self._nodes.append(
            helper.make_node("DynamicQuantizeLinear", [values], [numbers, scale, zero], numbers)
        )
        return numbers, scale, zero

    def single(self, values: str) -> str:
        """Put values into single precision."""
        made = f"{values} in single precision"
        self._nodes.append(helper.make_node("Cast", [values], [made], made, to=TensorProto.FLOAT))
        return made

    def times(self, values: str, name: str, factors: Floats) -> str:
        """Multiply each channel."""
        return self.node("Mul", values, self.constant(name, factors))

    def product(self, values: str, name: str, layer: Product) -> str:
        """Multiply values, with one scale for all of them, by the weights in 8 bits."""
        return self.node(
            "DynamicQuantizeMatMul",
            values,
            self.constant(name, layer.weight),
            self.constant(f"scale of {name}", layer.scale),
            "",
            self.constant(f"bias of {name}", layer.bias),
            domain=_CONTRIB,
        )

    def shared_product(self, values: tuple[str, str, str], name: str, layer: Product) -> str:
        """Do the same with values that are in 8 bits already, because several products read them."""
        numbers, scale, zero = values
        return self.node(
            "MatMulIntegerToFloat",
            numbers,
            self.constant(name, layer.weight),
            scale,
            self.constant(f"scale of {name}", layer.scale),
            zero,
            "",
            self.constant(f"bias of {name}", layer.bias),
            domain=_CONTRIB,
        )

    def normed(self, values: str, name: str, norm: Norm) -> str:
        """Norm each token."""
        weight = self.constant(f"weight of {name}", norm.weight)
        bias = self.constant(f"bias of {name}", norm.bias)
        return self.node("LayerNormalization", values, weight, bias, axis=-1, epsilon=self._epsilon)

    def model(self, outputs: int) -> onnx.ModelProto:
        """Return all of it."""
        shape = ["windows", "tokens"]
        ids = helper.make_tensor_value_info("ids", TensorProto.INT64, shape)
        values = helper.make_tensor_value_info("values", TensorProto.FLOAT, [*shape, outputs])
        return helper.make_model(
            helper.make_graph(self._nodes, "reader", [ids], [values], self._constants),
            opset_imports=[helper.make_opsetid(*opset) for opset in _OPSETS.items()],
            ir_version=8,
        )


def _embedded(graph: _Graph, parts: Parts) -> str:
    rows = graph.node("Gather", graph.constant("words", parts.words), "ids")
    scales = graph.constant("scale of words", parts.scale_of_words[:, None])
    words = graph.node("Mul", graph.single(rows), graph.node("Gather", scales, "ids"))
    nought = graph.constant("nought", np.array([0], np.int64))
    size = graph.node("Shape", "ids", start=1, end=2)
    places = graph.node("Slice", graph.constant("places", parts.places), nought, size, nought)
    return graph.normed(graph.node("Add", words, places), "norm", parts.norm)


def _layer(graph: _Graph, layer: Layer, state: str, heads: int) -> str:
    even = graph.quantised(graph.times(state, "evening of attention", layer.query.inverse))
    attended = graph.node(
        "MultiHeadAttention",
        graph.shared_product(even, "query", layer.query),
        graph.shared_product(even, "key", layer.key),
        graph.shared_product(even, "value", _scaled(layer.value, layer.joined.inverse)),
        domain=_CONTRIB,
        num_heads=heads,
    )
    summed = graph.node("Add", graph.product(attended, "joined", layer.joined), state)
    state = graph.normed(summed, "norm behind attention", layer.joined_norm)
    wide = graph.product(graph.times(state, "evening of wide", layer.wide.inverse), "wide", layer.wide)
    bent = graph.times(graph.node("Gelu", wide, domain=_CONTRIB), "evening of narrow", layer.narrow.inverse)
    summed = graph.node("Add", graph.product(bent, "narrow", layer.narrow), state)
    return graph.normed(summed, "norm", layer.norm)


def _scaled(product: Product, factors: Floats) -> Product:
    """Return a product that gives its outputs times some factors."""
    return Product(product.weight, product.scale * factors, product.bias * factors, product.inverse)
