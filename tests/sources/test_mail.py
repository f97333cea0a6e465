"""Mails as programs store them, as mailboxes, and as people paste them."""

from email.message import EmailMessage

import pytest

from wentwell.interview import Document
from wentwell.sources import SourceError, parse

HEAD = {
    "From": "Dana Fox <dana@example.org>",
    "To": "Ann Lee <ann@example.org>",
    "Cc": "hr@example.org",
    "Subject": "Our talk on Monday",
    "Date": "Tue, 04 Mar 2025 16:20:00 +0100",
    "Message-ID": "<two@example.org>",
    "In-Reply-To": "<one@example.org>",
}
BODY = "Hi Ann,\n\nThat was a good hour.\n\nBest,\nDana\n"


def message(body: str = BODY, **more: str) -> EmailMessage:
    mail = EmailMessage()
    for name, value in {**HEAD, **more}.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(body)
    return mail


def read(data: bytes | EmailMessage, name: str = "reply.eml") -> Document:
    (document,) = parse(data if isinstance(data, bytes) else data.as_bytes(), name)
    return document


def own_words(document: Document) -> str:
    assert document.asides is not None
    text = document.text
    for aside in reversed(document.asides):
        text = text[: aside.start] + text[aside.end :]
    return text.strip()


def test_a_plain_mail() -> None:
    document = read(message())
    assert (document.kind, document.format, document.name) == ("mail", "eml", "reply.eml")
    assert document.text == BODY.strip()
    assert own_words(document) == "That was a good hour."
    mail = document.mail
    assert mail is not None
    assert mail.sender == "Dana Fox <dana@example.org>"
    assert mail.recipients == ("Ann Lee <ann@example.org>", "hr@example.org")
    assert mail.subject == "Our talk on Monday"
    assert mail.date == "2025-03-04T16:20:00+01:00"
    assert (mail.message_id, mail.in_reply_to) == ("<two@example.org>", "<one@example.org>")
    assert not mail.automatic
    assert document.warnings == ()


@pytest.mark.parametrize(
    "field",
    [
        {"Auto_Submitted": "auto-replied"},
        {"X_Autoreply": "yes"},
        {"Precedence": "bulk"},
        {"Auto_Submitted": "auto-generated; owner=x"},
    ],
)
def test_mails_that_a_machine_sent(field: dict[str, str]) -> None:
    mail = read(message(**field)).mail
    assert mail is not None
    assert mail.automatic


def test_auto_submitted_no_is_a_person() -> None:
    mail = read(message(Auto_Submitted="no")).mail
    assert mail is not None
    assert not mail.automatic


def test_plain_text_is_preferred_to_html() -> None:
    mail = message()
    mail.add_alternative("<p>Other words</p>", subtype="html")
    assert read(mail).text == BODY.strip()


def test_html_alone_becomes_text() -> None:
    mail = message()
    mail.set_content(
        "<html><head><title>T</title><style>p {color: red}</style></head><body>"
        "<div style='display: none'>Preview</div><p>Hi Ann,</p><p>A good &amp; long&nbsp;hour.<br>Truly.</p>"
        "<ul><li>Monday</li><li>Tuesday</li></ul><script>alert(1)</script><!-- hidden -->"
        "<div>On Mon, 3 Mar 2025 at 10:00, Ann wrote:<blockquote><p>Thank "
        "you.</p></blockquote></div></body></html>",
        subtype="html",
    )
    document = read(mail)
    assert own_words(document) == "A good & long hour.\nTruly.\n\n- Monday\n- Tuesday"
    assert "> Thank you." in document.text
    for hidden in ("Preview", "color", "alert", "hidden", "<"):
        assert hidden not in document.text


def test_an_empty_plain_part_gives_way_to_html() -> None:
    mail = message(" \n")
    mail.add_alternative("<p>Real words</p>", subtype="html")
    assert read(mail).text == "Real words"


def test_attachments_are_told() -> None:
    mail = message()
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="offer.pdf")
    mail.add_attachment("secret", filename="note.txt")
    document = read(mail)
    assert document.text == BODY.strip()
    assert document.warnings == ("Attachment not read: offer.pdf", "Attachment not read: note.txt")


def test_a_wrong_or_missing_charset_survives() -> None:
    head = (
        b"From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/plain; charset=%s\r\n\r\n"
    )
    assert read(head % b"us-ascii" + "Zoë said £5k.".encode()).text == "Zoë said £5k."
    assert read(head % b"no-such-charset" + "Zoë said £5k.".encode("cp1252")).text == "Zoë said £5k."
    assert read(head % b"utf-8" + "Zoë said £5k.".encode("latin-1")).text == "Zoë said £5k."


