"""A deck: the items of one lesson, in the order that the teacher sees."""

from dataclasses import field
from functools import cached_property

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Item

DECK_VERSION = 1
"""The version that this program writes."""


@dataclass(frozen=True, slots=True)
class Removed:
    """An item that a human deleted, remembered so that a rebuild does not bring it back."""

    id: str
    fingerprint: str
    recipe: str
    stem: str


@dataclass(frozen=True, slots=True)
class Deck:
    """The items of one lesson. ``path`` and ``lesson`` are relative to the course folder, with ``/``.

    ``lesson`` is empty for a deck of a teacher's own items.
    """

    path: str
    lesson: str = ""
    title: str = ""
    track: str = ""
    number: int | None = None
    lang: str = "en"
    version: int = DECK_VERSION
    items: tuple[Item, ...] = ()
    removed: tuple[Removed, ...] = field(default_factory=tuple)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of its items, in order. A deck whose items come late knows them before."""
        return tuple(item.id for item in self.items)

    @cached_property
    def live(self) -> tuple[str, ...]:
        """The ids of those that may be asked, in order; these, too, are known before the items."""
        return tuple(item.id for item in self.items if item.id and item.live)

    def live_item(self, name: str) -> Item:
        """The one of ``live`` with this id, the first if there are several. Raises KeyError when there is none."""
        return self._live_items[name]

    @cached_property
    def _live_items(self) -> dict[str, Item]:
        return {item.id: item for item in reversed(self.items) if item.live}
