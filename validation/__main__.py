"""``python -m validation NAME``: runs ``validation/NAME.py``."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def _names() -> list[str]:
    here = Path(__file__).parent
    return sorted(one.stem for one in here.glob("*.py") if not one.stem.startswith("_"))


def main(argv: list[str]) -> int:
    """Run the part that is named first."""
    if not argv or argv[0] not in _names():
        print(f"usage: python -m validation {{{','.join(_names())}}} ...", file=sys.stderr)
        return 2
    found: int = import_module(f"validation.{argv[0]}").main(argv[1:])
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
