"""Charts as accessible SVG: pure functions of figures, without colours of their own.

Each has a name that tells the same figures in words. How its parts look is up to the page: they carry
classes (``full``, ``ring``, ``rest``, ``track``, ``range``, ``up``, ``down``, ``start``, ``now``, ``wash``,
``course``, ``when``, ``tick``, ``strong``, ``frame``, ``right``, ``noise``, ``came``) and no inline style, so
that a strict policy of content holds.
"""

from wentwell.telling.charts._chance import band_line, band_scale, field_of_dots, move, pips
from wentwell.telling.charts._record import reliability
from wentwell.telling.charts._search import funnel
from wentwell.telling.charts._talk import share_bar, sign_lane, talk_lane
from wentwell.telling.charts._time import weeks_ahead

__all__ = [
    "band_line",
    "band_scale",
    "field_of_dots",
    "funnel",
    "move",
    "pips",
    "reliability",
    "share_bar",
    "sign_lane",
    "talk_lane",
    "weeks_ahead",
]
