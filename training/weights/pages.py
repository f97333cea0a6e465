"""docs/evidence: what folklore says, what research says, what the data say, what we use; a page per sign.

Made from the catalog and ``research.toml`` alone, so that pages and weights cannot differ.
"""

# ruff: noqa: E501 (rows of Markdown are as long as they are)

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass
from math import exp, sqrt
from pathlib import Path

from wentwell.catalog import (
    BaseRow,
    Elicited,
    Measured,
    Sign,
    ToldAs,
    Weight,
    context_rules,
    families,
    fit,
    signs,
)
from wentwell.interview import Context
from wentwell.telling import grade_words
from wentwell.weighing import base_rate, expit, finalist_chance, logit
from wentwell.weighing._logistic import BAND_Z

MADE = "python -m training.weights pages"
_KINDS: dict[ToldAs, str] = {
    "step": "a plain step",
    "judgement": "a kind judgement of people",
    "complaint": "a complaint about people",
    "feeling": "a feeling",
    "news": "news that often comes with the decision",
    "onward": "a step to a next round",
}
FORMS = (("routine", "routine"), ("telling", "informative"), ("not seen", "absent"))
_ONWARD = (
    " Whoever tells of one has passed this round and may fail the next, so that the offer at the end does not measure "
    "it: the invitation itself does not go with offers either. The weights stay as elicited."
)
CLEAR = 2.0
"""A measured value is told as a surprise from so many standard deviations off on."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words about a sign that no computation can make."""

    folklore: str
    research: str
    sources: tuple[str, ...]


def research() -> dict[str, Said]:
    """Read what folklore and research say, by label."""
    rows = tomllib.loads(Path(__file__).with_name("research.toml").read_text("utf-8"))["sign"]
    return {
        label: Said(row["folklore"], row["research"], tuple(row["sources"])) for label, row in rows.items()
    }


def expected(sign: Sign, measured: Measured) -> tuple[float, float]:
    """Return mean and sd of what the priors alone would let one measure, were retellings not biased."""
    if sign.routine is None or sign.informative is None:
        raise ValueError(f"{sign.label} is never weighed")
    routine, telling, late = sign.routine.elicited, sign.informative.elicited, measured.late
    mean = late * telling.mean + (1 - late) * routine.mean
    return mean, late * telling.sd + (1 - late) * routine.sd


def surprise(sign: Sign) -> float:
    """Return how many standard deviations the data are off what the priors expect."""
    if sign.measured is None:
        return 0.0
    mean, sd = expected(sign, sign.measured)
    return (sign.measured.log_odds_ratio - mean) / sqrt(sd**2 + sign.measured.se**2)


def _number(mean: float, sd: float) -> str:
    return f"{mean:+.2f} ({sd:.2f})"


def _weight_row(name: str, weight: Weight | None) -> str:
    if weight is None:
        return ""
    prior: Elicited = weight.elicited
    moved = f"{weight.mean - prior.mean:+.2f}" if weight.prior else "not at all"
    return (
        f"| {name} | {_number(prior.mean, prior.sd)} | {_number(weight.mean, weight.sd)} | x{exp(weight.mean):.2f} "
        f"| {moved} | {grade_words(weight.grade)} |\n"
    )


