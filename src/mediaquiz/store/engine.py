"""Which program made what a cache holds: its version, its files, its Python, its libraries."""

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from mediaquiz import __version__

_CODE = Path(__file__).parents[1]
_LIBRARIES = frozenset({"site-packages", "dist-packages"})


def engine() -> str:
    """A hash that changes when the program or anything that it is made of does.

    The times and sizes of the program's files tell a developer's change; the times of the folders that libraries are
    installed into tell an update of one. Nothing is read, so this is fast enough for every start.
    """
    told = [__version__, sys.version, *_stamps(_CODE)]
    told += [f"{path} {path.stat().st_mtime_ns}" for path in map(Path, sys.path) if _holds_libraries(path)]
    return hashlib.sha256("\n".join(told).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _holds_libraries(path: Path) -> bool:
    return path.name in _LIBRARIES and path.is_dir()


def _stamps(folder: Path | str) -> Iterator[str]:
    """Name, size and time of every source file, and of the words and weights beside them."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name not in {"__pycache__", "demo"}:
                yield from _stamps(entry.path)
        else:
            about = entry.stat()
            yield f"{entry.path} {about.st_size} {about.st_mtime_ns}"
