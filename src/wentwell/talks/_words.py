"""What was said, put right: a line corrected, a turn cut in two. What is tied to words moves with them."""

from __future__ import annotations

from wentwell.correcting._places import exact_places, typed_places
from wentwell.interview import Correction, Document, Evidence, Interview, Turn
from wentwell.reading._typed import turn_of


def reworded(interview: Interview, document: str, turn: int, words: str) -> Interview:
    """Return an interview in which a turn of a talk has other words.

    Corrections and evidence on words that stand still move with them. A correction whose words are gone
    stays as it is and changes nothing (`wentwell.correcting.fitted` gives ``None`` for it); evidence whose
    words are gone is left out. Assess the interview again to see what the words say now.

    Parameters
    ----------
    interview : Interview
    document : str
        The name of the talk.
    turn : int
        The index of the turn.
    words : str
        What was really said.

    Raises
    ------
    ValueError
        If there is no such talk or turn, or if no words are given.
    """
    talk = _named(interview, document)
    old, words = _turn(talk, turn), words.replace("\r\n", "\n").strip()
    if not words:
        raise ValueError("a turn needs words; write what was said")
    more = len(words) - (old.end - old.start)

    def shifted(place: int, one: Turn) -> Turn:
        if place < turn:
            return one
        start = one.start if place == turn else one.start + more
        return one.model_copy(update={"start": start, "end": one.end + more})

    return with_document(
        interview,
        talk.model_copy(
            update={
                "text": talk.text[: old.start] + words + talk.text[old.end :],
                "turns": tuple(shifted(place, one) for place, one in enumerate(talk.turns)),
            }
        ),
    )


def cut(document: Document, turn: int, words: str) -> Document:
    """Return a talk in which a turn is two: the second begins with some words of it.

    No word changes. When the second begins is not known, so it has no time.

    Parameters
    ----------
    document : Document
    turn : int
        The index of the turn.
    words : str
        The words with which the second begins, as they stand there.

    Raises
    ------
    ValueError
        If there is no such turn, or if the words do not stand in it, or stand at its beginning or in
        several places.
    """
    whole = _turn(document, turn)
    said = document.words(whole)
    places = [start for start, _ in typed_places(said, words)]
    if not places:
        raise ValueError("these words do not stand in this turn; copy them exactly as they stand there")
    if len(places) > 1:
        raise ValueError(f"these words stand in {len(places)} places of this turn; give more of them")
    first = said[: places[0]].rstrip()
    if not first.strip():
        raise ValueError("the turn begins with these words already; choose the whole turn instead")
    halves = (
        whole.model_copy(update={"end": whole.start + len(first), "until": None}),
        whole.model_copy(update={"start": whole.start + places[0], "at": None}),
    )
    return document.model_copy(
        update={"turns": (*document.turns[:turn], *halves, *document.turns[turn + 1 :])}
    )


def with_document(interview: Interview, document: Document) -> Interview:
    """Return an interview with another state of one of its documents, known by its name.

    What is tied to words of it moves to where these stand now.

    Raises
    ------
    ValueError
        If the interview has no document of this name.
    """
    change = _Change(_named(interview, str(document.name)).text, document)
    return interview.model_copy(
        update={
            "documents": tuple(document if one.name == document.name else one for one in interview.documents),
            "corrections": tuple(map(change.correction, interview.corrections)),
            "evidence": tuple(
                moved for moved in map(change.evidence, interview.evidence) if moved is not None
            ),
        }
    )


class _Change:
    """One stretch of a text that has become another; what stands before and after it is the same."""

    def __init__(self, old: str, document: Document) -> None:
        new = document.text
        self._old, self._new, self._document = old, new, document
        most = min(len(old), len(new))
        before = next((place for place in range(most) if old[place] != new[place]), most)
        after = next(
            (place for place in range(most - before) if old[-1 - place] != new[-1 - place]), most - before
        )
        self._before, self._after = before, len(old) - after
        self._more = len(new) - len(old)

    def correction(self, one: Correction) -> Correction:
        """Return a correction where its words stand now; as it is if they are gone."""
        if one.document != self._document.name:
            return one
        span = self._moved(one.start, one.end, one.quote)
        return one if span is None else one.model_copy(update={"start": span[0], "end": span[1]})

    def evidence(self, one: Evidence) -> Evidence | None:
        """Return evidence where its words stand now; ``None`` if they are gone, or run over turns."""
        if one.document != self._document.name:
            return one
        span = self._moved(one.start, one.end, one.quote)
        if span is None:
            return None
        place = turn_of(self._document, *span)
        if place is None:
            return None if self._document.turns else one.model_copy(update={"start": span[0], "end": span[1]})
        turn = self._document.turns[place]
        return one.model_copy(
            update={"start": span[0], "end": span[1], "turn": place, "role": turn.role, "at": turn.at}
        )

    def _moved(self, start: int, end: int, quote: str) -> tuple[int, int] | None:
        if self._old[start:end] != quote:
            return None
        if end <= self._before:
            return start, end
        if start >= self._after:
            return start + self._more, end + self._more
        # the words run into what changed: they may stand there still, a little aside
        first = max(0, self._before - len(quote))
        near = self._new[first : self._after + self._more + len(quote)]
        places = exact_places(near, quote)
        return (first + places[0][0], first + places[0][1]) if len(places) == 1 else None


def _named(interview: Interview, name: str) -> Document:
    for one in interview.documents:
        if one.name == name and one.kind != "answers":
            return one
    raise ValueError(f"the interview has no document {name!r}")


def _turn(document: Document, place: int) -> Turn:
    if not 0 <= place < len(document.turns):
        raise ValueError("there is no such turn in this talk; look at it again")
    return document.turns[place]
