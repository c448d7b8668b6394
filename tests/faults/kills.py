"""SIGKILL at random moments, of one process and of four at once, over every kind of work.

Each work first runs to its end, to see what becomes of the files and how long it takes. Then it is killed again and
again; after each kill every file must be old or new, whole, and the next run must come to its end.
"""

import random
from collections.abc import Iterable

from sandbox import Sandbox, Tally
from warm import Warm
from works import WORKS

TOGETHER = 4


def run(kills: int, names: Iterable[str] = tuple(WORKS), together: int = 1, seed: int = 0) -> Tally:
    """Kill each work so many times; with ``together`` processes at once, each of them is killed at its own moment."""
    tally, rng = Tally(), random.Random(seed)
    with Warm() as warm:
        for name in names:
            sandbox = Sandbox(WORKS[name], warm, times=together + 1)
            try:
                while tally.counts.get(name, 0) < kills:
                    _kill(sandbox, name, together, rng, tally)
            finally:
                sandbox.close()
    per_work = {name: tally.counts.pop(name, 0) for name in WORKS}
    tally.add(kills=sum(per_work.values()), works=sum(map(bool, per_work.values())))
    return tally


def _kill(sandbox: Sandbox, name: str, together: int, rng: random.Random, tally: Tally) -> None:
    sandbox.reset()
    moments = [rng.uniform(0, 1.05) * sandbox.took for _ in range(together)]
    ends = sandbox.run(*moments)
    dead = sum(end.code == -9 for end in ends)
    tally.add(**{name: together, "at_work": dead})
    wrong = sandbox.faults(*ends, killed=True)
    if not wrong:
        (again,) = sandbox.run()
        wrong = [f"afterwards: {what}" for what in sandbox.faults(again, killed=True) if "all is well" not in what]
        if again.code != 0 and "exists already" not in again.shown:
            wrong.append(f"the next run ends with {again.code}: {again.shown[-300:]}")
    tally.problems += [f"{name}: {what}" for what in wrong]
