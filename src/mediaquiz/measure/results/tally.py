"""Counting a test, one learner at a time: what is kept grows with the scores that occur, not with the learners.

All items weigh the same: a learner's score is the sum of the shares, the rest of an item is the score without it.
Every sum is taken exactly (``math.fsum``), so the order of the learners makes no difference to any digit.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from mediaquiz.measure.results.figures import Counts, Figures
from mediaquiz.measure.results.intervals import Interval, of_alpha
from mediaquiz.model.frozen import dataclass

EXTREME = 0.27
"""The part of the learners in the upper and in the lower group (Kelley 1939)."""
MOST_ANSWERS = 200
"""Different answers to an item that are counted; of typed answers there may be any number."""

ItemKey = tuple[str, str]
"""An item's id and the hash of its wording; for a question of no course an empty id and a hash of its text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one learner did with one item. ``answers`` are the parts of the answer; none when nothing was given."""

    share: float
    answers: tuple[str, ...] = ()
    omitted: bool = False


@dataclass(frozen=True, slots=True)
class ScoreFigures:
    """A test as a whole: ``n`` learners, ``items`` items, mean and spread of the share of it that was right.

    ``alpha`` is Cronbach's (KR-20 when all was right or wrong, ``whole``), None for one item or equal scores.
    ``scores`` counts the learners by their share.
    """

    n: int
    items: int
    mean: float
    deviation: float
    alpha: float | None
    whole: bool
    scores: Mapping[float, int]

    @property
    def alpha_between(self) -> Interval | None:
        """The interval of ``alpha``."""
        return None if self.alpha is None else of_alpha(self.alpha, self.items, self.n)

    @property
    def error(self) -> float | None:
        """The standard error of measurement, in shares of the test."""
        return None if self.alpha is None else self.deviation * math.sqrt(max(0.0, 1 - self.alpha))


class Tally:
    """All learners who were asked the same items."""

    def __init__(self) -> None:
        self.n = 0
        self._scores: Counter[float] = Counter()
        self._joint: defaultdict[ItemKey, Counter[tuple[float, float]]] = defaultdict(Counter)
        self._answers: defaultdict[ItemKey, defaultdict[str, Counter[float]]] = defaultdict(_counters)
        self._omitted: Counter[ItemKey] = Counter()

    def add(self, marks: Mapping[ItemKey, Mark]) -> None:
        """One learner's marks, for the same items as everybody's."""
        score = round(math.fsum(mark.share for mark in marks.values()), _DIGITS)
        self.n += 1
        self._scores[score] += 1
        for item, mark in marks.items():
            self._joint[item][score, mark.share] += 1
            if mark.omitted:
                self._omitted[item] += 1
            counted = self._answers[item]
            for answer in mark.answers:
                if answer in counted or len(counted) < MOST_ANSWERS:
                    counted[answer][score] += 1

    def figures(self) -> dict[ItemKey, Figures]:
        """The figures of each item, those of one group."""
        upper, lower = extremes(self._scores)
        rest = max(len(self._joint) - 1, 1)
        return {item: self._of(item, joint, upper, lower, rest) for item, joint in self._joint.items()}

    def _of(
        self,
        item: ItemKey,
        joint: Mapping[tuple[float, float], int],
        upper: Mapping[float, float],
        lower: Mapping[float, float],
        rest: int,
    ) -> Figures:
        rows = [(share, (score - share) / rest, count) for (score, share), count in joint.items()]
        x = math.fsum(share * count for share, _, count in rows) / self.n
        y = math.fsum(other * count for _, other, count in rows) / self.n
        return Figures(
            n=self.n,
            right=math.fsum(share * count for share, _, count in rows),
            omitted=self._omitted[item],
            groups=1,
            sxx=math.fsum((share - x) ** 2 * count for share, _, count in rows),
            syy=math.fsum((other - y) ** 2 * count for _, other, count in rows),
            sxy=math.fsum((share - x) * (other - y) * count for share, other, count in rows),
            upper_n=_weighed(self._scores, upper),
            upper=math.fsum(share * count * upper.get(score, 0.0) for (score, share), count in joint.items()),
            lower_n=_weighed(self._scores, lower),
            lower=math.fsum(share * count * lower.get(score, 0.0) for (score, share), count in joint.items()),
            answers={answer: _counts(told, upper, lower) for answer, told in sorted(self._answers[item].items())},
        )

    def test(self) -> ScoreFigures:
        """The figures of the test as a whole; there must be somebody."""
        items = len(self._joint)
        variance = _variance((score, count) for score, count in self._scores.items())
        inner = math.fsum(
            _variance((share, count) for (_, share), count in joint.items()) for joint in self._joint.values()
        )
        alpha = items / (items - 1) * (1 - inner / variance) if items > 1 and variance > _NOTHING else None
        return ScoreFigures(
            n=self.n,
            items=items,
            mean=math.fsum(score * count for score, count in self._scores.items()) / self.n / items,
            deviation=math.sqrt(variance) / items,
            alpha=alpha,
            whole=all(share in (0.0, 1.0) for joint in self._joint.values() for _, share in joint),
            scores={score / items: count for score, count in sorted(self._scores.items())},
        )


_NOTHING = 1e-12
_DIGITS = 13
"""Of a score: three thirds are one, and no learner is better than another by a rounding."""


def _counters() -> defaultdict[str, Counter[float]]:
    return defaultdict(Counter)


def extremes(scores: Mapping[float, int]) -> tuple[dict[float, float], dict[float, float]]:
    """For each score that is in the upper, and in the lower group, which part of its learners are.

    Of learners with the same score at the border all count in part: nobody's place in the file decides.
    """
    wanted = EXTREME * sum(scores.values())
    return _taken(sorted(scores.items(), reverse=True), wanted), _taken(sorted(scores.items()), wanted)


def _taken(scores: Iterable[tuple[float, int]], wanted: float) -> dict[float, float]:
    taken: dict[float, float] = {}
    for score, count in scores:
        if wanted <= _NOTHING:
            break
        taken[score] = min(1.0, wanted / count)
        wanted -= count
    return taken


def _weighed(scores: Mapping[float, int], parts: Mapping[float, float]) -> float:
    return math.fsum(count * parts.get(score, 0.0) for score, count in scores.items())


def _counts(scores: Mapping[float, int], upper: Mapping[float, float], lower: Mapping[float, float]) -> Counts:
    return float(sum(scores.values())), _weighed(scores, upper), _weighed(scores, lower)


def _variance(counted: Iterable[tuple[float, int]]) -> float:
    """The sample variance of values with their counts; 0 for fewer than two."""
    rows = list(counted)
    n = sum(count for _, count in rows)
    if n < 2:
        return 0.0
    mean = math.fsum(value * count for value, count in rows) / n
    return math.fsum((value - mean) ** 2 * count for value, count in rows) / (n - 1)
