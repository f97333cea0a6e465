"""How often a person goes on from a stage, beside the table."""

from __future__ import annotations


def own_base_rate(table: float, sd: float, yes: int, count: int) -> float:
    """Return the table's rate moved by a count of one's own.

    The table's row is taken as a Beta distribution with the same mean and the same spread in log-odds:
    worth 1 / (sd^2 p (1 - p)) interviews (the delta method), to which the own ones are added.

    Parameters
    ----------
    table : float
        The table's rate, a chance.
    sd : float
        Its standard deviation, in log-odds.
    yes, count : int
        Own interviews that went on, and all with a known outcome.
    """
    worth = 1.0 / (sd**2 * table * (1.0 - table))
    return (worth * table + yes) / (worth + count)
