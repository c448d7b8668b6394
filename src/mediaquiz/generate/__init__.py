"""Generators: findings become candidate items. A new generator is a module with ``generate`` and a row in the table."""

from mediaquiz.generate import (
    analogies,
    commandpairs,
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
from mediaquiz.generate.field import placed
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract
from mediaquiz.model.stages import Generator

GENERATORS: tuple[tuple[str, Generator], ...] = (
    ("posed", posed.generate),
    ("solved", solved.generate),
    ("families", families.generate),
    ("definitions", definitions.generate),
    ("contrasts", contrasts.generate),
    ("feats", feats.generate),
    ("statements", statements.generate),
    ("commandpairs", commandpairs.generate),
    ("analogies", analogies.generate),
    ("standings", standings.generate),
    ("grids", grids.generate),
    ("gist", gist.generate),
    ("exercise", exercise.generate),
)
"""All generators, in the order of trust: of two candidates for one fact the earlier one stays."""


def generate(extract: Extract) -> tuple[Candidate, ...]:
    """Every candidate that the generators propose."""
    return tuple(placed(candidate, extract) for _, generator in GENERATORS for candidate in generator(extract))
