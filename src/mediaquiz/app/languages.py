"""One lesson in several languages: which of them a learner is asked.

``01-light.ko.md`` is the lesson ``01-light.md`` in Korean. Each has a deck of its own, and all are built; what is asked
and exported is one of them, so that nobody meets the same idea twice.
"""

import re
from collections.abc import Iterable

from mediaquiz.app.course import Course, load_decks
from mediaquiz.model.deck import Deck
from mediaquiz.model.problem import Problem

_TAGGED = re.compile(r"\.(?P<language>[a-z]{2,3})(?P<suffix>\.[a-z0-9]+)$")
"""The language in a deck's name: ``decks/01-light.ko.yaml``."""


def course_decks(course: Course) -> tuple[tuple[Deck, ...], tuple[Problem, ...]]:
    """The decks that a learner meets, each lesson in the course's language, with all that is wrong with any deck."""
    decks, problems = load_decks(course)
    return one_language(decks, course.language), problems


def one_language(decks: Iterable[Deck], language: str) -> tuple[Deck, ...]:
    """The decks, in order, with each lesson in one language: in ``language``, else as its file without a language.

    A lesson of which neither exists stays in the first language that it has. Decks of a lesson are known by their
    names, so a deck that has no other language is never left out.
    """
    rows = tuple(decks)
    chosen: dict[str, Deck] = {}
    for deck in rows:
        lesson = _untagged(deck.path)
        standing = chosen.get(lesson)
        if standing is None or _fit(deck, language) > _fit(standing, language):
            chosen[lesson] = deck
    return tuple(deck for deck in rows if chosen[_untagged(deck.path)] is deck)


def _untagged(path: str) -> str:
    return _TAGGED.sub(r"\g<suffix>", path)


def _fit(deck: Deck, language: str) -> int:
    """How well a deck suits: named for the language, written in it, the lesson's main file, none of these."""
    tagged = _TAGGED.search(deck.path)
    if tagged:
        return 3 if tagged["language"] == language else 0
    return 2 if deck.lang == language else 1
