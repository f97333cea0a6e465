"""Fit what tells whole mails apart: ``python -m training.mail_kinds --data FOLDER``.

FOLDER holds ``train/mails.jsonl`` and ``dev/mails.jsonl`` (``{"id", "subject", "raw", "kind"}``) and, if
there, ``dev/mail_kinds_real.jsonl`` (``{"text", "subject", "label"}``). The model is fitted on the former and
on the mails in ``training/data``, whose kind is the first word of their description or stands in
``labels/mail_kinds.tsv``; strength of the penalty, weight of the given mails and temperature are chosen on
dev and on the given mails, each of them judged by a model fitted without it. Run it again whenever the
reader's model changes.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, cast

import click
import numpy as np
from scipy.sparse import vstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from wentwell.interview import Address, Document, MailKind, Message
from wentwell.mails._features import features, head_features, subject_features
from wentwell.mails._kind import KINDS, KindModel, find_kinds, with_margins
from wentwell.reading import TrainedReader, default_reader
from wentwell.sources import set_apart

HERE = Path(__file__).parent
WRITTEN = HERE / "data"
LABELS = HERE / "labels" / "mail_kinds.tsv"
SUBJECTS = HERE / "labels" / "mail_subjects.txt"
TARGET = HERE.parent / "src" / "wentwell" / "mails" / "kinds.json"
LEAST = 4
"""A feature counts from so many mails on: a word of one subject teaches nothing."""
COPIES = 4
"""Each of our own mails is taken so many times, with different subjects and heads."""
WEIGHTS_OF_GIVEN = (0.0, 1.0, 3.0)
"""Weights of the given mails against our own that are tried."""
PENALTIES = (0.1, 0.3)
"""Inverse strengths of the penalty that are tried."""
FOLDS = 4
"""Into so many parts the given mails are cut; each is judged by a model that was fitted without it."""
SMALLEST = 0.02
"""Features with no weight above this are left out of the model."""
REAL = {"refusal": "rejection", "automatic": "acknowledgement", "holding": "acknowledgement"}
"""What the labels of the real mails are called here; every other kind is "other"."""

# How often mails of each kind are answers, come from an address that wants no answer, or to many at once.
# Nobody counted it: these are opinions, and half of the copies have no head at all.
HEADS = {
    "reply": (0.9, 0.01, 0.0),
    "holding": (0.6, 0.1, 0.02),
    "invitation": (0.35, 0.12, 0.03),
    "refusal": (0.3, 0.35, 0.1),
    "offer": (0.25, 0.06, 0.01),
    "automatic": (0.35, 0.6, 0.2),
    "logistics": (0.2, 0.2, 0.03),
    "other": (0.45, 0.08, 0.12),
}
ANSWERED_BY_MACHINE = 0.4
"""Share of automatic mails with a head whose head says that a machine answered (RFC 3834)."""
FILLED = {
    "{job}": ("Data Analyst", "Site Engineer", "Staff Nurse", "Buyer", "Teacher of Maths", "Data Engineer"),
    "{day}": ("Monday", "12 March", "Tuesday", "5 June", "Thursday 9 May"),
    "{name}": ("Priya", "Sam", "Jo", "Ms Lund"),
    "{firm}": ("Northgate", "Alder & Co", "Corbel Systems", "Marram Health"),
}


@dataclass(frozen=True)
class Case:
    """A mail and what it is."""

    message: Message
    kind: MailKind
    is_own: bool = False


@click.command()
@click.option("--data", type=click.Path(exists=True, path_type=Path), help="Holds train/ and dev/.")
@click.option("--to", type=click.Path(path_type=Path), default=TARGET, help="Where the model is written.")
def main(data: Path | None, to: Path) -> None:
    """Fit the kinds of mails, choose on mails held out, write the model and say how well it does."""
    own = own_cases()
    train = given(data / "train" / "mails.jsonl") if data else []
    dev = given(data / "dev" / "mails.jsonl") if data else own[::6]
    own = own if data else [case for number, case in enumerate(own) if number % 6]
    click.echo(f"{len(own)} own mails, {len(train)} given ones, {len(dev)} to choose on")
    model = fit(own, train, dev)
    to.write_text(written(model), encoding="utf-8")
    click.echo(f"{len(model.weights)} features, temperature {model.temperature}, written to {to.name}")
    click.echo(report("given mails to fit on", train, model) if train else "")
    click.echo(report("dev", dev, model))
    real = data / "dev" / "mail_kinds_real.jsonl" if data else None
    if real is not None and real.exists():
        click.echo(report_real(real, model))


def own_cases() -> list[Case]:
    """Return the mails in training/data whose kind is known."""
    by_hand = dict(line.split("\t") for line in LABELS.read_text("utf-8").splitlines() if line.strip())
    cases = []
    for file in sorted(WRITTEN.glob("mails_*.txt")):
        for part in ("\n" + file.read_text("utf-8")).split("\n# ")[1:]:
            title, _, body = part.partition("\n")
            name, _, style = title.partition("|")
            kind = by_hand.get(name.strip()) or style.split(",")[0].strip()
            if kind in KINDS:
                lines = [line.partition(" || ") for line in body.splitlines() if line.strip()]
                shown = {label.strip() for _, _, labels in lines for label in labels.split(",")}
                text = "\n".join(words.strip() for words, _, _ in lines)
                cases.append(Case(message("", text), ruled(kind, shown), is_own=True))
    return cases


def ruled(kind: MailKind, shown: set[str]) -> MailKind:
    """Return the kind by its signs where the word is looser: an answer that invites is an invitation."""
    if kind in {"reply", "holding", "other"}:
        for label, plainer in (("outcome.offer", "offer"), ("next.invited", "invitation")):
            if label in shown:
                return cast("MailKind", plainer)
    return kind


def given(path: Path) -> list[Case]:
    """Return the mails of a JSON lines file."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [Case(message(row.get("subject") or "", row["raw"]), row["kind"]) for row in rows]


