"""An item whose type a human changed becomes two: the new one, and the old one, retired."""

import pytest

from mediaquiz.decks.check import faults
from mediaquiz.decks.lock import AROUND, Lock, parse
from mediaquiz.decks.retype import retyped
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Choice, Cloze, Item, ItemType, Recall, Short, Status

NAME = "cdfghjkm2345"


def lock_with(kind: str) -> Lock:
    return parse(f"{AROUND}{NAME} {kind}0123456789ab 2026-11-21T01:02:03Z")[0]


def deck_of(*items: Item) -> Deck:
    return Deck("decks/bread.yaml", items=items)


def test_the_new_type_is_a_new_item_and_the_old_one_is_retired():
    item = Item(NAME, Short("What makes dough rise?", "yeast"), tags=("bread",))
    deck, (problem,) = retyped(deck_of(item), lock_with("recall"))
    new, old = deck.items
    assert (new.id, new.content, new.status) == ("", item.content, Status.READY)
    assert (old.id, old.content, old.status) == (NAME, Recall("What makes dough rise?", "yeast"), Status.RETIRED)
    assert (problem.code, NAME in problem.message) == ("MQ315", True)


@pytest.mark.parametrize("before", ItemType)
def test_the_old_one_can_be_written_whatever_it_was(before):
    contents = [Cloze("It is {{yeast}}."), Choice("Which?", "yeast", ("salt", "flour"))]
    for content in contents:
        deck, _ = retyped(deck_of(Item(NAME, content)), lock_with(before.value))
        assert not [fault for item in deck.items for fault in faults(item.content)]


@pytest.mark.parametrize(
    ("item", "lock"),
    [
        (Item(NAME, Recall("q", "a")), lock_with("recall")),
        (Item(NAME, Recall("q", "a")), Lock()),
        (Item("", Recall("q", "a")), lock_with("short")),
        (Item(NAME, Recall("q", "a"), status=Status.RETIRED), lock_with("short")),
    ],
    ids=["same type", "unknown", "no id", "gone already"],
)
def test_all_others_stay_as_they_are(item, lock):
    assert retyped(deck_of(item), lock) == (deck_of(item), ())
