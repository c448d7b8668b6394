"""What a card's history says of the learner's memory, and when to ask again: FSRS-6 over study days.

Periods of 24 hours would give a card answered at 22:00 and at 21:00 the next day no credit for the day. So elapsed time
is whole study days, and answers of one day take the model's same-day path.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.review import Answered, Memory, Rating, Stage
from mediaquiz.schedule.day import read_due, study_day, utc_text
from mediaquiz.schedule.fsrs6 import Mind, answer, model
from mediaquiz.schedule.fuzz import Weight, fraction, fuzzed, least_interval
from mediaquiz.schedule.remember import remember
from mediaquiz.schedule.settings import EVERY_DAY, Settings

_DAY = timedelta(days=1)
_AGAIN = Rating.AGAIN
_RATINGS = tuple(Rating)
_UP_TO = {
    Rating.AGAIN: (Rating.AGAIN, Rating.HARD),
    Rating.HARD: (Rating.HARD,),
    Rating.GOOD: (Rating.HARD, Rating.GOOD),
    Rating.EASY: (Rating.HARD, Rating.GOOD, Rating.EASY),
}
"""The ratings on whose intervals that of a rating depends, itself included."""
_After = dict[Rating, tuple[Mind, timedelta | None]]
"""For each rating, the card after it and the wait of its step, if it is in one."""


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
    mind, last = remember(history, model(settings)), history[-1]
    day = max([answered.day for answered in history])
    return _memory(mind, day, last.at, last.due, last.ivl, len(history), count_lapses(history), settings)


Load = Mapping[date, int]
"""How many other cards are due on the days to come; days without any may be left out."""
_NO_LOAD: Load = {}


def schedule(
    memory: Memory, rating: Rating, at: datetime, day: date, item_id: str, settings: Settings, load: Load = _NO_LOAD
) -> Scheduled:
    """The card after it is rated. ``at`` is aware and in the learner's zone, ``day`` its study day."""
    return _forecast(memory, day, item_id, settings, load, _UP_TO[rating]).scheduled(rating, at)


def preview(
    memory: Memory, at: datetime, day: date, item_id: str, settings: Settings, load: Load = _NO_LOAD
) -> dict[Rating, Scheduled]:
    """What each rating would do, fuzz included: what a button shows is what ``schedule`` applies to the same load.

    Again <= Hard < Good < Easy among intervals of whole days, as far as the maximum interval leaves room.
    """
    return forecast(memory, day, item_id, settings, load).preview(at)


@dataclass(frozen=True, slots=True)
class Forecast:
    """What each rating would do on one study day, worked out before it is known when on that day it is given.

    ``before`` is the card as it stands; ``after`` and ``promises`` have an entry for each rating. A promise is what a
    record stores, due and interval; the due of a step is empty, for it depends on the time.
    """

    before: Memory
    day: date
    settings: Settings
    after: _After
    promises: Mapping[Rating, tuple[str, int]]

    def promised(self, rating: Rating, at: datetime) -> tuple[str, int]:
        """When the card comes again if it is rated at this time of the day, as a record stores it: due, interval."""
        due, ivl = self.promises[rating]
        return due or utc_text(at.astimezone(UTC) - timedelta(seconds=ivl)), ivl

    def scheduled(self, rating: Rating, at: datetime) -> Scheduled:
        """The card after it is rated at this time of the day: what ``schedule`` gives."""
        before, day, (due, ivl) = self.before, self.day, self.promised(rating, at)
        lapses = before.lapses + (before.ivl > 0 and rating is Rating.AGAIN)
        counted = max(day, before.last_day or day)
        mind, _ = self.after[rating]
        return Scheduled(_memory(mind, counted, at, due, ivl, before.reps + 1, lapses, self.settings), due, ivl)

    def preview(self, at: datetime) -> dict[Rating, Scheduled]:
        """What each rating would do at this time of the day: what ``preview`` gives."""
        return {rating: self.scheduled(rating, at) for rating in _RATINGS}


def forecast(memory: Memory, day: date, item_id: str, settings: Settings, load: Load = _NO_LOAD) -> Forecast:
    """What each rating would do on a study day, fuzz included."""
    return _forecast(memory, day, item_id, settings, load, _RATINGS)


