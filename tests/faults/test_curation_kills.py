"""Killed work leaves every deck whole. The long run: ``python tests/faults/curation_kills.py 100``."""

import pytest
from curation_kills import run


def test_killed_work_leaves_the_deck_old_or_new() -> None:
    tally = run(kills=3, seed=1, names=("approve",))
    assert (tally.kills, tally.problems) == (3, [])


@pytest.mark.slow
def test_a_hundred_kills_leave_every_deck_whole() -> None:
    tally = run(kills=100, seed=2)
    assert (tally.kills, tally.problems) == (100, [])
    assert tally.old and tally.new
