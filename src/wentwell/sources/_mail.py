"""Mails: single ones, mailboxes, and mail text pasted with its head lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from wentwell.interview import Attachment, Document, Mail, Message
from wentwell.sources._asides import set_apart
from wentwell.sources._decoding import clean, decode, one_line
from wentwell.sources._error import SourceError
from wentwell.sources._head import Head, decoded
from wentwell.sources._html import html_text

if TYPE_CHECKING:
    from email.message import Message as Part

_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60}):(?=\s|$)[ \t]*")
_MBOX_FROM = re.compile(rb"From [^\r\n]{1,200}\r?\n(?=[A-Za-z][A-Za-z0-9-]{0,60}:|>From )")
_MBOX_NEXT = re.compile(rb"(?:\r?\n)\r?\n(?=From [^\r\n]{1,200}\r?\n(?:[A-Za-z][A-Za-z0-9-]{0,60}:|>From ))")
_STUB = re.compile(
    r"\bhtml\b.{0,60}\b(?:view|read|display|support|enabled?|capable|client|version)|"
    r"\b(?:view|read|display|support)\b.{0,60}\bhtml\b",
    re.IGNORECASE | re.DOTALL,
)
_STUB_LENGTH = 300
ESCAPED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_MIME_FIELDS = frozenset(
    """mime-version content-type content-transfer-encoding received message-id return-path delivered-to
    dkim-signature arc-seal x-received""".split()  # noqa: SIM905
)
_PARTNER_FIELDS = frozenset({"to", "subject", "date", "sent", "cc", "message-id", "received", "reply-to"})


def is_mbox(data: bytes) -> bool:
    """Tell whether bytes are a mailbox: a ``From`` line, then mail fields."""
    return _MBOX_FROM.match(data.lstrip(b"\r\n")) is not None


def head_fields(text: str) -> dict[str, str]:
    """Return the fields at the top of a mail, names in small letters; empty if it does not look like one."""
    fields, _ = _split_head(text)
    if "from" in fields and _PARTNER_FIELDS & fields.keys():
        return fields
    return fields if {"to", "subject"} <= fields.keys() and len(fields) > 2 else {}


def has_mime_head(text: str) -> bool:
    """Tell whether a mail's head is one that mail programs write, not one that a person pasted."""
    return bool(_MIME_FIELDS & head_fields(text).keys())


def parse_mbox(data: bytes, name: str | None) -> list[Document]:
    """Read every mail of a mailbox; those without words are left out and named in a warning."""
    parts = _MBOX_NEXT.split(data.lstrip(b"\r\n"))
    read: list[Document] = []
    left_out: list[int] = []
    for number, part in enumerate(parts, start=1):
        message = part.partition(b"\n")[2]
        label = f"{name or 'mailbox'} ({number})" if len(parts) > 1 else name
        try:
            document = parse_eml(ESCAPED_FROM.sub(rb"\1", message), label, "mbox")
        except SourceError:
            left_out.append(number)
        else:
            read.append(document)
    if not read:
        raise SourceError("no mail in this mailbox has any words; give the mail as text")
    if left_out:
        numbers = ", ".join(map(str, left_out))
        said = f"Mail {numbers} of this mailbox has no words that can be read and was left out."
        read[0] = read[0].model_copy(update={"warnings": (*read[0].warnings, said)})
    return read


def parse_eml(data: bytes, name: str | None, form: str = "eml") -> Document:
    """Read one mail as mail programs store it."""
    document = parse_message(data, name, form).document
    if not document.text.strip():
        raise SourceError("this mail has no words (only attachments?); paste its text into a .txt file")
    return document


def parse_message(data: bytes, name: str | None, form: str = "eml", *, is_cut: bool = False) -> Message:
    """Read one mail as mail programs store it, with its whole head; whatever the bytes are, it is read."""
    from email.errors import MessageError
    from email.parser import BytesParser

    said: list[str] = []
    attachments: list[Attachment] = []
    fields: list[tuple[str, str]] = []
    try:
        # The plain parser: the one that knows the fields' grammars is slow, and fails on broken ones.
        message = BytesParser().parsebytes(data.lstrip(b"\xef\xbb\xbf\r\n"))
        fields = [(key, str(value)) for key, value in message.raw_items()]
        body = clean(_words(message, said, attachments)).strip("\n")
    except RecursionError:
        body = ""
        said.append("The mail's parts are nested too deep to be read.")
    except (MessageError, ValueError, LookupError, AssertionError) as error:
        body = ""
        said.append(f"The mail's parts are broken and could not be read ({type(error).__name__}).")
    if is_cut:
        said.append("The mail is very large: only its beginning was read.")
    return _message(body, Head(fields, said), said, name, form, attachments, is_cut=is_cut)


def parse_pasted(text: str, name: str | None, warnings: Sequence[str] = ()) -> Document:
    """Read mail text pasted with its ``From:`` and ``Subject:`` lines above."""
    document = parse_pasted_message(text, name, warnings).document
    if not document.text.strip():
        raise SourceError("this mail has no words below its head lines; paste its text too")
    return document


def parse_pasted_message(text: str, name: str | None, warnings: Sequence[str] = ()) -> Message:
    """Read pasted mail text with its head; without head lines all of it is the body."""
    fields, begin = _split_head(text) if head_fields(text) else ({}, 0)
    said = list(warnings)
    return _message(text[begin:].strip("\n"), Head(list(fields.items()), said), said, name, "mail")


def parse_body(text: str, name: str | None, form: str, warnings: Sequence[str] = ()) -> Document:
    """Make a mail of its bare text."""
    return _document(text.strip("\n"), None, name, form, warnings)


