"""How figures are written, in the terminal and on the page; the same in every language."""

from collections.abc import Callable

from mediaquiz.measure.results.intervals import Interval


def percent(part: float) -> str:
    """``63%``."""
    return f"{round(100 * part)}%"


def decimal(number: float | None) -> str:
    """``0.21``: a correlation or a reliability; a dash for none."""
    return "–" if number is None else f"{round(number, 2) + 0.0:.2f}".replace("-", "−")


def span(between: Interval, form: Callable[[float], str] = decimal) -> str:
    """An interval as ``0.05 … 0.34``."""
    low, high = between
    return f"{form(low)} … {form(high)}"
