"""What days to come will bring, by playing them: a learner who forgets as the memory model says.

One day after the other, every card that is due is answered, by chance, with the model's own probability of recall. All
chance comes from the caller, so that the same cards give the same future. Learning steps are taken on one day.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil
from random import Random

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.review import Memory, Rating, Stage
from mediaquiz.schedule.exam import ENOUGH, FINAL_DAYS
from mediaquiz.schedule.fsrs6 import Mind, Model, answer, model
from mediaquiz.schedule.memory import interval
from mediaquiz.schedule.settings import Settings

_FIRST_FORGOTTEN = 0.2
"""The share of new cards that are not known right after they were met."""


@dataclass(frozen=True, slots=True)
class Future:
    """The days that were played: ``reviews`` and ``new`` cards of each, and ``recall``, the mean chance at the end.

    Cards that were not met by then count as unknown.
    """

    reviews: tuple[int, ...]
    new: tuple[int, ...]
    recall: float

    @property
    def total(self) -> int:
        """All reviews and new cards."""
        return sum(self.reviews) + sum(self.new)


class _Card:
    """A card in play; days count from today."""

    __slots__ = ("due", "last", "mind")

    def __init__(self, mind: Mind | None, last: int, due: int) -> None:
        self.mind, self.last, self.due = mind, last, due


def play(
    cards: Iterable[Memory],
    today: date,
    days: int,
    settings: Settings,
    *,
    new_per_day: int,
    chance: Random,
    final: bool = False,
) -> Future:
    """Play so many days from today on. ``final`` adds the final pass of an exam on the day after the last one.

    ``settings`` give the desired retention and the parameters.
    """
    game = _Game([_card(memory, today) for memory in cards], days, settings, chance)
    reviews, new = [], []
    for day in range(days):
        waiting = game.due(day)
        extra = game.final_pass(day) if final and days - day <= FINAL_DAYS else []
        for card in (*waiting, *extra):
            game.review(card, day)
        met = game.unmet[:new_per_day]
        del game.unmet[:new_per_day]
        for card in met:
            game.meet(card, day)
        reviews.append(len(waiting) + len(extra))
        new.append(len(met))
    return Future(tuple(reviews), tuple(new), game.recall(days))


def _card(memory: Memory, today: date) -> _Card:
    if memory.stability is None or memory.difficulty is None:
        return _Card(None, 0, -1)
    mind = Mind(Stage.REVIEW, memory.stability, memory.difficulty, None)
    last = (memory.last_day - today).days if memory.last_day else 0
    return _Card(mind, last, max((memory.due_day - today).days, 0) if memory.due_day else 0)


class _Game:
    def __init__(self, cards: Sequence[_Card], days: int, settings: Settings, chance: Random) -> None:
        self.cards, self.days, self.settings, self.chance = cards, days, settings, chance
        self.fsrs: Model = model(settings)
        self.unmet = [card for card in cards if card.mind is None]
        self._calendar: dict[int, list[_Card]] = defaultdict(list)
        for card in cards:
            if card.mind is not None:
                self._calendar[card.due].append(card)

    def due(self, day: int) -> list[_Card]:
        """The cards that are due on a day; one that was put off since is not."""
        return [card for card in self._calendar.pop(day, ()) if card.due == day]

    def final_pass(self, day: int) -> list[_Card]:
        """As ``exam.final_pass``."""
        weak = [card for card in self.cards if card.mind and card.due > day and self._known(card, self.days) < ENOUGH]
        weak.sort(key=lambda card: -card.mind.stability if card.mind else 0.0)
        return weak[: ceil(len(weak) / (self.days - day))]

    def review(self, card: _Card, day: int) -> None:
        """One answer; one that is wrong is followed by a right one on the same day."""
        known = self.chance.random() < self._known(card, day)
        card.mind, _ = answer(card.mind, Rating.GOOD if known else Rating.AGAIN, day - card.last, self.fsrs)
        self._learnt(card, day)

    def meet(self, card: _Card, day: int) -> None:
        """The first answer to a new card, and the steps after it."""
        known = self.chance.random() >= _FIRST_FORGOTTEN
        card.mind, _ = answer(None, Rating.GOOD if known else Rating.AGAIN, 0, self.fsrs)
        self._learnt(card, day)

    def recall(self, day: int) -> float:
        """The mean chance of recall on a day."""
        return sum(self._known(card, day) for card in self.cards if card.mind) / max(len(self.cards), 1)

    def _learnt(self, card: _Card, day: int) -> None:
        while card.mind and card.mind.stage is not Stage.REVIEW:
            card.mind, _ = answer(card.mind, Rating.GOOD, 0, self.fsrs)
        assert card.mind
        days = min(max(round(interval(card.mind.stability, self.settings)), 1), self.settings.maximum_interval)
        card.last, card.due = day, day + days
        self._calendar[card.due].append(card)

    def _known(self, card: _Card, day: int) -> float:
        assert card.mind
        return float((1 + self.fsrs.factor * max(day - card.last, 0) / card.mind.stability) ** self.fsrs.decay)


@dataclass(frozen=True, slots=True)
class Workload:
    """What a desired retention costs and gives: answers a day (reviews and new cards), and the recall at the end."""

    retention: float
    a_day: float
    recall: float


RETENTIONS = (0.70, 0.75, 0.80, 0.85, 0.90, 0.95, 0.97)


def workloads(
    cards: Sequence[Memory], today: date, days: int, settings: Settings, seed: int, *, new_per_day: int
) -> tuple[Workload, ...]:
    """The cost of each of ``RETENTIONS`` and of the learner's own, in order."""
    from dataclasses import replace

    found = []
    for wanted in sorted({*RETENTIONS, settings.desired_retention}):
        under = replace(settings, desired_retention=wanted)
        future = play(cards, today, days, under, new_per_day=new_per_day, chance=Random(seed))
        found.append(Workload(wanted, future.total / days, future.recall))
    return tuple(found)
