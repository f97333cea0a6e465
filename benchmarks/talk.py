"""Make a talk and notes of any size, the same for the same seed.

``python benchmarks/talk.py > talk.vtt`` writes the one-hour talk that the benchmarks read.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence

from sentences import (
    ANSWERS,
    BACKCHANNELS,
    CANDIDATE_QUESTIONS,
    CLOSING,
    JOB,
    NOTES,
    PEOPLE,
    PLACES,
    QUESTIONS,
    REACTIONS,
    THINGS,
)

SEED = 20260301
INTERVIEWER, CANDIDATE = "Dana Whitlock", "Robin Castellan"
_LONGEST_CAPTION = 14


def turns(words: int, seed: int = SEED) -> list[tuple[str, str]]:
    """Return a talk of exactly so many words, as speaker and text."""
    rng = random.Random(seed)
    made: list[tuple[str, str]] = []
    left = words
    for speaker, text in _endless(rng):
        spoken = text.split()[:left]
        made.append((speaker, " ".join(spoken)))
        left -= len(spoken)
        if left <= 0:
            break
    return made


def webvtt(words: int = 10_000, minutes: float = 60.0, seed: int = SEED) -> str:
    """Return a talk as WebVTT with voice tags, spread over so many minutes."""
    rng = random.Random(seed + 1)
    captions = [
        (speaker, part, rng.uniform(0.85, 1.15), rng.choice((0.1, 0.2, 0.4, 1.5)))
        for speaker, text in turns(words, seed)
        for part in _parts(text.split())
    ]
    # time runs by words and pauses, stretched so that the last caption ends with the hour
    length = sum(len(part) * pace + pause for _, part, pace, pause in captions)
    stretch = minutes * 60 / length
    lines, clock = ["WEBVTT", ""], 0.0
    for number, (speaker, part, pace, pause) in enumerate(captions, 1):
        start, clock = clock, clock + len(part) * pace * stretch
        lines += [str(number), f"{_time(start)} --> {_time(clock)}", f"<v {speaker}>{' '.join(part)}</v>", ""]
        clock += pause * stretch
    return "\n".join(lines)


def notes(size: int = 100_000, seed: int = SEED) -> str:
    """Return notes of about so many bytes, in paragraphs and lists."""
    rng = random.Random(seed + 2)
    blocks: list[str] = []
    left = size
    while left > 0:
        sentences = _some(NOTES, rng, 3, 8)
        block = "\n".join(f"- {one}" for one in sentences) if rng.random() < 0.4 else " ".join(sentences)
        blocks.append(block)
        left -= len(block) + 2
    return "\n\n".join(blocks)


def _endless(rng: random.Random) -> Iterator[tuple[str, str]]:
    yield INTERVIEWER, "Hi, can you hear me? Good. Thanks for making the time. I lead the team here."
    yield CANDIDATE, "Hello, yes, I can hear you well. Thank you for having me."
    while True:
        for _ in range(rng.randint(3, 6)):
            yield INTERVIEWER, " ".join(_some(REACTIONS, rng, 0, 1) + _some(QUESTIONS, rng, 1, 1))
            yield CANDIDATE, " ".join(_some(BACKCHANNELS, rng, 0, 1) + _some(ANSWERS, rng, 4, 11))
            if rng.random() < 0.3:
                yield INTERVIEWER, " ".join(_some(REACTIONS, rng, 1, 2))
                yield CANDIDATE, " ".join(_some(ANSWERS, rng, 1, 4))
        yield INTERVIEWER, " ".join(_some(JOB, rng, 3, 6))
        yield CANDIDATE, " ".join(_some(BACKCHANNELS, rng, 1, 1) + _some(CANDIDATE_QUESTIONS, rng, 1, 1))
        yield INTERVIEWER, " ".join(_some(JOB, rng, 2, 4))
        yield CANDIDATE, " ".join(_some(BACKCHANNELS, rng, 1, 2))
        yield INTERVIEWER, " ".join(_some(CLOSING, rng, 1, 2))
        yield CANDIDATE, " ".join(_some(ANSWERS, rng, 1, 3))


def _some(bank: Sequence[str], rng: random.Random, least: int, most: int) -> list[str]:
    return [
        sentence.format(
            n=rng.randint(2, 9), thing=rng.choice(THINGS), place=rng.choice(PLACES), who=rng.choice(PEOPLE)
        )
        for sentence in rng.sample(bank, rng.randint(least, most))
    ]


def _parts(words: list[str]) -> Iterator[list[str]]:
    part: list[str] = []
    for word in words:
        part.append(word)
        if len(part) >= _LONGEST_CAPTION or (len(part) > 5 and word[-1] in ".?!"):
            yield part
            part = []
    if part:
        yield part


def _time(seconds: float) -> str:
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000:02}:{whole // 60_000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"


if __name__ == "__main__":
    sys.stdout.write(webvtt())
