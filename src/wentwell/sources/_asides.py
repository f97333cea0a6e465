"""What in a mail is not the sender's own words: quotes, signature, footer, greeting."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wentwell.interview import Aside, AsideKind
from wentwell.sources._quoting import (
    ABOVE_THIS_LINE,
    DIVIDER,
    GROUPWISE,
    HEAD_ON_ONE_LINE,
    ORIGINAL,
    OTHER_FIELD,
    QUOTE,
    RULE,
    SENDER_FIELD,
    WROTE,
    WROTE_BEGINS,
    WROTE_LAST,
)

_HEAD = 400  # only so much of a line is looked at

_GREETING_WORDS = (
    r"(?:hi|hiya|hey|hello|dear|dearest|good (?:morning|afternoon|evening|day)|g'?day|gidday|greetings|"
    r"morning|afternoon|evening|hola|bonjour|salut|hallo|hej|ciao|namaste|kia ora|liebe|lieber|guten tag|"
    r"sehr geehrte[r]?|estimad[oa]|beste|to whom it may concern)"
)
_NAME = r"[^\W\d_a-zà-öø-ÿ][\w'’.-]{0,30}"
_GREETING = re.compile(rf"\s*{_GREETING_WORDS}(?![\w'’])", re.IGNORECASE)
_GREETING_START = re.compile(
    rf"\s*(?i:{_GREETING_WORDS})(?:\s(?i:all|both|there|everyone|team|again|mr|ms|mrs|dr)\b\.?|\s{_NAME}){{0,4}}"
    r"\s?(?:[,!:;]|\s[-–—])(?=\s)"
)
_ADDRESSED = frozenset(
    "all both there everyone everybody team again folks mr mrs ms miss dr sir madam prof".split()  # noqa: SIM905
)
_GREETINGS_TOO = re.compile(r"\s*greetings\b.{0,50}$", re.IGNORECASE)
_NAME_LINE = re.compile(rf"\s*{_NAME}(?:\s{_NAME}){{0,3}}\s?[,:\-–—]\s*$")

_CLOSING = (
    r"(?:(?:with\s)?(?:my\s)?(?:all\s)?(?:the\s)?(?:very\s)?(?:best|kind|kindest|warm|warmest|good)"
    r"(?:\s(?:regards|wishes|greetings))?(?:\sand\s\w+\s\w+)?|all (?:the )?(?:very )?best|"
    r"(?:many |with )?thanks(?:\s(?:again|so much|a million|very much|in advance))?|"
    r"thank you(?:\s(?:again|so much|very much|in advance))?|"
    r"(?:thanks|thank you)(?:\s(?:and|&|,))\s(?:best |kind )?regards|with thanks|with regards|"
    r"cheers|regards|rgds|br|kr|sincerely|sincerely yours|yours|"
    r"yours (?:sincerely|faithfully|truly)|respectfully(?: yours)?|warmly|cordially|fondly|love|"
    r"(?:thank you (?:and|&) )?god bless(?: you)?|"
    r"take care|v/?r|ta|thx|tx|xx?|have a (?:\w+ )?(?:day|weekend|week|evening)|"
    r"(?:speak|talk|see you|until) (?:soon|then)(?: \w+)?|"
    r"(?:mit )?(?:freundlichen|besten|vielen|herzlichen|liebe|viele|beste|schöne) "
    r"(?:grüßen|grüsse|grüße|dank)|"
    r"mfg|mvg|lg|vg|(?:met )?vriendelijke groeten?|groetjes?|groeten|(?:bien )?cordialement|bien à vous|"
    r"(?:un |saludos )?(?:saludo|saludos|cordiales)|atentamente|abrazos|un abrazo|cordiali saluti|"
    r"un cordiale saluto|med vänlig(?:a)? hälsning(?:ar)?|hälsningar|pozdrawiam|ngā mihi|nga mihi|slán)"
)
_CLOSING_LINE = re.compile(
    rf"\s*{_CLOSING}(?:\s?/\s?{_CLOSING}){{0,2}}\s*[,.!\-–—]{{0,2}}\s*$", re.IGNORECASE
)
_CLOSING_WITH_NAME = re.compile(
    rf"(?:^|(?<=[.!?]))\s*(?i:{_CLOSING})\s?[,\-–—]\s?{_NAME}(?:\s{_NAME}){{0,3}}(?:\sx{{1,3}})?\s*\.?\s*$"
)
_DASHES = re.compile(r"--\s?$")
_DEVICE = re.compile(
    r"\s*(?:(?:sent|send) (?:from|via|with) |get outlook for |von meinem |envoyé de(?:puis)? |"
    r"enviado desde |verstuurd vanaf |skickat från ).{1,60}$",
    re.IGNORECASE,
)
_SIGN = re.compile(
    rf"\s*(?:[-–—/~]{{1,2}}\s?)?(?:{_NAME}|(?:[^\W\d_]\.?\s?){{1,2}})"
    rf"(?:\s(?:{_NAME}|of|and|&|the|de|da|van|von|for|at|in|@|[-–|])){{0,6}}"
    rf"(?:,\s[A-Z][A-Za-z.]{{1,5}})*(?:\s\([a-z]{{1,6}}/[a-z/]{{1,12}}\))?(?:\sx{{1,3}})?\.?\s*$"
)
_NOT_A_SIGN = re.compile(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|yes|no|ok|okay|great|"
    r"congratulations|congrats|sorry|unfortunately|see|good|perfect|noted|confirmed|done|received|thanks|"
    r"please|welcome|well done|sure|agreed|offer|rejected)\b",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(r"\s*p\.?\s?p?\.?\s?s\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.?!…]\s*$")
_OPENS_FOOTER = re.compile(
    r"\s*\W{0,4}(?:(?:legal |confidentiality |important )?(?:disclaimer|confidentiality|notice)\b\s*:?|"
    r"(?:this|the (?:contents of|information (?:contained )?in) this) (?:e-?mail|message|communication|"
    r"transmission)(?: message)?(?: \([^)]{1,60}\))?"
    r"(?: and(?: any)? (?:its )?(?:attachments?|files)[^.]{0,60})? "
    r"(?:is|are|was|were|may|contains?|has been|have been)\b|"
    r"caution\s*:?\s*(?:this (?:e-?mail|message)|external)|\[?external\]?\s*(?:e-?mail|sender|message)?\s*:|"
    r"please consider the environment|think before you print|privileged and confidential|"
    r"this is an? (?:automated|automatic|system|auto)|this mailbox is|(?:please )?do not reply\b)",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"confidential|privileged|intended (?:solely |only )?for the|intended recipient|"
    r"received (?:it|this) in error|unsubscribe|opt[- ]out|privacy (?:policy|notice)|"
    r"(?:manage|update) (?:your )?(?:preferences|subscription)|"
    r"terms (?:of (?:use|service)|and conditions)|registered (?:in|office|charity|company|number)|"
    r"company (?:no|number|reg)\b|\bvat (?:no|reg|number)|all rights reserved|©|\(c\) 20[0-9]{2}|"
    r"authorised and regulated|equal opportunit|consider the environment|before printing|"
    r"do not reply to this|replies to this (?:address|e-?mail|mailbox)|not monitored|"
    r"(?:automated|automatically generated|system[- ]generated|auto-generated) "
    r"(?:message|e-?mail|notification)|"
    r"\bpowered by\b|you (?:are receiving|received|have received) this|view (?:this|in) .{0,20}browser|"
    r"employment (?:agency|business)|does not charge any|no liability|viruses|"
    r"secure document exchange|regulated by|unclassified|mailbox is (?:not )?monitored|do not reply\b|"
    r"may be monitored|does not discriminate|(?:personal (?:information|data)) (?:is|are) processed|"
    r"data protection|e-?mail preferences",
    re.IGNORECASE,
)


_SURE_FOOTER = re.compile(
    r"unsubscribe|©|all rights reserved|\bpowered by\b|not monitored|"
    r"registered (?:in england|office|charity)|"
    r"(?:automated|automatically generated|system[- ]generated|auto-generated) "
    r"(?:message|e-?mail|notification)",
    re.IGNORECASE,
)
_LONGEST_SIGNATURE = 12  # lines


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int

    @property
    def filled(self) -> bool:
        return bool(self.text.strip())

    @property
    def head(self) -> str:
        return self.text[:_HEAD]

    @property
    def first(self) -> int:
        """Where the first character stands that is no space."""
        return self.start + len(self.text) - len(self.text.lstrip())

    @property
    def last(self) -> int:
        return self.start + len(self.text.rstrip())


def set_apart(text: str) -> tuple[Aside, ...]:
    """Find what in a mail's text is not the sender's own words.

    Quoted mails, the signature with its sign-off, the footer (legal, registration, unsubscribe) and the
    greeting are set apart; the rest is the sender speaking. Never is everything of one's own set apart.

    Parameters
    ----------
    text : str
        The body of a mail.

    Returns
    -------
    tuple of Aside
        Spans of this very text, in order and without overlap.
    """
    lines = _lines(text)
    quoted = _quoted(lines)
    own = [index for index, line in enumerate(lines) if line.filled and index not in quoted]
    marked: dict[int, AsideKind] = dict.fromkeys(quoted, "quoted")
    aside = _greeting(lines, own) | _ending(lines, _last_run(own, quoted))
    if len(aside) == len(own):  # a mail of nothing but a notice, or a lone "Thanks!", is what was said
        aside = {index: kind for index, kind in aside.items() if kind != "footer"}
    if len(aside) == len(own):
        aside = {}
    spans = _spans(lines, marked | aside)
    rest = [index for index in own if index not in aside]
    spans += _within_lines(lines, rest) if rest else []
    return tuple(sorted(spans, key=lambda span: span.start))


def _lines(text: str) -> list[_Line]:
    lines, place = [], 0
    for line in text.split("\n"):
        lines.append(_Line(line, place))
        place += len(line) + 1
    return lines


def _spans(lines: Sequence[_Line], kinds: Mapping[int, AsideKind]) -> list[Aside]:
    """Make one span of each run of lines of one kind; blank lines do not end a run."""
    runs: list[tuple[AsideKind, int, int]] = []
    broken = True
    for index, line in enumerate(lines):
        if not line.filled:
            continue
        kind = kinds.get(index)
        if kind is not None:
            if runs and not broken and runs[-1][0] == kind:
                runs[-1] = (kind, runs[-1][1], line.last)
            else:
                runs.append((kind, line.first, line.last))
        broken = kind is None
    return [Aside(start=start, end=end, kind=kind) for kind, start, end in runs]


def _quoted(lines: Sequence[_Line]) -> set[int]:
    quoted: set[int] = set()
    spoken = False  # the sender has said something above
    index = 0
    while index < len(lines):
        line = lines[index]
        size, to_end = _quote_head(lines, index)
        if size:
            if index and RULE.match(lines[index - 1].head):
                quoted.add(index - 1)
            # A mail that is nothing but a forwarded one: only its head is set apart.
            stop = len(lines) if to_end and spoken else index + size
            quoted.update(range(index, stop))
            index = stop
            continue
        if QUOTE.match(line.head):
            quoted.add(index)
        elif line.filled and not RULE.match(line.head):
            spoken = True
        index += 1
    return quoted


def _quote_head(lines: Sequence[_Line], index: int) -> tuple[int, bool]:
    """Return how many lines here introduce a quoted mail, and whether all that follows is quoted."""
    head = lines[index].head
    if GROUPWISE.match(head) or ORIGINAL.match(head):
        return 1, True
    if DIVIDER.match(head):
        after = index + 1
        while after < len(lines) - 1 and not lines[after].filled:
            after += 1
        size = _fields_from(lines, after)
        return (after - index + size if size else 1), True
    if ABOVE_THIS_LINE.match(head) or HEAD_ON_ONE_LINE.match(head):
        return 1, True
    if SENDER_FIELD.match(head) and (size := _fields_from(lines, index)) >= 3:
        return size, True
    size = _wrote_lines(lines, index)
    if size:
        after = index + size
        while after < len(lines) and not lines[after].filled:
            after += 1
        return size, after < len(lines) and not QUOTE.match(lines[after].head)
    return 0, False


def _wrote_lines(lines: Sequence[_Line], index: int) -> int:
    """Return over how many lines "On ... wrote:" goes here; 0 if it does not stand here."""
    head = lines[index].head
    if WROTE_BEGINS.match(head):
        for size in (1, 2, 3):
            joined = " ".join(line.head for line in lines[index : index + size])
            if WROTE.match(joined) and (re.search(r"[0-9@<]", joined) or _is_quote_at(lines, index + size)):
                return size
    for size in (1, 2):
        joined = " ".join(line.head for line in lines[index : index + size])
        # A sentence of the sender's own may end like this: what is quoted below makes it an introduction.
        if WROTE_LAST.match(joined) and ("@" in joined or _is_quote_at(lines, index + size)):
            return size
    return 0


def _is_quote_at(lines: Sequence[_Line], index: int) -> bool:
    while index < len(lines) and not lines[index].filled:
        index += 1
    return index < len(lines) and QUOTE.match(lines[index].head) is not None


def _fields_from(lines: Sequence[_Line], index: int) -> int:
    size = 0
    while index + size < len(lines) and size < 12:
        head = lines[index + size].head
        if not (SENDER_FIELD.match(head) or OTHER_FIELD.match(head)):
            break
        size += 1
    return size


def _last_run(own: Sequence[int], quoted: set[int]) -> list[int]:
    """Return the sender's lines after the last quote that has some after it."""
    run: list[int] = []
    for index in own:
        if run and any(between in quoted for between in range(run[-1] + 1, index)):
            run = []
        run.append(index)
    return run


