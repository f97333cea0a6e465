"""From notes in a string to a chance with its band: the shortest way through the library.

python examples/assess_notes.py
"""

from wentwell import Context, Document, read, weigh

NOTES = """\
Second talk at the printing works, an hour planned. Mrs Aldous would be my boss, she decides.
She told me in detail what the first three months look like: the paper orders, then the new press.
She asked when I could start and which salary I have in mind.
She said my idea for the paper orders is exactly what they have been missing.
They see one other person on Thursday and she will call me by Friday.
"""

# A document keeps the text as it is; every quote points into it.
document = Document.from_text(NOTES, kind="notes", name="my notes")

# What was found, and the exact words that show it.
evidence = read(document)
for found in evidence:
    print(f"{found.label:22} {document.text[found.start : found.end]}")

# What it is worth depends on the circumstances. Anything not known may be left out: the band widens.
context = Context(stage="second", employer="small", interviewer_roles=("decider",), scheduled_minutes=60)
assessment = weigh(evidence, context, gut=0.5)

print()
print(f"Before any sign:  {assessment.base_rate:.0%} for {assessment.target}")
for part in assessment.contributions:
    print(f"  {part.log_odds:+.2f}  {part.name}")
print(
    f"Together:         {assessment.probability:.0%}, between {assessment.low:.0%} and {assessment.high:.0%}"
)
