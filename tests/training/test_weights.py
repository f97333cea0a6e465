"""What the signs are worth: measuring on made-up tellings, and that pages, weights and priors agree."""

from __future__ import annotations

import sys
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from training.weights.extract import Telling, employer_of, keep, kept
from training.weights.fit import Data, conditional
from training.weights.kinds import told_as
from training.weights.measure import Measure, measure, missed, recalls, regress, with_labels
from training.weights.pages import pages, research
from training.weights.stages import near_offer, reached
from training.weights.write import LEAST, TAUGHT, as_toml, in_order, weight

from wentwell.catalog import Elicited, LearnedWeights, elicited_signs, fit, signs

ROOT = Path(__file__).resolve().parents[2]


def shipped() -> LearnedWeights:
    text = files("wentwell.catalog").joinpath("weights.toml").read_text("utf-8")
    return LearnedWeights.model_validate(tomllib.loads(text))


def telling(number: int, **facts: Any) -> Telling:
    return Telling.model_validate(
        {
            "id": str(number), "employer": "one", "role": "", "year": 2020, "offer": False, "fold": 0,
            "given_away": False, "words": 60, "reached": "not told", "near_offer": False,
            "process_days": None, "difficulty": "", "minutes": None, "signs": {}, "specificity": {}, **facts,
        }
    )  # fmt: skip


def test_every_page_is_what_the_catalog_gives() -> None:
    for name, text in pages().items():
        assert (ROOT / "docs" / name).read_text("utf-8") == text, f"{name}: make the pages again"


def test_no_page_of_a_sign_that_is_gone_is_left() -> None:
    there = {path.stem for path in (ROOT / "docs" / "evidence").glob("*.md")}
    assert there == set(signs())
    assert set(research()) == set(signs())
    drawn = {path.stem for path in (ROOT / "docs" / "evidence").glob("*.svg")}
    assert drawn == {"all", *(label for label, row in signs().items() if row.kind != "leak")}


def test_the_plots_stay_light() -> None:
    assert sum(path.stat().st_size for path in (ROOT / "docs" / "evidence").glob("*.svg")) < 1_500_000


def test_the_weights_were_learned_from_the_priors_that_are_there() -> None:
    for row in shipped().sign:
        before = elicited_signs()[row.label]
        assert before.routine is not None
        assert before.informative is not None
        assert row.routine.prior == before.routine.elicited, f"{row.label}: learn the weights again"
        assert row.informative.prior == before.informative.elicited
        assert signs()[row.label].routine == row.routine
        assert signs()[row.label].measured == row.measured
    untouched = set(signs()) - {row.label for row in shipped().sign}
    assert all(signs()[label] == elicited_signs()[label] for label in untouched)
    assert all(signs()[label].absent == elicited_signs()[label].absent for label in signs())


def test_the_computation_is_to_be_believed() -> None:
    assert fit().worst_r_hat < 1.01
    assert fit().least_ess > 1000
    assert fit().divergences == 0
    assert fit().tellings > 5000


def test_data_never_make_a_weight_less_sure_than_its_prior_by_much() -> None:
    for row in shipped().sign:
        for form in (row.routine, row.informative):
            assert form.sd <= form.elicited.sd * 1.05


def test_the_file_is_what_the_values_say() -> None:
    text = files("wentwell.catalog").joinpath("weights.toml").read_text("utf-8")
    assert as_toml(shipped()) == text


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("It was nice.", "not told"),
        ("A recruiter gave me a ring, then came a phone screen.", "remote"),
        ("After a call they had me on-site for a day.", "onsite"),
        ("Phone, then onsite, and the final round with two of them.", "final"),
        ("I sat before a panel.", "onsite"),
    ],
)
def test_the_furthest_stage_that_is_told_counts(text: str, stage: str) -> None:
    assert reached(text) == stage


def test_steps_next_to_an_offer_are_told_apart() -> None:
    assert near_offer("They rang two references.")
    assert not near_offer("They asked about my last job.")


def test_one_house_has_one_name() -> None:
    assert employer_of("S&P Global Platts") == employer_of("Standard & Poor's Financial Services LLC")
    assert employer_of("Acme") == "Acme"


def test_tellings_can_be_kept(tmp_path: Path) -> None:
    some = [telling(1, signs={"warmth": 0.8}, minutes=45.0), telling(2, reached="final")]
    keep(some, tmp_path / "t.jsonl")
    assert kept(tmp_path / "t.jsonl") == some


