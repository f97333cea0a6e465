"""Where the journal is."""

from __future__ import annotations

import os
from pathlib import Path


def locate(path: str | os.PathLike[str] | None) -> Path:
    """Return where the journal is: as told, as ``WENTWELL_JOURNAL`` tells, or the user's data folder."""
    given = path or os.environ.get("WENTWELL_JOURNAL")
    if given:
        return Path(given).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("wentwell", appauthor=False) / "journal.sqlite"