def data_words(sign: Sign) -> str:
    """Return what the data say of a sign, in words and numbers."""
    told = sign.measured
    if sign.kind == "leak":
        return "Nothing is fitted: this is the outcome itself, or a step of it, and is never weighed.\n"
    if told is None:
        return "Too few retellings tell it (under ten): the weights stay as elicited, a matter of opinion.\n"
    mean, _ = expected(sign, told)
    off = surprise(sign)
    if abs(off) < CLEAR:
        verdict = "That is within what the priors expect."
    elif told.log_odds_ratio * mean < 0 or abs(told.log_odds_ratio) < 2 * told.se:
        verdict = "**A surprise**: " + (
            "it is told more by those then refused."
            if told.log_odds_ratio < -2 * told.se
            else "no difference can be seen where one was expected."
            if abs(told.log_odds_ratio) < 2 * told.se
            else "it is told more by those who then got an offer."
        )
    else:
        verdict = "**A surprise in size**: " + (
            "more than was expected." if abs(told.log_odds_ratio) > abs(mean) else "less than was expected."
        )
    return (
        f"Told in about {told.offers + told.refusals:,} of {fit().tellings:,} retellings: {told.offers:,} with an offer, "
        f"{told.refusals:,} without.\n\n"
        f"| log odds ratio of an offer, within employers | |\n|---|---|\n"
        f"| plain | {_number(told.plain, told.plain_se)} |\n"
        f"| stage reached and length of the telling held fast | {_number(told.log_odds_ratio, told.se)} |\n"
        f"| expected by the priors, if retellings were not biased | {mean:+.2f} |\n"
        f"| taken for bias of retelling | {_bias(told)} |\n\n"
        f"{verdict} It is retold as {_KINDS[told.told_as]}.{'' if told.bias is not None else _ONWARD}\n"
    )


def _bias(told: Measured) -> str:
    if told.bias is None or told.bias_sd is None:
        return "not taken in"
    return _number(told.bias, told.bias_sd)


def page(sign: Sign, said: Said) -> str:
    """Return the page of one sign."""
    parts = [
        f"# {sign.name}\n\n`{sign.label}` · [all signs](../evidence.md) · made by `{MADE}`\n\n{sign.what}\n\n",
        f"**What folklore says.** {said.folklore}\n\n",
        f"**What research says.** {said.research}\n\n",
        f"Sources: {'; '.join(said.sources)}.\n\n",
        f"## What the data say\n\n{data_words(sign)}\n",
    ]
    if sign.kind == "leak":
        parts.append("## What we use\n\nNo weight: it moves the stage on, or closes the case.\n")
        return "".join(parts)
    parts.append(
        "## What we use\n\nLog-odds, mean (standard deviation); the factor is what the odds are multiplied by.\n\n"
    )
    parts.append("| form | prior | result | factor | moved by data | known by |\n|---|---|---|---|---|---|\n")
    parts += [_weight_row(name, getattr(sign, form)) for name, form in FORMS]
    parts.append(f"\nWhat it does not mean: {sign.does_not_mean}\n")
    parts.append(f"\n![Prior, data and result]({sign.label}.svg)\n")
    return "".join(parts)


def _overview_row(sign: Sign) -> str:
    link = f"[{sign.name}](evidence/{sign.label}.md)"
    if sign.kind == "leak" or sign.routine is None or sign.informative is None:
        return f"| {link} | | | never weighed | |\n"
    routine, telling = sign.routine, sign.informative
    prior = f"{routine.elicited.mean:+.2f} to {telling.elicited.mean:+.2f}"
    result = f"{routine.mean:+.2f} to {telling.mean:+.2f}"
    if routine == telling:
        prior, result = _number(telling.elicited.mean, telling.elicited.sd), _number(telling.mean, telling.sd)
    told = sign.measured
    data = (
        f"{_number(told.log_odds_ratio, told.se)}, n {told.offers + told.refusals:,}" if told else "too few"
    )
    return f"| {link} | {prior} | {data} | {result} | {telling.grade} |\n"


def _span(low: float, high: float) -> str:
    return f"{low:+.2f}" if low == high else f"{low:+.2f} to {high:+.2f}"


