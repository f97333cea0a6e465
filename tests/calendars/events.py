"""Events written for these tests, each with what it is: ``GOES`` to an interview of one's own, or not.

Made up by hand, half of them (`HELD`) after the cues were set and never used to set them. They show that
the cues do what they are meant to; they are no sample of anybody's calendar.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """An event in short."""

    title: str
    goes: bool
    words: str = ""
    organizer: str = ""
    guests: tuple[str, ...] = ()
    place: str = ""
    employer: str = ""
    job: str = ""


ME = "jo.reed@gmail.com"

SET_BY = (
    Told("Interview with Acme", True, employer="Acme"),
    Told("Interview: Data Analyst at Norvane", True, employer="Norvane", job="Data Analyst"),
    Told("Norvane - Phone Screen", True, organizer="talent@norvane.example", employer="Norvane"),
    Told(
        "Phone screen with Lena Roth", True, organizer="lena.roth@brightlane.example", employer="Brightlane"
    ),
    Told(
        "Brightlane onsite",
        True,
        "We look forward to your interview.",
        "lena@brightlane.example",
        employer="Brightlane",
    ),
    Told("Final round - Oakfield Bank", True, employer="Oakfield Bank"),
    Told("Superday at Oakfield Bank", True, employer="Oakfield Bank"),
    Told(
        "Jo Reed <> Norvane",
        True,
        "Next step in our hiring process: a chat about the role of analyst.",
        "m.osei@norvane.example",
        employer="Norvane",
    ),
    Told(
        "Chat with Martin (Norvane)",
        True,
        "About your application for the data role.",
        "m.osei@norvane.example",
        employer="Norvane",
    ),
    Told("Technical interview (coding) - Pixelforge", True, "https://coderpad.io/ABC", employer="Pixelforge"),
    Told("HireVue: one-way video interview", True),
    Told(
        "Hiring manager call - Lumen Works", True, organizer="ana@lumenworks.example", employer="Lumen Works"
    ),
    Told(
        "Coffee with Ana, Lumen Works",
        True,
        "Informal chat about your application.",
        "ana@lumenworks.example",
        employer="Lumen Works",
    ),
    Told("Assessment centre, Ministry of Works", True, employer="Ministry of Works"),
    Told("Second interview, St Mary's Hospital", True, employer="St Mary's Hospital"),
    Told(
        "Interview at Bright Smile Dental (receptionist)",
        True,
        employer="Bright Smile Dental",
        job="receptionist",
    ),
    Told("Recruiter call: Hayes Talent", True, organizer="sam@hayestalent.example", employer="Hayes Talent"),
    Told(
        "Zoom interview for Product Designer role",
        True,
        organizer="no-reply@greenhouse.io",
        job="Product Designer",
    ),
    Told("Follow-up interview with Acme", True, employer="Acme"),
    Told("User Researcher interview - Fernhill", True, employer="Fernhill", job="User Researcher"),
    Told("Dentist", False),
    Told("Dentist appointment Dr. Smith", False),
    Told("Onsite with the team", False, organizer="boss@mywork.example"),
    Told("Chat with Mum", False),
    Told("Standup", False, organizer="boss@mywork.example"),
    Told("User interview #4 (onboarding flow)", False),
    Told("Podcast interview: The Long Run", False),
    Told("Exit interview", False, organizer="hr@mywork.example"),
    Told("Visa interview at the embassy", False),
    Told("Mock interview with Pat", False),
    Told("Prep for Acme interview", False),
    Told("Interview prep", False),
    Told("Train to interview in Leeds", False),
    Told("Interview: candidate Sam Poole", False, "Scorecard and interview kit attached."),
    Told("Interview debrief - backend role", False),
    Told("Cancer screening", False),
    Told("Film screening of Metropolis", False),
    Told("Eye test", False),
    Told("Call with bank about mortgage", False),
    Told("Coffee with Ana", False),
    Told("Buy suit for interview", False),
    Told("Team meeting", False, guests=("a@mywork.example",)),
    Told("Parents' evening at school", False),
    Told("Physio", False, place="St Mary's Hospital"),
    Told("Screen replacement, phone shop", False),
    Told("Customer interview - churned accounts", False),
    Told("Hiring committee", False),
    Told("Yoga", False),
    Told("Round of golf", False),
    Told("Flight to Berlin", False),
)

HELD = (
    Told(
        "Your interview with Castle & Finch",
        True,
        organizer="careers@castlefinch.example",
        employer="Castle & Finch",
    ),
    Told(
        "Castle & Finch: first round",
        True,
        organizer="careers@castlefinch.example",
        employer="Castle & Finch",
    ),
    Told("Panel interview, Riverside Council", True, place="Town Hall, Room 4", employer="Riverside Council"),
    Told(
        "Intro call - Jo / Tessellate",
        True,
        "Thanks for applying! Looking forward to hearing about you.",
        "recruiting@tessellate.example",
        employer="Tessellate",
    ),
    Told(
        "Video call with Tessellate re: Support Engineer position",
        True,
        "Your interview details are below.",
        "noreply@hire.lever.co",
        job="Support Engineer",
        employer="Tessellate",
    ),
    Told(
        "Virtual onsite loop | Pixelforge",
        True,
        "Agenda for your interview day",
        "sched@goodtime.io",
        employer="Pixelforge",
    ),
    Told("Vantage Rail interview (train driver)", True, employer="Vantage Rail", job="train driver"),
    Told(
        "Meet the team @ Lumen Works",
        True,
        "Final step of the process before we decide on your application.",
        "ana@lumenworks.example",
        employer="Lumen Works",
    ),
    Told(
        "Case study presentation - Oakfield",
        True,
        "Present your case to the interview panel; 30 minutes.",
        "hr@oakfield.example",
        employer="Oakfield",
    ),
    Told("Trial shift at The Copper Pot", True, employer="The Copper Pot"),
    Told("HR screening call", True, organizer="people@fernhill.example", employer="Fernhill"),
    Told("Screening call with Fernhill", True, organizer="kim@fernhill.example", employer="Fernhill"),
    Told(
        "Interview", True, place="https://zoom.us/j/99", organizer="kim@fernhill.example", employer="Fernhill"
    ),
    Told("Informational interview: Priya, Northbank", True),
    Told(
        "Coding challenge review - Tessellate",
        True,
        organizer="eng@tessellate.example",
        employer="Tessellate",
    ),
    Told("Interview - Maths teacher, Elmwood School", True, job="Maths teacher"),
    Told("3rd interview Norvane w/ Dr Vogt", True, employer="Norvane"),
    Told(
        "Conversation with Priya Shah, VP Product",
        True,
        "As the next step in our interview process, Priya would like to meet you.",
        "priya@northbank.example",
        employer="Northbank",
    ),
    Told("Jobcentre appointment", False),
    Told("GP appointment", False, place="Elmwood Surgery"),
    Told("MRI scan, City Hospital", False),
    Told("Vet - Biscuit", False),
    Told("Interview skills workshop", False),
    Told("Research interview for Sam's thesis", False),
    Told("Interviewing: shadow Kim", False, "Please submit feedback after."),
    Told("Interview slots (hold)", False),
    Told("Call plumber", False),
    Told("Onsite week in Lisbon", False),
    Told("Call with Dad", False),
    Told("Meeting with landlord", False),
    Told("Press interview with the Gazette", False),
    Told("Radio interview", False),
    Told("Write thank-you note for Acme interview", False),
    Told("Hotel near Norvane interview", False),
    Told("Job fair", False),
    Told("Coaching call with Dana", False),
    Told("1:1 with Alex", False, organizer="alex@mywork.example"),
    Told("Case review with solicitor", False),
    Told("Drug screening for marathon", False),
    Told("Watch the Bowie interview", False),
    Told("Dinner with the Finches", False),
    Told("Second round of vaccinations", False),
    Told("Role-playing night", False),
    Told("Final match", False),
    Told("Quarterly review with hiring manager Pat", False, organizer="pat@mywork.example"),
)
