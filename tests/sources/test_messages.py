"""Single mails with their heads, mailboxes, Maildirs, and whatever bytes there may be."""

from __future__ import annotations

import mailbox
import tracemalloc
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wentwell.interview import Message
from wentwell.sources import SourceError, message_from_bytes, message_from_text, read_messages

HEAD = b"From: Ann Lee <ann@example.org>\r\nTo: bo@example.org\r\nSubject: Hello\r\n"


def own_words(message: Message) -> str:
    text = message.document.text
    for aside in reversed(message.document.asides or ()):
        text = text[: aside.start] + text[aside.end :]
    return text.strip()


def mail(number: int = 1, body: str = "We meet on Monday.") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Ann Lee <ann@example.org>"
    made["To"] = "bo@example.org"
    made["Subject"] = f"Mail {number}"
    made["Message-ID"] = f"<{number}@example.org>"
    made["Date"] = "Tue, 04 Mar 2025 16:20:00 +0100"
    made.set_content(body)
    return made


def test_the_whole_head_is_read() -> None:
    message = message_from_bytes(
        b"Message-ID: <c@example.org>\r\nIn-Reply-To: <b@example.org>\r\n"
        b"References: <a@example.org>\r\n <b@example.org>\r\n"
        b"From: =?utf-8?B?SsO2cmcgTcO8bGxlcg==?= <Joerg@Firm.Example.ORG>\r\n"
        b"Reply-To: hr@firm.example.org\r\n"
        b'To: "Lee, Ann" <ann@example.org>, bo@example.org\r\nCc: cy@example.org\r\n'
        b"Date: Tue, 4 Mar 2025 16:20:00 -0500\r\nSubject: AW: Re: [EXTERNAL] =?iso-8859-1?Q?Gespr=E4ch?=\r\n"
        b"List-Id: <jobs.example.org>\r\nList-Unsubscribe: <mailto:out@example.org>\r\n"
        b"Auto-Submitted: auto-generated; why=x\r\n\r\nGood talk.\r\n"
    )
    assert message.sender is not None
    assert (message.sender.name, message.sender.address) == ("Jörg Müller", "joerg@firm.example.org")
    assert message.sender.domain == "firm.example.org"
    assert message.reply_to is not None
    assert message.reply_to.address == "hr@firm.example.org"
    assert [one.address for one in (*message.to, *message.cc)] == [
        "ann@example.org",
        "bo@example.org",
        "cy@example.org",
    ]
    assert message.to[0].name == "Lee, Ann"
    assert message.thread == ("<a@example.org>", "<b@example.org>")
    assert message.date is not None
    assert message.date.isoformat() == "2025-03-04T16:20:00-05:00"
    assert message.date.utcoffset() == timedelta(hours=-5)
    assert message.topic == "gespräch"
    assert message.is_answer
    assert message.auto_submitted == "auto-generated"
    assert message.automatic
    assert message.list_id == "<jobs.example.org>"
    assert message.has_unsubscribe
    assert message.document.text == "Good talk."


@pytest.mark.parametrize(
    ("subject", "topic"),
    [
        ("Re: Fwd: The post", "the post"),
        ("SV: VS: The post", "the post"),
        ("RE[2]: The post", "the post"),
        ("回复：The post", "the post"),
        ("Research: the post", "research: the post"),
        ("", ""),
    ],
)
def test_the_topic_is_the_subject_without_prefixes(subject: str, topic: str) -> None:
    assert (
        message_from_text(f"From: a@example.org\nTo: b@example.org\nSubject: {subject}\n\nHi.").topic == topic
    )


@pytest.mark.parametrize(
    ("date", "known"),
    [
        ("Tue, 4 Mar 2025 16:20:00 +0100", True),
        ("Tue, 4 Mar 2025 16:20:00 GMT", True),
        ("Tue, 4 Mar 2025 16:20:00 -0000", False),
        ("4 March 2025 16:20", False),
    ],
)
def test_a_date_says_whether_it_names_its_zone(date: str, known: bool) -> None:
    message = message_from_bytes(HEAD + b"Date: " + date.encode() + b"\r\n\r\nHi.")
    assert message.date is not None
    assert message.zone_known is known


def test_bytes_that_are_not_encoded_in_a_head_are_read() -> None:
    for raw in ("Müller".encode(), "Müller".encode("cp1252")):
        message = message_from_bytes(
            b"From: " + raw + b" <m@example.org>\r\nSubject: " + raw + b"\r\n\r\nHi."
        )
        assert message.subject == "Müller"
        assert message.sender is not None
        assert message.sender.name == "Müller"


