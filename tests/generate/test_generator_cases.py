"""Generators: what they ask about small lessons; see ``tests/fixtures/generators``."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from mediaquiz.extract import extract
from mediaquiz.generate import GENERATORS, generate
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract
from mediaquiz.model.lesson import Lesson, Source
from mediaquiz.model.views import answer_text, options, prompt
from mediaquiz.readers import read
from mediaquiz.text import clean

FIXTURES = Path(__file__).parents[1] / "fixtures"
CASES = runpy.run_path(str(FIXTURES / "cases.py"))["cases"]("generators")


def found_in(text: str) -> Extract:
    """What the rules find; a bare sentence stands as a key point of a lesson on rivers."""
    bare = text.strip()
    short = "\n" not in bare
    return extract(read(Source("lesson.md" if short or "#" in bare or "---" in bare else "lesson.txt", clean(
        f"# Rivers\n\n## Key points\n\n- {bare}\n" if short else text
    )))[0])  # fmt: skip


def shown(candidate: Candidate) -> str:
    """A candidate in the notation of the case files."""
    content = candidate.item.content
    recipe = candidate.item.source.recipe if candidate.item.source else ""
    among = f" (of {', '.join(options(content))})" if options(content) else ""
    return f"{recipe} | {prompt(content)} -> {answer_text(content)}{among}".rstrip()


def asked(text: str) -> list[str]:
    """Every candidate of a lesson's text."""
    return [shown(candidate) for candidate in generate(found_in(text))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_generators_ask(case: Any) -> None:
    assert asked(case.text) == case.expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_generators_are_deterministic_and_quote_the_lesson(case: Any) -> None:
    found = found_in(case.text)
    assert generate(found) == generate(found)
    for candidate in generate(found):
        assert candidate.item.source and candidate.item.source.quote and candidate.item.source.fingerprint
        assert 0 < candidate.trust <= 1 and 0 <= candidate.value <= 1
        assert candidate.span.start >= 1


@pytest.mark.parametrize("name", [name for name, _ in GENERATORS])
def test_a_generator_asks_nothing_of_an_empty_lesson(name: str) -> None:
    assert list(dict(GENERATORS)[name](extract(Lesson("empty.md")))) == []
