"""Use case: lessons into decks. Reads every lesson, merges its items into its deck, writes what changed.

A lesson that cannot be read leaves its deck alone; a deck with errors is never written over.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

from mediaquiz import readers
from mediaquiz.app import extract
from mediaquiz.app.course import Course
from mediaquiz.decks import lock as locks
from mediaquiz.decks.dump import dump
from mediaquiz.decks.load import Loaded, load
from mediaquiz.decks.merge import Change, merge
from mediaquiz.decks.retype import retyped
from mediaquiz.decks.splice import splice
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item
from mediaquiz.model.lesson import Lesson
from mediaquiz.model.looks import ON_CARDS
from mediaquiz.model.problem import Problem, Severity, Span, error, warning
from mediaquiz.store.decklock import append_lock, read_lock
from mediaquiz.store.deckstore import DECK_FOLDER, deck_paths
from mediaquiz.store.files import write_atomic
from mediaquiz.text import content_hash

_FEWEST_SHARED = 0.5
"""A deck whose lesson is gone belongs to a new lesson that has at least this share of its fingerprints."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did to one deck: its items, what changed, and whether the file was (or would be) written."""

    deck: Deck
    changes: tuple[Change, ...] = ()
    written: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did. ``explained`` holds the refusals of the gates, for ``--explain``."""

    built: tuple[Built, ...] = ()
    problems: tuple[Problem, ...] = ()
    explained: tuple[Problem, ...] = ()

    @property
    def written(self) -> int:
        """How many deck files were, or would be, written."""
        return sum(1 for one in self.built if one.written)


@dataclass(slots=True)
class _Work:
    """One build: the decks as they stand, and all that is found on the way."""

    course: Course
    rng: random.Random
    lock: locks.Lock
    old: dict[str, Loaded] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    explained: list[Problem] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    """Old deck path → new one, for lessons that were renamed."""


def lesson_paths(course: Course) -> list[Path]:
    """The lessons of a course, in course order: by name, hidden and excluded files left out."""
    if not course.lessons.is_dir():
        return []
    found = []
    for path in course.lessons.rglob("*"):
        name = path.relative_to(course.root).as_posix()
        hidden = any(part.startswith(".") for part in path.relative_to(course.root).parts)
        excluded = any(fnmatch(name, glob) or fnmatch(name, f"lessons/{glob}") for glob in course.exclude)
        if path.suffix.lower() in readers.SUFFIXES and path.is_file() and not hidden and not excluded:
            found.append(path)
    return sorted(found, key=lambda path: path.relative_to(course.root).as_posix())


def deck_path(lesson: str) -> str:
    """Where the deck of a lesson stands: ``lessons/a/b.md`` → ``decks/a/b.yaml``."""
    inside = PurePosixPath(lesson).relative_to("lessons")
    return (PurePosixPath(DECK_FOLDER) / inside.with_suffix(".yaml")).as_posix()


def build(
    course: Course,
    *,
    now: datetime,
    rng: random.Random,
    write: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Bring all decks of the course up to date with its lessons.

    ``now`` is aware and dates what changed; ``rng`` gives new ids. With ``write=False`` nothing is written and the
    report says what would be. Raises StorageError when a deck cannot be saved; decks saved before stay saved.
    """
    work = _start(course, rng)
    lessons = lesson_paths(course)
    results = []
    for place, path in enumerate(lessons, start=1):
        results.append(extract.from_file(path, path.relative_to(course.root).as_posix()))
        if progress:
            progress(place, len(lessons))
    for result in results:
        work.problems += result.problems
        work.explained += extract.explain(result)
    good = [result for result in _one_each(results, work) if not _unread(result)]
    _follow_renames(good, work)
    built = [one for result in good if (one := _lesson(result, work, write))]
    known = {deck_path(result.lesson.path) for result in results}
    built += [one for path in list(work.old) if (one := _left_over(path, known, work, write))]
    if write:
        on_cards = {ON_CARDS: content_hash(course.on_cards)}
        append_lock(course.root, work.lock, [one.deck for one in built], now, on_cards)
    return Report(tuple(built), tuple(work.problems), tuple(work.explained))


def _start(course: Course, rng: random.Random) -> _Work:
    lock, problems = read_lock(course.root)
    work = _Work(course, rng, lock, problems=[*course.problems, *problems])
    for path in deck_paths(course.root):
        name = path.relative_to(course.root).as_posix()
        raw, problems = _raw_text(path, name)
        work.problems += problems
        if not problems:
            work.old[name] = load(raw, name)
            work.problems += work.old[name].problems
    return work


def _raw_text(path: Path, name: str) -> tuple[str, tuple[Problem, ...]]:
    """A deck's text with its own line ends."""
    try:
        return path.read_bytes().decode("utf-8"), ()
    except OSError as why:
        return "", (error("MQ314", f"the deck cannot be read: {why.strerror}", Span(name), "Check the file."),)
    except UnicodeDecodeError:
        return "", (error("MQ314", "the deck is not UTF-8", Span(name), "Save the file as UTF-8."),)


