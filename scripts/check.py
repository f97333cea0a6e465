"""Everything that must hold before a change lands: format, lint, types, tests with coverage."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHECKS = (
    ("format", ["-m", "ruff", "format", "--check", "."]),
    ("lint", ["-m", "ruff", "check", "."]),
    ("types", ["-m", "mypy"]),
    ("tests", ["-m", "pytest", "-q", "-n", "auto", "--cov", "--cov-report=term"]),
)


def main() -> int:
    for name, arguments in CHECKS:
        print(f"== {name}", flush=True)
        status = subprocess.run([sys.executable, *arguments], cwd=ROOT, check=False).returncode
        if status:
            print(f"== {name} failed", flush=True)
            return status
    print("== all fine", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
