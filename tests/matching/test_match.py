"""Mails find their opportunity, or ask."""

# ruff: noqa: E501 (a mail is read as a whole)

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from validation.mailbox import mailbox
from validation.matching import measure

from wentwell.interview import Message
from wentwell.matching import KnownInterview, KnownOpportunity, Match, Matcher, match, match_all
from wentwell.sources import message_from_text

ME = "bo@gmail.com"
NORTHWIND = KnownOpportunity(
    number=1,
    employer="Northwind Analytics Ltd",
    job="Data Engineer",
    began=date(2025, 2, 20),
    interviews=(
        KnownInterview(number=11, day=date(2025, 3, 6), people=("Ann Lee",)),
        KnownInterview(number=12, day=date(2025, 3, 20), people=("Kim Roe",)),
    ),
)
TWIN = KnownOpportunity(
    number=2, employer="Northwind Analytics", job="Product Manager", began=date(2025, 2, 22)
)
OTHER = KnownOpportunity(number=3, employer="Bakery & Sons", job="Office Manager", began=date(2025, 2, 25))


def mail(
    body: str,
    *,
    subject: str = "Hello",
    sender: str = "Ann Lee <ann@northwindanalytics.com>",
    to: str = f"Bo Lind <{ME}>",
    day: int = 3,
    number: int = 1,
    head: str = "",
) -> Message:
    return message_from_text(
        f"From: {sender}\nTo: {to}\nDate: {day} Mar 2025 10:00:00 +0000\nMessage-ID: <{number}@x>\n"
        f"Subject: {subject}\n{head}\n{body}\n"
    )


def placed(message: Message, *known: KnownOpportunity) -> Match:
    return match(message, known, mine=[ME])


def test_the_employers_domain_and_the_job_are_sure_and_told() -> None:
    found = placed(mail("Thank you for applying as Data Engineer at Northwind Analytics."), NORTHWIND, OTHER)
    assert (found.verdict, found.opportunity) == ("sure", 1)
    assert found.confidence > 0.95
    assert any("domain" in reason or "employer" in reason for reason in found.why)


def test_two_roles_at_one_employer_are_asked_about_unless_something_tells_them_apart() -> None:
    bare = placed(mail("We are still seeing other people."), NORTHWIND, TWIN, OTHER)
    assert bare.verdict == "ask"
    assert {one.opportunity for one in bare.choices[:2]} == {1, 2}
    named = placed(
        mail("Your interview for the Product Manager role.", subject="Product Manager"),
        NORTHWIND,
        TWIN,
        OTHER,
    )
    assert named.opportunity == 2


def test_dates_alone_never_decide_between_two_roles() -> None:
    old = TWIN.model_copy(update={"began": date(2024, 3, 1), "closed": date(2024, 5, 1)})
    assert placed(mail("We are still seeing other people."), NORTHWIND, old).verdict != "sure"


def test_a_thread_is_followed_and_ones_own_answer_too() -> None:
    matcher = Matcher([NORTHWIND, TWIN, OTHER], mine=[ME])
    first = mail("About the Product Manager role.", subject="A talk", number=1)
    matcher.file(first, 2)
    answer = mail("That works.", subject="Re: A talk", sender=f"Bo Lind <{ME}>", to="ann@northwindanalytics.com", number=2, head="In-Reply-To: <1@x>\n")  # fmt: skip
    assert matcher.match(answer).opportunity == 2


def test_a_program_for_recruiting_is_no_employer() -> None:
    found = placed(
        mail("Your application to Bakery & Sons for Office Manager.", sender="Bakery & Sons <no-reply@hire.lever.co>", subject="Bakery & Sons"),
        NORTHWIND, OTHER,
    )  # fmt: skip
    assert found.opportunity == 3


@pytest.mark.parametrize(
    ("message"),
    [
        mail("New jobs for you: Data Engineer at Northwind Analytics. Office Manager at Bakery & Sons. Unsubscribe.",
             sender="Job alerts <alert@indeed.com>", subject="New jobs for you", head="List-Unsubscribe: <https://x.example>\n"),
        mail("Your parcel arrives on Friday.", sender="Parcels <no-reply@parcels.example>", subject="Your order"),
        mail("Are you free for dinner?", sender="Sam <sam@gmail.com>", subject="Saturday"),
    ],
)  # fmt: skip
def test_what_belongs_to_none_is_never_attached(message: Message) -> None:
    assert placed(message, NORTHWIND, TWIN, OTHER).verdict != "sure"


def test_mails_of_another_matter_are_left_alone() -> None:
    parcel = mail(
        "Your parcel arrives on Friday.", sender="Parcels <no-reply@parcels.example>", subject="Your order"
    )
    found = placed(parcel, NORTHWIND, TWIN, OTHER)
    assert (found.verdict, found.opportunity, found.choices) == ("none", None, ())


