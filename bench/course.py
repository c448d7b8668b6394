"""Courses of any size, with a history: what start-up, the fold and the log are measured on."""

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from mediaquiz.decks.dump import dump
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, Short
from mediaquiz.model.review import Kind, Memory, Rating, Record
from mediaquiz.schedule.card import past_of
from mediaquiz.schedule.day import read_due, study_day, utc_text
from mediaquiz.schedule.memory import Scheduled, schedule
from mediaquiz.schedule.settings import Settings
from mediaquiz.store.records import encode

DEVICE = "bnch2345"
_A_DECK = 20
_SETTINGS = Settings(maximum_interval=150)
_RATINGS = (Rating.GOOD, Rating.GOOD, Rating.EASY, Rating.GOOD, Rating.GOOD, Rating.HARD, Rating.GOOD, Rating.AGAIN)


def item_id(number: int) -> str:
    """The id of the item with this number."""
    return f"item{number:08}"


def records(items: int, each: int, now: datetime, *, promised: bool = True) -> list[Record]:
    """What a learner leaves who answers each item so often, on the days on which it is due, in order of time.

    The next answers are due in the days after ``now``. Without promises, the records are those of a program that logs
    ratings only: the last due day is to be worked out.
    """
    made = sorted(answer for number in range(items) for answer in _life(number, each, now))
    known: dict[str, list[str]] = defaultdict(list)
    found = []
    for place, (at, item, data) in enumerate(made, start=1):
        name = f"{DEVICE}-{place}"
        told = {**data, "past": past_of(known[item])} if promised else {"rating": data["rating"], "ms": data["ms"]}
        known[item].append(name)
        found.append(Record(name, Kind.REVIEW, at, study_day(at), 0, item, told))
    return found


def _on(day: date, at: datetime) -> datetime:
    """That time of day on a study day, which goes on after midnight."""
    then = datetime.combine(day, at.timetz())
    return then if study_day(then) == day else then + timedelta(days=1)


def _life(number: int, times: int, now: datetime) -> Iterator[tuple[datetime, str, dict[str, object]]]:
    """The answers to one item, each when it was due; it is due again in some of the days to come."""
    item, mind, at = item_id(number), Memory(), now
    lived: list[tuple[datetime, Rating, Scheduled]] = []
    for place in range(times):
        rating = _RATINGS[(place + number) % len(_RATINGS)] if place + 1 < times else Rating.GOOD
        done = schedule(mind, rating, at, study_day(at), item, _SETTINGS)
        lived.append((at, rating, done))
        mind = done.memory
        at = mind.due_at or _on(mind.due_day or study_day(at), at)
    ago = lived[-1][0] - now + timedelta(days=1 + number % max(1, mind.ivl)) if lived else timedelta()
    for at, rating, done in lived:
        due = read_due(done.due) - ago
        yield (
            at - ago,
            item,
            {
                "rating": int(rating),
                "ms": 4210,
                "mode": "short",
                "correct": True,
                "seen": "0011aabbccdd",
                "due": utc_text(due) if isinstance(due, datetime) else due.isoformat(),
                "ivl": done.ivl,
                "params": _SETTINGS.params_id,
                "dr": _SETTINGS.desired_retention,
            },
        )


def make_course(items: int, each: int) -> Path:
    """A course in a folder of its own, each of its items answered so often."""
    root = Path(tempfile.mkdtemp(prefix="mediaquiz-bench-"))
    (root / "mediaquiz.yaml").write_text("title: Bench\n", encoding="utf-8")
    decks = root / "decks"
    decks.mkdir()
    for first in range(0, items, _A_DECK):
        made = [Item(item_id(n), _question(n), concept=f"concept {n // 2}") for n in range(first, first + _A_DECK)]
        deck = Deck(f"decks/{first:06}.yaml", title=f"Lesson {first}", items=tuple(made[: items - first]))
        (root / deck.path).write_text(dump(deck), encoding="utf-8")
    if each:
        (root / "reviews").mkdir()
        write_log(root / "reviews", records(items, each, datetime.now(UTC).replace(microsecond=0)))
    return root


def write_log(folder: Path, log: Iterable[Record]) -> None:
    """The records as the device's files, one a year."""
    years: dict[int, bytearray] = defaultdict(bytearray)
    for record in log:
        years[record.at.year] += encode(record) + b"\n"
    for year, lines in years.items():
        (folder / f"{DEVICE}-{year}.jsonl").write_bytes(lines)


def _question(number: int) -> Short:
    return Short(f"What does the {number}th stage of the pipeline hand over to the stage after it?", f"plan {number}")