def _surprises() -> str:
    off = sorted(
        (row for row in signs().values() if abs(surprise(row)) >= CLEAR), key=lambda row: -abs(surprise(row))
    )
    lines = []
    for row in off:
        told = row.measured
        if told is None or row.routine is None or row.informative is None:
            continue
        mean, _ = expected(row, told)
        where = "more by those who got an offer" if told.log_odds_ratio > 0 else "more by those then refused"
        lines.append(
            f"- [{row.name}](evidence/{row.label}.md): expected {mean:+.2f}, measured "
            f"{_number(told.log_odds_ratio, told.se)} (told {where}). "
            f"We use {_span(row.routine.mean, row.informative.mean)}.\n"
        )
    return "".join(lines) or "None.\n"


def _first_that_fits(row: BaseRow) -> Context:
    """Return a context that the row is meant for."""
    when = row.when.model_dump(exclude_defaults=True)
    return Context.model_validate({name: values[0] for name, values in when.items()})


def _base_rates() -> str:
    rules = context_rules()
    lines = [
        "| where | chance of | middle guess | sd elicited | sd used | 80 % range | grade | source |\n"
        "|---|---|---|---|---|---|---|---|\n"
    ]
    for row in rules.base:
        used = base_rate(_first_that_fits(row)).sd
        low, high = (expit(logit(row.probability) + side * BAND_Z * used) for side in (-1, 1))
        lines.append(
            f"| {row.name} | {row.target} | {100 * row.probability:.0f} % | {row.log_odds_sd:.2f} | {used:.2f} "
            f"| {100 * low:.0f} to {100 * high:.0f} % | {row.grade} | {row.source} |\n"
        )
    between, without_row = rules.employers.between, rules.employers.without_row
    lines.append(
        "\nThe sd (in log-odds) says how far the rate of *one employer* may lie from the middle guess: how far employers "
        "differ and how far the guess itself may be off, together. It was elicited, and then held against data: at one stage, "
        f"employers lie {between.log_odds_sd:.2f} apart (sd, grade {between.grade}: {between.source}; "
        "[how far that is known](validation.md#how-far-employers-differ)). No row is surer than that. "
        f"An employer whose kind has no row of its own gets the widest sd of its stage and a little more "
        f"({without_row.log_odds_sd:.2f}, grade {without_row.grade}: {without_row.source}). Rows are tried from the top; "
        "the first that fits is used.\n"
    )
    finalists = rules.finalists
    chances = ", ".join(f"{count}: {100 * finalist_chance(count):.0f} %" for count in (1, 2, 3, 4, 5))
    own, referral = rules.own_base_rate, rules.referral
    lines.append(
        f"\nA number of finalists k that you know replaces the table in late rounds: (1 - {finalists.unfilled:.2f}) / k x "
        f"(1 + {finalists.declined:.2f}), at most {1 - finalists.unfilled:.2f}, so {chances} "
        f"(sd {finalists.log_odds_sd:.2f} in log-odds; {finalists.source}). A rate that you set yourself (`--base-rate`) "
        f"replaces both, with sd {own.log_odds_sd:.2f}. What your own interviews say of a stage is [learned beside it](your-record.md). A referral adds {referral.log_odds_mean:+.2f} "
        f"({referral.log_odds_sd:.2f}): {referral.source}.\n"
    )
    return "".join(lines)


def _bias_rows() -> str:
    return "".join(
        f"| {_KINDS[row.told_as]} | {_number(row.mean, row.mean_sd)} | {_number(row.spread, row.spread_sd)} |\n"
        for row in fit().bias
    )


def _sensitivity_rows() -> str:
    return "".join(
        f"| {row.bias_prior} | {row.mean_move:.2f} | {row.largest_move:.2f} | `{row.largest}` |\n"
        for row in fit().sensitivity
    )


def _labels_words() -> str:
    made = fit()
    read = made.tellings - made.labelled
    who = "In all of them" if read == 0 else f"In {made.labelled:,} of them"
    rest = "" if read == 0 else f", in the other {read:,} what the reader found, corrected for what it misses"
    return (
        f"{who} the signs are those of a careful labelling{rest}. Reader and labels were compared in "
        f"{made.compared:,} tellings: over signs their log odds ratios correlate "
        f"{made.labelled_correlation:.2f} and differ by {made.labelled_difference:+.2f} on average (most of these "
        "texts also trained the reader, which flatters it)."
    )


