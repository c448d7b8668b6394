"""Learning for a date: fewer reviews on the way, and a final pass in the days before it.

What is asked for on the day of an exam is to know as much as possible then, not at every moment before. So until then
cards are let fade further than usual (a lower desired retention), and in the last days those are reviewed once more
that would otherwise be known too little at the date. In simulation this gives the recall of a desired retention of
0.95 for little more than half of its reviews.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from math import ceil

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.review import Memory
from mediaquiz.schedule.memory import retrievability
from mediaquiz.schedule.settings import Settings

RETENTION = 0.8
"""The desired retention until the date."""
FINAL_DAYS = 5
"""The days before the date over which the final pass is spread."""
ENOUGH = 0.9
"""A card that will be known with this chance at the date is left out of the final pass."""


@dataclass(frozen=True, slots=True)
class Exam:
    """A date to learn for; of the lessons with these paths, or of all."""

    day: date
    lessons: tuple[str, ...] = ()

    def covers(self, lesson: str) -> bool:
        """Whether the exam asks a lesson, by its path."""
        return not self.lessons or lesson in self.lessons

    def to_plain(self) -> dict[str, object]:
        """The exam as a ``settings`` record holds it."""
        return {"day": self.day.isoformat(), "lessons": list(self.lessons)}


def read_exam(value: object) -> Exam | None:
    """The exam that a ``settings`` record holds; None for what is none."""
    if not isinstance(value, Mapping):
        return None
    lessons = value.get("lessons", [])
    try:
        day = date.fromisoformat(str(value.get("day")))
    except ValueError:
        return None
    known = lessons if isinstance(lessons, list | tuple) else []
    return Exam(day, tuple(name for name in known if isinstance(name, str)))


def retention_until(exam: Exam | None, day: date, settings: Settings) -> float:
    """The desired retention on a study day of a card that the exam covers."""
    ahead = exam is not None and day < exam.day
    return min(RETENTION, settings.desired_retention) if ahead else settings.desired_retention


def final_pass(memories: Mapping[str, Memory], day: date, exam: Exam, settings: Settings) -> tuple[str, ...]:
    """The items to review on a study day although they are not due: a share of those that the date finds too weak.

    Those whose memory lasts longest come first: what they gain is still there at the date. New cards are none.
    """
    left = (exam.day - day).days
    if not 1 <= left <= FINAL_DAYS:
        return ()
    weak = [name for name, memory in memories.items() if _too_weak(memory, day, exam, settings)]
    weak.sort(key=lambda name: (-(memories[name].stability or 0), name))
    return tuple(weak[: ceil(len(weak) / left)])


def _too_weak(memory: Memory, day: date, exam: Exam, settings: Settings) -> bool:
    chance = retrievability(memory, exam.day, settings)
    return chance is not None and chance < ENOUGH and memory.last_day != day


def pace(new: int, day: date, exam: Exam) -> int:
    """How many new cards a day bring them all in before the final pass; all of them when that has begun."""
    days = (exam.day - timedelta(days=FINAL_DAYS) - day).days
    return ceil(new / days) if days > 0 else new


def expected_at(memories: Iterable[Memory], day: date, settings: Settings) -> float | None:
    """The mean chance of recall on a day if nothing more is reviewed; a new card counts as unknown. None for none."""
    chances = [retrievability(memory, day, settings) or 0.0 for memory in memories]
    return sum(chances) / len(chances) if chances else None
