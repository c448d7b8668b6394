"""A card's answers with what the memory model expected of each: what every number about memory is made of."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from mediaquiz.model.review import Answered, Rating
from mediaquiz.schedule.card import CardState
from mediaquiz.schedule.fsrs6 import Mind, answer, model
from mediaquiz.schedule.settings import Settings


class Recall(NamedTuple):
    """The first answer to a card on a study day after it had waited for a day or more: a test of memory.

    ``waited`` are the study days since the answer before it; ``stability`` (days) and ``expected`` (the chance of
    recall) are what the model says before it, ``reps`` and ``lapses`` how many answers and lapses there had been.
    ``promised`` is the interval before, as a record stores it: days, or negative seconds.
    """

    item: str
    day: date
    rating: Rating
    waited: int
    stability: float
    expected: float
    reps: int
    lapses: int
    promised: int

    @property
    def known(self) -> bool:
        """Whether it was recalled."""
        return self.rating is not Rating.AGAIN


def recalls_of(cards: Iterable[tuple[str, CardState]], settings: Settings) -> list[Recall]:
    """The recalls of all cards in order of time."""
    timed = [found for name, card in cards for found in _card(name, card, settings)]
    return [recall for _, _, recall in sorted(timed, key=lambda found: found[:2])]


def _card(item: str, card: CardState, settings: Settings) -> Iterator[tuple[float, str, Recall]]:
    answers = card.answers
    for start, end in pairwise((*card.starts, len(answers))):
        yield from _life(item, answers[start:end], settings)


def _life(item: str, answers: Sequence[Answered], settings: Settings) -> Iterator[tuple[float, str, Recall]]:
    """The recalls of a card between two resets, each with its time and id."""
    fsrs = model(settings)
    mind: Mind | None = None
    lapses, before = 0, answers[0] if answers else None
    day = before.day if before else date.min
    for reps, one in enumerate(answers):
        waited = (one.day - day).days
        if mind is not None and waited > 0 and before:
            expected = (1 + fsrs.factor * waited / mind.stability) ** fsrs.decay
            found = Recall(item, one.day, one.rating, waited, mind.stability, expected, reps, lapses, before.ivl)
            yield one.at.timestamp(), one.id, found
        lapses += before is not None and before.ivl > 0 and one.rating is Rating.AGAIN and reps > 0
        mind, _ = answer(mind, one.rating, waited, fsrs)
        before, day = one, max(day, one.day)
