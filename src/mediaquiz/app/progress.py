"""Use case: where a learner stands: streak, experience, lessons, and what the days ahead bring."""

from collections.abc import Iterator
from datetime import date, datetime

from mediaquiz.app.quiz import Desk
from mediaquiz.measure.forecast import Forecast, forecast
from mediaquiz.measure.lessons import LessonStanding, lesson_standings
from mediaquiz.measure.progress import Progress, progress, study_days
from mediaquiz.measure.streak import Streak, streak
from mediaquiz.schedule.day import study_day


def progress_of(desk: Desk) -> Progress:
    """Experience, level, streak and achievements, with the answers of this sitting."""
    return progress(desk.totals(), desk.now().day)


def streak_of(desk: Desk) -> Streak:
    """The streak, with the answers of this sitting."""
    return streak(study_days(desk.totals()), desk.now().day)


def lessons_of(desk: Desk) -> tuple[LessonStanding, ...]:
    """How far each lesson is, in course order."""
    return lesson_standings(desk.decks, desk.state.standing)


def load_of(desk: Desk, days: int = 7) -> Forecast:
    """How many cards of the decks come due today and in the days after it."""
    return forecast(due_days(desk), desk.now().day, days)


def due_days(desk: Desk) -> Iterator[date]:
    """The study day on which each learnt card is due that may be asked at all."""
    now, hour = desk.now().at, desk.state.settings.rollover_hour
    for deck in desk.decks:
        for item in deck.items:
            if item.id and item.live:
                known = desk.state.standing(item.id)
                if known.due is not None and not known.suspended:
                    due = known.due
                    yield study_day(due.astimezone(now.tzinfo), hour) if isinstance(due, datetime) else due
