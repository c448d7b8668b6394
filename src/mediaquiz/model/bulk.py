"""Making very many values at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def bulk() -> Iterator[None]:
    """The garbage collector rests meanwhile.

    Records, events and cards refer to each other in one direction only, so it could find nothing; but it would look
    through all of them again and again while they grow, which takes longer than making them.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
