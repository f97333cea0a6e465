"""Put what ``wentwell demo dry-panel`` prints into the README, so that the two cannot differ."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
BLOCK = re.compile(r"(<!-- demo -->\n```text\n)(.*?)(```\n<!-- end -->)", re.DOTALL)
SHOWN = (
    ("Data analyst", "They told you the next steps"),
    ("The words behind it", "They asked when you could"),
)


def demo() -> str:
    environment = {**os.environ, "COLUMNS": "90", "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "wentwell", "demo", "dry-panel"]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True).stdout


def excerpt(output: str) -> str:
    """Return the parts of the output that the README shows."""
    parts = []
    for first, last in SHOWN:
        begin = output.index(first)
        end = output.index(last, output.index("\n", begin))
        parts.append("\n".join(line.rstrip() for line in output[begin:end].rstrip().splitlines()))
    return "\n  ...\n\n".join(parts) + "\n  ...\n"


def main() -> None:
    text = README.read_text(encoding="utf-8")
    README.write_text(BLOCK.sub(lambda found: found[1] + excerpt(demo()) + found[3], text), encoding="utf-8")


if __name__ == "__main__":
    main()