def _greeting(lines: Sequence[_Line], own: Sequence[int]) -> dict[int, AsideKind]:
    if not own or not _is_greeting(lines[own[0]].head):
        return {}
    greeting: dict[int, AsideKind] = {own[0]: "greeting"}
    if len(own) > 2 and _GREETINGS_TOO.match(lines[own[1]].head):
        greeting[own[1]] = "greeting"
    return greeting


def _is_greeting(line: str) -> bool:
    match = _GREETING.match(line)
    if match is None:
        return _NAME_LINE.match(line) is not None
    names = line[match.end() :].strip().rstrip(",!:;.-–— ").split()
    plain = [word for word in names if word[0].islower() and word.strip(".,").lower() not in _ADDRESSED]
    return len(names) <= 5 and (not plain or (len(names) == 1 and line.rstrip()[-1] in ",!:-"))


def _ending(lines: Sequence[_Line], run: Sequence[int]) -> dict[int, AsideKind]:
    """Find signature and footer in the sender's last run of lines."""
    begin = _signature_begin(lines, run)
    ending: dict[int, AsideKind] = {}
    legal = False
    paragraph = -1
    for place, index in enumerate(run):
        line = lines[index]
        new_paragraph = place == 0 or run[place - 1] != index - 1
        paragraph += new_paragraph
        after = begin is not None and place >= begin
        if _POSTSCRIPT.match(line.head):
            begin, legal = None, False
            continue
        if _OPENS_FOOTER.match(line.head) and len(run) > 1:
            legal = True
        else:
            legal = legal and (after or not new_paragraph or _closes(lines, run, place))
        closes = bool(paragraph) and _closes(lines, run, place)
        if legal or (after and _FOOTER.search(line.head)) or closes:
            ending[index] = "footer"
        elif after and not _is_prose(line.text):
            ending[index] = "signature"
        else:
            begin = None if after else begin
    return ending


