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


def locked(path: Path, wait: float = WAIT_S) -> "_Held":
    """Hold the lock that the file ``path`` stands for; the file is made, stays empty, and may be deleted later.

    Raises Busy when another process holds it for longer than ``wait`` seconds, OSError when the file cannot be made.
    """
    return _Held(path, wait)


class _Held:
    """A lock for the length of a ``with``: that of contextlib takes longer than the lock, for each answer."""

    def __init__(self, path: Path, wait: float) -> None:
        self._path, self._wait = path, wait

    def __enter__(self) -> None:
        self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            if not _take(self._handle):
                self._queue()
        except BaseException:
            os.close(self._handle)
            raise

    def __exit__(self, *_: object) -> None:
        try:
            _release(self._handle)
        finally:
            os.close(self._handle)

    def _queue(self) -> None:
        """Try until it is free."""
        deadline = time.monotonic() + self._wait
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
        """Closing the file lets go."""
