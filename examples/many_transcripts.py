"""Read every transcript in a folder and write one JSON line for each sign found: for research.

    python examples/many_transcripts.py FOLDER > signs.jsonl

A file may hold many talks. What cannot be read is told on standard error, and the others still count.
"""

import json
import sys
from pathlib import Path

from wentwell import SourceError, load_all, read
from wentwell.reading import find_roles


def main(folder: Path) -> int:
    """Print what is found; return 1 if a file could not be read."""
    unread = 0
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        try:
            documents = load_all(path)
        except SourceError as error:
            print(error, file=sys.stderr)
            unread += 1
            continue
        for document in documents:
            if document.kind != "transcript":
                continue
            # Who asks and who answers is found from the talk; only the employer's side shows signs.
            roles = find_roles(document)
            if roles.message:
                print(f"{document.name}: {roles.message}", file=sys.stderr)
            for found in read(roles.document):
                row = {"file": str(path.relative_to(folder)), "document": document.name}
                print(json.dumps(row | found.model_dump(exclude={"document"}), ensure_ascii=False))
    return 1 if unread else 0


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: python many_transcripts.py FOLDER")
    sys.exit(main(Path(sys.argv[1])))
