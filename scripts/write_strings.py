"""Write the words of the pages into one file, from which a translation is begun.

It reads the templates and the modules of the pages with Babel; the file says where each message stands.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from wentwell.debriefing import QUESTIONS

WEB = Path(__file__).resolve().parent.parent / "src" / "wentwell" / "web"
FILE = WEB / "languages" / "wentwell.pot"
METHODS = [("templates/**.html", "jinja2.ext.babel_extract"), ("**.py", "python")]
OPTIONS = {"templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "later": None}
HEAD = """\
# The words of the pages of wentwell.
# Made by `python scripts/write_strings.py`; how to translate them: docs/page.md, "Another language".
# %(name)s stands for something that is put in: keep it as it is; what stands between %(link)s and %(end)s is
# a link."""


def strings() -> str:
    """Return the file."""
    catalog = Catalog(project="wentwell", header_comment=HEAD, charset="utf-8")
    # what the rows stand for is the file: a line of code that moves is no change of it
    for name, _, message, comments, _ in extract_from_dir(
        WEB, METHODS, OPTIONS, KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    ):
        catalog.add(message, locations=[(name, None)], auto_comments=comments)  # type: ignore[list-item]
    for question in QUESTIONS.values():
        catalog.add(question.words, locations=[("../debriefing/_questions.py", None)])  # type: ignore[list-item]
    written = BytesIO()
    write_po(written, catalog, width=0, sort_output=True, omit_header=True)
    return f"{_head()}\n\n{written.getvalue().decode()}"


def _head() -> str:
    # no day and no version: the file changes when the words do
    fields = ("Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit")
    return "\n".join((HEAD, 'msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in fields)))


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(strings(), encoding="utf-8")
    print(f"Written to {FILE}.")
