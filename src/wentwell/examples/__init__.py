"""Three made-up interviews, to see wentwell work: one warm, one dry, one friendly that leads nowhere.

People, firms and words are invented. Each folder holds what a candidate might have: notes, a transcript,
a mail, and the circumstances as JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wentwell.interview import Interview


@dataclass(frozen=True, slots=True)
class Demo:
    """A made-up interview and the day on which its candidate asks how it went."""

    name: str
    """What to call it on the command line, and its folder."""
    title: str
    story: str
    """What happened, in one sentence."""
    interview: Interview
    """With documents, context, gut and feeling; nothing is read yet."""
    today: date


@dataclass(frozen=True, slots=True)
class _Told:
    """What the files of a demo cannot say themselves."""

    name: str
    title: str
    story: str
    employer: str
    job: str
    documents: tuple[str, ...]
    feeling: str
    gut: float
    today: date


_TOLD = (
    _Told(
        name="warm-startup",
        title="A warm startup call",
        story="A founder who is warm to everybody sells his firm for forty minutes, and Elena is delighted.",
        employer="Hazelpost",
        job="Customer operations lead",
        documents=("call.vtt", "notes.txt"),
        feeling="delighted",
        gut=0.75,
        today=date(2026, 3, 5),
    ),
    _Told(
        name="dry-panel",
        title="A dry corporate panel that went well",
        story="Three people read out their questions and nobody smiles, so Nadia believes that it is over.",
        employer="Norvane",
        job="Data analyst, claims reporting",
        documents=("notes.md", "transcript.txt"),
        feeling="flat",
        gut=0.25,
        today=date(2026, 3, 10),
    ),
    _Told(
        name="friendly-no",
        title="A friendly talk that leads nowhere",
        story="Coffee, dogs and a hug, but hardly a question and no next step; a polite mail comes late.",
        employer="Harbour & Pine",
        job="Marketing manager",
        documents=("notes.txt", "reply.eml"),
        feeling="happy",
        gut=0.80,
        today=date(2026, 3, 26),
    ),
)


def demos() -> tuple[Demo, ...]:
    """Return the made-up interviews, their documents loaded as a user's own files would be."""
    return tuple(_demo(told) for told in _TOLD)


def _demo(told: _Told) -> Demo:
    from wentwell.interview import Context, Interview, Opportunity
    from wentwell.sources import load

    with as_file(files(__name__) / told.name) as folder:
        interview = Interview(
            opportunity=Opportunity(employer=told.employer, job=told.job),
            context=Context.model_validate_json((folder / "context.json").read_bytes()),
            documents=tuple(load(folder / name) for name in told.documents),
            feeling=told.feeling,
            gut=told.gut,
        )
    return Demo(told.name, told.title, told.story, interview, told.today)
