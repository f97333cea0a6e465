"""How mail programs introduce what they quote or forward, in the languages they speak."""

from __future__ import annotations

import re


def _one_of(words: str) -> str:
    """Make an alternative of phrases that are parted by bars."""
    return "(?:" + "|".join(part.strip() for part in words.split("|")) + ")"


# The date comes first: "On 3 May Ann Lee wrote:". The first word and the verb, by language.
_DATE_FIRST = (
    ("on", "wrote"),
    ("le", "a écrit"),
    ("am", "schrieb"),
    ("el", "escribió"),
    ("il", "ha scritto"),
    ("op", "schreef"),
    ("em|a", "escreveu"),
    ("den|på|kl", "skrev|skreiv"),
    ("w dniu|dnia", r"napisał\(?a?\)?"),
    ("dne|dňa", r"napsal\(?a?\)?|napísal\(?a?\)?"),
    ("în data", "a scris"),
    ("pada", "menulis"),
    ("vào", "đã viết"),
    ("στις", "έγραψε"),
)
# The verb alone, where the writer comes first or the verb last.
_VERBS = _one_of(
    r"""\bwrote|\ba écrit|\bescribió|\bha scritto|\bescreveu|\bschreef|\bskrev(?: följande)?|\bkirjoitti
    |\bnapisał\(?a?\)?|\bnapsal\(?a?\)?|\ba scris|\bezt írta|\byazdı|\bнаписала?|\bнаписал\(а\)|\bпишет
    |\bнаписав|\bέγραψε|\bđã viết|\bmenulis|写道|寫道|のメール|書きました|작성|كتب|כתב(?:/?ה)?"""
)
_AT_END = _one_of(r":|：|-{2,}") + r"\s*$"

QUOTE = re.compile(r"\s{0,8}>")
"""The mark before each quoted line."""
WROTE = re.compile(
    r"\s*(?:-{2,}\s*)?"
    + _one_of("|".join(rf"(?:{first})\b.*\b(?:{verb})(?!\w).*?" for first, verb in _DATE_FIRST))
    + r"\s*"
    + _AT_END,
    re.IGNORECASE | re.DOTALL,
)
"""The whole of "On ... wrote:", on one line."""
WROTE_BEGINS = re.compile(
    r"\s*(?:-{2,}\s*)?" + _one_of("|".join(first for first, _ in _DATE_FIRST)) + r"\b", re.IGNORECASE
)
WROTE_LAST = re.compile(
    rf".*{_VERBS}\s*{_AT_END}"
    r"|.*[<(][^<>()\s]+@[^<>()\s]+[>)]+\s*schrieb\b.*:\s*$"
    r"|\s*\d{4}-\d{2}-\d{2}\s\d{1,2}:\d{2}\b.*<[^<>\s]+@[^<>\s]+>\s*:\s*$",
    re.IGNORECASE,
)
"""The same with the writer first, or without a verb: trusted only beside an address or above a quote."""
ABOVE_THIS_LINE = re.compile(
    r"\s*\W{0,6}\s*(?:please )?(?:type|write|reply|respond|add)\b.{0,30}\babove (?:this|the) line\b.{0,12}$",
    re.IGNORECASE,
)
_DIVIDING = _one_of(
    r"""original (?:message|e-?mail|appointment)|forwarded (?:message|e-?mail)(?: from [^-_=]{1,60}| follows)?
    |forwarded by [^-_=]{1,60}
    |ursprüngliche nachricht|original-?nachricht|(?:anfang der )?weitergeleiteten? nachricht
    |message d['’]origine|message (?:original|transféré|initial)|début du message (?:réexpédié|transféré)
    |mensaje original|(?:inicio del )?mensaje reenviado|oorspronkelijk bericht|(?:begin )?doorgestuurd bericht
    |messaggio originale|(?:inizio )?messaggio inoltrato|mensagem (?:original|encaminhada|reencaminhada)
    |ursprungligt meddelande|vidarebefordrat meddelande|opprinnelig melding|videresendt melding
    |oprindelig meddelelse|videresendt besked|alkuperäinen viesti|edelleenlähetetty viesti
    |wiadomość oryginalna|oryginalna wiadomość|przekazana wiadomość|původní zpráva|eredeti üzenet
    |mesaj original|orijinal mesaj|исходное сообщение|пересылаемое сообщение|переслане повідомлення
    |原始邮件|原始郵件|转发的邮件|元のメッセージ|転送メッセージ|원본 메시지"""
)
_RULED = r"\s*(?:-{2,}|_{2,}|={2,})?\s*"
DIVIDER = re.compile(rf"{_RULED}(?:begin\s+)?{_DIVIDING}\s*:?{_RULED}$", re.IGNORECASE)
"""A line such as "-----Original Message-----"."""
ORIGINAL = re.compile(
    r"\s*original (?:request|message|e-?mail|enquiry|inquiry|query)\b[^:]{0,80}:", re.IGNORECASE
)
GROUPWISE = re.compile(r"\s*>{2,3}\s?[^>]{3,120}\s?>{2,3}\s*$")
_FROM = _one_of(
    """from|von|de|van|da|fra|från|lähettäjä|od|feladó|expéditeur|remitente|mittente|kimden|от|від
    |发件人|寄件者|差出人|보낸 사람"""
)
_OTHER = _one_of(
    """sent|date|to|cc|bcc|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado(?: el| em)?|para|asunto
    |assunto|fecha|verzonden|aan|onderwerp|data|a|inviato|oggetto|skickat|till|ämne|sendt|dato|til|emne
    |lähetetty|vastaanottaja|aihe|wysłano|do|dw|temat|odesláno|komu|předmět|küldve|címzett|tárgy
    |importance|priority|reply-to|attachments|gönderildi|kime|konu|отправлено|дата|кому|копия|тема
    |发送时间|收件人|抄送|主题|寄件日期|收件者|主旨|送信日時|宛先|件名|보낸 날짜|받는 사람|제목"""
)
SENDER_FIELD = re.compile(rf"\s*\*?{_FROM}\s?[:：]\*?\s?\S", re.IGNORECASE)
OTHER_FIELD = re.compile(rf"\s*\*?{_OTHER}\s?(?::\*?(?:\s|$)|：)", re.IGNORECASE)
HEAD_ON_ONE_LINE = re.compile(
    r"\s*\*?(?:from|von|de|van|da):\*?\s.{3,120}?\s\*?(?:sent|date|gesendet|envoyé|enviado|verzonden|inviato):"
    r"\*?\s.{3,200}?\s\*?(?:subject|betreff|objet|asunto|assunto|onderwerp|oggetto):",
    re.IGNORECASE,
)
"""The head of a quoted mail whose line breaks were lost."""
RULE = re.compile(r"\s*[-_=*–—]{3,}\s*$")
