"""Measuring a row: ours and its peer take turns, and the medians are compared."""

import platform
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version

Work = Callable[[], object]
"""What is timed. One that gives a number of seconds has measured itself: what it took beside its pauses."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. ``prepare`` gives the two pieces of work; ``bar`` is the highest ratio that is allowed.

    A row without a bar is a figure to know.

    ``needs`` is a program without which the row is left out.
    """

    name: str
    peer: str
    bar: float | None
    prepare: Callable[[], tuple[Work, Work]]
    rounds: int = 15
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What a row measured, in seconds."""

    row: Row
    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        """Ours to the peer's."""
        return self.ours / self.theirs

    @property
    def held(self) -> bool:
        """Whether the bar was held."""
        return self.row.bar is None or self.ratio <= self.row.bar


def measure(row: Row) -> Result:
    """Run both pieces of work in turns, one round to warm up; medians."""
    ours, theirs = row.prepare()
    times: tuple[list[float], list[float]] = ([], [])
    for place in range(row.rounds + 1):
        for work, kept in ((ours, times[0]), (theirs, times[1])):
            started = time.perf_counter()
            told = work()
            if place:
                kept.append(told if isinstance(told, float) else time.perf_counter() - started)
    return Result(row, statistics.median(times[0]), statistics.median(times[1]))


def table(results: list[Result]) -> str:
    """The results as a Markdown table of ratios."""
    lines = ["| what | against | ratio | bar | held |", "|---|---|---|---|---|"]
    for one in results:
        bar, held = ("–", "") if one.row.bar is None else (f"≤ {one.row.bar:g}", "yes" if one.held else "**no**")
        lines.append(f"| {one.row.name} | {one.row.peer} | {one.ratio:.2f} | {bar} | {held} |")
    return "\n".join(lines)


def versions() -> str:
    """The versions that were measured."""
    packages = ("mediaquiz", "click", "fsrs", "genanki", "PyYAML")
    return f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in packages) + "."
