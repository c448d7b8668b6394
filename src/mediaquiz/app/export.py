"""Use case: decks out to other programs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from mediaquiz.app import media
from mediaquiz.app.course import Course, load_decks
from mediaquiz.app.progress import progress_of
from mediaquiz.decks import lock as locks
from mediaquiz.formats import FORMATS, writer
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, Status
from mediaquiz.model.problem import Problem, error
from mediaquiz.model.stages import Shipment
from mediaquiz.store.files import read_text, write_atomic

_GONE = frozenset({Status.RETIRED, Status.ORPHANED})


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written where, and what could not go. ``path`` is None when nothing was written."""

    path: Path | None
    items: int = 0
    decks: int = 0
    problems: tuple[Problem, ...] = field(default_factory=tuple)


def export(
    course: Course,
    format_name: str,
    out: Path | None,
    *,
    now: datetime,
    options: Mapping[str, str] | None = None,
    with_progress: bool = False,
) -> Exported:
    """Write the live items of a course in a format. ``out`` is by default the course's id in the current folder.

    ``with_progress`` hands over what the learner has answered, to a format that can hold it.
    Raises NotFound for an unknown format and StorageError when the file cannot be written; then an older one stays.
    """
    write = writer(format_name)
    decks, problems = load_decks(course)
    live = tuple(_only(decks, live=True))
    retired = tuple(_only(decks, live=False))
    pictures, missing = media.load(course.root, (*live, *retired))
    shipment = Shipment(
        course_id=course.id,
        course_title=course.title,
        decks=live,
        now=now,
        changed_at=_changed_at(course, decks),
        retired=retired,
        options=options or {},
        media=pictures,
        progress=progress_of(course, decks) if with_progress else {},
    )
    count = sum(len(deck.items) for deck in live)
    if not count:
        hint = "Run `mediaquiz build` first, or write items into a deck."
        return Exported(None, problems=(*problems, error("MQ503", "there is nothing to export", hint=hint)))
    data, found = write(shipment)
    path = out or Path(f"{course.id}{FORMATS[format_name].suffix}")
    write_atomic(path, data)
    return Exported(path, count, len(live), (*problems, *missing, *found))


def _only(decks: Iterable[Deck], *, live: bool) -> Iterable[Deck]:
    """The decks with their live items only, or with those only that went away; decks left empty are left out."""
    for deck in decks:
        items = tuple(item for item in deck.items if (item.live if live else item.status in _GONE))
        if items:
            yield replace(deck, items=items)


def _changed_at(course: Course, decks: Iterable[Deck]) -> dict[str, datetime]:
    """When each item's content last changed: the lock knows, or, for an edit since the last build, the deck's file."""
    path = course.root / locks.PATH
    lock, _ = locks.parse(read_text(path, code="MQ401")[0] if path.exists() else "")
    changed: dict[str, datetime] = {}
    for deck in decks:
        edited = _edited_at(course.root / deck.path)
        for item in deck.items:
            if item.id:
                changed[item.id] = _item_changed_at(item, lock, edited)
    return changed


def _item_changed_at(item: Item, lock: locks.Lock, edited: datetime) -> datetime:
    return lock.changed_at(item) or edited


def _edited_at(path: Path) -> datetime:
    """The deck file's time in whole seconds."""
    return datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
