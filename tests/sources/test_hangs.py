"""Long adversarial inputs come to an end: a parser whose time grows with the square never would."""

import contextlib

import pytest

from wentwell.sources import SourceError, parse

SIZE = 100_000
pytestmark = pytest.mark.timeout(60)  # linear parsers need well under a second, quadratic ones minutes

PATTERNS = [
    *(
        ":",
        "<v ",
        "[",
        "[[",
        ">",
        "> ",
        " ",
        "\t",
        '"',
        "<",
        "&#",
        '{"a":',
        "\x1b]",
        "\x1b[0",
        "00:00 --> ",
        "From: ",
    ),
    *(
        "a: b\n",
        "A: b\nB: c\n",
        "[00:00] A: x\n",
        "A  0:01\nx\n",
        "[A] 10:00:00 x\n",
        "Ann Lee\nhello\n",
        "1\n",
    ),
    *(
        "On 1 wrote:\n",
        "From: a\nTo: b\n",
        "-- \n",
        "Best,\n",
        "Best,\nDana\n\n",
        "Unsubscribe\n",
        "This e-mail is ",
    ),
    *(
        "-----Original Message-----\n",
        "From a\nFrom: b\n\nx\n\n",
        "00:00:01.000 --> 00:00:02.000\nhello there\n",
    ),
]
HEADS = [
    "",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n",
    "From: a@example.org\nSubject: x\n\nHello.\n",
    "<html><body>",
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_long_adversarial_inputs(pattern: str, head: str) -> None:
    data = (head + pattern * (SIZE // max(1, len(pattern)))).encode()
    with contextlib.suppress(SourceError):
        for document in parse(data):
            assert document.text.strip()


def test_a_long_talk_is_read_whole() -> None:
    turns = "".join(
        f"[{n // 60:02d}:{n % 60:02d}] {('Ada', 'Ben')[n % 2]}: {'word ' * 20}\n" for n in range(3000)
    )
    (document,) = parse(turns.encode())
    assert len(document.turns) == 3000
