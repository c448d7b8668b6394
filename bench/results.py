"""Analysing results: what ten times as many answers cost."""

import random
import tempfile
from pathlib import Path

from bench.runner import Work
from mediaquiz.app.analyze import analyze

ITEMS = 40
_HEAD = "learner,course,form,seed,item,seen,type,given,points,of,judged_by\n"


def analysing() -> tuple[Work, Work]:
    """3,000 learners and 300, each with 40 answers: a ratio of 10 is linear, ``log10`` of it is the growth exponent."""
    folder = Path(tempfile.mkdtemp(prefix="mediaquiz-bench-"))
    many, few = (written(folder / f"{n}.csv", n) for n in (3000, 300))
    return lambda: analyze([many], []), lambda: analyze([few], [])


def written(path: Path, learners: int) -> Path:
    """A results file of so many learners, of different abilities."""
    rng = random.Random(learners)
    with path.open("w", encoding="utf-8") as file:
        file.write(_HEAD)
        for learner in range(learners):
            able = rng.random()
            for item in range(ITEMS):
                right = rng.random() < able
                given = "key" if right else f"wrong {rng.randrange(3)}"
                file.write(f"L{learner},course,,1,item{item:08},seen,choice,{given},{right:d},1,page\n")
    return path
