"""The rows of the table. A new row is one function that prepares the work, and one line in ``ROWS``."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench.building import building, unchanged
from bench.exporting import exporting, exporting_many_decks, exporting_more
from bench.extracting import bullets, extracting, growing, one_line, one_table, prose
from bench.history import (
    answering,
    counting,
    first_of,
    first_of_many,
    folding,
    growing_log,
    memory,
    reading,
    replaying,
    reporting,
    standing,
)
from bench.peers import PEERS, until
from bench.results import analysing
from bench.runner import Row, Work

ROOT = Path(__file__).parents[1]
MEDIAQUIZ = [sys.executable, "-m", "mediaquiz"]
_HELLO = """\
import click
@click.command()
def hello():
    click.echo("hello")
hello()
"""


def _hello() -> list[str]:
    path = Path(tempfile.mkdtemp(prefix="mediaquiz-bench-")) / "hello.py"
    path.write_text(_HELLO)
    return [sys.executable, str(path)]


def _run(command: list[str], *, cwd: Path = ROOT, env: dict[str, str] | None = None) -> Work:
    environment = {**os.environ, **(env or {})}

    def work() -> None:
        subprocess.run(command, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True)

    return work


def _demo() -> tuple[Path, dict[str, str]]:
    """A demo course in a folder of its own, with its caches filled."""
    home = Path(tempfile.mkdtemp(prefix="mediaquiz-bench-"))
    env = {"MEDIAQUIZ_STATE": str(home / "state"), "MEDIAQUIZ_CONFIG": str(home / "config"), "TERM": "xterm"}
    course = home / "course"
    _run([*MEDIAQUIZ, "init", "--demo", str(course)], env=env)()
    _run([*MEDIAQUIZ, "quiz", "--new"], cwd=course, env=env)()
    return course, env


def _help() -> tuple[Work, Work]:
    return _run([*MEDIAQUIZ, "--help"]), _run([*_hello(), "--help"])


def _first_card() -> tuple[Work, Work]:
    course, env = _demo()
    return _run([*MEDIAQUIZ, "quiz", "--new"], cwd=course, env=env), _run(_hello())


def _first_card_on_a_terminal() -> tuple[Work, Work]:
    course, env = _demo()
    ours = until([*MEDIAQUIZ, "quiz", "--new"], b"?", cwd=course, env=env)
    return ours, until(_hello(), b"hello", cwd=course, env=env)


def _beside(peer: str) -> Callable[[], tuple[Work, Work]]:
    """The first card on a terminal, ours and a peer's."""

    def prepare() -> tuple[Work, Work]:
        course, env = _demo()
        return until([*MEDIAQUIZ, "quiz", "--new"], b"?", cwd=course, env=env), PEERS[peer]()

    return prepare


def _first_of(items: int) -> Callable[[], tuple[Work, Work]]:
    """The first card of a course of so many items, none of which was asked before."""
    return lambda: (first_of(items), _run(_hello()))


def _unchanged_build() -> tuple[Work, Work]:
    return unchanged(), _run(_hello())


def _memory(*arguments: str) -> Callable[[], tuple[Work, Work]]:
    """The most memory that a command has in a course of 10,000 items and 200,000 reviews."""
    return lambda: (memory([*MEDIAQUIZ, *arguments]), memory(_hello()))


def _standing() -> tuple[Work, Work]:
    return standing(), _run(_hello())


ROWS = (
    Row("extraction of the lessons of this repository", "markdown-it-py and sentencex on their texts", 5.0, extracting),
    Row("extraction of 1 MB of prose", "of 100 KB", 1.1, growing(prose), rounds=1, grows=10),
    Row("extraction of 1 MB on one line", "of 100 KB", 1.1, growing(one_line), rounds=1, grows=10),
    Row("extraction of a table of 1 MB", "of one of 100 KB", 1.1, growing(one_table), rounds=1, grows=10),
    Row("extraction of 10,000 bullets", "of 1,000", 1.1, growing(bullets), rounds=1, grows=10),
    Row("first build of 300 lessons", "of 30", 1.1, building, rounds=3, grows=10),
    Row("100,000 records folded", "10,000", 1.1, growing_log, rounds=5, grows=10),
    Row(
        "an answer, from its rating until it is saved",
        "2 bare `review_card` and 1.5 fsyncs",
        1.0,
        answering,
        rounds=200,
    ),
    Row("100,000 answers folded to each card's memory", "`fsrs`' reschedule_card", 0.25, replaying, rounds=5),
    Row("100,000 records checked and folded to what is due", "`fsrs`' reschedule_card", None, folding, rounds=3),
    Row("the files of 100,000 records, read and folded so", "`fsrs`' reschedule_card", None, reading, rounds=3),
    Row("`due --short`, 10,000 items, 200,000 reviews", "100 items and none", 2.0, counting),
    Row("first card, 10,000 items, 200,000 reviews", "100 items and none", 2.0, first_of_many),
    Row("`stats -o`, 100,000 reviews", "50,000 reviews", 2.2, reporting, rounds=3),
    Row("`progress`, 10,000 items, 200,000 reviews", "a click hello-world", 3.0, _standing),
    Row("`analyze`, 120,000 answers", "12,000 answers", 1.1, analysing, rounds=3, grows=10),
    Row("Anki export of 5,000 notes", "a plain `genanki` script", 1.2, exporting),
    Row("Anki export of 50,000 notes", "5,000 notes", 1.1, exporting_more, rounds=3, grows=10),
    Row("Anki export of 5,000 notes in 1,000 decks", "in 10 decks", 2.0, exporting_many_decks, rounds=3),
    Row("`--help`", "a click hello-world's", 1.3, _help),
    Row("build of 100 lessons, nothing changed", "a click hello-world", 2.0, _unchanged_build),
    Row("first card, 100 items", "a click hello-world", 2.0, _first_of(100)),
    Row("first card, 10,000 items", "a click hello-world", 2.5, _first_of(10_000)),
    Row("first card, in a pipe", "a click hello-world", 2.0, _first_card),
    Row("first card, on a terminal", "a click hello-world", 2.0, _first_card_on_a_terminal),
    Row("memory: first card, 10,000 items, 200,000 reviews", "a click hello-world", None, _memory("quiz", "--new"), 3),
    Row("memory: `progress`, 10,000 items, 200,000 reviews", "a click hello-world", None, _memory("progress"), 3),
    Row("first card, beside clanki", "its first card", 0.5, _beside("clanki"), rounds=5, needs="clanki"),
    Row("first card, beside recto", "its first screen, no deck", 0.5, _beside("recto"), rounds=5, needs="recto"),
)