def _closes(lines: Sequence[_Line], run: Sequence[int], place: int) -> bool:
    """Tell whether from here on there are only lines of a footer."""
    if len(run) - place > _LONGEST_SIGNATURE:
        return False
    return all(_SURE_FOOTER.search(lines[index].head) for index in run[place:])


def _signature_begin(lines: Sequence[_Line], run: Sequence[int]) -> int | None:
    for place, index in enumerate(run):
        line = lines[index]
        closes = (
            _CLOSING_LINE.match(line.head)
            or _CLOSING_WITH_NAME.match(line.head)
            or _is_unknown_closing(lines, run, place)
        )
        if _DASHES.match(line.text) and place:
            return place
        if (closes or _DEVICE.match(line.head)) and _only_signature(lines, run, place + 1):
            before = run[place - 1] if place else None
            if not closes and before is not None and before == index - 1 and _is_sign(lines[before].head):
                return place - 1
            return place
    return _name_begin(lines, run)


def _is_unknown_closing(lines: Sequence[_Line], run: Sequence[int], place: int) -> bool:
    """Tell whether a few words and a comma stand above a name, in whatever language."""
    line = lines[run[place]].head.strip()
    begins = place > 0 and run[place - 1] != run[place] - 1
    few = line.endswith(",") and len(line.split()) <= 5 and len(line) <= 40
    return few and begins and place + 1 < len(run) and _is_sign(lines[run[place + 1]].head)


