"""The page of a learner's statistics: what its plots show, and where their marks stand."""

from collections.abc import Sequence
from datetime import timedelta
from math import sqrt

from mediaquiz.formats.report.pages import Words, render
from mediaquiz.measure.curves import Curve, chance
from mediaquiz.measure.fit import Bin
from mediaquiz.measure.results.intervals import of_share
from mediaquiz.measure.statistics import Statistics
from mediaquiz.model.frozen import dataclass
from mediaquiz.text import language_of

WIDE, TALL = 300.0, 180.0
"""The field of a forgetting curve."""
SQUARE = 300.0
"""The field of the calibration."""
HIGH = 110.0
"""The tallest bar of the forecast."""
CELL = 11.0
"""A day of the year, with the room around it."""
SHADES = 4
_STEPS = 40
_LARGEST = 10.0


@dataclass(frozen=True, slots=True)
class Point:
    """A group of recalls: where it stands, how large, and from where to where chance may have put it."""

    x: float
    y: float
    radius: float
    low: float
    high: float
    told: Bin


@dataclass(frozen=True, slots=True)
class Drawn:
    """A forgetting curve: its line, its points, the days at the ends of its ticks."""

    curve: Curve
    line: str
    points: tuple[Point, ...]
    ticks: tuple[tuple[float, int], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the year map."""

    x: float
    y: float
    shade: int
    day: str
    n: int


def drawn(curve: Curve, decay: float) -> Drawn:
    """A forgetting curve from today to somewhat beyond the longest wait."""
    days = max(max(point.at for point in curve.points) * 1.15, 2.0)
    steps = [days * step / _STEPS for step in range(_STEPS + 1)]
    line = " ".join(f"{_r(WIDE * day / days)},{_r(TALL * (1 - chance(day, curve.stability, decay)))}" for day in steps)
    points = tuple(_point(one, WIDE * one.at / days, TALL, curve.points) for one in curve.points)
    marks = sorted({0, round(days / 2), int(days)})
    return Drawn(curve, line, points, tuple((_r(WIDE * day / days), day) for day in marks))


def calibrated(bins: Sequence[Bin]) -> tuple[Point, ...]:
    """Each bin by what was expected and what was recalled."""
    return tuple(_point(one, SQUARE * one.expected, SQUARE, bins) for one in bins)


def _point(one: Bin, x: float, tall: float, beside: Sequence[Bin]) -> Point:
    low, high = of_share(one.actual, one.n)
    most = max(other.n for other in beside)
    radius = max(_LARGEST * sqrt(one.n / most), 3.0)
    return Point(_r(x), _r(tall * (1 - one.actual)), _r(radius), _r(tall * (1 - low)), _r(tall * (1 - high)), one)


def bars(days: Sequence[int]) -> tuple[tuple[float, float, int], ...]:
    """For each day its place, its height, its number of cards."""
    most = max(days, default=0) or 1
    return tuple((_r(600 / len(days) * place), _r(HIGH * n / most), n) for place, n in enumerate(days))


def year(found: Statistics) -> tuple[Cell, ...]:
    """A cell for each day, a column for each week."""
    most = max(found.year, default=0) or 1
    return tuple(
        Cell(
            place // 7 * CELL,
            place % 7 * CELL,
            max(1, round(SHADES * n / most)) if n else 0,
            (found.year_from + timedelta(days=place)).isoformat(),
            n,
        )
        for place, n in enumerate(found.year)
    )


def months(found: Statistics) -> tuple[tuple[str, int, float], ...]:
    """Each month of the year map: its name, its answers, the place of its first whole week."""
    counts: dict[str, int] = {}
    places: dict[str, float] = {}
    for place, n in enumerate(found.year):
        day = found.year_from + timedelta(days=place)
        name = day.isoformat()[:7]
        counts[name] = counts.get(name, 0) + n
        if day.weekday() == 0 and day.day <= 7:
            places[name] = place // 7 * CELL
    return tuple((name, n, places.get(name, -1.0)) for name, n in counts.items())


def page(found: Statistics, words: Words, lang: str) -> str:
    """The statistics as one HTML page without any script; the same statistics give the same page."""
    values = {
        "found": found,
        "curves": [drawn(curve, found.decay) for curve in found.curves],
        "calibration": calibrated(found.calibration),
        "bars": bars(found.forecast.days),
        "cells": year(found),
        "months": months(found),
        "retention": [(name, getattr(found.retention, name)) for name in ("month", "ever", "young", "mature")],
        "spoken": lambda text: language_of(text) if any(char.isalpha() for char in text) else lang,
        "wide": WIDE,
        "tall": TALL,
        "square": SQUARE,
        "high": HIGH,
        "cell": CELL,
    }
    return render(("learning.html",), ("report.css", "learning.css"), words, lang, values)


def _r(number: float) -> float:
    return round(number, 1)
