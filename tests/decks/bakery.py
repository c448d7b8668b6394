"""A small course about bread that is built again and again, with a human at work on its deck in between."""

import random
import re
from datetime import UTC, datetime, timedelta

from mediaquiz.decks.dump import dump
from mediaquiz.decks.load import load
from mediaquiz.decks.lock import new_lines, parse
from mediaquiz.decks.merge import merge
from mediaquiz.decks.splice import splice
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Cloze, Item, Provenance, Short
from mediaquiz.text import fingerprint

PATH = "decks/bread.yaml"
HEADER = Deck(PATH, lesson="lessons/bread.md", title="Bread", number=3)


def takeaway(text: str, **fields) -> Item:
    """What a generator makes of a takeaway: a cloze of the sentence, its deletion in double braces."""
    quote = text.replace("{{", "").replace("}}", "")
    return Item("", Cloze(text), source=Provenance(fingerprint(quote), "statement", quote), **fields)


def definition(term: str, meaning: str, **fields) -> Item:
    """What a generator makes of a definition."""
    quote = f"{term.capitalize()} is {meaning}."
    source = Provenance(fingerprint(quote), "definition", quote)
    return Item("", Short(f"What is {term}?", meaning), concept=term, source=source, **fields)


RISE = takeaway("{{Yeast}} makes the dough rise overnight.")
SALT = takeaway("Too much {{salt}} slows the dough down.")
FOLD = takeaway("Folding keeps the {{gas}} inside the loaf.")
CRUMB = definition("crumb", "the soft inside of a loaf")
BREAD = (RISE, SALT, FOLD, CRUMB)


class Bakery:
    """A lesson, its deck as text, and the lock. ``build`` is what the program does; all else is a human's doing.

    ``room`` is how many of the lesson's items a deck is worth.
    """

    def __init__(self, *lesson: Item, seed: int = 1) -> None:
        self.lesson: tuple[Item, ...] = lesson or BREAD
        self.room = 99
        self.text = ""
        self.lock_text = ""
        self.elsewhere: frozenset[str] = frozenset()
        self.rng = random.Random(seed)
        self.now = datetime(2026, 11, 21, tzinfo=UTC)
        self.build()

    def build(self) -> "Bakery":
        loaded = load(self.text, PATH) if self.text else None
        lock, _ = parse(self.lock_text)
        old = loaded.deck if loaded else None
        fresh, beyond = self.lesson[: self.room], self.lesson[self.room :]
        self.merged = merge(old, fresh, HEADER, lock, self.rng, beyond=beyond, elsewhere=self.elsewhere)
        self.text = splice(loaded, self.merged.deck) if loaded else dump(self.merged.deck)
        lines = new_lines(lock, [self.merged.deck], self.now)
        self.lock_text += "".join(f"{line}\n" for line in lines)
        self.now += timedelta(hours=1)
        assert load(self.text, PATH).deck == self.merged.deck
        return self

    def teach(self, *lesson: Item) -> "Bakery":
        """Change the lesson and build."""
        self.lesson = lesson
        return self.build()

    def edit(self, before: str, after: str) -> None:
        """Change the deck in an editor."""
        assert self.text.count(before) == 1, f"{self.text.count(before)} times {before!r} in\n{self.text}"
        self.text = self.text.replace(before, after)

    def block(self, word: str) -> str:
        """The lines of the one item that has the word in its question or source."""
        span = load(self.text, PATH).span_of(self.item(word).id)
        return "".join(self.text.splitlines(keepends=True)[span.start - 1 : span.end])

    def delete(self, word: str) -> None:
        """Cut an item out of the deck."""
        self.text = self.text.replace(self.block(word), "")

    def set_status(self, word: str, status: str) -> None:
        """Give an item another status in an editor."""
        block = self.block(word)
        changed = re.sub(r"\n    status: \w+", f"\n    status: {status}", block)
        self.text = self.text.replace(block, changed)

    def item(self, word: str) -> Item:
        """The one item of the deck with the word in its question, answer or source."""
        items = load(self.text, PATH).deck.items
        found = [item for item in items if word in str(item.content) or (item.source and word in item.source.quote)]
        assert len(found) == 1, f"{len(found)} items with {word!r} in\n{self.text}"
        return found[0]

    @property
    def statuses(self) -> list[str]:
        return [item.status.value for item in load(self.text, PATH).deck.items]

    @property
    def ids(self) -> list[str]:
        return [item.id for item in load(self.text, PATH).deck.items]

    @property
    def told(self) -> list[str]:
        """The codes of the last build's problems."""
        return [problem.code for problem in self.merged.problems]

    @property
    def done(self) -> list[str]:
        """What the last build did."""
        return [change.kind.value for change in self.merged.changes]