def test_attachments_and_calendars_are_named_and_not_read() -> None:
    made = mail()
    made.add_alternative("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", subtype="calendar")
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="Zusage für Bo.pdf")
    message = message_from_bytes(made.as_bytes())
    assert message.document.text == "We meet on Monday."
    assert {(one.name, one.content_type) for one in message.attachments} == {
        (None, "text/calendar"),
        ("Zusage für Bo.pdf", "application/pdf"),
    }


def test_html_alone_is_read_and_a_stub_that_asks_for_html_is_not() -> None:
    made = mail(body="This message is in HTML. Please use a mail program that can display it.")
    made.add_alternative("<p>We would like to see you again.</p>", subtype="html")
    assert message_from_bytes(made.as_bytes()).document.text == "We would like to see you again."


def test_a_mail_without_words_is_still_a_mail_of_its_thread() -> None:
    message = message_from_bytes(HEAD + b"Message-ID: <x@example.org>\r\n\r\n")
    assert message.document.text == ""
    assert message.message_id == "<x@example.org>"


def test_mails_nested_without_end_are_told_of() -> None:
    data = HEAD
    for number in range(3000):
        data += b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (number, number)
    assert message_from_bytes(data).document.kind == "mail"


def test_a_huge_mail_is_cut_and_says_so() -> None:
    message = message_from_bytes(HEAD + b"\r\nWe meet on Monday.\r\n\r\n" + b"x" * (9 * 1024 * 1024))
    assert message.is_cut
    assert message.document.text.startswith("We meet on Monday.")
    assert any("very large" in said for said in message.document.warnings)


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400)
    | st.lists(
        st.sampled_from(
            [
                b"From: ", b"To: a@b, ", b"Subject: =?utf-8?B?", b"?=\r\n", b"\r\n", b"\r\n\r\n",
                b"Date: 1 Jan 99", b"Content-Type: multipart/mixed; boundary=x\r\n", b"--x\r\n",
                b"Content-Type: text/html\r\n", b"<p>", b"Content-Transfer-Encoding: base64\r\n",
                b"\xff\xfe", b"> ", b"On 3 May a@b wrote:\r\n", b'"', b"<", b"References: <a@b> <",
                b"Content-Type: message/rfc822\r\n", b"\x00", b"=E4=", b"; charset=utf-7\r\n",
            ]
        ),
        max_size=25,
    ).map(b"".join)
)  # fmt: skip
def test_whatever_the_bytes_are_a_message_comes_of_them(data: bytes) -> None:
    message = message_from_bytes(data)
    assert Message.model_validate_json(message.model_dump_json()) == message
    last = 0
    for aside in message.document.asides or ():
        assert last <= aside.start <= aside.end <= len(message.document.text)
        last = aside.end


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_whatever_is_pasted_is_kept(text: str) -> None:
    message = message_from_text(text)
    assert message.document.kind == "mail"
    if message.sender is None and not message.subject:
        assert set(message.document.text) <= set(text) | {"\n", "\ufffd"}


