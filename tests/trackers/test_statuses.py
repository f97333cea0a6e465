"""What the statuses of other trackers mean."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from wentwell.trackers import MEANINGS, meaning_of, words_of


@pytest.mark.parametrize(
    ("name", "statuses"),
    [
        ("saved", ["Wishlist", "Bookmarked", "Applying", "To apply", "Saved", "gemerkt", "À postuler"]),
        ("applied", ["Applied", "📨 Applied", "1. Applied", "Beworben", "Postulé", "Solicitud enviada"]),
        ("screen", ["Phone Screen", "HR screen", "Telefoninterview", "Online Assessment"]),
        ("first", ["Interviewing", "Interview", "1st Interview", "Vorstellungsgespräch", "Entretien"]),
        ("further", ["2nd interview", "Technical interview", "Take-home", "Zweitgespräch"]),
        ("final", ["Final round", "Onsite", "03 - Final Interview"]),
        ("offer", ["Offer", "Negotiating", "Angebot erhalten", "Offre reçue", "Oferta"]),
        ("accepted", ["Accepted", "Offer accepted 🎉", "Hired"]),
        ("declined", ["Offer declined", "Turned down offer"]),
        (
            "refused",
            ["Rejected", "Not Selected", "❌ Rejected", "Absage", "Refusé", "Rechazado", "Auto rejected"],
        ),
        ("withdrawn", ["I Withdrew", "Withdrawn", "Zurückgezogen"]),
        ("no-answer", ["Ghosted", "No Response", "Keine Antwort", "Sans réponse", "Ghosted after 2 weeks"]),
        ("other", ["Archived", "Closed", "Archiviert"]),
    ],
)
def test_statuses_of_trackers(name: str, statuses: list[str]) -> None:
    for status in statuses:
        assert meaning_of(status) == MEANINGS[name], status


def test_of_several_the_furthest_counts() -> None:
    assert meaning_of("Applied, Interview") == MEANINGS["first"]
    assert meaning_of("Rejected; Applied") == MEANINGS["refused"]


@pytest.mark.parametrize(
    "status", ["", "hm", "Declined", "Passed", "Done", "waiting on them", "no offer", "🙂"]
)
def test_words_that_mean_two_things_or_nothing_are_not_guessed(status: str) -> None:
    assert meaning_of(status) is None


def test_the_users_word_goes_before() -> None:
    told = {words_of("Rejected"): MEANINGS["withdrawn"]}
    assert meaning_of("rejected ", told) == MEANINGS["withdrawn"]


@pytest.mark.parametrize("name", ["headings", "statuses"])
def test_each_phrase_means_one_thing_and_is_written_as_it_is_looked_up(name: str) -> None:
    table = tomllib.loads(files("wentwell.trackers").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    counts = Counter(phrase for several in table["phrases"].values() for phrase in several)
    assert [phrase for phrase, count in counts.items() if count > 1] == []
    assert [phrase for phrase in counts if words_of(phrase) != phrase] == []
