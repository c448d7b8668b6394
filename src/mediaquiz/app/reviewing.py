"""Use case: going through drafts. Each decision is written at once, and each can be taken back.

``Review`` holds where the teacher is; deciding goes on to the next item, taking back returns to the one before.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from mediaquiz.app import extract
from mediaquiz.app.course import Course, load_decks
from mediaquiz.app.curate import Place, approved, put, retired
from mediaquiz.app.editing import Edited, opened, put_back
from mediaquiz.app.otherquestions import other_questions
from mediaquiz.app.remarks import Remarks, answer_flags, void
from mediaquiz.app.shelf import rewrite
from mediaquiz.decks.load import Loaded
from mediaquiz.decks.merge import with_ids
from mediaquiz.errors import NotFound
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Item, Status
from mediaquiz.store.decklock import read_lock

Clock = Callable[[], datetime]


class Decision(StrEnum):
    """What was done with an item."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EXCHANGED = "exchanged"
    EDITED = "edited"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Done:
    """A decision, the place of its item, and how to take it back."""

    decision: Decision
    place: int
    back: Callable[[], None]


class Review:
    """Items on their way past a teacher. ``clock`` gives aware times; ``rng`` ids."""

    def __init__(
        self, course: Course, places: Sequence[Place], remarks: Remarks, clock: Clock, rng: random.Random
    ) -> None:
        self.course = course
        self.remarks = remarks
        self.done: list[Done] = []
        self._places = [(deck.path, item.id) for deck, item in places if item.id]
        self._clock = clock
        self._rng = rng
        self._at = 0
        self._results: dict[str, extract.Result] = {}

    @property
    def position(self) -> int:
        """The number of the present item, from 1."""
        return self._at + 1

    @property
    def total(self) -> int:
        """How many items there are to go through."""
        return len(self._places)

    def current(self) -> Place | None:
        """The present item as its deck has it now; None at the end. Items that are gone are passed over."""
        decks = {deck.path: deck for deck in load_decks(self.course)[0]}
        while self._at < len(self._places):
            path, name = self._places[self._at]
            for item in decks[path].items if path in decks else ():
                if item.id == name:
                    return decks[path], item
            self._at += 1
        return None

    def count(self, decision: Decision) -> int:
        """How often it was decided so."""
        return sum(done.decision is decision for done in self.done)

    def accept(self) -> None:
        """The present item is good: it is approved, and its flags are answered."""
        deck, item = self._present()
        self._rewrite(deck.path, put(approved(item)))
        answered = answer_flags(self.course, self.remarks, [item], self._clock())

        def back() -> None:
            self._rewrite(deck.path, put(item))
            void(self.course, [(item.id, record) for record in answered], self._clock())

        self._decided(Decision.ACCEPTED, back)

    def reject(self, reason: str) -> None:
        """The present item is retired; the reason goes into its notes."""
        deck, item = self._present()
        self._rewrite(deck.path, put(retired(item, reason)))
        self._decided(Decision.REJECTED, lambda: self._rewrite(deck.path, put(item)))

    def skip(self) -> None:
        """On to the next item; this one stays as it is."""
        self._decided(Decision.SKIPPED, lambda: None)

    def before_edit(self) -> tuple[Loaded, int]:
        """The present item's deck before it is edited, and the item's line."""
        deck, item = self._present()
        loaded = opened(self.course, deck.path)
        span = loaded.span_of(item.id)
        return loaded, span.start if span else 1

    def after_edit(self, before: Loaded, seen: Edited) -> None:
        """The present item's deck was edited. The item stays the present one, in its new words."""
        if seen.text != before.text:
            self.done.append(Done(Decision.EDITED, self._at, lambda: put_back(self.course, before, seen)))

    def others(self) -> tuple[Item, ...]:
        """Other questions for the words behind the present item, best first, as a lesson gives them."""
        deck, item = self._present()
        if not deck.lesson or item.source is None:
            return ()
        if deck.lesson not in self._results:
            self._results[deck.lesson] = extract.from_file(self.course.root / deck.lesson, deck.lesson)
        return other_questions(self._results[deck.lesson], item, deck.items)

    def exchange(self, other: Item) -> None:
        """Put another question in the place of the present item, which is retired.

        It is the teacher's choice, so no build changes it or takes it away; what the lesson says is its explanation.
        """
        deck, item = self._present()
        quote = other.source.quote if other.source else ""
        chosen = replace(other, status=Status.APPROVED, explain=other.explain or quote, source=None, built={})
        elsewhere = {one.id for each in load_decks(self.course)[0] if each.path != deck.path for one in each.items}
        lock, _ = read_lock(self.course.root)
        added: list[str] = []

        def change(deck: Deck) -> Deck:
            place = next(n for n, one in enumerate(deck.items) if one.id == item.id)
            items = (*deck.items[:place], retired(item), replace(chosen, id=""), *deck.items[place + 1 :])
            named = with_ids(replace(deck, items=items), lock, self._rng, elsewhere=elsewhere)
            added.append(named.items[place + 1].id)
            return named

        def back(deck: Deck) -> Deck:
            return put(item)(replace(deck, items=tuple(one for one in deck.items if one.id != added[0])))

        self._rewrite(deck.path, change)
        self._decided(Decision.EXCHANGED, lambda: self._rewrite(deck.path, back))

    def undo(self) -> bool:
        """Take the last decision back and return to its item; False when there is none."""
        if not self.done:
            return False
        self.done[-1].back()
        self._at = self.done.pop().place
        return True

    def _present(self) -> Place:
        place = self.current()
        if place is None:
            raise NotFound("no item is left", hint="Start again: mediaquiz items review")
        return place

    def _rewrite(self, path: str, change: Callable[[Deck], Deck]) -> None:
        rewrite(self.course, {path: change}, self._clock())

    def _decided(self, decision: Decision, back: Callable[[], None]) -> None:
        self.done.append(Done(decision, self._at, back))
        self._at += 1
