"""The FSRS-6 model of memory: what one answer does to stability and difficulty, and the learning steps around it.

The formulas are those of the FSRS-6 algorithm, evaluated in the same order as by the ``fsrs`` library, so that both
give the same bits (a property test compares them). They are written out here for speed: replaying a log takes a
ninth of the time, and the first answer of a sitting need not import the library.
"""

from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache
from math import e
from typing import NamedTuple

from mediaquiz.model.review import Rating, Stage
from mediaquiz.schedule.settings import Settings

_AGAIN, _HARD, _GOOD, _EASY = 1, 2, 3, 4
LEAST_STABILITY = 0.001
LEAST_DIFFICULTY, MOST_DIFFICULTY = 1.0, 10.0


class Mind(NamedTuple):
    """A card in memory. ``stability`` in days; ``step`` is the learning or relearning step it is in, None in REVIEW."""

    stage: Stage
    stability: float
    difficulty: float
    step: int | None


class Model(NamedTuple):
    """Settings as the formulas need them: the parameters, and what is the same for every answer."""

    w: tuple[float, ...]
    decay: float
    factor: float
    easy_start: float
    growth: float
    forgotten: float
    learning: tuple[timedelta, ...]
    relearning: tuple[timedelta, ...]


@lru_cache(maxsize=8)
def model_of(
    parameters: tuple[float, ...], learning: tuple[timedelta, ...], relearning: tuple[timedelta, ...]
) -> Model:
    """The model of some settings."""
    w, decay = parameters, -parameters[20]
    return Model(
        w,
        decay,
        0.9 ** (1 / decay) - 1,
        _initial_difficulty(w, _EASY),
        e ** w[8],
        e ** (w[17] * w[18]),
        learning,
        relearning,
    )


def model(settings: Settings) -> Model:
    """The model of the settings."""
    return model_of(settings.parameters, settings.learning_steps, settings.relearning_steps)


def answer(mind: Mind | None, rating: Rating, days: int, model: Model) -> tuple[Mind, timedelta | None]:
    """The card after it is rated, and how long its next step waits; None when it waits whole days by its stability.

    ``mind`` is None for a new card. ``days`` are the study days since the answer before it; negative ones count as
    none, and none or none whole day means the formulas for answers of one day.
    """
    if mind is None:
        difficulty = _clamped(_initial_difficulty(model.w, rating))
        first = max(model.w[rating - 1], LEAST_STABILITY)
        return _stepped(Stage.LEARNING, 0, rating, first, difficulty, model.learning)
    stability = _same_day(mind.stability, rating, model) if days < 1 else _later(mind, rating, days, model)
    difficulty = _next_difficulty(mind.difficulty, rating, model)
    if mind.stage is Stage.REVIEW:
        if rating == _AGAIN and model.relearning:
            return Mind(Stage.RELEARNING, stability, difficulty, 0), model.relearning[0]
        return Mind(Stage.REVIEW, stability, difficulty, None), None
    steps = model.learning if mind.stage is Stage.LEARNING else model.relearning
    return _stepped(mind.stage, mind.step or 0, rating, stability, difficulty, steps)


def _stepped(
    stage: Stage, step: int, rating: Rating, stability: float, difficulty: float, steps: Sequence[timedelta]
) -> tuple[Mind, timedelta | None]:
    """Where an answer in a step leads. The settings may have fewer steps now than when the card came into its own."""
    done = not steps or rating == _EASY or (rating != _AGAIN and step >= len(steps))
    if done or (rating == _GOOD and step + 1 == len(steps)):
        return Mind(Stage.REVIEW, stability, difficulty, None), None
    if rating == _HARD:
        return Mind(stage, stability, difficulty, step), _hard_wait(step, steps)
    step = 0 if rating == _AGAIN else step + 1
    return Mind(stage, stability, difficulty, step), steps[step]


def _hard_wait(step: int, steps: Sequence[timedelta]) -> timedelta:
    """Hard in the first step waits longer than Again, and not as long as Good."""
    if step:
        return steps[step]
    return steps[0] * 1.5 if len(steps) == 1 else (steps[0] + steps[1]) / 2.0


def _initial_difficulty(w: Sequence[float], rating: int) -> float:
    return float(w[4] - (e ** (w[5] * (rating - 1))) + 1)


def _clamped(difficulty: float) -> float:
    return min(max(difficulty, LEAST_DIFFICULTY), MOST_DIFFICULTY)


def _next_difficulty(difficulty: float, rating: int, model: Model) -> float:
    w = model.w
    moved = difficulty + (10.0 - difficulty) * difficulty_pull(rating, model) / 9.0
    return _clamped(w[7] * model.easy_start + (1 - w[7]) * moved)


def difficulty_pull(rating: int, model: Model) -> float:
    """How far a rating moves the difficulty, before what is left of the scale damps it."""
    return -(model.w[6] * (rating - 3))


def same_day_growth(rating: int, model: Model) -> float:
    """How many times the stability grows by an answer of the same day, before the stability itself damps it."""
    return float(e ** (model.w[17] * (rating - 3 + model.w[18])))


def _same_day(stability: float, rating: int, model: Model) -> float:
    growth = same_day_growth(rating, model) * (stability ** -model.w[19])
    if rating != _AGAIN:
        growth = max(growth, 1.0)
    return float(max(stability * growth, LEAST_STABILITY))


def _later(mind: Mind, rating: int, days: int, model: Model) -> float:
    w, stability, difficulty = model.w, mind.stability, mind.difficulty
    recall = (1 + model.factor * days / stability) ** model.decay
    if rating == _AGAIN:
        lost = w[11] * (difficulty ** -w[12]) * (((stability + 1) ** w[13]) - 1) * (e ** ((1 - recall) * w[14]))
        found = min(lost, stability / model.forgotten)
    else:
        hard = w[15] if rating == _HARD else 1
        easy = w[16] if rating == _EASY else 1
        gain = (e ** ((1 - recall) * w[10])) - 1
        found = stability * (1 + model.growth * (11 - difficulty) * (stability ** -w[9]) * gain * hard * easy)
    return float(max(found, LEAST_STABILITY))
