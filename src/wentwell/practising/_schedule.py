"""When to practise again: the FSRS memory model, by the ``fsrs`` library, in whole days."""

from __future__ import annotations

from datetime import date, datetime

from wentwell.interview import Rating, Schedule

LONGEST_DAYS = 30
"""The longest pause: a search lasts months, and the next interview may come any week. Opinion."""


def first_due(now: datetime) -> Schedule:
    """Return the schedule of a new card: due at once."""
    return Schedule(due=now)


def next_due(schedule: Schedule, rating: Rating, now: datetime) -> Schedule:
    """Return when a card is due after it was practised.

    FSRS 6 with the library's default parameters and 90 % retention, without steps of minutes and without
    chance: the same ratings give the same days.

    Parameters
    ----------
    schedule : Schedule
    rating : {"again", "hard", "good", "easy"}
        How it went, by the candidate's own word.
    now : datetime
        The moment of practising, with a time zone. One before the last time counts as the last time.
    """
    from fsrs import Card, Scheduler, State
    from fsrs import Rating as Word

    moment = Schedule(due=now).due
    if schedule.last_review is not None:
        moment = max(moment, schedule.last_review)
    scheduler = Scheduler(
        learning_steps=(), relearning_steps=(), maximum_interval=LONGEST_DAYS, enable_fuzzing=False
    )
    card = Card(
        card_id=1,
        state=State.Learning if schedule.last_review is None else State.Review,
        stability=schedule.stability,
        difficulty=schedule.difficulty,
        due=schedule.due,
        last_review=schedule.last_review,
    )
    after, _ = scheduler.review_card(card, Word[rating.capitalize()], moment)
    return Schedule(
        due=after.due, stability=after.stability, difficulty=after.difficulty, last_review=after.last_review
    )


def is_due(schedule: Schedule, today: date) -> bool:
    """Say whether a card is due on a day of the user's clock."""
    return schedule.due.astimezone().date() <= today
