"""HTML to plain text, for mails that have no other words."""

from __future__ import annotations

from typing import Any

_SKIPPED = frozenset({"head", "script", "style", "title", "template", "noscript", "svg", "select"})
_BLOCKS = frozenset(
    """address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6
    header hr li main nav ol p pre section table tbody tfoot thead tr ul""".split()  # noqa: SIM905
)


def html_text(markup: str) -> str:
    """Return the words of an HTML page; blocks become lines and quoted blocks lines that begin with ``>``.

    libxml2 is used because the standard library's parser takes quadratic time on broken tags.
    """
    from lxml import etree  # type: ignore[import-untyped]
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(markup, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return ""
    lines: list[str] = []
    words: list[str] = []
    quotes = hidden = 0

    def end_line() -> None:
        line = " ".join("".join(words).split())
        words.clear()
        if line or (lines and lines[-1].strip("> ")):
            lines.append(("> " * quotes + line).rstrip())

    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        starts = event == "start"
        if hidden or tag in _SKIPPED or _is_hidden(element):
            hidden += 1 if starts else -1
        elif tag in _BLOCKS:
            if "".join(words).strip():
                end_line()
            if not starts and tag in {"p", "blockquote", "h1", "h2", "h3", "table", "ul", "ol"}:
                end_line()
            if tag == "blockquote":
                quotes += 1 if starts else -1
            if starts and tag == "li":
                words.append("- ")
        elif starts and tag == "br":
            end_line()
        elif not starts and tag in {"td", "th"}:
            words.append(" ")
        if not hidden:
            words.append((element.text if starts else element.tail) or "")
    if "".join(words).strip():
        end_line()
    return "\n".join(lines).strip("\n")


def _is_hidden(element: Any) -> bool:
    style = element.get("style")
    return style is not None and "display:none" in style.replace(" ", "").lower()
