"""Run one proof: ``python -m validation sbc``."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

PROOFS = ("sbc", "recovery", "robustness", "outcomes", "employers", "pacing", "matching")


def main(arguments: list[str]) -> int:
    """Run the named proof with the rest of the arguments; say what there is if the name is none."""
    here = Path(__file__).parent
    there = [name for name in PROOFS if (here / f"{name}.py").exists()]
    if not arguments or arguments[0] not in there:
        print(
            f"usage: python -m validation NAME [OPTIONS]; NAME is one of {', '.join(there)}", file=sys.stderr
        )
        return 2
    import_module(f"validation.{arguments[0]}").main(arguments[1:])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
