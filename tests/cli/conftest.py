"""A copy of the course, a state folder of its own, and terminals to play on."""

import shutil
import subprocess
from pathlib import Path

import pytest
from terminal import COMMAND, Play, Run, Terminal, environment


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The course of the tests, fresh: nothing was ever asked."""
    folder = tmp_path / "course"
    shutil.copytree(Path(__file__).parent / "course", folder)
    return folder


@pytest.fixture
def play(course: Path, tmp_path: Path) -> Play:
    """Starts ``mediaquiz …`` in the course on a terminal of so many columns."""

    def start(*arguments: str, columns: int = 80, stdin: bytes | None = None, **env: str) -> Terminal:
        told = environment(tmp_path, **env)
        return Terminal(*arguments, env=told, cwd=course, columns=columns, stdin=stdin)

    return start


@pytest.fixture
def run(course: Path, tmp_path: Path) -> Run:
    """Runs ``mediaquiz …`` in the course without any terminal."""

    def start(
        *arguments: str, stdin: str = "", cwd: Path | None = None, **env: str
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [*COMMAND, *arguments],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env=environment(tmp_path, **env),
            cwd=cwd or course,
            start_new_session=True,
            timeout=60,
            check=False,
        )

    return start
