"""Every call that changes a file fails in turn: writes, syncs, renames, new files and folders, and what else there is.

For each work and each fault, the program runs as often as it makes such calls, and the next call in turn goes wrong.
After each run the course must be whole; then the same work, done again without faults, must come to its end.
"""

from collections.abc import Iterable, Sequence

from sandbox import Sandbox, Tally
from server import Ended
from warm import FAULTS, Kind, Warm
from works import WORKS

ENOUGH = ("build", "quiz", "export anki")
"""The works of a short run."""
_KILLS = (Kind.BEFORE, Kind.MIDDLE)


def run(names: Iterable[str] = tuple(WORKS), faults: Sequence[str] = tuple(FAULTS), every: int = 1) -> Tally:
    """Fail each call of each work in each way; with ``every`` only each so many-th, for a short run."""
    tally = Tally()
    with Warm() as warm:
        for name in names:
            sandbox = Sandbox(WORKS[name], warm, times=2)
            try:
                for fault in faults:
                    _fail(sandbox, name, fault, every, tally)
            finally:
                sandbox.close()
    return tally


def _fail(sandbox: Sandbox, name: str, fault: str, every: int, tally: Tally) -> None:
    kind, error = FAULTS[fault]
    call, ended = 1, False
    while not ended:
        sandbox.reset()
        (end,) = sandbox.run((call, kind, error))
        ended = len(end.calls) < call
        if not ended:
            tally.add(injections=1, told=int(end.code in (1, 4)), killed=int(end.code == -9))
            where = f"{name}, {fault} at call {call} ({end.calls[call - 1]})"
            unlinks = end.calls[call - 1].startswith("unlink")  # what cannot be deleted is left for the broom
            wrong = sandbox.faults(end, killed=kind in _KILLS or unlinks)
            tally.problems += [f"{where}: {what}" for what in wrong or _afterwards(sandbox)]
        call += every


def _afterwards(sandbox: Sandbox) -> list[str]:
    """What is wrong when the same work is done again, without faults."""
    again: Ended
    (again,) = sandbox.run()
    wrong = sandbox.faults(again, killed=True)
    if again.code != 0 and "exists already" not in again.shown:
        wrong.append(f"the next run ends with {again.code}: {again.shown[-300:]}")
    return [
        f"afterwards: {what}" for what in wrong if not what.startswith("said that all is well") or sandbox.work.once
    ]
