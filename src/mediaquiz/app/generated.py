"""What each lesson gives, from the lesson or from a cache that may be deleted at any time.

Making items is by far the longest part of a build and depends on the lesson and on the lines that it shares with
other pages of the course, so it is remembered under the hash of both and its name, for one state of the program and
its libraries. Other bytes, another name or another program are another key: what is remembered can never be stale.
"""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from mediaquiz.app.course import Course
from mediaquiz.app.lessonfile import shared_lines
from mediaquiz.app.lessons import deck_path
from mediaquiz.app.report import Progress
from mediaquiz.errors import StorageError
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item
from mediaquiz.model.lesson import Lesson
from mediaquiz.model.plain import deck_from_plain, deck_to_plain, problem_from_row, problem_to_row
from mediaquiz.model.problem import Problem, Severity
from mediaquiz.store.engine import engine
from mediaquiz.store.files import write_atomic
from mediaquiz.store.sealed import seal, unseal

CACHE_FILE = Path(".mediaquiz") / "lessons.json"


@dataclass(frozen=True, slots=True)
class Generated:
    """What a lesson gives: its deck as generated, without ids; what is wrong; the refusals, for ``--explain``.

    ``beyond`` holds the items that nothing is wrong with but that better ones have no room for.
    """

    deck: Deck
    beyond: tuple[Item, ...] = ()
    problems: tuple[Problem, ...] = ()
    explained: tuple[Problem, ...] = ()

    @property
    def unread(self) -> bool:
        """Whether the lesson could not be read, so that its deck is left alone."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def generate_all(
    course: Course, lessons: Sequence[Path], progress: Progress | None = None, *, remember: bool = True
) -> list[Generated]:
    """What each lesson gives, in order. With ``remember`` the cache is brought up to date."""
    known = _read_cache(course.root)
    shared = shared_lines(lessons)
    rows: dict[str, Any] = {}
    found = []
    for place, path in enumerate(lessons, start=1):
        name = path.relative_to(course.root).as_posix()
        repeated = shared.get(path, frozenset())
        key = _key(path, name, repeated)
        row = known.get(key)
        one = _from_row(row) if row else _generate(path, name, repeated)
        if key:
            rows[key] = row or _to_row(one)
        found.append(one)
        if progress:
            progress(place, len(lessons))
    if remember and rows.keys() != known.keys():
        _write_cache(course.root, rows)
    return found


def _generate(path: Path, name: str, repeated: frozenset[str]) -> Generated:
    from mediaquiz.app import extract

    result = extract.from_file(path, name, repeated=repeated)
    items = tuple(candidate.item for candidate in result.candidates)
    beyond = tuple(candidate.item for candidate in result.beyond)
    return Generated(deck_of(result.lesson, items), beyond, result.problems, extract.explain(result))


def deck_of(lesson: Lesson, items: tuple[Item, ...] = ()) -> Deck:
    """The deck of a lesson of a course, with nothing but these items."""
    return Deck(
        path=deck_path(lesson.path),
        lesson=lesson.path,
        title=lesson.title,
        track=lesson.track or _folder(lesson.path),
        number=lesson.number,
        lang=lesson.language,
        items=items,
    )


def _folder(lesson: str) -> str:
    """The track that a lesson's folder names: ``lessons/02-diffusion/01.md`` → ``02-diffusion``."""
    parts = PurePosixPath(lesson).parts
    return parts[1] if len(parts) > 2 else ""


def _key(path: Path, name: str, repeated: frozenset[str]) -> str:
    """The name and the hash of the lesson and of what it shares with other pages; empty when it cannot be read."""
    try:
        told = hashlib.sha256(path.read_bytes())
        told.update("\0".join(sorted(repeated)).encode())
        return f"{name} {told.hexdigest()}"
    except OSError:
        return ""


def _to_row(one: Generated) -> list[Any]:
    problems, explained = ([problem_to_row(p) for p in told] for told in (one.problems, one.explained))
    return [deck_to_plain(one.deck), deck_to_plain(replace(one.deck, items=one.beyond)), problems, explained]


def _from_row(row: Any) -> Generated:
    deck, beyond, problems, explained = row
    told = (tuple(map(problem_from_row, rows)) for rows in (problems, explained))
    return Generated(deck_from_plain(deck), deck_from_plain(beyond).items, *told)


def _read_cache(root: Path) -> dict[str, Any]:
    try:
        cache = unseal((root / CACHE_FILE).read_bytes())
    except OSError:
        return {}
    lessons: dict[str, Any] = cache["lessons"] if cache and cache.get("engine") == engine() else {}
    return lessons


def _write_cache(root: Path, rows: dict[str, Any]) -> None:
    with suppress(StorageError):  # a read-only folder can be looked at
        write_atomic(root / CACHE_FILE, seal({"engine": engine(), "lessons": rows}))
