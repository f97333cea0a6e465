"""Masked-language-model pretraining: let the encoder read the kind of text it will judge."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from training.texts import Labelled
from wentwell.reading._encoder import lay_out

MASKED = 0.15
"""Share of tokens to guess (Devlin et al. 2019): of these 80 % are masked, 10 % replaced, 10 % left."""


class Guesser(nn.Module):
    """Guesses tokens from what the encoder says of them; it shares the encoder's word embeddings."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        size = encoder.config.hidden_size
        self.dense = nn.Linear(size, size)
        self.norm = nn.LayerNorm(size)
        self.bias = nn.Parameter(torch.zeros(encoder.config.vocab_size))

    def forward(self, hidden: Tensor, words: Tensor) -> Tensor:
        """Return a logit per word of the vocabulary."""
        found: Tensor = functional.linear(self.norm(functional.gelu(self.dense(hidden))), words, self.bias)
        return found


def pretrain(
    encoder: BertModel,
    documents: Sequence[Labelled],
    tokenizer: Tokenizer,
    say: Callable[[str], None],
    *,
    passes: int = 2,
    rate: float = 1e-4,
    tokens: int = 3072,
    seed: int = 1,
) -> None:
    """Train the encoder, in place, to guess masked tokens of documents (their labels are not looked at).

    Over the first steps only the guesser learns, which starts from nothing.
    """
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    windows = [window.ids for document in documents for window in lay_out(document.units, tokenizer)]
    special = [tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]", "[PAD]")]
    mask = tokenizer.token_to_id("[MASK]")
    guesser = Guesser(encoder)
    encoder.train()
    optimizer = torch.optim.AdamW(
        [
            {"params": list(encoder.parameters()), "lr": rate, "top": rate},
            {"params": list(guesser.parameters()), "lr": 1e-3, "top": 1e-3},
        ],
        weight_decay=0.01,
    )
    steps = passes * len(_groups(windows, tokens, np.random.default_rng(seed)))
    alone, step, since, seen = max(1, steps // 12), 0, time.perf_counter(), []
    for _ in range(passes):
        for group in _groups(windows, tokens, random):
            ids, attention = _padded([windows[number] for number in group])
            chosen = (torch.rand(ids.shape) < MASKED) & ~torch.isin(ids, torch.tensor(special))
            if not chosen.any():
                continue
            wanted, draw = ids[chosen], torch.rand(int(chosen.sum()))
            put = torch.where(draw < 0.8, torch.full_like(wanted, mask), wanted)
            other = torch.randint(1000, encoder.config.vocab_size, wanted.shape)
            ids[chosen] = torch.where(draw > 0.9, other, put)
            for number, part in enumerate(optimizer.param_groups):
                asleep = number == 0 and step < alone
                part["lr"] = 0.0 if asleep else part["top"] * (1 - step / steps)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                hidden = encoder(input_ids=ids, attention_mask=attention).last_hidden_state[chosen]
                logits = guesser(hidden, encoder.embeddings.word_embeddings.weight)
            loss = functional.cross_entropy(logits.float(), wanted)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            seen.append(loss.item())
            if time.perf_counter() - since > 20:
                say(f"step {step} of {steps}, loss {np.mean(seen):.3f}")
                since, seen = time.perf_counter(), []


def _groups(windows: Sequence[Sequence[int]], tokens: int, random: np.random.Generator) -> list[list[int]]:
    """Put windows of about the same length together, up to so many tokens."""
    order = random.permutation(len(windows))
    lengths = np.array([len(window) for window in windows])
    order = order[np.argsort((lengths + random.integers(0, 12, len(windows)))[order], kind="stable")]
    groups: list[list[int]] = [[]]
    longest = 0
    for number in order:
        longest = max(longest, int(lengths[number]))
        if groups[-1] and (len(groups[-1]) + 1) * longest > tokens:
            groups.append([])
            longest = int(lengths[number])
        groups[-1].append(int(number))
    random.shuffle(groups)
    return groups


def _padded(windows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    longest = max(map(len, windows))
    ids = torch.zeros(len(windows), longest, dtype=torch.int64)
    attention = torch.zeros_like(ids)
    for row, window in enumerate(windows):
        ids[row, : len(window)] = torch.tensor(window)
        attention[row, : len(window)] = 1
    return ids, attention
