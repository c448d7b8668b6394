"""The figures of an item as sums: those of several classes add up, in any order, to those of all of them.

Classes are not thrown together: the correlation is that within classes, so that a better class that was also given an
easier test proves nothing about an item.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import field

from mediaquiz.measure.results.intervals import Interval, of_correlation, of_share
from mediaquiz.model.frozen import dataclass

Counts = tuple[float, float, float]
"""How many learners gave an answer: all, of the upper group, of the lower group."""
NOBODY: Counts = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Figures:
    """Sums over the learners who were asked an item.

    ``right`` is the sum of their shares (0 to 1 each), ``omitted`` counts those who gave no answer. ``sxx``, ``syy``
    and ``sxy`` are sums of squares and products around the mean of each of ``groups`` classes: of the share, and of the
    mean share in the rest of the test. ``upper`` and ``lower`` are the sums of shares in the best and the worst 27 %,
    with ``upper_n`` and ``lower_n`` learners (fractions where a tie is cut). ``answers`` counts what was answered.
    """

    n: int = 0
    right: float = 0.0
    omitted: int = 0
    groups: int = 0
    sxx: float = 0.0
    syy: float = 0.0
    sxy: float = 0.0
    upper_n: float = 0.0
    upper: float = 0.0
    lower_n: float = 0.0
    lower: float = 0.0
    answers: Mapping[str, Counts] = field(default_factory=dict)

    @property
    def difficulty(self) -> float:
        """The mean share that was right: 1 when everybody knew it. NaN when nobody was asked."""
        return self.right / self.n if self.n else math.nan

    @property
    def difficulty_between(self) -> Interval:
        """The interval of ``difficulty``."""
        return of_share(self.difficulty, self.n) if self.n else (0.0, 1.0)

    @property
    def discrimination(self) -> float | None:
        """The corrected point-biserial correlation, item against the rest of the test; None where all did the same."""
        if self.sxx <= _NOTHING or self.syy <= _NOTHING:
            return None
        return max(-1.0, min(1.0, self.sxy / math.sqrt(self.sxx * self.syy)))

    @property
    def discrimination_between(self) -> Interval | None:
        """The interval of ``discrimination``."""
        r = self.discrimination
        return None if r is None else of_correlation(r, self.n - self.groups - 1)

    @property
    def difference(self) -> float | None:
        """How much more of it the upper group got right than the lower, -1 to 1."""
        if not self.upper_n or not self.lower_n:
            return None
        return self.upper / self.upper_n - self.lower / self.lower_n


_NOTHING = 1e-12
"""Sums of squares below this are rounding."""
_SUMS = ("n", "right", "omitted", "groups", "sxx", "syy", "sxy", "upper_n", "upper", "lower_n", "lower")


def added(parts: Iterable[Figures]) -> Figures:
    """The figures of all classes together. Exactly the same in any order."""
    found = list(parts)
    if len(found) == 1:
        return found[0]
    sums = {name: math.fsum(getattr(part, name) for part in found) for name in _SUMS}
    counts: dict[str, list[Counts]] = {}
    for part in found:
        for answer, told in part.answers.items():
            counts.setdefault(answer, []).append(told)
    answers = {answer: _summed(told) for answer, told in sorted(counts.items())}
    n, omitted, groups = (round(sums.pop(name)) for name in ("n", "omitted", "groups"))
    return Figures(n, omitted=omitted, groups=groups, answers=answers, **sums)


def _summed(counts: list[Counts]) -> Counts:
    every, upper, lower = (math.fsum(column) for column in zip(*counts, strict=True))
    return every, upper, lower


def figures_to_plain(figures: Figures) -> dict[str, object]:
    """The figures as JSON holds them."""
    return {
        "n": figures.n,
        "difficulty": figures.difficulty,
        "difficulty_between": figures.difficulty_between,
        "discrimination": figures.discrimination,
        "discrimination_between": figures.discrimination_between,
        "difference": figures.difference,
        "omitted": figures.omitted,
    }
