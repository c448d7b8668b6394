"""Use case: what a learner tuned in another program, offered to this one. Nothing is taken over by itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mediaquiz.app.course import Course
from mediaquiz.app.usersettings import read_user_settings
from mediaquiz.model.arrival import Tuning
from mediaquiz.model.problem import Problem, warning
from mediaquiz.schedule.settings import plain_settings, read_settings
from mediaquiz.store.history import open_history


@dataclass(frozen=True, slots=True)
class Offer:
    """Settings that would make this course schedule as the other program does: ``values`` by their names here."""

    tuning: Tuning
    values: Mapping[str, object]


def offers(course: Course, tunings: Iterable[Tuning]) -> tuple[tuple[Offer, ...], tuple[Problem, ...]]:
    """What is other there than in the course; a value that cannot hold here is a problem (MQ603)."""
    tuned = tuple(tunings)
    if not tuned:
        return (), ()
    now = plain_settings(open_history(course.reviews, read_user_settings()[0]).state.settings)
    found: list[Offer] = []
    problems: list[Problem] = []
    for tuning in tuned:
        values = {}
        for name, value in _told(tuning):
            wrong = read_settings({name: value})[1]
            problems += [warning("MQ603", f"of the options {tuning.name!r} there: {one.message}") for one in wrong]
            if not wrong and value != now[name]:
                values[name] = value
        if values:
            found.append(Offer(tuning, values))
    return tuple(found), tuple(problems)


def _told(tuning: Tuning) -> Iterator[tuple[str, object]]:
    if tuning.retention is not None:
        yield "desired_retention", tuning.retention
    if tuning.parameters:
        yield "parameters", list(tuning.parameters)
