"""How well expectations met what happened: the measures of the field for a model of memory."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import floor, log, sqrt

from mediaquiz.measure.recalls import Recall
from mediaquiz.model.frozen import dataclass

_LEAST = 1e-6
"""No expectation is certain: it would cost infinitely much to be wrong."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Over ``n`` recalls: log loss (natural), the root mean square error over bins, the area under the ROC curve.

    Lower is better but for ``auc``, which is 0.5 for guessing and 1 for knowing; it is None when all were recalled, or
    none. ``expected`` and ``actual`` are the mean expectation and the share that was recalled.
    """

    n: int
    log_loss: float
    rmse_bins: float
    auc: float | None
    expected: float
    actual: float


def fit(recalls: Sequence[Recall]) -> Fit | None:
    """The fit of the recalls' own expectations; None without any."""
    if not recalls:
        return None
    n = len(recalls)
    return Fit(
        n,
        sum(map(loss, recalls)) / n,
        _rmse(recalls),
        _auc(recalls),
        sum(one.expected for one in recalls) / n,
        sum(one.known for one in recalls) / n,
    )


def loss(recall: Recall) -> float:
    """The log loss of one expectation."""
    chance = min(max(recall.expected, _LEAST), 1 - _LEAST)
    return -log(chance if recall.known else 1 - chance)


def _rmse(recalls: Iterable[Recall]) -> float:
    """The error of the mean expectation in each bin, weighted by its recalls, as the srs-benchmark defines bins."""
    bins: dict[tuple[float, ...], list[float]] = defaultdict(list)
    for one in recalls:
        bins[_bin(one)].append(one.expected - one.known)
    n = sum(map(len, bins.values()))
    return sqrt(sum(sum(errors) ** 2 / len(errors) for errors in bins.values()) / n)


def _bin(one: Recall) -> tuple[float, ...]:
    """Waits, answers and lapses of like size stand together: steps of a geometric scale."""
    return (
        round(2.48 * 3.62 ** floor(log(one.waited) / log(3.62)), 2),
        round(1.99 * 1.89 ** floor(log(one.reps + 1) / log(1.89))),
        round(1.65 * 1.73 ** floor(log(one.lapses) / log(1.73))) if one.lapses else 0,
    )


def _auc(recalls: Sequence[Recall]) -> float | None:
    """How often a recalled card was expected more than a forgotten one (ties count half), by rank sums."""
    known = sum(one.known for one in recalls)
    forgotten = len(recalls) - known
    if not known or not forgotten:
        return None
    ordered = sorted(recalls, key=lambda one: one.expected)
    ranks, place = 0.0, 0
    while place < len(ordered):
        end = place
        while end < len(ordered) and ordered[end].expected == ordered[place].expected:
            end += 1
        ranks += sum(one.known for one in ordered[place:end]) * (place + 1 + end) / 2
        place = end
    return (ranks - known * (known + 1) / 2) / (known * forgotten)


@dataclass(frozen=True, slots=True)
class Bin:
    """Recalls that stand together: how many, their mean place on the axis, what was expected, what was recalled."""

    n: int
    at: float
    expected: float
    actual: float


def calibration(recalls: Iterable[Recall], bins: int = 10) -> tuple[Bin, ...]:
    """The recalls by expectation, in bins of equal width between 0 and 1; empty bins are left out."""
    return binned(recalls, lambda one: min(int(one.expected * bins), bins - 1), lambda one: one.expected)


def binned(
    recalls: Iterable[Recall], name: Callable[[Recall], float], place: Callable[[Recall], float]
) -> tuple[Bin, ...]:
    """The recalls in bins by name, in the order of the names; ``place`` says where each stands on the axis."""
    found: dict[float, list[Recall]] = defaultdict(list)
    for one in recalls:
        found[name(one)].append(one)
    return tuple(_bin_of(found[key], place) for key in sorted(found))


def _bin_of(recalls: Sequence[Recall], place: Callable[[Recall], float]) -> Bin:
    n = len(recalls)
    return Bin(
        n,
        sum(map(place, recalls)) / n,
        sum(one.expected for one in recalls) / n,
        sum(one.known for one in recalls) / n,
    )
