"""Which single fact, if it were wrong, would change the answer most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from wentwell.catalog import signs
from wentwell.interview import Context, Contribution, Evidence, Hinge, HingeKind, Stage
from wentwell.weighing._sum import Case, Sum, add_up

_SIGNS_TRIED = 4
"""So many of the signs that move the chance most are tried; the others move it less."""
_ABSENCES_TRIED = 2
_TOLD = 5
_LEAST = 0.005
"""A change below half a point is none."""
_TAKEN_FOR: dict[Stage, tuple[Stage, str]] = {
    "screen": ("first", "If this was a first round rather than a screening call"),
    "informal": ("first", "If this was a first round rather than an informal chat"),
    "first": ("screen", "If this was a screening call rather than a first round"),
    "second": ("final", "If this was the final round already"),
    "final": ("second", "If another round was still to come"),
    "single": ("final", "If this was a final round rather than the only one"),
}
"""The stage that each is most easily taken for, among those that ask for the same thing."""
_WITHOUT: tuple[tuple[str, object, str], ...] = (
    ("base_rate", None, "With the usual rate instead of the one that you set"),
    ("referred", False, "If it made no difference that you were referred"),
    ("employer", None, "If you are wrong about the kind of employer"),
    ("interviewer_roles", (), "If you are wrong about who interviewed you"),
)
"""What the context is without one thing that was told."""


def hinges(
    evidence: Sequence[Evidence], case: Case, now: Sum, told: Sequence[Contribution]
) -> tuple[Hinge, ...]:
    """Return the facts that would change the chance if they were wrong, by the size of the change.

    Each is weighed by the same sum as the answer itself, with the one fact otherwise: a sign not there, an
    absence only missed, one thing in the context not known or, for the stage and the number of finalists,
    the value that it is most easily taken for. Only what asks for the same target is compared.

    Parameters
    ----------
    evidence : sequence of Evidence
        Without leaks.
    case : Case
    now : Sum
        The sum of both.
    told : sequence of Contribution
        The contributions of ``now``.
    """
    found = []
    for kind, label, name, total in (*_of_parts(evidence, case, told), *_of_context(evidence, case)):
        if total.target != now.target:
            continue
        change = abs(total.probability - now.probability)
        if change >= _LEAST:
            found.append((-change, label, kind, name, total))
    found.sort(key=lambda one: one[:2])
    return tuple(
        Hinge(
            kind=kind,
            label=label,
            name=name,
            probability=total.probability,
            low=total.band[0],
            high=total.band[1],
        )
        for _, label, kind, name, total in found[:_TOLD]
    )


def _of_parts(
    evidence: Sequence[Evidence], case: Case, told: Sequence[Contribution]
) -> Iterator[tuple[HingeKind, str, str, Sum]]:
    there = {item.label for item in evidence}
    seen = [part for part in told if part.kind == "sign" and part.label in there]
    for part in seen[:_SIGNS_TRIED]:
        rest = [item for item in evidence if item.label != part.label]
        name = f"If “{part.name}” was not meant the way you read it"
        yield "sign", part.label, name, add_up(rest, case)
    for part in [part for part in told if part.kind == "not_seen"][:_ABSENCES_TRIED]:
        missed = Evidence(label=part.label, quote="", start=0, end=0, found_by="answered")
        name = f"If “{signs()[part.label].name}” did happen and was only missed"
        yield "not_seen", part.label, name, add_up([*evidence, missed], case)
    kinds = {part.kind for part in told}
    if "not_mentioned" in kinds:
        name = "If what your notes do not mention counted for nothing"
        yield "not_mentioned", "not_mentioned", name, add_up(evidence, replace(case, mentioned=0.0))
    if "silence" in kinds:
        rest = [item for item in evidence if item.label != "contrary.silence"]
        name = "If a word from them only got lost"
        yield "silence", "silence", name, add_up(rest, replace(case, today=None))
    if "gut" in kinds:
        rest = [item for item in evidence if signs()[item.label].kind != "gut"]
        yield "gut", "gut", "If your own feeling counted for nothing", add_up(rest, replace(case, gut=None))


def _of_context(evidence: Sequence[Evidence], case: Case) -> Iterator[tuple[HingeKind, str, str, Sum]]:
    for field, name, context in _otherwise(case.context):
        yield "context", field, name, add_up(evidence, replace(case, context=context))


def _otherwise(context: Context) -> Iterator[tuple[str, str, Context]]:
    if context.stage is not None:
        stage, name = _TAKEN_FOR[context.stage]
        yield "stage", name, _with(context, stage=stage)
    left = context.finalists
    if left is not None and context.base_rate is None:
        # one too few is the likelier slip, unless there is nobody else
        yield "finalists", f"If {left + 1} of you were left, not {left}", _with(context, finalists=left + 1)
    for field, value, name in _WITHOUT:
        if getattr(context, field) not in (value, None):
            yield field, name, _with(context, **{field: value})


def _with(context: Context, **more: Any) -> Context:
    return context.model_copy(update=more)
