"""Which item of a deck is which item of the rebuilt lesson.

From sure to likely, each item at most once: what was generated is the same; what stands there is the same; recipe,
concept, source and answer are the same; then, by likeness, the recipe and the source, the recipe and the concept, the
recipe alone. Only items of one type are one item; ``SUCCESSORS`` finds those that another type took the place of.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

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

_ROUNDING = 1e-9
"""What sums of floating-point numbers may be off by."""

Key = Callable[[Item], Hashable | None]
Pair = tuple[float, int, int]
"""The likeness of an old and a new item, and the places of both."""


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


def alike(olds: Sequence[Item], news: Sequence[Item], floor: float) -> Iterator[Pair]:
    """The pairs whose likeness, from 0 to 1, is at least ``floor``, with their places in both lists.

    Likeness is the geometric mean of the likeness of quote, stem and answer, so that one part that is all different is
    enough to tell two questions apart. What a human rewrote says nothing of the lesson: then only the quote counts.
    """
    from rapidfuzz import fuzz, process

    texts = [_parts(item) for item in news]
    quotes = [parts[0] for parts in texts]
    for old, item in enumerate(olds):
        parts = _parts(item) if not item.built or untouched(item) else _parts(item)[:1]
        # The product of the parts' likenesses. None is above 1, so each of them must reach it alone: most pairs are
        # told apart by their quotes, many at a time.
        least = max(floor ** len(parts) - _ROUNDING, 0.0)
        for _, score, new in process.extract(parts[0], quotes, scorer=fuzz.ratio, score_cutoff=100 * least, limit=None):
            product = score / 100
            for before, after in zip(parts[1:], texts[new][1:], strict=False):
                if product < least:
                    break
                product *= fuzz.ratio(before, after) / 100
            if (mean := float(product ** (1 / len(parts)))) >= floor:
                yield mean, old, new


def _parts(item: Item) -> tuple[str, str, str]:
    """What tells an item from others: quote, prompt and answer, spacing and case made one."""
    return squash(quote_of(item)), squash(prompt(item.content)), squash(answer_text(item.content))


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

    def run(self, levels: Iterable[Level], among: range | None = None) -> None:
        """Pair what is not settled, one rule after the other; of the new items only those at the places ``among``."""
        for level in levels:
            for olds, news in self._groups(level.key, among):
                self._pair(level, self._scored(olds, news, level.floor))

    @property
    def left_new(self) -> list[int]:
        """The new items that may still be paired."""
        return [place for place in range(len(self.news)) if place not in self.settled_new]

    def _groups(self, key: Key, among: range | None) -> list[tuple[list[int], list[int]]]:
        groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for place, item in enumerate(self.olds):
            if place not in self.settled_old:
                groups[key(item)][0].append(place)
        for place in self.left_new if among is None else (place for place in self.left_new if place in among):
            groups[key(self.news[place])][1].append(place)
        return [group for known, group in groups.items() if known is not None and all(group)]

    def _scored(self, olds: list[int], news: list[int], floor: float) -> list[Pair]:
        """The pairs of these places that are alike, the best first."""
        if not floor and len(olds) == len(news) == 1:
            return [(1.0, olds[0], news[0])]
        found = alike([self.olds[place] for place in olds], [self.news[place] for place in news], floor)
        pairs = [(score, olds[old], news[new]) for score, old, new in found]
        return sorted(pairs, key=lambda pair: (-pair[0], not self.olds[pair[1]].id, pair[1], pair[2]))

    def _pair(self, level: Level, pairs: list[Pair]) -> None:
        rivals = _Rivals(self, pairs) if level.clear else None
        for score, old, new in pairs:
            if old in self.settled_old or new in self.settled_new:
                continue
            olds = rivals.of(score, old, new) if rivals else None
            if olds is None:
                self.old_of[new] = old
            else:
                self.unsure.append(Unsure(new, olds, score))
            self.settled_new.add(new)
            self.settled_old.update(olds or (old,))


class _Rivals:
    """Which pairs stand in each other's way: for each item the pairs that it is in, the best first."""

    def __init__(self, matching: Matching, pairs: Iterable[Pair]) -> None:
        self.matching = matching
        self.of_old: dict[int, list[Pair]] = defaultdict(list)
        self.of_new: dict[int, list[Pair]] = defaultdict(list)
        for pair in pairs:
            self.of_old[pair[1]].append(pair)
            self.of_new[pair[2]].append(pair)

    def of(self, score: float, old: int, new: int) -> tuple[int, ...] | None:
        """The old items that the new one could be, when the pair does not lead all that could hold in its place."""
        others = [pair[1] for pair in self._near(self.of_new[new], score) if pair[1] != old]
        if others or any(pair[2] != new for pair in self._near(self.of_old[old], score)):
            return (old, *others)
        return None

    def _near(self, pairs: Iterable[Pair], score: float) -> Iterator[Pair]:
        """Those not settled yet that are nearly as good."""
        settled_old, settled_new = self.matching.settled_old, self.matching.settled_new
        for pair in takewhile(lambda pair: pair[0] > score - MARGIN, pairs):
            if pair[1] not in settled_old and pair[2] not in settled_new:
                yield pair
