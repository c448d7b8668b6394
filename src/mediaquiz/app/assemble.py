"""Putting quizzes together: which items, in which order, with which options and points. Pure.

Chance is a hash of the seed and the item's id: the same course, request and seed give the same forms on every machine,
and a new item moves no other one.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from mediaquiz.app.blueprint import Blueprint, Row
from mediaquiz.app.select import fits, fits_deck
from mediaquiz.model.deck import Deck
from mediaquiz.model.form import Form, Question
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Item, ItemType
from mediaquiz.model.problem import Problem, Span, error, warning
from mediaquiz.model.views import wording
from mediaquiz.session.shuffle import shown_options

POINTS_TAG = "points:"
"""The tag that gives an item points of its own: ``points:3``."""
DIFFICULTY: dict[ItemType, str] = {
    ItemType.TRUEFALSE: "easy",
    ItemType.CHOICE: "easy",
    ItemType.MULTI: "medium",
    ItemType.MATCH: "medium",
    ItemType.ORDER: "medium",
    ItemType.CLOZE: "medium",
    ItemType.SHORT: "medium",
    ItemType.LIST: "hard",
    ItemType.RECALL: "hard",
    ItemType.PRACTICE: "hard",
}
"""How hard an item of each type is held to be: to recognise is easier than to recall. A tag of that name goes first."""
EASY_FROM, HARD_BELOW = 0.8, 0.5
"""Which part of a class gets an easy item right, and a hard one; between them is medium."""

Entry = tuple[Deck, Item]


@dataclass(frozen=True, slots=True)
class Points:
    """What items are worth: ``each``, or what ``by_type`` says; an item's own tag goes before both."""

    each: int = 1
    by_type: tuple[tuple[ItemType, int], ...] = ()

    def of(self, item: Item, told: int = 0) -> int:
        """The points of an item; ``told`` are those of its blueprint row, 0 for none."""
        own = (tag.removeprefix(POINTS_TAG) for tag in item.tags if tag.startswith(POINTS_TAG))
        tagged = next((int(text) for text in own if text.isdecimal() and 0 < int(text) <= 1000), 0)
        return tagged or told or dict(self.by_type).get(item.type, self.each)


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted: ``n`` items (0 for all), or what a blueprint says, as one form or as each of ``forms``.

    ``used`` are ids of items that must not be asked again; ``measured`` tells which part of enough learners got an
    item right, by its id.
    """

    n: int = 0
    seed: int = 1
    forms: tuple[str, ...] = ()
    points: Points = Points()
    blueprint: Blueprint | None = None
    used: frozenset[str] = frozenset()
    measured: Mapping[str, float] = field(default_factory=dict)


def assemble(decks: Iterable[Deck], request: Request) -> tuple[tuple[Form, ...], tuple[Problem, ...]]:
    """The forms of a request out of decks that hold only items that may be asked. No form when it cannot be filled.

    Every form asks the same items. A single form without a name keeps the course's order; a named one is shuffled.
    """
    pool = [(deck, item) for deck in decks for item in deck.items if item.id not in request.used]
    picked, problems = _by_rows(pool, request) if request.blueprint else _by_number(pool, request)
    if not picked:
        return (), problems
    names = request.forms or ("",)
    return tuple(_form(name, picked, request) for name in names), problems


def difficulty(item: Item, right: float | None = None) -> str:
    """easy, medium or hard: by the part of learners that got it right, else its tag, else what its type suggests."""
    if right is not None:
        return "easy" if right >= EASY_FROM else "hard" if right < HARD_BELOW else "medium"
    return next((tag for tag in item.tags if tag in DIFFICULTY.values()), DIFFICULTY[item.type])


def sampled(pool: Sequence[Entry], seed: int) -> list[Entry]:
    """The items in the order in which chance takes them.

    Each lesson gets its share of every beginning, and a concept comes again only after the others of its lesson.
    """
    lessons: dict[str, list[Item]] = {}
    for deck, item in pool:
        lessons.setdefault(deck.path, []).append(item)
    places: dict[str, float] = {}
    for items in lessons.values():
        turns: Counter[str] = Counter()
        keyed: list[tuple[int, bytes, Item]] = []
        for item in sorted(items, key=lambda one: _rank(seed, one)):
            keyed.append((turns[item.concept] if item.concept else 0, _rank(seed, item), item))
            turns[item.concept] += 1
        for place, (_, _, item) in enumerate(sorted(keyed, key=lambda row: row[:2])):
            places[_key(item)] = (place + 0.5) / len(items)
    return sorted(pool, key=lambda entry: (places[_key(entry[1])], _rank(seed, entry[1])))


def _by_number(pool: list[Entry], request: Request) -> tuple[list[tuple[Entry, int]], tuple[Problem, ...]]:
    wanted = request.n or len(pool)
    taken = {_key(item) for _, item in sampled(pool, request.seed)[:wanted]}
    picked = [(entry, 0) for entry in pool if _key(entry[1]) in taken]
    if not pool or len(picked) >= wanted:
        return picked, ()
    hint = "Widen the filters, or write more items."
    return picked, (warning("MQ505", f"{wanted} items were asked for, {len(picked)} are there", hint=hint),)


def _by_rows(pool: list[Entry], request: Request) -> tuple[list[tuple[Entry, int]], tuple[Problem, ...]]:
    """A blueprint's items, row by row; nothing when a row cannot be filled, and which one that is."""
    blueprint = request.blueprint or Blueprint()
    drawn = sampled(pool, request.seed)
    fitting = [_fitting(row, drawn, request.measured) for row in blueprint.rows]
    holders = _fill(blueprint.rows, fitting)
    had = Counter(holders.values())
    short = [(row, had[at]) for at, row in enumerate(blueprint.rows) if had[at] < row.n]
    if short:
        return [], tuple(_short(row, count, blueprint.path) for row, count in short)
    held = {at: [entry for entry in pool if holders.get(_key(entry[1])) == at] for at in had}
    return [(entry, row.points) for at, row in enumerate(blueprint.rows) for entry in held.get(at, ())], ()


