"""What a card's history says of the learner's memory, and when to ask again: FSRS-6 through the ``fsrs`` library.

The library counts elapsed time in periods of 24 hours, so a card answered at 22:00 and at 21:00 the next day would
get no credit for the day. Here it only ever sees the noon of a study day: elapsed time is whole study days, and
reviews on one day take its same-day path. Its own fuzz is off, its due times are not used, and it is imported only
when a card is answered.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.review import Answered, Memory, Rating, Stage
from mediaquiz.schedule.day import read_due, study_day, utc_text
from mediaquiz.schedule.fuzz import fraction, fuzzed, least_interval
from mediaquiz.schedule.settings import Settings

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Scheduled:
    """What follows from one rating.

    ``memory`` is the card after it. ``due`` and ``ivl`` are as the record stores them: a date and days, or a UTC time
    and negative seconds for a step of less than a day.
    """

    memory: Memory
    due: str
    ivl: int


def replay(history: Sequence[Answered], settings: Settings) -> Memory:
    """The memory after a card's counted reviews, in order; when it is due is what the last one promised."""
    if not history:
        return Memory()
    card, day = _new_card(), history[0].day
    for answered in history:
        day = max(day, answered.day)
        card = _reviewed(card, answered.rating, day, settings)
    last = history[-1]
    memory = _memory(card, day, last.at, last.due, last.ivl, settings)
    return replace(memory, reps=len(history), lapses=count_lapses(history))


def schedule(memory: Memory, rating: Rating, at: datetime, day: date, item_id: str, settings: Settings) -> Scheduled:
    """The card after it is rated. ``at`` is aware and in the learner's zone, ``day`` its study day."""
    return preview(memory, at, day, item_id, settings)[rating]


def preview(memory: Memory, at: datetime, day: date, item_id: str, settings: Settings) -> dict[Rating, Scheduled]:
    """What each rating would do, fuzz included: what a button shows is what ``schedule`` applies.

    Again <= Hard < Good < Easy among intervals of whole days, as far as the maximum interval leaves room.
    """
    before = _card(memory)
    counted = max(day, memory.last_day or day)
    cards = {rating: _reviewed(before, rating, counted, settings) for rating in Rating}
    intervals = _intervals(memory, cards, item_id, settings)
    return {
        rating: _scheduled(memory, rating, cards[rating], intervals[rating], at, day, settings) for rating in Rating
    }


def redo_promise(history: Sequence[Answered], item_id: str, settings: Settings) -> Answered:
    """The last answer, with the due date and interval that follow from all the answers before it."""
    last = history[-1]
    found = schedule(replay(history[:-1], settings), last.rating, last.at, last.day, item_id, settings)
    return replace(last, due=found.due, ivl=found.ivl)


def retrievability(memory: Memory, day: date, settings: Settings) -> float | None:
    """The chance of recall on a study day by FSRS's forgetting curve; None for a card never answered."""
    if memory.stability is None or memory.last_day is None:
        return None
    decay, factor = _curve(settings)
    return float((1 + factor * max((day - memory.last_day).days, 0) / memory.stability) ** decay)


def interval(stability: float, settings: Settings) -> float:
    """The days until the forgetting curve falls to the desired retention."""
    decay, factor = _curve(settings)
    return float(stability / factor * (settings.desired_retention ** (1 / decay) - 1))


def count_lapses(history: Sequence[Answered]) -> int:
    """How often a card was failed that had been put off by whole days."""
    return sum(1 for before, after in pairwise(history) if before.ivl > 0 and after.rating is Rating.AGAIN)


def _curve(settings: Settings) -> tuple[float, float]:
    decay = -settings.parameters[20]
    return decay, 0.9 ** (1 / decay) - 1


def _intervals(memory: Memory, cards: "dict[Rating, Card]", item_id: str, settings: Settings) -> dict[Rating, int]:
    """The interval of each rating, as a record stores it."""
    chance = fraction(item_id, memory.reps) if settings.fuzz else None
    previous = memory.ivl if memory.stage is Stage.REVIEW else 0
    found: dict[Rating, int] = {}
    least = 1
    for rating in (Rating.HARD, Rating.GOOD, Rating.EASY):
        found[rating] = _step(cards[rating]) or _days(cards[rating], settings, chance, previous, least)
        least = max(least, found[rating] + 1)
    again = _step(cards[Rating.AGAIN]) or _days(cards[Rating.AGAIN], settings)
    # A failed card without relearning steps comes back in days; never later than a hard one.
    found[Rating.AGAIN] = min(again, found[Rating.HARD]) if again > 0 else again
    return found


def _days(card: "Card", settings: Settings, chance: float | None = None, previous: int = 0, least: int = 1) -> int:
    assert card.stability is not None
    days = interval(card.stability, settings)
    least = max(least, least_interval(days, previous, settings.maximum_interval))
    return fuzzed(days, least, settings.maximum_interval, chance)


def _step(card: "Card") -> int:
    """The step's interval as a record stores it, or 0 when the card is not in a step."""
    from fsrs import State

    if card.state is State.Review or card.last_review is None:
        return 0
    wait = card.due - card.last_review
    return wait // _DAY if wait >= _DAY else -round(wait.total_seconds())


def _scheduled(
    before: Memory, rating: Rating, card: "Card", ivl: int, at: datetime, day: date, settings: Settings
) -> Scheduled:
    due = (day + timedelta(days=ivl)).isoformat() if ivl > 0 else utc_text(at.astimezone(UTC) - timedelta(seconds=ivl))
    memory = _memory(card, max(day, before.last_day or day), at, due, ivl, settings)
    lapsed = before.ivl > 0 and rating is Rating.AGAIN
    return Scheduled(replace(memory, reps=before.reps + 1, lapses=before.lapses + lapsed), due, ivl)


def _memory(card: "Card", day: date, at: datetime, due: str, ivl: int, settings: Settings) -> Memory:
    when = read_due(due) if due else None
    step_at = when if isinstance(when, datetime) else None
    due_day = study_day(step_at.astimezone(at.tzinfo), settings.rollover_hour) if step_at else when
    return Memory(
        stage=Stage[card.state.name.upper()],
        stability=card.stability,
        difficulty=card.difficulty,
        step=card.step,
        due_day=due_day,
        due_at=step_at,
        last_at=at,
        last_day=day,
        ivl=ivl,
    )


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def _new_card() -> "Card":
    from fsrs import Card

    # Without an id the library makes one from the clock and sleeps to keep it unique; without a due it asks the clock.
    return Card(card_id=0, due=_noon(date.min))


def _card(memory: Memory) -> "Card":
    from fsrs import Card, State

    if memory.stage is Stage.NEW or memory.last_day is None:
        return _new_card()
    return Card(
        card_id=0,
        state=State[memory.stage.name.capitalize()],
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_noon(date.min),
        last_review=_noon(memory.last_day),
    )


def _reviewed(card: "Card", rating: Rating, day: date, settings: Settings) -> "Card":
    from fsrs import Rating as FsrsRating

    return _scheduler(settings).review_card(card, FsrsRating(rating), _noon(day))[0]


@lru_cache(maxsize=4)
def _scheduler(settings: Settings) -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(
        parameters=settings.parameters,
        desired_retention=settings.desired_retention,
        learning_steps=settings.learning_steps,
        relearning_steps=settings.relearning_steps,
        maximum_interval=settings.maximum_interval,
        enable_fuzzing=False,
    )
