"""A talk: who speaks, how much and when; and who is who, and what was said, put right by the candidate."""

from wentwell.talks._course import Course, Stretch, course
from wentwell.talks._speakers import Speaker, assigned, merged, renamed, speakers, split, with_role
from wentwell.talks._words import cut, reworded, with_document

__all__ = [
    "Course",
    "Speaker",
    "Stretch",
    "assigned",
    "course",
    "cut",
    "merged",
    "renamed",
    "reworded",
    "speakers",
    "split",
    "with_document",
    "with_role",
]
