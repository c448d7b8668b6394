"""Item ids: random, permanent, and dull enough that no tool reads them as anything but a name."""

import random
import re
from collections.abc import Container

from mediaquiz.decks.lock import BUILT, REMOVED, Lock, generated
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item
from mediaquiz.model.views import wording

LETTERS = "cdfghjkmnpqrtvwx"
"""No vowels, so that no word appears; none of b, l, s, y, z, which look like digits or each other."""
DIGITS = "2345679"

ID_LENGTH = 12
ID = re.compile(rf"[A-Za-z0-9]{{{ID_LENGTH}}}")
"""What a loader takes for an id."""


def new_id(rng: random.Random) -> str:
    """Twelve characters, the first a letter, so that it is never a number: 53 random bits."""
    return rng.choice(LETTERS) + "".join(rng.choice(LETTERS + DIGITS) for _ in range(ID_LENGTH - 1))


class Ids:
    """The ids of a course while a deck is merged: which are taken, which an item had once, which are new.

    ``elsewhere`` holds the ids of all other decks, also of items deleted there; ``first`` says that the deck has no
    file yet.
    """

    def __init__(
        self, lock: Lock, rng: random.Random, elsewhere: Container[str], deck: Deck, *, first: bool = False
    ) -> None:
        self._lock = lock
        self._rng = rng
        self._first = first
        self._elsewhere = elsewhere
        self._own = {item.id for item in deck.items if item.id}
        self._removed = {removed.id for removed in deck.removed}

    def known(self, item: Item) -> list[str]:
        """The ids that an item of this very wording had, or was generated for, and no item has now; newest last."""
        names = (*self._lock.names.get(generated(item) or "", ()), *self._lock.names.get(wording(item), ()))
        return [name for name in (one.removeprefix(BUILT) for one in names) if not self._is_taken(name)]

    def lost(self, item: Item) -> str | None:
        """The id under which a human must have deleted the item: an earlier build wrote it, and it is gone."""
        gone = [name for name in self.known(item) if self._lock.newest(name) != REMOVED]
        return gone[-1] if gone and not self._first else None

    def give(self, *wordings: Item) -> str:
        """The id that an item of one of the wordings had, else a new one. It is taken from now on."""
        known = [name for item in wordings for name in self.known(item) if name not in self._removed]
        # Of twins in a deck that has to be made again, the first gets the first id, as when both were new.
        chosen = (known[0] if self._first else known[-1]) if known else self._unused()
        self._own.add(chosen)
        return chosen

    def _unused(self) -> str:
        while self._is_taken(chosen := new_id(self._rng)) or chosen in self._removed or chosen in self._lock.entries:
            pass
        return chosen

    def _is_taken(self, name: str) -> bool:
        return name in self._own or name in self._elsewhere
