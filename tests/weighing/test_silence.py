"""What waiting is worth: which days count, the closed form, the delay of a word, and the coming weeks."""

from __future__ import annotations

from datetime import date, timedelta
from math import isclose, log
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.catalog import context_rules
from wentwell.interview import Context, Employer, Evidence, Stage
from wentwell.weighing import (
    check_country,
    day_heard_by,
    delay_log_odds,
    heard_by,
    is_working_day,
    promised_day,
    silence_log_odds,
    waited,
    weigh,
    working_day,
)

FRIDAY = date(2026, 3, 6)
STAGES: tuple[Stage | None, ...] = (None, "screen", "first", "second", "final", "single", "informal")
EMPLOYERS: tuple[Employer | None, ...] = (None, "startup", "small", "mid", "large", "public", "selective")
stages, employers = st.sampled_from(STAGES), st.sampled_from(EMPLOYERS)
days = st.dates(date(2015, 1, 1), date(2035, 12, 31))
countries = st.sampled_from([None, "GB", "US", "DE", "IL", "NE"])


def seen(label: str) -> Evidence:
    return Evidence(label=label, quote="", start=0, end=0)


@pytest.mark.parametrize(
    ("start", "until", "country", "working"),
    [
        (FRIDAY, date(2026, 3, 8), None, 0),  # a weekend is no silence
        (FRIDAY, date(2026, 3, 9), None, 1),  # Friday to Monday: one day
        (FRIDAY, date(2026, 3, 13), None, 5),  # a week is a week
        (date(2026, 12, 23), date(2027, 1, 1), None, 0),  # Christmas to New Year
        (date(2026, 12, 23), date(2027, 1, 4), None, 1),
        (date(2026, 4, 2), date(2026, 4, 7), None, 3),  # Easter counts without a country,
        (date(2026, 4, 2), date(2026, 4, 7), "GB-ENG", 1),  # and not where it is a holiday
        (date(2026, 3, 11), date(2026, 3, 15), "IL", 2),  # Friday and Saturday are the weekend
        (FRIDAY, FRIDAY, None, 0),
        (FRIDAY, date(2026, 3, 1), None, 0),
    ],
)
def test_which_days_count(start: date, until: date, country: str | None, working: int) -> None:
    assert waited(start, until, country) == pytest.approx(7 / 5 * working)


@given(days, st.integers(0, 1200), st.integers(0, 60), countries)
def test_waiting_never_goes_back_and_adds_up(start: date, some: int, more: int, country: str | None) -> None:
    middle, end = start + timedelta(days=some), start + timedelta(days=some + more)
    whole = waited(start, end, country)
    assert whole >= waited(start, middle, country)
    assert isclose(whole, waited(start, middle, country) + waited(middle, end, country), abs_tol=1e-9)


@given(days, countries)
def test_a_promised_day_moves_to_a_working_day(day: date, country: str | None) -> None:
    moved = promised_day(Context(promised_date=day, country=country))
    assert moved is not None
    assert is_working_day(moved, country)
    assert day <= moved
    assert not any(is_working_day(day + timedelta(days=n), country) for n in range((moved - day).days))


def test_a_day_promised_on_a_holiday_is_waited_for() -> None:
    # Good Friday; Easter Monday is a holiday too
    context = Context(stage="first", promised_date=date(2026, 4, 3), country="GB-ENG")
    assert promised_day(context) == date(2026, 4, 7)
    nothing = weigh([], context).log_odds
    assert weigh([], context, today=date(2026, 4, 7)).log_odds == nothing
    assert weigh([], context, today=date(2026, 4, 8)).log_odds < nothing
    assert working_day(date(2026, 12, 24)) == date(2027, 1, 4)


@pytest.mark.parametrize("code", ["ZZ", "GB-QQ", "FR-XYZ"])
def test_an_unknown_country_is_refused_in_one_line(code: str) -> None:
    with pytest.raises(ValueError, match="no calendar of holidays") as caught:
        check_country(code)
    assert "\n" not in str(caught.value)


@given(st.floats(0, 400), st.floats(0, 100), stages, employers)
def test_a_longer_silence_is_never_better(
    now: float, more: float, stage: Stage | None, employer: Employer | None
) -> None:
    most = context_rules().silence.most
    assert (
        -most <= silence_log_odds(now + more, stage, employer) <= silence_log_odds(now, stage, employer) <= 0
    )


