"""What the fold keeps of a record: as little as the schedule needs, in a form that sorts, compares and hashes."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Any, NamedTuple

from mediaquiz.model.review import Answered, Kind, Purpose, Rating, Record
from mediaquiz.schedule.day import read_due, read_utc

OTHER = "other"
"""An event that only says that its record is here: a cram or test answer, or a kind that does not concern the fold."""
UNREADABLE = "unreadable"
"""A review or void whose fields this version does not understand."""

_YEARS = range(1900, 9000)
"""The years with room before and after them: for any time zone, and for the longest interval."""
_DAY_MINUTES = 24 * 60
_RATINGS = tuple(Rating)

SHARED = frozenset({Kind.VOID, Kind.RELINK, Kind.SETTINGS, Kind.READ})
"""The kinds that may change more than one card, or none."""


class Event(NamedTuple):
    """One record, reduced. Plain tuples order by time, then id, then content: the same on every machine."""

    at: datetime
    id: str
    kind: str
    value: tuple[Any, ...] = ()


def events_of(records: Iterable[Record]) -> dict[str, list[Event]]:
    """The events of the records by item; those of ``SHARED`` kinds under the empty name."""
    found: dict[str, list[Event]] = {}
    for record in records:
        if record.kind == Kind.IMPORT:
            event = _imported(record)
        else:
            kind, value = _reduce(record)
            event = Event(record.at, record.id, kind, value)
        found.setdefault("" if event.kind in SHARED else record.item, []).append(event)
    return found


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Each event once, in the order of the fold."""
    return tuple(sorted(set(events)))


def without_echoes(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The ordered events of one card with its imported reviews as reviews, each moment once.

    A review that went to another program and came home again, or that two devices imported, is one review.
    """
    if all(event.kind != Kind.IMPORT for event in events):
        return events
    answered = {event.at for event in events if event.kind == Kind.REVIEW}
    kept: list[Event] = []
    for event in events:
        if event.kind != Kind.IMPORT:
            kept.append(event)
        elif event.at not in answered:
            answered.add(event.at)
            kept.append(event._replace(kind=Kind.REVIEW))
    return tuple(kept)


def _reduce(record: Record) -> tuple[str, tuple[Any, ...]]:
    data = record.data
    match record.kind:
        case Kind.REVIEW:
            return _review(record)
        case Kind.VOID:
            return _texts(Kind.VOID, data, "target")
        case Kind.RELINK:
            kind, value = _texts(Kind.RELINK, data, "to")
            return (kind, (record.item, *value)) if record.item else (UNREADABLE, ())
        case Kind.READ:
            return _texts(Kind.READ, data, "lesson")
        case Kind.FLAG | Kind.NOTE | Kind.ALIAS:
            return _texts(record.kind, data, "text")
        case Kind.BURY:
            return _bury(data)
        case Kind.SETTINGS:
            return Kind.SETTINGS, (json.dumps(dict(data), sort_keys=True, default=str),)
        case Kind.SUSPEND | Kind.RESUME | Kind.RESET:
            return record.kind, ()
        case _:
            return OTHER, ()


def _texts(kind: str, data: Mapping[str, object], name: str) -> tuple[str, tuple[Any, ...]]:
    value = data.get(name)
    return (kind, (value,)) if isinstance(value, str) and value else (UNREADABLE, ())


def _bury(data: Mapping[str, object]) -> tuple[str, tuple[Any, ...]]:
    try:
        return Kind.BURY, (date.fromisoformat(str(data.get("until"))),)
    except ValueError:
        return UNREADABLE, ()


def _review(record: Record) -> tuple[str, tuple[Any, ...]]:
    data = record.data
    if data.get("purpose", Purpose.STUDY) != Purpose.STUDY:
        return OTHER, ()
    rating = data.get("rating")
    if not record.item or isinstance(rating, bool) or rating not in _RATINGS or not _in_reach(record):
        return UNREADABLE, ()
    due, ivl = _promise(data)
    params, past = data.get("params"), data.get("past")
    return Kind.REVIEW, (
        record.day,
        rating,
        due,
        ivl,
        params if isinstance(params, str) else "",
        past if isinstance(past, str) else "",
        record.tz,
    )


def _imported(record: Record) -> Event:
    """A review done elsewhere, at its own time and under its own name, so that importing it twice makes one event."""
    data = record.data
    try:
        at, day = read_utc(str(data.get("reviewed_at"))), date.fromisoformat(str(data.get("reviewed_day")))
    except ValueError:
        return Event(record.at, record.id, UNREADABLE)
    kind, value = _review(replace(record, at=at, day=day))
    name = f"{data.get('origin', '')}:{data.get('key', '')}" if kind == Kind.REVIEW else record.id
    return Event(at, name, Kind.IMPORT if kind == Kind.REVIEW else kind, value)


def _in_reach(record: Record) -> bool:
    """Whether days can be added to the record's times; a broken clock or another tool may have written others."""
    return record.at.year in _YEARS and record.day.year in _YEARS and abs(record.tz) < _DAY_MINUTES


def _promise(data: Mapping[str, object]) -> tuple[str, int]:
    """The due date and interval, or an empty text and 0 when they are missing or contradict: then they are redone."""
    due, ivl = data.get("due"), data.get("ivl")
    if not isinstance(due, str) or isinstance(ivl, bool) or not isinstance(ivl, int):
        return "", 0
    try:
        when = read_due(due)
    except ValueError:
        return "", 0
    in_days = not isinstance(when, datetime)
    return (due, ivl) if in_days == (ivl > 0) and ivl and when.year in _YEARS else ("", 0)


def answered(event: Event) -> Answered:
    """A review event as a card's history keeps it; its time is in the zone in which the learner was."""
    day, rating, due, ivl, params, _, tz = event.value
    return Answered(event.at.astimezone(_zone(tz)), day, Rating(rating), due, ivl, event.id, params)


def promised(event: Event) -> bool:
    """Whether a review carries a due date and interval that can be believed."""
    return bool(event.value[2])


def claimed_past(event: Event) -> str:
    """The ``past`` that a review was written with, or empty."""
    return str(event.value[5])


@lru_cache(maxsize=64)
def _zone(minutes: int) -> timezone:
    return timezone(timedelta(minutes=minutes)) if minutes else UTC