def test_the_interview_that_is_arranged_and_the_one_that_was() -> None:
    arranged = placed(
        mail("Data Engineer at Northwind Analytics: can you make 20 March? You will meet Kim Roe.", day=12),
        NORTHWIND,
        OTHER,
    )
    assert arranged.interview == 12
    after = placed(
        mail("Thank you for your interview for Data Engineer at Northwind Analytics.", day=7),
        NORTHWIND,
        OTHER,
    )
    assert after.interview == 11


def test_a_number_in_the_title_is_the_postings() -> None:
    numbered = TWIN.model_copy(update={"job": "Product Manager (R-10234)"})
    found = placed(
        mail("Your application R-10234 at Northwind Analytics was received.", subject="Application R-10234"),
        NORTHWIND,
        numbered,
        OTHER,
    )
    assert found.opportunity == 2
    assert "it names the posting's number" in found.why


def test_thanks_on_the_day_of_an_interview_are_for_that_role() -> None:
    """Two roles, one recruiter: the day of the interview tells which one; another day tells nothing."""
    twin = TWIN.model_copy(update={"interviews": (KnownInterview(number=21, day=date(2025, 3, 12)),)})
    thanks = [
        mail(
            "Thank you for the conversation today.",
            subject="Thank you",
            sender=f"Bo Lind <{ME}>",
            to="Ann Lee <ann@northwindanalytics.com>",
            day=day,
        )
        for day in (6, 12, 9)
    ]
    at_first, at_twin, between = (placed(one, NORTHWIND, twin, OTHER) for one in thanks)
    assert at_first.opportunity == 1
    assert at_twin.opportunity == 2
    assert between.verdict != "sure"


def test_an_answer_without_its_thread_is_known_by_subject_and_address() -> None:
    matcher = Matcher([NORTHWIND, TWIN, OTHER], mine=[ME])
    matcher.file(mail("About the role.", subject="A talk on Friday", number=1), 2)
    answer = mail("See you then.", subject="Re: A talk on Friday", number=2, day=4)
    assert matcher.match(answer).opportunity == 2


def test_a_day_decides_nothing_where_the_other_roles_day_is_not_known() -> None:
    first = NORTHWIND.model_copy(update={"interviews": (KnownInterview(number=11, day=date(2025, 3, 6)),)})
    dated = TWIN.model_copy(update={"interviews": (KnownInterview(number=21, day=date(2025, 3, 12)),)})
    undated = TWIN.model_copy(update={"interviews": (KnownInterview(number=21),)})
    asked = mail("Would 6 March at 10:00 suit you for an interview at Northwind Analytics?", day=1)
    assert placed(asked, first, dated, OTHER).verdict == "sure"
    assert placed(asked, first, undated, OTHER).verdict != "sure"


def test_a_name_of_one_word_is_no_trouble() -> None:
    one = mail(
        "Your interview for Data Engineer.", sender="Ann <ann@northwindanalytics.com>", to=f"Bo <{ME}>"
    )
    assert placed(one, NORTHWIND, OTHER).opportunity == 1


def test_what_was_filed_teaches_and_can_be_given_again() -> None:
    stranger = mail("Here are the times.", sender="Kay Fox <kay@tamar-people.example>", subject="Times")
    matcher = Matcher([NORTHWIND, OTHER], mine=[ME])
    before = matcher.match(stranger)
    kept = matcher.file(stranger, 3)
    assert kept.addresses == ("kay@tamar-people.example",)
    again = mail(
        "Any news?",
        sender="Kay Fox <kay@tamar-people.example>",
        subject="Re: Times",
        number=2,
        head="In-Reply-To: <1@x>\n",
    )
    assert matcher.match(again).opportunity == 3
    assert match(again, [NORTHWIND, OTHER], [kept], [ME]) == matcher.match(again)
    assert before.opportunity != 3 or before.verdict != "sure"


def test_nothing_known_is_none() -> None:
    assert placed(mail("Hello.")).verdict == "none"
    assert match(message_from_text(""), [NORTHWIND]).verdict != "sure"


def test_every_mail_comes_once() -> None:
    some = [mail(f"Note {number}", number=number) for number in range(4)]
    found = list(match_all(some, Matcher([NORTHWIND, OTHER], mine=[ME])))
    assert sorted(one.message.message_id or "" for one in found) == sorted(
        one.message_id or "" for one in some
    )


def test_the_same_mailbox_comes_of_the_same_seed() -> None:
    one, other = (mailbox(5, opportunities=6, mails=80) for _ in range(2))
    assert [made.raw for made in one.mails] == [made.raw for made in other.mails]
    assert one.known == other.known
    assert [made.raw for made in mailbox(6, opportunities=6, mails=80).mails] != [
        made.raw for made in one.mails
    ]


@pytest.mark.parametrize("answered", [False, True])
def test_a_mailbox_of_names_and_sentences_never_fitted_on(answered: bool) -> None:
    """In small what ``python -m validation matching`` measures: hardly any mail is attached wrongly."""
    found = measure(mailbox(77, opportunities=20, mails=500), answered=answered)
    assert found.attached > 100
    assert found.precision >= 0.97  # of about 200 mails: .99 less two standard errors and a half
    assert found.recall >= (0.8 if answered else 0.7)
    assert found.merged == 0
