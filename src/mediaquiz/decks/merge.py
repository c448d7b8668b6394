"""A rebuilt lesson's items brought into the deck that is there: nothing that a human did is lost, no id changes.

What a human may do, and what follows:

edit a field         it stays, whatever the lesson says later; MQ310 tells once when the lesson says something new
approve, retire      the item is never regenerated
delete an item       ``removed`` remembers it, and it does not come back; taking that entry away brings it back
delete an id         the item gets it again when the lock knows it, else a new one
copy an item         without its id it is a new item, the human's own
write own items      they are never touched, but for an id
reorder              the order stays; a new item goes behind the one that ranks before it

A build adds the best questions of a lesson, as many as it deserves (``fresh``). What a deck holds already stays as
long as the lesson gives it at all, even where better questions have filled that number since (``beyond``): it takes
the place of a new question, unless that is of the lesson's better half.

An item whose words vanished from the lesson is orphaned where it stands and comes back with them, as what a human had
made of it (approved, say), else as generated. Any other status that a human gives an orphan stays. An item that a
language model proposed is given by no rule: it stands as long as the words that it quotes stand in the lesson.
"""

import random
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from mediaquiz.decks.check import faults
from mediaquiz.decks.identity import Ids
from mediaquiz.decks.lock import Lock
from mediaquiz.decks.matching import ALIKE, EXACT, SUCCESSORS, SURE, Matching, text_likeness
from mediaquiz.decks.rebuild import KEPT, brought_back, built, is_aside, put_aside, rebuilt, tracked
from mediaquiz.model.deck import DECK_VERSION, Deck, Removed
from mediaquiz.model.item import Item, Status
from mediaquiz.model.problem import Problem, Span, error, warning
from mediaquiz.model.views import prompt
from mediaquiz.text import join_names, one_line, squash


class ChangeKind(StrEnum):
    """What a build did to an item."""

    REMOVED = "removed"
    CHANGED = "changed"
    ORPHANED = "orphaned"
    RETURNED = "returned"
    RETIRED = "retired"
    NAMED = "named"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Change:
    """One item that a build changed, and which of its fields followed the lesson."""

    kind: ChangeKind
    id: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """The deck after a build, what the teacher should know, and what the build did."""

    deck: Deck
    problems: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()


def merge(
    old: Deck | None,
    fresh: Sequence[Item],
    header: Deck,
    lock: Lock,
    rng: random.Random,
    *,
    beyond: Sequence[Item] = (),
    elsewhere: Container[str] = (),
    first: bool | None = None,
    still_said: Callable[[Item], bool] = lambda item: False,
) -> Merged:
    """Bring the items of a rebuilt lesson into its deck.

    ``old`` is the deck as loaded without errors, None when there is no file. ``fresh`` holds the generated items, best
    first, without ids, each with its ``source``; ``beyond`` holds those which the lesson gives too and which are not
    worth adding: they keep what stands, and bring nothing new. ``header`` gives path, lesson, title, track, number and
    language; they always follow the lesson. ``elsewhere`` holds the ids of all other decks: a new id is none of them,
    and an item that stands there was moved, not deleted. ``first`` says that the deck has no file yet, which is so by
    default when there is no ``old``. ``still_said`` tells of an item that a model proposed whether the lesson has the
    words that it quotes. Pure but for ``rng``, which new ids are drawn from.

    Merging the result with the same items again changes nothing. Without an old deck, items that the lock knows get
    their old ids back, and with them their history.
    """
    deck = old or replace(header, items=(), removed=())
    good, bad = _sorted_out(fresh, header.path)
    spare, _ = _sorted_out(beyond, header.path)
    ids = Ids(lock, rng, elsewhere, deck, first=old is None if first is None else first)
    work = _Merge(deck, good, spare, ids, still_said)
    items, removed = work.run()
    merged = replace(header, version=DECK_VERSION, items=items, removed=removed)
    return Merged(merged, (*bad, *work.problems), tuple(work.changes))


def with_ids(deck: Deck, lock: Lock, rng: random.Random, *, elsewhere: Container[str] = ()) -> Deck:
    """The deck with an id for each item: for decks of a teacher's own items, which no lesson is merged into."""
    ids = Ids(lock, rng, elsewhere, deck)
    return replace(deck, items=tuple(item if item.id else replace(item, id=ids.give(item)) for item in deck.items))


