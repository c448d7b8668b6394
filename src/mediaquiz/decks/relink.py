"""An item that takes over the history of an older one: a human's answer where a build could not be sure.

The item stays as it stands but for its id, which is the older one's from then on: so reviews, Anki notes and other
decks' memories of it go on. What a human had written into the older item is not lost: it fills the fields that were
only generated here, and what finds no place goes into the notes.
"""

from dataclasses import replace
from typing import Any

from mediaquiz.decks.check import faults
from mediaquiz.decks.fields import TRACKED
from mediaquiz.decks.rebuild import tracked
from mediaquiz.model.item import Content, Item
from mediaquiz.text import content_hash


def relinked(old: Item, new: Item) -> Item:
    """``new`` with the id of ``old``, an item of the same type, and with what a human had written into that one."""
    before, after = _by_human(old), _by_human(new)
    carried = {name: getattr(old if name in TRACKED else old.content, name) for name in before - after}
    content: Content = replace(new.content, **{name: value for name, value in carried.items() if name not in TRACKED})
    if any(faults(content)):
        content, carried = new.content, {name: value for name, value in carried.items() if name in TRACKED}
    common: dict[str, Any] = {name: value for name, value in carried.items() if name in TRACKED}
    item = replace(new, id=old.id, content=content, **common)
    left = [f"{name}: {_shown(tracked(old)[name])}" for name in sorted(before) if name not in carried]
    return replace(item, notes="\n".join(dict.fromkeys(filter(None, (new.notes, old.notes, *left)))))


def _by_human(item: Item) -> set[str]:
    """The fields with a value that a human wrote."""
    return {name for name, value in tracked(item).items() if item.built.get(name) != content_hash(value)}


def _shown(value: object) -> str:
    return "; ".join(map(_shown, value)) if isinstance(value, list) else str(value)
