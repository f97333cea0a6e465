"""An SVG with its name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup


def svg(view: str, name: str, parts: Iterable[str], *, css: str = "", aspect: str = "") -> Markup:
    """Return an SVG image.

    Parameters
    ----------
    view : str
        Its ``viewBox``.
    name : str
        What it shows, in words, with the figures.
    parts : iterable of str
        Its elements, made of figures alone.
    css : str
        Its class.
    aspect : str
        Its ``preserveAspectRatio``.
    """
    from markupsafe import Markup, escape

    kind = f' class="{css}"' if css else ""
    ratio = f' preserveAspectRatio="{aspect}"' if aspect else ""
    head = f'<svg{kind} viewBox="{view}"{ratio} role="img" aria-label="{escape(name)}">'
    return Markup(head + "".join(parts) + "</svg>")  # noqa: S704 - the name is escaped, the rest are figures


def rect(css: str, x: float, y: float, width: float, height: float, *, radius: float = 0.0) -> str:
    """Return a rectangle."""
    corner = f' rx="{radius:g}"' if radius else ""
    return f'<rect class="{css}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"{corner}/>'


def circle(css: str, x: float, y: float, radius: float) -> str:
    """Return a circle."""
    return f'<circle class="{css}" cx="{x:g}" cy="{y:g}" r="{radius:g}"/>'


def label(words: str, x: float, y: float, *, css: str = "", anchor: str = "") -> str:
    """Return a word or a figure."""
    from markupsafe import escape

    kind = f' class="{css}"' if css else ""
    where = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text{kind} x="{x:g}" y="{y:g}"{where}>{escape(words)}</text>'
