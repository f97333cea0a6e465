"""The employer and the job that an event names, as far as it does."""

from __future__ import annotations

import re

from wentwell.domains import domain_kind, registered
from wentwell.sources import CalendarEvent

_STEPS = frozenset(
    """phone video technical tech recruiter hr initial first second third final last next 1st 2nd 3rd one two
    three virtual onsite on-site panel job coding intro introductory introduction screening round stage
    informational informal zoom teams interview interviews screen call chat superday conversation meeting meet
    coffee assessment centre center test case study trial day shift presentation review loop challenge one-way
    hiring manager follow-up followup and of team live take-home online in-person process application your my
    our the a an exercise technical discussion confirmed confirmation invitation details re""".split()  # noqa: SIM905
)
"""Words that name a step of a process and nobody's firm; they are taken off both ends of a name."""
_ARTICLES = frozenset({"the", "a", "an"})
_PARTS = re.compile(
    r"\s*(?:[:|–—•·,()\[\]/;]|<>|\s-+\s|\s\+\s)\s*|\s+(?:with|w/|at|re|about|regarding|via)\s+|\s*@\s*",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"^(?:(?:re|fwd?|invitation|updated invitation|confirmed|tentative|hold|cancell?ed(?: event)?)\s*:\s*)+",
    re.IGNORECASE,
)
_JOB_END = re.compile(
    r"\b(?:engineer|developer|programmer|analyst|manager|designer|scientist|nurse|teacher|accountant|consultant|"
    r"technician|assistant|administrator|director|officer|specialist|coordinator|architect|driver|cook|chef|"
    r"baker|carer|cleaner|clerk|representative|associate|executive|lead|intern|trainee|apprentice|researcher|"
    r"lecturer|electrician|mechanic|librarian|editor|writer|receptionist|supervisor|planner|buyer|tester|"
    r"operator)s?$",
    re.IGNORECASE,
)
_FOR_JOB = re.compile(
    r"\bfor\s+(?:the\s+|a\s+|an\s+|our\s+|your\s+)?(?P<job>[^,.;:()|]{3,60}?)"
    r"(?:\s+(?P<sure>role|position|job|vacancy|post)\b|(?=\s+(?:at|with|@)\s)|\s*$)",
    re.IGNORECASE,
)
_JOB_LINE = re.compile(
    r"^\s*(?:role|position|job(?:\s+title)?|vacancy)\s*:\s*(?P<job>[^\n]{3,60})$",
    re.IGNORECASE | re.MULTILINE,
)
_SURE_JOB = re.compile(
    r"\bfor\s+(?:the|our)\s+(?P<job>[^,.;:()|\n]{3,60}?)\s+(?:role|position|vacancy)\b", re.IGNORECASE
)
_NO_NAME = re.compile(
    r"^(?:me|you|us|hold|office|home|noon|tbc|tbd|hirevue|coderpad|google meet|skype|webex|"
    r"(?:dr|mr|mrs|ms|prof)\b.*|room\b.*|\d.*|https?\b.*)$",
    re.IGNORECASE,
)
_LONGEST_JOB = 6
"""Words."""


def employer_and_job(event: CalendarEvent, me: str) -> tuple[str, str]:
    """Return the employer's name and the job, each empty where the event does not tell.

    A name in the title that fits the domain of whoever invites is the surest; a person's name, a job or a
    step of the process is no employer.
    """
    title = _PREFIX.sub("", event.appointment.title)
    told = _FOR_JOB.search(title)
    without_job = title[: told.start()] + " , " + title[told.end() :] if told else title
    people = _people(event, me)
    names = [name for name in map(_bare, _PARTS.split(without_job)) if _is_name(name, people)]
    domain = _domain(event, me)
    fitting = [name for name in names if domain and _fits(name, domain)]
    if fitting:
        employer = fitting[0]
    elif domain and (not names or _may_be_person(names[0])):
        employer = domain
    else:
        employer = names[0] if names else ""
    return employer[:200], _job(title, told, event.description)[:200]


def _bare(part: str) -> str:
    """Return a part of a title without the words that only name a step."""
    words = part.strip(" .!?-'\"“”").split()
    first, last = 0, len(words)
    while first < last and words[first].lower() in _STEPS:
        first += 1
    while last > first and words[last - 1].lower() in _STEPS:
        last -= 1
    # an article belongs to a name that nothing else stood before
    if first == 1 and words[0].lower() in _ARTICLES:
        first = 0
    return " ".join(words[first:last]) if last > first else ""


def _people(event: CalendarEvent, me: str) -> set[str]:
    """Return the names in the event, whole and in parts, and the user's own."""
    whole = [guest.name.casefold() for guest in (event.organizer, *event.guests) if guest and guest.name]
    whole.append(re.sub(r"[._+\d-]+", " ", me.partition("@")[0]).strip())
    return {part for name in whole for part in (name, *name.split()) if part}


def _is_name(name: str, people: set[str]) -> bool:
    return (
        2 <= len(name) <= 60
        and len(name.split()) <= _LONGEST_JOB
        and not _NO_NAME.match(name)
        and not _JOB_END.search(name)
        and name.casefold() not in people
    )


def _fits(name: str, domain: str) -> bool:
    letters, of_domain = _letters(name), _letters(domain)
    return len(letters) > 2 and (letters in of_domain or of_domain in letters)


def _may_be_person(name: str) -> bool:
    """One or two capitalised words are as often a person as a firm; the domain is safer then."""
    return re.fullmatch(r"[A-Z][a-zà-ÿ'-]+(?: [A-Z][a-zà-ÿ.'-]*)?", name) is not None


def _domain(event: CalendarEvent, me: str) -> str:
    """Return the name in the address of whoever invites, else of a guest."""
    home = me.rpartition("@")[2]
    for guest in (event.organizer, *event.guests):
        domain = guest.domain if guest else ""
        if "." in domain and domain != home and domain_kind(domain) == "organisation":
            return registered(domain).partition(".")[0].replace("-", " ").title()
    return ""


def _job(title: str, told: re.Match[str] | None, description: str) -> str:
    if told and (told["sure"] or _JOB_END.search(told["job"])):
        return told["job"].strip()
    for part in map(_bare, _PARTS.split(title)):
        if len(part.split()) <= _LONGEST_JOB and _JOB_END.search(part):
            return part
    words = _JOB_LINE.search(description) or _SURE_JOB.search(description)
    return words["job"].strip() if words else ""


def _letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())
