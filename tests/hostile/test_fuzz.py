"""A short, repeatable fuzz of every target; two minutes of it, other inputs each day, in the slow tests."""

from datetime import date

import pytest
from engine import HANGS_S, Judge, simple
from targets import TARGETS, seeds

RUNS = 4
SLOW_S = 120


@pytest.mark.parametrize("name", TARGETS)
def test_hostile_bytes_are_read_or_told(name: str) -> None:
    judge = Judge(name, TARGETS[name], slowest=HANGS_S)
    simple(judge, seeds(TARGETS[name]), runs=RUNS, seconds=60, seed=1)
    assert judge.problems == {}
    assert judge.runs > RUNS


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_hostile_bytes_for_two_minutes_in_all(name: str) -> None:
    judge = Judge(name, TARGETS[name], slowest=HANGS_S)
    simple(judge, seeds(TARGETS[name]), runs=10**9, seconds=SLOW_S / len(TARGETS), seed=date.today().toordinal())
    assert judge.problems == {}
