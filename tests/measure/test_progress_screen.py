"""``progress`` as it looks, and as it is told to programs."""

import json
from pathlib import Path

import pytest
from learners import months, save
from screens import compare, context, desk
from wcwidth import wcswidth

from mediaquiz.app.progress import CACHE_FILE, load_of, overview_at, overview_of, progress_of, streak_of
from mediaquiz.cli import bars
from mediaquiz.cli.progress import report
from mediaquiz.model.review import Kind, Record
from mediaquiz.store import remembered


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_screen(columns: int, language: str) -> None:
    told, screen = context(columns, language)
    report(told, overview_at(desk()), each=columns == 40)
    assert all(wcswidth(line) <= columns for line in screen.getvalue().splitlines())
    compare(f"progress-{language}-{columns}", screen.getvalue())


def test_plain() -> None:
    told, screen = context(80, plain=True)
    report(told, overview_at(desk()), each=True)
    assert "█" not in screen.getvalue()
    compare("progress-plain", screen.getvalue())


def test_before_the_first_answer() -> None:
    told, screen = context(80)
    report(told, overview_at(desk([])), each=False)
    compare("progress-nobody", screen.getvalue())


def test_json() -> None:
    told, screen = context(80, json=True)
    report(told, overview_at(desk()), each=False)
    found, line = progress_of(desk()), json.loads(screen.getvalue())
    assert (line["xp"], line["level"]["name"]) == (found.xp, found.level)
    assert line["streak"]["days"] == streak_of(desk()).length
    assert sum(line["due"]["days"]) + line["due"]["overdue"] == load_of(desk()).total
    assert len(line["achievements"]) == 14
    assert line["lessons"]["total"] == 5


def test_points_can_be_switched_off() -> None:
    off = Record("aaaa-1", Kind.SETTINGS, months()[0].at, months()[0].day, 0, "", {"points": False})
    told, screen = context(80)
    report(told, overview_at(desk([*months(), off])), each=False)
    assert "XP" not in screen.getvalue() and "Achievements" not in screen.getvalue()
    assert "treak" in screen.getvalue()
    told, screen = context(80, json=True)
    report(told, overview_at(desk([*months(), off])), each=False)
    assert "xp" not in json.loads(screen.getvalue())


@pytest.mark.parametrize(
    ("share", "drawn"),
    [(0, "░░░░"), (0.001, "▏░░░"), (0.5, "██░░"), (0.56, "██▎░"), (1, "████"), (3, "████"), (-1, "░░░░")],
)
def test_bars_are_as_wide_as_they_should_be(share: float, drawn: str) -> None:
    assert bars.bar(share, 4) == drawn
    assert wcswidth(drawn) == 4


def test_columns_and_shades() -> None:
    assert bars.columns([0, 1, 50, 100]) == " ▁▄█"
    assert bars.columns([]) == ""
    assert [bars.shade(value, 8) for value in (0, 0.1, 4, 8)] == ["·", "░", "▒", "█"]
    assert bars.shade(0, 0) == "·"


def test_the_log_on_the_disk_says_the_same(tmp_path: Path) -> None:
    from mediaquiz.app.course import Course
    from mediaquiz.app.quiz import open_desk

    save(months(), tmp_path)
    found = open_desk(Course(tmp_path, "bread", "Bread"), desk()._clock)
    assert progress_of(found) == progress_of(desk())


def test_lessons_that_come_or_go_later_leave_what_was_earned() -> None:
    before, fewer = desk(), desk()
    fewer.decks = before.decks[:2]
    more = desk(each=12)
    assert progress_of(fewer) == progress_of(before) == progress_of(more)


def test_a_console_of_korean_windows_gets_signs_that_it_knows() -> None:
    told, screen = context(80, "ko")
    screen.encoding = "cp949"  # type: ignore[misc]
    report(told, overview_at(desk()), each=True)
    screen.getvalue().encode("cp949")


def test_an_overview_is_remembered_until_something_is_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files, the settings, the study day, the time zone: whatever changes, it is made anew."""
    from datetime import timedelta, timezone

    from mediaquiz.app.course import Course

    course, now = Course(tmp_path, "bread", "Bread"), desk().now().at
    reviews = save(months(), tmp_path)
    assert overview_of(course, lambda: now).progress == progress_of(desk())
    assert not (tmp_path / CACHE_FILE).exists()  # what was touched just now may be touched again unseen
    monkeypatch.setattr(remembered, "_SETTLED_NS", -(10**18))
    made = overview_of(course, lambda: now)
    assert (tmp_path / CACHE_FILE).exists()
    (file,) = list(reviews.glob("devc0*"))
    told = (tmp_path / CACHE_FILE).read_bytes()
    assert overview_of(course, lambda: now) == made and (tmp_path / CACHE_FILE).read_bytes() == told
    assert overview_of(course, lambda: now - timedelta(days=60)).progress != made.progress
    overview_of(course, lambda: now.astimezone(timezone(timedelta(hours=9))))
    assert (tmp_path / CACHE_FILE).read_bytes() != told
    file.write_bytes(b"\n".join(file.read_bytes().splitlines()[:20]) + b"\n")
    assert overview_of(course, lambda: now).progress.xp < made.progress.xp
    (tmp_path / CACHE_FILE).write_bytes(b"damaged")
    assert overview_of(course, lambda: now).progress.xp < made.progress.xp
