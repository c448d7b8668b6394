"""A card that tells another card's answer waits for another day."""

from datetime import UTC, date, datetime

import pytest

from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Choice, Cloze, Content, Item, Match, Recall, Short
from mediaquiz.model.review import Kind, Record
from mediaquiz.schedule.fold import fold
from mediaquiz.schedule.giveaway import Giveaways, showing
from mediaquiz.schedule.queue import Filter, queue
from mediaquiz.schedule.settings import Settings

NOISE = Short("What do you call a grid of random numbers?", "noise")


def clash(first: Content, second: Content, *, guarded: bool = True) -> bool:
    """Whether two cards may not stand on one day; it never matters which of them came first."""
    one, other = (showing(Item("a", content), guarded=guarded) for content in (first, second))
    found = set[bool]()
    for held, new in ((one, other), (other, one)):
        day = Giveaways()
        day.add(held)
        found.add(day.clash(new))
    (same,) = found
    return same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NOISE, Recall("Removing all noise at once gives a blur. Why?", "It is an average.")),
        (NOISE, Recall("Which NOISES are removed?", "All.")),
        (NOISE, Choice("Where does a picture begin?", "noise", ("captions", "weights"))),
        (NOISE, Cloze("A seed decides the {{start}}, which is noise.")),
        (Short("Who computes it?", "latent diffusion"), Recall("Latent diffusion is fast. Why?", "Few numbers.")),
        (Cloze("Training leaves {{weights}}."), Recall("Weights take up little room. Why?", "They are few.")),
        (Choice("What changes fast?", "flicker", ("morphing",)), Recall("How is flicker found?", "By two frames.")),
        (
            Short("무작위로 채운 격자를 무엇이라고 하나요?", "노이즈"),
            Recall("노이즈를 왜 걷어내나요?", "그리려고요."),
        ),
    ],
)
def test_an_answer_in_what_another_card_shows(one: Content, other: Content) -> None:
    assert clash(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NOISE, Recall("Why is the picture noiseless?", "It was cleaned.")),
        (NOISE, Recall("Where does a picture begin?", "In noise.")),
        (Choice("What changes fast?", "flicker", ("morphing",)), Choice("And slowly?", "morphing", ("flicker",))),
        (Recall("What is noise?", "random numbers"), Recall("What are random numbers for?", "Starting.")),
        (Short("Which is cheaper?", "choosing among a great many"), Recall("Choosing among a great many?", "Cheap.")),
        (Match("Join them.", (("noise", "numbers"), ("mask", "area"), ("seed", "start"))), Recall("Noise?", "Yes.")),
        (Short("말로 시키는 것은?", "말"), Recall("말끔한 그림은 왜 나오나요?", "걷어내서요.")),
    ],
)
def test_what_tells_nothing(one: Content, other: Content) -> None:
    assert not clash(one, other)


def test_only_the_answers_of_lessons_are_kept_from_view() -> None:
    assert not clash(NOISE, Recall("What does noise do?", "It hides."), guarded=False)


# In the queue

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
BLUR = Item("blurblurblur", Recall("Noise removed at once gives a blur. Why?", "An average."))
GRID = Item("gridgridgrid", NOISE)
MASK = Item("maskmaskmask", Recall("What does a mask do?", "It marks."))


def asked(*items: Item, lesson: str = "lessons/a.md", reviewed: str = "", unlimited: bool = False) -> list[str]:
    deck = Deck("decks/a.yaml", lesson, "A", items=items)
    data = {"rating": 3, "due": "2026-12-24", "ivl": 33}
    log = [Record("dddd-1", Kind.REVIEW, NOW, date(2026, 11, 21), 0, reviewed, data)] if reviewed else []
    only = Filter(include_new_unstarted=True, unlimited=unlimited)
    cards = queue([deck], fold(log), NOW, date(2026, 11, 21), Settings(), only)
    return [card.item.id[:4] for card in cards]


def test_the_first_of_the_two_is_asked_today() -> None:
    assert asked(BLUR, GRID, MASK) == ["blur", "mask"]
    assert asked(GRID, BLUR, MASK) == ["grid", "mask"]


def test_what_was_answered_today_counts() -> None:
    assert asked(GRID, BLUR, MASK, reviewed=BLUR.id) == ["mask"]
    assert asked(GRID, BLUR, MASK, reviewed=MASK.id) == ["grid"]


def test_cards_without_a_lesson_and_all_at_once_come_as_they_are() -> None:
    assert asked(BLUR, GRID, lesson="") == ["blur", "grid"]
    assert asked(BLUR, GRID, unlimited=True) == ["blur", "grid"]