@pytest.mark.parametrize("stage", ["screen", "first", "final"])
@pytest.mark.parametrize("employer", [None, "startup", "large"])
@pytest.mark.parametrize("waited_days", [1.4, 7.0, 14.0, 28.0])
def test_silence_is_the_closed_form(stage: Stage, employer: Employer | None, waited_days: float) -> None:
    rules = context_rules().silence
    times = {"screen": rules.stage.screen, "first": rules.stage.first, "final": rules.stage.late}[stage]
    pace = rules.clock[employer].value if employer else 1.0
    spread = (times.sigma.value**2 + rules.employer_speed_sd**2) ** 0.5
    on = 1 - NormalDist(log(pace * times.a_median.value), spread).cdf(log(waited_days))
    off = 1 - NormalDist(log(pace * times.r_median.value), spread).cdf(log(waited_days))
    ghost = times.ghost.value
    expected = max(-rules.most, log(on / (ghost + (1 - ghost) * off)))
    assert silence_log_odds(waited_days, stage, employer) == pytest.approx(expected, abs=1e-9)
    heard = NormalDist(log(pace * times.a_median.value), spread).cdf(log(heard_by(0.8, stage, employer)))
    assert heard == pytest.approx(0.8)


@given(st.floats(0, 400), st.floats(0, 100), stages, employers)
def test_the_later_a_word_the_less_it_promises(
    now: float, more: float, stage: Stage | None, employer: Employer | None
) -> None:
    most = context_rules().silence.delay_most
    early, late = delay_log_odds(now, stage, employer), delay_log_odds(now + more, stage, employer)
    assert -most <= late <= early <= most


def kinds(context: Context, *labels: str, heard_on: date | None) -> dict[str, float]:
    found = weigh([seen(label) for label in labels], context, heard_on=heard_on)
    return {part.kind: part.log_odds for part in found.contributions}


def test_a_word_that_says_nothing_counts_by_its_day() -> None:
    context = Context(stage="first", interview_date=FRIDAY)
    soon, late = FRIDAY + timedelta(days=3), FRIDAY + timedelta(days=60)
    assert kinds(context, heard_on=soon)["delay"] > 0 > kinds(context, heard_on=late)["delay"]
    assert "delay" not in kinds(context, heard_on=None)
    assert "delay" not in kinds(context, "reply.prompt", heard_on=soon)
    assert "delay" not in kinds(context, "next.availability", heard_on=soon)
    promised = context.model_copy(update={"promised_date": FRIDAY + timedelta(days=14)})
    assert "delay" not in kinds(promised, heard_on=soon)
    assert kinds(promised, heard_on=late)["delay"] < 0


cases = st.builds(
    Context,
    stage=stages,
    employer=employers,
    interview_date=st.just(FRIDAY),
    promised_date=st.none() | st.dates(FRIDAY, FRIDAY + timedelta(days=40)),
    country=countries,
    base_rate=st.none() | st.floats(0.02, 0.98),
)
signs = st.lists(
    st.sampled_from(["warmth", "contrary.silence", "next.process", "contrary.short"]), max_size=3
)


@given(cases, signs, st.integers(0, 60), st.none() | st.integers(0, 20))
def test_the_outlook_is_the_answer_of_that_day(
    context: Context, labels: list[str], since: int, heard: int | None
) -> None:
    evidence = [seen(label) for label in labels]
    today = FRIDAY + timedelta(days=since)
    heard_on = None if heard is None else min(today, FRIDAY + timedelta(days=heard))
    answer = weigh(evidence, context, today=today, heard_on=heard_on, outlook=True)
    outlook = answer.outlook
    assert outlook is not None
    assert outlook.days[0].day == today
    assert outlook.days[0].probability == answer.probability
    assert [one.day for one in outlook.days] == sorted({one.day for one in outlook.days})
    for one in (*outlook.days[::3], *outlook.dates):
        then = weigh(evidence, context, today=max(one.day, today), heard_on=heard_on)
        assert isclose(one.probability, then.probability, abs_tol=1e-12)
        assert isclose(one.low, then.low, abs_tol=1e-12)
        assert isclose(one.high, then.high, abs_tol=1e-12)


def test_the_days_that_matter() -> None:
    context = Context(stage="first", interview_date=FRIDAY, promised_date=date(2026, 3, 21))
    outlook = weigh([], context, today=FRIDAY, outlook=True).outlook
    assert outlook is not None
    assert [one.kind for one in outlook.dates] == ["promised", "most_heard", "count_on_nothing"]
    assert outlook.dates[0].day == date(2026, 3, 23)
    for one in outlook.dates[1:]:
        assert one.share is not None
        assert one.day == day_heard_by(one.share, context)
        needed = heard_by(one.share, "first")
        assert (
            waited(date(2026, 3, 23), one.day) >= needed > waited(date(2026, 3, 23), one.day - timedelta(1))
        )


@pytest.mark.parametrize(
    ("context", "labels", "today"),
    [
        (Context(stage="first"), [], FRIDAY),
        (Context(stage="first", interview_date=FRIDAY), [], None),
        (Context(stage="first", interview_date=FRIDAY), ["reply.warm"], FRIDAY),
        (Context(stage="first", interview_date=FRIDAY), ["outcome.offer"], FRIDAY),
    ],
)
def test_no_outlook_where_no_silence_can_be_counted(
    context: Context, labels: list[str], today: date | None
) -> None:
    assert weigh([seen(label) for label in labels], context, today=today, outlook=True).outlook is None
