"""Going through drafts: every decision is in the deck at once, and each can be taken back."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mediaquiz.app.build import build
from mediaquiz.app.course import Course, load_decks, read
from mediaquiz.app.editing import edited, opened, put_back
from mediaquiz.app.remarks import read_remarks
from mediaquiz.app.reviewing import Decision, Review
from mediaquiz.errors import MediaquizError, NotFound
from mediaquiz.model.item import Status
from mediaquiz.model.review import Kind
from mediaquiz.model.views import answer_text, prompt
from mediaquiz.store import log

LESSON = """\
# Light

## Key Takeaways

- A prism splits light because violet bends more than red.
- A lens gathers light because its surface is curved.

## Terms

- **Prism**: a block of glass that splits light into colours.
- **Lens**: a curved piece of glass that gathers light.
"""
DECK = "decks/light.yaml"
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A course that was built an hour ago."""
    monkeypatch.setenv("MEDIAQUIZ_STATE", str(tmp_path / "state"))
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons/light.md").write_text(LESSON, encoding="utf-8")
    build(read(tmp_path), now=NOW - timedelta(hours=1), rng=random.Random(1))
    return read(tmp_path)


def review(course: Course) -> Review:
    decks, _ = load_decks(course)
    places = [(deck, item) for deck in decks for item in deck.items]
    return Review(course, places, read_remarks(course), lambda: NOW, random.Random(2))


def text(course: Course) -> str:
    return (course.root / DECK).read_text(encoding="utf-8")


def statuses(course: Course) -> list[Status]:
    return [item.status for deck in load_decks(course)[0] for item in deck.items]


def test_decisions_and_all_of_them_taken_back(course: Course) -> None:
    before, going = text(course), review(course)
    going.accept()
    going.reject("asked twice")
    going.skip()
    assert statuses(course)[:3] == [Status.APPROVED, Status.RETIRED, Status.READY]
    assert [going.count(decision) for decision in Decision] == [1, 1, 0, 0, 1]
    while going.undo():
        pass
    assert (text(course), going.position) == (before, 1)


def test_accepting_answers_flags_and_taking_back_opens_them_again(course: Course) -> None:
    going = review(course)
    place = going.current()
    assert place
    log.append(course.reviews, "abcdefgh", Kind.FLAG, NOW, NOW.date(), place[1].id, {"text": "which glass?"})
    going = review(course)
    going.accept()
    assert read_remarks(course).flags(place[1]) == ()
    going.undo()
    assert [flag.text for flag in read_remarks(course).flags(place[1])] == ["which glass?"]


def test_another_question_takes_the_place_and_survives_builds(course: Course) -> None:
    before, going = text(course), review(course)
    place = going.current()
    other = next(one for one in going.others() if "____" in prompt(one.content))
    assert place and place[1].source and answer_text(other.content) in place[1].source.quote
    going.exchange(other)
    build(course, now=NOW, rng=random.Random(3))
    items = load_decks(course)[0][0].items
    assert [item.status for item in items[:2]] == [Status.RETIRED, Status.APPROVED]
    assert items[1].content == other.content and items[1].id != items[0].id
    assert items[1].explain == place[1].source.quote
    going.undo()
    assert text(course) == before


def test_an_item_that_is_gone_is_passed_over(course: Course) -> None:
    going = review(course)
    _, first = going.current() or pytest.fail("there is an item")
    (course.root / DECK).write_text(text(course).replace(f"id: {first.id}", "id: ccccdddd2345"), encoding="utf-8")
    second = going.current()
    assert second and going.position == 2


def test_after_the_last_item_nothing_can_be_decided(course: Course) -> None:
    going = review(course)
    for _ in range(going.total):
        going.skip()
    assert going.current() is None
    with pytest.raises(NotFound):
        going.accept()


def test_an_edit_is_not_taken_back_over_a_later_one(course: Course) -> None:
    before = opened(course, DECK)
    (course.root / DECK).write_text(text(course).replace("Why?", "Why so?"), encoding="utf-8")
    seen = edited(course, before, now=NOW)
    assert seen.changed and not seen.line
    (course.root / DECK).write_text(text(course).replace("Why so?", "Why is that?"), encoding="utf-8")
    with pytest.raises(MediaquizError, match="changed again"):
        put_back(course, before, seen)
    assert "Why is that?" in text(course)
