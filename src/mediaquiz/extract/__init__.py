"""Rules: what a lesson holds, seen from its structure. A new rule is a module with ``find`` and a row in ``RULES``."""

from itertools import islice

from mediaquiz.extract import (
    analogies,
    contrasts,
    definitions,
    exercise,
    families,
    gist,
    standings,
    statements,
)
from mediaquiz.extract.inventory import inventory
from mediaquiz.extract.topic import topic
from mediaquiz.model.concept import Extract
from mediaquiz.model.lesson import Lesson
from mediaquiz.model.stages import Rule

RULES: tuple[tuple[str, Rule], ...] = (
    ("families", families.find),
    ("definitions", definitions.find),
    ("contrasts", contrasts.find),
    ("analogies", analogies.find),
    ("standings", standings.find),
    ("statements", statements.find),
    ("gist", gist.find),
    ("exercise", exercise.find),
)
"""All rules, in the order of trust."""
MOST = 300
"""How many findings of one rule count. A lesson holds a few dozen; what holds more is a book, or made to be slow."""


def extract(lesson: Lesson) -> Extract:
    """Everything that the rules find in a lesson, and the concept inventory folded from it."""
    findings = tuple(finding for _, rule in RULES for finding in islice(rule(lesson), MOST))
    return Extract(lesson, findings, inventory(lesson, findings), topic(lesson))