def message(subject: str, text: str) -> Message:
    """Make a message of a subject and a body."""
    return Message(document=Document(text=text, kind="mail", asides=set_apart(text)), subject=subject)


@dataclass(frozen=True)
class Held:
    """Mails that a model was not fitted on, as features, and what they are."""

    model: KindModel
    shown: Sequence[dict[str, float]]
    kinds: Sequence[MailKind]

    def loss(self, temperature: float) -> float:
        """Return the sum of the negative log-likelihoods at this temperature."""
        model = self.model.model_copy(update={"temperature": temperature})
        chances = [
            model.judge(row).probabilities[kind] for row, kind in zip(self.shown, self.kinds, strict=True)
        ]
        return float(-np.log(np.maximum(chances, 1e-9)).sum())

    @property
    def right(self) -> int:
        """How many mails get the right kind."""
        return sum(
            self.model.judge(row).kind == kind for row, kind in zip(self.shown, self.kinds, strict=True)
        )


def fit(own: Sequence[Case], train: Sequence[Case], dev: Sequence[Case]) -> KindModel:
    """Fit; choose penalty, weight of the given mails and temperature on mails that were not fitted on."""
    shown, version = _all_features([*own, *train, *dev])
    mine, theirs = shown[: len(own)], shown[len(own) : len(own) + len(train)]
    rows, kinds, weights = _drawn(own, mine)
    known, unseen = [case.kind for case in train], [case.kind for case in dev]
    counts = Counter(name for row in [*rows, *theirs] for name in row)
    vectorizer = DictVectorizer()
    values = vectorizer.fit_transform(
        [{name: value for name, value in row.items() if counts[name] >= LEAST} for row in rows]
    )
    given_values = vectorizer.transform(theirs) if theirs else values[:0]
    names = vectorizer.get_feature_names_out()

    def fitted(penalty: float, weight: float, places: Sequence[int]) -> KindModel:
        """Return a model of our own mails and of the given ones at these places."""
        used = list(places) if weight else []
        return _as_model(
            LogisticRegression(C=penalty, max_iter=200).fit(
                vstack([values, given_values[used]]) if used else values,
                kinds + [known[place] for place in used],
                sample_weight=[*weights, *([weight] * len(used))],
            ),
            names,
            version,
        )

    tried: list[tuple[float, int, KindModel]] = []
    for penalty, weight in product(PENALTIES, WEIGHTS_OF_GIVEN if train else (0.0,)):
        whole = fitted(penalty, weight, range(len(train)))
        held = []
        for fold in _folds(known) if train else []:
            others = [place for place in range(len(train)) if place not in fold]
            model = fitted(penalty, weight, others) if weight else whole
            held.append(Held(model, [theirs[place] for place in fold], [known[place] for place in fold]))
        right = sum(one.right for one in held)
        held.append(Held(whole, shown[len(own) + len(train) :], unseen))
        temperature = tempered(held)
        loss = sum(one.loss(temperature) for one in held) / (len(train) + len(dev))
        click.echo(
            f"penalty 1/{penalty}, weight of given mails {weight}: loss {loss:.3f}, "
            f"given mails, not fitted on, {right} of {len(train)}, dev {held[-1].right} of {len(dev)}"
        )
        tried.append((loss, len(tried), whole.model_copy(update={"temperature": temperature})))
    return min(tried)[2]


def _folds(kinds: Sequence[str]) -> list[frozenset[int]]:
    """Cut places into parts with about the same share of each kind."""
    ordered = sorted(range(len(kinds)), key=lambda place: (kinds[place], place))
    return [frozenset(ordered[first::FOLDS]) for first in range(FOLDS)]


def tempered(held: Sequence[Held]) -> float:
    """Return the temperature that makes the mails that were held out likeliest."""
    steps: list[float] = np.arange(0.6, 2.6, 0.1).round(1).tolist()
    return min(steps, key=lambda step: sum(one.loss(step) for one in held))


