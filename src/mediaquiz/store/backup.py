"""A course's truth in one file: decks, reviews and ``mediaquiz.yaml``, in a ZIP archive that says what it holds.

``manifest.json`` names every file with its size and SHA-256. The archive unpacks with any tool into a course folder;
the same files and moment make the same bytes.
"""

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from mediaquiz import __version__
from mediaquiz.errors import MediaquizError, NewerVersion, NotFound, StorageError
from mediaquiz.store.files import storage_error, write_atomic

FORMAT = 1
MANIFEST = "manifest.json"
_LARGEST_MANIFEST = 64 * 1024 * 1024
_LARGEST = 4 * 1024**3
"""Bytes that all files together may have; a small archive can pretend to anything."""
_PLACES = re.compile(r"mediaquiz\.yaml|decks/.+|reviews/[^/]+\.jsonl")
_MODE = 0o100644 << 16
_NOT_ONE = "Nothing was changed. Name another file that `mediaquiz backup` wrote."
_WRONG = (zipfile.BadZipFile, zlib.error, EOFError, LookupError, ValueError, TypeError, AttributeError, RuntimeError)
"""What reading an archive raises that is none, or was damaged."""


class DamagedBackup(MediaquizError):
    """The file is no backup, or not all of it is as it was written."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: the course's id and title, when it was made, and each file's bytes by its path."""

    course: str
    title: str
    made_at: datetime
    files: Mapping[str, bytes]


def files_of_truth(root: Path) -> dict[str, bytes]:
    """The files of a course that nothing else could bring back, by path. Raises StorageError for one unreadable."""
    return {path.relative_to(root).as_posix(): _read(path) for path in sorted(_truth(root)) if path.is_file()}


def _truth(root: Path) -> Iterator[Path]:
    yield root / "mediaquiz.yaml"
    for path in (root / "decks").rglob("*"):
        if not any(part.startswith(".") for part in path.relative_to(root).parts):
            yield path
    for path in (root / "reviews").glob("*.jsonl"):
        if not path.name.startswith("."):
            yield path


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as why:
        raise storage_error("Cannot read", path, why) from why


def write(path: Path, backup: Backup) -> None:
    """Write the backup, whole or not at all, and read it back.

    Raises StorageError when it cannot be written, or the disk does not give back what it was given.
    """
    write_atomic(path, _packed(backup))
    if read(path) != backup:
        raise StorageError(f"{path} is not what was written", hint="The disk may be failing; use another one.")


def _packed(backup: Backup) -> bytes:
    manifest = {
        "format": FORMAT,
        "mediaquiz": __version__,
        "course": backup.course,
        "title": backup.title,
        "made_at": backup.made_at.isoformat(),
        "files": {name: [len(data), _hash(data)] for name, data in backup.files.items()},
    }
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode(), backup.made_at)
        for name, data in backup.files.items():
            _put(archive, name, data, backup.made_at)
    return whole.getvalue()


def _put(archive: zipfile.ZipFile, name: str, data: bytes, made_at: datetime) -> None:
    info = zipfile.ZipInfo(name, made_at.timetuple()[:6])
    info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, _MODE, 3
    archive.writestr(info, data)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def read(path: Path) -> Backup:
    """The backup in the file, every byte of it compared with what its manifest says.

    Raises NotFound, DamagedBackup, or NewerVersion for a format that is not known here.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _unpacked(archive, path)
    except FileNotFoundError as why:
        raise NotFound(f"{path} does not exist", hint=_NOT_ONE) from why
    except OSError as why:
        raise NotFound(f"{path} cannot be read: {why.strerror or why}", hint=_NOT_ONE) from why
    except _WRONG as why:
        raise DamagedBackup(f"{path} is no backup, or it is damaged", hint=_NOT_ONE) from why


def _unpacked(archive: zipfile.ZipFile, path: Path) -> Backup:
    manifest: dict[str, Any] = json.loads(_bytes(archive, MANIFEST, _LARGEST_MANIFEST))
    if int(manifest["format"]) > FORMAT:
        raise NewerVersion(f"{path} was written by a newer mediaquiz", hint="Update mediaquiz.")
    sizes = [int(size) for size, _ in manifest["files"].values()]
    if sum(sizes) > _LARGEST or any(size < 0 for size in sizes):
        raise _damaged(path, "its files have impossible sizes")
    files: dict[str, bytes] = {}
    for name, (size, digest) in manifest["files"].items():
        if not _is_safe(name):
            raise _damaged(path, f"it holds {name!r}, which no backup holds")
        files[name] = _bytes(archive, name, int(size))
        if len(files[name]) != size or _hash(files[name]) != digest:
            raise _damaged(path, f"{name} is not what was saved")
    return Backup(str(manifest["course"]), str(manifest["title"]), datetime.fromisoformat(manifest["made_at"]), files)


def _bytes(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """A member's bytes; of one that is longer than it says, no more than the first too many."""
    with archive.open(name) as member:
        return member.read(most + 1)


def _is_safe(name: str) -> bool:
    return bool(_PLACES.fullmatch(name)) and ".." not in PurePosixPath(name).parts and not set(name) & set("\\:\0")


def _damaged(path: Path, what: str) -> DamagedBackup:
    hint = "Nothing was changed. Use another backup; what is whole in this one, any ZIP program unpacks."
    return DamagedBackup(f"{path} is damaged: {what}", hint=hint)
