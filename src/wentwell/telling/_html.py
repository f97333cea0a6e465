"""An answer as one self-contained HTML page."""

from __future__ import annotations

from wentwell.interview import Answer
from wentwell.telling import _words as words
from wentwell.telling import charts
from wentwell.telling._page import lay_out
from wentwell.telling._templates import template


def to_html(answer: Answer, *, number: bool = True) -> str:
    """Write an answer as one page that needs no network and no script.

    Parameters
    ----------
    answer : Answer
        What to tell.
    number : bool
        Whether to show figures of chance. Without, everything is told in words.
    """
    return template("answer.html").render(
        page=lay_out(answer, number=number),
        charts=charts,
        headings=words.HEADINGS,
        texts={
            "band_meaning": words.BAND_MEANING,
            "nothing_found": words.NOTHING_FOUND,
            "together": words.TOGETHER,
            "unweighed": words.UNWEIGHED,
            "outlook": words.OUTLOOK,
            "today": words.TODAY,
        },
    )