def _only_signature(lines: Sequence[_Line], run: Sequence[int], begin: int) -> bool:
    """Tell whether the lines after a sign-off are a signature, up to a postscript or a footer."""
    rest = run[begin : begin + _LONGEST_SIGNATURE + 1]
    if len(rest) > 1 and _is_sign(lines[rest[0]].head) and rest[1] != rest[0] + 1:
        return True  # a sign-off, a name, and a gap: what follows is judged line by line
    for index in rest:
        line = lines[index]
        if _POSTSCRIPT.match(line.head) or _OPENS_FOOTER.match(line.head):
            return True
        if _is_prose(line.text) and not _FOOTER.search(line.head):
            return False
    return len(rest) <= _LONGEST_SIGNATURE


def _name_begin(lines: Sequence[_Line], run: Sequence[int]) -> int | None:
    """Find a signature without a sign-off: a last paragraph that begins with a name."""
    end = len(run)
    while end and (_FOOTER.search(lines[run[end - 1]].head) or _OPENS_FOOTER.match(lines[run[end - 1]].head)):
        end -= 1
    begin = end - 1
    while begin > 0 and run[begin - 1] == run[begin] - 1:
        begin -= 1
    if begin <= 0 or end - begin > _LONGEST_SIGNATURE // 2:
        return end - 1 if end > 1 and _follows_sentence(lines, run, end - 1) else None
    if _is_sign(lines[run[begin]].head) and not any(_is_prose(lines[index].text) for index in run[begin:end]):
        alone = begin > 1 and _is_sign(lines[run[begin - 1]].head) and run[begin - 2] != run[begin - 1] - 1
        return begin - 1 if alone and run[begin] != run[begin - 1] + 1 else begin
    return end - 1 if _follows_sentence(lines, run, end - 1) else None