def _unread(result: extract.Result) -> bool:
    return any(problem.severity is Severity.ERROR for problem in result.problems)


def _one_each(results: Iterable[extract.Result], work: _Work) -> Iterator[extract.Result]:
    """Each deck has one lesson: of ``a.md`` and ``a.txt`` the first builds, the other is a problem."""
    taken: dict[str, str] = {}
    for result in results:
        path = deck_path(result.lesson.path)
        if path in taken:
            message = f"{taken[path]} has the same deck ({path})"
            work.problems.append(error("MQ109", message, Span(result.lesson.path), "Rename or exclude one of them."))
        else:
            taken[path] = result.lesson.path
            yield result


def _follow_renames(results: Sequence[extract.Result], work: _Work) -> None:
    """A deck whose lesson is gone goes with the new lesson that has its words."""
    living = {deck_path(result.lesson.path) for result in results}
    homeless = {
        path: loaded
        for path, loaded in work.old.items()
        if loaded.deck.lesson and path not in living and not (work.course.root / loaded.deck.lesson).exists()
    }
    for result in results:
        path = deck_path(result.lesson.path)
        words = {c.item.source.fingerprint for c in result.candidates if c.item.source}
        if path in work.old or not words:
            continue
        shared = {old: _share(loaded.deck.items, words) for old, loaded in homeless.items()}
        best = max(shared, key=lambda old: (shared[old], old), default="")
        if best and shared[best] >= _FEWEST_SHARED:
            work.moved[best] = path
            del homeless[best]


def _share(items: Sequence[Item], words: set[str]) -> float:
    sourced = [item.source.fingerprint for item in items if item.source]
    return sum(1 for word in sourced if word in words) / len(sourced) if sourced else 0.0


def _header(lesson: Lesson) -> Deck:
    return Deck(
        path=deck_path(lesson.path),
        lesson=lesson.path,
        title=lesson.title,
        track=lesson.track or _folder(lesson.path),
        number=lesson.number,
        lang=lesson.language,
    )


def _folder(lesson: str) -> str:
    """The track that a lesson's folder names: ``lessons/02-diffusion/01.md`` → ``02-diffusion``."""
    parts = PurePosixPath(lesson).parts
    return parts[1] if len(parts) > 2 else ""


def _lesson(result: extract.Result, work: _Work, write: bool) -> Built | None:
    header = _header(result.lesson)
    moved_from = next((old for old, new in work.moved.items() if new == header.path), "")
    loaded = work.old.get(moved_from or header.path)
    if loaded and not loaded.writable:
        return None
    elsewhere = {
        item.id for path, other in work.old.items() if other is not loaded for item in other.deck.items if item.id
    }
    old = replace(_with_own_types(loaded.deck, work), path=header.path) if loaded else None
    fresh = [candidate.item for candidate in result.candidates]
    merged = merge(old, fresh, header, work.lock, work.rng, elsewhere=elsewhere)
    work.problems += merged.problems
    if not loaded and not merged.deck.items:
        return None  # nothing to ask yet: no empty file
    return _save(loaded, merged.deck, merged.changes, work, write, moved_from)


def _left_over(path: str, known: set[str], work: _Work, write: bool) -> Built | None:
    """A deck without a lesson of this build: a teacher's own stays as it is, one whose lesson is gone is orphaned."""
    loaded = work.old[path]
    deck = loaded.deck
    if not loaded.writable or path in known or path in work.moved:
        return None
    fresh: list[Item] = []
    if deck.lesson and not (work.course.root / deck.lesson).exists():
        hint = "Bring the lesson back, or delete the deck; the review history stays either way."
        work.problems.append(warning("MQ313", f"its lesson {deck.lesson} is gone", Span(path), hint))
    elif deck.lesson:
        return Built(deck)
    deck = _with_own_types(deck, work)
    elsewhere = {item.id for other, one in work.old.items() if other != path for item in one.deck.items if item.id}
    merged = merge(deck, fresh, deck, work.lock, work.rng, elsewhere=elsewhere)
    return _save(loaded, merged.deck, merged.changes, work, write, "")


def _with_own_types(deck: Deck, work: _Work) -> Deck:
    """The deck as loaded, but items of a new type are new ones."""
    parted, problems = retyped(deck, work.lock)
    work.problems += problems
    return parted


def _save(
    loaded: Loaded | None, deck: Deck, changes: tuple[Change, ...], work: _Work, write: bool, moved_from: str
) -> Built:
    text = splice(loaded, deck) if loaded else dump(deck)
    changed = loaded is None or text != loaded.text or bool(moved_from)
    if changed and write:
        write_atomic(work.course.root / deck.path, text.encode("utf-8"))
        if moved_from:
            (work.course.root / moved_from).unlink()
    return Built(deck, changes, changed)
