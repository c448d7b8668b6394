"""Writes the picture and the table of docs/scheduling.md from the scheduler itself: ``python docs/intervals.py``.

A test compares them with the files.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from math import log10
from pathlib import Path

from mediaquiz.model.review import Memory, Rating
from mediaquiz.schedule.day import study_day
from mediaquiz.schedule.memory import schedule
from mediaquiz.schedule.settings import Settings

PAGE = Path(__file__).with_name("scheduling.md")
PICTURE = Path(__file__).parent / "img" / "intervals.svg"
_TABLE = re.compile(r"(?<=<!-- table: written by docs/intervals.py -->\n).*?(?=<!-- end -->)", re.DOTALL)

AGAIN, HARD, GOOD, EASY = Rating
STORIES = (
    ("always Easy", (EASY,) * 4, "#8250df"),
    ("always Good", (GOOD,) * 8, "#0969da"),
    ("Good, forgotten once", (*(GOOD,) * 5, AGAIN, *(GOOD,) * 4), "#bc4c00"),
    ("Good, then Hard", (GOOD, GOOD, *(HARD,) * 6), "#57606a"),
)
"""A name, the ratings, a colour."""
WISHES = (0.8, 0.85, 0.9, 0.95)
_START = datetime(2026, 11, 1, 12, tzinfo=UTC)
_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 640, 300, 60, 16, 170, 40
_LONGEST_LOG, _MOST = 3.6, 8
_MARKS = ((1, "1 day"), (7, "1 week"), (30, "1 month"), (365, "1 year"), (3650, "10 years"))


def intervals(ratings: Sequence[Rating], settings: Settings) -> Iterator[int]:
    """The days that a card waits after each answer, given when it is due; without the steps of the first day."""
    memory, at = Memory(), _START
    for rating in ratings:
        memory = schedule(memory, rating, at, study_day(at), "shown", settings).memory
        if memory.ivl > 0:
            yield memory.ivl
        at = memory.due_at or at + timedelta(days=memory.ivl)


def table() -> str:
    """Intervals by desired retention."""
    lines = ["| you want to know | " + " | ".join(f"{n}. time" for n in range(1, 7)) + " |", "|---" * 7 + "|"]
    for wish in WISHES:
        found = intervals((GOOD,) * 7, Settings(desired_retention=wish, fuzz=False))
        lines.append(f"| {wish:.0%} | " + " | ".join(f"{days:,} d" for days in found) + " |")
    return "\n".join(lines) + "\n"


def picture() -> str:
    """The stories as an SVG: answer after answer to the right, the days on a logarithmic scale upward."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        'font-family="system-ui, sans-serif" font-size="12">',
        "<title>Days until the next question, answer by answer</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
    ]
    for days, name in _MARKS:
        y = _y(days)
        parts.append(f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y}" y2="{y}" stroke="#d0d7de"/>')
        parts.append(f'<text x="{_LEFT - 6}" y="{y + 4}" text-anchor="end" fill="#57606a">{name}</text>')
    for number in range(1, _MOST + 1):
        parts.append(f'<text x="{_x(number)}" y="{_HEIGHT - 20}" text-anchor="middle" fill="#57606a">{number}</text>')
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    parts.append(
        f'<text x="{middle:g}" y="{_HEIGHT - 4}" text-anchor="middle" fill="#57606a">time that the card waits</text>'
    )
    parts += [line for name, ratings, colour in STORIES for line in _story(name, ratings, colour)]
    return "\n".join([*parts, "</svg>", ""])


def _story(name: str, ratings: Sequence[Rating], colour: str) -> Iterator[str]:
    found = list(intervals(ratings, Settings(fuzz=False)))[:_MOST]
    points = [(_x(place), _y(days)) for place, days in enumerate(found, start=1)]
    for (x1, y1), (x2, y2) in pairwise(points):
        yield f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}" stroke-width="2"/>'
    for (x, y), days in zip(points, found, strict=True):
        yield f'<circle cx="{x}" cy="{y}" r="3.5" fill="{colour}"><title>{name}: {days} days</title></circle>'
    x, y = points[-1]
    yield f'<text x="{x + 8}" y="{y + 4}" fill="{colour}">{name}</text>'


def _x(number: int) -> float:
    return round(_LEFT + 20 + (number - 1) * (_WIDTH - _LEFT - _RIGHT - 40) / (_MOST - 1), 1)


def _y(days: float) -> float:
    return round(_HEIGHT - _BOTTOM - log10(days) / _LONGEST_LOG * (_HEIGHT - _TOP - _BOTTOM), 1)


def page(text: str) -> str:
    """The page with the table as it is now."""
    return _TABLE.sub(lambda _: table(), text)


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
