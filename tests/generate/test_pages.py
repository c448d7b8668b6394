"""Whole pages, from text to ranked items, held against what a teacher expects of them (see ``tests/fixtures``)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from mediaquiz.app.extract import Result, from_text, to_json
from mediaquiz.model.item import Order, Practice, Status
from mediaquiz.model.views import answer_text, options, prompt
from mediaquiz.text import squash

PAGES = sorted((Path(__file__).parents[1] / "fixtures" / "pages").glob("*.txt"))
LESSONS = sorted((Path(__file__).parents[2] / "lessons").rglob("*.md"))
named = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def result_of(page: Path) -> Result:
    return from_text(page.read_text("utf-8"), page.name)


def expectation(page: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(page.with_suffix("").with_suffix(".expect.yaml").read_text("utf-8"))
    return loaded


def ready(result: Result) -> list[str]:
    """What the learner sees of each ready item: question, answer, options, explanation."""
    live = [c.item for c in result.candidates if c.item.status is Status.READY]
    return [" ".join([prompt(i.content), answer_text(i.content), *options(i.content), i.explain]) for i in live]


@named
def test_what_must_never_be_asked_is_not(page: Path) -> None:
    told = {text: [item for item in ready(result_of(page)) if text in item] for text in expectation(page)["never"]}
    assert {text: items for text, items in told.items() if items} == {}


@named
def test_a_page_gives_as_many_items_as_a_teacher_expects(page: Path) -> None:
    count = len(ready(result_of(page)))
    assert expectation(page)["min"] <= count <= expectation(page)["max"]


@named
def test_the_site_is_not_the_lesson(page: Path) -> None:
    lesson = result_of(page).lesson
    first = next(line for line in page.read_text("utf-8").split("\n") if line.strip())
    assert lesson.title and (lesson.title == "How a Loaf Comes About" or lesson.title not in first)
    assert all(text not in lesson.exercise + lesson.title for text in expectation(page)["never"])


@pytest.mark.parametrize("page", [*PAGES, *LESSONS], ids=lambda page: page.stem)
def test_every_item_quotes_its_page(page: Path) -> None:
    result = result_of(page)
    lines = page.read_text("utf-8").count("\n") + 1
    for candidate in result.candidates:
        assert candidate.item.source and 1 <= candidate.span.start <= candidate.span.end <= lines


@pytest.mark.parametrize("page", [*PAGES, *LESSONS], ids=lambda page: page.stem)
def test_a_page_gives_the_same_bytes_twice(page: Path) -> None:
    assert to_json(result_of(page)) == to_json(result_of(page))


@pytest.mark.parametrize("page", LESSONS, ids=lambda page: page.stem)
def test_our_own_lessons_fill_their_decks(page: Path) -> None:
    result = result_of(page)
    assert len(ready(result)) >= (6 if result.lesson.language == "ko" else 9) and not result.problems
    assert any(isinstance(c.item.content, Practice) for c in result.candidates)
    questions = [squash(prompt(c.item.content)) for c in result.candidates]
    assert len(set(questions)) == len(questions)


FIGURES = [("bread", 7), ("composting", 5), ("hanji", 6)]


@pytest.mark.parametrize(("stem", "stages"), FIGURES)
def test_a_figure_gives_one_question_on_its_order(stem: str, stages: int) -> None:
    """All its stages, without the label of what comes out."""
    page = next(page for page in PAGES if page.stem == stem)
    orders = [c.item.content for c in result_of(page).candidates if isinstance(c.item.content, Order)]
    assert [len(order.sequence) for order in orders] == [stages]
