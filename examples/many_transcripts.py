"""Read every transcript in a folder and write one JSON line for each sign found: for research.

    python examples/many_transcripts.py FOLDER > signs.jsonl

A file may hold many talks, and there may be thousands: all cores read, and little is held at a time. What
cannot be read is told on standard error, and the others still count.
"""

import json
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from wentwell import Document, SourceError, load_all, read_many
from wentwell.reading import find_roles


class Talks:
    """The talks in a folder, one after another, with who is who; what could not be read is counted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.unread = 0
        self.waiting: deque[tuple[str, str | None]] = deque()
        """File and name of each talk that was given and whose signs are not there yet."""

    def __iter__(self) -> Iterator[Document]:
        """Yield the talks in the order of the files' names."""
        for path in sorted(path for path in self.folder.rglob("*") if path.is_file()):
            try:
                documents = load_all(path)
            except SourceError as error:
                print(error, file=sys.stderr)
                self.unread += 1
                continue
            for document in documents:
                if document.kind != "transcript":
                    continue
                # Who asks and who answers is found from the talk; only the employer's side shows signs.
                roles = find_roles(document)
                if roles.message:
                    print(f"{document.name}: {roles.message}", file=sys.stderr)
                self.waiting.append((str(path.relative_to(self.folder)), document.name))
                yield roles.document


def main(folder: Path) -> int:
    """Print what is found; return 1 if a file could not be read."""
    talks = Talks(folder)
    # The talks are taken as they are needed, and the evidence of each comes in the same order.
    for evidence in read_many(talks):
        file, name = talks.waiting.popleft()
        for found in evidence:
            row = {"file": file, "document": name}
            print(json.dumps(row | found.model_dump(exclude={"document"}), ensure_ascii=False))
    return 1 if talks.unread else 0


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: python many_transcripts.py FOLDER")
    sys.exit(main(Path(sys.argv[1])))
