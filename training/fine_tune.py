"""Fine-tune the encoder with the head on labelled documents."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.model import SignNet, grouped, pooled
from training.windows import Batch, Sample, batches


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to fine-tune. Learning rates are the highest reached; all numbers were chosen on dev."""

    passes: int = 4
    tokens: int = 3072
    """Tokens in a batch."""
    rate: float = 2e-4
    head_rate: float = 2e-3
    warm_up: float = 0.06
    """Share of the steps over which the rates rise."""
    weight_decay: float = 0.02
    dropout: float = 0.1
    average_over: int = 400
    """Steps over which the weights are averaged (exponentially)."""
    focus: float = 0.0
    """Asymmetric loss: how much easy empty pieces are discounted (Ridnik et al. 2021); 0 is plain."""
    smooth: float = 0.0
    """How far targets are moved towards the middle."""
    seed: int = 1


def fine_tune(
    net: SignNet,
    chosen: Sequence[Sample],
    recipe: Recipe,
    say: Callable[[str], None],
    keep: Path | None = None,
) -> SignNet:
    """Train and return the averaged net.

    Parameters
    ----------
    net : SignNet
        Changed in place.
    chosen : sequence of Sample
    recipe : Recipe
    say : callable
        Gets a line of progress now and then.
    keep : path, optional
        Where the state is kept after each pass; where there is one, it goes on from there.
    """
    torch.manual_seed(recipe.seed)
    per_pass = sum(1 for _ in batches(chosen, recipe.tokens, np.random.default_rng(recipe.seed)))
    steps = per_pass * recipe.passes
    optimizer = torch.optim.AdamW(_groups(net, recipe), betas=(0.9, 0.98), fused=True)
    highest = [group["lr"] for group in optimizer.param_groups]
    average = {name: value.detach().clone() for name, value in net.state_dict().items()}
    step, begun = 0, 0
    if keep is not None and keep.exists():
        state = torch.load(keep, weights_only=True)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        average, step, begun = state["average"], state["step"], state["passes"]
        say(f"going on after pass {begun}")
    began, since, seen = time.perf_counter(), time.perf_counter(), []
    for number in range(begun, recipe.passes):
        net.train()
        random = np.random.default_rng([recipe.seed, number])
        for batch in batches(chosen, recipe.tokens, random):
            rate = _rate(step, steps, recipe.warm_up)
            for group, top in zip(optimizer.param_groups, highest, strict=True):
                group["lr"] = top * rate
            loss = _loss(logits_of(net, batch), batch, recipe)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            seen.append(loss.item())
            _take_average(average, net, min(recipe.average_over, step / 4))
            if time.perf_counter() - since > 20:
                left = (time.perf_counter() - began) / max(1, step - begun * per_pass) * (steps - step)
                where = f"pass {number + 1}, step {step} of {steps}"
                say(f"{where}, loss {np.mean(seen):.4f}, {left / 60:.0f} min left")
                since, seen = time.perf_counter(), []
        if keep is not None:
            torch.save(
                {
                    "net": net.state_dict(),
                    "optimizer": optimizer.state_dict(),
                    "average": average,
                    "step": step,
                    "passes": number + 1,
                    "recipe": json.dumps(asdict(recipe)),
                },
                keep,
            )
    net.load_state_dict(average)
    return net


def logits_of(net: SignNet, batch: Batch) -> Tensor:
    """Return logits of shape (labelled pieces, labels)."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        values = net(batch.ids, batch.mask)
    flat = values.float().flatten(0, 1)[batch.token_index]
    places = pooled(flat, batch.place_of_token, len(batch.group_of_place))
    return grouped(places, batch.group_of_place, len(batch.keys))


def probabilities(
    net: SignNet, chosen: Sequence[Sample], tokens: int = 8192
) -> dict[tuple[int, int], np.ndarray]:
    """Return logits by document and labelled piece, the highest where a piece lies in two windows."""
    net.eval()
    found: dict[tuple[int, int], np.ndarray] = {}
    with torch.inference_mode():
        for batch in batches(chosen, tokens):
            values = logits_of(net, batch).numpy()
            for key, row in zip(batch.keys, values, strict=True):
                found[key] = np.maximum(found[key], row) if key in found else row
    return found


def _loss(logits: Tensor, batch: Batch, recipe: Recipe) -> Tensor:
    targets = batch.targets
    if recipe.smooth:
        targets = targets * (1 - recipe.smooth) + 0.5 * recipe.smooth
    each = functional.binary_cross_entropy_with_logits(logits, targets, reduction="none")
    if recipe.focus:
        wrong = torch.sigmoid(logits.detach())
        each = torch.where(targets < 0.5, each * wrong.pow(recipe.focus), each)
    return (each.sum(1) * batch.weight).sum() / batch.weight.sum()


def _groups(net: SignNet, recipe: Recipe) -> list[dict]:
    head, plain, bare = [], [], []
    for name, value in net.named_parameters():
        if name.startswith("head"):
            head.append(value)
        elif value.ndim < 2:
            bare.append(value)
        else:
            plain.append(value)
    return [
        {"params": plain, "lr": recipe.rate, "weight_decay": recipe.weight_decay},
        {"params": bare, "lr": recipe.rate, "weight_decay": 0.0},
        {"params": head, "lr": recipe.head_rate, "weight_decay": recipe.weight_decay},
    ]


def _rate(step: int, steps: int, warm_up: float) -> float:
    rising = max(1, round(steps * warm_up))
    if step < rising:
        return (step + 1) / rising
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (step - rising) / max(1, steps - rising)))


def _take_average(average: dict[str, Tensor], net: SignNet, over: float) -> None:
    share = 1 / max(1.0, over)
    with torch.no_grad():
        for name, value in net.state_dict().items():
            if value.dtype.is_floating_point:
                average[name].lerp_(value, share)
