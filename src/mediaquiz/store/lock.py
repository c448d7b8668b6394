"""One process at a time: a lock that the system takes back when its holder dies."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mediaquiz.errors import Busy

WAIT_S = 5.0
"""Seconds that a process waits for another one."""
_PAUSE_S = 0.01


@contextmanager
def locked(path: Path, wait: float = WAIT_S) -> Iterator[None]:
    """Hold the lock that the file ``path`` stands for; the file is made, stays empty, and may be deleted later.

    Raises Busy when another process holds it for longer than ``wait`` seconds, OSError when the file cannot be made.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        deadline = time.monotonic() + wait
        while not _take(handle):
            if time.monotonic() > deadline:
                raise Busy(f"{path.parent} is in use by another mediaquiz", hint="Close it, then try again.")
            time.sleep(_PAUSE_S)
        try:
            yield
        finally:
            with suppress(OSError):  # what was done under the lock is done; closing the file lets go as well
                _release(handle)
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(handle: int) -> None:
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
        fcntl.flock(handle, fcntl.LOCK_UN)
