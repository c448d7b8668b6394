"""Processes to be killed, starved and lied to: each runs a few lines of Python and tells what it did, line by line."""

import os
import subprocess
import sys
from pathlib import Path

SAVE = """
import os, sys
from datetime import UTC, date, datetime
from pathlib import Path
from mediaquiz.errors import MediaquizError
from mediaquiz.model.review import Kind
from mediaquiz.store.log import append

folder, device, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
os.write(1, b"ready\\n")
sys.stdin.readline()
try:
    for n in range(count):
        record = append(folder, device, Kind.REVIEW, datetime.now(UTC), date(2026, 11, 21), "bread-crumb1", {"n": n})
        os.write(1, record.id.encode() + b"\\n")
except MediaquizError as why:
    print(f"{type(why).__name__}: {why} {why.hint}")
"""
"""Saves answers into FOLDER as DEVICE, COUNT of them, and acknowledges each by its id."""


class Child:
    """A process that said that it is ready, and waits for ``go``."""

    def __init__(self, code: str, *arguments: object, before: tuple[str, ...] = (), **env: str) -> None:
        command = [*before, sys.executable, "-c", code, *map(str, arguments)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **env}
        )
        assert self.line() == "ready"

    def line(self) -> str:
        """The next line that it says."""
        assert self.process.stdout
        return self.process.stdout.readline().rstrip("\n")

    def go(self) -> "Child":
        """Let it begin."""
        assert self.process.stdin
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        return self

    def rest(self) -> list[str]:
        """All whole lines that it says until it ends."""
        out, _ = self.process.communicate(timeout=60)
        return out[: out.rfind("\n") + 1].splitlines()

    def kill(self) -> list[str]:
        """SIGKILL, and what it had said."""
        self.process.kill()
        return self.rest()


def saved(folder: Path, device: str, count: int, before: tuple[str, ...] = ()) -> list[str]:
    """What one child says that saves so many answers."""
    return Child(SAVE, folder, device, count, before=before).go().rest()
