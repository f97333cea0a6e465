"""How far the process went and what it was made of, as far as the words tell: patterns of our own."""

from __future__ import annotations

import re
from math import log1p

from wentwell.reading._durations import NUMBER, number_of
from wentwell.reading._normal import normal

# Written from knowledge of how hiring goes; those from "interviews" on after a look at what words told beyond
# the rest in folds 0 to 4 of the retellings: so folds 5 to 9 are shown apart.
_STEPS = {
    "phone": r"phone|telephon\w+|tel call|call(?:ed)? (?:me|with|from)",
    "video": r"video|skype|zoom|webex|hangouts?|ms teams|google meet|virtual\w*",
    "screen": r"screen(?:ing|ed)?s?",
    "recruiter": r"recruiters?|recruitment|talent acquisition|headhunters?|agency",
    "onsite": r"on[- ]?sites?|in[- ]person|face[- ]to[- ]face|f2f|at (?:the|their) (?:office|campus|hq)|"
    r"headquarters|"
    r"came in|went in",
    "flown": r"fl(?:ew|own|y|ight|ights)|hotels?|travel\w*|airfare|expenses|relocat\w+",
    "campus": r"career fairs?|job fairs?|universit\w+|colleges?|on[- ]campus|campus|placements?|"
    r"info session",
    "group": r"group (?:discussions?|interviews?|activit\w+|exercises?|rounds?|tasks?)|gd|"
    r"assessment cent\w+|super ?days?",
    "case": r"case (?:stud\w+|interviews?)|presentations?|presented|role ?plays?",
    "aptitude": r"aptitude|apti|mcqs?|quant\w*|verbal|reasoning|written (?:tests?|exams?|rounds?)|exams?",
    "test": r"online (?:tests?|assessments?|exams?)|assessments?|tests?|hacker ?rank|codility|cocubes|"
    r"amcat|quiz",
    "task": r"take[- ]?home|assignments?|homework|projects? (?:to do|task)|sample task",
    "coding": r"cod(?:e|ed|ing)|program(?:ming)? (?:questions?|tests?|rounds?)|algorithms?|"
    r"data structures?|white ?board\w*",
    "design": r"(?:system|product) design|design (?:questions?|rounds?|interviews?)|architecture",
    "technical": r"technical(?:ly)?|tech|tr round|tr",
    "behavioural": r"behaviou?ral|situational|tell (?:me|us) about (?:yourself|a time)|strengths?|"
    r"weakness\w*",
    "hr": r"hr|human resources?",
    "manager": r"hiring managers?|managers?|managerial|mr round|mr|team leads?|supervisors?",
    "senior": r"directors?|vps?|vice presidents?|executives?|partners?|ceo|cto|heads?|principals?|"
    r"as appropriate|"
    r"general managers?",
    "panel": r"panels?|panell?ists?|two (?:people|interviewers)|three (?:people|interviewers)",
    "final": r"final(?:ly)? (?:rounds?|interviews?|stages?)|last (?:rounds?|interviews?|stages?)|final",
    "several": r"loops?|back[- ]to[- ]back|(?:whole|full|all|entire) day|half[- ]?day|"
    r"several interviews|multiple (?:rounds|"
    r"interviews)|series of",
    "first_only": r"(?:first|initial|1st) (?:rounds?|interviews?|calls?|screens?|stages?)",
    "second": r"(?:second|2nd) (?:rounds?|interviews?|calls?|stages?)|round (?:2|two)",
    "third": r"(?:third|3rd) (?:rounds?|interviews?|calls?|stages?)|round (?:3|three)",
    "later_rounds": r"(?:fourth|4th|fifth|5th|sixth|6th) (?:rounds?|interviews?|stages?)|round (?:4|5|6|"
    r"four|five|six)",
    "meal": r"lunch|dinner|breakfast|coffee",
    "match": r"team (?:match\w*|placement|selection|fit)|matching",
    "papers": r"document\w* verif\w*|verification|certificates?|background checks?|medical|paperwork|"
    r"references?|marksheets?",
    "pay": r"salar\w+|negotiat\w+|packages?|ctc|benefits?|compensation|bonus|stipend",
    "joining": r"join(?:ing|ed)?|start dates?|onboard\w*|training|bond|located|locations?|shifts?",
    "applied": r"applied|application|submitted|resume drop|dropped my (?:resume|cv)",
    "referred": r"referr\w+|referral|friend who|employee who|know (?:some|a )\w+",
    "contacted": r"contacted|reached out|approached|emailed me|linkedin|found me",
    "walk_in": r"walk[- ]?ins?|drive|registered",
    "passed": r"passed|cleared|qualified|selected|shortlisted|made it|got through|moved (?:on|forward)|"
    r"advanced",
    "wait": r"wait(?:ed|ing)?|heard back|hear back|never heard|no response|got back|get back|"
    r"follow(?:ed)?[- ]up",
    "later": r"(?:days?|weeks?|months?) (?:later|after)|after (?:a|one|two|three|few|\d+) (?:days?|"
    r"weeks?|months?)|"
    r"next (?:day|week)",
    "slow": r"slow|long process|took (?:a )?(?:long|forever|months|weeks)|drawn out|lengthy|"
    r"disorgani[sz]ed|"
    r"unprofessional|rescheduled|cancel\w+",
    "quick": r"quick(?:ly)?|fast|smooth|same day|on the spot|straight ?forward|within (?:a|one|two|"
    r"\d+) (?:days?|week)",
    "hard": r"hard|difficult|tough|challenging|tricky|intense|stress\w*",
    "easy": r"easy|simple|basic|straightforward",
    "why_not": r"should have|could have|unfortunately|however|although|mistakes?|stuck|struggl\w+|"
    r"nervous|unprepared|"
    r"not (?:able|prepared|sure)|couldn'?t|didn'?t (?:know|do|go|get)|failed|blank",
    "advice": r"be (?:prepared|confident|yourself|honest|ready)|prepare|make sure|you (?:should|need|"
    r"must|will|have to)|"
    r"tips?|good luck|just (?:be|relax)|don'?t (?:be|worry|lie)|practice|brush up|study",
    "interviews": r"interviews",
    "interview": r"interview",
    "interviewers": r"interviewers|each (?:interviewer|person)|engineers|managers",
    "interviewer": r"(?:the|my|an) interviewer|guy|lady",
    "rounds_many": r"rounds",
    "phone_interview": r"(?:phone|telephonic|telephone) (?:interviews?|rounds?)|technical phone \w+",
    "phone_screen": r"(?:phone|recruiter|initial|technical) screens?",
    "campus_interview": r"campus interviews?|career fair|interview(?:ed)? (?:on|at) campus|on-campus",
    "loop": r"loop|interview day|(?:entire|whole|full) day|all day|five interviews|four interviews|"
    r"5 interviews|4 interviews",
    "in_person": r"in[- ]person|face[- ]to[- ]face|person interviews?",
    "invited_there": r"paid for|provided|flown|flew|night|expenses|all expenses",
    "process_took": r"(?:process|it) (?:took|was|is)|took about|overall|total",
    "each_step": r"next step|then an?|then (?:i|we|they|there|the)|after that|followed by|finally",
    "got_word": r"sent me|told me|let me know|called me|emailed|received|informed",
}
STEPS = tuple(_STEPS)
"""What is looked for, in the order of the numbers."""
_PATTERNS = {name: re.compile(rf"\b(?:{words})\b") for name, words in _STEPS.items()}

