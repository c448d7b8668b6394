"""What a build did."""

from collections.abc import Callable

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.problem import Problem

Progress = Callable[[int, int], None]
"""Told after each lesson how many are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Built:
    """One deck after a build: how many items it has, how many of them are asked, how many changed.

    ``written`` says whether the file was, or would be, written.
    """

    deck: str
    title: str
    items: int
    live: int
    changes: int = 0
    written: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did. ``explained`` holds the refusals of the gates; ``sources`` the lessons and
    pictures that it was made of.

    A report that was remembered (nothing had changed) has no refusals.
    """

    built: tuple[Built, ...] = ()
    problems: tuple[Problem, ...] = ()
    explained: tuple[Problem, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def written(self) -> int:
        """How many deck files were, or would be, written."""
        return sum(1 for one in self.built if one.written)

    @property
    def live(self) -> int:
        """How many items are asked."""
        return sum(one.live for one in self.built)
