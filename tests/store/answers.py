"""Answers to put into a log, and what a log's folder holds."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from mediaquiz.model.review import Kind, Record
from mediaquiz.store.lock import WAIT_S
from mediaquiz.store.log import append, read_all

DEVICE = "k3m9xq2a"
SEOUL = timezone(timedelta(hours=9))
MORNING = datetime(2026, 11, 21, 10, 2, 3, 123456, tzinfo=SEOUL)
DAY = date(2026, 11, 21)


def answer(
    folder: Path, at: datetime = MORNING, *, device: str = DEVICE, wait: float = WAIT_S, **data: object
) -> Record:
    """Put one more answer into the log."""
    return append(folder, device, Kind.REVIEW, at, DAY, "bread-crumb1", {"rating": 3, **data}, wait=wait)


def ids(folder: Path) -> list[str]:
    """The ids of all records, oldest first."""
    return [record.id for record in sorted(read_all(folder)[0], key=lambda record: record.sort_key)]


def codes(folder: Path) -> list[str]:
    """The codes of the log's problems, in order."""
    return [problem.code for problem in read_all(folder)[1]]


def numbered(*numbers: int) -> list[str]:
    """The ids of the device's records with these numbers."""
    return [f"{DEVICE}-{number}" for number in numbers]


def file_of(folder: Path, year: int = 2026) -> Path:
    """The device's file of a year."""
    return folder / f"{DEVICE}-{year}.jsonl"


def record(**changes: object) -> Record:
    """One review, changed in some fields."""
    fields: dict[str, object] = {
        "id": f"{DEVICE}-17",
        "kind": Kind.REVIEW,
        "at": datetime(2026, 11, 21, 1, 2, 3, 123000, tzinfo=UTC),
        "day": DAY,
        "tz": 540,
        "item": "bread-crumb1",
        "data": {"rating": 3, "ms": 4210, "mode": "cloze"},
    }
    return Record(**{**fields, **changes})
