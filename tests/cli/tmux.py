"""A window of tmux, 80 by 24: what a learner sees there, and the keys that they press."""

import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from shlex import join, quote
from types import TracebackType
from uuid import uuid4

PATIENCE_S = 30
ENDED = "ended: "


class Window:
    """One terminal; ``run`` starts a command in it. ``screen`` is what stands there, ``scrollback`` all that came."""

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        self._folder = folder
        self._env = dict(env) | {"TERM": "screen-256color"}
        self._server = f"learner-{uuid4().hex[:8]}"
        self._tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "sleep 600")
        self._tmux("set-option", "-g", "history-limit", "50000")
        self._tmux("set-option", "-g", "remain-on-exit", "on")
        self._tmux("set-option", "-g", "status", "off")

    def __enter__(self) -> "Window":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._tmux("kill-server")

    def run(self, *command: str, **env: str) -> None:
        """Starts a command on a cleared terminal; when it ends its code stands below, as ``ended: 0``."""
        told = " ".join(f"{name}={quote(value)}" for name, value in {**self._env, **env}.items())
        script = f"trap : INT; env -i {told} {join(command)}; echo {quote(ENDED)}$?; exec sleep 600"
        self._tmux("clear-history")
        self._tmux("respawn-pane", "-k", "-c", str(self._folder), f"sh -c {quote(script)}")

    def type(self, text: str) -> None:
        """Types characters as they stand."""
        self._tmux("send-keys", "-l", "--", text)

    def press(self, *keys: str) -> None:
        """Presses keys by tmux's names: ``Enter``, ``BSpace``, ``C-c``."""
        self._tmux("send-keys", *keys)

    @property
    def screen(self) -> str:
        """The lines that stand there now, down to that of the cursor."""
        row, *lines = self._tmux("display-message", "-p", "#{cursor_y}", ";", "capture-pane", "-p").split("\n")
        return "\n".join(line.rstrip() for line in lines[: int(row) + 1])

    @property
    def scrollback(self) -> str:
        """Everything since the command began; a line that the terminal broke is one line."""
        return self._tmux("capture-pane", "-p", "-J", "-S", "-").rstrip()

    def wait_until(self, holds: Callable[[str], bool]) -> str:
        """Waits until something holds for the screen; returns the screen."""
        until = time.monotonic() + PATIENCE_S
        while not holds(screen := self.screen):
            assert time.monotonic() < until, f"it never came; on the screen:\n{screen}"
            time.sleep(0.02)
        return screen

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-L", self._server, *arguments], capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0 or "kill-server" in arguments, done.stderr
        return done.stdout
