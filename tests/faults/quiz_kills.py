"""SIGKILL during a quiz on a real terminal (needs tmux).

Plays the demo course in tmux, kills the program at random moments, between and during answers, starts it again, and
compares: every answer whose next question was visible must be in the log, and the log must hold nothing twice.
"""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sandbox import Tally

from mediaquiz.model.review import Kind
from mediaquiz.store.log import read_all

_HEADER = re.compile(r"^\d+/\d+(?: |$)", re.MULTILINE)


class Terminal:
    """One tmux server of our own, and the program in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = ""
        self.lives = 0
        self.env = {**os.environ, "MEDIAQUIZ_STATE": str(folder / "state"), "LC_ALL": "C.UTF-8"}
        self.env["PATH"] = f"{Path(sys.executable).parent}:{self.env['PATH']}"

    def tmux(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["tmux", "-S", self.socket, *arguments], env=self.env, check=check, capture_output=True, text=True
        )
        return done.stdout

    def start(self) -> int:
        """Starts a quiz in a server of its own; the process id of the program."""
        self.end()
        self.lives += 1
        self.socket = str(self.folder / f"tmux-{self.lives}")
        self.tmux("-f", "/dev/null", "start-server", ";", "set-option", "-g", "remain-on-exit", "on", ";",
                  "set-option", "-g", "history-limit", "5000", ";",
                  "new-session", "-d", "-s", "q", "-x", "80", "-y", "24", "-c", str(self.folder / "demo"),
                  f"exec {sys.executable} -m mediaquiz quiz --new")  # fmt: skip
        return int(self.tmux("display-message", "-p", "-t", "q", "#{pane_pid}"))

    def end(self) -> None:
        """Ends the tmux server, when there is one."""
        if self.socket:
            self.tmux("kill-server", check=False)

    def screen(self) -> str:
        """All that was shown, scrolled away or not."""
        return self.tmux("capture-pane", "-p", "-t", "q", "-S", "-5000")

    def press(self, key: str) -> None:
        self.tmux("send-keys", "-t", "q", key)


def _reviews(folder: Path) -> list[str]:
    records, _ = read_all(folder / "demo" / "reviews")
    return [record.id for record in records if record.kind is Kind.REVIEW]


def _one_life(terminal: Terminal, rng: random.Random, tally: Tally) -> None:
    """Starts the quiz, answers for a while, kills it at a random moment."""
    before = len(_reviews(terminal.folder))
    child = terminal.start()
    deadline = time.monotonic() + 10
    while not _HEADER.search(terminal.screen()) and time.monotonic() < deadline:
        time.sleep(0.02)
    for _ in range(rng.randint(2, 9)):
        terminal.press(rng.choice(("Enter", "Enter", "Enter", "1", "3")))
        time.sleep(rng.choice((0.0, 0.01, 0.03, 0.08, 0.2)))
    os.kill(child, signal.SIGKILL)
    time.sleep(0.05)
    questions = len(_HEADER.findall(terminal.screen()))
    seen = max(0, questions - 1)
    logged = len(_reviews(terminal.folder)) - before
    tally.add(kills=1, answers_seen_as_saved=seen, in_the_log=logged)
    if logged < seen:
        tally.problems.append(terminal.screen())


def run(kills: int, answers: int, seed: int = 0) -> Tally:
    """Kill the quiz at least so often, and until so many answers were given."""
    rng, tally = random.Random(seed), Tally()
    tally.add(kills=0, answers_seen_as_saved=0, in_the_log=0)
    folder = Path(tempfile.mkdtemp(prefix="mediaquiz-kills-"))
    terminal = Terminal(folder)
    try:
        subprocess.run(
            [sys.executable, "-m", "mediaquiz", "init", "--demo", str(folder / "demo")],
            env=terminal.env, check=True, capture_output=True,
        )  # fmt: skip
        while tally.counts["kills"] < kills or tally.counts["in_the_log"] < answers:
            _one_life(terminal, rng, tally)
        ids = _reviews(folder)
        if len(set(ids)) != len(ids):
            tally.problems.append("a record id stands twice")
    finally:
        terminal.end()
        shutil.rmtree(folder, ignore_errors=True)
    return tally
