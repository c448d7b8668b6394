"""The same moment in other programs that ask in a terminal: from Enter to the first card.

They are measured where they are installed, each in an environment of its own, because their libraries are not ours:
``MEDIAQUIZ_BENCH_PEERS`` names the folders of their commands, as ``PATH`` does; without it ``PATH`` itself is searched.
"""

import os
import pty
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench.runner import Work

CARDS = 48
"""About as many as the demo has."""
_SIGN = b"Zebrafinch"
_COLLECTION = """\
import sys
from anki.collection import Collection
col = Collection(sys.argv[1])
basic = col.models.by_name("Basic")
for number in range(int(sys.argv[2])):
    note = col.new_note(basic)
    note["Front"], note["Back"] = f"Zebrafinch {number}?", f"Answer {number}"
    col.add_note(note, 1)
col.close()
"""


def installed(name: str) -> str | None:
    """The program of a peer; None where it is not installed."""
    return shutil.which(name, path=os.environ.get("MEDIAQUIZ_BENCH_PEERS") or None)


def clanki() -> Work:
    """The first card of a deck of Anki's."""
    program = Path(_found("clanki"))
    base = Path(tempfile.mkdtemp(prefix="mediaquiz-bench-"))
    (base / "User 1").mkdir()
    making = [str(program.parent / "python"), "-c", _COLLECTION, str(base / "User 1" / "collection.anki2"), str(CARDS)]
    subprocess.run(making, check=True, capture_output=True)
    return until([str(program), "review", "Default"], _SIGN, env={"ANKI_BASE": str(base), **_home(base)})


def recto() -> Work:
    """The first screen, without any deck: with one it wants a language model before it shows a card."""
    base = Path(tempfile.mkdtemp(prefix="mediaquiz-bench-"))
    return until([_found("recto")], b"No deck yet", env={"OPENAI_API_KEY": "none", **_home(base)})


PEERS: dict[str, Callable[[], Work]] = {"clanki": clanki, "recto": recto}


def until(command: list[str], sign: bytes, *, cwd: Path | None = None, env: dict[str, str]) -> Work:
    """Start the command on a terminal of its own, 80 by 24, wait until it shows the sign, and end it."""
    import fcntl
    import termios

    def work() -> None:
        ours, theirs = pty.openpty()
        fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        child = subprocess.Popen(
            command, cwd=cwd, env={**os.environ, **env}, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True
        )
        os.close(theirs)
        seen = b""
        while sign not in seen:
            seen += os.read(ours, 65536)
        child.kill()
        child.wait()
        os.close(ours)

    return work


def _found(name: str) -> str:
    found = installed(name)
    assert found, f"{name} is not installed"
    return found


def _home(base: Path) -> dict[str, str]:
    """A home of its own: nothing of the user's is read or changed."""
    return {"HOME": str(base), "XDG_DATA_HOME": str(base / "data"), "XDG_CONFIG_HOME": str(base / "config")}
