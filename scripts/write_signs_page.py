"""Write docs/signs.md from the catalog, so that the two cannot differ."""

from __future__ import annotations

from math import exp
from pathlib import Path

from wentwell.catalog import Weight, families
from wentwell.telling import grade_words

PAGE = Path(__file__).resolve().parent.parent / "docs" / "signs.md"
HEAD = """# The signs

Made from the catalog by `python scripts/write_signs_page.py`.

Worth: mean and standard deviation in log-odds, and what the odds are multiplied by. *Routine* is the form as
a recruiter's screen or a script brings it about, *telling* the same late, unprompted, from somebody who
decides; *not seen* counts only where it could have been seen and somebody looked. What was thought before
and what the data moved stands in [the evidence](evidence.md).
"""


def line(name: str, weight: Weight | None) -> str:
    if weight is None:
        return ""
    worth = f"{weight.mean:+.2f} ({weight.sd:.2f}), x{exp(weight.mean):.2f}"
    return f"| {name} | {worth} | {grade_words(weight.grade)} | {weight.source} |\n"


def page() -> str:
    parts = [HEAD]
    for family, rows in families().items():
        parts.append(f"\n## {family}\n")
        for row in rows:
            parts.append(f"\n### {row.name} (`{row.label}`)\n\n{row.what}\n\n")
            parts.append(f"- Why it may matter: {row.why}\n- What it does not mean: {row.does_not_mean}\n")
            parts.append(f"- How we know: [folklore, research, data](evidence/{row.label}.md)\n")
            if row.kind == "leak":
                parts.append("- Never weighed: it moves the stage on, or closes the case.\n")
                continue
            parts.append("\n| | worth | known by | source |\n|---|---|---|---|\n")
            parts.append(line("routine", row.routine) + line("telling", row.informative))
            parts.append(line("not seen", row.absent))
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"Written to {PAGE.relative_to(Path.cwd())}.")
