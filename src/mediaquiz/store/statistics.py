"""``decks/statistics.jsonl``: what items proved to be in tests, one sealed JSON line a class; see docs/files.md.

A line has sums only, from which no learner can be told: no names, no pseudonyms, no group of fewer than five, and of
answers only the options of the items themselves. Lines of one class replace each other, the latest counts; so the
file merges by keeping the lines of both sides.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from mediaquiz.measure.results.figures import Counts, Figures, added
from mediaquiz.measure.results.tally import ItemKey
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.problem import Problem, Span, warning
from mediaquiz.store.courselock import writing_decks
from mediaquiz.store.files import storage_error, write_atomic
from mediaquiz.store.sealed import seal, unseal

PATH = "decks/statistics.jsonl"
VERSION = 1
_WHOLE = ("n", "omitted", "groups")
_SUMS = ("right", "sxx", "syy", "sxy", "upper_n", "upper", "lower_n", "lower")


@dataclass(frozen=True, slots=True)
class Sitting:
    """What one class did: its name, when that was saved, a hash of the results, its learners, the items' figures."""

    name: str
    at: datetime
    digest: str
    learners: int
    items: Mapping[ItemKey, Figures]


def read_statistics(root: Path) -> tuple[tuple[Sitting, ...], tuple[Problem, ...]]:
    """The classes that were saved in the course, each once, by name; and the lines that cannot be used."""
    data, problems = _read(root)
    found: dict[str, Sitting] = {}
    for number, line in enumerate(data.splitlines(), start=1):
        sitting = _sitting(line)
        if sitting is None:
            hint = "Save the class again with `mediaquiz analyze`, or update mediaquiz."
            problems.append(warning("MQ714", "the line is damaged or newer", Span(PATH, number, number), hint))
            continue
        other = found.get(sitting.name)
        if other is None or (other.at, other.digest) < (sitting.at, sitting.digest):
            found[sitting.name] = sitting
    return tuple(found[name] for name in sorted(found)), tuple(problems)


def save_sitting(root: Path, sitting: Sitting) -> None:
    """Write a class; an older line of its name goes, all other lines stay as they are.

    Raises StorageError, and Busy while another process writes the course.
    """
    with writing_decks(root):
        try:
            lines = (root / PATH).read_bytes().splitlines()
        except FileNotFoundError:
            lines = []
        except OSError as why:
            raise storage_error("Cannot read", root / PATH, why) from why
        kept = [line for line in lines if (known := _sitting(line)) is None or known.name != sitting.name]
        write_atomic(root / PATH, b"".join(line + b"\n" for line in [*kept, seal(_fields(sitting))]))


def pooled(sittings: Iterable[Sitting]) -> dict[ItemKey, Figures]:
    """The figures of each item over all classes, by its id and the hash of its wording."""
    parts: dict[ItemKey, list[Figures]] = {}
    for sitting in sittings:
        for item, figures in sitting.items.items():
            parts.setdefault(item, []).append(figures)
    return {item: added(found) for item, found in parts.items()}


def _read(root: Path) -> tuple[bytes, list[Problem]]:
    try:
        return (root / PATH).read_bytes(), []
    except FileNotFoundError:
        return b"", []
    except OSError as why:
        reason = f"the statistics cannot be read: {why.strerror or why}"
        return b"", [warning("MQ714", reason, Span(PATH), "Check who may read the file.")]


def _fields(sitting: Sitting) -> dict[str, object]:
    return {
        "v": VERSION,
        "class": sitting.name,
        "at": sitting.at.isoformat(),
        "of": sitting.digest,
        "learners": sitting.learners,
        "items": [
            {
                "item": item,
                "seen": seen,
                **{name: getattr(figures, name) for name in (*_WHOLE, *_SUMS)},
                "answers": {answer: list(counts) for answer, counts in figures.answers.items()},
            }
            for (item, seen), figures in sorted(sitting.items.items())
        ],
    }


def _sitting(line: bytes) -> Sitting | None:
    """The class of a line; None for one that is damaged, or of another version."""
    told = unseal(line)
    try:
        if told is None or told["v"] != VERSION:
            return None
        items = {(str(one["item"]), str(one["seen"])): _figures(one) for one in told["items"]}
        at = datetime.fromisoformat(told["at"])
        return Sitting(str(told["class"]), at, str(told["of"]), int(told["learners"]), items) if at.tzinfo else None
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        return None


def _figures(told: Mapping[str, Any]) -> Figures:
    whole = {name: int(told[name]) for name in _WHOLE}
    sums = {name: float(told[name]) for name in _SUMS}
    answers = {str(answer): _counts(counts) for answer, counts in told["answers"].items()}
    return Figures(answers=answers, **whole, **sums)  # type: ignore[arg-type]


def _counts(told: Any) -> Counts:
    every, upper, lower = told
    return float(every), float(upper), float(lower)