def _sorted_out(fresh: Sequence[Item], path: str) -> tuple[list[Item], list[Problem]]:
    """The fresh items with what ``built`` remembers of them; those that a deck cannot hold become problems."""
    good, bad = [], []
    for item in fresh:
        fault = next(faults(item.content), None)
        if fault is None:
            good.append(replace(item, id="", built=built(item)))
        else:
            message = f"a generated item was left out: {fault.message} ({one_line(prompt(item.content))[:60]!r})"
            bad.append(error(fault.code, message, Span(path), "Report it together with the lesson."))
    return good, bad


class _Merge:
    """One merge at work: what it finds to tell is in ``problems`` and ``changes`` after ``run``."""

    def __init__(
        self, old: Deck, fresh: Sequence[Item], beyond: Sequence[Item], ids: Ids, still_said: Callable[[Item], bool]
    ) -> None:
        self.old = old
        self.still_said = still_said
        self.news = [*fresh, *beyond]
        self.fresh = range(len(fresh))
        self.ids = ids
        self.matching = Matching(old.items, self.news)
        self.problems: list[Problem] = []
        self.changes: list[Change] = []

    def run(self) -> tuple[tuple[Item, ...], tuple[Removed, ...]]:
        """The merged items in deck order, and the deleted ones."""
        self.matching.run(EXACT)
        blocked, removed = self.removals()
        self.matching.settled_new |= blocked
        self.matching.run(ALIKE, self.fresh)
        self.matching.settled_old |= {place for place, item in enumerate(self.old.items) if not item.id}
        self.matching.run(ALIKE)
        old_of = dict(self.matching.old_of)
        self.matching.run(SUCCESSORS, self.fresh)
        successors = {new: old for new, old in self.matching.old_of.items() if new not in old_of}
        kept = self.kept(old_of, set(successors.values()))
        covered = {new for new, old in successors.items() if _is_kept(self.old.items[old])}
        added = self.added(blocked | covered | old_of.keys(), sum(new not in self.fresh for new in old_of))
        self.tell_unsure(added)
        return tuple(_in_place(kept, added, old_of)), removed

    def removals(self) -> tuple[set[int], tuple[Removed, ...]]:
        """The new items that a human does not want, and all deleted items with those deleted since the last build."""
        standing = {item.id for item in self.old.items}
        removed = [one for one in self.old.removed if one.id not in standing]
        blocked = set()
        for place in self.matching.left_new:
            item = self.news[place]
            lost = self.ids.lost(item)
            if any(self.is_removed(one, item) for one in removed):
                blocked.add(place)
            elif lost and item.source:
                blocked.add(place)
                removed.append(Removed(lost, item.source.fingerprint, item.source.recipe, prompt(item.content)))
                self.changes.append(Change(ChangeKind.REMOVED, lost))
        return blocked, tuple(removed)

    def is_removed(self, removed: Removed, item: Item) -> bool:
        """Whether the deleted item is this one: by the lock, or by recipe and stem where the source may be reworded."""
        if removed.id in self.ids.known(item):
            return True
        if item.source is None or item.source.recipe != removed.recipe:
            return False
        stem = prompt(item.content)
        same_words = item.source.fingerprint == removed.fingerprint and text_likeness(stem, removed.stem) >= SURE
        return same_words or squash(stem) == squash(removed.stem)

    def kept(self, old_of: Mapping[int, int], succeeded: set[int]) -> list[Item]:
        """The deck's own items, brought up to date."""
        new_of = {old: new for new, old in old_of.items()}
        items = []
        for place, item in enumerate(self.old.items):
            if place in new_of:
                items.append(self.updated(item, self.news[new_of[place]]))
            elif not item.id:
                items.append(self.named(replace(item, source=None, built={}), item))
            elif item.source is None or (place in succeeded and _is_kept(item)):
                items.append(item)
            elif item.proposed and self.still_said(item):
                items.append(self.returned(item))
            else:
                items.append(self.put_aside(item, Status.RETIRED if place in succeeded else Status.ORPHANED))
        return items

    def updated(self, old: Item, new: Item) -> Item:
        if old.source is None:
            return old if old.id else self.named(old, old)
        result = rebuilt(old, new)
        if result.conflicts:
            self.tell_conflict(old, new, result.conflicts)
        item = result.item if old.id else self.named(result.item, old, new)
        changed = _changed(old, item)
        if changed:
            returned = is_aside(old) and not is_aside(item)
            self.changes.append(Change(ChangeKind.RETURNED if returned else ChangeKind.CHANGED, item.id, changed))
        return item

    def named(self, item: Item, *wordings: Item) -> Item:
        item = replace(item, id=self.ids.give(*wordings))
        self.changes.append(Change(ChangeKind.NAMED, item.id))
        return item

    def returned(self, item: Item) -> Item:
        back = brought_back(item)
        if back != item:
            self.changes.append(Change(ChangeKind.RETURNED, back.id, ("status",)))
        return back

    def put_aside(self, item: Item, status: Status) -> Item:
        aside = put_aside(item, status)
        if aside != item:
            self.changes.append(Change(ChangeKind(status.value), item.id, ("status",)))
        return aside

    def added(self, settled: set[int], outranked: int) -> dict[int, Item]:
        """The items that the deck did not have, by their places among the new ones."""
        items = {}
        for place in self.welcome([place for place in self.fresh if place not in settled], outranked):
            items[place] = replace(self.news[place], id=self.ids.give(self.news[place]))
            self.changes.append(Change(ChangeKind.ADDED, items[place].id))
        return items

    def welcome(self, places: list[int], outranked: int) -> list[int]:
        """The new items without the last ones, which the deck's ``outranked`` items have the room of.

        One that could be an old item in other words stays: a human is asked about it.
        """
        ready = [place for place in self.fresh if self.news[place].status is Status.READY]
        marginal = set(ready[(len(ready) + 1) // 2 :])
        marginal -= {one.new for one in self.matching.unsure}
        yielding = [place for place in places if place in marginal][-outranked:] if outranked else []
        return [place for place in places if place not in yielding]

    def tell_conflict(self, old: Item, new: Item, names: Sequence[str]) -> None:
        values = tracked(new)
        says = "; ".join(f"{name}: {values.get(name, 'nothing')}" for name in names)
        whose = "approved" if old.status is Status.APPROVED else "a human's"
        message = f"the lesson changed, but {join_names(names)} of {old.id} stayed: the wording is {whose}"
        hint = f"Edit the item if the lesson's is better ({says})."
        self.problems.append(warning("MQ310", message, Span(self.old.path), hint))

    def tell_unsure(self, added: Mapping[int, Item]) -> None:
        for one in self.matching.unsure:
            if one.new not in added:
                continue
            new = added[one.new].id
            olds = [self.old.items[place].id or "an item without id" for place in one.olds]
            message = f"the new item {new} could be {join_names(olds, 'or')} in other words (likeness {one.score:.2f})"
            hint = f"If so, let it take over the history: mediaquiz items relink {olds[0]} {new}"
            self.problems.append(warning("MQ311", message, Span(self.old.path), hint))


def _is_kept(item: Item) -> bool:
    """Whether a teacher's word holds the item, so that no other type may take its place."""
    return item.status in KEPT and not is_aside(item)


def _changed(old: Item, new: Item) -> tuple[str, ...]:
    """The names of the fields that a learner or teacher sees changed."""
    before, after = tracked(old), tracked(new)
    names = tuple(name for name in {**before, **after} if before.get(name) != after.get(name))
    return names if old.status is new.status else (*names, "status")


def _in_place(kept: Sequence[Item], added: Mapping[int, Item], old_of: Mapping[int, int]) -> Iterator[Item]:
    """The deck's order, each new item behind the one that ranks before it; without any such, before the next."""
    behind: dict[int, list[Item]] = {}
    first = old_of[min(old_of)] if old_of else len(kept)
    ahead: list[Item] = []
    group = ahead
    for new in sorted(added.keys() | old_of.keys()):
        if new in added:
            group.append(added[new])
        else:
            group = behind.setdefault(old_of[new], [])
    for place, item in enumerate(kept):
        yield from ahead if place == first else ()
        yield item
        yield from behind.get(place, ())
    yield from ahead if first == len(kept) else ()
