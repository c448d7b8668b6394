"""A killed build damages no deck and loses nothing. The long run: ``python tests/faults/build_kills.py 200``."""

import sys

import pytest
from build_kills import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")


@pytest.mark.parametrize("kills", [8, pytest.param(200, marks=pytest.mark.slow)])
def test_a_killed_build_loses_nothing(kills: int) -> None:
    tally = run(kills, seed=kills)
    assert tally.problems == []
    assert tally.during > 0
