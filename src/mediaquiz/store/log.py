"""The review log: ``reviews/<device>-<year>.jsonl``, append-only, one writing device a file.

An answer is safe when ``append`` returns: its line was written whole and synced to the disk. A process killed in the
middle leaves at most a torn last line, which the next writer seals with a newline and readers report.
"""

import errno
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from mediaquiz.errors import Busy
from mediaquiz.model.problem import Problem, Span, error, warning
from mediaquiz.model.review import Kind, Record
from mediaquiz.store.files import storage_error, sync_folder
from mediaquiz.store.records import LONGEST, decode, encode, instant

_WAIT_S = 5.0
_TICK = timedelta(milliseconds=1)
_BLOCK = 2 * LONGEST


def append(
    folder: Path,
    device: str,
    kind: Kind,
    at: datetime,
    day: date,
    item: str = "",
    data: Mapping[str, object] | None = None,
) -> Record:
    """Put one record into the log, durably, and return it with its id.

    ``at`` is aware, in the learner's zone. The record's time is never before the device's last one: a clock that went
    back is overruled, and what it said is kept as ``wall``. Raises StorageError when it cannot be saved (then nothing
    was recorded), Busy when another process holds the log for more than five seconds.
    """
    path = folder / f"{device}-{at.astimezone(UTC).year}.jsonl"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = not path.exists()
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o644)
    except OSError as why:
        raise storage_error("Cannot save the answer in", path, why) from why
    try:
        with _locked(handle, path):
            record, torn = _next(folder, device, handle, kind, at, day, item, dict(data or {}))
            _write(handle, (b"\n" if torn else b"") + encode(record) + b"\n")
        if fresh:
            sync_folder(folder)
    except OSError as why:
        raise storage_error("Cannot save the answer in", path, why) from why
    finally:
        os.close(handle)
    return record


def _next(
    folder: Path, device: str, handle: int, kind: Kind, at: datetime, day: date, item: str, data: dict[str, object]
) -> tuple[Record, bool]:
    """The record with the device's next number and a time after its last, and whether the file's tail is torn."""
    last, torn = _last_record(handle)
    if last is None:
        last = _last_of_earlier(folder, device)
    number = int(last.id.rpartition("-")[2]) + 1 if last else 1
    now = _whole_ms(at.astimezone(UTC))
    moment = max(now, last.at + _TICK) if last else now
    if moment != now:
        data["wall"] = instant(now)
    offset = at.utcoffset() or timedelta()
    minutes = round(offset.total_seconds() / 60)
    return Record(f"{device}-{number}", kind, moment, day, minutes, item, data), torn


def _whole_ms(at: datetime) -> datetime:
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


def _last_record(handle: int) -> tuple[Record | None, bool]:
    """The last good record of an open file, and whether the file ends without a newline."""
    size = os.fstat(handle).st_size
    if not size:
        return None, False
    span, block, start, torn = Span(""), b"", size, False
    while start > 0:
        start = max(0, start - _BLOCK)
        os.lseek(handle, start, os.SEEK_SET)
        block = os.read(handle, min(_BLOCK, size - start) if not block else _BLOCK) + block
        torn = not block.endswith(b"\n")
        lines = block.split(b"\n")
        for line in reversed(lines if start == 0 else lines[1:]):
            found = decode(line, span) if line.strip() else None
            if isinstance(found, Record) and found.id.rpartition("-")[2].isdigit():
                return found, torn
    return None, torn


def _last_of_earlier(folder: Path, device: str) -> Record | None:
    """The device's last record in the files of other years."""
    for path in sorted(folder.glob(f"{device}-[0-9][0-9][0-9][0-9].jsonl"), reverse=True):
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            found, _ = _last_record(handle)
        finally:
            os.close(handle)
        if found:
            return found
    return None


def _write(handle: int, data: bytes) -> None:
    """All of the data and its sync, or none of it: what was written is cut off again when either fails."""
    size = os.fstat(handle).st_size
    try:
        written = os.write(handle, data)
        if written != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(handle)
    except OSError:
        with suppress(OSError):
            os.ftruncate(handle, size)
        raise


@contextmanager
def _locked(handle: int, path: Path) -> Iterator[None]:
    """The file for this process alone. Raises Busy after five seconds."""
    deadline = time.monotonic() + _WAIT_S
    while not _lock(handle):
        if time.monotonic() > deadline:
            raise Busy(f"{path} is held by another mediaquiz", hint="Close the other session, then try again.")
        time.sleep(0.01)
    try:
        yield
    finally:
        _unlock(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            os.lseek(handle, 0, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


def probe(folder: Path) -> None:
    """Raises StorageError when answers could not be saved in the folder: better known before the first question."""
    trial = folder / f".mediaquiz-probe-{os.getpid()}.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with trial.open("wb") as file:
            file.write(b"\n")
        trial.unlink()
    except OSError as why:
        with suppress(OSError):
            trial.unlink()
        raise storage_error("Answers cannot be saved in", folder, why) from why


def read_all(folder: Path) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Every record of every ``*.jsonl`` file in the folder, in no promised order, and what is wrong.

    A record that stands twice is read once; one id with two contents keeps both (MQ403). Files that another program
    renamed or copied (sync conflicts) are read as well. A folder that is not there is an empty log.
    """
    seen: dict[str, dict[bytes, Record]] = {}
    problems: list[Problem] = []
    for path in _files(folder, problems):
        try:
            data = path.read_bytes()
        except OSError as why:
            problems.append(_unread(path, why))
            continue
        _read_lines(data, path.name, seen, problems)
    problems += (_doubled(name, contents) for name, contents in seen.items() if len(contents) > 1)
    records = tuple(record for contents in seen.values() for record in contents.values())
    return records, (*problems, *_unknown(records))


def _files(folder: Path, problems: list[Problem]) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".jsonl")
    except FileNotFoundError:
        return []
    except OSError as why:
        problems.append(_unread(folder, why))
        return []


def _unread(path: Path, why: OSError) -> Problem:
    return error("MQ408", f"the log cannot be read: {why.strerror}", Span(str(path)), "Check who may read it.")


def _read_lines(data: bytes, name: str, seen: dict[str, dict[bytes, Record]], problems: list[Problem]) -> None:
    for number, line in enumerate(data.split(b"\n"), start=1):
        line = line.strip(b"\r\xef\xbb\xbf ")
        if not line:
            continue
        found = decode(line, Span(name, number, number))
        if isinstance(found, Problem):
            problems.append(found)
        else:
            seen.setdefault(found.id, {}).setdefault(line, found)


def _doubled(name: str, contents: Mapping[bytes, Record]) -> Problem:
    return warning("MQ403", f"the record {name} has {len(contents)} contents; all are kept", None, "Look at both.")


def _unknown(records: tuple[Record, ...]) -> Iterator[Problem]:
    for kind in sorted({str(record.kind) for record in records if not isinstance(record.kind, Kind)}):
        yield warning("MQ404", f"records of the unknown kind {kind!r} were kept, not used", None, "Update mediaquiz.")
