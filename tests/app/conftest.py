"""A course in a folder of its own."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from shells import ROOT, Shell


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
    """The first track of this repository's course, in English, copied and built."""
    track = Path("lessons", "01-foundations")
    shutil.copytree(ROOT / track, shell.folder / track, ignore=shutil.ignore_patterns("*.ko.md"))
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
