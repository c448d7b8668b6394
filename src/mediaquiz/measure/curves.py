"""Forgetting curves, and what was really recalled along them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf

from mediaquiz.measure.fit import Bin, binned
from mediaquiz.measure.recalls import Recall
from mediaquiz.model.frozen import dataclass

BANDS = (0.0, 4.0, 16.0, 64.0, inf)
"""The stabilities, in days, at which one curve ends and the next begins."""
POINTS = 6
"""The points of a curve at most."""
FEWEST = 8
"""The recalls of a point at least, as far as there are so many."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Memories of like stability: its mean in days, and the recalls after shorter and longer waits (in days)."""

    low: float
    high: float
    stability: float
    n: int
    points: tuple[Bin, ...]


def curves(recalls: Iterable[Recall]) -> tuple[Curve, ...]:
    """A curve for each band of stability that was tested."""
    every = tuple(recalls)
    found = []
    for low, high in pairwise(BANDS):
        within = sorted((one for one in every if low <= one.stability < high), key=lambda one: (one.waited, one.item))
        if within:
            mean = sum(one.stability for one in within) / len(within)
            found.append(Curve(low, high, mean, len(within), _points(within)))
    return tuple(found)


def _points(recalls: Sequence[Recall]) -> tuple[Bin, ...]:
    """The recalls, in order of their waits, in groups of like size; one wait is never in two groups."""
    size = max(FEWEST, -(-len(recalls) // POINTS))
    first: dict[int, int] = {}
    for place, one in enumerate(recalls):
        first.setdefault(one.waited, place // size)
    return binned(recalls, lambda one: first[one.waited], lambda one: one.waited)


def chance(waited: float, stability: float, decay: float) -> float:
    """FSRS's forgetting curve: the chance of recall after so many days; 0.9 after the stability."""
    factor = 0.9 ** (1 / decay) - 1
    return float((1 + factor * waited / stability) ** decay)
