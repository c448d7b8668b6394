"""Item ids: random, permanent, and dull enough that no tool reads them as anything but a name."""

import random
import re
from collections.abc import Container

LETTERS = "cdfghjkmnpqrtvwx"
"""No vowels, so that no word appears; none of b, l, o, s, y, z, which look like digits or each other."""
DIGITS = "2345679"

ID_LENGTH = 12
ID = re.compile(rf"[A-Za-z0-9]{{{ID_LENGTH}}}")
"""What a loader takes for an id."""


def new_id(rng: random.Random) -> str:
    """Twelve characters, the first a letter, so that it is never a number: 53 random bits."""
    return rng.choice(LETTERS) + "".join(rng.choice(LETTERS + DIGITS) for _ in range(ID_LENGTH - 1))


def unused_id(rng: random.Random, taken: Container[str]) -> str:
    """A new id that ``taken`` does not hold."""
    while (candidate := new_id(rng)) in taken:
        pass
    return candidate
