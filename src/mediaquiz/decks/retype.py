"""Items whose type a human changed in a deck.

Another type asks for another kind of answer, so it is another item with a memory of its own, and for Anki another
note. The item with the new type becomes a new one; the old one stays behind it, retired, so that other programs learn
that it is gone.
"""

from collections.abc import Iterator
from dataclasses import replace

from mediaquiz.decks.lock import Lock
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Choice, Cloze, Content, Item, ItemType, Recall, Short, Status
from mediaquiz.model.problem import Problem, Span, warning
from mediaquiz.model.views import BLANK, answer_text, options, prompt

_GONE = frozenset({Status.RETIRED, Status.ORPHANED})


def retyped(deck: Deck, lock: Lock) -> tuple[Deck, tuple[Problem, ...]]:
    """The deck with each item of another type than the lock knows parted in two, and what is to be told of it."""
    items: list[Item] = []
    problems: list[Problem] = []
    for item in deck.items:
        before = lock.type_of(item.id) if item.id else None
        if before in (None, item.type.value) or item.status in _GONE:
            items.append(item)
            continue
        items += _parted(item, ItemType(before))
        message = f"the type of {item.id} was {before}; with another type it is a new item, and the old one is retired"
        problems.append(warning("MQ315", message, Span(deck.path), "Leave both in the deck: Anki learns from it."))
    return replace(deck, items=tuple(items)), tuple(problems)


def _parted(item: Item, before: ItemType) -> Iterator[Item]:
    yield replace(item, id="", source=None, built={})
    yield replace(item, content=_as_before(item.content, before), status=Status.RETIRED)


def _as_before(content: Content, before: ItemType) -> Content:
    """The question in a form that is shown like the old type; the old words are gone."""
    stem, answer = prompt(content), answer_text(content)
    match before:
        case ItemType.SHORT:
            return Short(stem, answer)
        case ItemType.CLOZE:
            return Cloze(f"{stem} {{{{{answer}}}}}")
        case ItemType.CHOICE | ItemType.MULTI:
            others = tuple(text for text in options(content) if text != answer) or (BLANK,)
            return Choice(stem, answer, others)
        case _:
            return Recall(stem, answer)