def overview() -> str:
    """Return docs/evidence.md."""
    made = fit()
    left_out = " and ".join(str(fold) for fold in made.left_out) or "none"
    table = "".join(_overview_row(row) for rows in families().values() for row in rows)
    return f"""# What the signs are worth, and how we know

Made by `{MADE}` from the catalog; the numbers come from `python -m training.weights all`
([how](../training/weights/README.md)).

Every weight has three parts. **Prior**: what studies and practitioners suggest, mostly little. **Data**:
{made.tellings:,} real retellings of interviews at {made.employers} employers, of which {made.offers:,} ended with an offer. **Result**: both
together, by a model that admits how retellings are biased. All are log-odds: 0 changes nothing, +0.7 doubles the odds,
-0.7 halves them; in brackets the standard deviation.

![Prior, data and result of every sign](evidence/all.svg)

| sign | prior, routine to telling | data (stage held fast) | result | grade |
|---|---|---|---|---|
{table}
Grades: A direct numbers, B measured indirectly, C opinion. A sign told by fewer than ten keeps its prior, and so do
steps to a next round (they told you the next steps, they asked when you are free, their answer moves things on): whoever
tells of one has passed this round and may fail the next, so that the offer at the end does not measure it. Rows for
"not seen" are priors everywhere: that a sign is not retold does not show that it was not there. Where none was elicited,
an absence counts by what the sign's own weight and its prevalence imply, and never for more than the sign itself.

## Surprises

Signs whose data are {CLEAR:.0f} or more standard deviations off what the priors expect:

{_surprises()}
Read them with care: this is what people *tell afterwards*. The model takes most of these gaps for bias, since they
go the same way in most signs of their kind, and so does this page. A kind with two or three signs has a bias that
is as much assumed as learned: there the data cannot tell, and the result stays near the prior.

## How retellings are biased

They were written after the outcome, by people who chose to write. Those who were refused tell of praise, coldness and
feelings to show what came of it; those who got an offer tell of papers and of pay. And how far one got decides what there
is to tell. So each measured value is taken as the true one plus a bias, which differs from sign to sign around
a mean of its kind; mean and spread are learned:

| retold as | mean bias | spread between signs |
|---|---|---|
{_bias_rows()}
"News" counts in the direction of the sign: offers bring the good news and refusals the bad.

## How surely it was computed

- NUTS, four chains: worst split R-hat {made.worst_r_hat:.3f}, least effective sample size {made.least_ess:,}, {made.divergences} divergences.
- Folds left out of the fit, so that weights can be proved on them: {left_out}. Reader: version {made.reader}.
- {_labels_words()}
- Were the bias thought otherwise beforehand, the results would move (log-odds):

| bias beforehand | mean move | largest move | of |
|---|---|---|---|
{_sensitivity_rows()}
## What this cannot tell

- Nobody noted these signs before the outcome. Only such notes can settle what a sign is worth; the journal
  keeps yours.
- {made.employers} employers, technology and finance, mostly the US and India. Other trades may differ.
- The outcome is the offer at the end. Our weights are for the next step; a step is nearer to its signs than the
  end is.

## Base rates

Where the chance starts, before any sign. What you know yourself replaces it.

{_base_rates()}"""


def pages() -> dict[str, str]:
    """Return every page by its path below ``docs``."""
    said = research()
    return {
        "evidence.md": overview(),
        **{f"evidence/{label}.md": page(sign, said[label]) for label, sign in signs().items()},
    }


def main(docs: Path) -> None:
    """Write all pages and plots."""
    from training.weights.plots import write_plots

    (docs / "evidence").mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (docs / name).write_text(text, encoding="utf-8")
    write_plots(docs / "evidence")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
