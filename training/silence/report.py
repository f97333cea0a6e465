"""What came out: the parameters as TOML, a table and a plot."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import numpy as np
from scipy.special import ndtr

from training.silence import priors
from training.silence.data import STAGES, Calendar, Told, Waited

MOST = 2.0
"""Most that a silence takes, in log-odds (judgement)."""
DELAY_MOST = 0.12
"""Most that the delay of a word adds or takes: what a prompt answer is worth (judgement)."""
CLOCK = {"startup": (0.7, 0.20), "public": (2.2, 0.50)}
"""Employers of whom no source tells: the elicited pace, and a judgement of its spread."""
_DAYS = (3, 7, 14, 21, 30)
_NAMES = {
    "a_median": "days to a word, if they go on (median)",
    "r_median": "days to a word, if refused and told (median)",
    "sigma": "spread of the log of the days at one employer",
    "ghost": "share of refusals never told",
}
_STAGE_NAMES = {"screen": "screen", "first": "first round", "late": "later rounds"}

Draws = dict[str, np.ndarray]


@dataclass(frozen=True)
class Fits:
    """Draws by each source alone and by both, and how much there is of each source."""

    told: Draws
    logs: Draws
    both: Draws
    told_n: int
    logs_n: int


def _within(total: np.ndarray) -> np.ndarray:
    """Return the spread at one employer, of that over many."""
    return np.sqrt(np.maximum(total**2 - priors.EMPLOYER_SPEED_SD**2, 0.01))


def _of(draws: Draws, name: str, place: int) -> np.ndarray:
    return _within(draws["total"][:, place]) if name == "sigma" else draws[name][:, place]


def _prior(name: str, stage: str) -> tuple[float, float]:
    """Return the elicited value, and its standard deviation on its own scale, near enough."""
    value = getattr(priors, name.upper())[stage]
    if name == "sigma":
        return value, priors.SIGMA_SD * priors.TOTAL[stage] ** 2 / value
    together, apart = {"a_median": priors.A_SD, "r_median": priors.R_SD, "ghost": priors.GHOST_SD}[name]
    scale = value * (1 - value) if name == "ghost" else value
    return value, scale * sqrt(together**2 + apart**2)


def _said(name: str, stage: str) -> tuple[bool, bool]:
    """Whether told delays and logs say something of a number themselves."""
    return stage == "late" and name != "ghost", True


def estimate(fits: Fits, name: str, stage: str) -> dict[str, float]:
    """Return a number's prior, what each source alone makes of it, and the result."""
    place = STAGES.index(stage)
    prior, prior_sd = _prior(name, stage)
    both = _of(fits.both, name, place)
    row = {"value": both.mean(), "sd": both.std(), "prior": prior, "prior_sd": prior_sd}
    for source, said in zip(("told", "logs"), _said(name, stage), strict=True):
        if said:
            drawn = _of(getattr(fits, source), name, place)
            row |= {source: drawn.mean(), f"{source}_sd": drawn.std()}
    return {key: round(float(number), 3) for key, number in row.items()}


def _clock(fits: Fits) -> dict[str, dict[str, float]]:
    large, told = fits.both["clock"], fits.told["clock"]
    rows = {
        "large": {
            "value": large.mean(),
            "sd": large.std(),
            "prior": priors.CLOCK_LARGE,
            "prior_sd": priors.CLOCK_LARGE * priors.CLOCK_SD,
            "told": told.mean(),
            "told_sd": told.std(),
        }
    }
    rows |= {
        name: {"value": value, "sd": sd, "prior": value, "prior_sd": sd}
        for name, (value, sd) in CLOCK.items()
    }
    return {name: {key: round(float(number), 3) for key, number in row.items()} for name, row in rows.items()}


