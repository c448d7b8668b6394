"""The exam that a learner learns for: which it is, and which cards its final pass asks today.

Most learners learn for none; then nothing of the memory model is loaded for it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item
from mediaquiz.model.review import Memory
from mediaquiz.schedule.fold import State

if TYPE_CHECKING:
    from mediaquiz.schedule.exam import Exam

SETTING = "exam"
"""Its name in ``settings`` records."""


def exam_ahead(state: State, day: date) -> "Exam | None":
    """The exam that is still to come on a study day."""
    if SETTING not in state.values:
        return None
    from mediaquiz.schedule.exam import read_exam

    exam = read_exam(state.values[SETTING])
    return exam if exam and day < exam.day else None


def name_of(deck: Deck) -> str:
    """By what an exam names the lesson of a deck."""
    return deck.lesson or deck.path


def covered(decks: Iterable[Deck], state: State, exam: "Exam | None") -> Iterator[tuple[Deck, Item]]:
    """The items that the exam asks and the learner did not put aside; without an exam, all of them."""
    for deck in decks:
        if exam is None or exam.covers(name_of(deck)):
            yield from ((deck, item) for item in deck.items if item.id and item.live and _kept(state, item))


def _kept(state: State, item: Item) -> bool:
    return not state.standing(item.id).suspended


def memory_of(state: State, item_id: str) -> Memory:
    """What the log says of a card, replayed."""
    from mediaquiz.schedule.memory import replay

    return replay(state.card(item_id).history, state.settings) if state.standing(item_id).due else Memory()


def final_items(decks: Sequence[Deck], state: State, day: date) -> frozenset[str]:
    """The items of today's share of the final pass; none before its days."""
    exam = exam_ahead(state, day)
    if exam is None:
        return frozenset()
    from mediaquiz.schedule.exam import FINAL_DAYS, final_pass

    if (exam.day - day).days > FINAL_DAYS:
        return frozenset()
    waiting = [item.id for _, item in covered(decks, state, exam) if _waits(state, item.id, day)]
    return frozenset(final_pass({name: memory_of(state, name) for name in waiting}, day, exam, state.settings))


def _waits(state: State, item_id: str, day: date) -> bool:
    """Whether a learnt card would not be asked today by itself."""
    known = state.standing(item_id)
    buried = known.buried_until is not None and known.buried_until > day
    return known.due is not None and not isinstance(known.due, datetime) and known.due > day and not buried


def retention_for(state: State, deck: Deck, day: date) -> float | None:
    """The desired retention of a deck's cards where an exam makes it another than the learner's; else None."""
    exam = exam_ahead(state, day)
    if exam is None or not exam.covers(name_of(deck)):
        return None
    from mediaquiz.schedule.exam import retention_until

    wanted = retention_until(exam, day, state.settings)
    return wanted if wanted != state.settings.desired_retention else None
