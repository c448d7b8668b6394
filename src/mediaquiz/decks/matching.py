"""Which item of a deck is which item of the rebuilt lesson.

From sure to likely, each item at most once: what was generated is the same; what stands there is the same; recipe,
concept, source and answer are the same; then, by likeness, the recipe and the source, the recipe and the concept, the
recipe alone. Only items of one type are one item; ``SUCCESSORS`` finds those that another type took the place of.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from mediaquiz.decks.lock import generated, untouched
from mediaquiz.model.item import Item
from mediaquiz.model.views import answer_text, plain, prompt
from mediaquiz.text import content_hash, squash

SURE = 0.8
"""The likeness from which items of one recipe are the same item, though source and concept changed."""
ANCHORED = 0.6
"""The likeness that is enough when they share the source or the concept as well."""
MARGIN = 0.1
"""By how much the best likeness must lead the next best; with less, the item could be either of two."""

Key = Callable[[Item], Hashable | None]


@dataclass(frozen=True, slots=True)
class Level:
    """One rule: items whose keys are equal (and not None) may be one item from a likeness of ``floor`` on.

    A ``clear`` rule takes a pair only when it leads all others by ``MARGIN``.
    """

    key: Key
    floor: float = 0.0
    clear: bool = False


def _written(item: Item) -> Hashable:
    return item.type, content_hash(plain(item.content))


def _sourced(item: Item) -> Hashable | None:
    anchor = _with_source(item)
    return (anchor, item.type, item.concept, squash(answer_text(item.content))) if anchor else None


def _with_source(item: Item) -> Hashable | None:
    return (item.source.recipe, item.source.fingerprint) if item.source else None


def _with_concept(item: Item) -> Hashable | None:
    return (item.source.recipe, squash(item.concept)) if item.source and item.concept else None


def _with_recipe(item: Item) -> Hashable | None:
    return item.source.recipe if item.source else None


def _typed(key: Key) -> Key:
    """The key, for items of one type only."""

    def typed(item: Item) -> Hashable | None:
        known = key(item)
        return None if known is None else (item.type, known)

    return typed


EXACT = (Level(generated), Level(_written), Level(_sourced))
ALIKE = (
    Level(_typed(_with_source), ANCHORED, clear=True),
    Level(_typed(_with_concept), ANCHORED, clear=True),
    Level(_typed(_with_recipe), SURE, clear=True),
)
SUCCESSORS = (Level(_with_source, ANCHORED), Level(_with_concept, ANCHORED))


def likeness(old: Item, new: Item) -> float:
    """How like an old item a new one is, from 0 to 1.

    The geometric mean of the likeness of stem, answer and quote, so that one part that is all different is enough to
    tell two questions apart. What a human rewrote says nothing of the lesson: then only the quote counts.
    """
    parts = [(quote_of(old), quote_of(new))]
    if not old.built or untouched(old):
        parts += [
            (prompt(old.content), prompt(new.content)),
            (answer_text(old.content), answer_text(new.content)),
        ]
    product = 1.0
    for before, after in parts:
        product *= text_likeness(before, after)
    return float(product ** (1 / len(parts)))


def quote_of(item: Item) -> str:
    """The lesson's words behind the item."""
    return item.source.quote if item.source else ""


def text_likeness(one: str, other: str) -> float:
    """How many of both texts' characters stand in the other too, in order, from 0 to 1; spacing and case are one."""
    from rapidfuzz import fuzz

    return fuzz.ratio(squash(one), squash(other)) / 100


@dataclass(frozen=True, slots=True)
class Unsure:
    """A new item that could be one of several old ones, or one of several that could be an old one."""

    new: int
    olds: tuple[int, ...]
    score: float


@dataclass(slots=True)
class Matching:
    """Two lists of items, paired by their places in them. Best pairs first; of equals, the first in the deck."""

    olds: Sequence[Item]
    news: Sequence[Item]
    old_of: dict[int, int] = field(default_factory=dict)
    """For each new item that is an old one: which."""
    unsure: list[Unsure] = field(default_factory=list)
    settled_old: set[int] = field(default_factory=set)
    settled_new: set[int] = field(default_factory=set)

    def run(self, levels: Iterable[Level]) -> None:
        """Pair what is not settled, one rule after the other."""
        for level in levels:
            for olds, news in self._groups(level.key):
                self._pair(level, self._scored(olds, news, level.floor))

    @property
    def left_new(self) -> list[int]:
        """The new items that may still be paired."""
        return [place for place in range(len(self.news)) if place not in self.settled_new]

    def _groups(self, key: Key) -> list[tuple[list[int], list[int]]]:
        groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for place, item in enumerate(self.olds):
            if place not in self.settled_old:
                groups[key(item)][0].append(place)
        for place in self.left_new:
            groups[key(self.news[place])][1].append(place)
        return [group for known, group in groups.items() if known is not None and all(group)]

    def _scored(self, olds: list[int], news: list[int], floor: float) -> list["_Pair"]:
        pairs = [_Pair(likeness(self.olds[old], self.news[new]), old, new) for old in olds for new in news]
        liked = (pair for pair in pairs if pair.score >= floor)
        return sorted(liked, key=lambda pair: (-pair.score, not self.olds[pair.old].id, pair.old, pair.new))

    def _pair(self, level: Level, pairs: list["_Pair"]) -> None:
        while pairs:
            best = pairs[0]
            rivals = [pair for pair in pairs[1:] if pair.rivals(best) and pair.score > best.score - MARGIN]
            if level.clear and rivals:
                olds = {best.old: None} | {pair.old: None for pair in rivals if pair.new == best.new}
                self.unsure.append(Unsure(best.new, tuple(olds), best.score))
            else:
                olds = {best.old: None}
                self.old_of[best.new] = best.old
            self.settled_new.add(best.new)
            self.settled_old |= olds.keys()
            pairs = [pair for pair in pairs if pair.old not in olds and pair.new != best.new]


@dataclass(frozen=True, slots=True)
class _Pair:
    score: float
    old: int
    new: int

    def rivals(self, other: "_Pair") -> bool:
        """Whether only one of the two can hold."""
        return (self.old == other.old) != (self.new == other.new)
