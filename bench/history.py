"""What years of answers cost: saving one more, folding them, and starting with them."""

import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import cycle
from pathlib import Path

from bench.course import make_course, records, write_log
from bench.runner import Work
from mediaquiz.model.review import Record

_MEDIAQUIZ = [sys.executable, "-m", "mediaquiz"]
_SETTLED_S = 2.5
"""A log that was written just now is read twice."""


_THINKING_S = [0.005 + 0.0001 * (37 * turn % 40) for turn in range(40)]
"""Pauses: a learner does not answer when the last answer was just saved, nor in step with the clock of the system.

Both would count: what is synced at once goes along with what was synced before it, and many a disk answers in ticks.
"""


def answering() -> tuple[Work, Work]:
    """What a learner waits for when an answer is rated: until it is on the disk and the next card is there.

    What a sitting works out for the card while the learner thinks is not counted, nor is the thinking. Beside it, twice
    a bare ``review_card`` and one and a half times the ``fsync`` of such a line, after as long a pause; to do the first
    one twice would do it once more with all of it still in the processor's cache, as no answer finds it.
    """
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
    pauses = cycle(_THINKING_S)
    line = os.open(root / "line", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def ours() -> float:
        nonlocal session
        session = machine.reveal(session, desk.now()).session
        session = machine.prepare(session, desk.now())
        time.sleep(next(pauses))
        started = time.perf_counter()
        step = machine.rate(session, Rating.GOOD, desk.now())
        assert step.effect
        desk.save(step.effect)
        session = step.session
        return time.perf_counter() - started

    def theirs() -> float:
        machine.prepare(session, desk.now())  # as busy before the pause as ours: the system has seen as much of both
        time.sleep(next(pauses))
        os.write(line, b"x" * 320 + b"\n")
        started = time.perf_counter()
        scheduler.review_card(card, fsrs.Rating.Good, at + timedelta(days=9))
        scheduled = time.perf_counter()
        os.fsync(line)
        return 2 * (scheduled - started) + 1.5 * (time.perf_counter() - scheduled)

    # What lasts an hour is played in seconds here. The log was begun just now, and its folder settles while a learner
    # reads a question or two; all other answers of a life are given in one that did.
    ours()
    time.sleep(_SETTLED_S)
    return ours, theirs


_NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


def growing_log() -> tuple[Work, Work]:
    """100,000 records folded to where each card stands, and 10,000."""
    return _folding(records(5_000, 20, _NOON)), _folding(records(500, 20, _NOON))


def _folding(log: list[Record]) -> Work:
    from mediaquiz.model.bulk import bulk
    from mediaquiz.schedule.fold import fold

    def work() -> None:
        with bulk():  # as the program runs
            list(fold(log).standings.values())

    return work


def replaying() -> tuple[Work, Work]:
    """100,000 answers of 5,000 cards, in order: each card's memory, by us and by the library."""
    from mediaquiz.schedule.fold import fold
    from mediaquiz.schedule.memory import replay
    from mediaquiz.schedule.settings import Settings

    log, settings = records(5_000, 20, _NOON), Settings()
    histories = [card.history for card in fold(log).cards.values()]

    def ours() -> None:
        for history in histories:
            replay(history, settings)

    return ours, _rescheduling(log)


def folding() -> tuple[Work, Work]:
    """100,000 records of 5,000 cards as they come from a log: sorted, and where each card stands.

    The library is given the ratings and times alone, by card; it checks and sorts nothing, and computes the memory.
    """
    log = records(5_000, 20, _NOON)
    return _folding(log), _rescheduling(log)


def reading() -> tuple[Work, Work]:
    """The same from the log's files: every line's checksum and fields as well."""
    from mediaquiz.model.bulk import bulk
    from mediaquiz.schedule.fold import fold
    from mediaquiz.store.log import read_all

    log = records(5_000, 20, _NOON)
    folder = Path(tempfile.mkdtemp(prefix="mediaquiz-bench-"))
    write_log(folder, log)

    def ours() -> None:
        with bulk():
            list(fold(read_all(folder)[0]).standings.values())

    return ours, _rescheduling(log)


def _rescheduling(log: list[Record]) -> Work:
    """The library's memory of each card."""
    import fsrs

    cards: dict[str, list[fsrs.ReviewLog]] = {}
    for record in log:
        rating = fsrs.Rating(int(str(record.data["rating"])))
        cards.setdefault(record.item, []).append(fsrs.ReviewLog(1, rating, record.at, 1))
    scheduler = fsrs.Scheduler(enable_fuzzing=False)

    def work() -> None:
        for logs in cards.values():
            scheduler.reschedule_card(fsrs.Card(card_id=1, due=_NOON), logs)

    return work


_MOST_MEMORY = """\
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""In a process of its own, which is small: what counts for a child begins with what its parent has."""


def memory(command: list[str]) -> Work:
    """The most memory that a command in the course of years had at once."""
    course = _courses()[0]

    def work() -> float:
        asking = [sys.executable, "-c", _MOST_MEMORY, *command]
        return float(subprocess.run(asking, cwd=course, capture_output=True, check=True).stdout)

    return work


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


def reporting() -> tuple[Work, Work]:
    """The page of statistics, of a log and of one half as long; each over as many cards as its log needs."""
    many, half = make_course(5_000, 20), make_course(2_500, 20)
    time.sleep(_SETTLED_S)
    works = [_start(course, "stats", "-o", str(course / "report.html")) for course in (many, half)]
    for work in works:
        work()
    return works[0], works[1]


def first_of(items: int) -> Work:
    """The first card of a course that was just built."""
    course = make_course(items, 0)
    time.sleep(_SETTLED_S)
    work = _start(course, "quiz", "--new")
    work()
    return work


def first_of_many() -> tuple[Work, Work]:
    """The first card, of many and of few."""
    many, few = _courses()
    return _start(many, "quiz", "--new"), _start(few, "quiz", "--new")
