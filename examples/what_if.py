"""The same words in different circumstances, and what could still change the chance.

python examples/what_if.py
"""

from datetime import date

from wentwell import Context, Document, Interview, assess

notes = Document.from_text(
    "She was very friendly and told me why she loves working there. "
    "She asked when I could start. They will let me know by the 20th of March.",
    name="notes",
)

# The same evidence is worth less from somebody who says this to everybody.
circumstances = {
    "nothing known": Context(),
    "a recruiter's screen by phone": Context(
        stage="screen", format="phone", interviewer_roles=("recruiter",)
    ),
    "a startup, warm to all": Context(stage="first", employer="startup", temper="warm"),
    "a dry panel at a large firm": Context(stage="second", employer="large", interviewers=3, temper="dry"),
    "the boss, two candidates left": Context(stage="final", interviewer_roles=("decider",), finalists=2),
}
for name, context in circumstances.items():
    chance = assess(Interview(context=context, documents=(notes,))).assessment
    band = f"{chance.low:.0%} to {chance.high:.0%}"
    print(f"{name:32} {chance.probability:4.0%}  ({band}) for {chance.target}")

# Dates make silence count, and show what may still come.
context = Context(stage="first", interview_date=date(2026, 3, 10), promised_date=date(2026, 3, 20))
answer = assess(Interview(context=context, documents=(notes,)), today=date(2026, 3, 24))
print(f"\nFour days after the promised day: {answer.assessment.probability:.0%}")
for change in answer.assessment.what_would_change:
    print(f"  {change.probability:4.0%} for {change.target}: {change.name}")
for step in answer.next_steps:
    print(f"  to do: {step.action}")
