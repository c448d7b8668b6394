"""Rules: what a lesson holds, seen from its structure. A new rule is a module with ``find`` and a row in ``RULES``."""

from itertools import islice

from mediaquiz.extract import (
    acronyms,
    analogies,
    contrasts,
    definitions,
    exercise,
    families,
    feats,
    gist,
    grids,
    posed,
    solved,
    standings,
    statements,
)
from mediaquiz.extract.inventory import inventory
from mediaquiz.extract.salience import field, weigh
from mediaquiz.extract.spoken import is_read
from mediaquiz.extract.terms import terms
from mediaquiz.extract.topic import topic
from mediaquiz.model.concept import Extract
from mediaquiz.model.lesson import Lesson
from mediaquiz.model.stages import Rule

RULES: tuple[tuple[str, Rule], ...] = (
    ("posed", posed.find),
    ("solved", solved.find),
    ("families", families.find),
    ("definitions", definitions.find),
    ("contrasts", contrasts.find),
    ("analogies", analogies.find),
    ("standings", standings.find),
    ("feats", feats.find),
    ("statements", statements.find),
    ("grids", grids.find),
    ("gist", gist.find),
    ("exercise", exercise.find),
    ("acronyms", acronyms.find),
)
"""All rules, in the order of trust."""
_WITHOUT_GRAMMAR = frozenset({"solved", "exercise"})
"""Rules that take the author's own words, in whatever language."""
_TELLING = 30
"""How many of the best phrases say what a lesson is about."""
MOST = 300
"""How many findings of one rule count. A lesson holds a few dozen; what holds more is a book, or made to be slow."""


def extract(lesson: Lesson) -> Extract:
    """Everything that the rules find in a lesson, and the concept inventory folded from it."""
    phrases = terms(lesson) if lesson.language != "ko" else ()
    marked = [term for block in lesson.blocks for term in block.emphasis]
    about = field(lesson, [*marked, *phrases[:_TELLING]])
    known = is_read(lesson)
    rules = [rule for name, rule in RULES if known or name in _WITHOUT_GRAMMAR]
    findings = tuple(finding for rule in rules for finding in islice(weigh(rule(lesson), about), MOST))
    return Extract(lesson, findings, inventory(lesson, findings, phrases), topic(lesson))
