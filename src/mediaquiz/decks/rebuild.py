"""One item of a deck and the same item as the lesson gives it now: which fields follow, which are a human's.

``Item.built`` remembers what the tool wrote last. A field whose present hash is the remembered one is the tool's and
follows the lesson; any other is a human's and stays. Beside the hashes of content and of ``fields.TRACKED``, ``built``
holds two statuses in the clear: ``status`` is the one that the tool gave last, so that another one in the deck is a
human's; ``was`` is that human's status while the tool has the item orphaned or retired, so that it can come back.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from mediaquiz.decks.check import faults
from mediaquiz.decks.fields import TRACKED
from mediaquiz.model.item import CONTENT_CLASSES, FIELDS, Content, Item, Status
from mediaquiz.model.views import Plain, plain
from mediaquiz.text import content_hash

KEPT = frozenset({Status.APPROVED, Status.RETIRED})
"""The statuses of items whose content is never regenerated."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The item as it goes into the deck, and the fields where lesson and human now differ for the first time."""

    item: Item
    conflicts: tuple[str, ...] = ()


def tracked(item: Item) -> dict[str, Plain]:
    """The values that a generator writes and a human may change; empty ones are left out."""
    common = {name: list(value) if isinstance(value := getattr(item, name), tuple) else value for name in TRACKED}
    return plain(item.content) | {name: value for name, value in common.items() if value}


def built(item: Item) -> dict[str, str]:
    """What ``Item.built`` remembers of an item that was generated just now."""
    return {name: content_hash(value) for name, value in tracked(item).items()} | {"status": item.status.value}


def rebuilt(old: Item, new: Item) -> Rebuilt:
    """The old item brought up to date with the new one, which is the same question as the lesson gives it now.

    Id, notes and everything that a human changed stay. Of an approved item all content stays, of a retired one as
    well, and silently. Each conflict is told once: ``built`` then remembers what the lesson gave.
    """
    status = _status(old, new)
    now, fresh = _hashes(old), _hashes(new)
    moved = {name for name in {*now, *fresh, *old.built} if old.built.get(name) != fresh.get(name)} - {"status", "was"}
    human = {name for name in moved if now.get(name) not in (old.built.get(name), fresh.get(name))}
    up_to_date = replace(old, status=status, source=new.source, built=built(new))
    if status in KEPT:
        differing = {name for name in moved if now.get(name) != fresh.get(name)}
        return Rebuilt(up_to_date, _in_order(old, differing if status is Status.APPROVED else set()))
    follows = {name for name in moved if now.get(name) == old.built.get(name)}
    content = _mixed(old.content, new.content, follows)
    if any(faults(content)):
        content, human = old.content, human | {name for name in moved if name not in TRACKED}
    common: dict[str, Any] = {name: getattr(new, name) for name in TRACKED if name in follows}
    return Rebuilt(replace(up_to_date, content=content, **common), _in_order(old, human))


def put_aside(item: Item, status: Status) -> Item:
    """The item taken out of the quiz by the tool, as orphaned or retired; it remembers what a human had set.

    An item that a teacher retired, or took back after it was put aside like this, stays as it is.
    """
    given = item.built.get("status")
    if item.status in (Status.RETIRED, Status.ORPHANED) or given == status:
        return item
    memory = {} if item.status == given and not item.proposed else {"was": item.status.value}
    return replace(item, status=status, built=_without_was(item.built) | {"status": status.value} | memory)


def brought_back(item: Item) -> Item:
    """An item that no rule gives, whose words are in the lesson: what the tool had put aside is as it was before."""
    if not is_aside(item) or "was" not in item.built:
        return item
    was = Status(item.built["was"])
    return replace(item, status=was, built=_without_was(item.built) | {"status": was.value})


def is_aside(item: Item) -> bool:
    """Whether it was the tool, not a human, that took the item out of the quiz."""
    return item.status in (Status.ORPHANED, Status.RETIRED) and item.built.get("status") == item.status


def _status(old: Item, new: Item) -> Status:
    if is_aside(old):
        return Status(old.built.get("was", new.status))
    return new.status if old.status == old.built.get("status") else old.status


def _hashes(item: Item) -> dict[str, str]:
    return {name: content_hash(value) for name, value in tracked(item).items()}


def _without_was(remembered: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in remembered.items() if name != "was"}


def _mixed(old: Content, new: Content, follows: set[str]) -> Content:
    """The old content with the fields that follow the lesson."""
    make: Callable[..., Content] = CONTENT_CLASSES[old.TYPE]
    names = [spec.name for spec in FIELDS[old.TYPE]]
    return make(**{name: getattr(new if name in follows else old, name) for name in names})


def _in_order(item: Item, names: set[str]) -> tuple[str, ...]:
    """The names in the order in which a deck shows them."""
    return tuple(name for name in (*(spec.name for spec in FIELDS[item.type]), *TRACKED) if name in names)
