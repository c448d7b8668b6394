"""Whether anything changed since a build that found nothing to do: then its report holds again.

The snapshot is one hash over all that a build depends on: the program, the course's settings, every lesson, every deck
and the lock file, by their bytes. It is kept with the report in ``.mediaquiz/``, and may be deleted at any time.
"""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from mediaquiz.app.course import COURSE_FILE, Course
from mediaquiz.app.report import Built, Report
from mediaquiz.errors import StorageError
from mediaquiz.model.plain import problem_from_row, problem_to_row
from mediaquiz.store.deckstore import DECK_FOLDER
from mediaquiz.store.engine import engine
from mediaquiz.store.files import files_below, write_atomic
from mediaquiz.store.sealed import seal, unseal

CACHE_FILE = Path(".mediaquiz") / "build.json"


def snapshot(course: Course, sources: Iterable[str]) -> str:
    """The hash of all that a build of the course depends on; empty when some of it cannot be read.

    ``sources`` are the lessons and pictures that the course has. Which lessons it has depends on its settings and on
    the names of the files alone, so a new one changes the hash as well.
    """
    lessons, decks = sorted(files_below(course.lessons)), sorted(files_below(course.root / DECK_FOLDER))
    told = hashlib.sha256("\0".join((engine(), *lessons)).encode("utf-8", "surrogateescape"))
    for name in (COURSE_FILE, *sources, *(f"{DECK_FOLDER}/{deck}" for deck in decks)):
        try:
            data = (course.root / name).read_bytes()
        except FileNotFoundError:
            continue
        except OSError:
            return ""
        told.update(f"\0{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        told.update(data)
    return told.hexdigest()


def recall(course: Course) -> Report | None:
    """The report of the last build that wrote nothing, when the course is in the same state as then."""
    try:
        known = unseal((course.root / CACHE_FILE).read_bytes())
    except OSError:
        return None
    if not known or not known.get("state") or known["state"] != snapshot(course, known["sources"]):
        return None
    problems = tuple(map(problem_from_row, known["problems"]))
    return Report(tuple(Built(*row) for row in known["built"]), problems, sources=tuple(known["sources"]))


def remember(course: Course, report: Report) -> None:
    """Keep the report of a build that wrote nothing."""
    known = {
        "state": snapshot(course, report.sources),
        "built": [[one.deck, one.title, one.items, one.live] for one in report.built],
        "problems": [problem_to_row(problem) for problem in report.problems],
        "sources": report.sources,
    }
    with suppress(StorageError):  # in a read-only folder every build does all of its work
        write_atomic(course.root / CACHE_FILE, seal(known))