def test_a_difference_between_employers_is_not_taken_for_the_signs() -> None:
    random = np.random.default_rng(1)
    generous = random.random(20_000) < 0.5
    x = random.random(20_000) < np.where(generous, 0.7, 0.2)
    y = random.random(20_000) < np.where(generous, 0.6, 0.15)
    strata = np.column_stack([generous, ~generous]).astype(float)
    inside, se = regress(x.astype(float), strata, y.astype(float))
    pooled, _ = regress(x.astype(float), np.ones((20_000, 1)), y.astype(float))
    assert abs(inside) < 3 * se
    assert pooled > 0.5


def test_a_log_odds_ratio_is_found_with_its_error() -> None:
    random = np.random.default_rng(2)
    x = (random.random(30_000) < 0.3).astype(float)
    y = (random.random(30_000) < 1 / (1 + np.exp(-(-0.8 + 0.5 * x)))).astype(float)
    found, se = regress(x, np.ones((30_000, 1)), y)
    a, b = (x * y).sum(), (x * (1 - y)).sum()
    c, d = ((1 - x) * y).sum(), ((1 - x) * (1 - y)).sum()
    assert found == pytest.approx(np.log(a * d / (b * c)), abs=1e-3)
    assert se == pytest.approx(np.sqrt(1 / a + 1 / b + 1 / c + 1 / d), rel=1e-2)


def test_labels_count_before_what_the_reader_found() -> None:
    some = [telling(1, signs={"warmth": 0.6}), telling(2, signs={"warmth": 0.6})]
    first, second = with_labels(some, {"1": frozenset({"intro.tour"})})
    assert first.signs == {"intro.tour": 1.0}
    assert second == some[1]
    many = [telling(i, offer=i % 3 == 0, signs={"warmth": 1.0} if i % 2 else {}) for i in range(60)]
    labelled = next(
        m for m in measure(many, {"warmth": 0.5}, {one.id for one in many}) if m.label == "warmth"
    )
    assert labelled.share == pytest.approx(0.5)
    read = next(m for m in measure(many, {"warmth": 0.8}) if m.label == "warmth")
    assert read.share == pytest.approx(0.625)


def test_what_the_reader_misreads_is_corrected() -> None:
    random = np.random.default_rng(3)
    count, recall, precision = 60_000, 0.6, 0.7
    there = random.random(count) < 0.3
    offer = random.random(count) < 1 / (1 + np.exp(-(-0.8 + 0.8 * there)))
    hit = there & (random.random(count) < recall)
    false = ~there & (random.random(count) < 0.3 * recall * (1 / precision - 1) / 0.7)
    some = [
        telling(i, offer=bool(offer[i]), signs={"warmth": precision} if hit[i] or false[i] else {})
        for i in range(count)
    ]
    corrected = next(one for one in measure(some, {"warmth": recall}) if one.label == "warmth")
    naive = next(one for one in measure(some) if one.label == "warmth")
    taken_at_its_word = [one.model_copy(update={"signs": dict.fromkeys(one.signs, 1.0)}) for one in some]
    plain = next(one for one in measure(taken_at_its_word) if one.label == "warmth")
    assert corrected.adjusted == pytest.approx(0.8, abs=0.12)
    assert plain.adjusted < naive.adjusted < corrected.adjusted


@given(st.floats(0.001, 0.6), st.floats(0.3, 1.0), st.floats(0.3, 1.0))
def test_what_is_missed_and_what_is_found_make_up_the_whole(
    found: float, precision: float, recall: float
) -> None:
    share = found * precision
    whole = share + (1 - found) * missed(share, found, recall)
    assert whole == pytest.approx(min(share / recall, share + 0.5 * (1 - found)))
    assert missed(share, found, 1.0) == 0


def test_the_recall_of_a_rare_label_leans_on_the_usual_one() -> None:
    some = [telling(i, signs={"warmth": 0.9} if i % 2 else {}) for i in range(400)]
    labelled = {str(i): frozenset({"warmth"} | ({"intro.tour"} if i == 0 else set())) for i in range(400)}
    found = recalls(some, labelled)
    assert found["warmth"] == pytest.approx(0.5, abs=0.01)
    assert found["intro.tour"] == pytest.approx(0.75 * 8 / 9)
    assert found["length.over"] == pytest.approx(0.75)


