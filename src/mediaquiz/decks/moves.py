"""Items whose words went from one lesson to another: lessons that were split, joined, or had parts moved.

An item moves when its own lesson has its words no more, another lesson gives the very same question, and that one's
deck does not have it yet. Likeness does not count here: across lessons only the same is the same.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from mediaquiz.decks.matching import EXACT, Level, Matching
from mediaquiz.decks.rebuild import built
from mediaquiz.model.deck import Deck, Removed
from mediaquiz.model.item import Item
from mediaquiz.model.views import prompt
from mediaquiz.text import squash


@dataclass(frozen=True, slots=True)
class Move:
    """What goes from one deck to another: items, and the memory of deleted ones."""

    source: str
    target: str
    items: tuple[Item, ...] = ()
    removed: tuple[Removed, ...] = ()


def moves(decks: Mapping[str, Deck], fresh: Mapping[str, Sequence[Item]]) -> tuple[Move, ...]:
    """What has to move before the decks are merged, in the order of the decks.

    ``decks`` holds the decks that may change, by path; ``fresh`` the generated items of each lesson by the path of its
    deck, which need not be there yet. A deck of a lesson that is gone has no ``fresh``. Decks whose lesson could not be
    read belong in neither.
    """
    left = {path: _left(decks.get(path), [_remembered(item) for item in items]) for path, items in fresh.items()}
    homeless = {
        path: left[path][0] if path in left else [item for item in deck.items if item.source]
        for path, deck in decks.items()
        if deck.lesson
    }
    going: dict[tuple[str, str], list[Item]] = defaultdict(list)
    wanted = [(path, item) for path, (_, news) in left.items() for item in news]
    for level in EXACT if wanted else ():
        wanted = _claim(level, homeless, wanted, going)
    _gather_copies(decks, homeless, going)
    forgotten = _deleted(decks, fresh, wanted)
    return tuple(
        Move(source, target, _in_deck_order(decks[source], going[source, target]), tuple(forgotten[source, target]))
        for source, target in sorted({*going, *forgotten})
    )


def _gather_copies(
    decks: Mapping[str, Deck], homeless: Mapping[str, list[Item]], going: dict[tuple[str, str], list[Item]]
) -> None:
    """Bring the copies of an item together, which builds leave that were killed between two files.

    They go where one of them goes, else where its words are, else to the first deck.
    """
    copies: dict[str, list[tuple[str, Item]]] = defaultdict(list)
    for path, deck in decks.items():
        for item in deck.items:
            copies[item.id].append((path, item))
    goal = {item.id: target for (_, target), items in going.items() for item in items}
    left = {(path, item.id) for path, items in homeless.items() for item in items if item.id}
    for item_id, found in copies.items():
        if len({path for path, _ in found}) > 1 and all(item.content == found[0][1].content for _, item in found):
            at_home = (path for path, _ in found if (path, item_id) not in left)
            home = goal.get(item_id) or next(at_home, found[0][0])
            for path, item in found:
                if path != home and (path, item_id) in left:
                    going[path, home].append(item)


def _remembered(item: Item) -> Item:
    """A generated item as a deck holds it: an old one that a human rewrote is found by what was generated for it."""
    return replace(item, built=built(item))


def _left(deck: Deck | None, news: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """The items of a deck that its lesson does not give, and those that it gives and the deck does not have."""
    matching = Matching(deck.items if deck else (), news)
    matching.run(EXACT)
    olds = [item for place, item in enumerate(matching.olds) if place not in matching.settled_old and item.source]
    return olds, [news[place] for place in matching.left_new]


def _claim(
    level: Level,
    homeless: dict[str, list[Item]],
    wanted: Iterable[tuple[str, Item]],
    going: dict[tuple[str, str], list[Item]],
) -> list[tuple[str, Item]]:
    """Let the wanted items take homeless ones that are the same by a rule; those still wanted."""
    waiting: dict[Hashable, list[tuple[str, Item]]] = defaultdict(list)
    for path, items in homeless.items():
        for item in items:
            waiting[level.key(item)].append((path, item))
    taken = {"", *(item.id for items in going.values() for item in items)}
    still = []
    for target, item in wanted:
        key = level.key(item)
        free = (one for one in waiting[key] if key is not None and one[0] != target and one[1].id not in taken)
        found = next(free, None)
        if found is None:
            still.append((target, item))
        else:
            taken.add(found[1].id)
            homeless[found[0]].remove(found[1])
            going[found[0], target].append(found[1])
    return still


def _deleted(
    decks: Mapping[str, Deck], fresh: Mapping[str, Sequence[Item]], wanted: Iterable[tuple[str, Item]]
) -> dict[tuple[str, str], list[Removed]]:
    """Deleted items of lessons that do not give them any more, where another lesson does now."""
    gone: dict[Hashable, list[tuple[str, Removed]]] = defaultdict(list)
    for path, deck in decks.items():
        given = {_asking(item) for item in fresh.get(path, ())}
        for one in deck.removed:
            if (key := (one.recipe, squash(one.stem))) not in given:
                gone[key].append((path, one))
    found: dict[tuple[str, str], list[Removed]] = defaultdict(list)
    for target, item in wanted:
        for path, removed in gone.pop(_asking(item), ()):
            if path != target:
                found[path, target].append(removed)
    return found


def _asking(item: Item) -> Hashable:
    return (item.source.recipe if item.source else "", squash(prompt(item.content)))


def _in_deck_order(deck: Deck, items: Sequence[Item]) -> tuple[Item, ...]:
    ids = {item.id for item in items}
    return tuple(item for item in deck.items if item.id in ids)


def without(deck: Deck, move: Move) -> Deck:
    """The deck that a move leaves."""
    ids = {item.id for item in move.items}
    removed = tuple(one for one in deck.removed if one not in move.removed)
    return replace(deck, items=tuple(item for item in deck.items if item.id not in ids), removed=removed)


def with_moved(deck: Deck, move: Move) -> Deck:
    """The deck that a move reaches; what it has already, from a build that was killed in between, is not doubled."""
    ids = {item.id for item in deck.items}
    items = tuple(item for item in move.items if item.id not in ids)
    removed = tuple(one for one in move.removed if one not in deck.removed)
    return replace(deck, items=(*deck.items, *items), removed=(*deck.removed, *removed))