def _forecast(
    memory: Memory, day: date, item_id: str, settings: Settings, load: Load, ratings: Sequence[Rating]
) -> Forecast:
    fsrs, mind = model(settings), _mind(memory)
    days = (day - memory.last_day).days if memory.last_day else 0
    after = {rating: answer(mind, rating, days, fsrs) for rating in ratings}
    intervals = _intervals(memory, after, item_id, settings, day_weight(day, settings, load))
    return Forecast(memory, day, settings, after, {rating: (_due(day, ivl), ivl) for rating, ivl in intervals.items()})


def _due(day: date, ivl: int) -> str:
    """When an interval from a study day is over, as a record stores it; empty for a step of less than a day."""
    return (day + timedelta(days=ivl)).isoformat() if ivl > 0 else ""


def redo_promise(history: Sequence[Answered], item_id: str, settings: Settings) -> Answered:
    """The last answer, with the due date and interval that follow from all the answers before it."""
    last = history[-1]
    found = schedule(replay(history[:-1], settings), last.rating, last.at, last.day, item_id, settings)
    return last._replace(due=found.due, ivl=found.ivl)


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
    return sum([1 for before, after in pairwise(history) if before.ivl > 0 and after.rating == _AGAIN])


def _curve(settings: Settings) -> tuple[float, float]:
    decay = -settings.parameters[20]
    return decay, 0.9 ** (1 / decay) - 1


def day_weight(day: date, settings: Settings, load: Load) -> Weight | None:
    """How much each interval from a study day on is wanted; None when all days are as good."""
    loads = load if settings.balance else _NO_LOAD
    if not loads and settings.easy_days == EVERY_DAY:
        return None

    def weight(days: int) -> float:
        due = day + timedelta(days=days)
        return settings.easy_days[due.weekday()] / (1 + loads.get(due, 0)) ** 2

    return weight


def _intervals(
    memory: Memory, after: _After, item_id: str, settings: Settings, weight: Weight | None
) -> dict[Rating, int]:
    """The interval of each rating in ``after``, as a record stores it."""
    chance = fraction(item_id, memory.reps) if settings.fuzz else None
    previous = memory.ivl if memory.stage is Stage.REVIEW else 0
    found: dict[Rating, int] = {}
    least = 1
    for rating in _UP_TO[Rating.EASY]:
        if rating in after:
            mind, wait = after[rating]
            found[rating] = _step(wait) or _days(mind, settings, chance, weight, previous, least)
            least = max(least, found[rating] + 1)
    if Rating.AGAIN in after:
        mind, wait = after[Rating.AGAIN]
        again = _step(wait) or _days(mind, settings)
        # A failed card without relearning steps comes back in days; never later than a hard one.
        found[Rating.AGAIN] = min(again, found[Rating.HARD]) if again > 0 else again
    return found


def _days(
    mind: Mind,
    settings: Settings,
    chance: float | None = None,
    weight: Weight | None = None,
    previous: int = 0,
    least: int = 1,
) -> int:
    days = interval(mind.stability, settings)
    least = max(least, least_interval(days, previous, settings.maximum_interval))
    return fuzzed(days, least, settings.maximum_interval, chance, weight)


def _step(wait: timedelta | None) -> int:
    """A step's interval as a record stores it, or 0 when the card is not in a step."""
    if wait is None:
        return 0
    return wait // _DAY if wait >= _DAY else -round(wait.total_seconds())


def _memory(
    mind: Mind, day: date, at: datetime, due: str, ivl: int, reps: int, lapses: int, settings: Settings
) -> Memory:
    when = read_due(due) if due else None
    step_at = when if isinstance(when, datetime) else None
    due_day = study_day(step_at.astimezone(at.tzinfo), settings.rollover_hour) if step_at else when
    return Memory(*mind, due_day, step_at, at, day, ivl, reps, lapses)


def _mind(memory: Memory) -> Mind | None:
    if memory.stability is None or memory.difficulty is None:
        return None
    return Mind(memory.stage, memory.stability, memory.difficulty, memory.step)
