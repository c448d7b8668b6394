"""The tutorials are done as they are written, and what they show is what comes.

A page is read from top to bottom, in one folder. A ``markdown`` block is saved under the last file name before it, a
``diff`` block changes that file, a ``console`` block is run: the keys after the word are pressed on a terminal (⏎ is
Enter), one after each prompt. What happens in Anki's window stands in comments, and Anki's own engine does it.

``MEDIAQUIZ_GOLDEN=write pytest tests/cli/test_tutorials.py`` writes the outputs anew; read the difference.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from terminal import Terminal, environment

DOCS = Path(__file__).parents[2] / "docs"
STEP = re.compile(
    r"```(?P<kind>markdown|diff|console)(?P<keys>[^\n]*)\n(?P<body>.*?)```|<!-- anki (?P<anki>.*?) -->", re.S
)
FILE = re.compile(r"`([\w./-]+\.(?:md|yaml))`")
PROMPTS = ("press Enter", "[Enter", "› ", "Press a number", "for false", "answer back")
HOME = "/home/kim"
CHANGING = (
    (re.compile(r"^(  |changed · )[a-z\d]{12}(?=  | ·)", re.MULTILINE), "(id)"),
    (re.compile(r"\d{4}-\d\d(-\d\d)?(-\d{6}| \d\d:\d\d)?"), "(day)"),
    (re.compile(r"Week: .*"), "(week)"),
    (re.compile(r"\b\d+(\.\d+)?( (seconds?|minutes?|days?)|[smhd])\b"), "(time)"),
    (re.compile(r"\s+"), " "),
)

NOON = f"NOON{datetime.now(UTC).hour - 12:+d}"
"""A zone in which it is noon: done at the end of a study day, a tutorial would see other cards due."""


@dataclass
class Reader:
    """Somebody who does what the page says."""

    home: Path
    folder: Path
    file: Path = Path()

    @property
    def env(self) -> dict[str, str]:
        path = f"{self.home / '.bin'}:{os.environ['PATH']}"
        return environment(self.home, PATH=path, NO_COLOR="1", COLUMNS="80", TZ=NOON)

    def save(self, text: str) -> None:
        self.file.write_text(text, encoding="utf-8")

    def change(self, lines: str) -> None:
        (old,), (new,) = ([line[1:] for line in lines.splitlines() if line[0] == sign] for sign in "-+")
        text = self.file.read_text(encoding="utf-8")
        assert old in text, f"{self.file.name} has no line {old!r}"
        self.save(text.replace(old, new))

    def run(self, command: str, keys: str) -> str:
        if command.startswith("cd "):
            self.folder = (self.folder / command[3:]).resolve()
            return ""
        said = self._type(command, keys.split()) if keys else self._shell(command)
        return said.replace(str(self.home), HOME)

    def _shell(self, command: str) -> str:
        done = subprocess.run(
            ["sh", "-c", command], cwd=self.folder, env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout
        return done.stdout

    def _type(self, command: str, keys: list[str]) -> str:
        arguments = command.split()[1:]
        with Terminal(*arguments, env=self.env, cwd=self.folder) as terminal:
            for key in keys:
                terminal.wait_for_any(*PROMPTS)
                terminal.press(key.replace("⏎", "\r"))
            assert terminal.end() == 0, terminal.words
            return re.sub(r"[ \r]+$", "", terminal.words, flags=re.MULTILINE)

    def anki(self, told: str) -> None:
        """Verbs of docs/anki_player.py, and words that must come."""
        verbs, _, expected = told.partition(": ")
        player = [sys.executable, str(DOCS / "anki_player.py"), *verbs.split()]
        done = subprocess.run(player, cwd=self.folder, env=self.env, capture_output=True, encoding="utf-8", check=False)
        assert expected in done.stdout, done.stdout + done.stderr


@pytest.fixture
def reader() -> Iterator[Reader]:
    with tempfile.TemporaryDirectory(prefix="kim") as place:  # a short name: lines break at it as they would at home
        home = Path(place).resolve()
        program = home / ".bin" / "mediaquiz"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mediaquiz "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        yield Reader(home, home)


def follow(reader: Reader, page: str) -> str:
    """The page with what came when it was done."""

    def do(step: re.Match[str]) -> str:
        if names := FILE.findall(page[: step.start()]):
            reader.file = reader.folder / names[-1]
        match step["kind"]:
            case "markdown":
                reader.save(step["body"])
            case "diff":
                reader.change(step["body"])
            case "console":
                commands = [line for line in step["body"].splitlines() if line.startswith("$ ")]
                shown = "".join(f"{line}\n{reader.run(line[2:], step['keys'])}" for line in commands)
                return f"```console{step['keys']}\n{shown.strip()}\n```"
            case _:
                reader.anki(step["anki"])
        return step[0]

    return STEP.sub(do, page)


def lasting(page: str) -> str:
    """The page without what is another on every day and machine."""
    for pattern, word in CHANGING:
        page = pattern.sub(word, page)
    return page


@pytest.mark.parametrize("name", ["tutorial-learner", "tutorial-anki", "tutorial-teacher"])
def test_the_tutorial_can_be_done_as_written(reader: Reader, name: str) -> None:
    file = DOCS / f"{name}.md"
    page = file.read_text(encoding="utf-8")
    done = follow(reader, page)
    if os.environ.get("MEDIAQUIZ_GOLDEN") == "write":
        file.write_text(done, encoding="utf-8")
    assert lasting(done) == lasting(file.read_text(encoding="utf-8"))