def _message(  # noqa: PLR0917 (the parts of one mail)
    body: str,
    head: Head,
    said: Sequence[str],
    name: str | None,
    form: str,
    attachments: Sequence[Attachment] = (),
    *,
    is_cut: bool = False,
) -> Message:
    mail = Mail(
        sender=head.line("From"),
        recipients=tuple(value for field in ("To", "Cc") for value in head.lines(field)),
        subject=head.line("Subject"),
        date=head.moment.isoformat() if head.moment is not None else None,
        message_id=head.line("Message-ID"),
        in_reply_to=head.line("In-Reply-To"),
        automatic=head.is_automatic,
    )
    return Message(
        document=_document(body, mail if head.fields else None, name, form, said),
        message_id=next(iter(head.identifiers("Message-ID")), None),
        in_reply_to=head.identifiers("In-Reply-To"),
        references=head.identifiers("References"),
        sender=next(iter(head.addresses("From")), None),
        reply_to=next(iter(head.addresses("Reply-To")), None),
        to=head.addresses("To"),
        cc=head.addresses("Cc"),
        date=head.moment,
        zone_known=head.zone_known,
        subject=head.line("Subject") or "",
        auto_submitted=head.auto_submitted,
        automatic=head.is_automatic,
        list_id=head.line("List-Id"),
        has_unsubscribe=head.line("List-Unsubscribe") is not None,
        attachments=tuple(attachments),
        source=name,
        is_cut=is_cut,
    )


def _document(body: str, mail: Mail | None, name: str | None, form: str, said: Sequence[str]) -> Document:
    return Document(
        text=body,
        kind="mail",
        asides=set_apart(body),
        mail=mail,
        name=name,
        format=form,
        warnings=tuple(dict.fromkeys(said)),
    )


def _split_head(text: str) -> tuple[dict[str, str], int]:
    fields: dict[str, str] = {}
    place = len(text) - len(text.lstrip())
    last = ""
    while place < len(text):
        end = text.find("\n", place)
        end = len(text) if end < 0 else end
        line = text[place:end]
        match = _FIELD.match(line)
        if not line.strip() or (match is None and not (line[0] in " \t" and last)):
            break
        if match is not None:
            last = match[1].lower()
            fields.setdefault(last, line[match.end() :].strip())
        place = end + 1
    return fields, min(place, len(text))


def _words(part: Part, said: list[str], attachments: list[Attachment]) -> str:
    """Return the words of a mail or of one of its parts: plain text if there is any, else HTML as text."""
    if part.is_multipart() and part.get_content_maintype() != "message":
        parts = cast("list[Part]", part.get_payload())
        if part.get_content_subtype() == "alternative":
            return _alternative(parts, said, attachments)
        each = (_words(inner, said, attachments) for inner in parts)
        return "\n".join(words for words in each if words.strip())
    kind = part.get_content_type()
    file = _file_name(part)
    if kind not in {"text/plain", "text/html"} or file or part.get_content_disposition() == "attachment":
        if not (kind.startswith("image/") and part.get_content_disposition() != "attachment"):
            attachments.append(Attachment(name=one_line(file or "") or None, content_type=kind))
            hint = "; save it and give it to wentwell calendar import" if kind == "text/calendar" else ""
            said.append(f"Attachment not read: {one_line(file or kind)}{hint}")
        return ""
    text = _part_text(part, said)
    if kind == "text/html":
        return html_text(text)
    return _unfold(text, part) if part.get_param("format", "") == "flowed" else text


def _alternative(parts: Sequence[Part], said: list[str], attachments: list[Attachment]) -> str:
    """Return the words of the first form that has any, plain text before HTML; calendars are only named."""
    calendars = [inner for inner in parts if inner.get_content_type() == "text/calendar"]
    for inner in calendars:
        _words(inner, said, attachments)
    rest = [inner for inner in parts if inner not in calendars]
    plain = [inner for inner in rest if inner.get_content_type() != "text/html"]
    refused = ""
    for inner in [*plain, *(other for other in rest if other not in plain)]:
        words = _words(inner, said, attachments)
        if _STUB.search(words[:400]) and len(words) < _STUB_LENGTH:
            refused = refused or words  # "your program cannot show HTML": what is meant stands in the HTML
        elif words.strip():
            return words
    return refused


def _file_name(part: Part) -> str | None:
    try:
        name = part.get_filename()
    except Exception:
        return "a file"  # its name is broken beyond what the standard library reads
    return decoded(name) if name else None


def _part_text(part: Part, said: list[str]) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_param("charset")
    if isinstance(charset, str):
        try:
            return data.decode(charset)
        except (LookupError, ValueError):
            pass
    if not data.strip():
        return ""
    try:
        text, warnings = decode(data)
    except SourceError:
        said.append("A part of the mail could not be read as text and was left out.")
        return ""
    said.extend(warnings)
    return text


def _unfold(text: str, part: Part) -> str:
    """Join the soft line breaks of ``format=flowed`` (RFC 3676), so that sentences are whole again."""
    keeps_space = str(part.get_param("delsp", "no")).lower() != "yes"
    joined: list[str] = []
    flows, depth = False, 0
    for line in text.replace("\r\n", "\n").split("\n"):
        bare = line.lstrip(">")
        quotes = len(line) - len(bare)
        words = bare.removeprefix(" ")
        signature = words == "-- "
        if flows and quotes == depth and not signature:
            joined[-1] += words
        else:
            joined.append(">" * quotes + (" " if quotes else "") + words)
        flows = words.endswith(" ") and not signature
        if flows and not keeps_space:
            joined[-1] = joined[-1][:-1]
        depth = quotes
    return "\n".join(joined)
