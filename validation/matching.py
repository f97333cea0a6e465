"""Do mails find their opportunity? Made-up mailboxes with names and sentences that nothing was fitted on.

    python -m validation matching [--seeds 3] [--variant usual] [--write FILE.mbox]

Each mailbox is gone through as the product does, by date, once with nobody answering what it asks and
once with a user who answers rightly. Counted are the mails that were attached without asking: how many of
them are right (precision), and which share they are of all mails that belong to an opportunity (recall).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from validation.mailbox import Made, Mailbox, Variant, mailbox
from wentwell.matching import Match, Matcher, MatchingModel, match_all, shipped_model

SEED = 81_000
_BINS = (0.0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1.0)


_COUNTS = tuple(
    """mails belong attached right asked asked_of_none offered left merged interviews right_interviews
    with_interview""".split()  # noqa: SIM905
)


@dataclass(slots=True)
class Score:
    """What was counted in one mailbox or several."""

    mails: int = 0
    belong: int = 0
    """To an opportunity that the journal knows."""
    attached: int = 0
    right: int = 0
    asked: int = 0
    asked_of_none: int = 0
    offered: int = 0
    """Of those asked about that belong to an opportunity: it is among the first three choices."""
    left: int = 0
    """Mails that belong to an opportunity and were left alone."""
    merged: int = 0
    """Attached to another role at the right employer."""
    interviews: int = 0
    """Mails attached rightly whose interview was named."""
    right_interviews: int = 0
    """Of these, named rightly."""
    with_interview: int = 0
    """Mails attached rightly that are about an interview."""
    bins: dict[float, list[int]] = field(default_factory=lambda: {low: [0, 0] for low in _BINS[:-1]})
    wrong: list[tuple[Made, Match]] = field(default_factory=list)
    asked_kinds: Counter[str] = field(default_factory=Counter)

    def add(self, made: Made, said: Match, employer: dict[int, str]) -> None:
        """Count one mail."""
        self.mails += 1
        ours = made.opportunity is not None
        self.belong += ours
        if said.opportunity is not None:
            low = max(low for low in _BINS[:-1] if low <= said.confidence)
            self.bins[low][0] += said.opportunity == made.opportunity
            self.bins[low][1] += 1
        if said.verdict == "sure":
            self.attached += 1
            good = said.opportunity == made.opportunity
            self.right += good
            if not good:
                self.wrong.append((made, said))
                same = employer.get(said.opportunity or 0) == employer.get(made.opportunity or -1)
                self.merged += same
            else:
                self.with_interview += made.interview is not None
                self.interviews += said.interview is not None
                self.right_interviews += said.interview is not None and said.interview == made.interview
        elif said.verdict == "ask":
            self.asked += 1
            self.asked_of_none += not ours
            self.offered += ours and made.opportunity in {one.opportunity for one in said.choices[:3]}
            self.asked_kinds[made.kind if ours else f"none/{made.kind}"] += 1
        else:
            self.left += ours

    def join(self, other: Score) -> None:
        """Add another's counts."""
        for name in _COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for low, (good, count) in other.bins.items():
            self.bins[low][0] += good
            self.bins[low][1] += count
        self.wrong += other.wrong
        self.asked_kinds += other.asked_kinds

    @property
    def precision(self) -> float:
        """Share of the attached that are right."""
        return self.right / max(1, self.attached)

    @property
    def recall(self) -> float:
        """Share of the mails of opportunities that were attached rightly."""
        return self.right / max(1, self.belong)

    def told(self) -> str:
        """Return the counts on a line."""
        ours = self.asked - self.asked_of_none
        return (
            f"precision {self.precision:.4f} ({self.right} of {self.attached}), "
            f"recall {self.recall:.3f} (of {self.belong}); "
            f"asked {self.asked / self.mails:.3f} ({self.asked}: {ours} of an opportunity, "
            f"{self.offered} of them among the first three; {self.asked_of_none} of none); "
            f"left alone wrongly {self.left}; other role {self.merged}; interview right "
            f"{self.right_interviews} of {self.interviews} named ({self.with_interview} have one)"
        )


def measure(box: Mailbox, *, answered: bool, model: MatchingModel | None = None) -> Score:
    """Go through a mailbox as the product does.

    Parameters
    ----------
    box : Mailbox
    answered : bool
        Whether a user answers what is asked, at once and rightly.
    model : MatchingModel, optional
        By default the shipped one.
    """
    score = Score()
    matcher = Matcher(box.known, mine=box.mine, model=model or shipped_model())
    if not answered:
        truth = {id(made.message): made for made in box.mails}
        for one in match_all([made.message for made in box.mails], matcher):
            score.add(truth[id(one.message)], one.match, box.firms)
        return score
    for made in box.mails:
        said = matcher.match(made.message)
        if said.verdict == "sure":
            matcher.file(made.message, said.opportunity, said.interview)
        elif said.verdict == "ask":
            matcher.file(made.message, made.opportunity, made.interview if made.opportunity else None)
        score.add(made, said, box.firms)
    return score


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="validation matching", description="Do mails find their opportunity?"
    )
    parser.add_argument("--seeds", type=int, default=3, help="mailboxes of each kind")
    parser.add_argument("--first", type=int, default=SEED, help="the first one's seed")
    parser.add_argument("--side", choices=("fit", "held"), default="held")
    parser.add_argument("--variant", choices=get_args(Variant), action="append")
    parser.add_argument("--which", action="store_true", help="show what was attached wrongly")
    parser.add_argument(
        "--write", type=Path, metavar="FILE", help="write the first mailbox as an .mbox file and stop"
    )
    chosen = parser.parse_args(arguments)
    if chosen.write:
        _write(mailbox(chosen.first, chosen.side, (chosen.variant or ["usual"])[0]), chosen.write)
        return
    for variant in chosen.variant or get_args(Variant):
        made = [mailbox(chosen.first + number, chosen.side, variant) for number in range(chosen.seeds)]
        for answered in (False, True):
            whole = Score()
            for number, box in enumerate(made):
                one = measure(box, answered=answered)
                whole.join(one)
                if variant == "usual":
                    print(f"  seed {chosen.first + number}: {one.told()}", flush=True)
            way = "answered" if answered else "nobody answers"
            print(f"{variant}, {way}, {len(made)} mailboxes: {whole.told()}")
            told = (f"{low:g}+: {good}/{count}" for low, (good, count) in whole.bins.items() if count)
            print(f"  right by stated confidence: {', '.join(told)}")
            print(f"  asked about: {dict(whole.asked_kinds.most_common(12))}")
            if chosen.which:
                for mail, said in whole.wrong:
                    print(f"--- {mail.kind} of {mail.opportunity}, said {said.opportunity}:")
                    print(f"{said.confidence:.4f} {said.why}\n{mail.raw[:700]}")


def _write(box: Mailbox, path: Path) -> None:
    rows = []
    for made in box.mails:
        rows.append(
            "From made@example.org Mon Jan 13 00:00:00 2025\n"
            + made.raw.replace("\nFrom ", "\n>From ")
            + "\n"
        )
    path.write_text("\n".join(rows), encoding="utf-8")
    print(f"{len(box.mails)} mails of {len(box.known)} opportunities in {path}")


if __name__ == "__main__":
    main()
