"""Readers: small pages and what they hold; see ``tests/fixtures/readers``."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from mediaquiz.model.lesson import Block, Lesson, Source
from mediaquiz.readers import read
from mediaquiz.text import clean

FIXTURES = Path(__file__).parents[1] / "fixtures"
CASES = runpy.run_path(str(FIXTURES / "cases.py"))["cases"]("readers")


SUFFIXES = {"markdown": ".md", "html": ".html", "notebook": ".ipynb"}


def source(case: Any) -> Source:
    """A case's text as a file: the name of its case file says of which kind."""
    kind, _, _ = case.name.partition(":")
    return Source(f"lesson{SUFFIXES.get(kind, '.txt')}", clean(case.text))


def shown(lesson: Lesson) -> list[str]:
    """A lesson in the notation of the case files."""
    number = "" if lesson.number is None else f"{lesson.number} of {lesson.of}" if lesson.of else str(lesson.number)
    told = {
        "title": lesson.title,
        "track": lesson.track,
        "number": number,
        "minutes": lesson.minutes or "",
        "tags": ", ".join(lesson.tags),
        "gist": lesson.gist,
    }
    return [*(f"{name}: {value}" for name, value in told.items() if value), *map(_block, lesson.blocks)]


def _block(block: Block) -> str:
    heading = block.path[-1] if block.path else ""
    named = [f"{e.label}: {', '.join(e.cells) or _rest(e.text, e.label)}" if e.label else e.text for e in block.entries]
    return f"{block.role} ({heading}) {' / '.join(named) or block.text}".replace("\n", "\\n")


def _rest(text: str, label: str) -> str:
    return text.removeprefix(label).lstrip(" :–—-")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_page_is_read(case: Any) -> None:
    lesson, problems = read(source(case))
    assert shown(lesson) == case.expected
    assert problems == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_block_knows_its_lines(case: Any) -> None:
    lesson, _ = read(source(case))
    lines = case.text.count("\n") + 1
    starts = [block.span.start for block in lesson.blocks]
    assert starts == sorted(starts)
    assert all(1 <= block.span.start <= block.span.end <= lines for block in lesson.blocks)
