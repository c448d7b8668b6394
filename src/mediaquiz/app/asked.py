"""What the user asks of an export, and the files that it names, read."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mediaquiz.app import blueprint as blueprints
from mediaquiz.app.assemble import Points, Request
from mediaquiz.app.select import Wanted
from mediaquiz.errors import NotFound
from mediaquiz.model.deck import Deck
from mediaquiz.model.problem import Problem, Span, warning
from mediaquiz.store.files import read_text

_WORD = re.compile(rb"[0-9A-Za-z_-]+")
_ALL = Wanted()
_ONE_EACH = Points()


@dataclass(frozen=True, slots=True)
class Asked:
    """What to export: which items, how many, as which forms.

    ``n`` 0 means all, ``seed`` None that of the blueprint or 1. ``used`` are files whose items must not be asked
    again. ``with_progress`` hands over what the learner has answered, to a format that can hold it. ``options`` are
    the format's own; ``key`` among them says where the answers go: ``inside``, ``apart`` (a file of its own) or
    ``none``; without it, apart when there are forms.
    """

    wanted: Wanted = _ALL
    n: int = 0
    seed: int | None = None
    forms: tuple[str, ...] = ()
    points: Points = _ONE_EACH
    blueprint: Path | None = None
    used: tuple[Path, ...] = ()
    template: Path | None = None
    theme: Path | None = None
    with_progress: bool = False
    options: Mapping[str, str] = field(default_factory=dict)


def read_request(
    asked: Asked, live: Sequence[Deck], measured: Mapping[str, float] | None = None
) -> tuple[Request | None, tuple[Problem, ...]]:
    """The request with the files that it names read; None when the blueprint cannot be used.

    ``measured`` tells which part of learners got an item right in tests, by its id.
    """
    plan, problems = _blueprint(asked.blueprint) if asked.blueprint else (None, ())
    if problems:
        return None, problems
    beside = asked.blueprint.parent if asked.blueprint else Path()
    files = (*asked.used, *(beside / name for name in (plan.used if plan else ())))
    used, unknown = _used(files, {item.id for deck in live for item in deck.items})
    seed = asked.seed if asked.seed is not None else plan.seed if plan else None
    return Request(
        n=asked.n,
        seed=1 if seed is None else seed,
        forms=asked.forms or (plan.forms if plan else ()),
        points=asked.points,
        blueprint=plan,
        used=used,
        measured=measured or {},
    ), unknown


def _blueprint(path: Path) -> tuple[blueprints.Blueprint, tuple[Problem, ...]]:
    if not path.is_file():
        raise NotFound(f"{path} is not there", hint="Check the name.")
    text, problems = read_text(path, code="MQ508")
    return (blueprints.Blueprint(), problems) if problems else blueprints.parse(text, str(path))


def _used(paths: Iterable[Path], known: set[str]) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """The ids of this course's items that stand in files, whatever their format, and the files that have none."""
    used: set[str] = set()
    problems: list[Problem] = []
    for path in paths:
        try:
            words = set(_WORD.findall(path.read_bytes()))
        except OSError as why:
            raise NotFound(f"{path} cannot be read: {why.strerror or why}", hint="Name an earlier export.") from why
        found = {name for name in known if name.encode() in words}
        if not found:
            hint = "Name a page, a key or a results file that was made from this course."
            problems.append(warning("MQ509", "the file names no item of this course", Span(str(path)), hint))
        used |= found
    return frozenset(used), tuple(problems)
