"""The pictures of a course: taken along by exports, put down by imports."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from mediaquiz.model.deck import Deck
from mediaquiz.model.pictures import LARGEST, is_inside, paths
from mediaquiz.model.problem import Problem, Span, warning
from mediaquiz.store.files import write_atomic


def load(root: Path, decks: Iterable[Deck]) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The pictures that the items of decks name, by path, and those that cannot go along, each told once."""
    found: dict[str, bytes] = {}
    problems: dict[str, Problem] = {}
    for deck in decks:
        for item in deck.items:
            for path in paths(item):
                if path in found or path in problems:
                    continue
                data, reason = _read(root, path)
                if reason:
                    message = f"the picture {path} of {item.id} cannot go along: {reason}"
                    hint = "Put it there, or correct the path; it is relative to the course folder."
                    problems[path] = warning("MQ504", message, Span(deck.path), hint)
                else:
                    found[path] = data
    return found, tuple(problems.values())


def _read(root: Path, path: str) -> tuple[bytes, str]:
    """The picture's bytes, or why there are none."""
    file = root / path
    try:
        if not file.resolve().is_relative_to(root.resolve()):
            return b"", "it is outside the course"
        if file.stat().st_size > LARGEST:
            return b"", f"it is larger than {LARGEST >> 20} MiB"
        return file.read_bytes(), ""
    except OSError as why:
        return b"", why.strerror or str(why)


def save(root: Path, media: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Put pictures into the course, durably. One that is there stays; if it is another one, that is a problem.

    Raises StorageError.
    """
    problems = []
    for path, data in media.items():
        there, missing = _read(root, path)
        if is_inside(path) and missing:
            write_atomic(root / path, data)
        elif there != data:
            message = f"another picture stands at {path}; it stayed"
            problems.append(warning("MQ708", message, Span(path), "Rename one of the two, and correct the items."))
    return tuple(problems)
