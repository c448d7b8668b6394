"""Use case: an item takes over the history of an older one (``items relink``)."""

from dataclasses import dataclass, replace
from datetime import datetime

from mediaquiz.app.course import Course
from mediaquiz.decks.load import Loaded, load
from mediaquiz.decks.lock import REMOVED
from mediaquiz.decks.relink import relinked
from mediaquiz.decks.splice import splice
from mediaquiz.errors import MediaquizError, NotFound
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item
from mediaquiz.model.review import Kind
from mediaquiz.schedule.day import study_day
from mediaquiz.store import log
from mediaquiz.store.courselock import writing_decks
from mediaquiz.store.decklock import append_lock, read_lock
from mediaquiz.store.deckstore import deck_paths
from mediaquiz.store.device import device_id
from mediaquiz.store.files import write_atomic


@dataclass(frozen=True, slots=True)
class Relinked:
    """The item with its old id, the id that it gave up, and the decks that were written."""

    item: Item
    former: str
    decks: tuple[str, ...]


def relink(course: Course, old: str, new: str, *, now: datetime, rollover_hour: int = 4) -> Relinked:
    """Give the item ``new`` the id of ``old``, and with it its history; ``old`` leaves its deck.

    What a human had written into ``old`` goes along (see ``decks.relink``); reviews that ``new`` has already count
    for the item from now on. ``now`` is aware, in the learner's zone. Raises NotFound for an unknown id,
    MediaquizError when the two cannot be one item or a deck has errors, StorageError when nothing can be saved, Busy.
    """
    with writing_decks(course.root):
        decks = {loaded.deck.path: loaded for loaded in _decks(course)}
        source, before = _find(decks, old)
        target, after = _find(decks, new)
        _refuse(before, after)
        item = relinked(before, after)
        if any(record.item == new for record in log.read_all(course.reviews)[0]):
            log.append(course.reviews, device_id(), Kind.RELINK, now, study_day(now, rollover_hour), new, {"to": old})
        # The deck that gains comes first: killed in between, the item stands twice, never nowhere.
        changed = {target.path: _with(target, new, item)}
        changed[source.path] = _with(changed.get(source.path, source), old, None, but=item)
        for path, deck in changed.items():
            write_atomic(course.root / path, splice(decks[path], deck).encode("utf-8"))
        append_lock(course.root, read_lock(course.root)[0], list(changed.values()), now, {new: REMOVED})
    return Relinked(item, new, tuple(changed))


def _decks(course: Course) -> list[Loaded]:
    found = []
    for path in deck_paths(course.root):
        name = path.relative_to(course.root).as_posix()
        try:
            found.append(load(path.read_bytes().decode("utf-8"), name))
        except (OSError, UnicodeDecodeError) as why:
            raise MediaquizError(f"{name} cannot be read", hint="Correct it, then try again.") from why
    return found


def _find(decks: dict[str, Loaded], item_id: str) -> tuple[Deck, Item]:
    for loaded in decks.values():
        for item in loaded.deck.items:
            if item.id == item_id:
                return loaded.deck, item
    raise NotFound(f"there is no item {item_id}", hint="`mediaquiz items list` shows all ids.")


def _refuse(old: Item, new: Item) -> None:
    if old.id == new.id:
        raise MediaquizError("an item has its own history already", hint="Name the old item, then the new one.")
    if old.type is not new.type:
        message = f"{old.id} is of type {old.type}, {new.id} of type {new.type}"
        raise MediaquizError(message, hint="A history goes on in the same kind of question only.")
    if old.live:
        hint = f"If it should go, retire it first: mediaquiz items retire {old.id}"
        raise MediaquizError(f"{old.id} is still asked, so it needs its own history", hint=hint)


def _with(deck: Deck, item_id: str, item: Item | None, but: Item | None = None) -> Deck:
    """The deck with ``item`` in place of the one with the id, or without that one; ``but`` stays."""
    kept = (item if one.id == item_id and one != but else one for one in deck.items)
    return replace(deck, items=tuple(one for one in kept if one is not None))
