"""Disks that are full, files that may not grow, folders that may not be written: every work under each of them.

What cannot be saved is told, with exit code 4, and nothing is half written; once there is room again, the same work,
done again, comes to its end.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sandbox import Sandbox, Tally
from server import Ended
from warm import Warm
from works import WORKS, Work

DISK = 512 * 1024
ROOM = (0, 4, 8, 16, 32, 64, 128)
"""KiB that are free on the disk."""
LIMITS = (0, 100, 500, 1000, 2000, 4000, 8000, 16000)
"""Bytes beyond which no file may grow."""


def full_disk(names: Iterable[str] = tuple(WORKS)) -> Tally:
    """Every work on a small disk of its own with little room, or none. Needs root, to mount it."""
    tally = Tally()
    for sandbox in _sandboxes(names):
        with _small_disk(sandbox.root):
            for room in ROOM:
                sandbox.reset()
                ballast = sandbox.root / "ballast"
                free = shutil.disk_usage(sandbox.root).free
                ballast.write_bytes(b"\0" * max(0, free - room * 1024))
                (end,) = sandbox.run()
                _look(sandbox, end, f"{room} KiB free", tally, ballast.unlink)
    return tally


def file_limit(names: Iterable[str] = tuple(WORKS)) -> Tally:
    """Every work where files may not grow, as under ``ulimit -f``."""
    tally = Tally()
    for sandbox in _sandboxes(names):
        for limit in LIMITS:
            sandbox.reset()
            _look(sandbox, sandbox.run_under(file_limit=limit), f"files up to {limit} bytes", tally)
    return tally


def read_only(names: Iterable[str] = tuple(WORKS)) -> Tally:
    """Every work on a disk that can only be read. Needs root, to mount it."""
    tally = Tally()
    for sandbox in _sandboxes(names):
        with _small_disk(sandbox.root):
            sandbox.reset()
            _mount("remount,ro", sandbox.root)
            (end,) = sandbox.run()
            if sandbox.files() != sandbox.states[0] or sandbox.record_ids() != sandbox.records[0]:
                tally.problems.append(f"{sandbox.work.arguments}: something was written")
            _look(sandbox, end, "read-only", tally, partial(_mount, "remount,rw", sandbox.root))
    return tally


def _look(sandbox: Sandbox, end: Ended, where: str, tally: Tally, relieve: Callable[[], None] = lambda: None) -> None:
    tally.add(runs=1, told=int(end.code == 4))
    wrong = sandbox.faults(end, killed=False)
    relieve()
    if not wrong:
        (again,) = sandbox.run()
        wrong = [f"afterwards: {what}" for what in sandbox.faults(again, killed=False) if "all is well" not in what]
        if again.code != 0 and "exists already" not in again.shown:
            wrong.append(f"the next run ends with {again.code}: {again.shown[-300:]}")
    tally.problems += [f"{' '.join(sandbox.work.arguments)}, {where}: {what}" for what in wrong]


def _sandboxes(names: Iterable[str]) -> Iterator[Sandbox]:
    with Warm() as warm:
        for name in names:
            work: Work = WORKS[name]
            sandbox = Sandbox(work, warm, times=2)
            try:
                yield sandbox
            finally:
                sandbox.close()


@contextmanager
def _small_disk(folder: Path) -> Iterator[None]:
    """A disk of ``DISK`` bytes in place of the folder."""
    _mount(f"size={DISK}", folder)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _mount(options: str, folder: Path) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "mediaquiz", str(folder)], check=True, capture_output=True)


def can_mount() -> bool:
    """Whether this process may mount a disk."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("mount") is not None and _mounts()


def _mounts() -> bool:
    with tempfile.TemporaryDirectory() as trial:
        try:
            with _small_disk(Path(trial)):
                return True
        except (OSError, subprocess.CalledProcessError):
            return False
