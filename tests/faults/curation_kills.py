"""SIGKILL while a teacher works on decks: ``python tests/faults/curation_kills.py [KILLS]``.

Runs each command to its end once, to see what the deck becomes and how long it takes; then again and again, killed at
a random moment. After each kill the deck must be the old one or a new one, whole, the lock file must be readable, and
the next command must work at once.
"""

import os
import pty
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mediaquiz.decks.load import load
from mediaquiz.store.courselock import writing_decks
from mediaquiz.store.decklock import read_lock

ITEMS = 30
IDS = [f"potter{number:06d}" for number in range(ITEMS)]
DECK = "decks/own/pottery.yaml"
TEXT = "version: 1\ntitle: Pottery\nitems:\n" + "".join(
    f"  # {number}: asked in the workshop\n"
    f"  - id: {name}\n    type: recall\n    stem: What is step {number} of throwing a pot?\n"
    f"    answer: It is the one that follows step {number - 1}.\n    status: draft\n"
    for number, name in enumerate(IDS, start=1)
)
NEW_ITEM = "items:\n  - type: recall\n    stem: What does a kiln do?\n    answer: It turns clay into stone.\n"


@dataclass(frozen=True)
class Work:
    """One kind of work: its command, what is typed or piped into it, and the editor that it is given."""

    arguments: tuple[str, ...]
    keys: str = ""
    editor: str = ""
    stdin: str = ""


WORKS = {
    "approve": Work(("items", "approve", "--status", "draft")),
    "retire": Work(("items", "retire", *IDS[::2], "--reason", "asked twice")),
    "edit": Work(("items", "edit", IDS[3]), editor="sed -i s/throwing/shaping/"),
    "new": Work(("items", "new", "--deck", "pottery", "--from", "-"), stdin=NEW_ITEM),
    "review": Work(("items", "review"), keys="1" * 6 + "q"),
}


@dataclass
class Tally:
    """What the kills showed."""

    kills: int = 0
    old: int = 0
    new: int = 0
    problems: list[str] = field(default_factory=list)


class Course:
    """A course with one deck, which can be put back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.env = {**os.environ, "MEDIAQUIZ_STATE": str(folder / "state"), "LC_ALL": "C.UTF-8", "TERM": "xterm"}
        self.reset()

    def reset(self) -> None:
        shutil.rmtree(self.folder / "decks", ignore_errors=True)
        (self.folder / "lessons").mkdir(exist_ok=True)
        (self.folder / DECK).parent.mkdir(parents=True)
        (self.folder / DECK).write_text(TEXT, encoding="utf-8")

    def run(self, work: Work, until: Callable[[], bool]) -> None:
        """Runs a command on a terminal and kills it, with the editor it started, when ``until`` says so."""
        master, slave = pty.openpty()
        stdin = subprocess.PIPE if work.stdin else slave
        process = subprocess.Popen(
            [sys.executable, "-m", "mediaquiz", *work.arguments],
            cwd=self.folder, env={**self.env, "EDITOR": work.editor}, stdin=stdin, stdout=slave, stderr=slave,
            start_new_session=True,
        )  # fmt: skip
        if process.stdin:
            process.stdin.write(work.stdin.encode())
            process.stdin.close()
        else:
            os.write(master, work.keys.encode())
        os.close(slave)
        os.set_blocking(master, False)
        while process.poll() is None and not until():
            _drain(master)
            time.sleep(0.001)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(master)

    def deck(self) -> str:
        """The deck's text; new ids are chance, so each is the same here."""
        text = (self.folder / DECK).read_text(encoding="utf-8")
        return re.sub(r"id: (?!potter)\w{12}", "id: (new)", text)

    def faults(self) -> list[str]:
        """What is wrong with the files."""
        loaded = load((self.folder / DECK).read_text(encoding="utf-8"), DECK)
        _, lock_problems = read_lock(self.folder)
        found = [str(problem) for problem in (*loaded.problems, *lock_problems)]
        with writing_decks(self.folder, wait=0):
            return found


def _after(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def _drain(master: int) -> None:
    try:
        os.read(master, 65536)
    except OSError:
        return


def expected(course: Course, name: str) -> tuple[set[str], float]:
    """All texts that the deck has while a work is done to its end, and the seconds that takes."""
    course.reset()
    seen: set[str] = set()

    def look() -> bool:
        seen.add(course.deck())
        return False

    started = time.monotonic()
    course.run(WORKS[name], look)
    taken = time.monotonic() - started
    if name == "review":  # a text may stand for too short a time to be seen
        seen = {TEXT.replace("status: draft", "status: approved", number) for number in range(7)}
    return seen | {course.deck()}, taken


def run(kills: int, seed: int = 0, names: Sequence[str] = tuple(WORKS)) -> Tally:
    """Kill each kind of work, in turn, until there were so many kills."""
    rng, tally = random.Random(seed), Tally()
    folder = Path(tempfile.mkdtemp(prefix="mediaquiz-curation-"))
    course = Course(folder)
    try:
        plans = {name: expected(course, name) for name in names}
        for number in range(kills):
            name = names[number % len(names)]
            texts, taken = plans[name]
            course.reset()
            course.run(WORKS[name], _after(rng.uniform(0.2, 1.05) * taken))
            tally.kills += 1
            tally.old += course.deck() == TEXT
            tally.new += course.deck() != TEXT
            tally.problems += [f"{name}: {fault}" for fault in course.faults()]
            if course.deck() not in texts:
                tally.problems.append(f"{name}: the deck is neither old nor new:\n{course.deck()}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return tally


def main() -> int:
    """Print the tally; 1 when a deck was damaged."""
    tally = run(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
    print(f"{tally.kills} kills: {tally.old} decks old, {tally.new} new, {len(tally.problems)} damaged")
    for problem in tally.problems[:3]:
        print(problem)
    return int(bool(tally.problems))


if __name__ == "__main__":
    sys.exit(main())
