"""A little chance in the interval, so that items learnt together do not come back together for ever.

The range and its use are those that Anki documents and users know: none below 2.5 days, then one day and a share of
the interval in either direction. The chance is a hash of the item and its review count, never a random generator:
the interval on a button is the interval that is applied, on every machine and in every replay.
"""

import math
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from mediaquiz.text import sha256

_SMALLEST = 2.5
_SHARES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, math.inf, 0.05))
"""(from, to, share): of the days between from and to, this share is added to the range on each side."""


def fraction(item_id: str, reps: int) -> float:
    """A number in [0, 1), evenly spread, the same for the same item and review count everywhere."""
    digest = sha256(f"{item_id}:{reps}".encode(errors="surrogatepass"))
    return (int.from_bytes(digest[:8], "big") >> 11) / (1 << 53)


Weight = Callable[[int], float]
"""How much an interval of so many days is wanted: 0 for not at all, as long as another one is wanted."""
BALANCED = 90
"""Days: longer intervals are spread widely enough by chance alone."""


def fuzzed(interval: float, minimum: int, maximum: int, chance: float | None, weight: Weight | None = None) -> int:
    """The interval in whole days, between minimum and maximum; the maximum wins when they contradict.

    ``chance`` in [0, 1) picks a day of the range, evenly or by weight; None means no fuzz.
    """
    minimum = min(minimum, maximum)
    if chance is None:
        return min(max(_rounded(interval), minimum), maximum)
    lower, upper = bounds(interval, minimum, maximum)
    if weight is not None and lower < upper <= BALANCED:
        return _weighted(range(lower, upper + 1), chance, weight)
    return lower + math.floor(chance * (1 + upper - lower))


def _weighted(days: range, chance: float, weight: Weight) -> int:
    """The day at which the weights up to it pass their share; evenly where no day is wanted."""
    sums = list(accumulate(map(weight, days)))
    if sums[-1] <= 0:
        return days[math.floor(chance * len(days))]
    return days[min(bisect_right(sums, chance * sums[-1]), len(days) - 1)]


def bounds(interval: float, minimum: int, maximum: int) -> tuple[int, int]:
    """The first and last day that fuzz may pick: several from 2.5 days on, if the maximum leaves room."""
    interval = min(max(interval, minimum), maximum)
    delta = _delta(interval)
    lower = min(max(_rounded(interval - delta), minimum), maximum)
    upper = min(max(_rounded(interval + delta), minimum), maximum)
    return lower, upper


def least_interval(interval: float, previous: int, maximum: int) -> int:
    """The fewest days for a passed review, so that fuzz alone never makes an interval shrink.

    Longer than the previous one when the unfuzzed interval is longer; as long when fuzz could reach it. An interval
    that shrank for a reason (other parameters, another desired retention) has no such bound: 0.
    """
    if _rounded(interval) > previous:
        return previous + 1
    return previous if previous <= bounds(interval, 1, maximum)[1] else 0


def _delta(interval: float) -> float:
    if interval < _SMALLEST:
        return 0.0
    return 1.0 + sum([share * (min(interval, end) - start) for start, end, share in _SHARES if interval > start])


def _rounded(days: float) -> int:
    return math.floor(days + 0.5)
