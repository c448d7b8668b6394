"""The review log: ``reviews/<device>-<year>.jsonl``, append-only, one writing device a file.

An answer is safe when ``append`` returns: its line was written whole and synced to the disk. A process killed in the
middle leaves at most a torn last line, which the next writer seals with a newline and readers report.
"""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from mediaquiz.errors import NewerVersion
from mediaquiz.model.bulk import bulk
from mediaquiz.model.problem import Problem, Span, error, warning
from mediaquiz.model.review import RECORD_VERSION, Kind, Record
from mediaquiz.store.files import is_settled, make_folder, storage_error, sweep_temp, sync_folder, temp_file, touched
from mediaquiz.store.lock import WAIT_S, Lock
from mediaquiz.store.records import LONGEST, decode, encode, fault, instant, lines, newer, version

_TICK = timedelta(milliseconds=1)
_APPENDING = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
_TAIL = 2 * LONGEST
"""Bytes at a file's end that hold a whole record, unless they are damaged."""


def append(
    folder: Path,
    device: str,
    kind: Kind,
    at: datetime,
    day: date,
    item: str = "",
    data: Mapping[str, object] | None = None,
    *,
    wait: float = WAIT_S,
) -> Record:
    """Put one record into the log, durably, and return it with its id.

    ``at`` is aware, in the learner's zone. The record's time is always after the device's last one: a clock that went
    back is overruled, and what it said is kept as ``wall``. Raises StorageError when it cannot be saved (then nothing
    was recorded), Busy when another process holds the log for more than ``wait`` seconds, NewerVersion when the
    device's own file goes on with records of a newer version.
    """
    return append_all(folder, device, [Entry(kind, at, day, item, data or {})], wait=wait)[0]


class Entry(NamedTuple):
    """What ``append`` is given of one record."""

    kind: Kind
    at: datetime
    day: date
    item: str = ""
    data: Mapping[str, object] = MappingProxyType({})


def append_all(folder: Path, device: str, entries: Sequence[Entry], *, wait: float = WAIT_S) -> tuple[Record, ...]:
    """``append`` for several records, all of them or none; they go into one file."""
    return Writer(folder, device).append_all(entries, wait=wait)


class Writer:
    """Appends a device's records, one time or many.

    It remembers how it left the device's file. While that is the newest one and as long as it was, no other program
    wrote a record of this device, and the last one need not be looked for.

    The file and the lock's file stay open as long as nothing came into the folder, left it or changed its name, for
    then they are still what their names say. The lock itself is never held for longer than an append takes.
    """

    def __init__(self, folder: Path, device: str) -> None:
        self._folder = folder
        self._device = device
        self._owns = re.compile(re.escape(device) + r"-\d{4}\.jsonl").fullmatch
        self._end: _End | None = None
        self._kept: _Files | None = None

    def append_all(self, entries: Sequence[Entry], *, wait: float = WAIT_S) -> tuple[Record, ...]:
        """What the function of this name does."""
        if not entries:
            return ()
        try:
            try:
                return self._append_on(entries, wait) or self._append_anew(entries, wait)
            except FileNotFoundError:  # there is no folder yet, or no longer
                make_folder(self._folder)
                return self._append_anew(entries, wait)
        except OSError as why:
            raise storage_error("Cannot save the answer in", self._folder, why) from why

    def _append_on(self, entries: Sequence[Entry], wait: float) -> tuple[Record, ...]:
        """The records, appended to the files that stayed open; none, and nothing done, where these will not do."""
        files, end = self._kept, self._end
        if not files or not end:
            return ()
        self._kept = None
        files.lock.take(wait)
        try:
            if entries[0].at.astimezone(UTC).year > end.year or not files.stand(end.size):
                return ()
            records = self._put(files.log, end, entries)
        finally:
            files.lock.release()
        self._kept = files
        return records

    def _append_anew(self, entries: Sequence[Entry], wait: float) -> tuple[Record, ...]:
        """The records, appended to the newest of the files that are there now."""
        files = _Files(self._folder, self._device)
        files.lock.take(wait)
        try:
            names = self._names()
            # A clock that was years ahead has begun a later file; numbers and times go on there.
            name = max([f"{self._device}-{entries[0].at.astimezone(UTC).year}.jsonl", *names])
            known = self._end if self._end and self._end.name == name else None
            end = known or self._found_end(name, names)
            size = files.open(name)
            if not size:
                sync_folder(self._folder)
            if known and known.size != size:
                known, end = None, self._found_end(name, names)
            seam = b"" if known else _seam(files.log, size)
            records = self._put(files.log, end._replace(size=size), entries, seam)
        finally:
            files.lock.release()
        self._kept = files if files.lasting else None
        return records

    def _put(self, log: int, end: "_End", entries: Sequence[Entry], seam: bytes = b"") -> tuple[Record, ...]:
        """The records, written at the end of the file."""
        records = _following(end, self._device, entries)
        data = seam + b"\n".join([*map(encode, records), b""])
        then = _End(end.name, end.year, end.size + len(data), end.number + len(records), records[-1].at)
        _write(log, end.size, data)
        self._end = then
        return records

    def _names(self) -> list[str]:
        """The names of the device's files."""
        with os.scandir(self._folder) as found:
            return [entry.name for entry in found if self._owns(entry.name)]

    def _found_end(self, name: str, names: Iterable[str]) -> "_End":
        """The end of the file of this name, as the device's files, which have these names, tell it."""
        last, damaged = _last_record(self._folder, [self._folder / each for each in sorted(names, reverse=True)])
        year = int(name.removesuffix(".jsonl").rpartition("-")[2])
        return _End(name, year, 0, (_number(last) if last else 0) + damaged, last.at if last else None)


