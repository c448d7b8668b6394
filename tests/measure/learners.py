"""Learners who answer for months, as the log keeps it: what the numbers of ``measure`` are computed from."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from mediaquiz.model.review import Answered, Kind, Rating, Record
from mediaquiz.schedule.card import past_of
from mediaquiz.schedule.day import study_day
from mediaquiz.schedule.memory import replay, retrievability, schedule
from mediaquiz.schedule.settings import Settings
from mediaquiz.store.records import encode

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
TODAY = study_day(START + timedelta(days=120))
MODES = ("short", "choice", "recall", "cloze")


def months(
    seed: int = 1, *, cards: int = 40, days: int = 120, absent: float = 0.15, undone: float = 0.03
) -> list[Record]:
    """The records of a learner who comes on most days, answers what is due, forgets as the model says, undoes some."""
    chance, settings = Random(seed), Settings(desired_retention=0.85)
    histories: dict[str, list[Answered]] = defaultdict(list)
    due = {f"card{n:08}": (n * days // 2) // cards for n in range(cards)}
    records: list[Record] = []

    def write(kind: Kind, at: datetime, item: str = "", **data: object) -> Record:
        record = Record(f"devc{len(records) % 2}-{len(records) + 1}", kind, at, study_day(at), 0, item, data)
        records.append(record)
        return record

    for day in range(days):
        if chance.random() < absent:
            continue
        at = START + timedelta(days=day, minutes=chance.randrange(600))
        for item in sorted(name for name, when in due.items() if when <= day):
            at += timedelta(seconds=chance.randrange(3, 90))
            history = histories[item]
            memory = replay(history, settings)
            known = retrievability(memory, study_day(at), settings) or 0.5
            rating = Rating(chance.choice((2, 3, 3, 3, 4))) if chance.random() < known else Rating.AGAIN
            done = schedule(memory, rating, at, study_day(at), item, settings)
            told: dict[str, object] = {
                "rating": int(rating),
                "ms": chance.randrange(1_000, 40_000),
                "mode": MODES[int(item[4:]) % len(MODES)],
                "due": done.due,
                "ivl": done.ivl,
                "params": settings.params_id,
                "dr": settings.desired_retention,
                "past": past_of(answer.id for answer in history),
            }
            record = write(Kind.REVIEW, at, item, **told)
            if chance.random() < undone:
                write(Kind.VOID, at + timedelta(seconds=2), item, target=record.id)
                continue
            history.append(Answered(at, study_day(at), rating, done.due, done.ivl, record.id, settings.params_id))
            due[item] = day + done.ivl if done.ivl > 0 else day + 1
        if chance.random() < 0.1:
            write(Kind.REVIEW, at + timedelta(hours=1), "card00000001", rating=3, ms=900, purpose="cram")
    return records


def save(records: Iterable[Record], folder: Path) -> Path:
    """The records as a course's log; the folder ``reviews`` in the folder."""
    reviews = folder / "reviews"
    reviews.mkdir(exist_ok=True)
    files: dict[str, list[bytes]] = defaultdict(list)
    for record in records:
        files[f"{record.id.partition('-')[0]}-{record.at.year}.jsonl"].append(encode(record))
    for name, lines in files.items():
        (reviews / name).write_bytes(b"\n".join(lines) + b"\n")
    return reviews


def lines_of(reviews: Path) -> list[dict[str, object]]:
    """Every line of the log, as any JSON reader sees it."""
    return [json.loads(line) for path in sorted(reviews.iterdir()) for line in path.read_text().splitlines()]
