"""A build at work: every lesson's items, new or remembered, brought into the decks that stand.

A lesson that cannot be read leaves its deck alone; a deck with errors is never written over.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from mediaquiz.app.course import Course
from mediaquiz.app.generated import Generated, generate_all
from mediaquiz.app.lessons import lesson_paths
from mediaquiz.app.quotes import Quotes
from mediaquiz.app.report import Built, Progress, Report
from mediaquiz.decks import lock as locks
from mediaquiz.decks.across import contradictions
from mediaquiz.decks.dump import HEADER, dump
from mediaquiz.decks.load import Loaded, load
from mediaquiz.decks.lock import generated
from mediaquiz.decks.merge import Change, ChangeKind, Merged, merge, with_ids
from mediaquiz.decks.moves import Move, moves, with_moved, without
from mediaquiz.decks.rebuild import built
from mediaquiz.decks.retype import retyped
from mediaquiz.decks.splice import splice
from mediaquiz.decks.transplant import transplanted
from mediaquiz.model.deck import Deck, Removed
from mediaquiz.model.item import Item
from mediaquiz.model.looks import ON_CARDS
from mediaquiz.model.pictures import paths
from mediaquiz.model.problem import Problem, Span, error, warning
from mediaquiz.store.decklock import append_lock, read_lock
from mediaquiz.store.deckstore import Standing, ids_used_twice, read_decks
from mediaquiz.store.files import write_atomic
from mediaquiz.text import content_hash

_FEWEST_SHARED = 0.5
"""A deck whose lesson is gone belongs to a new lesson that has at least this share of its fingerprints."""


@dataclass(slots=True)
class _Desk:
    """One deck on its way: the file that it came from, what it says now, and its text once that was changed."""

    deck: Deck
    standing: Standing | None = None
    text: str | None = None
    saved: str | None = None
    """What was written to its path in this build."""

    def loaded(self) -> Loaded | None:
        """The text as it is now, with the places of all that it says; None for a new deck."""
        if self.text is not None:
            return load(self.text, self.deck.path)
        return self.standing.loaded() if self.standing else None

    def rewritten(self, deck: Deck) -> str:
        """The text, changed so that it says ``deck``. What says it already is not even parsed."""
        if self.standing and self.text is None and deck == self.standing.deck:
            return self.standing.text
        loaded = self.loaded()
        return splice(loaded, deck) if loaded else dump(deck)


@dataclass(slots=True)
class _Work:
    """One build: the decks by their paths, and all that is found on the way."""

    course: Course
    rng: random.Random
    lock: locks.Lock
    problems: list[Problem]
    write: bool
    desks: dict[str, _Desk] = field(default_factory=dict)
    locked: set[str] = field(default_factory=set)
    """Paths of decks that are left as they are: with errors, or of lessons that could not be read."""
    adopted: set[str | None] = field(default_factory=set)
    """The hashes of what was generated for items that stand in decks without a lesson."""
    owners: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """For each id, also of deleted items, the decks that it stands in."""

    def own(self, deck: Deck) -> None:
        """Note the ids of a deck."""
        for item_id in _ids(deck.items, deck.removed):
            self.owners[item_id].add(deck.path)


def _ids(items: Iterable[Item], removed: Iterable[Removed]) -> set[str]:
    """The ids of items, standing and deleted."""
    return {item.id for item in items if item.id} | {one.id for one in removed}


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """The ids that stand in any other deck."""

    owners: dict[str, set[str]]
    path: str

    def __contains__(self, item_id: object) -> bool:
        return bool(self.owners.get(str(item_id), set()) - {self.path})


def rebuild(
    course: Course, *, now: datetime, rng: random.Random, write: bool = True, progress: Progress | None = None
) -> Report:
    """What ``build.build`` promises, whatever was built before."""
    lessons = lesson_paths(course)
    results = generate_all(course, lessons, progress, remember=write)
    work = _start(course, rng, write)
    work.problems += [problem for one in results for problem in one.problems]
    good = [one for one in _one_each(results, work) if not one.unread]
    work.locked |= {one.deck.path for one in results if one.unread}
    _follow_renames(good, work)
    _move(good, work)
    done = [one for result in good if (one := _lesson(result, work))]
    known = {result.deck.path for result in results}
    done += [one for path in list(work.desks) if path not in known and (one := _left_over(path, work))]
    decks = [desk.deck for desk in work.desks.values()]
    work.problems += (*ids_used_twice(decks), *contradictions(decks))
    if write:
        sound = [desk.deck for path, desk in work.desks.items() if path not in work.locked]
        append_lock(course.root, work.lock, sound, now, {ON_CARDS: content_hash(course.on_cards)})
    explained = tuple(problem for result in results for problem in result.explained)
    pictures = {path for deck in decks for item in deck.items for path in paths(item)}
    sources = [path.relative_to(course.root).as_posix() for path in lessons]
    return Report(tuple(done), tuple(work.problems), explained, (*sources, *sorted(pictures)))


def _start(course: Course, rng: random.Random, write: bool) -> _Work:
    lock, damaged = read_lock(course.root)
    standing = read_decks(course.root, remember=write)
    work = _Work(course, rng, lock, [*course.problems, *damaged], write)
    for one in standing:
        work.desks[one.path] = _Desk(one.deck, one)
        work.problems += one.problems
        work.own(one.deck)
        if not one.deck.lesson:
            work.adopted |= {generated(item) for item in one.deck.items if item.source}
        if not one.writable:
            work.locked.add(one.path)
    return work


def _one_each(results: Iterable[Generated], work: _Work) -> Iterator[Generated]:
    """Each deck has one lesson: of ``a.md`` and ``a.txt`` the first builds, the other is a problem."""
    taken: dict[str, str] = {}
    for result in results:
        path, lesson = result.deck.path, result.deck.lesson
        if path in taken:
            message = f"{taken[path]} has the same deck ({path})"
            work.problems.append(error("MQ109", message, Span(lesson), "Rename or exclude one of them."))
        else:
            taken[path] = lesson
            yield result


def _lesson_is_gone(deck: Deck, work: _Work) -> bool:
    return bool(deck.lesson) and not (work.course.root / deck.lesson).exists()


def _follow_renames(results: Sequence[Generated], work: _Work) -> None:
    """A deck whose lesson is gone goes with the new lesson that has its words."""
    living = {result.deck.path for result in results} | work.locked
    homeless = [path for path, desk in work.desks.items() if path not in living and _lesson_is_gone(desk.deck, work)]
    for result in results:
        path = result.deck.path
        words = {item.source.fingerprint for item in result.deck.items if item.source}
        if path in work.desks or not words:
            continue
        shared = {old: _share(work.desks[old].deck.items, words) for old in homeless}
        best = max(shared, key=lambda old: (shared[old], old), default="")
        if best and shared[best] >= _FEWEST_SHARED:
            homeless.remove(best)
            desk = work.desks.pop(best)
            desk.deck = replace(desk.deck, path=path)
            work.desks[path] = desk
            work.own(desk.deck)
            for owners in work.owners.values():
                owners.discard(best)


def _share(items: Sequence[Item], words: set[str]) -> float:
    sourced = [item.source.fingerprint for item in items if item.source and not item.proposed]
    return sum(1 for word in sourced if word in words) / len(sourced) if sourced else 0.0


def _move(results: Sequence[Generated], work: _Work) -> None:
    """Let items go with their words from one lesson's deck to another's, before either is merged.

    What gains is saved before anything is taken away: killed in between, an item stands twice, never nowhere, and the
    next build goes on from there.
    """
    gone = {path for path, desk in work.desks.items() if _lesson_is_gone(desk.deck, work)}
    fresh = {
        result.deck.path: (*result.deck.items, *result.beyond)
        for result in results
        if result.deck.path not in work.locked
    }
    movable = {path: desk.deck for path, desk in work.desks.items() if path in fresh or path in gone - work.locked}
    headers = {result.deck.path: replace(result.deck, items=()) for result in results}
    found = moves(movable, fresh)
    for move in found:
        _plant(move, work.desks.setdefault(move.target, _Desk(headers[move.target])), work)
    for path in {move.target: None for move in found}:
        _write(work.desks[path], work)
    for move in found:
        _cut(move, work)


def _plant(move: Move, target: _Desk, work: _Work) -> None:
    source, reached = work.desks[move.source].loaded(), with_moved(target.deck, move)
    ids = {item.id for item in reached.items} - {item.id for item in target.deck.items}
    if source is not None:
        target.text = transplanted(target.loaded(), reached, source, ids)
        target.deck = reached
        work.own(reached)


def _cut(move: Move, work: _Work) -> None:
    source = work.desks[move.source]
    deck = without(source.deck, move)
    source.text, source.deck = source.rewritten(deck), deck
    for item_id in _ids(move.items, move.removed):
        work.owners[item_id].discard(move.source)


def _lesson(result: Generated, work: _Work) -> Built | None:
    header = replace(result.deck, items=())
    if header.path in work.locked:
        return None
    desk = work.desks.get(header.path)
    merged = merge(
        _with_own_types(desk.deck, work) if desk else None,
        _not_adopted(result.deck.items, desk, work),
        header,
        work.lock,
        work.rng,
        beyond=result.beyond,
        elsewhere=_Elsewhere(work.owners, header.path),
        first=desk is None or desk.standing is None,
        still_said=Quotes(work.course.root / header.lesson).hold,
    )
    work.problems += merged.problems
    if not desk and not merged.deck.items:
        return None  # nothing to ask yet: no empty file
    return _saved(work.desks.setdefault(header.path, _Desk(header)), merged, work)


def _not_adopted(fresh: Sequence[Item], desk: _Desk | None, work: _Work) -> Sequence[Item]:
    """The generated items without those that a teacher moved into a deck of their own: they are asked there."""
    standing = {generated(item) for item in desk.deck.items} if desk else set()
    adopted = work.adopted - standing
    return [item for item in fresh if generated(replace(item, built=built(item))) not in adopted]


def _left_over(path: str, work: _Work) -> Built | None:
    """A deck without a lesson of this build: a teacher's own stays as it is, one whose lesson is gone is orphaned."""
    desk = work.desks[path]
    deck = desk.deck
    if path in work.locked:
        return None
    if _lesson_is_gone(deck, work):
        if _emptied(desk):
            return _deleted(desk, work)
        hint = "Bring the lesson back, or delete the deck; the review history stays either way."
        work.problems.append(warning("MQ313", f"its lesson {deck.lesson} is gone", Span(path), hint))
    elif deck.lesson:
        return _told(deck)
    deck = _with_own_types(deck, work)
    elsewhere = _Elsewhere(work.owners, path)
    if deck.lesson:
        return _saved(desk, merge(deck, (), deck, work.lock, work.rng, elsewhere=elsewhere), work)
    named = with_ids(deck, work.lock, work.rng, elsewhere=elsewhere)
    changes = [Change(ChangeKind.NAMED, new.id) for old, new in zip(deck.items, named.items, strict=True) if old != new]
    return _saved(desk, Merged(named, changes=tuple(changes)), work)


