"""Parameters of the memory model for one learner: fitted, drawn towards the published ones, and put to the test.

A fit to few answers says more about chance than about the learner. So the fitted numbers are mixed with the published
ones, by as many answers as there are; and they are taken only if, fitted without the newest fifth of the answers, they
foretell that fifth no worse than the present ones.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from math import exp, log
from typing import NamedTuple

from mediaquiz.measure.fit import Bin, Fit, calibration, fit
from mediaquiz.measure.recalls import Recall
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.review import Answered
from mediaquiz.schedule.card import CardState
from mediaquiz.schedule.settings import DEFAULT_PARAMETERS, HIGHEST, LOWEST

HALF = 400
"""The recalls at which a fit counts as much as the published parameters."""
NEWEST = 0.2
"""The share of the recalls, the newest, that a fit has to foretell."""
FEWEST = 50
"""Recalls below which nothing is fitted."""
_STARTS = 4
"""The first parameters are stabilities, in days, after the first answer, by rating; the others have no such unit."""
_LEAST_GOOD = 0.1
"""No fit may say that a card answered well for the first time is forgotten within hours."""

Parameters = tuple[float, ...]


class Case(NamedTuple):
    """One recall as a fit needs it: its time and id, and (rating, days since the answer before) up to and with it."""

    at: float
    id: str
    reviews: tuple[tuple[int, int], ...]


def cases_of(cards: Iterable[CardState]) -> list[Case]:
    """The cases of all cards: those that ``recalls_of`` makes recalls of."""
    return [
        case
        for card in cards
        for start, end in pairwise((*card.starts, len(card.reviews)))
        for case in _life(card.answers[start:end])
    ]


def _life(answers: Sequence[Answered]) -> Iterator[Case]:
    """The cases of a card between two resets."""
    reviews: tuple[tuple[int, int], ...] = ()
    day = answers[0].day if answers else None
    for one in answers:
        waited = max((one.day - day).days, 0) if day else 0
        reviews = (*reviews, (int(one.rating), waited))
        day = max(day, one.day) if day else one.day
        if waited > 0:
            yield Case(one.at.timestamp(), one.id, reviews)


Fitter = Callable[[Sequence[Case]], Parameters]
"""Finds the parameters that foretell the cases best. They come in order of time, for newer ones weigh more."""
Judge = Callable[[Parameters], Sequence[Recall]]
"""The recalls of the cases, in the same order, with what the parameters expected."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A fit put to the test.

    ``before`` and ``after`` are the fits of the present and of the new parameters over the ``tested`` newest recalls,
    which the new ones were not fitted to; with their calibrations. ``parameters`` are fitted to all; they are taken
    when ``better``, that is, no worse. None of it is there for ``recalls`` that are too few.
    """

    recalls: int
    tested: int = 0
    before: Fit | None = None
    after: Fit | None = None
    calibration_before: tuple[Bin, ...] = ()
    calibration_after: tuple[Bin, ...] = ()
    parameters: Parameters = ()
    better: bool = False


def optimize(cases: Iterable[Case], present: Parameters, fitter: Fitter, judge: Judge) -> Outcome:
    """Fit, test and say. ``cases`` may come in any order; ``judge`` gives recalls in order of time."""
    ordered = sorted(cases)
    if len(ordered) < FEWEST:
        return Outcome(len(ordered))
    cut = len(ordered) - max(1, round(len(ordered) * NEWEST))
    tried = drawn_back(fitter(ordered[:cut]), cut)
    old, new = judge(present)[cut:], judge(tried)[cut:]
    before, after = fit(old), fit(new)
    assert before and after
    return Outcome(
        recalls=len(ordered),
        tested=len(ordered) - cut,
        before=before,
        after=after,
        calibration_before=calibration(old),
        calibration_after=calibration(new),
        parameters=drawn_back(fitter(ordered), len(ordered)),
        better=after.log_loss <= before.log_loss,
    )


def drawn_back(fitted: Sequence[float], n: int) -> Parameters:
    """The fitted parameters mixed with the published ones by the recalls they rest on, within the model's bounds."""
    weight = (n / (n + HALF)) ** 3
    mixed = [
        _between(standard, own, weight, in_log=place < _STARTS)
        for place, (standard, own) in enumerate(zip(DEFAULT_PARAMETERS, fitted, strict=True))
    ]
    bounded = [min(max(one, low), high) for one, low, high in zip(mixed, LOWEST, HIGHEST, strict=True)]
    again, hard, good, easy, *rest = bounded
    good = max(good, _LEAST_GOOD)
    hard = min(hard, good)
    return tuple(round(one, 4) for one in (min(again, hard), hard, good, max(easy, good), *rest))


def _between(standard: float, own: float, weight: float, *, in_log: bool) -> float:
    if in_log:
        return exp(_between(log(standard), log(max(own, 1e-3)), weight, in_log=False))
    return standard + weight * (own - standard)
