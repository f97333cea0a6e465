"""Mails: single ones, mailboxes, and mail text pasted with its head lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from wentwell.interview import Document, Mail
from wentwell.sources._asides import set_apart
from wentwell.sources._decoding import clean, decode, one_line
from wentwell.sources._error import SourceError
from wentwell.sources._html import html_text

if TYPE_CHECKING:
    from email.message import EmailMessage

_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60}):(?=\s|$)[ \t]*")
_MBOX_FROM = re.compile(rb"From [^\r\n]{1,200}\r?\n(?=[A-Za-z][A-Za-z0-9-]{0,60}:|>From )")
_MBOX_NEXT = re.compile(rb"(?:\r?\n)\r?\n(?=From [^\r\n]{1,200}\r?\n(?:[A-Za-z][A-Za-z0-9-]{0,60}:|>From ))")
_ESCAPED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_MIME_FIELDS = frozenset(
    """mime-version content-type content-transfer-encoding received message-id return-path delivered-to
    dkim-signature arc-seal x-received""".split()  # noqa: SIM905
)
_PARTNER_FIELDS = frozenset({"to", "subject", "date", "sent", "cc", "message-id", "received", "reply-to"})
_DATE_FORMS = (
    "%A, %B %d, %Y %I:%M %p",
    "%a, %b %d, %Y %I:%M %p",
    "%a, %b %d, %Y at %I:%M %p",
    "%B %d, %Y at %I:%M %p",
    "%A %d %B %Y %H:%M",
    "%A, %d %B %Y %H:%M",
    "%a, %d %b %Y at %H:%M",
    "%d %B %Y %H:%M",
    "%d %b %Y at %H:%M",
)
_LONGEST_FIELD = 4000  # the standard library's field parser is slow on absurdly long ones
_NO_ZONE = "The mail's date names no time zone; it was taken as UTC."


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
            document = parse_eml(_ESCAPED_FROM.sub(rb"\1", message), label, "mbox")
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
    from email import policy
    from email.parser import BytesParser

    message = BytesParser(policy=policy.default).parsebytes(data.lstrip(b"\xef\xbb\xbf\r\n"))
    said: list[str] = []
    body = clean(_words(message, said)).strip("\n")
    if not body.strip():
        raise SourceError("this mail has no words (only attachments?); paste its text into a .txt file")
    mail = _mail(lambda field: _field(message, field), said)
    return _document(body, mail, name, form, said)


def parse_pasted(text: str, name: str | None, warnings: Sequence[str] = ()) -> Document:
    """Read mail text pasted with its ``From:`` and ``Subject:`` lines above."""
    fields, begin = _split_head(text)
    body = text[begin:].strip("\n")
    if not body.strip():
        raise SourceError("this mail has no words below its head lines; paste its text too")
    said = list(warnings)
    mail = _mail(lambda field: [fields[field.lower()]] if field.lower() in fields else [], said)
    return _document(body, mail, name, "mail", said)


def parse_body(text: str, name: str | None, form: str, warnings: Sequence[str] = ()) -> Document:
    """Make a mail of its bare text."""
    return _document(text.strip("\n"), None, name, form, warnings)


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


def _mail(fields: Callable[[str], list[str]], said: list[str]) -> Mail:
    def first(name: str) -> str | None:
        values = fields(name)
        return one_line(values[0]) or None if values else None

    submitted = (first("Auto-Submitted") or "no").split(";")[0].strip().lower()
    precedence = (first("Precedence") or "").lower()
    automatic = (
        submitted != "no"
        or any(fields(name) for name in ("X-Autoreply", "X-Autorespond", "X-Autogenerated"))
        or precedence in {"bulk", "junk", "list", "auto_reply", "auto-reply"}
    )
    return Mail(
        sender=first("From"),
        recipients=tuple(one_line(value) for value in [*fields("To"), *fields("Cc")] if one_line(value)),
        subject=first("Subject"),
        date=_moment(first("Date") or first("Sent"), said),
        message_id=first("Message-ID"),
        in_reply_to=first("In-Reply-To"),
        automatic=automatic,
    )


def _moment(written: str | None, said: list[str]) -> str | None:
    from email.utils import parsedate_to_datetime

    if not written:
        return None
    moment: datetime | None = None
    for form in _DATE_FORMS:  # first, for the standard library reads "4:20 PM" as 4:20
        try:
            moment = datetime.strptime(written[:100], form)  # noqa: DTZ007 (the zone is set below)
        except ValueError:
            continue
        break
    if moment is None:
        try:
            moment = parsedate_to_datetime(written[:100])
        except (ValueError, TypeError, IndexError, OverflowError):
            said.append(f"The mail's date could not be read: {written[:100]}")
            return None
    if moment.tzinfo is None:
        said.append(_NO_ZONE)
        moment = moment.replace(tzinfo=UTC)
    try:
        return moment.isoformat()
    except (ValueError, OverflowError):
        return None


def _field(message: EmailMessage, name: str) -> list[str]:
    """Return the values of a field; as written where the standard library fails on them."""
    raw = [str(value) for key, value in message.raw_items() if key.lower() == name.lower()]
    if any(len(value) > _LONGEST_FIELD for value in raw):
        return raw
    try:
        return [str(value) for value in message.get_all(name, [])]
    except Exception:
        # The field parser of the standard library raises many kinds of errors on broken fields.
        return raw


def _words(part: EmailMessage, said: list[str]) -> str:
    """Return the words of a mail or of one of its parts: plain text if there is any, else HTML as text."""
    if part.is_multipart() and part.get_content_maintype() != "message":
        parts = cast("list[EmailMessage]", part.get_payload())
        if part.get_content_subtype() == "alternative":
            plain = [inner for inner in parts if inner.get_content_type() != "text/html"]
            for inner in [*plain, *(other for other in parts if other not in plain)]:
                words = _words(inner, said)
                if words.strip():
                    return words
            return ""
        return "\n".join(words for words in (_words(inner, said) for inner in parts) if words.strip())
    kind = part.get_content_type()
    file = _file_name(part)
    if kind not in {"text/plain", "text/html"} or file or part.get_content_disposition() == "attachment":
        if not (kind.startswith("image/") and part.get_content_disposition() != "attachment"):
            hint = "; save it and give it to wentwell calendar import" if kind == "text/calendar" else ""
            said.append(f"Attachment not read: {one_line(file or kind)}{hint}")
        return ""
    text = _part_text(part, said)
    if kind == "text/html":
        return html_text(text)
    return _unfold(text, part) if part.get_param("format", "") == "flowed" else text


def _file_name(part: EmailMessage) -> str | None:
    try:
        return part.get_filename()
    except Exception:
        return "a file"  # its name is broken beyond what the standard library reads


def _part_text(part: EmailMessage, said: list[str]) -> str:
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


def _unfold(text: str, part: EmailMessage) -> str:
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
