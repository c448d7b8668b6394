"""Use case: the lessons of a course as a learner sees them: where each stands, and one to be read."""

from pathlib import PurePosixPath

from mediaquiz import readers
from mediaquiz.app import lessonfile
from mediaquiz.app.quiz import Desk, title_of
from mediaquiz.errors import NotFound
from mediaquiz.measure.lessons import LessonStanding, lesson_standings
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.lesson import Lesson, Source
from mediaquiz.model.problem import Severity
from mediaquiz.text import clean


@dataclass(frozen=True, slots=True)
class Row:
    """One lesson: its place in the course from 1, what it says of itself, and how far it is."""

    number: int
    title: str
    track: str
    started: bool
    standing: LessonStanding | None
    minutes: int | None
    gist: str
    exercise: str


def rows(desk: Desk) -> tuple[Row, ...]:
    """Every lesson of the course, in its order. One that cannot be read is there with its title alone."""
    return tuple(_row(desk, number, deck) for number, deck in enumerate(desk.lessons, start=1))


def _row(desk: Desk, number: int, deck: Deck) -> Row:
    lesson = _lesson(desk, deck)
    standing = next(iter(lesson_standings([deck], desk.state.standing)), None)
    started = deck.lesson in desk.state.started or (standing is not None and standing.started)
    return Row(number, title_of(deck), deck.track, started, standing, lesson.minutes, lesson.gist, lesson.exercise)


def _lesson(desk: Desk, deck: Deck) -> Lesson:
    text, problems = lessonfile.read(desk.course.root / deck.lesson)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Lesson(deck.lesson)
    return readers.read(Source(lessonfile.text_name(PurePosixPath(deck.lesson).as_posix()), clean(text)))[0]


def lesson_of(desk: Desk, name: str) -> tuple[Deck, Lesson]:
    """A lesson by its place in the course, its title, its path, or a part of them.

    Raises NotFound when it is none or several, or when there is nothing to be read.
    """
    deck = desk.lesson(name)
    lesson = _lesson(desk, deck)
    if not lesson.blocks:
        raise NotFound(f"{deck.lesson or deck.path} cannot be read", hint="Run: mediaquiz check")
    return deck, lesson
