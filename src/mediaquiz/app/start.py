"""Use case: a new course, empty or the demo."""

import shutil
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from mediaquiz.app.course import COURSE_FILE, Course, read
from mediaquiz.errors import MediaquizError, StorageError
from mediaquiz.store.files import write_atomic
from mediaquiz.text import slug

DEMO_FOLDER = "mediaquiz-demo"
_ELSEWHERE = "Choose a folder that you can write to."
_IGNORED = """\
# Made again at any time
.mediaquiz/
reviews/.*.lock
# Your answers stay yours; delete this line to keep them in git
reviews/
"""
_ATTRIBUTES = """\
# Append-only files, one record a line: a merge keeps the lines of both sides.
decks/mediaquiz.lock merge=union
decks/statistics.jsonl merge=union
reviews/*.jsonl merge=union
"""
_COURSE = """\
# A mediaquiz course. Put lessons (.md, .txt, .html …) into lessons/, then run: mediaquiz build
title: {title}
# Names the course in exports; do not change it once you have exported.
course: {id}
language: {language}
"""


@dataclass(frozen=True, slots=True)
class Started:
    """The course that was made, and the files that were written."""

    course: Course
    files: tuple[Path, ...]


def start(folder: Path, *, demo: bool = False, sync: bool = False, language: str = "en", title: str = "") -> Started:
    """Make a course in ``folder``; with ``demo`` the one that comes with mediaquiz, ready to quiz.

    Existing lessons are kept and used. ``language`` is the course's: that of its lessons where they have several.
    ``sync`` leaves the review log to git. Raises MediaquizError when the folder holds a course already, StorageError
    when it cannot be written.
    """
    if (folder / COURSE_FILE).exists():
        raise MediaquizError(f"{folder} is a course already", hint="Run `mediaquiz build`, then `mediaquiz quiz`.")
    written = _demo(folder, language) if demo else _empty(folder, language, title)
    ignored = _IGNORED if not sync else _IGNORED.split("# Your")[0]
    for name, text in ((".gitignore", ignored), (".gitattributes", _ATTRIBUTES)):
        if not (folder / name).exists():
            write_atomic(folder / name, text.encode())
            written.append(folder / name)
    return Started(read(folder.resolve()), tuple(written))


def demo_folder(asked: Path | None) -> Path:
    """Where the demo goes when no folder is named: here when this folder is empty, else into one of its own."""
    if asked:
        return asked
    here = Path()
    return here if not any(here.iterdir()) else here / DEMO_FOLDER


def _empty(folder: Path, language: str, title: str) -> list[Path]:
    from mediaquiz.decks.emit import scalar

    name = title or folder.resolve().name
    text = _COURSE.format(title=scalar(name), id=scalar(slug(name)), language=language)
    try:
        (folder / "lessons").mkdir(parents=True, exist_ok=True)
    except OSError as why:
        raise StorageError(f"cannot write {folder}: {why}", hint=_ELSEWHERE) from why
    write_atomic(folder / COURSE_FILE, text.encode())
    return [folder / COURSE_FILE]


def _demo(folder: Path, language: str) -> list[Path]:
    if (folder / "lessons").exists():
        raise MediaquizError(f"{folder} has lessons already", hint="Name an empty folder: mediaquiz init --demo FOLDER")
    with as_file(files("mediaquiz") / "demo") as source:
        try:
            shutil.copytree(source, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
        except (OSError, shutil.Error) as why:
            raise StorageError(f"cannot write {folder}: {why}", hint=_ELSEWHERE) from why
    course = folder / COURSE_FILE
    text = course.read_text(encoding="utf-8")
    write_atomic(course, text.replace("\nlanguage: en\n", f"\nlanguage: {language}\n").encode())
    return sorted(path for path in folder.rglob("*") if path.is_file())
