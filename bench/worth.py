"""Fits the weights of ``mediaquiz.generate.worth`` to verdicts on questions.

    python -m bench.worth VERDICTS LESSONS

VERDICTS has one line of JSON a question, ``{"lesson", "recipe", "asked", "answer", "kept"}``; ``lesson`` is a file
below the folder LESSONS. Prints the weights to paste, and how often, of a kept and a dropped question of one lesson,
the kept one ranks higher: with weights fitted without the tenth of the lessons that it is of.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from operator import mul
from pathlib import Path

from mediaquiz import readers
from mediaquiz.generate.worth import FEATURES, features
from mediaquiz.model.lesson import Lesson, Source
from mediaquiz.text import clean

_ROUNDS, _RATE, _DECAY, _PARTS = 1500, 1.0, 5e-3, 10


@dataclass(frozen=True, slots=True)
class Verdict:
    """A question's features, its lesson, and whether both readers kept it."""

    told: tuple[float, ...]
    lesson: str
    kept: bool


def verdicts(lines: Sequence[str], folder: Path) -> list[Verdict]:
    """The verdicts whose lessons are there."""
    lessons: dict[str, Lesson] = {}
    found = []
    for line in lines:
        one = json.loads(line)
        name = one["lesson"]
        if name not in lessons:
            lessons[name], _ = readers.read(Source(name, clean((folder / name).read_text(encoding="utf-8"))))
        told = features(one["asked"], one["answer"], one["recipe"], lessons[name])
        found.append(Verdict(told, name, one["kept"]))
    return found


def fit(found: Sequence[Verdict]) -> tuple[list[float], float]:
    """Logistic regression by gradient descent; deterministic."""
    weights, bias = [0.0] * len(FEATURES), 0.0
    for _ in range(_ROUNDS):
        slope, lift = [0.0] * len(FEATURES), 0.0
        for one in found:
            error = one.kept - 1 / (1 + exp(-(bias + sum(map(mul, weights, one.told)))))
            lift += error
            slope = [s + error * value for s, value in zip(slope, one.told, strict=True)]
        bias += _RATE * lift / len(found)
        weights = [w + _RATE * (s / len(found) - _DECAY * w) for w, s in zip(weights, slope, strict=True)]
    return weights, bias


def in_order(found: Sequence[Verdict]) -> float:
    """How often a kept question outranks a dropped one of its lesson, each judged by weights fitted without it."""
    names = sorted({one.lesson for one in found})
    by_lesson: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    for part in range(_PARTS):
        left_out = frozenset(names[part::_PARTS])
        weights, _ = fit([one for one in found if one.lesson not in left_out])
        for one in found:
            if one.lesson in left_out:
                by_lesson[one.lesson].append((one.kept, sum(map(mul, weights, one.told))))
    pairs = [
        high > low for told in by_lesson.values() for kept, high in told if kept for other, low in told if not other
    ]
    return sum(pairs) / max(1, len(pairs))


def main(argv: Sequence[str]) -> int:
    """Prints the weights and the share of pairs in order."""
    if len(argv) != 2:
        print(__doc__)
        return 2
    found = verdicts(Path(argv[0]).read_text(encoding="utf-8").splitlines(), Path(argv[1]))
    weights, bias = fit(found)
    print(f"WEIGHTS = {tuple(round(weight, 2) for weight in weights)}\nBIAS = {bias:.2f}")
    print(f"{len(found)} questions, {in_order(found):.2f} of the pairs in order")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
