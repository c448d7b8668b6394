"""The order in which options are shown: the same seed and item give the same order on every machine."""

import hashlib
from collections.abc import Iterable, Sequence

from mediaquiz.model import views
from mediaquiz.model.item import Content, Item, Match, Order


def shown_options(item: Item, seed: int) -> tuple[str, ...]:
    """The numbered options of an item as this showing has them; empty for types without options.

    For an order, never the right order itself. For a match, the right sides, each once.
    """
    shuffled = tuple(sorted(_options(item.content), key=lambda option: _rank(seed, item.id, option)))
    if isinstance(item.content, Order) and shuffled == item.content.sequence:
        return (*shuffled[1:], shuffled[0])
    return shuffled


def _options(content: Content) -> Sequence[str]:
    match content:
        case Order(sequence=sequence):
            return sequence
        case Match(pairs=pairs):
            return _once(right for _, right in pairs)
        case _:
            return views.options(content)


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _rank(seed: int, item_id: str, option: str) -> bytes:
    return hashlib.sha256(f"{seed}:{item_id}:{option}".encode()).digest()
