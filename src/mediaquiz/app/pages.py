"""Use case: any page becomes a quiz at once, nothing set up.

The page is kept as a small course of its own in the user's state folder, named after its words: the same page given
again goes on where it was left, and every answer is as safe as in any course.
"""

import random
from datetime import UTC, datetime
from pathlib import Path

from mediaquiz import readers
from mediaquiz.app.build import build
from mediaquiz.app.course import COURSE_FILE, Course, read
from mediaquiz.app.lessonfile import text_name
from mediaquiz.errors import MediaquizError
from mediaquiz.model.problem import Severity
from mediaquiz.store.files import write_atomic
from mediaquiz.store.places import state_folder
from mediaquiz.text import clean, fingerprint, slug

PAGES = "pages"
_LARGEST_NAME = 40


def open_page(text: str, name: str) -> Course:
    """The course that holds this page's questions; ``name`` is the page's file, ``-`` for standard input.

    Raises MediaquizError when the page gives no question, and StorageError when the state folder cannot be written.
    """
    text = clean(text)
    if not text.strip():
        raise MediaquizError(f"{_called(name)} is empty", hint="Give a page with text: mediaquiz quiz FILE")
    root = state_folder() / PAGES / fingerprint(text)
    lesson = root / "lessons" / _lesson_name(name)
    if not lesson.exists():
        write_atomic(lesson, text.encode("utf-8"))
    course = read(root)
    report = build(course, now=datetime.now(UTC), rng=random.SystemRandom())
    if not report.live:
        told = [f"{p.message}. {p.hint}" for p in report.problems if p.severity is not Severity.INFO]
        hint = told[0] if told else "Pages with key takeaways, lists or defined terms give the best questions."
        raise MediaquizError(f"{_called(name)} gave no question", hint=hint)
    if not (root / COURSE_FILE).exists():
        _name_course(root, report.built[0].title or _called(name))
    return read(root)


def _called(name: str) -> str:
    return "the page" if name == "-" else name


def _lesson_name(name: str) -> str:
    """A safe file name that keeps the suffix, because readers look at it."""
    path = Path(text_name(name))
    suffix = path.suffix.lower() if path.suffix.lower() in readers.SUFFIXES else ".txt"
    return f"{slug(path.stem, fallback='page')[:_LARGEST_NAME]}{suffix}"


def _name_course(root: Path, title: str) -> None:
    from mediaquiz.decks.emit import scalar

    write_atomic(root / COURSE_FILE, f"title: {scalar(title)}\ncourse: {root.name}\n".encode())
