"""Where the marks of the plots stand, in the units of their view boxes; the template only draws them."""

from collections.abc import Mapping, Sequence
from math import floor

from mediaquiz.measure.results.analysis import Studied
from mediaquiz.measure.results.figures import Figures
from mediaquiz.measure.results.flags import WEAK
from mediaquiz.model.frozen import dataclass

BINS = 10
HIGH = 120.0
"""The height of the tallest bar of the scores."""
WIDE, TALL = 600.0, 280.0
"""The field of the questions' plot."""
LEAST_R, MOST_R = -0.4, 1.0
"""The discriminations that have a place there; what is beyond stands at the border."""
STRIP = 100.0
"""The length of the strip on which an interval is drawn."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Learners with scores from ``low`` on, up to the next bar, in percent of the test."""

    low: int
    high: int
    count: int
    height: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A question by its difficulty (to the right: easier) and its discrimination (upwards: better)."""

    number: int
    x: float
    y: float
    marked: bool


@dataclass(frozen=True, slots=True)
class Whisker:
    """A figure on a strip, with its interval."""

    low: float
    at: float
    high: float


def bars(scores: Mapping[float, int]) -> tuple[Bar, ...]:
    """The scores in ten bars of the same width; the last one holds full marks too."""
    counts = [0] * BINS
    for score, count in scores.items():
        counts[min(floor(score * BINS + 1e-9), BINS - 1)] += count
    most = max(counts, default=1) or 1
    step = 100 // BINS
    return tuple(
        Bar(place * step, (place + 1) * step, count, round(HIGH * count / most, 1))
        for place, count in enumerate(counts)
    )


def dots(items: Sequence[Studied]) -> tuple[Dot, ...]:
    """The questions that have a discrimination, numbered as in the table."""
    return tuple(
        Dot(number, round(WIDE * one.pooled.difficulty, 1), height(r), bool(one.flags))
        for number, one in enumerate(items, start=1)
        if (r := one.pooled.discrimination) is not None
    )


def height(r: float) -> float:
    """Where a discrimination stands, counted from above."""
    within = min(max(r, LEAST_R), MOST_R)
    return round(TALL * (MOST_R - within) / (MOST_R - LEAST_R), 1)


WEAK_AT = height(WEAK)


def share_whisker(figures: Figures) -> Whisker:
    """The difficulty on a strip from nobody to everybody."""
    low, high = figures.difficulty_between
    return Whisker(*(round(STRIP * part, 1) for part in (low, figures.difficulty, high)))


def r_whisker(figures: Figures) -> Whisker | None:
    """The discrimination on a strip from -1 to 1; None where there is none."""
    r, between = figures.discrimination, figures.discrimination_between
    if r is None or between is None:
        return None
    return Whisker(*(round(STRIP * (part + 1) / 2, 1) for part in (between[0], r, between[1])))
