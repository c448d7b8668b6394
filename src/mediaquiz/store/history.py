"""The state of a course's log, through a snapshot: a start reads only what is new in the log.

The snapshot knows how far it read each file and the CRC-32 of the bytes up to there. A file that has the size and the
times that it had then was not touched since. Of any other file the bytes are compared; when they are the same, what
follows is new. A file that is gone, shorter or different, or a new record that is not plainly a device's next one,
and the whole log is read and folded again. So a snapshot never decides what is true, and damage to the log is told
when the file is next touched, or by ``mediaquiz check``, which always reads all of it.
"""

import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from mediaquiz import __version__
from mediaquiz.measure.tally import Totals, grown, totals_from_plain, totals_of, totals_to_plain
from mediaquiz.model.bulk import bulk
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.plain import problem_from_row, problem_to_row
from mediaquiz.model.problem import Problem, Span, info
from mediaquiz.model.review import Record
from mediaquiz.schedule.card import standings_from_plain, standings_to_plain
from mediaquiz.schedule.events import events_of, in_order
from mediaquiz.schedule.fold import State, fold, resume
from mediaquiz.schedule.layers import Events
from mediaquiz.schedule.settings import Settings
from mediaquiz.store import foldcache
from mediaquiz.store.files import is_settled, touched
from mediaquiz.store.log import files_of, oddities, read_all, read_lines, unread
from mediaquiz.store.records import decode

CACHE_FILE = Path(".mediaquiz") / "reviews.db"
_VERSION = f"{__version__}/9"
WORTH = 200


@dataclass(frozen=True, slots=True)
class History:
    """The state that the log makes, what is wrong with the log, and the time of its newest record.

    ``counted`` are the totals of the state's cards without the changes that are layered over them: ``tally.grown`` adds
    these, also those of records that come later.
    """

    state: State
    problems: tuple[Problem, ...]
    newest: datetime | None
    counted: Totals


class _Mark(NamedTuple):
    """How far a file was read: no torn last line. ``stat`` are its size and times then; empty, they prove nothing."""

    size: int
    lines: int
    crc: int
    stat: list[int]


class _Snapshot(NamedTuple):
    """What a start takes up."""

    history: History
    events: foldcache.SavedEvents
    marks: dict[str, _Mark]
    numbers: dict[str, int]


def open_history(reviews: Path, base: Settings, *, worth: int = WORTH) -> History:
    """The history in the folder ``reviews`` of a course; ``base`` are the settings that hold without records.

    ``worth`` new records make a new snapshot worth its time.
    """
    cache = reviews.parent / CACHE_FILE
    snapshot = _load(cache, reviews, base)
    return (snapshot and _continued(snapshot, reviews, cache, worth)) or _read_whole(reviews, base, cache, worth)


def _read_whole(reviews: Path, base: Settings, cache: Path, worth: int) -> History:
    marks: dict[str, _Mark] = {}
    records: dict[bytes, Record] = {}
    files, problems = files_of(reviews)
    torn: list[Problem] = []
    with bulk():
        for path in files:
            try:
                stat, data = touched(path), path.read_bytes()
            except OSError as why:
                problems.append(unread(path, why))
                continue
            mark = _mark(data, stat)
            name = f"{reviews.name}/{path.name}"
            problems += read_lines(data[: mark.size], name, records)
            torn += read_lines(data[mark.size :], name, records, mark.lines + 1)
            marks[path.name] = mark
        found = tuple(records.values())
        problems += oddities(found)
        state = fold(found, base)
        counted = totals_of(state.cards.values())
    history = History(state, (*problems, *torn), max((record.at for record in found), default=None), counted)
    if len(found) >= worth and len(marks) == len(files):
        rows = ((name, foldcache.encoded(state.events[name])) for name in state.events)
        foldcache.save(cache, _head(history, problems, marks, _numbers(found)), rows)
    else:
        with suppress(OSError):
            cache.unlink(missing_ok=True)
    return history


