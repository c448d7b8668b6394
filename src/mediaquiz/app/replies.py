"""Use case: a chat's reply to ``extract --prompt``, checked against the lessons that it quotes."""

import random
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from mediaquiz.app.course import Course, load_decks
from mediaquiz.app.lessonfile import shared_lines
from mediaquiz.app.lessons import deck_path, lesson_paths
from mediaquiz.app.proposals import Judged, beside, bring_home, judged, refusals, understood
from mediaquiz.app.quotes import Quotes
from mediaquiz.errors import NotFound
from mediaquiz.formats import reader
from mediaquiz.model.arrival import Incoming, Parcel
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Status
from mediaquiz.model.problem import Problem, info
from mediaquiz.model.views import prompt
from mediaquiz.text import one_line, squash


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the items of a reply, in numbers; ``decks`` are those that got any."""

    decks: tuple[str, ...] = ()
    added: int = 0
    changed: int = 0
    same: int = 0
    refused: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


def take_reply(
    course: Course,
    data: bytes,
    name: str,
    *,
    now: datetime,
    rng: random.Random,
    lesson: str = "",
    write: bool = True,
) -> Taken:
    """Bring a reply's items into the decks of the lessons that they quote, as drafts.

    ``lesson`` is a part of the path of the only lesson that is meant; without it each item goes to the lesson that has
    its quote. Items that a gate refuses stay out, and the result says why. With ``write=False`` nothing is written.
    Raises NotFound for an unknown lesson, and as ``shelf.rewrite``.
    """
    arrival, problems = reader("items")(Parcel(name, data))
    homes, strays = _homes(course, arrival.items, lesson)
    decks = {deck.path: deck for deck in load_decks(course)[0]}
    shared = shared_lines(lesson_paths(course))
    taken = Taken(refused=tuple(map(_stray, strays)), problems=problems)
    for path, items in homes.items():
        relative = path.relative_to(course.root).as_posix()
        found, _ = understood(path, relative, shared.get(path, frozenset()))
        result = judged(found, items, beside(decks.get(deck_path(relative))), Status.DRAFT)
        brought = bring_home(course, found, result.kept, now=now, rng=rng, write=write) if result.kept else None
        taken = Taken(
            (*taken.decks, *((brought.deck.path,) if brought else ())),
            taken.added + (brought.added if brought else 0),
            taken.changed + (brought.changed if brought else 0),
            taken.same + (brought.same if brought else 0),
            (*taken.refused, *_told(result)),
            (*taken.problems, *(brought.problems if brought else ())),
        )
    return taken


def _told(result: Judged) -> tuple[Problem, ...]:
    return refusals(result.refused)


def _stray(one: Incoming) -> Problem:
    return info("MQ201", f"{one_line(prompt(one.item.content))!r}: no lesson has the words that it quotes", one.span)


def _homes(
    course: Course, items: Sequence[Incoming], name: str
) -> tuple[dict[Path, list[Incoming]], tuple[Incoming, ...]]:
    """For each lesson the items that quote it. Where several have a quote, the one that most items quote is meant.

    With one lesson named or quoted, items whose words are nowhere are its own, so that the gates tell what is wrong.
    """
    lessons = _named(course, name)
    held = [[path for path, quotes in lessons.items() if quotes.hold(one.item)] for one in items]
    votes = Counter(path for paths in held for path in paths)
    best = next(iter(lessons)) if name else max(votes, key=lambda path: votes[path], default=None)
    homes: dict[Path, list[Incoming]] = {}
    strays = []
    for one, paths in zip(items, held, strict=True):
        home = max(paths, key=lambda path: votes[path]) if paths else best
        if home is None:
            strays.append(one)
        else:
            homes.setdefault(home, []).append(one)
    return homes, tuple(strays)


def _named(course: Course, name: str) -> dict[Path, Quotes]:
    paths = lesson_paths(course)
    found = [path for path in paths if squash(name) in squash(path.relative_to(course.root).as_posix())]
    if name and len(found) != 1:
        what = "may be several lessons" if found else "is no lesson of this course"
        shown = ", ".join(path.relative_to(course.root).as_posix() for path in (found or paths)[:8])
        raise NotFound(f"{name!r} {what}", hint=f"Name one of: {shown}" if shown else "Put lessons into lessons/.")
    return {path: Quotes(path) for path in found}
