"""A card's progress as Anki stores it: the columns of its row, and the lines of the review history.

https://github.com/ankidroid/Anki-Android/wiki/Database-Structure describes the columns. FSRS's state stands in
``cards.data``: stability, difficulty, desired retention, decay, and the time of the last review, without which Anki
shows a wrong retrievability.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mediaquiz.model.review import Answered, Memory, Progress, Stage

ROLLOVER_HOUR = 4
_FACTOR = 2500
"""The ease of a card in thousandths, which FSRS does not use; 0 would mean a card that is not yet in review."""
_LEARN, _REVIEW, _RELEARN, _MANUAL = 0, 1, 2, 4
_TYPES = {Stage.NEW: 0, Stage.LEARNING: 1, Stage.REVIEW: 2, Stage.RELEARNING: 3}
_SUSPENDED, _NEW, _STEPS, _DAYS, _DAY_STEPS = -1, 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Origin:
    """The day from which a collection counts: review cards are due so many days after it."""

    day: date

    @property
    def at(self) -> datetime:
        """Its beginning in the zone of this machine."""
        return datetime.combine(self.day, time(ROLLOVER_HOUR)).astimezone()

    @property
    def minutes_west(self) -> int:
        """The zone as Anki writes it: minutes from local time to UTC."""
        offset = self.at.utcoffset() or timedelta()
        return -round(offset.total_seconds() / 60)


def origin_of(progress: Iterable[Progress]) -> Origin | None:
    """A day before everything that the cards lived through; None without any."""
    days = [answer.day for one in progress for answer in one.answers]
    return Origin(min(days)) if days else None


def new_card_row(place: int) -> tuple[object, ...]:
    """What ``card_row`` gives for a card that was never answered."""
    return _TYPES[Stage.NEW], _NEW, place, 0, 0, 0, 0, 0, ""


def card_row(progress: Progress, place: int, origin: Origin) -> tuple[object, ...]:
    """The columns type, queue, due, ivl, factor, reps, lapses, left and data of a card.

    ``place`` is the card's among the new ones.
    """
    memory = progress.memory
    queue, due = _queue(memory, place, origin)
    new = memory.stage is Stage.NEW
    return (
        _TYPES[memory.stage],
        _SUSPENDED if progress.suspended else queue,
        due,
        0 if memory.stage in (Stage.NEW, Stage.LEARNING) else max(memory.ivl, 1),
        0 if new else _FACTOR,
        memory.reps,
        memory.lapses,
        progress.steps_left * 1001 if queue in (_STEPS, _DAY_STEPS) else 0,
        "" if new else json.dumps(_state(progress), separators=(",", ":")),
    )


def _queue(memory: Memory, place: int, origin: Origin) -> tuple[int, int]:
    """The queue that a card waits in, and its due time: a place, seconds since 1970, or days since the origin."""
    if memory.stage is Stage.NEW or memory.due_day is None:
        return _NEW, place
    if memory.due_at:
        return _STEPS, int(memory.due_at.timestamp())
    days = (memory.due_day - origin.day).days
    return (_DAYS if memory.stage is Stage.REVIEW else _DAY_STEPS), days


def _state(progress: Progress) -> dict[str, float | int]:
    memory = progress.memory
    assert memory.stability is not None
    assert memory.difficulty is not None
    assert memory.last_at is not None
    return {
        "s": round(memory.stability, 4),
        "d": round(memory.difficulty, 3),
        "dr": progress.retention,
        "decay": progress.decay,
        "lrt": int(memory.last_at.timestamp()),
    }


def log_rows(progress: Progress, taken: set[int]) -> Iterator[tuple[int, ...]]:
    """The lines of the history: id, ease, ivl, lastIvl, factor, time, type. Ids are ms and go into ``taken``.

    A reset is a manual line, as Anki writes for "forget"; what stands before it does not count any more.
    """
    resets = {place for place in progress.starts if place}
    before: list[Answered] = []
    for place, answer in enumerate(progress.answers):
        if place in resets:
            yield _forgotten(before[-1].at, taken)
            before = []
        spent = progress.spent[place] if place < len(progress.spent) else 0
        last = before[-1].ivl if before else 0
        factor = 0 if _kind(before) == _LEARN else _FACTOR
        yield _free(answer.at, taken), int(answer.rating), answer.ivl, last, factor, spent, _kind(before)
        before.append(answer)
    if before and len(progress.answers) in resets:
        yield _forgotten(before[-1].at, taken)


def _forgotten(after: datetime, taken: set[int]) -> tuple[int, ...]:
    return _free(after + timedelta(milliseconds=1), taken), 0, 0, 0, 0, 0, _MANUAL


def _kind(before: list[Answered]) -> int:
    """What kind of answer follows on these: one in learning, a review, or one in relearning."""
    if not any(answer.ivl > 0 for answer in before):
        return _LEARN
    return _REVIEW if before[-1].ivl > 0 else _RELEARN


def _free(at: datetime, taken: set[int]) -> int:
    """The moment in ms, or the next that no other line has: Anki drops lines with the same one."""
    ms = round(at.timestamp() * 1000)
    while ms in taken:
        ms += 1
    taken.add(ms)
    return ms
