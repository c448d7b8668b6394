"""One process at a time: a lock that the system takes back when its holder dies."""

import errno
import os
import sys
import time
from abc import abstractmethod
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


class _LockFile:
    """The file that stands for a lock, open, to be taken time and again. Raises OSError when it cannot be made.

    It excludes only those who opened the same file: whoever keeps it sees to it that no other has come in its place.
    The file is closed with the last look at it.
    """

    _handle = -1

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)

    def __del__(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)

    def take(self, wait: float) -> None:
        """Raises Busy when another process holds it for longer than ``wait`` seconds."""
        if self._take():
            return
        deadline = time.monotonic() + wait
        while not self._take():
            if time.monotonic() > deadline:
                raise Busy(f"{self._path.parent} is in use by another mediaquiz", hint="Close it, then try again.")
            time.sleep(_PAUSE_S)

    @abstractmethod
    def _take(self) -> bool:
        """Take it if it is free."""

    @abstractmethod
    def release(self) -> None:
        """Let go of it; the file stays open. What was done under the lock is done, so this does not fail."""


if sys.platform == "win32":
    import msvcrt

    class Lock(_LockFile):
        """A lock as Windows has them: on a byte of the file."""

        def _take(self) -> bool:
            try:
                msvcrt.locking(self._handle, msvcrt.LK_NBLCK, 1)
            except OSError:
                return False
            return True

        def release(self) -> None:
            with suppress(OSError):  # at once: closing the file lets go as well, but some time later
                msvcrt.locking(self._handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    _AT_ONCE = fcntl.LOCK_EX | fcntl.LOCK_NB
    _NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EINVAL})
    """What file systems answer that know no locks: there, a learner must not run two programs at once."""

    class Lock(_LockFile):
        """A lock as Linux and macOS have them: on the open file."""

        def _take(self) -> bool:
            try:
                fcntl.flock(self._handle, _AT_ONCE)
            except BlockingIOError:
                return False
            except OSError as why:
                if why.errno not in _NO_LOCKS:
                    raise
            return True

        def release(self) -> None:
            try:
                fcntl.flock(self._handle, fcntl.LOCK_UN)
            except OSError:
                return  # it is let go when the file is closed
