"""Use case: items that a teacher writes, put into a deck of their own or into a lesson's."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from mediaquiz.app.advice import advise
from mediaquiz.app.course import Course, load_decks
from mediaquiz.app.shelf import rewrite
from mediaquiz.decks.check import faults
from mediaquiz.decks.merge import with_ids
from mediaquiz.errors import MediaquizError, NotFound
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import CONTENT_CLASSES, FIELDS, Content, Item, ItemType, Shape
from mediaquiz.model.problem import Problem, Span
from mediaquiz.model.views import prompt
from mediaquiz.store.decklock import read_lock
from mediaquiz.store.deckstore import DECK_FOLDER
from mediaquiz.text import clean, language_of, slug, squash

OWN = "own"
"""The folder of decks that no lesson is merged into, and by default the deck in it: ``decks/own/own.yaml``."""


@dataclass(frozen=True, slots=True)
class Words:
    """An item as a command line gives it. Empty fields are not told.

    ``answers`` are the answer, or the members of a list, the parts of a sequence in order, or pairs as ``left=right``.
    """

    question: str
    answers: tuple[str, ...] = ()
    kind: ItemType | None = None
    distractors: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    explain: str = ""
    tags: tuple[str, ...] = ()
    concept: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What came of new items: the deck, the items as they stand in it, those that were there before, the problems."""

    deck: str
    items: tuple[Item, ...] = ()
    known: tuple[Item, ...] = ()
    problems: tuple[Problem, ...] = ()


def own_deck(name: str = "") -> str:
    """The path of a teacher's own deck: ``decks/own/NAME.yaml``."""
    return f"{DECK_FOLDER}/{OWN}/{slug(name or OWN)}.yaml"


def lesson_deck(decks: Sequence[Deck], name: str) -> str:
    """The deck of the lesson of this title, file, or a part of them. Raises NotFound."""
    wanted = squash(name)
    lessons = [deck for deck in decks if deck.lesson]
    parts = [deck for deck in lessons if wanted in squash(f"{deck.title}\n{deck.lesson}\n{deck.path}")]
    found = [deck for deck in parts if wanted in (squash(deck.title), squash(deck.lesson), squash(deck.path))] or parts
    if len(found) != 1:
        what = "may be several lessons" if found else "is no lesson with a deck"
        names = "; ".join(deck.title or deck.lesson for deck in (found or lessons)[:8])
        raise NotFound(f"{name!r} {what}", hint=f"Name one of: {names}" if names else "Run `mediaquiz build` first.")
    return found[0].path


def item_of(words: Words) -> Item:
    """The item that the words mean. Raises MediaquizError when they make none, with what is missing."""
    kind = words.kind or guessed(words)
    content = _content(kind, words)
    for fault in faults(content):
        raise MediaquizError(f"this makes no {kind.value} item: {fault.message}", hint=_HOW.get(kind, fault.hint))
    return Item("", content, explain=clean(words.explain), concept=clean(words.concept), tags=_clean(words.tags))


def guessed(words: Words) -> ItemType:
    """The type that the words look like: a cloze has braces and no answer, a choice distractors."""
    if "{{" in words.question and not words.answers:
        return ItemType.CLOZE
    if words.distractors:
        return ItemType.MULTI if len(words.answers) > 1 else ItemType.CHOICE
    if len(words.answers) > 1:
        return ItemType.LIST
    return ItemType.SHORT if words.accept else ItemType.RECALL


_HOW: Mapping[ItemType, str] = {
    ItemType.RECALL: 'Write: mediaquiz add "Question" "Answer"',
    ItemType.SHORT: 'Write: mediaquiz add --type short "Question" "Answer"',
    ItemType.CLOZE: 'Write: mediaquiz add "A sentence with one {{deletion}}"',
    ItemType.CHOICE: 'Write: mediaquiz add "Question" "Answer" --wrong "One" --wrong "Another"',
    ItemType.MULTI: 'Write: mediaquiz add --type multi "Question" "First" "Second" --wrong "Another"',
    ItemType.TRUEFALSE: 'Write: mediaquiz add --type truefalse "Statement" false',
    ItemType.ORDER: 'Write: mediaquiz add --type order "Question" "First" "Second" "Third"',
    ItemType.LIST: 'Write: mediaquiz add --type list "Question" "One" "Another"',
    ItemType.MATCH: 'Write: mediaquiz add --type match "Question" "left=right" "left=right" "left=right"',
}
_TRUE = frozenset({"true", "yes", "t", "y", "참", "예"})
_FALSE = frozenset({"false", "no", "f", "n", "거짓", "아니요"})


