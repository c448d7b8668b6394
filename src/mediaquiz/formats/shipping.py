"""What all writers share: the items one by one, and a problem for each that does not go, or goes in another form."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from mediaquiz.decks.check import faults
from mediaquiz.formats.holds import Level, hold
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, ItemType
from mediaquiz.model.problem import Problem, Span, error, warning
from mediaquiz.model.stages import Shipment

Written = TypeVar("Written")


class Unfit(Exception):
    """An item that a format cannot hold; the text says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item on its way: the deck it comes from, and what a writer must tell of it in ``notes``."""

    item: Item
    deck: Deck
    notes: list[str] = field(default_factory=list)

    @property
    def lang(self) -> str:
        """The language of the item."""
        return self.item.lang or self.deck.lang


def ship(
    shipment: Shipment, format_name: str, write: Callable[[Entry], Written]
) -> tuple[list[tuple[Entry, Written]], tuple[Problem, ...]]:
    """Every item that the format holds, as ``write`` gives it, in course order, and what became of the others.

    What ``holds.HOLDS`` says of a type is told once a type; what ``write`` puts into ``notes``, or raises as
    ``Unfit``, once an item.
    """
    done: list[tuple[Entry, Written]] = []
    problems: list[Problem] = []
    counts: Counter[ItemType] = Counter()
    for entry in _entries(shipment, problems):
        counts[entry.item.type] += 1
        if hold(format_name, entry.item.type).level is Level.REFUSED:
            continue
        where = Span(entry.deck.path)
        try:
            done.append((entry, write(entry)))
        except Unfit as why:
            problems.append(error("MQ501", f"item {entry.item.id} was left out: {why}", where, "Edit the item."))
        problems += [warning("MQ502", f"item {entry.item.id}: {note}", where) for note in entry.notes]
    problems += _by_type(format_name, counts)
    if not done:
        problems.append(error("MQ503", f"no item can go into {format_name}"))
    return done, tuple(problems)


def _entries(shipment: Shipment, problems: list[Problem]) -> Iterator[Entry]:
    """The items that are whole; of the others the problems."""
    seen: set[str] = set()
    for deck in shipment.decks:
        where = Span(deck.path)
        for item in deck.items:
            fault = next(faults(item.content), None)
            if not item.id:
                problems.append(error("MQ312", "an item without an id was left out", where, "Run `mediaquiz build`."))
            elif item.id in seen:
                message = f"item {item.id} stands twice; the first went out"
                problems.append(error("MQ308", message, where, "Delete one of them."))
            elif fault:
                problems.append(error(fault.code, f"item {item.id} was left out: {fault.message}", where, fault.hint))
            else:
                seen.add(item.id)
                yield Entry(item, deck)


def _by_type(format_name: str, counts: Counter[ItemType]) -> Iterable[Problem]:
    for kind in ItemType:
        if counts[kind]:
            held = hold(format_name, kind)
            items = f"{counts[kind]} {kind.value} item{'s' if counts[kind] > 1 else ''}"
            if held.level is Level.DEGRADED:
                yield warning("MQ502", f"{items} went out as {held.how}")
            elif held.level is Level.REFUSED:
                yield warning("MQ501", f"{items} did not go out: {held.how}")
