"""The network: an encoder, and for each label where in a sentence to look and what to look for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel


class CheapDropout(nn.Module):
    """Dropout whose random bits come from numpy: several times quicker than torch's on a CPU."""

    def __init__(self, share: float, seed: int) -> None:
        super().__init__()
        self.p = share  # by this name the encoder asks for it
        self.kept = 256 - round(256 * share)
        self.random = np.random.default_rng(seed)

    def forward(self, values: Tensor) -> Tensor:
        """Drop the share of values in training, and nothing otherwise."""
        if not self.training or self.kept == 256:
            return values
        bits = torch.from_numpy(self.random.integers(0, 256, values.numel(), dtype=np.uint8))
        keep = (bits < self.kept).view(values.shape).to(values.dtype)
        return values * keep * (256 / self.kept)


class SignNet(nn.Module):
    """Token numbers to two values per token and label: how much to look here, and what it says.

    The logit of a label for a sentence is the mean of what its tokens say, weighted by the softmax of how
    much to look at each (attention per label, as in Mullenbach et al. 2018, "Explainable prediction of
    medical codes from clinical text").
    """

    def __init__(self, encoder: BertModel, labels: int, dropout: float = 0.1, seed: int = 0) -> None:
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(encoder.config.hidden_size, 2 * labels)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)
        with torch.no_grad():
            self.head.bias[labels:] = -3.0
        self.dropout = CheapDropout(dropout, seed)
        _swap_dropout(encoder, dropout, seed)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return values of shape (windows, tokens, 2 x labels)."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        values: Tensor = self.head(self.dropout(hidden).float())
        return values


def pooled(values: Tensor, place_of_token: Tensor, places: int) -> Tensor:
    """Return logits (places, labels) from token values (tokens, 2 x labels) and the place of each token."""
    look, says = values.chunk(2, dim=-1)
    weight = torch.exp(look.clamp(-30, 30))
    zeros = torch.zeros(places, look.shape[1], dtype=values.dtype)
    total = zeros.index_add(0, place_of_token, weight)
    return zeros.index_add(0, place_of_token, weight * says) / total.clamp_min(1e-9)


def grouped(logits: Tensor, group_of_place: Tensor, groups: int) -> Tensor:
    """Return the highest logit among the places of each group."""
    lowest = torch.full((groups, logits.shape[1]), -30.0, dtype=logits.dtype)
    index = group_of_place[:, None].expand_as(logits)
    return lowest.scatter_reduce(0, index, logits, reduce="amax")


def load_encoder(folder: Path | None, vocabulary: int = 30522) -> BertModel:
    """Return the base encoder; without a folder a tiny one with random weights, to try the way through."""
    if folder is None:
        config = BertConfig(
            vocab_size=vocabulary,
            hidden_size=32,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=64,
        )
        return BertModel(config, add_pooling_layer=False)
    return BertModel.from_pretrained(
        folder,
        add_pooling_layer=False,
        attn_implementation="eager",  # on a CPU its backward pass takes half the time of the fused one
        attention_probs_dropout_prob=0.0,
    )


def _swap_dropout(module: nn.Module, share: float, seed: int) -> None:
    for number, (name, child) in enumerate(module.named_children()):
        if isinstance(child, nn.Dropout):
            setattr(module, name, CheapDropout(share if child.p else 0.0, seed + number))
        else:
            _swap_dropout(child, share, seed + 101 * (number + 1))
