"""Which items a command means: the filters that listing, reviewing and exporting share."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Item, ItemType, Status
from mediaquiz.model.views import answer_text, prompt
from mediaquiz.text import squash


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which items are meant; empty fields let everything through, and of several values any one is enough.

    ``lessons`` are parts of a lesson's path, deck or title; ``texts`` must stand in the question or the answer,
    ``tracks`` are parts of the name of a lesson's track. Letter case and spacing make no difference, except in ids and
    tags.
    """

    lessons: tuple[str, ...] = ()
    types: tuple[ItemType, ...] = ()
    statuses: tuple[Status, ...] = ()
    concepts: tuple[str, ...] = ()
    recipes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()


def find(decks: Iterable[Deck], wanted: Wanted) -> Iterator[tuple[Deck, Item]]:
    """The items that are wanted, with their decks, in course order."""
    for deck in decks:
        if fits_deck(deck, wanted):
            yield from ((deck, item) for item in deck.items if fits(item, wanted))


def narrowed(decks: Iterable[Deck], wanted: Wanted) -> Iterator[Deck]:
    """The decks with only the items that are wanted; decks left empty are left out."""
    for deck in decks:
        if items := tuple(item for _, item in find((deck,), wanted)):
            yield replace(deck, items=items)


def fits_deck(deck: Deck, wanted: Wanted) -> bool:
    """Whether a deck is of a wanted lesson and track."""
    return _any_within(wanted.lessons, f"{deck.lesson} {deck.path} {deck.title}") and _any_within(
        wanted.tracks, deck.track
    )


def fits(item: Item, wanted: Wanted) -> bool:
    """Whether an item is wanted, its lesson aside."""
    return (
        (not wanted.types or item.type in wanted.types)
        and (not wanted.statuses or item.status in wanted.statuses)
        and _any_same(wanted.concepts, item.concept)
        and _any_same(wanted.recipes, item.source.recipe if item.source else "")
        and (not wanted.tags or not set(wanted.tags).isdisjoint(item.tags))
        and (not wanted.texts or _any_within(wanted.texts, f"{prompt(item.content)} {answer_text(item.content)}"))
    )


def _any_within(parts: Iterable[str], text: str) -> bool:
    squashed = [squash(part) for part in parts]
    return not squashed or any(part in squash(text) for part in squashed)


def _any_same(names: Iterable[str], name: str) -> bool:
    squashed = [squash(one) for one in names]
    return not squashed or squash(name) in squashed
