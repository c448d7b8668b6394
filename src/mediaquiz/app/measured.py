"""What items proved to be in tests: the saved figures of their present wording."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from mediaquiz.measure.results.figures import Figures
from mediaquiz.measure.results.flags import measured
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Item
from mediaquiz.model.problem import Problem
from mediaquiz.model.views import wording
from mediaquiz.store.statistics import pooled, read_statistics


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of a course by item id and wording, over all classes that were saved."""

    figures: Mapping[tuple[str, str], Figures]

    def of(self, item: Item) -> Figures | None:
        """Those of an item as it is worded now; None when no class was asked that."""
        return self.figures.get((item.id, wording(item))) if self.figures else None


def read_measured(root: Path) -> tuple[Measured, tuple[Problem, ...]]:
    """What was saved in the course, and what of it cannot be used."""
    saved, problems = read_statistics(root)
    return Measured(pooled(saved)), problems


def difficulties(found: Measured, decks: Iterable[Deck]) -> dict[str, float]:
    """The share that was right for each item that enough learners were asked, by the item's id."""
    figures = ((item.id, found.of(item)) for deck in decks for item in deck.items if item.id)
    return {name: told.difficulty for name, told in figures if told and measured(told)}
