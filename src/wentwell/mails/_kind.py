"""What a whole mail is: a small linear model over its signs, some wordings, its subject and its head."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from pydantic import Field

from wentwell.interview import Document, Evidence, MailKind, Message
from wentwell.interview._base import Noun
from wentwell.mails._features import features
from wentwell.reading import Reader, default_reader, sign_margins, units

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

KINDS: tuple[MailKind, ...] = get_args(MailKind)
_MODEL = Path(__file__).with_name("kinds.json")
_TOGETHER = 100
"""Mails that are read at once."""
_SURE = 0.7
"""Probability from which an outcome told in an automatic mail is believed, as for every leak."""


class MailKindFound(Noun):
    """What a whole mail is, and how likely each kind is."""

    kind: MailKind
    """The likeliest kind."""
    probability: float = Field(ge=0.0, le=1.0)
    probabilities: dict[MailKind, float]
    """Of all kinds; they add up to 1."""


class KindModel(Noun):
    """A multinomial logistic regression over named features, fitted by ``python -m training.mail_kinds``."""

    version: str
    reader: str
    """Version of the reader whose signs it was fitted on."""
    kinds: tuple[MailKind, ...]
    intercept: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]
    """Of each feature, one for each kind."""
    temperature: float = Field(gt=0.0)
    """Log-odds are divided by it, so that probabilities mean what they say (Guo et al. 2017)."""

    @cached_property
    def known(self) -> frozenset[str]:
        """The names of all features."""
        return frozenset(self.weights)

    def judge(self, shown: dict[str, float]) -> MailKindFound:
        """Return the kinds' probabilities for a mail with these features."""
        import numpy as np

        scores = np.array(self.intercept)
        for name, value in shown.items():
            if name in self.weights:
                scores = scores + value * np.array(self.weights[name])
        scores = scores / self.temperature
        chances = np.exp(scores - scores.max())
        chances /= chances.sum()
        best = int(chances.argmax())
        by_kind = {kind: float(chance) for kind, chance in zip(self.kinds, chances, strict=True)}
        return MailKindFound(kind=self.kinds[best], probability=float(chances[best]), probabilities=by_kind)


@cache
def shipped_model() -> KindModel:
    """Return the model inside the package."""
    return KindModel.model_validate(json.loads(_MODEL.read_text("utf-8")))


def find_kind(mail: Message | Document, reader: Reader | None = None) -> MailKindFound:
    """Tell what a whole mail is.

    Parameters
    ----------
    mail : Message or Document
        With a message its head counts too.
    reader : Reader, optional
        What finds the signs. By default the one that `wentwell.read` uses.

    Returns
    -------
    MailKindFound
    """
    return next(find_kinds([mail], reader))


def find_kinds(
    mails: Iterable[Message | Document], reader: Reader | None = None, model: KindModel | None = None
) -> Iterator[MailKindFound]:
    """Tell what many mails are, in order; only some of them are held at any time."""
    fitted = model or shipped_model()
    for message, (margins, labels) in with_margins(mails, reader):
        yield fitted.judge(features(message, margins, labels))


def with_margins(
    mails: Iterable[Message | Document], reader: Reader | None = None
) -> Iterator[tuple[Message, tuple[NDArray[np.float64], Sequence[str]]]]:
    """Yield each mail as a message, with what the reader says of all signs in each of its sentences."""
    left = iter(mails)
    while some := [_as_message(mail) for mail in islice(left, _TOGETHER)]:
        margins, labels = sign_margins(
            [units(message.document) for message in some], reader or default_reader()
        )
        for message, found in zip(some, margins, strict=True):
            yield message, (found, labels)


def evidence_that_counts(found: MailKindFound, evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return the evidence of a mail that counts: an automatic one shows nothing.

    Only an outcome told for sure counts even then: a refusal sent by a machine is one.
    """
    every = list(evidence)
    if found.kind != "automatic":
        return every
    return [one for one in every if one.label.startswith("outcome.") and one.probability >= _SURE]


def _as_message(mail: Message | Document) -> Message:
    if isinstance(mail, Message):
        return mail
    if mail.kind != "mail":
        mail = mail.model_copy(update={"kind": "mail"})
    if mail.asides is None:
        from wentwell.sources import set_apart

        mail = mail.model_copy(update={"asides": set_apart(mail.text)})
    head = mail.mail
    if head is None:
        return Message(document=mail)
    answers = (head.in_reply_to,) if head.in_reply_to else ()
    return Message(document=mail, subject=head.subject or "", in_reply_to=answers, automatic=head.automatic)
