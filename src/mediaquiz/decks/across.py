"""What only shows when all decks of a course are seen together."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, ItemType
from mediaquiz.model.problem import Problem, Span, info, warning
from mediaquiz.model.views import answer, answer_text, options, prompt
from mediaquiz.text import one_line, squash

_CHOICES = frozenset({ItemType.CHOICE, ItemType.MULTI})


def contradictions(decks: Iterable[Deck]) -> Iterator[Problem]:
    """The questions that decks ask twice: with one answer (for information), or with several.

    A lesson that changes never takes another lesson's item away; it is for the teacher to say which one is right.
    """
    asked: dict[Hashable, list[tuple[str, Item]]] = defaultdict(list)
    for deck in decks:
        for item in deck.items:
            if item.live and item.type is not ItemType.PRACTICE:
                asked[item.type, squash(prompt(item.content))].append((deck.path, item))
    for (first, one), *others in asked.values():
        for path, item in others:
            if path != first and not _another_choice(one, item):
                yield _twice(first, one, path, item)


def _another_choice(one: Item, other: Item) -> bool:
    """Whether they are choices whose keys do not exclude each other: one stem, other options."""
    keys, others = (answer(item.content) for item in (one, other))
    return one.type in _CHOICES and keys != others and not {*_list(others)} & {*options(one.content)} - {*_list(keys)}


def _list(value: object) -> list[str]:
    return value if isinstance(value, list) else [str(value)]


def _twice(first: str, one: Item, path: str, other: Item) -> Problem:
    question = repr(one_line(prompt(one.content)))
    hint = f"Retire or reword one of the two: mediaquiz items retire {other.id}"
    if squash(answer_text(one.content)) == squash(answer_text(other.content)):
        return info("MQ319", f"{question} is asked in {first} as well ({one.id}, {other.id})", Span(path), hint)
    message = f"{question} has another answer in {first} ({one.id}: {answer_text(one.content)!r})"
    return warning("MQ318", message, Span(path), hint)