def _content(kind: ItemType, words: Words) -> Content:
    """The content with each field that the type has: the question first, the answers in the field of its answer."""
    first, *more = FIELDS[kind]
    values: dict[str, Any] = {first.name: clean(words.question)}
    answers = _clean(words.answers)
    for spec in more:
        if spec.name == "distractors":
            values["distractors"] = _clean(words.distractors)
        elif spec.name == "accept" and spec.shape is Shape.TEXTS:
            values["accept"] = _clean(words.accept)
        elif spec.shape is Shape.TEXTS and spec.required:
            values[spec.name] = answers
        elif spec.shape is Shape.PAIRS:
            values[spec.name] = tuple(_pair(answer) for answer in answers)
        elif spec.shape is Shape.BOOL:
            values[spec.name] = _truth(answers)
        elif spec.required or spec.name == "check":
            values[spec.name] = "; ".join(answers)
    make: Callable[..., Content] = CONTENT_CLASSES[kind]
    return make(**values)


def _clean(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(clean, texts))


def _pair(text: str) -> tuple[str, str]:
    left, _, right = text.partition("=")
    return left.strip(), right.strip()


def _truth(answers: Sequence[str]) -> bool:
    word = squash(" ".join(answers))
    if word not in _TRUE | _FALSE:
        raise MediaquizError(f"{word!r} is neither true nor false", hint=_HOW[ItemType.TRUEFALSE])
    return word in _TRUE


def write_items(
    course: Course, path: str, items: Sequence[Item], *, now: datetime, rng: random.Random, write: bool = True
) -> Written:
    """Put new items at the end of a deck, each with an id; one that stands in the course already is not doubled.

    The items pass the same gates as generated ones, which advise and refuse nothing. With ``write=False`` nothing is
    written. Raises as ``shelf.rewrite``.
    """
    decks, _ = load_decks(course)
    standing = {_said(item): item for deck in decks for item in deck.items}
    fresh = list({_said(item): item for item in items if _said(item) not in standing}.values())
    known = [standing[_said(item)] for item in items if _said(item) in standing]
    here = next((deck for deck in decks if deck.path == path), Deck(path))
    elsewhere = {item.id for deck in decks if deck.path != path for item in deck.items}
    lock = read_lock(course.root)[0]
    wanted = {_said(item) for item in fresh}
    added: list[Item] = []

    def change(deck: Deck) -> Deck:
        """The deck as it is now that no other program writes it: one may have been as fast."""
        came = {_said(item): item for item in deck.items if _said(item) in wanted}
        known.extend(came.values())
        new = [item for item in fresh if _said(item) not in came]
        if not new:
            return deck
        grown = with_ids(replace(_headed(deck, items), items=(*deck.items, *new)), lock, rng, elsewhere=elsewhere)
        added[:] = grown.items[len(deck.items) :]
        return grown

    if fresh and write:
        rewrite(course, {path: change}, now)
    done = tuple(added if write else fresh)
    return Written(path, done, tuple(known), advise(((item, Span(path)) for item in done), here.lang, here.items))


_TITLES = {"en": "Own questions", "ko": "내가 만든 문제"}
"""What the deck is called that was not given a name."""


def _headed(deck: Deck, items: Sequence[Item]) -> Deck:
    """A new deck of a teacher's own gets a title and a language."""
    if deck.items or deck.title or deck.lesson:
        return deck
    lang = language_of(" ".join(prompt(item.content) for item in items))
    name = PurePosixPath(deck.path).stem
    return replace(deck, title=_TITLES[lang] if name == OWN else name, lang=lang)


def _said(item: Item) -> tuple[ItemType, str, Content]:
    return item.type, squash(prompt(item.content)), item.content
