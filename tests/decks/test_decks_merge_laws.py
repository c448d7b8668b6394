"""Any human edits between any lesson edits: nothing of a human's is lost, ids stay, and a second build does nothing.

A run is a few rounds. In each, a human does something to the deck, the lesson changes, and the deck is built.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import pytest
from bakery import PATH, Bakery, takeaway
from hypothesis import given, settings
from hypothesis import strategies as st

from mediaquiz.decks.load import load
from mediaquiz.decks.splice import splice
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, ItemType, Recall, Short, Status
from mediaquiz.text import content_hash

WORDINGS = (
    ("{{Yeast}} makes the dough rise.", "{{Yeast}} makes a dough rise overnight.", "It is {{yeast}} that lifts dough."),
    ("Too much {{salt}} slows a rise.", "Too much {{salt}} slows every rise.", "Rises are slowed by much {{salt}}."),
    ("Folding keeps {{gas}} in the loaf.", "Folding keeps the {{gas}} in a loaf.", "Fold, and {{gas}} stays inside."),
    ("A hot {{stone}} browns the crust.", "A very hot {{stone}} browns the crust.", "Crusts brown on a {{stone}}."),
    (
        "Rye holds more {{water}} than wheat.",
        "Rye flour holds more {{water}} than wheat.",
        "Rye drinks {{water}}.",
    ),
    ("{{Steam}} keeps the skin soft.", "{{Steam}} keeps its skin soft at first.", "Skins stay soft in {{steam}}."),
)
"""Facts, each in three wordings: the first two are alike, the third is not."""

FACTS = range(len(WORDINGS))
CONCEPTS = ("yeast", "", "gas", "", "", "steam")


def generated(fact: int, wording: int, form: str) -> Item:
    """The item that a lesson gives for a fact in one of its wordings."""
    item = takeaway(WORDINGS[fact][wording], concept=CONCEPTS[fact])
    if form == "draft":
        return replace(item, status=Status.DRAFT)
    if form == "short":
        return replace(
            item, content=Short(item.content.text.replace("{{", "").replace("}}", "?"), "answer " * fact + "x")
        )
    return item


FACT_OF = {generated(fact, wording, "").source.quote: fact for fact in FACTS for wording in range(3)}

lessons = st.lists(
    st.tuples(
        st.sampled_from(FACTS), st.integers(0, 2), st.sampled_from(("ready", "ready", "ready", "draft", "short"))
    ),
    max_size=len(FACTS),
    unique_by=lambda one: one[0],
).map(lambda told: tuple(generated(*one) for one in told))


@dataclass
class Human:
    """Somebody who changes a deck at random; everything written carries a mark of its own."""

    draw: object
    marks: int = 0
    deleted: set[tuple[str, str]] = field(default_factory=set)
    copied: bool = False

    def mark(self) -> str:
        self.marks += 1
        return f"mark{self.marks}x"

    def act(self, deck: Deck) -> Deck:
        actions = (self.reword, self.explain, self.set_status, self.delete, self.move, self.add, self.copy)
        act = self.draw(st.sampled_from(actions))
        return act(deck, self.draw(st.integers(0, len(deck.items) - 1))) if deck.items else self.add(deck, 0)

    def reword(self, deck, place):
        content = deck.items[place].content
        name = "text" if hasattr(content, "text") else "stem"
        return changed(deck, place, content=replace(content, **{name: f"{getattr(content, name)} {self.mark()}"}))

    def explain(self, deck, place):
        return changed(deck, place, explain=self.mark(), notes=self.mark())

    def set_status(self, deck, place):
        return changed(deck, place, status=self.draw(st.sampled_from(list(Status))))

    def delete(self, deck, place):
        self.deleted |= questions([deck.items[place]])
        return replace(deck, items=deck.items[:place] + deck.items[place + 1 :])

    def move(self, deck, place):
        others = [*deck.items[:place], *deck.items[place + 1 :]]
        others.insert(self.draw(st.integers(0, len(others))), deck.items[place])
        return replace(deck, items=tuple(others))

    def add(self, deck, place):
        return replace(deck, items=(*deck.items[:place], Item("", Recall(self.mark(), "a")), *deck.items[place:]))

    def copy(self, deck, place):
        self.copied = True
        return replace(deck, items=(*deck.items, replace(deck.items[place], id="", notes=self.mark())))


def changed(deck: Deck, place: int, **changes) -> Deck:
    items = list(deck.items)
    items[place] = replace(items[place], **changes)
    return replace(deck, items=tuple(items))


def questions(items: Iterable[Item]) -> set[tuple[str, str]]:
    """Which sentences are asked in which form."""
    return {(item.source.quote, item.type) for item in items if item.source}


def marks_in(text: str) -> set[str]:
    return {word.strip(".'\",}]{") for word in text.split() if "mark" in word}


def check_build(before: Deck, bakery: Bakery, fact_by_id: dict[str, int]) -> None:
    """What must hold for the deck after a build, ``before`` being the deck as the human left it."""
    after = load(bakery.text, PATH)
    assert after.writable
    by_id = {item.id: item for item in after.deck.items}
    named = [item.id for item in before.items if item.id]
    assert [item_id for item_id in bakery.ids if item_id in set(named)] == named, "all ids stay, in their order"
    for item in before.items:
        now = by_id.get(item.id)
        if item.id and item.source is None:
            assert now == item, "a human's own item is never touched"
        by_human = item.status != item.built.get("status")
        if item.id and by_human and item.status in (Status.APPROVED, Status.RETIRED):
            kept = (now.content, now.explain, now.tags, now.concept, now.notes)
            assert kept == (item.content, item.explain, item.tags, item.concept, item.notes)
            assert now.status in (item.status, Status.ORPHANED)
    for item in after.deck.items:
        if item.source:
            fact = FACT_OF[item.source.quote]
            assert fact_by_id.setdefault(item.id, fact) == fact, "an id never goes to another question"


def check_room(before: Deck, bakery: Bakery) -> None:
    """What the deck asks and the lesson gives stays, with room or without."""
    given = {item.built["text"] for item in before.items if "text" in item.built}
    same = {content_hash(item.content.text) for item in bakery.lesson if item.type is ItemType.CLOZE} & given
    after = {item.id: item for item in load(bakery.text, PATH).deck.items}
    for item in before.items:
        if item.id and item.live and item.built.get("text") in same:
            assert after[item.id].status is not Status.ORPHANED, "asked, given, and still put aside"


@settings(max_examples=150, deadline=None)
@given(first=lessons.filter(bool), data=st.data())
def test_humans_and_lessons(first, data):
    check_history(first, data.draw)


@pytest.mark.slow
@settings(max_examples=2500, deadline=None)
@given(first=lessons.filter(bool), data=st.data())
def test_many_humans_and_lessons(first, data):
    check_history(first, data.draw)


def check_history(first, draw):
    """A few rounds of human edits, lesson edits and builds."""
    bakery = Bakery(*first)
    fact_by_id: dict[str, int] = {}
    human = Human(draw)
    for _ in range(draw(st.integers(1, 4))):
        human.deleted, human.copied = set(), False
        loaded = load(bakery.text, PATH)
        deck = loaded.deck
        for _ in range(draw(st.integers(0, 3))):
            deck = human.act(deck)
        bakery.text = splice(loaded, deck)
        marks, asked = marks_in(bakery.text), questions(bakery.lesson)
        if draw(st.booleans()):
            bakery.lesson = draw(lessons)
        bakery.room = draw(st.sampled_from((99, 1, 2, 4)))
        bakery.build()
        check_build(deck, bakery, fact_by_id)
        check_room(deck, bakery)
        assert marks <= marks_in(bakery.text), "no human text is lost"
        if not human.copied:
            gone = (human.deleted - questions(deck.items)) & asked & questions(bakery.lesson)
            assert not gone & questions(load(bakery.text, PATH).deck.items), "what was deleted does not come back"
        text = bakery.text
        assert bakery.build().text == text, "a second build changes nothing"
        assert (bakery.told, bakery.done) == ([], [])
