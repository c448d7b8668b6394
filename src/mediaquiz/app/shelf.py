"""The decks of a course, open for a teacher's changes: items found by name, decks changed in place.

Every change goes through ``rewrite``: one writer at a time, all decks read and changed before the first is written,
each file whole or not at all, and what changed dated in the lock file.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from mediaquiz.app.course import Course
from mediaquiz.decks.dump import dump
from mediaquiz.decks.load import Loaded, load
from mediaquiz.decks.splice import splice
from mediaquiz.errors import MediaquizError, NotFound
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item
from mediaquiz.model.problem import Severity
from mediaquiz.store.courselock import writing_decks
from mediaquiz.store.decklock import append_lock, read_lock
from mediaquiz.store.files import storage_error, write_atomic

Change = Callable[[Deck], Deck]
_SHORTEST_NAME = 3
"""Letters that the beginning of an id must have to stand for it."""
_SHOWN = 4


def named(decks: Iterable[Deck], name: str) -> tuple[Deck, Item]:
    """The item with this id, or the only one whose id begins so. Raises NotFound."""
    each = [(deck, item) for deck in decks for item in deck.items if item.id.startswith(name) and item.id]
    found = [(deck, item) for deck, item in each if item.id == name] or each
    if not name or not found:
        raise NotFound(f"no item is called {name!r}", hint="List them: mediaquiz items list")
    if len(found) > 1 or len(name) < _SHORTEST_NAME:
        ids = ", ".join(item.id for _, item in found[:_SHOWN])
        raise NotFound(f"{name!r} may be several items", hint=f"Write more letters of the id: {ids}")
    return found[0]


def open_deck(course: Course, path: str) -> Loaded | None:
    """A deck as it stands in its file; None when there is no file. Raises NotFound when it cannot be read."""
    try:
        return load((course.root / path).read_bytes().decode("utf-8"), path)
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise NotFound(f"{path} is not UTF-8", hint="Save the file as UTF-8.") from None
    except OSError as why:
        told = storage_error("Cannot read", course.root / path, why)
        raise NotFound(str(told), hint=told.hint) from why


def rewrite(course: Course, changes: Mapping[str, Change], now: datetime) -> tuple[Deck, ...]:
    """Change decks, by their paths in the course; a deck without a file is given to its change empty.

    Returns the decks whose text changed, as they are now. ``now`` is aware. Raises MediaquizError when one of the
    decks has errors (then none was changed), Busy when another program writes the course, StorageError when a deck
    cannot be saved (then those before it stay saved).
    """
    with writing_decks(course.root):
        texts: dict[str, str] = {}
        decks: list[Deck] = []
        for path, change in changes.items():
            loaded = open_deck(course, path)
            if loaded:
                _refuse_errors(loaded)
            deck = change(loaded.deck if loaded else Deck(path))
            text = splice(loaded, deck) if loaded else dump(deck)
            if loaded is None or text != loaded.text:
                texts[path] = text
                decks.append(deck)
        for path, text in texts.items():
            write_atomic(course.root / path, text.encode("utf-8"))
        append_lock(course.root, read_lock(course.root)[0], decks, now)
    return tuple(decks)


def date_changes(course: Course, decks: Sequence[Deck], now: datetime) -> None:
    """Note in the lock file what decks hold now that a human wrote with a program of their own."""
    with writing_decks(course.root):
        append_lock(course.root, read_lock(course.root)[0], decks, now)


def _refuse_errors(loaded: Loaded) -> None:
    wrong = next((problem for problem in loaded.problems if problem.severity is Severity.ERROR), None)
    if wrong:
        raise MediaquizError(
            f"{wrong.span}: {wrong.message}; the deck was left as it is",
            hint=f"Correct it first: {wrong.hint}".strip(),
        )
