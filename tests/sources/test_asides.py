"""What in a mail is the sender's own, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.sources import set_apart


def parts(text: str) -> list[tuple[str, str]]:
    return [(aside.kind, text[aside.start : aside.end]) for aside in set_apart(text)]


def own(text: str) -> str:
    for aside in reversed(set_apart(text)):
        text = text[: aside.start] + text[aside.end :]
    return " ".join(text.split())


SAID = "Would Friday at ten suit you?"


@pytest.mark.parametrize(
    "mail",
    [
        f"Hi Ann,\n\n{SAID}\n\nBest,\nDana\n",
        f"Dear Ms. Lee,\n\n{SAID}\n\nKind regards,\n\nDana Fox\nHead of Design\nBridges Ltd\n"
        f"+44 20 7946 0000\n",
        f"Ann,\n\n{SAID}\n\nDana",
        f"{SAID}\n\nD.",
        f"{SAID}\n\nThe Hiring Team",
        f"Hello there\n{SAID}\nThanks\nDana",
        f"Hi Ann, {SAID} Cheers, Dana",
        f"{SAID}\n-- \nDana Fox\nBridges Ltd",
        f"{SAID}\n\n-- Dana",
        f"{SAID}\n\nSent from my phone",
        f"{SAID}\n\nDana\nSent from my iPhone",
        f"Liebe Ann,\n\n{SAID}\n\nMit freundlichen Grüßen\nDana Fuchs",
        f"{SAID}\n\nHasta pronto amiga,\nDana Fox",
        f"Hi Ann,\n\n{SAID}\n\nBest,\nDana\n\nBridges Ltd is registered in England, company no 0123.\n"
        "Please consider the environment before printing.",
        f"Hi Ann,\n\n{SAID}\n\nBest,\nDana\n\n"
        f"This e-mail and any attachments are confidential and meant only for\n"
        "the person named above. If you have received it in error, delete it.\n"
        "It may contain mistakes of mine.",
        f"{SAID}\n\nUnsubscribe | Privacy policy",
        f"{SAID}\n\nThis is an automated message. Replies to this address are not monitored.",
        f"Hi Ann,\n\n{SAID}\n\nDana\n\n"
        f"On Mon, 3 Mar 2025 at 10:00, Ann Lee <ann@example.org> wrote:\n> Hello Dana,\n>\n"
        "> any news?\n",
        f"{SAID}\n\nOn Mon, 3 Mar 2025 at 10:00, Ann Lee\n<ann@example.org> wrote:\n\nHello Dana,\n\n"
        f"any news?\n",
        f"{SAID}\n\nLe lun. 3 mars 2025 à 10:00, Ann Lee a écrit :\n> Des nouvelles ?\n",
        f"{SAID}\n\nAm 03.03.2025 um 10:00 schrieb Ann Lee:\n> Gibt es Neues?\n",
        f"{SAID}\n\nDana\n\n-----Original Message-----\nFrom: Ann\nSent: Monday\nTo: Dana\n"
        f"Subject: News?\n\nAny news?\n",
        f"{SAID}\n\nDana\n\n________________________________\nFrom: Ann Lee <ann@example.org>\nSent: Monday\n"
        "To: Dana\nSubject: News?\n\nAny news?\nAnn",
        f"{SAID}\n\n---------- Forwarded message ---------\nFrom: Ann\nDate: Monday\nSubject: x\n"
        f"To: Dana\n\nAny news?",
        f"{SAID}\n\nBegin forwarded message:\n\nFrom: Ann\nDate: Monday\nTo: Dana\n\nAny news?",
        f"On Mon, 3 Mar 2025 at 10:00, Ann Lee wrote:\n> Any news?\n\n{SAID}\n\nDana",
        f"> Any news?\n\n{SAID}\n\n> And the pay?\n",
    ],
)
def test_only_the_senders_words_are_left(mail: str) -> None:
    assert own(mail) == SAID


@pytest.mark.parametrize(
    "mail",
    [
        "Great, see you then!",
        "Thanks!",
        "Hello",
        "Yes, Friday works.",
        "Best,\nDana",
        "This is an automated message.",
        "Thank you for coming in.\nWe were impressed.",
        "We would like to make you an offer.\nCongratulations!",
        "Your application is confidential.\n\nDo not tell anybody yet.",
        "On Friday she wrote: all is well.\n\nSo come in.",
        "From: what I saw it went well.\n\nMore soon.",
        "Cheers for the tour of the workshop.\nIt helped.",
    ],
)
def test_short_mails_keep_their_words(mail: str) -> None:
    assert own(mail) == " ".join(mail.split())


def test_a_postscript_is_said() -> None:
    assert own("Hi Ann,\n\nTill Friday.\n\nBest,\nDana\n\nP.S. The panel loved your sketch.\n").endswith(
        "P.S. The panel loved your sketch."
    )


def test_answers_between_quotes_are_said() -> None:
    text = "Hi Ann,\n\nsee below.\n\n> Who leads?\n\nI do.\n\n> And the pay?\n\nFifty.\n\nBest,\nDana"
    assert own(text) == "see below. I do. Fifty."


def test_words_after_a_name_and_a_gap_are_judged_by_themselves() -> None:
    text = (
        "Hi Ann,\n\nTill Friday.\n\nBest,\nDana\n\nBring the drawings too, they all want to see them again.\n"
    )
    assert own(text) == "Till Friday. Bring the drawings too, they all want to see them again."


def test_a_forwarded_mail_is_what_there_is_to_read() -> None:
    text = (
        "---------- Forwarded message ---------\nFrom: Dana\nDate: Monday\nSubject: x\nTo: Ann\n"
        "\nWe want you.\n"
    )
    assert own(text) == "We want you."


def test_kinds_and_exact_spans() -> None:
    text = (
        "  Hi Ann,\n\nTill Friday.\n\nBest,\nDana Fox\n\nCONFIDENTIALITY NOTICE: keep this to yourself.\n\n"
        "On 3 Mar 2025, Ann wrote:\n> Any news?\n\n> Ann\n"
    )
    assert parts(text) == [
        ("greeting", "Hi Ann,"),
        ("signature", "Best,\nDana Fox"),
        ("footer", "CONFIDENTIALITY NOTICE: keep this to yourself."),
        ("quoted", "On 3 Mar 2025, Ann wrote:\n> Any news?\n\n> Ann"),
    ]


LINES = st.sampled_from(
    [
        "",
        "Hi Ann,",
        "Best,",
        "Dana",
        "> quoted",
        "On 3 Mar 2025, Ann wrote:",
        "From: Ann",
        "Sent: Monday",
        "To: Dana",
        "Subject: x",
        "-----Original Message-----",
        "-- ",
        "Sent from my phone",
        "This e-mail is confidential.",
        "Unsubscribe",
        "P.S. one more thing",
        "We were impressed by what you showed us.",
        "____________",
        ">>> Ann 3 Mar >>>",
    ]
)


@given(st.one_of(st.text(), st.lists(LINES, max_size=25).map("\n".join)))
def test_spans_are_in_order_inside_and_never_everything_of_ones_own(text: str) -> None:
    asides = set_apart(text)
    last = 0
    for aside in asides:
        assert last <= aside.start < aside.end <= len(text)
        assert not text[aside.start].isspace()
        assert not text[aside.end - 1].isspace()
        last = aside.end
    if text.strip() and not any(aside.kind == "quoted" for aside in asides):
        assert own(text)


@pytest.mark.parametrize(
    "signed",
    [
        "Thank you and God bless,\nRica, TA Lead",
        "Ellen\n\nEllen Marsh, PhD\nDepartment of Soils",
    ],
)
def test_more_ways_to_sign(signed: str) -> None:
    text = f"Dear Bo,\n\nWe decide on Friday and will tell you then.\n\n{signed}\n"
    (signature,) = [aside for aside in set_apart(text) if aside.kind == "signature"]
    assert text[signature.start : signature.end] == signed
