"""What in an event speaks for or against an interview of the user's own, and how much.

The points are an opinion: log-odds, set by hand and checked on events written for it
(``tests/calendars/events.py``). They add up, from `START`, and the logistic of the sum is the confidence.
Words are read in English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Where = Literal["title", "body"]

START = -2.5
"""The log-odds of any event: few in a calendar are interviews."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say something about whether an event is an interview."""

    points: float
    where: Where
    reason: str
    pattern: re.Pattern[str]


def _cue(points: float, where: Where, reason: str, pattern: str) -> Cue:
    return Cue(points, where, reason, re.compile(pattern, re.IGNORECASE))


_LINKING = r"(?:[\s:,/&-]+(?:a|an|the|my|your|for|to|the)?\s*)"

STRONG_TITLE = re.compile(
    r"\binterviews?\b|\b(?:phone|recruit(?:er|ing)|screening|technical|tech|hr|initial|video)[\s-]+screen(?:ing)?\b"
    r"|\bscreening\s+(?:call|interview)\b|\bsuper\s?day\b|\bhirevue\b|\bassessment\s+cent(?:re|er)\b",
    re.IGNORECASE,
)
"""Titles that name an interview outright; beside them, medical words are the employer's trade."""

CUES = (
    _cue(4.2, "title", "the title names an interview", STRONG_TITLE.pattern),
    _cue(
        2.2,
        "title",
        "the title names a round",
        r"\b(?:first|second|third|final|last|1st|2nd|3rd|next)\s+(?:round|stage)\b|\bround\s+(?:\d|one|two|three)\b"
        r"|\bhiring\s+manager\b|\binterview\s+loop\b|\bvirtual\s+on-?site\b",
    ),
    _cue(
        2.2,
        "title",
        "the title names a recruiter",
        r"\brecruit(?:er|ers|ing|ment)\b|\btalent\s+(?:team|partner|acquisition)\b",
    ),
    _cue(
        1.6,
        "title",
        "the title names a test for a job",
        r"\b(?:coding|technical|case|take-?home|live)\s+(?:challenge|test|exercise|assessment|study|review)\b"
        r"|\bcase\s+study\b|\btrial\s+(?:day|shift)\b",
    ),
    _cue(1.4, "title", "the title says onsite", r"\bon-?site\b"),
    _cue(
        1.0,
        "title",
        "the title says chat, intro or meeting",
        r"\b(?:chat|coffee|call|conversation|meet|meeting|intro|introduction|introductory|connect)\b"
        r"(?=.*\b(?:with|at|team)\b|.*(?:<>|\+|//))|\bintro(?:ductory)?\s+call\b|<>",
    ),
    _cue(
        1.0,
        "title",
        "the title names a job",
        r"\b(?:job|role|position|vacancy|application|career)\b"
        r"|\b(?:engineer|developer|analyst|designer|scientist|accountant|nurse|teacher|technician)\b",
    ),
    _cue(
        2.2,
        "body",
        "its words speak of your interview or application",
        r"\byour\s+(?:[a-z]+\s+){0,3}(?:interview|application|candidacy|cv|r[eé]sum[eé])\b"
        r"|\binterview(?:ing)?\s+(?:you|with\s+you|with\s+us|schedule|confirmation|details)\b"
        r"|\bthank\s+you\s+for\s+(?:applying|your\s+(?:application|interest))\b|\bour\s+hiring\s+process\b"
        r"|\bnext\s+(?:step|round|stage)s?\s+(?:in|of)\s+(?:the|our|your)\s+(?:[a-z]+\s+)?(?:process|application)\b",
    ),
    _cue(
        1.0,
        "body",
        "its words speak of a job",
        r"\b(?:interview|recruit(?:er|ing|ment)|hiring|candidate|talent\s+acquisition|"
        r"the\s+(?:[a-z]+\s+){0,4}(?:role|position|vacancy))\b",
    ),
    # against
    _cue(
        -2.5,
        "title",
        "it is a time with a team",
        r"\b(?:with\s+the|team)\s+(?:team|day|week)\b",
    ),
    _cue(
        -6.0,
        "title",
        "it is another kind of interview",
        r"\b(?:user|customer|client|stakeholder|usability|participant|ux|discovery|podcast|radio|press|media|tv|"
        r"newspaper|magazine|exit|stay|visa|immigration|citizenship|naturali[sz]ation|green\s+card|embassy|"
        r"consulate|asylum|police|witness|admissions?|adoption|tenant|oral\s+history)\s+(?:research\s+)?interviews?\b"
        r"|\binterviews?\s+(?:on|for)\s+(?:the\s+)?(?:[a-z]+\s+)?(?:podcast|radio|magazine|newspaper|show|thesis|dissertation|article|blog)\b"
        r"|\b(?:visa|passport|consulate|embassy|citizenship)\b.{0,40}\binterview\b|\b(?:watch|listen|read)\b.{0,40}\binterview\b",
    ),
    _cue(
        -6.0,
        "title",
        "it is preparing or practising",
        r"\b(?:mock|practi[cs]e)\s+interviews?\b"
        r"|\binterviews?\s+(?:prep\w*|practi[cs]e|training|coaching|course|workshop|webinar|tips|questions?|outfit|skills)\b"
        r"|\b(?:prep|prepare|preparing|preparation|study|revise|rehearse|practi[cs]e|get\s+ready|read\s+up|buy|iron|pack|travel|"
        r"drive|train|bus|flight|hotel|haircut|suit|write|send|thank|pick\s+up)\b.{0,40}\binterviews?\b"
        r"|\binterview\b.{0,30}\b(?:flight|hotel|haircut|suit|thank[\s-]you|reminder\s+to)\b",
    ),
    _cue(
        -6.0,
        "title",
        "it is one that you give",
        r"\bcandidates?\b|\binterviewers?\b(?!\s*:)|\bdebrief\b|\bscorecards?\b|\bhiring\s+(?:committee|sync|panel|review|stand-?up)\b"
        r"|\binterview(?:s|ing)?\s+(?:feedback|calibration|panel\s+sync|shadow\w*|slots?|hold|block|rota|kit)\b"
        r"|\bshadow\w*\b.{0,20}\binterview|\b(?:conduct|run|hold|give)(?:ing)?\b.{0,20}\binterviews?\b",
    ),
    _cue(
        -6.0,
        "body",
        "its words are for those who interview",
        r"\bscorecards?\b|\binterview\s+(?:kit|guide|rubric|plan\s+for\s+interviewers)\b|\bsubmit\s+(?:your\s+)?feedback\b"
        r"|\bthe\s+candidate(?:'s)?\b|\bcandidate(?:'s)?\s+(?:name|profile|r[eé]sum[eé]|cv)\b|\byou\s+(?:are|will\s+be)\s+interviewing\b"
        r"|\b(?:please|kindly)\s+interview\b|\bas\s+an?\s+interviewer\b",
    ),
)