def _fitting(row: Row, pool: Sequence[Entry], measured: Mapping[str, float]) -> list[Item]:
    decks = {deck.path: deck for deck, _ in pool}
    wanted = {path for path, deck in decks.items() if fits_deck(deck, row.wanted)}
    items = [item for deck, item in pool if deck.path in wanted and fits(item, row.wanted)]
    return [item for item in items if _is_as_hard(row, item, measured.get(item.id))]


def _is_as_hard(row: Row, item: Item, right: float | None) -> bool:
    """Whether an item is of a row's difficulty. A share that nobody measured is in no range."""
    if row.shares and (right is None or not row.shares[0] <= right <= row.shares[1]):
        return False
    return not row.difficulties or difficulty(item, right) in row.difficulties


def _fill(rows: Sequence[Row], fitting: Sequence[Sequence[Item]]) -> dict[str, int]:
    """Which row holds each item. A row is short only when no other choice for the other rows could fill it."""
    holders: dict[str, int] = {}

    def give(at: int, asked: set[int]) -> bool:
        for item in fitting[at]:
            if _key(item) not in holders:
                holders[_key(item)] = at
                return True
        for item in fitting[at]:
            other = holders[_key(item)]
            if other in asked:
                continue
            asked.add(other)
            if give(other, asked):
                holders[_key(item)] = at
                return True
        return False

    for at, row in enumerate(rows):
        for _ in range(row.n):
            if not give(at, {at}):
                break
    return holders


def _short(row: Row, count: int, path: str) -> Problem:
    message = f"the blueprint is short: {count} of {row.n} for {row.label}"
    return error("MQ505", message, Span(path, row.line, row.line), "Ask for fewer there, or write more items.")


def _form(name: str, picked: Sequence[tuple[Entry, int]], request: Request) -> Form:
    seed = _form_seed(request.seed, name)
    if name:
        picked = sorted(picked, key=lambda one: _rank(seed, one[0][1]))
    return Form(
        name,
        request.seed,
        tuple(_question(deck, item, seed, request.points.of(item, told)) for (deck, item), told in picked),
    )


def _question(deck: Deck, item: Item, seed: int, points: int) -> Question:
    return Question(item, deck.title or deck.path, item.lang or deck.lang, shown_options(item, seed), points)


def _form_seed(seed: int, name: str) -> int:
    return int.from_bytes(hashlib.sha256(f"{seed}:{name}".encode()).digest()[:6])


def _rank(seed: int, item: Item) -> bytes:
    return hashlib.sha256(f"{seed}:{_key(item)}".encode()).digest()


def _key(item: Item) -> str:
    """What tells items apart; one that no build has seen yet has no id."""
    return item.id or wording(item)
