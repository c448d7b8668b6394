"""What ``check`` says of the snapshot, and where a file of the log cannot be read."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mediaquiz.model.review import Kind
from mediaquiz.schedule.settings import Settings
from mediaquiz.store.history import CACHE_FILE, check_snapshot, open_history
from mediaquiz.store.log import append

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
ITEMS = ("bread-crumb1", "bread-crumb2", "낱말-카드-하나")


@pytest.fixture
def reviews(tmp_path: Path) -> Iterator[Path]:
    """A course's folder of reviews with six answers in it, and their snapshot."""
    folder = tmp_path / "course" / "reviews"
    for number in range(6):
        answer(folder, number)
    open_history(folder, Settings(), worth=1)
    yield folder


def answer(folder: Path, number: int, device: str = "k3m9xq2a") -> None:
    at = START + timedelta(hours=number)
    append(folder, device, Kind.REVIEW, at, at.date(), ITEMS[number % 3], {"rating": 3, "due": "2026-11-05", "ivl": 3})


def cache(folder: Path) -> Path:
    return folder.parent / CACHE_FILE


def row_changed(folder: Path, item: str) -> None:
    db = sqlite3.connect(cache(folder))
    db.execute("UPDATE snapshot SET body = substr(body, 2) WHERE name = ?", (item.encode(),))
    db.commit()
    db.close()


def test_a_whole_snapshot_is_nothing_to_speak_of(reviews: Path) -> None:
    assert check_snapshot(reviews) == ()


def test_no_snapshot_is_as_good(reviews: Path) -> None:
    cache(reviews).unlink()
    assert check_snapshot(reviews) == ()


@pytest.mark.parametrize("item", ITEMS)
def test_one_changed_row_is_told(reviews: Path, item: str) -> None:
    row_changed(reviews, item)
    (problem,) = check_snapshot(reviews)
    assert problem.code == "MQ409" and "Nothing is lost" in problem.hint


def test_a_snapshot_that_is_no_database_is_told(reviews: Path) -> None:
    cache(reviews).write_bytes(b"no database")
    assert [problem.code for problem in check_snapshot(reviews)] == ["MQ409"]


def test_the_items_of_records_are_found_through_the_snapshot(reviews: Path) -> None:
    history = open_history(reviews, Settings(), worth=99)
    ids = {event.id for event in history.state.events[ITEMS[1]]}
    assert len(ids) == 2
    assert open_history(reviews, Settings(), worth=99).state.events.holding(ids) == {ITEMS[1]}


def test_the_items_of_records_are_found_beside_a_damaged_row(reviews: Path) -> None:
    ids = {event.id for event in open_history(reviews, Settings(), worth=99).state.events[ITEMS[1]]}
    row_changed(reviews, ITEMS[0])
    assert open_history(reviews, Settings(), worth=99).state.events.holding(ids) == {ITEMS[1]}


def test_a_link_to_nowhere_in_the_log_is_told_and_the_rest_is_read(reviews: Path) -> None:
    (reviews / "gone2222-2026.jsonl").symlink_to("nowhere.jsonl")
    history = open_history(reviews, Settings(), worth=99)
    assert len(history.problems) == 1 and "gone2222" in str(history.problems[0])
    assert len(history.state.card(ITEMS[0]).answers) == 2
