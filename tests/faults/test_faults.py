"""A short selection of the scenarios of ``python tests/faults``; all of them, longer, in the slow tests."""

import sys
from pathlib import Path

import answering
import clocks
import injection
import kills
import pytest
import surroundings
from scenarios import SCENARIOS
from warm import shim

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and file modes are POSIX")
needs_shim = pytest.mark.skipif(not shim(), reason="needs Linux and a C compiler")


def test_killed_sittings_lose_and_double_no_answer() -> None:
    tally = answering.run(answers=300, kills=6, seed=1)
    assert tally.problems == []
    assert tally.counts["acknowledged"] >= 300 and tally.counts["kills"] >= 6


@pytest.mark.parametrize("together", [1, 4])
def test_killed_work_leaves_every_file_old_or_new(together: int) -> None:
    tally = kills.run(together, ("add", "restore"), together, seed=2)
    assert tally.problems == []
    assert tally.counts["works"] == 2


@needs_shim
@pytest.mark.parametrize(("name", "every"), [("build", 19), ("undo", 9)])
def test_whatever_call_fails_the_course_stays_whole(name: str, every: int) -> None:
    tally = injection.run([name], every=every)
    assert tally.problems == []
    assert min(tally.counts["injections"], tally.counts["told"], tally.counts["killed"]) > 0


def test_any_clock_and_any_order_of_merges_give_one_state() -> None:
    tally = clocks.run(rounds=1, seed=3)
    assert tally.problems == []
    assert tally.counts["merges"] == 12


def test_files_that_may_not_grow_are_told() -> None:
    tally = surroundings.file_limit(["undo"])
    assert tally.problems == []
    assert tally.counts["told"] > 0


def test_the_page_names_every_scenario() -> None:
    page = (Path(__file__).parents[2] / "docs" / "faults.md").read_text(encoding="utf-8")
    assert [name for name in SCENARIOS if f"| `{name}`: " not in page] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", SCENARIOS)
def test_scenarios(name: str) -> None:
    if SCENARIOS[name].needs:
        pytest.skip(f"needs {SCENARIOS[name].needs}")
    tally = SCENARIOS[name].short()
    assert tally.problems == []
    assert all(tally.counts[kind] for kind in tally.counts if kind in ("kills", "injections"))
