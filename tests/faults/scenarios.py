"""Every scenario of ``python tests/faults``: what goes wrong, in its long and its short run."""

import shutil
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import answering
import build_kills
import clocks
import injection
import kills
import quiz_kills
import surroundings
from sandbox import Tally
from warm import shim

_NO_TMUX = "" if shutil.which("tmux") else "tmux"
_NO_SHIM = "" if shim() else "Linux and a C compiler"
_NO_MOUNT = "" if surroundings.can_mount() else "root, to mount a disk"
_FEW = ("quiz", "build", "export anki", "restore")


class Scenario(NamedTuple):
    """What it shows, and its long and its short run."""

    about: str
    long: Callable[[], Tally]
    short: Callable[[], Tally]
    needs: str = ""
    """What it needs and does not find here; empty where it can run."""


SCENARIOS: dict[str, Scenario] = {
    "answers": Scenario(
        "four sittings answer in one course, SIGKILL",
        partial(answering.run, 100_000, 600),
        partial(answering.run, 2_000, 20),
    ),
    "terminal": Scenario(
        "the quiz in tmux, SIGKILL",
        partial(quiz_kills.run, 100, 50),
        partial(quiz_kills.run, 10, 5),
        _NO_TMUX,
    ),
    "moves": Scenario(
        "builds while lessons change, SIGKILL", partial(build_kills.run, 200), partial(build_kills.run, 8)
    ),
    "kills": Scenario("each command, SIGKILL", partial(kills.run, 40), partial(kills.run, 2)),
    "kills4": Scenario(
        "each command, four at once, SIGKILL", partial(kills.run, 40, together=4), partial(kills.run, 4, together=4)
    ),
    "calls": Scenario(
        "each write, sync, rename, open … fails in turn",
        injection.run,
        partial(injection.run, every=7),
        _NO_SHIM,
    ),
    "full disk": Scenario(
        "each command on a disk with little room",
        surroundings.full_disk,
        partial(surroundings.full_disk, _FEW),
        _NO_MOUNT,
    ),
    "file limit": Scenario(
        "each command where files may not grow", surroundings.file_limit, partial(surroundings.file_limit, _FEW)
    ),
    "read-only": Scenario(
        "each command on a disk that can only be read",
        surroundings.read_only,
        partial(surroundings.read_only, _FEW),
        _NO_MOUNT,
    ),
    "clocks": Scenario(
        "three machines with clocks that jump, merged by git in any order",
        partial(clocks.run, 100),
        partial(clocks.run, 5),
    ),
}
"""Every scenario by its name."""