def _follows_sentence(lines: Sequence[_Line], run: Sequence[int], place: int) -> bool:
    before, line = lines[run[place - 1]], lines[run[place]]
    return _is_sign(line.head) and _SENTENCE.search(before.text[-8:]) is not None


def _is_sign(line: str) -> bool:
    return len(line) <= 80 and _SIGN.match(line) is not None and _NOT_A_SIGN.search(line) is None


def _is_prose(line: str) -> bool:
    words = line.split()
    return len(line) > 100 or (len(words) > 5 and _SENTENCE.search(line[-8:]) is not None)


def _within_lines(lines: Sequence[_Line], rest: Sequence[int]) -> list[Aside]:
    """Find a greeting or a sign-off that shares its line with the sender's words."""
    spans: list[Aside] = []
    first, last = lines[rest[0]], lines[rest[-1]]
    begin = _GREETING_START.match(first.head)
    if begin is not None and first.text[begin.end() :].strip():
        spans.append(Aside(start=first.first, end=first.start + begin.end(), kind="greeting"))
    offset = max(0, len(last.text) - 120)
    end = _CLOSING_WITH_NAME.search(last.text[offset:])
    if end is not None and last.text[: offset + end.start()].strip():
        place = last.start + offset + end.start()
        place += len(end[0]) - len(end[0].lstrip())
        if not (len(rest) == 1 and spans and place <= spans[0].end):
            spans.append(Aside(start=place, end=last.last, kind="signature"))
    return spans