MEDICAL = Cue(
    -6.0,
    "title",
    "it is a doctor's appointment or the like",
    re.compile(
        r"\b(?:dentist|dental|doctor|dr\.?|gp|clinic|hospital|surgery|physio\w*|therap\w+|counsell?ing|optician|"
        r"eye\s+test|check-?up|scan|mri|x-?ray|ultrasound|blood\s+test|vaccin\w+|jab|vet|hygienist|haircut|"
        r"hairdresser|barber|massage|midwife|health\s+screen\w*|cancer\s+screen\w*|smear|mammogra\w+)\b",
        re.IGNORECASE,
    ),
)

OTHER_SCREENS = re.compile(
    r"\b(?:health|cancer|skin|film|movie|new|sun|wind|drug)\s+screen(?:ing)?\b|\bscreening\s+of\b",
    re.IGNORECASE,
)

RECRUITING_NAMES = re.compile(
    r"^(?:recruit\w*|talent\w*|careers?|jobs?|hiring|hr|people|interviews?|scheduling|personnel)\b",
    re.IGNORECASE,
)

TEST_SITES = re.compile(
    r"https?://(?:[\w-]+\.)*(?:coderpad\.io|hackerrank\.com|codility\.com|codesignal\.com|hirevue\.com|karat\.com|"
    r"sparkhire\.com|greenhouse\.io|lever\.co|ashbyhq\.com|goodtime\.io)/",
    re.IGNORECASE,
)
VIDEO = re.compile(
    r"https?://(?:[\w-]+\.)*(?:zoom\.us|zoom\.com|meet\.google\.com|teams\.microsoft\.com|teams\.live\.com|webex\.com|"
    r"whereby\.com|gotomeeting\.com|goto\.com|bluejeans\.com|chime\.aws|meet\.jit\.si|skype\.com|around\.co)/"
    r"|\b(?:zoom|google\s+meet|microsoft\s+teams|ms\s+teams|teams\s+meeting|webex|skype|facetime|video\s*(?:call|conference|interview|chat)?)\b",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"\b(?:tele)?phone\b|\bby\s+phone\b|\b(?:will|to)\s+call\s+you\b|^\s*(?:tel:)?\+?[\d\s().-]{8,20}\s*$",
    re.IGNORECASE,
)
RECORDED = re.compile(
    r"\bone-?way\b|\bhirevue\b|\bspark\s?hire\b|\bpre-?recorded\b|\bon-?demand\s+(?:video\s+)?interview\b",
    re.IGNORECASE,
)
ONSITE = re.compile(
    r"(?<!virtual )\b(?:on-?site|in[\s-]person|at\s+our\s+offices?|reception)\b", re.IGNORECASE
)

STAGES = (
    ("final", re.compile(r"\b(?:final|last)\s+(?:round|stage|interview)\b", re.IGNORECASE)),
    (
        "second",
        re.compile(
            r"\b(?:second|2nd)\s+(?:round|stage|interview)\b|\bround\s+(?:2|two)\b|\bon-?site\b|\bsuper\s?day\b|\bassessment\s+cent(?:re|er)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "screen",
        re.compile(
            r"\b(?:phone|recruiter|hr|initial|screening)[\s-]+(?:screen(?:ing)?|call|interview)\b|\bscreening\b|\brecruiter\b|\bintro(?:ductory)?\s+call\b",
            re.IGNORECASE,
        ),
    ),
    (
        "first",
        re.compile(r"\b(?:first|1st)\s+(?:round|stage|interview)\b|\bround\s+(?:1|one)\b", re.IGNORECASE),
    ),
    ("informal", re.compile(r"\binformational\b|\bcoffee\b|\binformal\b", re.IGNORECASE)),
)
