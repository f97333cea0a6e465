"""Plain checks of English: what would make a reader stumble, and how hard a text is to read."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[^.?!]+[.?!]")
_PRONOUNS = re.compile(r"\b(?:he|she|him|her|hers|his|himself|herself)\b", re.IGNORECASE)
_VOWELS = re.compile(r"[aeiouy]+")
# words whose first letter misleads about their sound
_SOUNDS_LIKE_CONSONANT = ("uni", "use", "usu", "eu", "one", "once", "ut")
_SILENT_H = ("hour", "honest", "honour", "heir")


def faults(text: str) -> list[str]:
    """Return what is wrong with the form of a message: greeting, sentences, sign-off."""
    found: list[str] = []
    greeting, *paragraphs, sign_off = text.strip().split("\n\n")
    if not re.fullmatch(r"(?:(?:Dear|Hello) [^\n,]+|Hello),", greeting):
        found.append(f"greeting: {greeting}")
    if not re.fullmatch(r"[A-Z][a-z]+ [a-z ]*(?:regards|wishes),\n[^\n]+", sign_off):
        found.append(f"sign-off: {sign_off}")
    for paragraph in paragraphs:
        found += _faults_in_paragraph(paragraph)
    for wrong in (
        "  ",
        " ,",
        " .",
        "..",
        ",,",
        ",.",
        "{",
        "}",
        "None",
        " the the ",
        " a the ",
        " your your ",
    ):
        if wrong in text:
            found.append(f"holds {wrong!r}")
    if text.count("[") != text.count("]"):
        found.append("brackets do not pair")
    return found + [f"pronoun {match[0]}" for match in _PRONOUNS.finditer(text)] + _wrong_articles(text)


def _faults_in_paragraph(paragraph: str) -> list[str]:
    sentences = _SENTENCE.findall(re.sub(r"\b(?:Dr|Mr|Ms|Mrs)\.", "Dr", paragraph))
    found: list[str] = []
    if not paragraph.rstrip().endswith((".", "?", "]")):
        found.append(f"no stop: {paragraph}")
    return found + [f"begins small: {sentence}" for sentence in sentences if re.match(r"\s*[a-z]", sentence)]


def _wrong_articles(text: str) -> list[str]:
    found = []
    for article, word in re.findall(r"\b([Aa]n?) ([A-Za-z]\w+)", text):
        low = word.lower()
        vowel = low[0] in "aeiou" and not low.startswith(_SOUNDS_LIKE_CONSONANT)
        vowel = vowel or low.startswith(_SILENT_H)
        if word.isupper():
            vowel = word[0] in "AEFHILMNORSX"
        if vowel != (article.lower() == "an"):
            found.append(f"{article} {word}")
    return found


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text (Kincaid and others 1975): years of school."""
    sentences = max(1, len(re.findall(r"[.?!](?=\s|$)", text)))
    words = re.findall(r"[A-Za-z']+", text)
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    low = word.lower()
    count = len(_VOWELS.findall(low))
    if low.endswith("e") and not low.endswith("le") and count > 1:
        count -= 1
    return max(1, count)