def _all_features(cases: Sequence[Case]) -> tuple[list[dict[str, float]], str]:
    reader = default_reader()
    version = reader.settings.version if isinstance(reader, TrainedReader) else "lexical"
    found = with_margins([case.message for case in cases], reader)
    return [features(one, margins, labels) for one, (margins, labels) in found], version


def _drawn(
    own: Sequence[Case], shown: Sequence[dict[str, float]]
) -> tuple[list[Any], list[MailKind], list[float]]:
    """Return our own mails several times, each with a subject and a head drawn for its kind, or none."""
    chance = random.Random(20260711)
    by_kind = _subjects()
    every = [subject for some in by_kind.values() for subject in some]
    rows, kinds, weights = [], [], []
    for case, row in zip(own, shown, strict=True):
        for _ in range(COPIES):
            subject = chance.choices(
                [chance.choice(by_kind[case.kind]), chance.choice(every), ""], [0.45, 0.2, 0.35]
            )[0]
            for gap, words in FILLED.items():
                subject = subject.replace(gap, chance.choice(words))
            rows.append(row | subject_features(subject) | _drawn_head(case.kind, subject, chance))
            kinds.append(case.kind)
            weights.append(1 / COPIES)
    return rows, kinds, weights


def _drawn_head(kind: str, subject: str, chance: random.Random) -> dict[str, float]:
    answers, machine, many = HEADS[kind]
    has_head = chance.random() < 0.5
    answered = subject.lower().startswith("re:") or (has_head and chance.random() < answers)
    by_machine = kind == "automatic" and has_head and chance.random() < ANSWERED_BY_MACHINE
    no_answers = has_head and chance.random() < machine
    quoted = answered and chance.random() < 0.6
    text = "Yes.\n\n> Well?" if quoted else "Yes."
    drawn = message(subject, text).model_copy(
        update={
            "in_reply_to": ("<a@b>",) if answered else (),
            "auto_submitted": "auto-replied" if by_machine else None,
            "automatic": by_machine or (no_answers and chance.random() < 0.5),
            "sender": Address(address="no-reply@example.org" if no_answers else "ann@example.org"),
            "has_unsubscribe": has_head and chance.random() < many,
        }
    )
    return head_features(drawn)


def _subjects() -> dict[str, list[str]]:
    by_kind: dict[str, list[str]] = {}
    for line in SUBJECTS.read_text("utf-8").splitlines():
        if line.strip("[] \n") in KINDS:
            some = by_kind.setdefault(line.strip("[]\n "), [])
        elif line.strip() and not line.startswith("#"):
            some.append(line.strip())
    return by_kind


def _as_model(fitted: LogisticRegression, names: Sequence[str], version: str) -> KindModel:
    order = [list(fitted.classes_).index(kind) for kind in KINDS]
    table = fitted.coef_[order].T
    weights = {
        str(name): tuple(round(float(value), 3) for value in row)
        for name, row in zip(names, table, strict=True)
        if np.abs(row).max() >= SMALLEST
    }
    return KindModel(
        version="1",
        reader=version,
        kinds=KINDS,
        intercept=tuple(round(float(value), 3) for value in fitted.intercept_[order]),
        weights=weights,
        temperature=1.0,
    )


def report(name: str, cases: Sequence[Case], model: KindModel) -> str:
    """Return micro F1 and what was taken for what."""
    found = list(find_kinds([case.message for case in cases], model=model))
    right = sum(one.kind == case.kind for one, case in zip(found, cases, strict=True))
    wrong = Counter(
        (case.kind, one.kind) for one, case in zip(found, cases, strict=True) if one.kind != case.kind
    )
    lines = [f"{name}: micro F1 {right / len(cases):.3f} ({right} of {len(cases)})"]
    return "\n".join([*lines, *(f"  {a} taken for {b}: {count}" for (a, b), count in wrong.most_common())])


def report_real(path: Path, model: KindModel) -> str:
    """Return how many real mails are found as rejection, acknowledgement or other."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    found = list(find_kinds([message(row.get("subject") or "", row["text"]) for row in rows], model=model))
    pairs = Counter((row["label"], REAL.get(one.kind, "other")) for row, one in zip(rows, found, strict=True))
    kinds = Counter((row["label"], one.kind) for row, one in zip(rows, found, strict=True))
    right = sum(count for (a, b), count in pairs.items() if a == b)
    lines = [f"real mails: micro F1 {right / len(rows):.3f} ({right} of {len(rows)})"]
    for label in sorted({row["label"] for row in rows}):
        taken = ", ".join(f"{b} {count}" for (a, b), count in kinds.most_common() if a == label)
        lines.append(f"  {label}: {taken}")
    return "\n".join(lines)


def written(model: KindModel) -> str:
    """Return a model as JSON, one feature a line."""
    head = model.model_dump(mode="json", exclude={"weights"})
    lines = [
        f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row)}" for name, row in model.weights.items()
    ]
    return json.dumps(head)[:-1] + ', "weights": {\n' + ",\n".join(lines) + "\n}}\n"


if __name__ == "__main__":
    main()
