"""A small search and the mails that come of it."""

from __future__ import annotations

from datetime import date

from wentwell.interview import Context, Document, Interview, Message, Opportunity, OpportunityDetails
from wentwell.journal import Journal, MailBook, NewOpportunity, SearchBook
from wentwell.sources import message_from_text

ME = "jo@mailplace.example"
BAKER = Opportunity(employer="Larkfield Mills", job="Head Baker")
BUYER = Opportunity(employer="Larkfield Mills", job="Flour Buyer")
FERRY = Opportunity(employer="Oster Ferries", job="Deck Officer")
HELD = date(2031, 3, 4)


def fill(book: Journal) -> None:
    jobs = SearchBook(book)
    details = OpportunityDetails(domains=("larkfieldmills.example",))
    for job in (BAKER, BUYER):
        jobs.add(NewOpportunity(opportunity=job, details=details))
    jobs.add(NewOpportunity(opportunity=FERRY, details=OpportunityDetails(domains=("osterferries.example",))))
    notes = Document.from_text(
        "The head of the mill showed me the ovens and asked when I could start.", name="n"
    )
    book.add(
        Interview(opportunity=BAKER, context=Context(interview_date=HELD, stage="first"), documents=(notes,))
    )
    later = Context(interview_date=date(2031, 3, 20))
    book.save_draft(Interview(opportunity=FERRY, context=later), {"at": 0})
    MailBook(book).add_addresses([ME])


def raw(
    number: int,
    sender: str,
    subject: str,
    words: str,
    day: int = 6,
    *,
    to: str = f"Jo <{ME}>",
    after: tuple[int, str] | None = None,
    hour: int = 10,
    more: str = "",
) -> str:
    """Return a mail as it is stored; `after`: the number and the domain of the one that it answers."""
    domain = sender.rpartition("@")[2].strip(">")
    thread = ""
    if after is not None:
        thread = f"In-Reply-To: <{after[0]}@{after[1]}>\nReferences: <{after[0]}@{after[1]}>\n"
    return (
        f"From: {sender}\nTo: {to}\nSubject: {subject}\nMessage-ID: <{number}@{domain}>\n{thread}{more}"
        f"Date: {day} Mar 2031 {hour:02}:00:00 +0100\nMIME-Version: 1.0\n\n{words}\n"
    )


def mail(*parts: object, **more: object) -> Message:
    return message_from_text(raw(*parts, **more))  # type: ignore[arg-type]


LENA = "Lena Fisk <lena.fisk@larkfieldmills.example>"
JO = f"Jo Ambers <{ME}>"
MILL, OWN = "larkfieldmills.example", "mailplace.example"

INVITED = raw(
    1, LENA, "Interview for Head Baker at Larkfield Mills on 4 March",
    "Dear Jo,\n\nwe look forward to the interview for Head Baker at Larkfield Mills on 4 March.\n\n"
    "Lena Fisk", 1,
)  # fmt: skip
THANKS = raw(
    2, JO, "Re: Interview for Head Baker at Larkfield Mills on 4 March",
    "Dear Lena,\n\nthank you for the talk about Head Baker at Larkfield Mills today.\n\nJo", 4,
    to=LENA, after=(1, MILL), hour=17,
)  # fmt: skip
REPLY = raw(
    3, LENA, "Re: Interview for Head Baker at Larkfield Mills on 4 March",
    "Hi Jo,\n\nthank you for your kind note. It was lovely to meet you too.\n\nLena", 5,
    after=(2, OWN), hour=9,
)  # fmt: skip
REFUSAL = raw(
    4, LENA, "Re: Interview for Head Baker at Larkfield Mills on 4 March",
    "Dear Jo,\n\nthank you for your time. Unfortunately we have decided to go ahead with another candidate "
    "for the Head Baker role. We wish you all the best.\n\nLena", 12, after=(3, MILL),
)  # fmt: skip
UNSURE = raw(
    5, "Piet Larsen <piet@larkfieldmills.example>", "Your application at Larkfield Mills",
    "Dear Jo,\n\nthank you for your patience. We are still talking to others at Larkfield Mills and will "
    "come back to you next week.\n\nPiet Larsen", 7,
)  # fmt: skip
RECEIPT = raw(
    6, "Larkfield Mills <no-reply@larkfieldmills.example>", "We received your application: Head Baker",
    "This is an automatic message. We have received your application for Head Baker at Larkfield Mills. "
    "Please do not reply to this mail.", 6, more="Auto-Submitted: auto-generated\n",
)  # fmt: skip
SHOP = raw(7, "Shoe House <news@shoehouse.example>", "Half price", "All boots at half price until Sunday.", 8)
