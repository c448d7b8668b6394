"""Items that a model proposed: no rule gives them, so a build goes by whether their words are in the lesson."""

import random
from dataclasses import replace

import pytest

from mediaquiz.decks.lock import Lock
from mediaquiz.decks.merge import ChangeKind, Merged, merge
from mediaquiz.decks.rebuild import brought_back, built
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, Provenance, Short, Status

HEADER = Deck("decks/sea.yaml", "lessons/sea.md", "Sea")


def proposal(status: Status, recipe: str = "chat") -> Item:
    made = Item(
        "", Short("What rises?", "the sea"), Status.DRAFT, source=Provenance("0" * 12, recipe, "The sea rises.")
    )
    return replace(made, id="cdfghjkmnpqr", built=built(made), status=status)


def rebuilt(item: Item, said: bool) -> Merged:
    deck = replace(HEADER, items=(item,))
    return merge(deck, (), HEADER, Lock(), random.Random(1), still_said=lambda one: said)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.READY, Status.APPROVED])
@pytest.mark.parametrize("recipe", ["chat", "model:gpt"])
def test_it_goes_and_comes_with_its_words_as_what_it_was(status: Status, recipe: str) -> None:
    item = proposal(status, recipe)
    assert rebuilt(item, said=True).deck.items == (item,)
    gone = rebuilt(item, said=False)
    assert gone.deck.items[0].status is Status.ORPHANED
    assert [change.kind for change in gone.changes] == [ChangeKind.ORPHANED]
    back = rebuilt(gone.deck.items[0], said=True)
    assert back.deck.items[0].status is status
    assert [change.kind for change in back.changes] == [ChangeKind.RETURNED]
    assert rebuilt(back.deck.items[0], said=True).changes == ()


def test_what_a_teacher_retired_stays_retired() -> None:
    item = proposal(Status.RETIRED)
    assert rebuilt(item, said=True).deck.items == (item,)


def test_an_item_of_a_rule_is_not_kept_by_its_words() -> None:
    item = proposal(Status.READY, "definition")
    assert not item.proposed
    assert rebuilt(item, said=True).deck.items[0].status is Status.ORPHANED
    assert brought_back(item) == item