def test_encoded_heads_and_bodies() -> None:
    mail = message("Zoë grüßt. " * 20, Subject="Grüße")
    document = read(mail)
    assert document.mail is not None
    assert document.mail.subject == "Grüße"
    assert document.text.startswith("Zoë grüßt.")


def test_flowed_text_is_unfolded() -> None:
    data = (
        b"From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\n"
        b"Content-Type: text/plain; format=flowed\n\nThis is one \nsentence.\nThis is two.\n"
        b"> an old \n> one\n-- \nAnn\n"
    )
    assert read(data).text == "This is one sentence.\nThis is two.\n> an old one\n-- \nAnn"


def test_a_date_without_a_zone_is_told() -> None:
    document = read(message(Date="Tue, 4 Mar 2025 16:20:00"))
    assert document.mail is not None
    assert document.mail.date == "2025-03-04T16:20:00+00:00"
    assert any("time zone" in warning for warning in document.warnings)


def test_a_date_that_cannot_be_read_is_told() -> None:
    document = read(b"From: a@example.org\nMessage-ID: <x@y>\nDate: soon\n\nHello.\n")
    assert document.mail is not None
    assert document.mail.date is None
    assert any("soon" in warning for warning in document.warnings)


def test_broken_heads_survive() -> None:
    data = (
        b"From: =?utf-8?b?!!!?= <@@\r\nTo: ,,,;;<<>>\r\nMessage-ID: <[\r\nDate: \xff\xfe\r\n"
        b"Content-Type: text/plain; charset\r\n\r\nHello there.\r\n"
    )
    assert read(data).text == "Hello there."


def test_a_mail_without_words_is_refused() -> None:
    mail = message(" ")
    with pytest.raises(SourceError, match="no words"):
        read(mail)


def test_parts_within_parts_within_parts() -> None:
    data = b"From: a@example.org\nSubject: x\nMIME-Version: 1.0\n"
    for depth in range(3000):
        data += b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (depth, depth)
    with pytest.raises(SourceError):
        read(data)


def mailbox(*mails: EmailMessage) -> bytes:
    return b"".join(
        b"From x@example.org Mon Jan  1 00:00:00 2024\n" + mail.as_bytes() + b"\n" for mail in mails
    )


def test_a_mailbox() -> None:
    documents = parse(
        mailbox(message("One.\n"), message("Two.\n\n>From the start it was good.\n")), "box.mbox"
    )
    assert [document.format for document in documents] == ["mbox", "mbox"]
    assert [document.name for document in documents] == ["box.mbox (1)", "box.mbox (2)"]
    assert [document.text for document in documents] == ["One.", "Two.\n\nFrom the start it was good."]
    (alone,) = parse(mailbox(message()), "box.mbox")
    assert alone.name == "box.mbox"


def test_a_mail_without_words_in_a_mailbox_is_told() -> None:
    first, second = parse(mailbox(message("One.\n"), message(" "), message("Three.\n")), "box")
    assert "Mail 2" in first.warnings[-1]
    assert second.text == "Three."
    with pytest.raises(SourceError, match="mailbox"):
        parse(mailbox(message(" ")), "box")


def test_a_pasted_mail() -> None:
    text = (
        "\nFrom: Dana Fox\nSent: Tuesday, March 4, 2025 4:20 PM\nTo: Ann Lee\nSubject: Our talk\n\n"
        "Hi Ann,\n\nCould you come back on Friday?\n\nDana\n"
    )
    document = read(text.encode(), "reply.txt")
    assert (document.kind, document.format) == ("mail", "mail")
    assert own_words(document) == "Could you come back on Friday?"
    assert document.mail is not None
    assert document.mail.sender == "Dana Fox"
    assert document.mail.subject == "Our talk"
    assert document.mail.date == "2025-03-04T16:20:00+00:00"
    assert read(text.encode("utf-16"), "reply.txt").text == document.text


@pytest.mark.parametrize(
    "text",
    [
        "Subject: maths\nShe asked about my degree.\n",
        "From: here on it went well.\n",
        "To: do\nSubject: none\n",
    ],
)
def test_notes_with_such_words_are_no_mail(text: str) -> None:
    assert read(text.encode(), "notes.txt").kind == "notes"


def test_the_users_word_settles_it() -> None:
    body = parse(BODY.encode(), "reply.txt", kind="mail")[0]
    assert (body.kind, body.mail, own_words(body)) == ("mail", None, "That was a good hour.")
    notes = parse(message().as_bytes(), "x.eml", kind="notes")[0]
    assert (notes.kind, notes.text, notes.asides) == ("notes", BODY.strip(), None)
    talk = parse(message("Ada: Hi.\nBo: Hello.\nAda: So.\n").as_bytes(), "x.eml", kind="transcript")[0]
    assert (talk.kind, len(talk.turns)) == ("transcript", 3)
