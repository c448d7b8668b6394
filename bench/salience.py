"""Trains the weights of ``mediaquiz.extract.salience`` on lessons whose key points a human wrote.

    python -m bench.salience FOLDER…

FOLDER holds one folder a lesson: ``lesson.md`` without its key points (or ``lesson_nokp.md``), and ``gold.json`` with
``keypoints``. A sentence counts as a key point by the share of a key point's words that it holds. Prints the weights to
paste, and how well the ranking finds key points against the lead of each section, centrality alone, and no ranking.
"""

import json
import sys
from collections.abc import Iterator
from math import exp
from pathlib import Path

from bench.pipes import stop_with_the_reader
from mediaquiz import readers
from mediaquiz.extract import salience
from mediaquiz.extract.sentences import sentences
from mediaquiz.extract.terms import terms
from mediaquiz.model.lesson import Role, Source
from mediaquiz.text import clean

_COVERED = 0.45
_ROUNDS, _RATE, _DECAY = 400, 0.5, 1e-4
_KEPT = 15
Example = tuple[dict[str, float], float, tuple[int, ...]]


def examples(folder: Path) -> Iterator[list[Example]]:
    """For each lesson: features, label and the key points covered, of each of its sentences."""
    for gold in sorted(folder.glob("*/gold.json")):
        points = [frozenset(salience.words(point)) for point in json.loads(gold.read_text())["keypoints"]]
        file = next(f for f in (gold.parent / "lesson_nokp.md", gold.parent / "lesson.md") if f.exists())
        lesson, _ = readers.read(Source(file.name, clean(file.read_text())))
        if not points or lesson.language != "en":
            continue
        marked = [term for block in lesson.blocks for term in block.emphasis]
        about = salience.field(lesson, [*marked, *terms(lesson)[:30]])
        found: list[Example] = []
        for block in lesson.blocks:
            if block.role is Role.PROSE:
                for at, part in enumerate(sentences(block.text)):
                    told = frozenset(salience.words(part))
                    shares = [len(point & told) / len(point) if point else 0 for point in points]
                    hits = tuple(n for n, share in enumerate(shares) if share >= _COVERED)
                    found.append((salience.features(part, at, block, about), max(shares), hits))
        if found:
            yield found


def train(lessons: list[list[Example]]) -> tuple[dict[str, float], float]:
    """Logistic regression on "does it cover a key point", by gradient descent; deterministic."""
    data = [(told, float(share >= _COVERED)) for lesson in lessons for told, share, _ in lesson]
    weights, bias = dict.fromkeys(salience.FEATURES, 0.0), 0.0
    for _ in range(_ROUNDS):
        slope, lift = dict.fromkeys(weights, 0.0), 0.0
        for told, label in data:
            error = label - 1 / (1 + exp(-(bias + sum(weights[n] * v for n, v in told.items()))))
            lift += error
            for name, value in told.items():
                slope[name] += error * value
        for name in weights:
            weights[name] += _RATE * 4 * (slope[name] / len(data) - _DECAY * weights[name])
        bias += _RATE * 4 * lift / len(data)
    return weights, bias


def found_by(lessons: list[list[Example]], weights: dict[str, float]) -> float:
    """The share of key points that the first fifteen sentences of a ranking cover, over all lessons."""
    shares = []
    for lesson in lessons:
        ranked = sorted(lesson, key=lambda e: -sum(weights.get(n, 0) * v for n, v in e[0].items()))[:_KEPT]
        everything = {hit for _, _, hits in lesson for hit in hits}
        if everything:
            shares.append(len({hit for _, _, hits in ranked for hit in hits}) / len(everything))
    return sum(shares) / max(1, len(shares))


def main(folders: list[str]) -> None:
    """Trains on four fifths of the lessons and prints how the rest is ranked, then the weights of all."""
    lessons = [lesson for folder in folders for lesson in examples(Path(folder))]
    test = lessons[::5]
    weights, _ = train([lesson for n, lesson in enumerate(lessons) if n % 5])
    print(f"{len(lessons)} lessons; key points found by the first {_KEPT} sentences of unseen lessons")
    for name, ranking in (
        ("learned", weights), ("lead of paragraph", {"first": 1.0}), ("centrality", {"central": 1.0}), ("none", {}),
    ):  # fmt: skip
        print(f"  {name:18} {found_by(test, ranking):.2f}")
    weights, bias = train(lessons)
    print({name: round(weight, 2) for name, weight in weights.items()}, round(bias, 2))


if __name__ == "__main__":
    stop_with_the_reader()
    main(sys.argv[1:])
