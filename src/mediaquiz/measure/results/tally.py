"""Counting a test, one learner at a time: what is kept grows with the scores that occur, not with the learners.

All items weigh the same: a learner's score is the mean of the shares, the rest of an item is that of all others.
Every sum is taken exactly (``math.fsum``), so the order of the learners makes no difference to any digit.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

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

    ``alpha`` is Cronbach's (KR-20 when all was right or wrong, ``whole``), None for one item, for equal scores, and
    where not everybody was asked the same.
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


Score = tuple[float, int]
"""What a learner reached: the sum of the shares, and over how many items."""
_Joint = Counter[tuple[Score, float]]
"""How often each share of an item came with each score."""
_Parts = Mapping[float, float]
"""Which part of the learners with a mean score is in a group."""


class Tally:
    """The learners who were asked the same items; or, where everybody is asked others, those of one test."""

    def __init__(self) -> None:
        self.n = 0
        self._scores: Counter[Score] = Counter()
        self._joint: defaultdict[ItemKey, _Joint] = defaultdict(Counter)
        self._answers: defaultdict[ItemKey, defaultdict[str, Counter[Score]]] = defaultdict(_counters)
        self._omitted: Counter[ItemKey] = Counter()

    def add(self, marks: Mapping[ItemKey, Mark]) -> None:
        """One learner's marks, at least one."""
        score = math.fsum(mark.share for mark in marks.values()), len(marks)
        self.n += 1
        self._scores[score] += 1
        for item, mark in marks.items():
            self._joint[item][score, mark.share] += 1
            if mark.omitted:
                self._omitted[item] += 1
            for answer in mark.answers:
                if (scores := self._counted(item, answer)) is not None:
                    scores[score] += 1

    def include(self, other: "Tally") -> None:
        """The learners of another tally as well."""
        self.n += other.n
        self._scores.update(other._scores)
        self._omitted.update(other._omitted)
        for item, joint in other._joint.items():
            self._joint[item].update(joint)
            for answer, more in other._answers[item].items():
                if (scores := self._counted(item, answer)) is not None:
                    scores.update(more)

    def _counted(self, item: ItemKey, answer: str) -> Counter[Score] | None:
        """Who gave an answer, by score; None for one answer too many."""
        known = self._answers[item]
        return known[answer] if answer in known or len(known) < MOST_ANSWERS else None

    def figures(self) -> dict[ItemKey, Figures]:
        """The figures of each item, those of one group."""
        upper, lower = extremes(_means(self._scores))
        return {item: self._of(item, joint, upper, lower) for item, joint in self._joint.items()}

    def _of(self, item: ItemKey, joint: _Joint, upper: _Parts, lower: _Parts) -> Figures:
        sxx, syy, sxy = _products(
            [(share, _rest(score, share), count) for (score, share), count in joint.items() if score[1] > 1]
        )
        asked = Counter[Score]()
        for (score, _), count in joint.items():
            asked[score] += count
        return Figures(
            n=sum(joint.values()),
            right=math.fsum(share * count for (_, share), count in joint.items()),
            omitted=self._omitted[item],
            groups=1,
            sxx=sxx,
            syy=syy,
            sxy=sxy,
            upper_n=_weighed(asked, upper),
            upper=_reached(joint, upper),
            lower_n=_weighed(asked, lower),
            lower=_reached(joint, lower),
            answers={answer: _counts(told, upper, lower) for answer, told in sorted(self._answers[item].items())},
        )

    def test(self) -> ScoreFigures:
        """The figures of the test as a whole; there must be somebody."""
        means = _means(self._scores)
        return ScoreFigures(
            n=self.n,
            items=len(self._joint),
            mean=math.fsum(mean * count for mean, count in means.items()) / self.n,
            deviation=math.sqrt(_variance(means.items())),
            alpha=self._alpha(),
            whole=all(share in (0.0, 1.0) for joint in self._joint.values() for _, share in joint),
            scores=dict(sorted(means.items())),
        )

    def _alpha(self) -> float | None:
        """Cronbach's alpha; None where some were asked other items, or nothing differs."""
        items = len(self._joint)
        whole = _variance((score, count) for (score, _), count in self._scores.items())
        if items < 2 or whole <= _NOTHING or any(asked != items for _, asked in self._scores):
            return None
        parts = (_variance((share, count) for (_, share), count in joint.items()) for joint in self._joint.values())
        return items / (items - 1) * (1 - math.fsum(parts) / whole)


_NOTHING = 1e-12
_DIGITS = 13
"""Of a mean: three thirds are one, and no learner is better than another by a rounding."""


def _counters() -> defaultdict[str, Counter[Score]]:
    return defaultdict(Counter)


def _mean(score: Score) -> float:
    total, items = score
    return round(total / items, _DIGITS)


def _means(scores: Mapping[Score, int]) -> Counter[float]:
    means = Counter[float]()
    for score, count in scores.items():
        means[_mean(score)] += count
    return means


def _rest(score: Score, share: float) -> float:
    """The mean share in the other items, of which there must be one."""
    total, items = score
    return (total - share) / (items - 1)


def _products(rows: Sequence[tuple[float, float, int]]) -> tuple[float, float, float]:
    """The sums of squares and products around the means of pairs with their counts."""
    n = sum(count for _, _, count in rows) or 1
    x, y = (math.fsum(row[side] * row[2] for row in rows) / n for side in (0, 1))
    return (
        math.fsum((share - x) ** 2 * count for share, _, count in rows),
        math.fsum((other - y) ** 2 * count for _, other, count in rows),
        math.fsum((share - x) * (other - y) * count for share, other, count in rows),
    )


def extremes(scores: Mapping[float, int]) -> tuple[_Parts, _Parts]:
    """For each score that is in the upper, and in the lower group, which part of its learners are.

    Of learners with the same score at the border all count in part: nobody's place in the file decides.
    """
    wanted = EXTREME * sum(scores.values())
    return _taken(sorted(scores.items(), reverse=True), wanted), _taken(sorted(scores.items()), wanted)


def _taken(scores: Iterable[tuple[float, int]], wanted: float) -> _Parts:
    taken: dict[float, float] = {}
    for score, count in scores:
        if wanted <= _NOTHING:
            break
        taken[score] = min(1.0, wanted / count)
        wanted -= count
    return taken


def _weighed(scores: Mapping[Score, int], parts: _Parts) -> float:
    """How many learners with these scores are in a group."""
    return math.fsum(count * parts.get(_mean(score), 0.0) for score, count in scores.items())


def _reached(joint: _Joint, parts: _Parts) -> float:
    """The sum of the shares of those in a group."""
    return math.fsum(share * count * parts.get(_mean(score), 0.0) for (score, share), count in joint.items())


def _counts(scores: Mapping[Score, int], upper: _Parts, lower: _Parts) -> Counts:
    return float(sum(scores.values())), _weighed(scores, upper), _weighed(scores, lower)


def _variance(counted: Iterable[tuple[float, int]]) -> float:
    """The sample variance of values with their counts; 0 for fewer than two."""
    rows = list(counted)
    n = sum(count for _, count in rows)
    if n < 2:
        return 0.0
    mean = math.fsum(value * count for value, count in rows) / n
    return math.fsum((value - mean) ** 2 * count for value, count in rows) / (n - 1)
