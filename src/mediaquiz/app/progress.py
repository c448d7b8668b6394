"""Use case: where a learner stands: streak, experience, lessons, and what the days ahead bring.

The whole of it is remembered until a file of the course is touched or another study day begins.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mediaquiz.app.course import COURSE_FILE, Course
from mediaquiz.measure.forecast import Forecast, forecast
from mediaquiz.measure.lessons import LessonStanding, lesson_standings
from mediaquiz.measure.progress import Achievement, Progress, progress, study_days
from mediaquiz.measure.streak import Streak, streak
from mediaquiz.model.frozen import dataclass
from mediaquiz.schedule.day import study_day
from mediaquiz.store.config import config_file
from mediaquiz.store.deckstore import DECK_FOLDER
from mediaquiz.store.remembered import recall, remember, stamp

if TYPE_CHECKING:
    from mediaquiz.app.quiz import Clock, Desk

CACHE_FILE = Path(".mediaquiz") / "progress.json"
_FORMAT = 1
"""Changes with what is remembered."""


@dataclass(frozen=True, slots=True)
class Overview:
    """All that ``progress`` shows. ``points`` when experience is not switched off; ``wrong`` counts the problems."""

    progress: Progress
    lessons: tuple[LessonStanding, ...]
    load: Forecast
    points: bool
    wrong: int = 0


def overview_of(course: Course, clock: "Clock") -> Overview:
    """Where the learner of a course stands."""
    places = (course.root / COURSE_FILE, course.root / DECK_FOLDER, course.reviews, config_file())
    known_by, now = stamp(places), clock()
    found = recall(course.root / CACHE_FILE, known_by)
    if found and found.get("format") == _FORMAT and _when(now, found["rollover"]) == found["when"]:
        return _from_plain(found["overview"])
    from mediaquiz.app.quiz import open_desk
    from mediaquiz.measure.plain import plain

    desk = open_desk(course, clock)
    made = overview_at(desk)
    rollover = desk.state.settings.rollover_hour
    told = {"format": _FORMAT, "rollover": rollover, "when": _when(now, rollover), "overview": plain(made)}
    remember(course.root / CACHE_FILE, known_by, told)
    return made


def overview_at(desk: "Desk") -> Overview:
    """The same, with the answers of this sitting."""
    from mediaquiz.app.configure import points_on
    from mediaquiz.model.problem import Severity

    wrong = sum(problem.severity is not Severity.INFO for problem in desk.problems)
    return Overview(progress_of(desk), lessons_of(desk), load_of(desk), points_on(desk), wrong)


def _when(now: datetime, rollover: int) -> list[str]:
    """What the overview depends on beside the files: the study day, and where the learner is."""
    return [study_day(now, rollover).isoformat(), str(now.utcoffset())]


def _from_plain(told: Mapping[str, Any]) -> Overview:
    earned, load = told["progress"], told["load"]
    flame, badges = earned["streak"], earned["achievements"]
    days = tuple(map(date.fromisoformat, flame["frozen"]))
    achievements = tuple(
        Achievement(**{**one, "earned": date.fromisoformat(one["earned"]) if one["earned"] else None}) for one in badges
    )
    return Overview(
        Progress(**{**earned, "streak": Streak(**{**flame, "frozen": days}), "achievements": achievements}),
        tuple(LessonStanding(**one) for one in told["lessons"]),
        Forecast(load["overdue"], tuple(load["days"])),
        told["points"],
        told["wrong"],
    )


def progress_of(desk: "Desk") -> Progress:
    """Experience, level, streak and achievements, with the answers of this sitting."""
    return progress(desk.totals(), desk.now().day)


def streak_of(desk: "Desk") -> Streak:
    """The streak, with the answers of this sitting."""
    return streak(study_days(desk.totals()), desk.now().day)


def lessons_of(desk: "Desk") -> tuple[LessonStanding, ...]:
    """How far each lesson is, in course order."""
    return lesson_standings(desk.decks, desk.state.standing)


def load_of(desk: "Desk", days: int = 7) -> Forecast:
    """How many cards of the decks come due today and in the days after it."""
    return forecast(due_days(desk), desk.now().day, days)


def due_days(desk: "Desk") -> Iterator[date]:
    """The study day on which each learnt card is due that may be asked at all."""
    now, hour = desk.now().at, desk.state.settings.rollover_hour
    for deck in desk.decks:
        for item in deck.items:
            if item.id and item.live:
                known = desk.state.standing(item.id)
                if known.due is not None and not known.suspended:
                    due = known.due
                    yield study_day(due.astimezone(now.tzinfo), hour) if isinstance(due, datetime) else due
