"""How many cards come due in the days ahead."""

from collections.abc import Iterable
from datetime import date, timedelta

from mediaquiz.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Forecast:
    """``overdue`` cards were due before today; ``days`` counts those due today, tomorrow and so on.

    Only cards that were learnt are in it; what is answered between now and then brings more.
    """

    overdue: int
    days: tuple[int, ...]

    @property
    def total(self) -> int:
        """All cards of the days and before."""
        return self.overdue + sum(self.days)


def forecast(due: Iterable[date], today: date, days: int = 30) -> Forecast:
    """The forecast for so many days from today on, of the study days on which cards are due."""
    counts = [0] * days
    overdue = 0
    end = today + timedelta(days=days)
    for day in due:
        if day < today:
            overdue += 1
        elif day < end:
            counts[(day - today).days] += 1
    return Forecast(overdue, tuple(counts))
