"""One process at a time: a lock that the system takes back when its holder dies."""

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from mediaquiz.errors import Busy

WAIT_S = 5.0
"""Seconds that a process waits for another one."""
_PAUSE_S = 0.01


def locked(path: Path, wait: float = WAIT_S) -> "_Locked":
    """Hold the lock that the file ``path`` stands for; the file is made, stays empty, and may be deleted later.

    Raises Busy when another process holds it for longer than ``wait`` seconds, OSError when the file cannot be made.
    """
    return _Locked(path, wait)


class _Locked:
    """A lock for the length of a ``with``."""

    def __init__(self, path: Path, wait: float) -> None:
        self._path, self._wait = path, wait

    def __enter__(self) -> None:
        self._lock = Lock(self._path)
        self._lock.take(self._wait)

    def __exit__(self, *_: object) -> None:
        self._lock.release()


class Lock:
    """The file that stands for a lock, open, to be taken time and again. Raises OSError when it cannot be made.

    It excludes only those who opened the same file: whoever keeps it sees to it that no other has come in its place.
    The file is closed with the last look at it.
    """

    _handle = -1

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)

    def take(self, wait: float) -> None:
        """Raises Busy when another process holds it for longer than ``wait`` seconds."""
        if not _take(self._handle):
            self._queue(wait)

    def release(self) -> None:
        """Let go of it; the file stays open."""
        _release(self._handle)

    def __del__(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)

    def _queue(self, wait: float) -> None:
        """Try until it is free."""
        deadline = time.monotonic() + wait
        while not _take(self._handle):
            if time.monotonic() > deadline:
                raise Busy(f"{self._path.parent} is in use by another mediaquiz", hint="Close it, then try again.")
            time.sleep(_PAUSE_S)


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(handle: int) -> None:
        """At once: closing the file lets go as well, but some time later."""
        with suppress(OSError):  # what was done under the lock is done
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    _NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EINVAL})
    """What file systems answer that know no locks: there, a learner must not run two programs at once."""

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as why:
            if why.errno not in _NO_LOCKS:
                raise
        return True

    def _release(handle: int) -> None:
        """What was done under the lock is done: one that is not let go here is when its file is closed."""
        try:
            fcntl.flock(handle, fcntl.LOCK_UN)
        except OSError:
            return
