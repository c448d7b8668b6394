"""Use case: a teacher's word on items. Choosing them, approving, retiring and restoring them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from mediaquiz.app.course import Course
from mediaquiz.app.select import Wanted, find
from mediaquiz.app.shelf import Change, named, rewrite
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Item, Status

Place = tuple[Deck, Item]
"""An item and its deck."""


@dataclass(frozen=True, slots=True)
class Turned:
    """What became of one item."""

    deck: str
    before: Item
    after: Item

    @property
    def changed(self) -> bool:
        """Whether anything is different."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Verdict:
    """A word that a teacher can say of an item: what it makes of it, and of which items filters take it."""

    turn: Callable[[Item], Item]
    statuses: frozenset[Status]


def approved(item: Item) -> Item:
    """The item with a teacher's word that it is good: it is asked, and no build changes it."""
    return replace(item, status=Status.APPROVED)


def retired(item: Item, reason: str = "") -> Item:
    """The item out of the quiz for good, its history kept; the reason goes into its notes."""
    return replace(item, status=Status.RETIRED, notes=with_note(item.notes, reason))


def restored(item: Item) -> Item:
    """A retired or orphaned item back as it was before; any other as it is.

    What the tool had put aside gets the status that a human had given it; what a teacher retired, the one that it was
    built with.
    """
    if item.status not in (Status.RETIRED, Status.ORPHANED):
        return item
    told = item.built.get("was") or item.built.get("status", "")
    back = told if told in (Status.READY, Status.DRAFT, Status.APPROVED) else Status.READY
    return replace(item, status=Status(back))


def with_note(notes: str, line: str) -> str:
    """The notes with one more line; the same notes when there is nothing to add or it stands there."""
    return notes if not line or line in notes.split("\n") else f"{notes}\n{line}".lstrip("\n")


VERDICTS: Mapping[str, Verdict] = {
    "approve": Verdict(approved, frozenset({Status.DRAFT, Status.READY})),
    "retire": Verdict(retired, frozenset({Status.DRAFT, Status.READY, Status.APPROVED, Status.ORPHANED})),
    "restore": Verdict(restored, frozenset({Status.RETIRED, Status.ORPHANED})),
}
"""What can be said of items."""


def choose(
    decks: Iterable[Deck], names: Sequence[str], wanted: Wanted, statuses: Iterable[Status] = ()
) -> tuple[Place, ...]:
    """The items that are named by id and fit the filters; without names, all that fit.

    ``statuses`` are those that filters take when they name none themselves. Raises NotFound for an unknown name.
    """
    decks = tuple(decks)
    if not names:
        return tuple(find(decks, wanted if wanted.statuses else replace(wanted, statuses=tuple(statuses))))
    places = dict.fromkeys(id(item) for _, item in find(decks, wanted))
    each = {item.id: (deck, item) for deck, item in (named(decks, name) for name in names)}
    return tuple(place for place in each.values() if id(place[1]) in places)


def turn(
    course: Course, places: Sequence[Place], change: Callable[[Item], Item], *, now: datetime, write: bool = True
) -> tuple[Turned, ...]:
    """Change items in their decks. Those without an id are left alone: a build names them first.

    With ``write=False`` nothing is written and the result says what would be. Raises as ``shelf.rewrite``.
    """
    turned = tuple(Turned(deck.path, item, change(item)) for deck, item in places if item.id)
    by_deck: dict[str, set[str]] = defaultdict(set)
    for one in turned:
        if one.changed:
            by_deck[one.deck].add(one.before.id)
    if write and by_deck:
        rewrite(course, {path: partial(_turned, ids=ids, change=change) for path, ids in by_deck.items()}, now)
    return turned


def put(item: Item) -> Change:
    """The change of a deck that puts the item in the place of the one with its id."""
    return lambda deck: replace(deck, items=tuple(item if old.id == item.id else old for old in deck.items))


def _turned(deck: Deck, ids: set[str], change: Callable[[Item], Item]) -> Deck:
    return replace(deck, items=tuple(change(item) if item.id in ids else item for item in deck.items))