def _continued(snapshot: _Snapshot, reviews: Path, cache: Path, worth: int) -> History | None:
    """The snapshot with what is new in the log; None when the log is not the one that was read, continued."""
    files, problems = files_of(reviews)
    if problems or not snapshot.marks.keys() <= {path.name for path in files}:
        return None
    records: dict[bytes, Record] = {}
    marks: dict[str, _Mark] = {}
    torn: list[Problem] = []
    for path in files:
        before = snapshot.marks.get(path.name, _Mark(0, 0, 0, []))
        try:
            stat = touched(path)
            data = None if before.stat == stat else path.read_bytes()
        except OSError:
            return None
        if data is None:
            marks[path.name] = before
            continue
        if not _goes_on(data, before):
            return None
        mark = marks[path.name] = _mark(data, stat)
        name = f"{reviews.name}/{path.name}"
        problems += read_lines(data[before.size : mark.size], name, records, before.lines + 1)
        torn += read_lines(data[mark.size :], name, records, mark.lines + 1)
    found = tuple(records.values())
    if not _are_next(found, snapshot.numbers) or any(oddities(found)):
        return None
    known = snapshot.history
    newest = max([record.at for record in found] + ([known.newest] if known.newest else []), default=None)
    lasting = (*known.problems, *problems)
    history = History(known.state.with_records(found), (*lasting, *torn), newest, known.counted)
    if len(found) >= worth:
        later = history.state.events.later
        kept = (row for row in snapshot.events.rows() if row[0] not in later)
        rows = [*kept, *((name, foldcache.encoded(events)) for name, events in later.items())]
        foldcache.save(cache, _head(history, lasting, marks, snapshot.numbers | _numbers(found)), rows)
    return history


def check_snapshot(reviews: Path) -> tuple[Problem, ...]:
    """MQ409 when a part of the snapshot is not as it was written. No snapshot is as good as a whole one."""
    cache = reviews.parent / CACHE_FILE
    if not cache.is_file() or foldcache.is_whole(cache):
        return ()
    where = Span(str(CACHE_FILE))
    return (info("MQ409", "the snapshot of the log is damaged", where, "Nothing is lost: it is made again by itself."),)


def _are_next(records: Iterable[Record], numbers: Mapping[str, int]) -> bool:
    """Whether no record can be one that the snapshot has under the same id."""
    for record in records:
        device, _, number = record.id.rpartition("-")
        if not number.isdecimal() or int(number) <= numbers.get(device, 0):
            return False
    return True


def _numbers(records: Iterable[Record]) -> dict[str, int]:
    """The highest number of each device."""
    numbers: dict[str, int] = {}
    for record in records:
        device, _, number = record.id.rpartition("-")
        if number.isdecimal():
            numbers[device] = max(int(number), numbers.get(device, 0))
    return numbers


def _mark(data: bytes, stat: list[int]) -> _Mark:
    size = data.rfind(b"\n") + 1
    if decode(data[size:]):
        size = len(data)
    settled = size == stat[0] == len(data) and is_settled(stat)
    return _Mark(size, data.count(b"\n", 0, size), zlib.crc32(memoryview(data)[:size]), stat if settled else [])


def _goes_on(data: bytes, mark: _Mark) -> bool:
    """Whether a file's bytes are those that were read, and perhaps more lines."""
    same = len(data) >= mark.size and zlib.crc32(memoryview(data)[: mark.size]) == mark.crc
    last, following = data[mark.size - 1 : mark.size], data[mark.size : mark.size + 1]
    return same and (last in (b"", b"\n") or following in (b"", b"\n"))


def _head(
    history: History, problems: Iterable[Problem], marks: Mapping[str, _Mark], numbers: Mapping[str, int]
) -> dict[str, Any]:
    state = history.state
    return {
        "version": _VERSION,
        "base": _told(state.base),
        "marks": marks,
        "numbers": numbers,
        "problems": [problem_to_row(problem) for problem in problems],
        "newest": history.newest and history.newest.isoformat(),
        "lost": sorted(state.lost),
        "unreadable": sorted(state.unreadable),
        "cards": list(state.standings),
        "others": sorted(set(state.events) - set(state.standings)),
        "rowless": sorted(set(state.standings) - set(state.events)),
        "standings": standings_to_plain(state.standings.values()),
        "counted": totals_to_plain(grown(history.counted, state.cards)),
    }


def _told(base: Settings) -> str:
    """Every setting, as text that is the same for the same settings."""
    return repr([getattr(base, name) for name in Settings.__match_args__])


def _load(cache: Path, reviews: Path, base: Settings) -> _Snapshot | None:
    found = foldcache.load(cache)
    if found is None:
        return None
    head, db = found
    if head.get("version") != _VERSION or head.get("base") != _told(base):
        db.close()
        return None
    cards = head["cards"]
    events = foldcache.SavedEvents(db, foldcache.row_names(head), lambda: _all_events(reviews))
    state = resume(
        events,
        base,
        frozenset(head["lost"]),
        frozenset(head["unreadable"]),
        dict(zip(cards, standings_from_plain(head["standings"], len(cards)), strict=True)),
    )
    newest = head["newest"] and datetime.fromisoformat(head["newest"])
    problems = tuple(map(problem_from_row, head["problems"]))
    history = History(state, problems, newest, totals_from_plain(head["counted"]))
    return _Snapshot(history, events, {name: _Mark(*mark) for name, mark in head["marks"].items()}, head["numbers"])


def _all_events(reviews: Path) -> dict[str, Events]:
    return {name: in_order(events) for name, events in events_of(read_all(reviews)[0]).items()}
