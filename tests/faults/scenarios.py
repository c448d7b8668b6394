"""Every scenario of ``python tests/faults``: what goes wrong, in its long and its short run."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import answering
import build_kills
import injection
import kills
import quiz_kills
from sandbox import Tally


class Scenario(NamedTuple):
    """What it shows, and its long and its short run."""

    about: str
    long: Callable[[], Tally]
    short: Callable[[], Tally]


SCENARIOS: dict[str, Scenario] = {
    "answers": Scenario(
        "four sittings answer in one course, SIGKILL",
        partial(answering.run, 100_000, 600),
        partial(answering.run, 2_000, 20),
    ),
    "terminal": Scenario(
        "the quiz on a terminal (tmux), SIGKILL", partial(quiz_kills.run, 100, 50), partial(quiz_kills.run, 10, 5)
    ),
    "moves": Scenario(
        "builds while lessons change, SIGKILL", partial(build_kills.run, 200), partial(build_kills.run, 8)
    ),
    "kills": Scenario("each command, SIGKILL", partial(kills.run, 40), partial(kills.run, 2)),
    "kills4": Scenario(
        "each command, four at once, SIGKILL", partial(kills.run, 40, together=4), partial(kills.run, 4, together=4)
    ),
    "calls": Scenario(
        "each write, sync, rename, open … of each command fails", injection.run, partial(injection.run, every=7)
    ),
}