class _End(NamedTuple):
    """Where a device's newest file ends: its name, year and size, the number of its last record and that one's time."""

    name: str
    year: int
    size: int
    number: int
    at: datetime | None


class _Files:
    """A device's lock and its log, open; closed with the last look at them.

    ``lasting`` when every later change of the folder will show in its times: the files may then be kept open. Not on
    Windows, where nobody can rename or replace a file that another program has open.
    """

    def __init__(self, folder: Path, device: str) -> None:
        self.log = -1
        self._folder = folder
        # Before anything is opened, for what changes from now on may be about these files.
        self._signs = touched(folder)
        self.lasting = sys.platform != "win32" and is_settled(self._signs)
        self.lock = Lock(folder / f".{device}.lock")

    def open(self, name: str) -> int:
        """Open the log of this name, made where there is none; its size."""
        self.log = os.open(f"{self._folder}/{name}", _APPENDING, 0o644)
        return os.lseek(self.log, 0, os.SEEK_END)

    def stand(self, size: int) -> bool:
        """Whether the files have the names under which they were opened, and the log is so long."""
        log = os.fstat(self.log)
        # A folder's times tell of every change of a name; should a file system not keep them, a file that was
        # replaced has no name left.
        return log.st_size == size and log.st_nlink > 0 and touched(self._folder) == self._signs

    def __del__(self) -> None:
        if self.log >= 0:
            os.close(self.log)


