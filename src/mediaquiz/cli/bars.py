"""Pictures of numbers in block characters, each of them one column wide."""

from collections.abc import Sequence

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_HEIGHTS = " ▁▂▃▄▅▆▇█"
_EMPTY = "░"
SHADES = "·░▒▓█"
"""From nothing to most."""


def bar(share: float, columns: int, *, open_end: bool = False) -> str:
    """A bar as long as the share of so many columns; with ``open_end`` nothing shows the room that is left."""
    eighths = round(min(max(share, 0.0), 1.0) * columns * 8)
    if share > 0 and not eighths:
        eighths = 1
    full, part = divmod(eighths, 8)
    drawn = "█" * full + (_EIGHTHS[part] if part else "")
    return drawn if open_end else drawn + _EMPTY * (columns - len(drawn))


def columns(values: Sequence[float], highest: float | None = None) -> str:
    """A column of up to eight steps for each value; one that is not nothing is never invisible."""
    most = highest or max(values, default=0)
    return "".join(_HEIGHTS[_step(value, most, len(_HEIGHTS))] for value in values)


def shade(value: float, most: float) -> str:
    """One cell of a heat map."""
    return SHADES[_step(value, most, len(SHADES))]


def _step(value: float, most: float, steps: int) -> int:
    if value <= 0 or most <= 0:
        return 0
    return max(1, min(round(value / most * (steps - 1)), steps - 1))


def rows(values: Sequence[float], height: int) -> list[str]:
    """Columns several lines high, the top line first."""
    most = max(values, default=0)
    steps = [_step(value, most, height * 8 + 1) for value in values]
    levels = range(height - 1, -1, -1)
    return ["".join(_HEIGHTS[min(max(step - 8 * level, 0), 8)] for step in steps).rstrip() for level in levels]
