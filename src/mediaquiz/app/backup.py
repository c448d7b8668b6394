"""Use cases: a course's truth saved in one file, and brought back without losing anything that came after."""

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from mediaquiz.app.course import COURSE_FILE, REVIEW_FOLDER, Course
from mediaquiz.decks.lock import PATH as LOCK
from mediaquiz.errors import MediaquizError
from mediaquiz.model.problem import Problem
from mediaquiz.store import backup as archive
from mediaquiz.store.backup import Backup
from mediaquiz.store.courselock import writing_decks
from mediaquiz.store.files import make_folder, storage_error, write_atomic
from mediaquiz.store.lock import locked
from mediaquiz.store.log import files_of, read_lines
from mediaquiz.store.merging import merged_log, merged_text
from mediaquiz.store.records import decode, lines
from mediaquiz.store.statistics import PATH as STATISTICS
from mediaquiz.text import slug

_ASIDE = ".from-backup"


@dataclass(frozen=True, slots=True)
class Content:
    """What a backup holds: decks, answers and other records, and what is wrong with the records in it."""

    path: Path
    course: str
    title: str
    made_at: datetime
    files: int
    decks: int
    records: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done: ``back`` are files that were missing, ``grown`` those that got lines they did not have, ``aside``
    the backup's versions that were put beside files that say something else. ``records`` came back."""

    root: Path
    records: int = 0
    back: tuple[str, ...] = ()
    grown: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything had to be done."""
        return bool(self.back or self.grown or self.aside)


def back_up(course: Course, target: Path, now: datetime) -> Content:
    """Save the course in a new file: ``target``, or one named by course and time in the folder ``target``.

    ``now`` is aware. Raises MediaquizError when the file exists already, StorageError when a file cannot be read or
    nothing can be written; then nothing is left behind.
    """
    path = target / f"{slug(course.id)}-{now:%Y-%m-%d-%H%M%S}.zip" if target.is_dir() else target
    if path.exists():
        raise MediaquizError(f"{path} exists already", hint="Name another file, or a folder.")
    saved = Backup(course.id, course.title, now, archive.files_of_truth(course.root))
    if not saved.files:
        raise MediaquizError("There is nothing to back up.", hint="Run `mediaquiz build` first.")
    archive.write(path, saved)
    return _content(path, saved)


def look(path: Path) -> Content:
    """What the backup holds, all of it compared with its checksums. Raises NotFound, DamagedBackup, NewerVersion."""
    return _content(path, archive.read(path))


def _content(path: Path, saved: Backup) -> Content:
    problems: list[Problem] = []
    records = 0
    for name, data in saved.files.items():
        if _is_log(name):
            found = list(read_lines(data, name, {}))
            problems += found
            records += sum(1 for _ in lines(data)) - len(found)
    decks = sum(name.endswith(".yaml") and name != COURSE_FILE for name in saved.files)
    return Content(path, saved.course, saved.title, saved.made_at, len(saved.files), decks, records, tuple(problems))


def restore(path: Path, root: Path, course: Course | None) -> Restored:
    """Bring what is in the backup into the course in ``root``, None where there is none yet. Nothing is overwritten.

    Records that the log does not have are added to it, in their place. A file that is missing comes back. A deck that
    says something else stays, and the backup's version is put beside it. Doing it twice changes nothing more. Raises
    what ``look`` raises, MediaquizError for another course's backup, StorageError, Busy.
    """
    saved = archive.read(path)
    if course and course.id != saved.course and (course.root / COURSE_FILE).exists():
        where = f"{path} is of the course {saved.course!r}, and this is {course.id!r}"
        raise MediaquizError(where, hint="Name a new folder to restore it in: mediaquiz restore FILE FOLDER")
    try:
        return _restore(saved, root)
    except OSError as why:
        raise storage_error("Cannot restore in", root, why) from why


def _restore(saved: Backup, root: Path) -> Restored:
    logs = {name: data for name, data in saved.files.items() if _is_log(name)}
    others = [(name, data) for name, data in saved.files.items() if name not in logs]
    with ExitStack() as held:
        held.enter_context(writing_decks(root))
        make_folder(root / REVIEW_FOLDER)
        for device in sorted({Path(name).name.rpartition("-")[0] for name in logs} - {""}):
            held.enter_context(locked(root / REVIEW_FOLDER / f".{device}.lock"))
        done, records = _restore_logs(root, logs)
        done += [_restore_file(root, name, data, saved.made_at) for name, data in others]
    return Restored(root, records, *(_named(done, how) for how in (_How.BACK, _How.GROWN, _How.ASIDE)))


def _restore_logs(root: Path, logs: Mapping[str, bytes]) -> "tuple[list[_Done], int]":
    """What was done with each file of the log, and how many records came back."""
    done: list[_Done] = []
    known, records = _known(root), 0
    for name, data in logs.items():
        here = _bytes(root / name)
        found = [line for _, line in lines(data)]
        new = [line for line in found if line not in known]
        # A file that is missing comes back whole, also when a copy of it is here: its last line gives the next number.
        came = found if here is None else new
        known.update(new)
        records += sum(1 for line in new if decode(line))
        if came:
            write_atomic(root / name, merged_log(here, came))
        done.append((_How.KEPT if not came else _How.BACK if here is None else _How.GROWN, name))
    return done, records


def _restore_file(root: Path, name: str, data: bytes, made_at: datetime) -> "_Done":
    here = _bytes(root / name)
    if here is None:
        write_atomic(root / name, data)
        return _How.BACK, name
    if name in (LOCK, STATISTICS):
        both = merged_text(here, data)
        if both != here:
            write_atomic(root / name, both)
        return _How.GROWN if both != here else _How.KEPT, name
    beside = f"{name}{_ASIDE}-{made_at:%Y-%m-%d-%H%M%S}"
    if data in (here, _bytes(root / beside)):
        return _How.KEPT, name
    write_atomic(root / beside, data)
    return _How.ASIDE, beside


class _How(Enum):
    """What was done with a file."""

    BACK, GROWN, ASIDE, KEPT = range(4)


_Done = tuple[_How, str]


def _named(done: Iterable[_Done], wanted: _How) -> tuple[str, ...]:
    return tuple(name for how, name in done if how is wanted)


def _known(root: Path) -> set[bytes]:
    """Every line of the log that is here."""
    return {line for path in files_of(root / REVIEW_FOLDER)[0] for _, line in lines(path.read_bytes())}


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _is_log(name: str) -> bool:
    return name.startswith("reviews/")
