"""Classes that never were: learners and items with known abilities, answering by the three-parameter model."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from mediaquiz.measure.results.tally import ItemKey, Mark, Tally

Matrix = NDArray[np.float64]


def answered(rng: np.random.Generator, learners: int, items: int, guess: float = 0.2) -> Matrix:
    """Ones and zeros, a row a learner. The last item is dead: everybody guesses."""
    ability = rng.normal(0, 1, (learners, 1))
    slope = rng.uniform(0.9, 2.0, items)
    difficulty = rng.normal(0, 0.8, items)
    chance = guess + (1 - guess) / (1 + np.exp(-slope * (ability - difficulty)))
    chance[:, -1] = 0.5
    return (rng.random((learners, items)) < chance).astype(float)


def key(number: int) -> ItemKey:
    return f"item{number:04}", "wording"


def sheets(matrix: Matrix) -> Iterator[dict[ItemKey, Mark]]:
    """A learner's marks for each row."""
    keys = [key(number) for number in range(matrix.shape[1])]
    for row in matrix.tolist():
        yield {item: Mark(share, ("right" if share == 1 else "wrong",)) for item, share in zip(keys, row, strict=True)}


def tallied(matrix: Matrix) -> Tally:
    tally = Tally()
    for marks in sheets(matrix):
        tally.add(marks)
    return tally
