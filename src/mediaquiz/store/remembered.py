"""What was computed from a course's files, kept until one of them is touched. It may be deleted at any time."""

import hashlib
import os
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from mediaquiz import __version__
from mediaquiz.errors import StorageError
from mediaquiz.store.files import write_atomic
from mediaquiz.store.sealed import seal, unseal

_SETTLED_NS = 2_000_000_000
"""A file touched more recently than this may be touched again without its times showing it."""


def stamp(places: Iterable[Path]) -> str:
    """A hash of the names, sizes and times of the files, and of all files in the folders; nothing is read.

    Empty when one of them was touched just now, or cannot be looked at.
    """
    told = hashlib.sha256(__version__.encode())
    newest = 0
    try:
        for name, about in (found for place in places for found in _found(str(place))):
            newest = max(newest, about.st_mtime_ns, about.st_ctime_ns)
            times = f"{about.st_size} {about.st_mtime_ns} {about.st_ctime_ns} {about.st_ino}"
            told.update(f"{name}\0{times}\0".encode("utf-8", "surrogateescape"))
    except OSError:
        return ""
    return told.hexdigest() if time.time_ns() - newest > _SETTLED_NS else ""


def _found(place: str) -> Iterable[tuple[str, os.stat_result]]:
    """Every file and folder of a place, in order; none where there is nothing. Raises OSError."""
    try:
        about = Path(place).stat()
    except FileNotFoundError:
        return
    yield place, about
    with suppress(NotADirectoryError), os.scandir(place) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                yield from _found(entry.path)
            else:
                yield entry.path, entry.stat()


def recall(file: Path, known_by: str) -> dict[str, Any] | None:
    """What was remembered under this stamp; None when there is nothing, or for an empty one."""
    try:
        told = unseal(file.read_bytes()) if known_by else None
    except OSError:
        return None
    return told if told and told.get("stamp") == known_by else None


def remember(file: Path, known_by: str, value: Mapping[str, object]) -> None:
    """Keep a value under a stamp. Where that is not possible, or for an empty one, nothing happens."""
    if known_by:
        with suppress(StorageError):
            write_atomic(file, seal({"stamp": known_by, **value}))