_ORDINALS = {
    word: number
    for number, words in enumerate(
        ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th"), 1
    )
    for word in words.split()
}
_NTH = re.compile(
    rf"\b({'|'.join(_ORDINALS)}) (?:\w+ )?(?:round|interview|stage|step|call|phase|level|one)\b"
)
_ROUND = re.compile(
    r"\b(?:round|interview|stage|step|phase|level)[ #-]{0,2}(\d|one|two|three|four|five|six|seven)\b"
)
_COUNT = re.compile(
    rf"\b({NUMBER})[- ]?(?:x )?(?:\+ )?(?:(?:more|different|total|technical|separate|individual|onsite|"
    r"on-site|phone|hour|"
    r"one hour|30 minute|45 minute|back to back|back-to-back|one-on-one|1:1|in person) ){0,3}"
    r"(rounds?|interviews?|stages?|steps?|phases?|levels?|people|interviewers?|engineers?|managers?)\b"
)
_MOST_ROUNDS = 15
_LASTED = re.compile(
    rf"\b({NUMBER}|an?|few|couple of)(?:[- ]?(?:-|to) ?({NUMBER}))?[- ]?(days?|weeks?|wks?|months?)\b"
)
_DAYS = {"d": 1.0, "w": 7.0, "m": 30.0}
_VAGUE = {"few": 3.0, "couple of": 2.0, "a": 1.0, "an": 1.0}

ROUNDS = ("nth_round", "rounds_told", "people_told")
DELAYS = ("longest_days", "last_days", "delays_told")


def steps(text: str) -> list[float]:
    """Return for each of `STEPS` how often the words tell it, as log(1 + count)."""
    plain = normal(text)
    return [log1p(len(pattern.findall(plain))) for pattern in _PATTERNS.values()]


def rounds(text: str) -> list[float]:
    """Return the highest round named, the most rounds told, the most people met; 0 where none is."""
    plain = normal(text)
    nth = [_ORDINALS[match[1]] for match in _NTH.finditer(plain)]
    nth += [int(number_of(match[1])) for match in _ROUND.finditer(plain)]
    told, people = [0.0], [0.0]
    for match in _COUNT.finditer(plain):
        value = number_of(match[1])
        is_people = match[2][0] in "pem" or match[2].startswith("interviewer")
        if value <= _MOST_ROUNDS:
            (people if is_people and not match[2].startswith("phase") else told).append(value)
    return [float(min(max(nth, default=0), _MOST_ROUNDS)), max(told), max(people)]


def delays(text: str) -> list[float]:
    """Return the longest and the last span of days told (log(1 + days)) and how many are told."""
    found = []
    for match in _LASTED.finditer(normal(text)):
        low = _VAGUE.get(match[1]) or number_of(match[1])
        high = number_of(match[2]) if match[2] else low
        found.append(min(400.0, (low + high) / 2 * _DAYS[match[3][0]]))
    return [log1p(max(found, default=0.0)), log1p(found[-1] if found else 0.0), float(len(found))]
