"""Runs the program again and again in forks of one warm process, so that a fault costs milliseconds, not a start.

``python server.py LIBRARY``, started with the library of ``shim.c`` preloaded (or with an empty name, without it):
reads one JSON request a line, ``{"runs": [run, …]}``, runs them at once, and answers with one JSON list of what became
of each. Fields of a run: ``Run``; of an answer: ``Ended``. It is what ``warm.Warm`` talks to.
"""

import ctypes
import gc
import json
import os
import pkgutil
import pty
import resource
import signal
import sys
import termios
import time
from dataclasses import asdict, dataclass, field
from fcntl import ioctl
from importlib import import_module
from typing import Any

LONGEST_S = 60.0
"""A run that takes longer hangs."""


@dataclass
class Run:
    """One run of the program: ``keys`` are typed on a terminal, ``stdin`` comes through a pipe, ``kill_after`` is the
    seconds until SIGKILL, ``fault`` is (number of the call, kind, errno) for the shim and ``root`` the folder it
    watches; no file can grow beyond ``file_limit`` bytes, as under ``ulimit -f``."""

    arguments: list[str]
    cwd: str
    env: dict[str, str]
    keys: str = ""
    stdin: str = ""
    root: str = ""
    fault: tuple[int, int, int] = (0, 0, 0)
    kill_after: float | None = None
    file_limit: int | None = None


@dataclass
class Ended:
    """What became of a run: its exit code (negative: the signal), what it showed, the calls that the shim saw."""

    code: int
    shown: str
    calls: list[str] = field(default_factory=list)
    took: float = 0.0


class Child:
    """One fork at work, its terminal or pipe, and the pipe through which the shim tells its calls."""

    def __init__(self, run: Run, shim: Any) -> None:
        self.run = run
        stdin, typed = os.pipe()
        self._output, inner = pty.openpty() if run.keys else os.pipe()
        self._calls, told = os.pipe()
        self._shown = self._called = b""
        self.started = time.monotonic()
        self.pid = os.fork()
        if not self.pid:
            os.close(typed)
            _become(run, inner if run.keys else stdin, inner, told, shim)
        for handle in (stdin, inner, told):
            os.close(handle)
        os.write(self._output if run.keys else typed, (run.keys or run.stdin).encode())
        os.close(typed)
        os.set_blocking(self._output, False)
        os.set_blocking(self._calls, False)
        self.ended: Ended | None = None

    def look(self) -> None:
        """Read what it shows; kill it when its time has come; see whether it has ended."""
        self._read()
        age = time.monotonic() - self.started
        if age > (LONGEST_S if self.run.kill_after is None else self.run.kill_after):
            _kill(self.pid)
        ended, status = os.waitpid(self.pid, os.WNOHANG)
        if ended:
            self._read()
            _kill(self.pid)  # an editor that it started
            os.close(self._output)
            os.close(self._calls)
            calls = self._called.decode(errors="replace").splitlines()
            self.ended = Ended(os.waitstatus_to_exitcode(status), self._shown.decode(errors="replace"), calls, age)

    def _read(self) -> None:
        self._shown += _all_of(self._output)
        self._called += _all_of(self._calls)


def _all_of(handle: int) -> bytes:
    """All that can be read now."""
    data = b""
    try:
        while more := os.read(handle, 65536):
            data += more
    except OSError:  # nothing more for now, or the terminal's other end is closed
        pass
    return data


def _kill(group: int) -> None:
    for send in (os.kill, os.killpg):
        try:
            send(group, signal.SIGKILL)
        except ProcessLookupError:
            continue


def _become(run: Run, stdin: int, inner: int, calls: int, shim: Any) -> None:
    """The fork becomes the program. Never returns."""
    os.setsid()
    if run.keys:
        ioctl(inner, termios.TIOCSCTTY, 0)
    for number, handle in enumerate((stdin, inner, inner)):
        os.dup2(handle, number)
    sys.stdin, sys.stdout, sys.stderr = (
        os.fdopen(number, mode, encoding="utf-8", closefd=False, errors="replace") for number, mode in enumerate("rww")
    )
    os.environ.update(run.env)
    os.chdir(run.cwd)
    if run.file_limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (run.file_limit, run.file_limit))
    code = 70
    try:
        if shim and run.root:
            shim.fault_arm(run.root.encode(), calls, *run.fault)
        from mediaquiz.cli.main import main

        main(run.arguments)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


def _warm() -> None:
    """Import the whole program once; what an extra is needed for may be missing."""
    import mediaquiz

    for module in pkgutil.walk_packages(mediaquiz.__path__, "mediaquiz."):
        if not module.name.endswith("__main__"):
            try:
                import_module(module.name)
            except ImportError:
                continue
    gc.freeze()


def serve(library: str) -> None:
    """Answers requests until there are no more."""
    shim = ctypes.CDLL(library) if library else None
    _warm()
    print("ready", flush=True)
    for line in sys.stdin:
        children = [Child(Run(**run), shim) for run in json.loads(line)["runs"]]
        while waiting := [child for child in children if child.ended is None]:
            for child in waiting:
                child.look()
            time.sleep(0.0005)
        print(json.dumps([asdict(child.ended) for child in children if child.ended]), flush=True)


if __name__ == "__main__":
    serve(sys.argv[1])
