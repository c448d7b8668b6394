"""What the figures of an item say about it, and how much may be said from so few learners.

In a class of 30 one good item in six looks weak by chance (see docs/analyze.md). So a flag is a reason to look, and
only figures of many learners, whose whole interval is low, are a reason to change something.
"""

from collections.abc import Collection
from enum import StrEnum

from mediaquiz.measure.results.figures import NOBODY, Figures

WEAK = 0.15
"""A corrected point-biserial below this separates too little."""
EASY, HARD = 0.95, 0.20
ENOUGH = 100
"""Answers below which no advice goes beyond looking at an item."""
FEW = 30
"""Answers below which an option that nobody took says nothing."""
SMALLEST_GROUP = 5
"""Groups of fewer learners are not shown, nor stored: they would tell about persons."""
MEASURED = 30
"""Answers from which a measured difficulty goes before a declared one."""


class Flag(StrEnum):
    """One thing that is worth a look."""

    NEGATIVE = "negative"
    """Those who know the rest get it wrong: is the key right?"""
    WEAK = "weak"
    EASY = "easy"
    HARD = "hard"
    KEY = "key"
    """The best learners take a wrong option more often than the right one."""
    IDLE = "idle"
    """A wrong option that nobody took."""


class Advice(StrEnum):
    """What to do: nothing, look at it, or change it. LOOK is the most that few answers can give."""

    NONE = "none"
    LOOK = "look"
    CHANGE = "change"


def flags(figures: Figures, right: Collection[str] = (), wrong: Collection[str] = ()) -> tuple[Flag, ...]:
    """What stands out. ``right`` and ``wrong`` are the options of an item that has some."""
    found: list[Flag] = []
    r = figures.discrimination
    if r is not None and r < WEAK:
        found.append(Flag.NEGATIVE if r < 0 else Flag.WEAK)
    if figures.n and figures.difficulty >= EASY:
        found.append(Flag.EASY)
    if figures.n and figures.difficulty <= HARD:
        found.append(Flag.HARD)
    if right and _best_take_another(figures, right, wrong):
        found.append(Flag.KEY)
    if figures.n >= FEW and any(not figures.answers.get(option, NOBODY)[0] for option in wrong):
        found.append(Flag.IDLE)
    return tuple(found)


def advice(figures: Figures, found: Collection[Flag]) -> Advice:
    """CHANGE only from ``ENOUGH`` answers on, and only when the whole interval of the discrimination is too low."""
    between = figures.discrimination_between
    if figures.n >= ENOUGH and between and between[1] < WEAK:
        return Advice.CHANGE
    return Advice.LOOK if found else Advice.NONE


def measured(figures: Figures) -> bool:
    """Whether there are answers enough for the difficulty to be believed."""
    return figures.n >= MEASURED


def _best_take_another(figures: Figures, right: Collection[str], wrong: Collection[str]) -> bool:
    key = min((figures.answers.get(option, NOBODY)[1] for option in right), default=0.0)
    return any(figures.answers.get(option, NOBODY)[1] > key for option in wrong)
