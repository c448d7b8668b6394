"""A course in a folder of its own, and the real command run in it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Shell:
    """Runs ``mediaquiz`` in a folder as a user would, with a home of its own and no terminal."""

    folder: Path
    env: dict[str, str]

    def __call__(self, *arguments: str, stdin: str | bytes = b"") -> subprocess.CompletedProcess[str]:
        raw = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [sys.executable, "-m", "mediaquiz", *arguments],
            cwd=self.folder, env=self.env, input=raw, capture_output=True, check=False,
        )  # fmt: skip
        out, err = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in err, err
        assert "\x1b" not in out + err
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """An empty folder."""
    folder = tmp_path / "course"
    folder.mkdir()
    home = {
        "HOME": str(tmp_path),
        "MEDIAQUIZ_STATE": str(tmp_path / "state"),
        "MEDIAQUIZ_CONFIG": str(tmp_path / "config"),
    }
    return Shell(folder, {**os.environ, **home, "LC_ALL": "C.UTF-8", "COLUMNS": "80"})


@pytest.fixture
def course(shell: Shell) -> Shell:
    """The course of this repository, copied and built."""
    shutil.copytree(ROOT / "lessons", shell.folder / "lessons")
    shutil.copy(ROOT / "mediaquiz.yaml", shell.folder)
    assert shell("build").returncode == 0
    return shell


@pytest.fixture
def edit() -> Callable[[Path, str, str], None]:
    """Replaces a text that must stand in a file."""

    def replace(path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return replace
