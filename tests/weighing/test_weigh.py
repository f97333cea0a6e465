"""The arithmetic of the answer: what must hold for any evidence in any context."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations
from math import fsum, isclose
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wentwell.catalog import context_rules, signs
from wentwell.interview import Assessment, Context, Evidence
from wentwell.weighing import expit, finalist_chance, logit, silence_log_odds, waited, weigh

WEIGHED = sorted(label for label, sign in signs().items() if sign.kind != "leak")
POSITIVE = sorted(
    label
    for label in WEIGHED
    if (row := signs()[label].informative) is not None and row.mean > 0 and label != "gut.good"
)
NEGATIVE = sorted(label for label in WEIGHED if label.startswith("contrary."))
DAY = date(2026, 3, 2)


def seen(label: str, **more: object) -> Evidence:
    return Evidence.model_validate({"label": label, "quote": "", "start": 0, "end": 0, **more})


def evidence(labels: list[str] = WEIGHED) -> st.SearchStrategy[Evidence]:
    return st.builds(
        seen,
        label=st.sampled_from(labels),
        probability=st.floats(0, 1),
        raised_by=st.sampled_from([None, "candidate", "interviewer"]),
        specificity=st.none() | st.floats(0, 1),
        usual=st.none() | st.floats(0, 1),
        minutes=st.none() | st.floats(1, 200),
    )


@st.composite
def contexts(draw: st.DrawFn) -> Context:
    return Context(
        stage=draw(st.sampled_from([None, "screen", "first", "second", "final", "single", "informal"])),
        employer=draw(
            st.sampled_from(
                [None, "startup", "small", "mid", "large", "public", "non-profit", "agency", "selective"]
            )
        ),
        format=draw(st.sampled_from([None, "phone", "video", "onsite", "recorded"])),
        interviewers=draw(st.none() | st.integers(1, 6)),
        interviewer_roles=tuple(
            draw(st.lists(st.sampled_from(["recruiter", "decider", "peer"]), max_size=2))
        ),
        scheduled_minutes=draw(st.none() | st.sampled_from([15.0, 30.0, 45.0, 60.0])),
        actual_minutes=draw(st.none() | st.floats(1, 180)),
        temper=draw(st.sampled_from([None, "dry", "usual", "warm"])),
        self_doubter=draw(st.booleans()),
        referred=draw(st.booleans()),
        finalists=draw(st.none() | st.integers(1, 9)),
        interview_date=draw(st.none() | st.just(DAY)),
        promised_date=draw(st.none() | st.just(DAY + timedelta(days=9))),
        base_rate=draw(st.none() | st.floats(0.02, 0.98)),
    )


guts = st.none() | st.floats(0.001, 0.999)
days = st.none() | st.integers(0, 200).map(lambda n: DAY + timedelta(days=n))
looked = st.none() | st.dictionaries(st.sampled_from(WEIGHED), st.floats(0, 1))
many = st.lists(evidence(), max_size=12)


@given(many, contexts(), guts, days, looked)
def test_contributions_add_up_to_the_chance(
    found: list[Evidence],
    context: Context,
    gut: float | None,
    today: date | None,
    looked_for: dict[str, float] | None,
) -> None:
    answer = weigh(found, context, gut, today, looked_for=looked_for)
    total = fsum(part.log_odds for part in answer.contributions)
    assert answer.log_odds == total
    assert isclose(answer.probability, expit(total))
    first = answer.contributions[0]
    assert first.kind == "base"
    assert isclose(
        answer.base_rate,
        expit(fsum(c.log_odds for c in answer.contributions if c.kind in ("base", "context"))),
    )


@given(many, contexts(), guts, days, looked)
def test_nothing_leaves_the_range_before_an_outcome(
    found: list[Evidence],
    context: Context,
    gut: float | None,
    today: date | None,
    looked_for: dict[str, float] | None,
) -> None:
    answer = weigh(found, context, gut, today, looked_for=looked_for)
    chances = [(answer.low, answer.probability, answer.high)]
    chances += [(what.low, what.probability, what.high) for what in answer.what_would_change]
    for low, chance, high in chances:
        assert 0.03 - 1e-9 <= low <= chance <= high <= 0.95 + 1e-9


@given(many, evidence(POSITIVE), contexts(), st.tuples(guts, days), looked)
def test_a_positive_sign_never_lowers_the_chance(
    found: list[Evidence],
    more: Evidence,
    context: Context,
    gut_and_day: tuple[float | None, date | None],
    looked_for: dict[str, float] | None,
) -> None:
    gut, today = gut_and_day
    before = weigh(found, context, gut, today, looked_for=looked_for)
    after = weigh([*found, more], context, gut, today, looked_for=looked_for)
    assert after.log_odds >= before.log_odds - 1e-9


@given(many, evidence(NEGATIVE), contexts(), guts, days)
def test_a_contrary_sign_never_raises_the_chance(
    found: list[Evidence], more: Evidence, context: Context, gut: float | None, today: date | None
) -> None:
    before = weigh(found, context, gut, today)
    after = weigh([*found, more], context, gut, today)
    assert after.log_odds <= before.log_odds + 1e-9


@given(st.lists(evidence(), max_size=5), contexts(), guts, days)
def test_order_never_matters(
    found: list[Evidence], context: Context, gut: float | None, today: date | None
) -> None:
    expected = weigh(found, context, gut, today)
    for order in list(permutations(found))[:12]:
        assert weigh(order, context, gut, today) == expected


@given(evidence(), contexts())
def test_the_same_sign_twice_counts_once(one: Evidence, context: Context) -> None:
    assume(not one.label.startswith("affirmation."))
    assert isclose(weigh([one, one], context).log_odds, weigh([one], context).log_odds, abs_tol=1e-12)


@given(contexts(), st.integers(0, 300), st.integers(0, 100))
def test_silence_only_lowers_and_never_below_the_model(context: Context, since: int, more: int) -> None:
    start = context.promised_date or context.interview_date
    assume(start is not None)
    assert start is not None
    quiet = context.model_copy(update={"base_rate": 0.5})
    now = weigh([], quiet, today=start + timedelta(days=since)).log_odds
    later = weigh([], quiet, today=start + timedelta(days=since + more)).log_odds
    nothing = weigh([], quiet).log_odds
    assert later <= now + 1e-9 <= nothing + 2e-9
    days = waited(start, start + timedelta(days=since))
    model = silence_log_odds(days, context.stage, context.employer)
    assert now >= nothing + model - 1e-9
    assert -2.0 <= model <= 0.0


def test_silence_before_the_promised_day_is_nothing() -> None:
    context = Context(stage="first", interview_date=DAY, promised_date=DAY + timedelta(days=14))
    nothing = weigh([], context).log_odds
    assert weigh([], context, today=DAY + timedelta(days=13)).log_odds == nothing
    assert weigh([], context, today=DAY + timedelta(days=24)).log_odds < nothing


def test_a_reply_ends_the_silence() -> None:
    context = Context(stage="first", interview_date=DAY)
    late = DAY + timedelta(days=20)
    kinds = {part.kind for part in weigh([seen("reply.dry")], context, today=late).contributions}
    assert "silence" not in kinds


def test_silence_counts_anew_from_their_last_word() -> None:
    context = Context(stage="first", interview_date=DAY)
    heard, today = DAY + timedelta(days=10), DAY + timedelta(days=13)
    answer = weigh([seen("reply.dry")], context, today=today, heard_on=heard)
    quiet = next(part for part in answer.contributions if part.kind == "silence")
    assert quiet.log_odds == silence_log_odds(waited(heard, today), "first")
    assert "last word" in quiet.reason
    on_that_day = weigh([seen("reply.dry")], context, today=heard, heard_on=heard)
    assert on_that_day.log_odds == weigh([seen("reply.dry")], context).log_odds


def test_a_silence_that_ended_is_not_weighed() -> None:
    context = Context(stage="first", base_rate=0.5)
    replied = weigh([seen("reply.warm")], context)
    both = weigh([seen("reply.warm"), seen("contrary.silence")], context)
    assert both.log_odds == replied.log_odds


def test_told_silence_and_the_days_are_not_counted_twice() -> None:
    context = Context(stage="first", interview_date=DAY)
    late = DAY + timedelta(days=20)
    alone = weigh([], context, today=late)
    told = weigh([seen("contrary.silence")], context, today=late)
    assert told.log_odds == alone.log_odds
    assert any(part.evidence for part in told.contributions if part.kind == "silence")


@given(many, contexts(), st.floats(0.7, 1), st.sampled_from(["screen", "first", "second", "final", "single"]))
def test_an_invitation_moves_the_stage_and_nothing_is_multiplied(
    found: list[Evidence], context: Context, sure: float, stage: str
) -> None:
    here = Context.model_validate({**context.model_dump(), "stage": stage, "base_rate": None})
    answer = weigh([*found, seen("next.invited", probability=sure)], here)
    assert answer.status == "advanced"
    assert answer == weigh([seen("next.invited", probability=1.0)], here)
    assert {part.kind for part in answer.contributions} <= {"base", "context"}
    assert answer.stage == {"screen": "first", "first": "second", "second": "final"}.get(stage, "final")


@given(many, contexts())
def test_an_outcome_closes_the_case(found: list[Evidence], context: Context) -> None:
    offered = weigh([*found, seen("outcome.offer")], context)
    refused = weigh([*found, seen("outcome.rejected")], context)
    assert (offered.status, offered.probability) == ("offer", 1.0)
    assert (refused.status, refused.probability) == ("refused", 0.0)
    assert not offered.contributions
    assert not refused.contributions


def test_an_outcome_that_is_not_sure_stays_within_the_range() -> None:
    answer = weigh([seen("outcome.rejected", probability=0.8)], Context())
    assert answer.status == "refused"
    assert 0.03 <= answer.low <= answer.probability <= answer.high < 0.3


def test_offer_and_refusal_alike_decide_nothing_and_say_so() -> None:
    answer = weigh(
        [seen("outcome.offer", probability=0.9), seen("outcome.rejected", probability=0.9)], Context()
    )
    assert answer.status == "open"
    assert any("alike" in note for note in answer.notes)


def test_an_unclear_leak_is_named_and_not_used() -> None:
    answer = weigh([seen("next.invited", probability=0.3)], Context(stage="first"))
    assert answer.log_odds == weigh([], Context(stage="first")).log_odds
    assert any("not clearly enough" in note for note in answer.notes)


def test_not_seen_counts_only_where_it_could_be_seen_and_somebody_looked() -> None:
    everything = dict.fromkeys(signs(), 1.0)

    def tour(context: Context, looked_for: dict[str, float] | None) -> list[str]:
        answer = weigh([], context, looked_for=looked_for)
        return [
            part.label for part in answer.contributions if part.kind == "not_seen" and "intro" in part.label
        ]

    onsite, phone = Context(stage="final", format="onsite"), Context(stage="final", format="phone")
    assert tour(onsite, everything)
    assert not tour(onsite, None)
    assert not tour(phone, everything)
    assert not tour(Context(stage="final"), everything)
    assert not [u for u in weigh([], phone).unseen if u.label.startswith("intro")]
    assert not weigh([], Context(format="recorded"), looked_for=everything).unseen
    listed = {u.label: u for u in weigh([], onsite).unseen}
    assert not listed["intro.staff"].counted
    assert listed["intro.staff"].log_odds == 0


def test_an_absence_that_was_surely_noticed_weighs_more() -> None:
    context = Context(stage="final")
    weights = [weigh([], context, looked_for={"next.process": r}).log_odds for r in (0.0, 0.3, 0.7, 1.0)]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] - weights[3] == pytest.approx(0.40, abs=1e-9)


def test_slot_and_panel_govern_length() -> None:
    def worth(**facts: object) -> float:
        context = Context.model_validate({"stage": "final", "base_rate": 0.5, **facts})
        return weigh([], context).log_odds

    alone = worth(scheduled_minutes=45, actual_minutes=65)
    panel = worth(scheduled_minutes=45, actual_minutes=65, interviewers=3)
    assert alone > 4 * worth(actual_minutes=65) > 0
    assert 0 < panel < alone / 2
    assert worth(scheduled_minutes=60, actual_minutes=65) < 0 < alone
    assert worth(scheduled_minutes=60, actual_minutes=30) < worth(scheduled_minutes=60, actual_minutes=60)
    assert worth(actual_minutes=25) == 0
    told_over = weigh([seen("length.over")], Context(base_rate=0.5, scheduled_minutes=60, actual_minutes=61))
    assert told_over.log_odds < 0


def test_nested_signs_take_only_the_strongest() -> None:
    context = Context(stage="final")
    both = weigh([seen("salary.asked"), seen("salary.discussed")], context)
    one = weigh([seen("salary.discussed")], context)
    assert both.log_odds == one.log_odds
    assert sum(1 for part in both.contributions if part.label.startswith("salary") and part.log_odds) == 1


def test_clustered_signs_are_worth_less_than_their_sum_and_soft_signs_alone_stay_modest() -> None:
    context = Context(stage="final", base_rate=0.27)
    labels = [label for label in POSITIVE if signs()[label].kind == "soft"]
    answer = weigh([seen(label, specificity=1.0) for label in labels], context)
    single = sum(weigh([seen(label, specificity=1.0)], context).log_odds - logit(0.27) for label in labels)
    gained = answer.log_odds - logit(0.27)
    assert gained < 0.5 * single
    assert gained <= 1.5 + 1e-9


def test_a_commitment_halves_the_soft_signs() -> None:
    context = Context(stage="final")
    soft = weigh([seen("warmth")], context)
    both = weigh([seen("warmth"), seen("next.availability")], context)
    warm = {part.label: part.log_odds for part in both.contributions}["warmth"]
    assert warm == pytest.approx({p.label: p.log_odds for p in soft.contributions}["warmth"] / 2)


def test_praise_goes_by_how_many_how_specific_and_against_the_interviewers_own_baseline() -> None:
    context = Context(stage="final", base_rate=0.5)

    def worth(*praise: Evidence) -> float:
        return weigh(praise, context).log_odds

    plain, specific = seen("affirmation.answer", specificity=0.0), seen("affirmation.answer", specificity=1.0)
    assert 0 < worth(plain) < worth(specific)
    steps = [worth(*[specific] * n) for n in range(1, 5)]
    gains = [b - a for a, b in zip([0.0, *steps], steps, strict=False)]
    assert gains == sorted(gains, reverse=True)
    assert gains[-1] > 0
    lavish = seen("affirmation.answer", specificity=1.0, usual=0.9)
    assert worth(lavish) < worth(specific) / 5


def test_an_invitation_is_worth_something_whoever_was_left_before() -> None:
    context = Context(stage="second", finalists=4)
    assert weigh([seen("next.invited")], context).probability > weigh([], context).probability


def test_there_is_no_round_after_the_only_one() -> None:
    labels = {what.label for what in weigh([], Context(stage="single")).what_would_change}
    assert "next.invited" not in labels
    assert labels


def test_an_explicit_step_is_one_whoever_takes_it() -> None:
    step = [seen("contact.references")]
    late = Context(stage="final", base_rate=0.5)
    with_recruiter = late.model_copy(update={"interviewer_roles": ("recruiter",)})
    assert weigh(step, with_recruiter).log_odds == weigh(step, late).log_odds
    screen = Context(stage="screen", base_rate=0.5, interviewer_roles=("recruiter",))
    assert weigh(step, screen).log_odds < weigh(step, late).log_odds / 5


def test_what_could_not_happen_is_neither_weighed_nor_listed() -> None:
    context = Context(stage="final")
    open_question = weigh([], context)
    settled = weigh([], context, impossible=["salary.asked"])
    assert "salary.asked" in {sign.label for sign in open_question.unseen}
    assert "salary.asked" not in {sign.label for sign in settled.unseen}
    assert settled.sd < open_question.sd


def test_words_that_agree_with_the_minutes_stay_as_their_quote() -> None:
    told = Evidence(label="contrary.short", quote="done early", start=0, end=10, probability=0.4)
    context = Context(base_rate=0.5, scheduled_minutes=60, actual_minutes=30)
    answer = weigh([told], context)
    part = next(part for part in answer.contributions if part.label == "contrary.short")
    assert [found.quote for found in part.evidence] == ["done early"]
    assert answer.log_odds == weigh([], context).log_odds
    assert "length.over" not in {sign.label for sign in answer.unseen}


@pytest.mark.parametrize("labels", [("gut.good", "gut.bad"), ("contrary.silence", "contrary.silence")])
def test_order_never_matters_for_what_is_only_told_along(labels: tuple[str, str]) -> None:
    found = [seen(label, document=name) for label, name in zip(labels, ("b.txt", "a.txt"), strict=True)]
    context = Context(stage="first", interview_date=DAY)
    today = DAY + timedelta(days=9)
    assert weigh(found, context, 0.5, today) == weigh(found[::-1], context, 0.5, today)


def test_a_tiny_overrun_never_displaces_the_measured_length() -> None:
    context = Context(base_rate=0.5, actual_minutes=31)
    assert weigh([seen("length.over", probability=0.001)], context).log_odds >= weigh([], context).log_odds


def test_what_the_candidate_raised_is_routine() -> None:
    context = Context(stage="final", base_rate=0.5)
    mine = weigh([seen("salary.asked", raised_by="candidate")], context).log_odds
    theirs = weigh([seen("salary.asked", raised_by="interviewer")], context).log_odds
    assert 0 <= mine < theirs / 5


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        ({"employer": "large"}, "warmth"),
        ({"temper": "warm"}, "warmth"),
        ({"employer": "startup"}, "selling.pitch"),
        ({"format": "video"}, "warmth"),
        ({"format": "recorded"}, "salary.asked"),
        ({"interviewer_roles": ("recruiter",)}, "warmth"),
    ],
)
def test_context_makes_signs_weigh_less(facts: dict[str, object], label: str) -> None:
    plain = weigh([seen(label)], Context(stage="final", base_rate=0.5)).log_odds
    here = weigh(
        [seen(label)], Context.model_validate({"stage": "final", "base_rate": 0.5, **facts})
    ).log_odds
    assert 0 <= here < plain


def test_context_makes_some_signs_weigh_more() -> None:
    def worth(label: str, **facts: object) -> float:
        return weigh(
            [seen(label)], Context.model_validate({"stage": "final", "base_rate": 0.5, **facts})
        ).log_odds

    assert worth("warmth", temper="dry") > worth("warmth") > 0
    assert 0 > worth("contrary.distant", temper="dry") > worth("contrary.distant")
    assert 0 > worth("contrary.concern", self_doubter=True) > worth("contrary.concern")


@given(st.floats(0.001, 0.999))
def test_a_self_doubters_gut_is_trusted_less_and_never_turned_around(gut: float) -> None:
    usual = weigh([], Context(base_rate=0.5), gut).log_odds
    doubter = weigh([], Context(base_rate=0.5, self_doubter=True), gut).log_odds
    assert abs(doubter) <= abs(usual) + 1e-12
    assert doubter * usual >= 0
    assert abs(usual) <= 0.8 + 1e-9


def test_a_stated_chance_replaces_feelings_in_words() -> None:
    told = weigh([seen("gut.bad")], Context(base_rate=0.5), 0.9)
    assert [part.label for part in told.contributions].count("gut") == 1
    assert told.log_odds > 0


@pytest.mark.parametrize("stage", ["screen", "first", "second", "final", "single", "informal"])
def test_the_band_is_wider_when_less_is_known(stage: str) -> None:
    def spread(**facts: object) -> float:
        return weigh([], Context.model_validate(facts)).sd

    known = spread(stage=stage, employer="large", interviewer_roles=("decider",))
    assert known < spread(stage=stage) <= spread()


@given(contexts())
def test_one_employer_is_never_known_better_than_employers_are_alike(context: Context) -> None:
    between = context_rules().employers.between.log_odds_sd
    start = weigh([], context).contributions[0]
    assert start.kind == "base"
    told = context.base_rate is not None or context.finalists is not None
    assert told or start.sd >= between


def test_an_employer_of_a_kind_without_a_row_is_known_less_well() -> None:
    def start(employer: str) -> float:
        return (
            weigh([], Context.model_validate({"stage": "second", "employer": employer})).contributions[0].sd
        )

    assert start("agency") > start("large")
    assert start("agency") > start("selective") == context_rules().employers.between.log_odds_sd


def test_what_nobody_looked_for_widens_the_band() -> None:
    context = Context(stage="first")

    def beyond_the_parts(**how: Any) -> float:
        answer = weigh([seen("warmth")], context, **how)
        return answer.sd**2 - sum(part.sd**2 for part in answer.contributions)

    assert beyond_the_parts() > 0.03
    assert beyond_the_parts(impossible=list(signs())) == pytest.approx(0, abs=1e-9)


def test_what_a_discount_takes_off_is_not_known_any_better() -> None:
    context = Context(stage="final")
    everything = list(signs())

    def beyond_the_parts(*labels: str, sure: float = 1.0) -> float:
        found = [seen(label, probability=sure) for label in labels]
        answer = weigh(found, context, impossible=everything)
        return answer.sd**2 - sum(part.sd**2 for part in answer.contributions)

    alone, two = beyond_the_parts("warmth"), beyond_the_parts("warmth", "duties.specifics")
    three = beyond_the_parts("warmth", "duties.specifics", "affirmation.fit")
    assert alone == pytest.approx(0, abs=1e-9)
    assert 0 < two < three
    # the doubt whether they were there goes down with the weight
    assert beyond_the_parts("warmth", "duties.specifics", sure=0.5) == pytest.approx(two / 2)


def test_what_notes_do_not_mention_is_one_part_and_less_than_a_no() -> None:
    context = Context(stage="final", format="onsite")
    found = [seen("selling.pitch"), seen("duties.specifics")]
    nothing = weigh(found, context)
    steps = [weigh(found, context, mentioned=m).log_odds for m in (0.0, 0.1, 0.4, 0.9)]
    asked = weigh(found, context, looked_for=dict.fromkeys(signs(), 1.0))
    assert [nothing.log_odds, *steps[1:]] == sorted(steps, reverse=True)
    assert asked.log_odds < steps[2]
    told = weigh(found, context, mentioned=0.4)
    left_out = [part for part in told.contributions if part.kind == "not_mentioned"]
    assert len(left_out) == 1
    assert not [part for part in told.contributions if part.kind == "not_seen"]
    assert not any(absence.counted for absence in told.unseen)
    assert left_out[0].log_odds == pytest.approx(told.log_odds - nothing.log_odds)


@given(many, contexts(), looked, st.floats(0, 1))
def test_silence_of_notes_never_speaks_for_anybody(
    found: list[Evidence], context: Context, looked_for: dict[str, float] | None, mentioned: float
) -> None:
    without = weigh(found, context, looked_for=looked_for)
    answer = weigh(found, context, looked_for=looked_for, mentioned=mentioned)
    assert answer.log_odds == fsum(part.log_odds for part in answer.contributions)
    assert answer.log_odds <= without.log_odds + 1e-9


@given(many, evidence(POSITIVE), contexts(), st.floats(0, 1))
def test_to_mention_a_positive_sign_never_lowers_the_chance(
    found: list[Evidence], more: Evidence, context: Context, mentioned: float
) -> None:
    before = weigh(found, context, mentioned=mentioned)
    after = weigh([*found, more], context, mentioned=mentioned)
    assert after.log_odds >= before.log_odds - 1e-9


@given(many, evidence(NEGATIVE), contexts(), looked, st.floats(0, 1))
def test_to_mention_a_contrary_sign_never_raises_the_chance(
    found: list[Evidence],
    more: Evidence,
    context: Context,
    looked_for: dict[str, float] | None,
    mentioned: float,
) -> None:
    before = weigh(found, context, looked_for=looked_for, mentioned=mentioned)
    after = weigh([*found, more], context, looked_for=looked_for, mentioned=mentioned)
    assert after.log_odds <= before.log_odds + 1e-9


def test_a_no_to_a_contrary_sign_speaks_for_it_a_little() -> None:
    context = Context(stage="final")
    without = weigh([], context).log_odds
    no_doubt = weigh([], context, looked_for={"contrary.concern": 1.0}).log_odds - without
    doubt = weigh([seen("contrary.concern")], context).log_odds - without
    assert 0 < no_doubt < -doubt


def test_more_finalists_mean_less_and_the_formula_is_the_published_one() -> None:
    table = {2: 0.49, 3: 0.33, 4: 0.25, 5: 0.20}
    for count, chance in table.items():
        assert finalist_chance(count) == pytest.approx(chance, abs=0.008)
    assert finalist_chance(1) == pytest.approx(0.82)


def test_what_would_change_names_the_chance_of_the_same_sum() -> None:
    context = Context(stage="final", interview_date=DAY)
    answer = weigh([], context, today=DAY)
    by_label: dict[str, list[float]] = {}
    for what in answer.what_would_change:
        by_label.setdefault(what.label, []).append(what.probability)
    assert (
        by_label["contact.references"][0]
        == weigh([seen("contact.references")], context, today=DAY).probability
    )
    week = weigh([], context, today=DAY + timedelta(days=7)).probability
    assert by_label["silence"][0] == week < answer.probability
    assert by_label["silence"][1] < by_label["silence"][0]


def test_an_answer_can_be_stored_and_read_back() -> None:
    answer = weigh([seen("warmth")], Context(stage="first", interview_date=DAY), 0.4, DAY)
    assert Assessment.model_validate_json(answer.model_dump_json()) == answer


@pytest.mark.parametrize(("bad", "message"), [("pay.asked", "not a sign"), ("warmth", "gut")])
def test_wrong_input_is_refused_in_one_line(bad: str, message: str) -> None:
    with pytest.raises(ValueError, match=message) as caught:
        weigh([seen(bad)], Context(), 1.5)
    assert "\n" not in str(caught.value)
