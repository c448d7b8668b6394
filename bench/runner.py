"""Measuring a row: ours and its peer take turns, and the medians are compared."""

import math
import platform
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version

Work = Callable[[], object]
"""What is timed. One that gives a float has measured itself: the seconds beside its pauses, or something else."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. ``prepare`` gives the two pieces of work; ``bar`` is the highest ratio that is allowed.

    A row without a bar is a figure to know. Where ours is the work of the peer ``grows`` times over, the figure is the
    exponent with which it grows: 1 is linear, 2 the square. ``needs`` is a program without which the row is left out.
    """

    name: str
    peer: str
    bar: float | None
    prepare: Callable[[], tuple[Work, Work]]
    rounds: int = 15
    needs: str = ""
    grows: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """What a row measured, in seconds."""

    row: Row
    ours: float
    theirs: float

    @property
    def figure(self) -> float:
        """Ours to the peer's: a ratio, or the exponent of growth."""
        ratio = self.ours / self.theirs
        return math.log(ratio, self.row.grows) if self.row.grows else ratio

    @property
    def held(self) -> bool:
        """Whether the bar was held."""
        return self.row.bar is None or self.figure <= self.row.bar


def measure(row: Row) -> Result:
    """Run both pieces of work in turns, now the one first and now the other, one round to warm up; medians."""
    ours, theirs = row.prepare()
    times: tuple[list[float], list[float]] = ([], [])
    pair = ((ours, times[0]), (theirs, times[1]))
    for place in range(row.rounds + 1):
        for work, kept in pair if place % 2 else reversed(pair):
            started = time.perf_counter()
            told = work()
            if place:
                kept.append(told if isinstance(told, float) else time.perf_counter() - started)
    return Result(row, statistics.median(times[0]), statistics.median(times[1]))


def table(results: Sequence[Result]) -> str:
    """The results as a Markdown table."""
    lines = ["| what | against | ratio | bar | held |", "|---|---|---|---|---|"]
    for one in results:
        bar, held = ("–", "") if one.row.bar is None else (f"≤ {one.row.bar:g}", "yes" if one.held else "**no**")
        figure = f"grows by ^{one.figure:.2f}" if one.row.grows else f"{one.figure:.2f}"
        lines.append(f"| {one.row.name} | {one.row.peer} | {figure} | {bar} | {held} |")
    return "\n".join(lines)


def report(results: Sequence[Result], missing: Sequence[Row], day: date) -> str:
    """docs/bench.md: the table, what was measured and how, and which peers are not in it."""
    absent = sorted({row.needs for row in missing})
    left = f"\nNot installed here, and so left out: {', '.join(absent)}.\n" if absent else ""
    return f"# Benchmarks\n\nWritten by `make bench` on {day}. {_versions()}\n\n{_ABOUT}\n{table(results)}\n{left}"


_ABOUT = """\
Each row is ours beside a peer, both measured in turns in one run on one machine; the figures are ratios of medians, so
they hold on other machines as well. *Grows by* is the exponent with which ten times the work costs more: 1 is linear.
"""


def _versions() -> str:
    """The versions that were measured."""
    packages = ("mediaquiz", "click", "fsrs", "genanki", "PyYAML")
    return f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in packages) + "."
