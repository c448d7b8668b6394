"""What the fold keeps of a record: as little as the schedule needs, in a form that sorts, compares and hashes."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from operator import itemgetter, lt
from typing import Any, NamedTuple

from mediaquiz.model.frozen import replace
from mediaquiz.model.review import Answered, Kind, Purpose, Rating, Record
from mediaquiz.schedule.day import read_due, read_utc

OTHER = "other"
"""An event that only says that its record is here: a cram or test answer, or a kind that does not concern the fold."""
UNREADABLE = "unreadable"
"""A review or void whose fields this version does not understand."""

_FIRST, _LAST = 1900, 8999
"""The years with room before and after them: for any time zone, and for the longest interval."""
_DAY_MINUTES = 24 * 60
_RATINGS = (1, 2, 3, 4)
_RATING_OF = {number: Rating(number) for number in _RATINGS}
"""A tenth of what calling ``Rating`` costs."""
_STUDY = Purpose.STUDY.value
_FIELDS = ("rating", "due", "ivl", "params", "past")
_PROMISE = itemgetter(*_FIELDS)
_REVIEW, _IMPORT = Kind.REVIEW, Kind.IMPORT

_DATED = frozenset({Kind.REVIEW, Kind.IMPORT, Kind.BURY})
"""The kinds whose value begins with a date."""
SHARED = frozenset({Kind.VOID, Kind.RELINK, Kind.SETTINGS, Kind.READ})
"""The kinds that may change more than one card, or none."""


class Event(NamedTuple):
    """One record, reduced. Plain tuples order by time, then id, then content: the same on every machine."""

    at: datetime
    id: str
    kind: str
    value: tuple[Any, ...] = ()


_new_event = tuple.__new__
"""Half of what ``Event(…)`` costs."""


def events_of(records: Iterable[Record]) -> dict[str, list[Event]]:
    """The events of the records by item; those of ``SHARED`` kinds under the empty name."""
    found: dict[str, list[Event]] = defaultdict(list)
    for record in records:
        kind = record.kind
        if kind == _REVIEW:
            told, value = _review(record)
            found[record.item].append(_new_event(Event, (record.at, record.id, told, value)))
            continue
        event = _imported(record) if kind == _IMPORT else Event(record.at, record.id, *_reduce(record))
        found["" if event.kind in SHARED else record.item].append(event)
    return found


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Each event once, in the order of the fold."""
    events = tuple(events)
    if all(map(lt, events, events[1:])):
        return events
    ordered = sorted(events)
    return tuple([event for event, before in zip(ordered, (None, *ordered), strict=False) if event != before])


def without_echoes(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The ordered events of one card with its imported reviews as reviews, each moment once.

    A review that went to another program and came home again, or that two devices imported, is one review.
    """
    if _IMPORT not in [event.kind for event in events]:
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
        case Kind.RESCHEDULE:
            return _reschedule(data)
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


def _reschedule(data: Mapping[str, object]) -> tuple[str, tuple[Any, ...]]:
    due, ivl, past = data.get("due"), data.get("ivl"), data.get("past")
    if isinstance(due, str) and isinstance(past, str) and type(ivl) is int and ivl > 0 and _agree(due, True):
        return Kind.RESCHEDULE, (due, ivl, past)
    return UNREADABLE, ()


def _review(record: Record) -> tuple[str, tuple[Any, ...]]:
    data = record.data
    if "purpose" in data and data["purpose"] != _STUDY:
        return OTHER, ()
    try:
        rating, due, ivl, params, past = _PROMISE(data)
    except KeyError:
        rating, due, ivl, params, past = map(data.get, _FIELDS)
    if not record.item or rating is True or rating not in _RATINGS:
        return UNREADABLE, ()
    day, tz = record.day, record.tz
    # Days can be added to the times that are in reach; a broken clock or another tool may have written others.
    if not (_FIRST <= record.at.year <= _LAST and _FIRST <= day.year <= _LAST and -_DAY_MINUTES < tz < _DAY_MINUTES):
        return UNREADABLE, ()
    if due.__class__ is not str or ivl.__class__ is not int or not _agree(due, ivl > 0):
        due, ivl = "", 0  # missing or contradicting: the promise is made again
    return _REVIEW, (
        day,
        rating,
        due,
        ivl,
        params if params.__class__ is str else "",
        past if past.__class__ is str else "",
        tz,
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


@lru_cache(maxsize=4096)
def _agree(due: str, in_days: bool) -> bool:
    """Whether a due text is a day or a time, as the interval says, and in reach."""
    try:
        when = read_due(due)
    except ValueError:
        return False
    return isinstance(when, datetime) != in_days and _FIRST <= when.year <= _LAST


def event_to_plain(event: Event) -> list[Any]:
    """The event as JSON holds it."""
    value = [part.isoformat() if isinstance(part, date) else part for part in event.value]
    return [event.at.isoformat(), event.id, str(event.kind), *value]


def event_from_plain(plain: list[Any]) -> Event:
    """The event that ``event_to_plain`` was given. Raises ValueError or TypeError when it was another thing."""
    at, name, kind, *value = plain
    if kind in _DATED:
        value[0] = date.fromisoformat(value[0])
    return Event(datetime.fromisoformat(at), name, kind, tuple(value))


def answered(event: Event) -> Answered:
    """A review event as a card's history keeps it; its time is in the zone in which the learner was."""
    day, rating, due, ivl, params, _, tz = event.value
    at = event.at.astimezone(_zone(tz)) if tz else event.at
    return Answered(at, day, _RATING_OF[rating], due, ivl, event.id, params)


def with_promise(event: Event, due: str, ivl: int) -> Event:
    """The review with another promise."""
    return event._replace(value=(*event.value[:2], due, ivl, *event.value[4:]))


def due_of(event: Event) -> date | datetime:
    """When a review that promises says that the card is due."""
    return read_due(event.value[2])


def ivl_of(event: Event) -> int:
    """The interval of a review as its record stores it, 0 when it promises none."""
    ivl: int = event.value[3]
    return ivl


@lru_cache(maxsize=64)
def _zone(minutes: int) -> timezone:
    return timezone(timedelta(minutes=minutes))
