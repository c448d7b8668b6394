"""A killed quiz loses no answer that was shown as saved. The long run: ``python tests/faults/quiz_kills.py 100 50``."""

import shutil

import pytest
from quiz_kills import run


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux")
def test_a_killed_quiz_loses_no_answer() -> None:
    tally = run(kills=20, answers=10, seed=1)
    assert (tally.lost, tally.problems) == (0, [])
    assert tally.seen > 0
