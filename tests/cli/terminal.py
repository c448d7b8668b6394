"""mediaquiz on a real terminal (a pty), driven like a person: wait for words on the screen, then press keys."""

import os
import re
import select
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

PATIENCE_S = 30
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
COMMAND = (sys.executable, "-m", "mediaquiz")


def environment(state: Path, **changes: str) -> dict[str, str]:
    """A learner's environment: UTF-8, English, colours, and a state folder of the test's own."""
    passed = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG")
    kept = {name: value for name, value in os.environ.items() if name in passed}
    told = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": str(state), "TZ": "UTC"}
    own = {"MEDIAQUIZ_STATE": str(state / "state"), "MEDIAQUIZ_CONFIG": str(state / "config")}
    return kept | told | own | changes


class Terminal:
    """One run of mediaquiz.

    ``screen`` is everything written so far, as it came; ``words`` is the same without escape sequences.
    """

    def __init__(
        self,
        *arguments: str,
        env: dict[str, str],
        cwd: Path,
        columns: int = 80,
        rows: int = 24,
        stdin: bytes | None = None,
    ) -> None:
        import pty

        self._master, slave = pty.openpty()
        self.resize(columns, rows)
        self._process = subprocess.Popen(
            [sys.executable, "-c", _RUN, os.ttyname(slave), *arguments],
            stdin=subprocess.PIPE if stdin is not None else slave,
            stdout=slave,
            stderr=slave,
            env=env,
            cwd=cwd,
            start_new_session=True,
        )
        os.close(slave)
        if stdin is not None and self._process.stdin:
            self._process.stdin.write(stdin)
            self._process.stdin.close()
        self.screen = ""
        self.words = ""
        self._raw = b""
        self._seen = 0

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._master)

    def wait_for(self, words: str) -> str:
        """Waits until the words stand on the screen after those waited for last; returns what came until then."""
        until = time.monotonic() + PATIENCE_S
        while words not in self.words[self._seen :]:
            if not self._receive(until):
                raise AssertionError(f"{words!r} never came; on the screen:\n{self.words[self._seen :]}")
        end = self.words.index(words, self._seen) + len(words)
        found, self._seen = self.words[self._seen : end], end
        return found

    def wait_for_any(self, *words: str) -> str:
        """Waits for the first of several words, as ``wait_for``; returns which came."""
        until = time.monotonic() + PATIENCE_S
        while not (come := [each for each in words if each in self.words[self._seen :]]):
            if not self._receive(until):
                raise AssertionError(f"none of {words} came; on the screen:\n{self.words[self._seen :]}")
        first = min(come, key=lambda each: self.words.index(each, self._seen))
        self.wait_for(first)
        return first

    def press(self, keys: str) -> None:
        """Sends keys; ``\\r`` is Enter."""
        os.write(self._master, keys.encode())

    def answer(self, words: str, keys: str) -> None:
        """Waits for the words, then presses the keys."""
        self.wait_for(words)
        self.press(keys)

    def interrupt(self, words: str) -> None:
        """Ctrl-C until the words come, as people do: one that falls between readline's prompt and its wait is lost."""
        until = time.monotonic() + PATIENCE_S
        while words not in self.words[self._seen :] and time.monotonic() < until:
            self.press("\x03")
            soon = time.monotonic() + 1
            while words not in self.words[self._seen :] and self._receive(soon):
                pass
        self.wait_for(words)

    def signal(self, number: int) -> None:
        """Sends a signal to the program."""
        self._process.send_signal(number)

    def resize(self, columns: int, rows: int = 24) -> None:
        """Gives the terminal another size, as dragging its window does."""
        import fcntl
        import termios

        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def disconnect(self) -> int:
        """Closes the terminal under the program, as a lost connection does; returns its exit code."""
        os.close(self._master)
        self._master = os.open(os.devnull, os.O_RDWR)
        code = self._process.wait(PATIENCE_S)
        return code if code >= 0 else 128 - code

    def echoes(self) -> bool:
        """Whether the terminal shows what is typed by itself."""
        import termios

        return bool(termios.tcgetattr(self._master)[3] & termios.ECHO)

    def reset(self) -> None:
        """Sets the terminal as a shell likes it: lines, with echo."""
        import termios

        modes = termios.tcgetattr(self._master)
        modes[3] |= termios.ECHO | termios.ICANON
        termios.tcsetattr(self._master, termios.TCSANOW, modes)

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Waits until something about the terminal holds that is not seen on the screen."""
        until = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < until
            time.sleep(0.01)

    def hang_up(self) -> None:
        """Ends the input: Ctrl-D."""
        self.press("\x04")

    def end(self) -> int:
        """Waits for the program to end by itself; returns its exit code as a shell sees it.

        Python ends itself by SIGINT, not with 130, when Ctrl-C fell into code that it was just compiling.
        """
        until = time.monotonic() + PATIENCE_S
        while self._receive(until):
            pass
        code = self._process.wait(PATIENCE_S)
        return code if code >= 0 else 128 - code

    def _receive(self, until: float) -> bool:
        """Reads what has come. False at the end of the program or of patience."""
        ready, _, _ = select.select([self._master], [], [], max(until - time.monotonic(), 0))
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self._raw += data
        self.screen = self._raw.decode("utf-8", errors="ignore").replace("\r\n", "\n")
        self.words = ESCAPES.sub("", self.screen)
        return bool(data)


# Makes the pty the controlling terminal, as a shell does: Ctrl-C sends a signal, and /dev/tty can be opened.
_RUN = """
import fcntl, os, signal, sys, termios
signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell in the background would hand down that it is ignored
handle = os.open(sys.argv[1], os.O_RDWR)
fcntl.ioctl(handle, termios.TIOCSCTTY, 0)
os.close(handle)
os.execv(sys.executable, [sys.executable, "-m", "mediaquiz", *sys.argv[2:]])
"""


def visible(screen: str) -> str:
    """The screen for a golden file: every escape sequence in brackets, so that it can be read and compared."""
    return re.sub(r"\x1b\[([0-9;?]*)([A-Za-z])", r"<\1\2>", screen).replace("\x1b", "<ESC>").replace("\r", "<CR>")


Play = Callable[..., Terminal]
"""Starts the program on a terminal."""
Run = Callable[..., "subprocess.CompletedProcess[str]"]
"""Runs the program in a pipe."""