def test_a_mailbox_a_maildir_and_a_folder_give_the_same_mails(tmp_path: Path) -> None:
    (tmp_path / "mails").mkdir()
    box = mailbox.mbox(tmp_path / "all.mbox")
    folder = mailbox.Maildir(tmp_path / "Maildir")
    for number in range(5):
        made = mail(number, "From here on it is yours.\n\nFrom then on too.\n")
        box.add(mailbox.mboxMessage(made))
        folder.add(mailbox.MaildirMessage(made))
        (tmp_path / "mails" / f"{number}.eml").write_bytes(made.as_bytes())
    box.close()
    (tmp_path / "mails" / "notes.txt").write_text("She was kind.")
    (tmp_path / "mails" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    read = {
        place: {(one.message_id, one.document.text) for one in read_messages(tmp_path / place)}
        for place in ("all.mbox", "Maildir", "mails")
    }
    assert len(read["mails"]) == 5
    assert read["all.mbox"] == read["Maildir"] == read["mails"]
    assert {text for _, text in read["mails"]} == {"From here on it is yours.\n\nFrom then on too."}


def test_subfolders_of_a_maildir_are_read(tmp_path: Path) -> None:
    folder = mailbox.Maildir(tmp_path / "Maildir")
    folder.add(mail(1).as_bytes())
    folder.add_folder("Jobs").add(mail(2).as_bytes())
    assert sorted(one.subject for one in read_messages(tmp_path / "Maildir")) == ["Mail 1", "Mail 2"]


def test_a_large_mailbox_is_never_held_whole(tmp_path: Path) -> None:
    one = b"From a@b Tue Mar  4 16:20:00 2025\n" + mail().as_bytes().replace(b"\r\n", b"\n") + b"\n"
    one += b"x" * 4000 + b"\n\n"
    box = tmp_path / "large.mbox"
    with box.open("wb") as stream:
        for _ in range(1500):
            stream.write(one)
    messages = read_messages(box)
    next(messages)
    tracemalloc.start()
    count = 1 + sum(1 for _ in messages)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 1500
    assert most < box.stat().st_size / 3


def test_what_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no such file; check") as raised:
        list(read_messages(tmp_path / "none.mbox"))
    assert "\n" not in str(raised.value)
    (tmp_path / "empty.eml").write_bytes(b"")
    with pytest.raises(SourceError, match="nothing in it"):
        list(read_messages(tmp_path / "empty.eml"))


QUOTED = "\n> Thank you for your time.\n> Bo"


@pytest.mark.parametrize(
    "introduction",
    [
        "On Tue, 4 Mar 2025 at 16:20, Bo Lind <bo@example.org> wrote:",
        "On Monday, Bo wrote:",
        "Bo Lind <bo@example.org> wrote:",
        "Le mar. 4 mars 2025 à 16:20, Bo Lind <bo@example.org> a écrit :",
        "Am Di., 4. März 2025 um 16:20 Uhr schrieb Bo Lind <bo@example.org>:",
        "Bo Lind <bo@example.org> schrieb am Di., 4. März 2025, 16:20:",
        "El mar, 4 mar 2025 a las 16:20, Bo Lind (<bo@example.org>) escribió:",
        "Il giorno mar 4 mar 2025 alle ore 16:20 Bo Lind <bo@example.org> ha scritto:",
        "Op di 4 mrt 2025 om 16:20 schreef Bo Lind <bo@example.org>:",
        "Em ter., 4 de mar. de 2025 às 16:20, Bo Lind <bo@example.org> escreveu:",
        "Den tis 4 mars 2025 kl 16:20 skrev Bo Lind <bo@example.org>:",
        "wt., 4 mar 2025 o 16:20 Bo Lind <bo@example.org> napisał(a):",
        "út 4. 3. 2025 v 16:20 odesílatel Bo Lind <bo@example.org> napsal:",
        "ti 4. maalisk. 2025 klo 16.20 Bo Lind (bo@example.org) kirjoitti:",
        "вт, 4 мар. 2025 г. в 16:20, Bo Lind <bo@example.org>:\nBo Lind <bo@example.org> пишет:",
        "2025年3月4日(火) 16:20 Bo Lind <bo@example.org>さんのメール:",
        "Bo Lind <bo@example.org> 于2025年3月4日周二 16:20写道：",
        "2025-03-04 16:20 GMT+01:00 Bo Lind <bo@example.org>:",
        "---- On Tue, 04 Mar 2025 16:20:33 +0100 Bo Lind <bo@example.org> wrote ----",
        "-----Original Message-----\nFrom: Bo Lind\nSent: 4 March 2025 16:20\nTo: Ann\nSubject: Thanks",
        "________________\nVon: Bo Lind\nGesendet: Dienstag, 4. März 2025 16:20\nAn: Ann\nBetreff: Dank",
        "De : Bo Lind\nEnvoyé : mardi 4 mars 2025 16:20\nÀ : Ann\nObjet : Merci",
        "发件人：Bo Lind\n发送时间：2025年3月4日 16:20\n收件人：Ann\n主题：谢谢",
        "From: Bo Lind Sent: Tuesday, March 4, 2025 4:20 PM To: Ann Subject: Thanks",
        "Begin forwarded message:\n\nFrom: Bo Lind\nSubject: Thanks\nDate: 4 March 2025\nTo: Ann",
        "---------- Messaggio inoltrato ---------",
        "##- Please type your reply above this line -##",
    ],
)
def test_only_the_senders_own_words_are_left(introduction: str) -> None:
    for quoted in (QUOTED, QUOTED.replace("> ", "")):
        if quoted != QUOTED and "@" not in introduction and "wrote" in introduction:
            continue  # without an address or marks nothing tells that it is quoted
        message = message_from_text(f"We would like to see you again.\n\n{introduction}\n{quoted}\n")
        words = own_words(message)
        if "пишет" in introduction:
            assert words.startswith("We would like to see you again.")
            assert "Thank you" not in words
        else:
            assert words == "We would like to see you again."


@pytest.mark.parametrize(
    "own",
    [
        "This is what Dana wrote:\nYou were the best of the four.",
        "From: Monday you may park in the yard.\nThe gate is open from six.",
        "On the whole the panel wrote a good report about you.",
    ],
)
def test_own_words_that_look_like_an_introduction_stay(own: str) -> None:
    assert own_words(message_from_text(own)).split() == own.split()