def _following(end: _End, device: str, entries: Iterable[Entry]) -> tuple[Record, ...]:
    """The records, with the device's next numbers, each of a time after the one before."""
    records, before = [], end.at
    for number, (kind, at, day, item, data) in enumerate(entries, start=end.number + 1):
        minutes = round((at.utcoffset() or timedelta()).total_seconds() / 60)
        now = at.astimezone(UTC)
        now = moment = now.replace(microsecond=now.microsecond // 1000 * 1000)
        if before and now <= before:
            moment, data = before + _TICK, {**data, "wall": instant(now)}
        records.append(Record(f"{device}-{number}", kind, moment, day, minutes, item, data, RECORD_VERSION))
        before = moment
    return tuple(records)


def _number(record: Record) -> int:
    return int(record.id.rpartition("-")[2])


def _last_record(folder: Path, newest_first: Iterable[Path]) -> tuple[Record | None, int]:
    """The last good record in the files, and how many damaged lines follow it: their numbers are not used again."""
    damaged = 0
    for path in newest_first:
        for line in _from_the_end(path):
            record = decode(line)
            if version(line) > RECORD_VERSION:
                refuse_newer(read_lines(path.read_bytes(), f"{folder.name}/{path.name}", {}))
            if record and record.id.rpartition("-")[2].isdecimal():
                return record, damaged
            damaged += 1
    return None, damaged


def _from_the_end(path: Path) -> Iterator[bytes]:
    """The lines of a file, last one first. Reads no more than the tail when the caller needs no more."""
    with path.open("rb") as file:
        start = max(0, file.seek(0, os.SEEK_END) - _TAIL)
        file.seek(start)
        tail = file.read()
        if start:
            cut, _, tail = tail.partition(b"\n")
            start += len(cut)
        yield from (line for _, line in reversed([*lines(tail)]))
        file.seek(0)
        yield from (line for _, line in reversed([*lines(file.read(start))]))


def _write(handle: int, size: int, data: bytes) -> None:
    """All of the data, synced, or none of it: what was written is cut off again when either fails."""
    try:
        while data:  # a disk that fills up takes a part of the data without a word, and refuses the next part
            data = data[os.write(handle, data) :]
        os.fsync(handle)
    except OSError:
        with suppress(OSError):
            os.ftruncate(handle, size)
        raise


def _seam(handle: int, size: int) -> bytes:
    """The newline that a torn last line lacks."""
    os.lseek(handle, max(0, size - 1), os.SEEK_SET)
    return b"" if os.read(handle, 1) in (b"", b"\n") else b"\n"


def probe(folder: Path) -> None:
    """Raises StorageError when answers could not be saved in the folder: better known before the first question."""
    trial = temp_file(folder)
    try:
        make_folder(folder)
        sweep_temp(folder)
        try:
            trial.write_bytes(b"\n")
        finally:
            trial.unlink(missing_ok=True)
    except OSError as why:
        raise storage_error("Answers cannot be saved in", folder, why) from why


def read_all(folder: Path) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Every record of every ``*.jsonl`` file in the folder, in no promised order, and what is wrong.

    A record that stands twice is read once; one id with two contents keeps both (MQ403). Files that another program
    renamed or copied (sync conflicts) are read as well, hidden ones are not. A folder that is not there is an empty
    log.
    """
    records: dict[bytes, Record] = {}
    files, problems = files_of(folder)
    with bulk():
        for path in files:
            try:
                data = path.read_bytes()
            except OSError as why:
                problems.append(unread(path, why))
                continue
            problems += read_lines(data, f"{folder.name}/{path.name}", records)
        found = tuple(records.values())
        return found, (*problems, *oddities(found))


def files_of(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The log's files in the folder, in order; a folder that is not there has none."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".jsonl" and path.name[0] != "."), []
    except FileNotFoundError:
        return [], []
    except OSError as why:
        return [], [unread(folder, why)]


def unread(path: Path, why: OSError) -> Problem:
    """A file of the log, or its folder, cannot be read."""
    return error("MQ408", f"the log cannot be read: {why.strerror}", Span(str(path)), "Check who may read it.")


def read_lines(data: bytes, name: str, records: dict[bytes, Record], first: int = 1) -> Iterator[Problem]:
    """Put what the lines hold into ``records``, by line; the problems of the others. Lines count from ``first``."""
    unknown: dict[int, int] = {}
    for number, line in lines(data):
        if line in records:
            continue
        record = decode(line)
        if record and record.version <= RECORD_VERSION:
            records[line] = record
        elif (told := version(line)) > RECORD_VERSION:
            unknown[first + number - 1] = told
        else:
            yield fault(line, Span(name, first + number - 1, first + number - 1))
    if unknown:
        yield newer(min(unknown), max(unknown), len(unknown), max(unknown.values()), name)


def refuse_newer(problems: Iterable[Problem]) -> None:
    """Raises NewerVersion when the log's problems name records of a newer version.

    Without them nobody knows what is due: an answer now would be given, and dated, on a state that is not the log's.
    """
    found = next((problem for problem in problems if problem.code == "MQ410"), None)
    if found:
        raise NewerVersion(f"{found.span}: {found.message}", hint=found.hint)


def oddities(records: Sequence[Record]) -> Iterator[Problem]:
    """Records that are sound and yet strange: one id with two contents, kinds that are not known here."""
    for name, times in Counter([record.id for record in records]).items():
        if times > 1:
            yield warning("MQ403", f"the record {name} has {times} contents; all are kept", None, "Look at both.")
    for kind in sorted({str(record.kind) for record in records if not isinstance(record.kind, Kind)}):
        yield warning("MQ404", f"records of the unknown kind {kind!r} were kept, not used", None, "Update mediaquiz.")
