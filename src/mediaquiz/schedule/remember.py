"""``fsrs6.answer`` over a whole history: the same bits in a third of the time, for replaying a log.

What follows from the settings alone is computed once for all cards: factors for each rating, and the card's way
through its steps, which depends on no number. ``fsrs6.answer`` says what each line means; a property test holds the
two equal.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import e
from typing import NamedTuple, TypeVar

from mediaquiz.model.review import Answered, Rating, Stage
from mediaquiz.schedule.fsrs6 import (
    LEAST_DIFFICULTY,
    LEAST_STABILITY,
    MOST_DIFFICULTY,
    Mind,
    Model,
    answer,
    difficulty_pull,
    same_day_growth,
)

_AGAIN = 1
T = TypeVar("T")
_Place = tuple[Stage, int | None]


class _Tables(NamedTuple):
    """What follows from the settings.

    ``places`` are all places of a card; ``moves`` gives for the number of one, at the rating, that of the next. The
    others are indexed by the rating.
    """

    places: tuple[_Place, ...]
    moves: tuple[tuple[int, ...], ...]
    same_day: tuple[float, ...]
    bonus: tuple[float, ...]
    pull: tuple[float, ...]


def remember(history: Sequence[Answered], model: Model) -> Mind:
    """The card after all of its answers, of which there is one at least: ``answer`` applied to each in turn."""
    places, moves, same_day, bonus, pull = _tables(model)
    w, decay, factor, growth_scale, forgotten = model.w, model.decay, model.factor, model.growth, model.forgotten
    anchor, kept, damping, gaining, same_day_damping = w[7] * model.easy_start, 1 - w[7], -w[9], w[10], -w[19]
    first = history[0]
    (stage, stability, difficulty, step), _ = answer(None, first.rating, 0, model)
    place, day = places.index((stage, step)), first.day
    for _, today, rated, _, _, _, _ in history[1:]:
        rating = +rated  # a plain number, as which Python compares and looks up in half the time
        if (days := (today - day).days) > 0:
            day = today
            recall = (1 + factor * days / stability) ** decay
            if rating == _AGAIN:
                lost = w[11] * (difficulty ** -w[12]) * (((stability + 1) ** w[13]) - 1) * (e ** ((1 - recall) * w[14]))
                stability = min(lost, stability / forgotten)
            else:
                gain = (e ** ((1 - recall) * gaining)) - 1
                ease = growth_scale * (11 - difficulty)
                stability *= 1 + ease * (stability**damping) * gain * bonus[rating]
        else:
            growth = same_day[rating] * (stability**same_day_damping)
            if growth > 1.0 or rating == _AGAIN:
                stability *= growth
        if stability < LEAST_STABILITY:
            stability = LEAST_STABILITY
        difficulty = anchor + kept * (difficulty + (10.0 - difficulty) * pull[rating] / 9.0)
        if not LEAST_DIFFICULTY <= difficulty <= MOST_DIFFICULTY:
            difficulty = LEAST_DIFFICULTY if difficulty < LEAST_DIFFICULTY else MOST_DIFFICULTY
        place = moves[place][rating]
    stage, step = places[place]
    return Mind(stage, stability, difficulty, step)


@lru_cache(maxsize=8)
def _tables(model: Model) -> _Tables:
    ratings = tuple(Rating)
    places: list[_Place] = [(Stage.REVIEW, None)]
    places += [(Stage.LEARNING, step) for step in range(len(model.learning))]
    places += [(Stage.RELEARNING, step) for step in range(len(model.relearning))]
    bonus = {Rating.HARD: model.w[15], Rating.EASY: model.w[16]}
    return _Tables(
        tuple(places),
        tuple(_by_rating([places.index(_move(place, rating, model)) for rating in ratings]) for place in places),
        _by_rating([same_day_growth(rating, model) for rating in ratings]),
        _by_rating([bonus.get(rating, 1.0) for rating in ratings]),
        _by_rating([difficulty_pull(rating, model) for rating in ratings]),
    )


def _move(place: _Place, rating: Rating, model: Model) -> _Place:
    """Where the answer leads; whatever the numbers are, which are those of no card."""
    stage, step = place
    after, _ = answer(Mind(stage, 1.0, LEAST_DIFFICULTY, step), rating, 1, model)
    return after.stage, after.step


def _by_rating(values: Sequence[T]) -> tuple[T, ...]:
    """The values of the four ratings where their numbers find them: there is no rating 0."""
    return (values[0], *values)
