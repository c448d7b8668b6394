"""What years of answers cost: saving one more, folding them, and starting with them."""

import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from bench.course import make_course, records
from bench.runner import Work

_MEDIAQUIZ = [sys.executable, "-m", "mediaquiz"]
_SETTLED_S = 2.5
"""A log that was written just now is read twice."""


def answering() -> tuple[Work, Work]:
    """Two answers of a sitting, rated and saved; four bare ``review_card`` and three synced lines."""
    import fsrs

    from mediaquiz.app.course import find
    from mediaquiz.app.quiz import Wish, open_desk
    from mediaquiz.model.review import Rating
    from mediaquiz.session import machine

    root = make_course(2_000, 2)
    os.environ["MEDIAQUIZ_STATE"] = str(root / "state")
    desk = open_desk(find(root))
    session = machine.begin(desk.deal(Wish(at_once=True)), 1, desk.state.settings, desk.now())
    scheduler = fsrs.Scheduler(enable_fuzzing=False)
    at = datetime(2026, 11, 1, 12, tzinfo=UTC)
    card, _ = scheduler.review_card(fsrs.Card(card_id=0, due=at), fsrs.Rating.Easy, at)
    line = os.open(root / "line", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def ours() -> None:
        nonlocal session
        for _ in range(2):
            step = machine.rate(machine.reveal(session, desk.now()).session, Rating.GOOD, desk.now())
            assert step.effect
            desk.save(step.effect)
            session = step.session

    def theirs() -> None:
        for _ in range(4):
            scheduler.review_card(card, fsrs.Rating.Good, at + timedelta(days=9))
        for _ in range(3):
            os.write(line, b"x" * 320 + b"\n")
            os.fsync(line)

    return ours, theirs


def folding() -> tuple[Work, Work]:
    """100,000 reviews of 5,000 cards: where each card stands; each card replayed by the library."""
    import fsrs

    from mediaquiz.model.bulk import bulk
    from mediaquiz.schedule.fold import fold

    log = records(5_000, 20, datetime(2026, 11, 1, 12, tzinfo=UTC))
    cards: dict[str, list[fsrs.ReviewLog]] = {}
    for record in log:
        rating = fsrs.Rating(int(str(record.data["rating"])))
        cards.setdefault(record.item, []).append(fsrs.ReviewLog(1, rating, record.at, 1))
    scheduler = fsrs.Scheduler(enable_fuzzing=False)

    def theirs() -> None:
        for logs in cards.values():
            scheduler.reschedule_card(fsrs.Card(card_id=1, due=log[0].at), logs)

    def ours() -> None:
        with bulk():  # as the program runs
            list(fold(log).standings.values())

    return ours, theirs


@cache
def _courses() -> tuple[Path, Path]:
    """A course of years, and one that was just begun; their caches filled."""
    many, few = make_course(10_000, 20), make_course(100, 0)
    time.sleep(_SETTLED_S)
    for course in (many, few):
        _start(course, "due")()
    return many, few


def _start(course: Path, *arguments: str) -> Work:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def work() -> None:
        command = [*_MEDIAQUIZ, *arguments]
        subprocess.run(command, cwd=course, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=True)

    return work


def counting() -> tuple[Work, Work]:
    """What is due, of many and of few."""
    many, few = _courses()
    return _start(many, "due", "--short"), _start(few, "due", "--short")


def standing() -> Work:
    """Streak, experience and lessons, of many."""
    return _start(_courses()[0], "progress")


def first_of_many() -> tuple[Work, Work]:
    """The first card, of many and of few."""
    many, few = _courses()
    return _start(many, "quiz", "--new"), _start(few, "quiz", "--new")