def write_toml(fits: Fits, path: Path) -> None:
    """Write the parameters that the product reads."""

    def inline(row: dict[str, float]) -> str:
        return "{ " + ", ".join(f"{key} = {number}" for key, number in row.items()) + " }"

    lines = [
        "# How long employers take to write. Written by `python -m training.silence`, not by hand.",
        "# value and sd are used; prior is what was believed before; told (delays told in reviews) and logs",
        "# (applications with dates) are what the model makes of the prior and that source alone. Days have",
        "# their usual share of weekends in them. See docs/silence.md.",
        f"employer_speed_sd = {priors.EMPLOYER_SPEED_SD}",
        f"most = {MOST}",
        f"delay_most = {DELAY_MOST}",
        'grade = "C"',
        f'source = "elicited, moved by {fits.told_n} told delays and {fits.logs_n} logged waits"',
    ]
    for stage in STAGES:
        lines += ["", f"[stage.{stage}]"]
        lines += [f"{name} = {inline(estimate(fits, name, stage))}" for name in _NAMES]
    lines += ["", "[clock]"]
    lines += [f"{name} = {inline(row)}" for name, row in _clock(fits).items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def log_odds(
    a: np.ndarray, r: np.ndarray, total: np.ndarray, ghost: np.ndarray, days: np.ndarray
) -> np.ndarray:
    """Return what a silence of so many days is worth, within its limit."""
    waiting = ndtr(-(np.log(days) - np.log(a)) / total)
    untold = ghost + (1 - ghost) * ndtr(-(np.log(days) - np.log(r)) / total)
    return np.clip(np.log(waiting / untold), -MOST, 0.0)


def _worth(draws: Draws, stage: str, days: np.ndarray) -> tuple[float, float]:
    place = STAGES.index(stage)
    each = log_odds(*(draws[name][:, place] for name in ("a_median", "r_median", "total", "ghost")), days)
    return float(each.mean()), float(each.std())


def _elicited(stage: str, days: np.ndarray) -> np.ndarray:
    return log_odds(
        priors.A_MEDIAN[stage], priors.R_MEDIAN[stage], priors.TOTAL[stage], priors.GHOST[stage], days
    )


def table(fits: Fits, told: list[Told], waits: list[Waited], calendar: Calendar) -> str:
    """Return the numbers that docs/silence.md shows."""

    def cell(value: float | None, sd: float | None) -> str:
        return "" if value is None else f"{value:.2f} ({sd:.2f})"

    lines = ["| | stage | before | told delays | logs | used |", "|---|---|--:|--:|--:|--:|"]
    for name, words in _NAMES.items():
        for stage in STAGES:
            row = estimate(fits, name, stage)
            lines.append(
                f"| {words} | {_STAGE_NAMES[stage]} "
                f"| {cell(row['prior'], row['prior_sd'])} | "
                f"{cell(row.get('told'), row.get('told_sd'))} | "
                f"{cell(row.get('logs'), row.get('logs_sd'))} | "
                f"**{cell(row['value'], row['sd'])}** |"
            )
    large = _clock(fits)["large"]
    lines.append(
        f"| how much slower a large employer is | all | {cell(large['prior'], large['prior_sd'])} | "
        f"{cell(large['told'], large['told_sd'])} | | **{cell(large['value'], large['sd'])}** |"
    )
    lines += ["", "| silence of | " + " | ".join(f"{days} days" for days in _DAYS) + " |"]
    lines += ["|---|" + "--:|" * len(_DAYS)]
    for stage in STAGES:
        before = [f"{float(_elicited(stage, np.array(float(days)))):.2f}" for days in _DAYS]
        after = [cell(*_worth(fits.both, stage, np.array(float(days)))) for days in _DAYS]
        lines.append(f"| {_STAGE_NAMES[stage]}, before | " + " | ".join(before) + " |")
        lines.append(f"| {_STAGE_NAMES[stage]}, **now** | " + " | ".join(after) + " |")
    lines += ["", *_counts(fits, told, waits, calendar)]
    return "\n".join(lines)


def _counts(fits: Fits, told: list[Told], waits: list[Waited], calendar: Calendar) -> list[str]:
    days = {offer: np.array([one.days for one in told if one.offer is offer]) for offer in (True, False)}
    how = {
        name: sum(one.how == name for one in waits)
        for name in ("went_on", "refused", "refused_some_time", "silent")
    }
    weekday = (calendar.answers - calendar.weekend) / 5
    midwinter, around = calendar.midwinter / 9, calendar.around / 53
    wrong, off = fits.both["wrong"], fits.both["told_off"]
    shorter = 100 * (1 - np.exp(off.mean()))
    people = len({one.person for one in waits})
    return [
        f"- Told delays: {len(told)} ({len(days[True])} before offers, median "
        f"{np.median(days[True]):.0f} days; "
        f"{len(days[False])} before refusals, median {np.median(days[False]):.0f}). "
        f"Wrongly found, by the fit: {100 * wrong.mean():.0f} % ({100 * wrong.std():.0f}). "
        f"Told waits are {shorter:.0f} % shorter than real ones, by the fit ({off.mean():.2f} in log days, "
        f"sd {off.std():.2f}; believed before: 0, sd {priors.TOLD_SD}).",
        f"- Waits in logs: {len(waits)} of {people} people: {how['went_on']} went on, "
        f"{how['refused']} were refused on a known day, {how['refused_some_time']} on an unknown one, "
        f"{how['silent']} had heard nothing when the log ended.",
        f"- Days on which employers wrote ({calendar.answers} answers to applications): "
        f"{calendar.weekend} on a weekend, {calendar.weekend / 2 / weekday:.2f} times as many a day as on a "
        f"weekday; {calendar.midwinter} from 24 December to 1 January, {midwinter / around:.2f} times as "
        f"many a day as on other days of December and January.",
    ]


def plot(fits: Fits, path: Path) -> None:
    """Draw what a silence is worth, before and now."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams |= {"svg.hashsalt": "silence", "svg.fonttype": "none"}
    from matplotlib import pyplot as plt

    figure, panels = plt.subplots(1, 3, figsize=(11, 3.6), sharey=True, layout="constrained")
    days = np.linspace(0.5, 45, 45)
    for panel, (place, stage) in zip(panels, enumerate(STAGES), strict=True):
        columns = [fits.both[name][:, place, None] for name in ("a_median", "r_median", "total", "ghost")]
        each = log_odds(*columns, days[None, :])
        low, high = np.quantile(each, (0.1, 0.9), axis=0)
        panel.fill_between(days, low, high, color="#dcebe6", label="now, 80 % of the draws")
        panel.plot(days, each.mean(axis=0), color="#0a6657", label="now")
        panel.plot(days, _elicited(stage, days), color="#7f8985", linestyle="--", label="before")
        panel.set(title=_STAGE_NAMES[stage], xlabel="days of silence")
        panel.grid(alpha=0.3)
    panels[0].set_ylabel("log-odds")
    panels[0].legend(frameon=False, fontsize=8)
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
