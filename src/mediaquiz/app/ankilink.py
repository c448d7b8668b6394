"""Use cases: a course into a running Anki, and its reviews back."""

from dataclasses import dataclass
from datetime import datetime

from mediaquiz.app.asked import Asked
from mediaquiz.app.course import Course
from mediaquiz.app.export import export
from mediaquiz.app.pastreviews import Recorded, record
from mediaquiz.formats.anki.connect import AnkiConnect
from mediaquiz.model.problem import Problem

_PACKAGE = "push.apkg"


@dataclass(frozen=True, slots=True)
class Pushed:
    """How many items went out and how many notes Anki did not have before; 0 items when there was nothing to push."""

    items: int
    new: int
    problems: tuple[Problem, ...]


def push(course: Course, anki: AnkiConnect, asked: Asked, *, now: datetime) -> Pushed:
    """Bring Anki up to date with the course: what an import of the exported package does.

    Raises MediaquizError when Anki does not answer or refuses, StorageError when no package can be written.
    """
    anki.check()
    package = course.root / ".mediaquiz" / _PACKAGE
    done = export(course, "anki", package, now=now, asked=asked)
    if not done.paths:
        return Pushed(0, 0, done.problems)
    try:
        before = len(anki.notes())
        anki.import_package(package)
        return Pushed(done.items, len(anki.notes()) - before, done.problems)
    finally:
        package.unlink(missing_ok=True)


def pull(course: Course, anki: AnkiConnect, *, now: datetime) -> Recorded:
    """Bring the reviews done in Anki home. ``now`` is aware and local. Raises as ``push`` does."""
    anki.check()
    return record(course, tuple(anki.reviews()), "anki", now=now)
