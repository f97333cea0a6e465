"""What was believed of reply times before any of this data: the elicited values, and how far each is trusted.

The medians, sigmas and ghost shares are those of the evidence report. It gives no standard deviations (it
grades them C), so those here are judgements: the side of those who go on has some sources, the other none.
"""

from __future__ import annotations

from math import sqrt

from training.silence.data import STAGES

A_MEDIAN = {"screen": 4.0, "first": 5.0, "late": 6.0}
"""Median days until those who go on hear."""
R_MEDIAN = {"screen": 8.0, "first": 9.0, "late": 11.0}
"""Median days until those who are refused, and told, hear."""
SIGMA = {"screen": 0.90, "first": 0.90, "late": 0.95}
"""Spread of the log of the days within an employer (elicited apart for both sides: .9 and .9 to 1.0)."""
GHOST = {"screen": 0.30, "first": 0.25, "late": 0.20}
"""Share of refusals that are never told."""
EMPLOYER_SPEED_SD = 0.70
"""Spread of employers' own speed, log scale."""
CLOCK_LARGE = 1.5
"""A large employer is so much slower."""

A_SD = (0.30, 0.15)
"""Log scale: of all stages together, and of each stage by itself."""
R_SD = (0.45, 0.20)
SIGMA_SD = 0.20
GHOST_SD = (0.50, 0.25)
CLOCK_SD = 0.25

WRONG = (20.0, 120.0)
"""Beta prior of the share of told delays that the pattern got wrong: about one in seven."""
WRONG_SPREAD = (5.0, 1.6)
"""Median and log sd of what it finds then: any stretch of time in a process."""
STORY_SHORT = (0.5, 0.5)
"""Log of how much more often a decision within a day is told than one of a week: mean, sd."""
STORY_LONG = (0.3, 0.5)
"""The same from eleven days on."""
STORY_OUTCOME_SD = 0.2
"""How far that differs between offers and refusals."""
TOLD_SD = 0.30
"""How far told waits may be off as a whole, log days, offers and refusals alike: slow processes are told as
"weeks", with no count to find, and students on campus are told sooner."""
GO_ON = (2.0, 3.0)
"""Beta prior of the share of talks that lead on, in logs."""
PERSON_SD = 0.4
"""How far the employers of one person differ from all, log days."""
PERSON_GHOST_SD = 0.8
"""The same for being told at all, log-odds."""

TOTAL = {stage: sqrt(SIGMA[stage] ** 2 + EMPLOYER_SPEED_SD**2) for stage in STAGES}
"""Spread over employers and within them: all that waits at many employers can show."""
LEFT_OUT = (-0.3, 0.3)
"""Logs whose end is unclear are left out, and many of these were never told: the share that is never told
looks smaller in what is left (log-odds: mean, sd)."""
