"""``Warm`` runs commands in forks of one warm process, with faults where a compiler can build the shim."""

import atexit
import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from types import TracebackType

from server import Ended, Run

HERE = Path(__file__).parent


class Kind:
    """What the shim does at a call; the numbers are those of ``shim.c``."""

    NONE, FAIL, FULL, BEFORE, MIDDLE = range(5)


FAULTS: dict[str, tuple[int, int]] = {
    "EIO": (Kind.FAIL, errno.EIO),
    "EACCES": (Kind.FAIL, errno.EACCES),
    "full disk": (Kind.FULL, 0),
    "killed before": (Kind.BEFORE, 0),
    "killed amid": (Kind.MIDDLE, 0),
}
"""Each fault by its name: what the shim does, and the error that it gives."""


@cache
def shim() -> str:
    """The library of ``shim.c``, built for this process; empty where there is no C compiler, or it is not Linux."""
    compiler = shutil.which("cc")
    if not compiler or sys.platform != "linux":
        return ""
    folder = tempfile.mkdtemp(prefix="mediaquiz-shim-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    library = Path(folder) / "shim.so"
    command = [compiler, "-O1", "-shared", "-fPIC", "-o", str(library), str(HERE / "shim.c"), "-ldl"]
    return str(library) if subprocess.run(command, check=False, capture_output=True).returncode == 0 else ""


class Warm:
    """A context manager: the server, and what it is asked."""

    def __enter__(self) -> "Warm":
        env = {**os.environ, **({"LD_PRELOAD": shim()} if shim() else {}), "LC_ALL": "C.UTF-8"}
        self._server = subprocess.Popen(
            [sys.executable, str(HERE / "server.py"), shim()],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env,
        )  # fmt: skip
        assert self._server.stdout
        assert self._server.stdout.readline() == "ready\n"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.communicate()

    def run(self, *runs: Run) -> list[Ended]:
        """Run them all at once, and wait for their ends."""
        assert self._server.stdin and self._server.stdout
        print(json.dumps({"runs": [asdict(run) for run in runs]}), file=self._server.stdin, flush=True)
        told: Sequence[dict[str, object]] = json.loads(self._server.stdout.readline())
        return [Ended(**one) for one in told]  # type: ignore[arg-type]
