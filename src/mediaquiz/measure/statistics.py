"""All that a log says of learning, in one value: what the terminal, the page and JSON show."""

from datetime import date

from mediaquiz.measure.curves import Curve
from mediaquiz.measure.fit import Bin, Fit
from mediaquiz.measure.forecast import Forecast
from mediaquiz.measure.stats import Coverage, Hard, Retentions, Time
from mediaquiz.measure.streak import Streak
from mediaquiz.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Leech:
    """A card that was forgotten so often that its wording should be looked at."""

    item: str
    prompt: str
    lesson: str
    lapses: int


@dataclass(frozen=True, slots=True)
class Cards:
    """The live cards of the decks by where they stand."""

    new: int = 0
    learning: int = 0
    young: int = 0
    mature: int = 0
    suspended: int = 0


@dataclass(frozen=True, slots=True)
class Statistics:
    """All numbers on a study day.

    ``year`` holds the answers of each day from ``year_from``, a Monday, to today; ``decay`` is the exponent of the
    forgetting curve.
    """

    title: str
    today: date
    cards: Cards
    streak: Streak
    retention: Retentions
    desired: float
    fit: Fit | None
    calibration: tuple[Bin, ...]
    forecast: Forecast
    year_from: date
    year: tuple[int, ...]
    time: Time
    concepts: tuple[Hard, ...]
    lessons: tuple[Hard, ...]
    leeches: tuple[Leech, ...]
    coverage: tuple[tuple[str, Coverage], ...]
    curves: tuple[Curve, ...] = ()
    decay: float = -0.1542

    @property
    def covered(self) -> Coverage:
        """The coverage of all lessons."""
        each = [(one.takeaways, one.asked, one.seen, one.lasting) for _, one in self.coverage]
        return Coverage(*map(sum, zip(*each, strict=True)))
