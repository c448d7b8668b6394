"""Builds: of lessons of which none has changed, and of new ones, ten times as many."""

import random
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from bench.extracting import memories
from bench.runner import Work

_TAKEAWAYS = (
    "Yeast{n} makes the dough{n} rise because it turns sugar into gas.",
    "Too much salt{n} slows the dough{n} down because salt{n} draws water out of the yeast.",
    "Folding{n} keeps the gas{n} inside the loaf because it stretches the gluten.",
    "A hot stone{n} browns the crust{n} because it holds more heat than air.",
    "**Crumb{n}** is the soft inside number {n} of a loaf.",
)


def unchanged() -> Work:
    """A build of 100 lessons of which none has changed, nor any deck, from the command on."""
    course = _course(100)

    def work() -> None:
        command = [sys.executable, "-m", "mediaquiz", "build"]
        subprocess.run(command, cwd=course, stdin=subprocess.DEVNULL, capture_output=True, check=True)

    work()
    work()
    return work


def building() -> tuple[Work, Work]:
    """The first build of 300 lessons, and of 30: they are read, questioned, merged and saved."""
    return _building(300), _building(30)


def _building(lessons: int) -> Work:
    from mediaquiz.app.build import build
    from mediaquiz.app.course import find

    numbers = count()
    remembered = memories()

    def work() -> float:
        course = find(_course(lessons, first=lessons * next(numbers)))
        for memory in remembered:
            memory.cache_clear()
        started = time.perf_counter()
        build(course, now=datetime(2026, 1, 1, tzinfo=UTC), rng=random.Random(1))
        return time.perf_counter() - started

    return work


def _course(lessons: int, first: int = 0) -> Path:
    """A course in a folder of its own."""
    course = Path(tempfile.mkdtemp(prefix="mediaquiz-bench-"))
    (course / "lessons").mkdir()
    for number in range(first, first + lessons):
        text = "".join(f"- {line.format(n=number)}\n" for line in _TAKEAWAYS)
        (course / "lessons" / f"{number}.md").write_text(f"# Bread {number}\n\n## Key Takeaways\n\n{text}")
    return course
