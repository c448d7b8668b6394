"""Makes docs/img/quiz.svg from a real session: ``python docs/picture.py`` (needs tmux and the dev tools)."""

import io
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.text import Text

TARGET = Path(__file__).parent / "img" / "quiz.svg"
COLUMNS, LINES = 80, 40
LESSON = "Production Pipeline"
_STATUS = re.compile(r"^(?:\x1b\[[\d;]*m)*\d+/\d+ ", re.MULTILINE)


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
    command = f"mediaquiz quiz --lesson '{LESSON}' --seed 3; sleep 60"
    subprocess.run(
        ["tmux", "-S", socket, "new-session", "-d", "-s", "quiz", "-x", str(COLUMNS), "-y", str(LINES), command],
        check=True, env=env, cwd=folder / "demo",
    )  # fmt: skip
    try:
        return _answered(socket)
    finally:
        _tmux("kill-server", socket=socket)


def _answered(socket: str) -> str:
    """The first question with options, answered, from its status line on."""

    def press(*keys: str) -> str:
        _tmux("send-keys", "-t", "quiz", *keys, socket=socket)
        return _settled(socket)

    screen = _settled(socket)
    while "Press a number" not in _last(screen):
        screen = press("Tab") if "Recall it" in _last(screen) else press("k", "Enter")
    shown = _last(press("3"))
    return shown + _last(press("Enter"))


def _last(screen: str) -> str:
    """What stands on the screen from the last status line on."""
    return screen[[found.start() for found in _STATUS.finditer(screen)][-1] :].rstrip() + "\n\n"


def draw(screen: str, title: str, target: Path) -> None:
    """A terminal's screen as an SVG file."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO())
    console.print(Text.from_ansi(screen.rstrip()))
    drawn = console.export_svg(title=title)
    target.write_text(re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL), encoding="utf-8")


def main() -> None:
    """Play the session and draw it."""
    with tempfile.TemporaryDirectory() as folder:
        draw(session(Path(folder)), f"mediaquiz quiz --lesson '{LESSON}'", TARGET)


if __name__ == "__main__":
    main()
