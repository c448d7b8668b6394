"""Items of another program's file brought into the deck of their own, as often as the file is imported.

An item of the file is the deck's item with its id, else the one that says or once said the same, else the only one
that asks the same, else the only one with the same answer and nearly the same question. What a human changed here
stays, as in a rebuild; what the file no longer holds stays as well; what was deleted here is not brought back.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mediaquiz.decks.check import faults
from mediaquiz.decks.identity import Ids, new_id
from mediaquiz.decks.lock import Lock, generated
from mediaquiz.decks.matching import ANCHORED, text_likeness
from mediaquiz.decks.rebuild import built, rebuilt, tracked
from mediaquiz.model.arrival import Incoming
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import FIELDS, Field, Item, ItemType
from mediaquiz.model.problem import Problem, error, warning
from mediaquiz.model.views import answer_text, plain, prompt
from mediaquiz.text import content_hash, join_names, one_line, squash

_SHOWN = 60
"""Characters of a question in a message."""


@dataclass(frozen=True, slots=True)
class Brought:
    """The deck after an import. ``fresh`` holds what is new or changed in it; ``ids`` the id of each key or id."""

    deck: Deck
    added: int
    changed: int
    same: int
    fresh: tuple[Incoming, ...]
    ids: Mapping[str, str]
    problems: tuple[Problem, ...]


def id_for(namespace: str, key: str, kind: ItemType) -> str:
    """The id of the item that a program calls ``key``: the same on every machine, never derived from wording.

    Another type is another item.
    """
    return new_id(random.Random(f"{namespace}\n{key}\n{kind.value}"))


def bring_in(
    old: Deck | None,
    incoming: Sequence[Incoming],
    header: Deck,
    namespace: str,
    lock: Lock,
    rng: random.Random,
    others: Mapping[str, tuple[Deck, Item]],
) -> Brought:
    """Bring the items of a file into its deck; ``old`` is that deck as loaded, None when there is no file.

    ``header`` gives path, title and language of a new deck; an old one keeps its own. ``namespace`` is the format.
    ``others`` holds the items of all other decks by id: those are never touched and never doubled. Bringing in the
    same items again changes nothing. Pure but for ``rng``, which new ids are drawn from.
    """
    deck = old or header
    work = _Import(deck, namespace, others, Ids(lock, rng, others.keys(), deck, first=old is None))
    work.known = {} if old is None else lock.entries
    sound = [one for one in incoming if work.is_sound(one)]
    work.run(sound)
    return work.brought()


@dataclass(slots=True)
class _Import:
    """One import at work."""

    deck: Deck
    namespace: str
    others: Mapping[str, tuple[Deck, Item]]
    names: Ids
    known: Mapping[str, object] = field(default_factory=dict)
    """Ids that the lock has, when the deck was there before: one of them that no deck holds was deleted."""
    updates: dict[int, Item] = field(default_factory=dict)
    added: list[Item] = field(default_factory=list)
    fresh: list[Incoming] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    same: int = 0
    changed: int = 0

    def is_sound(self, one: Incoming) -> bool:
        """Whether a deck can hold the item; if not, why."""
        found = list(faults(one.item.content))
        for fault in found:
            message = f"{_shown(one.item)} was left out: {fault.message}"
            self.problems.append(error("MQ702", message, one.span, fault.hint))
        return not found

    def run(self, incoming: Sequence[Incoming]) -> None:
        incoming = [replace(one, item=replace(one.item, built=built(one.item))) for one in self.once(incoming)]
        wanted = [self.wanted_id(one) for one in incoming]
        old_of = _pairs(self.deck.items, [one.item for one in incoming], wanted, self.others.keys())
        standing = {item.id: (self.deck, item) for item in self.deck.items} | dict(self.others)
        elsewhere = {_written(item): (deck, item) for deck, item in self.others.values()}
        for place, (one, name) in enumerate(zip(incoming, wanted, strict=True)):
            if place in old_of:
                self.update(one, old_of[place])
            elif other := (standing.get(name) if name else None) or elsewhere.get(_written(one.item)):
                self.leave(one, *other)
            elif not self.was_deleted(one, name):
                self.add(one, name)

    def once(self, incoming: Sequence[Incoming]) -> Iterator[Incoming]:
        """The items of the file without those that it says twice."""
        seen: dict[Hashable, Incoming] = {}
        for one in incoming:
            name = self.wanted_id(one)
            first = seen.setdefault(name or _written(one.item), one)
            if first is one:
                yield one
            else:
                message = f"{_shown(one.item)} is line {first.span.start} once more; the first came in"
                self.problems.append(warning("MQ706", message, one.span, "Take one of the two out of the file."))

    def wanted_id(self, one: Incoming) -> str:
        return one.item.id or (id_for(self.namespace, one.key, one.item.type) if one.key else "")

    def update(self, one: Incoming, place: int) -> None:
        old = self.deck.items[place]
        result = rebuilt(old, one.item)
        item = result.item if old.id else replace(result.item, id=self.names.give(old))
        self.told(one, item.id)
        self.updates[place] = item
        if result.conflicts:
            message = f"{join_names(result.conflicts)} of {item.id} stayed: the wording is a human's"
            self.problems.append(warning("MQ707", message, one.span, "Edit the item if the file's is better."))
        if tracked(item) == tracked(old):
            self.same += 1
        else:
            self.changed += 1
            self.fresh.append(one)

    def leave(self, one: Incoming, deck: Deck, item: Item) -> None:
        """An item that another deck holds: the same is the same, and a difference is a matter for a human."""
        self.told(one, item.id)
        self.same += 1
        if _seen(item) != _seen(one.item):
            message = f"{item.id} stands in {deck.path} in other words, which stayed"
            hint = f"Edit it there if the file's is better: {_shown(one.item)} = {answer_text(one.item.content)!r}."
            self.problems.append(warning("MQ705", message, one.span, hint))

    def was_deleted(self, one: Incoming, name: str) -> bool:
        gone = name if name in self.known else ("" if name else self.names.lost(one.item))
        if gone or any(gone_for_good(removed.stem, one.item) for removed in self.deck.removed):
            message = f"{_shown(one.item)} was deleted here and stays deleted"
            hint = f"To have it back, bring {self.deck.path} back from before, or add the item by hand."
            self.problems.append(warning("MQ704", message, one.span, hint))
            return True
        return False

    def add(self, one: Incoming, name: str) -> None:
        item = replace(one.item, id=name or self.names.give(one.item))
        self.told(one, item.id)
        self.added.append(item)
        self.fresh.append(one)

    def told(self, one: Incoming, item_id: str) -> None:
        self.ids[item_id] = item_id
        if one.key:
            self.ids[one.key] = item_id

    def brought(self) -> Brought:
        items = (*(self.updates.get(place, item) for place, item in enumerate(self.deck.items)), *self.added)
        return Brought(
            deck=replace(self.deck, items=items),
            added=len(self.added),
            changed=self.changed,
            same=self.same,
            fresh=tuple(self.fresh),
            ids=self.ids,
            problems=tuple(self.problems),
        )


def gone_for_good(stem: str, item: Item) -> bool:
    """Whether a deleted item's question is this one's."""
    return squash(stem) == squash(prompt(item.content))


def _shown(item: Item) -> str:
    text = one_line(prompt(item.content))
    return repr(text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…")


def _seen(item: Item) -> Hashable:
    return _written(item), item.explain, item.context


def _written(item: Item) -> Hashable:
    return item.type, content_hash(plain(item.content))


def _asked(item: Item) -> Hashable:
    return item.type, squash(prompt(item.content))


def _answered(item: Item) -> Hashable | None:
    answer = squash(answer_text(item.content))
    return (item.type, answer) if answer and item.type is not ItemType.TRUEFALSE else None


def _came_asking(item: Item) -> Hashable | None:
    return _came(item, FIELDS[item.type][:1])


def _came_answering(item: Item) -> Hashable | None:
    return None if item.type is ItemType.TRUEFALSE else _came(item, FIELDS[item.type][1:])


def _came(item: Item, specs: Sequence[Field]) -> Hashable | None:
    """What fields said when the item was imported last, whatever a human made of them here."""
    hashes = tuple(item.built.get(spec.name) for spec in specs)
    return (item.type, hashes) if any(hashes) else None


_Key = Callable[[Item], Hashable | None]
_RULES: tuple[tuple[_Key, float], ...] = (
    (generated, 0.0),
    (_written, 0.0),
    (_came_asking, 0.0),
    (_asked, 0.0),
    (_came_answering, ANCHORED),
    (_answered, ANCHORED),
)
"""What makes an item of the file an item of the deck, and how alike the two questions must be."""


def _pairs(
    olds: Sequence[Item], news: Sequence[Item], wanted: Sequence[str], elsewhere: Collection[str]
) -> dict[int, int]:
    """For each new item that the deck has: the place of the old one. By id, then by the rules in their order."""
    places = {item.id: place for place, item in enumerate(olds) if item.id}
    old_of = {
        new: places[name]
        for new, name in enumerate(wanted)
        if name in places and olds[places[name]].type is news[new].type
    }
    settled = {new for new, name in enumerate(wanted) if name in places or name in elsewhere}
    for key, floor in _RULES:
        groups = _groups(olds, set(old_of.values()), key), _groups(news, settled | old_of.keys(), key)
        for known in groups[0].keys() & groups[1].keys():
            old, new = groups[0][known], groups[1][known]
            # Of several that only ask the same, none is guessed.
            if len(old) == len(new) == 1 or key in (generated, _written):
                alike = text_likeness(prompt(olds[old[0]].content), prompt(news[new[0]].content)) >= floor
                old_of |= dict(zip(new, old, strict=False)) if alike else {}
    return old_of


def _groups(items: Sequence[Item], settled: Collection[int], key: _Key) -> dict[Hashable, list[int]]:
    """The places of the items that are not settled, by what the key says of them."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        if place not in settled and (known := key(item)) is not None:
            groups[known].append(place)
    return groups
