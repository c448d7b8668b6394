"""Lessons in languages whose sentences no rule reads: nothing breaks, and no English question is put around them."""

from pathlib import Path

import pytest

from mediaquiz.app.extract import from_text
from mediaquiz.model.views import prompt

LESSONS = sorted((Path(__file__).parents[1] / "fixtures" / "languages").glob("*.md"))
named = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.stem)


@named
def test_nothing_silly_is_asked(lesson: Path) -> None:
    result = from_text(lesson.read_text("utf-8"), lesson.name)
    assert [prompt(candidate.item.content) for candidate in result.candidates] == []
    assert [problem.code for problem in result.problems] == ["MQ108"]


@named
def test_the_authors_own_task_is_kept(lesson: Path) -> None:
    task = "\n\n## Exercise\n\n1, 2, 3 … 10?\n"
    result = from_text(lesson.read_text("utf-8") + task, lesson.name)
    assert [prompt(candidate.item.content) for candidate in result.candidates] == ["1, 2, 3 … 10?"]


def test_a_few_words_tell_no_language() -> None:
    result = from_text("# Fluss\n\n## Key points\n\n- **Delta** is the fan of mud at the mouth of a river.\n", "x.md")
    assert len(result.candidates) == 1