def _with_own_types(deck: Deck, work: _Work) -> Deck:
    """The deck as loaded, but items of a new type are new ones."""
    parted, problems = retyped(deck, work.lock)
    work.problems += problems
    return parted


def _emptied(desk: _Desk) -> bool:
    """Whether all that the deck held has moved away, and no human wrote a comment into it."""
    bare = desk.text is not None and not desk.deck.items and not desk.deck.removed
    return bare and "#" not in (desk.text or "").replace("\r\n", "\n").replace(HEADER, "")


def _deleted(desk: _Desk, work: _Work) -> Built:
    if work.write:
        (work.course.root / desk.deck.path).unlink()
    del work.desks[desk.deck.path]
    return replace(_told(desk.deck), written=True)


def _saved(desk: _Desk, merged: Merged, work: _Work) -> Built:
    desk.text, desk.deck = desk.rewritten(merged.deck), merged.deck
    work.own(merged.deck)
    moved = desk.standing is not None and desk.standing.path != desk.deck.path
    changed = moved or desk.standing is None or desk.text != desk.standing.text
    if changed:
        _write(desk, work)
    if moved and desk.standing and work.write:
        (work.course.root / desk.standing.path).unlink()
    return replace(_told(merged.deck), changes=len(merged.changes), written=changed)


def _write(desk: _Desk, work: _Work) -> None:
    """Put the deck's text on the disk, where it is not there yet."""
    if work.write and desk.text is not None and desk.text != desk.saved:
        write_atomic(work.course.root / desk.deck.path, desk.text.encode("utf-8"))
        desk.saved = desk.text


def _told(deck: Deck) -> Built:
    return Built(deck.path, deck.title, len(deck.items), sum(item.live for item in deck.items))
