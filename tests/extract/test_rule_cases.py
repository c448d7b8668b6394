"""Rules: what they find in small lessons; see ``tests/fixtures/rules``."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from mediaquiz.extract import RULES, extract
from mediaquiz.model.concept import (
    Analogy,
    Contrast,
    Definition,
    Exercise,
    Family,
    Feat,
    Finding,
    Gist,
    Grid,
    Solved,
    Standing,
    Statement,
)
from mediaquiz.model.lesson import Lesson, Source
from mediaquiz.readers import read
from mediaquiz.text import clean

FIXTURES = Path(__file__).parents[1] / "fixtures"
CASES = runpy.run_path(str(FIXTURES / "cases.py"))["cases"]("rules")


def shown(finding: Finding) -> str:
    """A finding in the notation of the case files."""
    match finding:
        case Family(name=name, noun=noun, members=members, ordered=ordered):
            listed = " / ".join(f"{m.name}{' [' + '; '.join(m.signs) + ']' if m.signs else ''}" for m in members)
            return f"family: {noun} of {name}{' in order' if ordered else ''}: {listed}"
        case Definition(term=term, text=text):
            return f"definition: {term} = {text}"
        case Contrast(subject=subject, verb=verb, wrong=wrong, right=right):
            return f"contrast: {subject} | {verb} | {wrong} | {right}"
        case Analogy(subject=subject, image=image, pairs=pairs):
            return f"analogy: {subject} as {image}: {' / '.join(f'{a} = {b}' for a, b in pairs)}"
        case Standing(scale=scale, rows=rows, date=date):
            return f"standing: {date}: {', '.join(scale)}: {' / '.join(f'{a} {b}' for a, b in rows)}"
        case Grid(noun=noun, of=of, heads=heads, rows=rows):
            return f"grid: {noun} {of}: {', '.join(heads)}: {' / '.join(' | '.join((n, *cells)) for n, cells in rows)}"
        case Statement(text=text, takeaway=takeaway):
            return f"{'takeaway' if takeaway else 'statement'}: {text}"
        case Feat(who=who, asks=asks, did=did):
            return f"feat: {asks} {did}? {who}"
        case Solved(question=question, answer=answer):
            return f"solved: {question} -> {answer}"
        case Gist(text=text):
            return f"gist: {text}"
        case Exercise(text=text, period=period):
            return f"exercise: {text}{f' ({period})' if period else ''}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_rules_find(case: Any) -> None:
    lesson, _ = read(Source("lesson.md", clean(case.text)))
    found = [shown(finding) for finding in extract(lesson).findings]
    if not any(line.startswith("statement") for line in case.expected):
        found = [line for line in found if not line.startswith("statement")]  # nearly every sentence states something
    assert found == case.expected


@pytest.mark.parametrize("name", [name for name, _ in RULES])
def test_a_rule_finds_nothing_in_an_empty_lesson(name: str) -> None:
    assert list(dict(RULES)[name](Lesson("empty.md"))) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_rules_are_deterministic_and_quote_the_lesson(case: Any) -> None:
    lesson, _ = read(Source("lesson.md", clean(case.text)))
    once, again = extract(lesson), extract(lesson)
    assert once == again
    for finding in once.findings:
        assert finding.place.line >= 1
        assert finding.place.block in lesson.blocks
