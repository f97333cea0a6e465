"""Everything that must hold before a change lands: format, lint, types, tests.

``--cov`` tells besides which lines the tests reach; they take about twice as long then.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIRST = (
    ("format", ["-m", "ruff", "format", "--check", "."]),
    ("lint", ["-m", "ruff", "check", "."]),
)
TYPES = ["-m", "mypy"]
TESTS = ["-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal"]
COVERAGE = ["--cov", "--cov-report=term"]


def main() -> int:
    for name, arguments in FIRST:
        print(f"== {name}", flush=True)
        status = subprocess.run([sys.executable, *arguments], cwd=ROOT, check=False).returncode
        if status:
            return _told(name, status)
    # the tests wait often, for disks and browsers: the types are checked meanwhile
    types = subprocess.Popen(
        [sys.executable, *TYPES], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    print("== tests", flush=True)
    tests = TESTS + (COVERAGE if "--cov" in sys.argv[1:] else [])
    tested = subprocess.run([sys.executable, *tests], cwd=ROOT, check=False).returncode
    said, _ = types.communicate()
    print("== types", said, sep="\n", end="", flush=True)
    for name, status in (("types", types.returncode), ("tests", tested)):
        if status:
            _told(name, status)
    if types.returncode or tested:
        return types.returncode or tested
    print("== all fine", flush=True)
    return 0


def _told(name: str, status: int) -> int:
    print(f"== {name} failed", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
