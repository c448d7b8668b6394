"""Filters: what each lets through, and that several narrow each other."""

import pytest

from mediaquiz.app.select import Wanted, find, narrowed
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Choice, Item, ItemType, Provenance, Recall, Status

SEED = Item(
    "seed00000000", Choice("What is a Seed?", "a number", ("a plant",)), concept="Seed", tags=("week 1", "easy")
)
WHY = Item("why000000000", Recall("Why fix it?", "To  repeat a picture."), source=Provenance("0" * 12, "takeaway"))
OLD = Item("old000000000", Recall("Who?", "Nobody."), status=Status.RETIRED)
ECHO = Item("echo00000000", Recall("잔향이 무엇인가요?", "남는 울림"), concept="잔향", tags=("week 2",))
DECKS = (
    Deck("decks/01-chance.yaml", "lessons/01-chance.md", "Chance", items=(SEED, WHY, OLD)),
    Deck("decks/02-sound.yaml", "lessons/02-sound.md", "소리", items=(ECHO,)),
)

CASES = [
    (Wanted(), "seed why old echo"),
    (Wanted(lessons=("chance",)), "seed why old"),
    (Wanted(lessons=("소리",)), "echo"),
    (Wanted(lessons=("01-", "02-")), "seed why old echo"),
    (Wanted(types=(ItemType.CHOICE,)), "seed"),
    (Wanted(statuses=(Status.READY,)), "seed why echo"),
    (Wanted(concepts=("seed",)), "seed"),
    (Wanted(concepts=("see",)), ""),
    (Wanted(recipes=("takeaway",)), "why"),
    (Wanted(tags=("week 1", "week 2")), "seed echo"),
    (Wanted(texts=("REPEAT A PICTURE",)), "why"),
    (Wanted(texts=("울림",), types=(ItemType.RECALL,)), "echo"),
    (Wanted(lessons=("sound",), concepts=("seed",)), ""),
]


@pytest.mark.parametrize("wanted, names", CASES)
def test_what_is_wanted_is_found_in_course_order(wanted: Wanted, names: str) -> None:
    assert [item.id.rstrip("0") for _, item in find(DECKS, wanted)] == names.split()
    assert [item.id.rstrip("0") for deck in narrowed(DECKS, wanted) for item in deck.items] == names.split()


def test_a_deck_without_a_wanted_item_is_left_out() -> None:
    assert [deck.title for deck in narrowed(DECKS, Wanted(concepts=("잔향",)))] == ["소리"]
