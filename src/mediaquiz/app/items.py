"""Use case: looking through the items of a course."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, ItemType, Status
from mediaquiz.model.views import accepted, answer, answer_text, options, prompt
from mediaquiz.text import squash


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which items to show; empty fields let everything through. ``lesson`` is a part of a path or title."""

    lesson: str = ""
    types: tuple[ItemType, ...] = ()
    statuses: tuple[Status, ...] = ()
    tag: str = ""
    text: str = ""


def find(decks: Iterable[Deck], wanted: Wanted) -> Iterator[tuple[Deck, Item]]:
    """The items that are wanted, with their decks, in course order."""
    for deck in decks:
        if wanted.lesson and squash(wanted.lesson) not in squash(f"{deck.lesson} {deck.path} {deck.title}"):
            continue
        for item in deck.items:
            if _fits(item, wanted):
                yield deck, item


def _fits(item: Item, wanted: Wanted) -> bool:
    if wanted.types and item.type not in wanted.types:
        return False
    if wanted.statuses and item.status not in wanted.statuses:
        return False
    if wanted.tag and wanted.tag not in item.tags:
        return False
    return not wanted.text or squash(wanted.text) in squash(f"{prompt(item.content)} {answer_text(item.content)}")


def to_plain(deck: Deck, item: Item) -> dict[str, object]:
    """An item as ``items list --json`` prints it, one line each."""
    return {
        "id": item.id,
        "deck": deck.path,
        "lesson": deck.lesson,
        "type": item.type.value,
        "status": item.status.value,
        "prompt": prompt(item.content),
        "answer": answer(item.content),
        "options": options(item.content),
        "accept": accepted(item.content),
        "concept": item.concept,
        "tags": list(item.tags),
        "recipe": item.source.recipe if item.source else "",
    }
