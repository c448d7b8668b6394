"""Use case: is everything well? Lessons, decks and the review log, read and compared; nothing is written."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mediaquiz.app.build import build
from mediaquiz.app.course import Course
from mediaquiz.app.lessons import lesson_paths
from mediaquiz.app.lint import lint
from mediaquiz.app.quiz import clock_problems
from mediaquiz.app.remarks import read_remarks
from mediaquiz.app.report import Report
from mediaquiz.app.usersettings import read_user_settings
from mediaquiz.model.deck import Deck
from mediaquiz.model.problem import Problem, Severity, Span, info, warning
from mediaquiz.schedule.fold import fold
from mediaquiz.store import deckstore
from mediaquiz.store.history import check_snapshot
from mediaquiz.store.log import read_all


@dataclass(frozen=True, slots=True)
class Health:
    """What was looked at, and what is wrong."""

    lessons: int
    decks: int
    items: int
    reviews: int
    problems: tuple[Problem, ...]


def check(course: Course, *, now: datetime) -> Health:
    """Look at all of the course. A deck that a build would change is told as information."""
    report = build(course, now=now, rng=random.Random(0), write=False)
    decks, problems = deckstore.load_decks(course.root, afresh=True)
    records, log_problems = read_all(course.reviews)
    base, setting_problems = read_user_settings()
    newest = max((record.at for record in records), default=None)
    found = {*report.problems, *problems, *log_problems, *check_snapshot(course.reviews), *clock_problems(newest, now)}
    found |= {*setting_problems, *fold(records, base).problems}
    found |= set(_orphans(decks, {r.item for r in records if r.item}))
    found |= set(lint(course, decks, read_remarks(course)))
    return Health(
        lessons=len(lesson_paths(course)),
        decks=len(decks),
        items=sum(len(deck.items) for deck in decks),
        reviews=len(records),
        problems=(*found, *_outdated(report)),
    )


def _orphans(decks: Iterable[Deck], reviewed: set[str]) -> Iterable[Problem]:
    unknown = reviewed - {item.id for deck in decks for item in deck.items}
    if unknown:
        hint = "Their history is kept; it counts again when an item with the id is back."
        yield warning("MQ407", f"{len(unknown)} reviewed items are in no deck", None, hint)


def _outdated(report: Report) -> Iterable[Problem]:
    if any(problem.severity is Severity.ERROR for problem in report.problems):
        return
    for built in report.built:
        if built.written:
            yield info("MQ310", "a build would change this deck", Span(built.deck), "Run `mediaquiz build`.")
