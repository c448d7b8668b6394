"""Makes docs/img/quiz.svg from a real session: ``python docs/picture.py`` (needs tmux and the dev tools)."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.text import Text

TARGET = Path(__file__).parent / "img" / "quiz.svg"
COLUMNS, LINES = 80, 34
KEYS = ("Enter", "Enter", "Enter", "Enter", "s")


def _tmux(*arguments: str, socket: str) -> str:
    done = subprocess.run(["tmux", "-S", socket, *arguments], check=True, capture_output=True, text=True)
    return done.stdout


def _settled(socket: str) -> str:
    """The screen once it has not changed for half a second."""
    seen = ""
    while True:
        time.sleep(0.5)
        now = _tmux("capture-pane", "-e", "-p", "-t", "quiz", socket=socket)
        if now == seen and now.strip():
            return now
        seen = now


def session(folder: Path) -> str:
    """The screen, with colours, after a few answers in the demo course."""
    socket = str(folder / "tmux")
    env = {**os.environ, "MEDIAQUIZ_STATE": str(folder / "state"), "LC_ALL": "C.UTF-8"}
    env |= {"PATH": f"{Path(sys.executable).parent}:{env['PATH']}"}
    subprocess.run(["mediaquiz", "init", "--demo", str(folder / "demo")], check=True, env=env, capture_output=True)
    command = "mediaquiz quiz --new --seed 3; sleep 60"
    subprocess.run(
        ["tmux", "-S", socket, "new-session", "-d", "-s", "quiz", "-x", str(COLUMNS), "-y", str(LINES), command],
        check=True, env=env, cwd=folder / "demo",
    )  # fmt: skip
    try:
        screen = _settled(socket)
        for key in KEYS:
            _tmux("send-keys", "-t", "quiz", key, socket=socket)
            screen = _settled(socket)
        return screen
    finally:
        _tmux("kill-server", socket=socket)


def main() -> None:
    """Play the session and draw it."""
    with tempfile.TemporaryDirectory() as folder:
        screen = session(Path(folder))
    console = Console(record=True, width=COLUMNS, file=open(os.devnull, "w"))  # noqa: SIM115
    console.print(Text.from_ansi(screen.rstrip()))
    TARGET.write_text(console.export_svg(title="mediaquiz quiz"), encoding="utf-8")


if __name__ == "__main__":
    main()
