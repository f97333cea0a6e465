"""Which signs are worth asking about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wentwell.catalog import Sign
from wentwell.interview import Context, Interview

if TYPE_CHECKING:
    from wentwell._assess import Reading

_SURE_ENOUGH = 0.5


def could_be_seen(sign: Sign, context: Context) -> bool:
    """Whether a sign could be seen in such a talk at all, and can be asked about."""
    if sign.kind not in ("soft", "commitment") or sign.where != "talk" or sign.family == "length":
        return False
    return context.format is None or (context.format != "recorded" and context.format in sign.formats)


def worth_asking(sign: Sign, context: Context, found: frozenset[str]) -> bool:
    """Whether a sign is worth asking: it could be seen here, and was not found in the words already."""
    return sign.label not in found and could_be_seen(sign, context)


def labels_found(interview: Interview, *, read: Reading | None = None) -> frozenset[str]:
    """Return the signs that the words show, without the answers: what was answered can be asked again."""
    from wentwell._assess import read_interview

    found, _ = read_interview(interview.model_copy(update={"answers": {}}), read=read)
    return frozenset(one.label for one in found.evidence if one.probability >= _SURE_ENOUGH)