@given(st.sampled_from([-1.0, 1.0]), st.floats(-3, 3), st.floats(-3, 3))
def test_two_forms_keep_their_order_and_side(side: float, routine: float, telling_form: float) -> None:
    low, high = in_order(side, routine, telling_form)
    assert 0 < side * low <= side * high
    if LEAST <= side * routine <= side * telling_form:
        assert (low, high) == (routine, telling_form)


@given(st.floats(-1, 1), st.floats(0.05, 0.5), st.floats(0.2, 1.0))
def test_only_what_data_taught_raises_a_grade(mean: float, prior_sd: float, left: float) -> None:
    prior = Elicited(mean=mean, sd=prior_sd, grade="C", source="opinion")
    made = weight(prior, mean, prior_sd * left, 100)
    assert made.elicited == prior
    assert (made.grade == "B") == (made.learned >= TAUGHT)
    assert weight(prior.model_copy(update={"grade": "A"}), mean, prior_sd * left, 100).grade == "A"


def test_feelings_judgements_and_steps_are_told_apart() -> None:
    assert told_as("gut.good") == "feeling"
    assert told_as("warmth") == "judgement"
    assert told_as("intro.tour") == "step"
    assert told_as("contact.references") == "news"


@given(
    st.tuples(st.floats(0.05, 1.0), st.floats(0.05, 1.0)),
    st.floats(0.05, 0.95),
    st.tuples(st.floats(-1, 1), st.floats(0.05, 1.5)),
    st.tuples(st.floats(-2, 2), st.floats(0.05, 1)),
    st.floats(1.0, 1.4),
)
def test_the_algebra_is_that_of_a_joint_normal(
    sds: tuple[float, float],
    late: float,
    bias: tuple[float, float],
    measured: tuple[float, float],
    scale: float,
) -> None:
    (mu, spread), (b, se) = bias, measured
    shared = 0.7 * sds[0] * sds[1]
    covariance = np.array([[sds[0] ** 2, shared], [shared, sds[1] ** 2]])
    data = Data(
        labels=["warmth"], mean=np.array([[0.1, 0.3]]), covariance=covariance[None], late=np.array([late]),
        scale=np.array([scale]), b=np.array([b]), se=np.array([se]), kind=np.array([0]), side=np.array([1.0]),
    )  # fmt: skip
    found = conditional(data, np.full((1, 4), mu), np.full((1, 4), spread), np.array([[late]]))
    # unknowns: both thetas and the bias; one measurement, by precisions
    mean = np.array([0.1, 0.3, mu])
    prior = np.zeros((3, 3))
    prior[:2, :2], prior[2, 2] = covariance, spread**2
    row = scale * np.array([1 - late, late, 1.0])
    posterior = np.linalg.inv(np.linalg.inv(prior) + np.outer(row, row) / se**2)
    expected = posterior @ (np.linalg.inv(prior) @ mean + row * b / se**2)
    assert found.theta[0, 0] == pytest.approx(expected[:2], abs=1e-6)
    assert found.bias[0, 0] == pytest.approx(expected[2], abs=1e-6)
    assert found.theta_variance[0, 0] == pytest.approx(np.diag(posterior)[:2], abs=1e-6)
    assert found.bias_variance[0, 0] == pytest.approx(posterior[2, 2], abs=1e-6)


def test_the_model_trusts_many_signs_that_agree_and_not_one_that_is_off() -> None:
    pytest.importorskip("numpyro")
    from training.weights.fit import Settings
    from training.weights.fit import fit as sample

    def made(label: str, adjusted: float, se: float) -> Measure:
        return Measure(
            label=label, offers=50, refusals=100, share=0.03, late=0.5, specific=None, recall=0.8,
            plain=adjusted, plain_se=se, adjusted=adjusted, adjusted_se=se, uncorrected=adjusted,
        )  # fmt: skip

    feelings = [made("gut.good", -0.9, 0.1), made("gut.bad", -1.3, 0.1)]
    steps = [
        made("intro.tour", 0.5, 0.15),
        made("intro.staff", 0.4, 0.15),
        made("salary.discussed", 0.3, 0.2),
    ]
    found = sample([*feelings, *steps], settings=Settings(warmup=300, samples=400, chains=2))
    assert found.mu["feeling"][0] < -0.4
    assert found.rows["gut.good"].routine[0] > 0
    assert abs(found.mu["step"][0]) < 0.3
    assert found.rows["intro.tour"].informative[1] < 0.34
