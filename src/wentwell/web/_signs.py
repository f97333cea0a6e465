"""The signs: what is looked for, what each is worth and how that is known."""

from __future__ import annotations

from math import exp

from starlette.exceptions import HTTPException
from starlette.responses import Response

from wentwell.catalog import Sign, families, fit, signs
from wentwell.web import _words
from wentwell.web._language import gettext
from wentwell.web._pages import Visit, get


def list_signs(visit: Visit) -> Response:
    """Show the catalog."""
    groups = [
        (_words.FAMILIES.get(family, family), [(row, worth(row)) for row in rows])
        for family, rows in families().items()
    ]
    return visit.page("signs.html", groups=groups)


def show_sign(visit: Visit) -> Response:
    """Show one sign in full."""
    from wentwell.telling import grade_words

    row = signs().get(visit.request.path_params["label"])
    if row is None:
        raise HTTPException(404, gettext("There is no such sign."))
    weights = [
        (name, weight, exp(weight.mean), grade_words(weight.grade))
        for name, weight in (
            (gettext("As routine"), row.routine),
            (gettext("Late, or from someone who decides"), row.informative),
            (gettext("Not seen, where somebody looked"), row.absent),
        )
        if weight is not None and row.kind != "leak"
    ]
    others = [one for one in signs().values() if row.nest and one.nest == row.nest and one.label != row.label]
    return visit.page("sign.html", sign=row, weights=weights, others=others, measured=row.measured, fit=fit())


def worth(row: Sign) -> str:
    """Say what a sign multiplies the odds by."""
    if row.kind == "leak" or row.routine is None or row.informative is None:
        return gettext("the outcome itself")
    low, high = f"{exp(row.routine.mean):.1f}", f"{exp(row.informative.mean):.1f}"
    return f"×{low}" if low == high else gettext("×%(low)s to %(high)s", low=low, high=high)


routes = [get("/signs", list_signs), get("/signs/{label}", show_sign)]
