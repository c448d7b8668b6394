"""docs/scripting.md names every command, the keys that come are those that it tells, and its script runs."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from mediaquiz import api
from mediaquiz.cli.main import COMMANDS, cli
from mediaquiz.errors import EXIT_CODES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "scripting.md").read_text(encoding="utf-8")
SHAPES = re.search(r"<!-- shapes -->.*?<!-- end -->", PAGE, re.DOTALL)
SCRIPT = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
LESSON = """\
# Tides

A **neap tide** is a tide with a small range, which comes at half moon.

## Key Takeaways

- The Moon matters more than the Sun for tides, because it is much closer.
- High water comes later each day, because the Moon moves on in its orbit while the Earth turns.
"""


def rows() -> list[tuple[str, set[str], str]]:
    """Each command of the table, the keys that it tells, and the row as it stands."""
    assert SHAPES
    found = []
    for line in SHAPES[0].splitlines()[3:-1]:
        command, told = (cell.strip() for cell in line.strip("|").split("|"))
        own = re.sub(r"\([^)]*\)|; .*|:(?= the first).*", "", told)
        found.append((command.strip("`").replace("(none)", ""), set(re.findall(r"`(\w+)`", own)), told))
    return found


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    own = {"MEDIAQUIZ_STATE": f"{tmp_path}/state", "MEDIAQUIZ_CONFIG": f"{tmp_path}/config", "LC_ALL": "C.UTF-8"}
    return {**os.environ, **own}


def test_the_keys_that_come_are_those_of_the_table(tmp_path: Path, env: dict[str, str]) -> None:
    """The rows are run in their order, in one course; what a row says beside its own keys is told by another one."""
    item, known = "", dict[str, set[str]]()
    for command, keys, told in rows():
        arguments = [word.replace("ID", item) for word in shlex.split(command)]
        begin = ["--course", "sea"] if (tmp_path / "sea").is_dir() and arguments[:1] != ["extract"] else []
        done = subprocess.run(
            [sys.executable, "-m", "mediaquiz", *begin, "--json", *arguments], cwd=tmp_path, env=env,
            stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        assert len(lines) == 1 or "a line each" in told, command
        expected = keys | (known["items list"] if told.startswith("as in the list") else set())
        expected = known["quiz"] if told.startswith("the same") else expected
        assert set(lines[0]) == expected, f"write in docs/scripting.md what `{command}` gives"
        known[command] = set(lines[0])
        item = lines[0]["id"] if command == "items list" else item
        if command == "init sea":
            (tmp_path / "sea" / "lessons" / "tides.md").write_text(LESSON, encoding="utf-8")


def test_every_command_is_named() -> None:
    root = click.Context(cli)
    assert [name for name in COMMANDS if not re.search(rf"`(items )?{name}\b", PAGE)] == []
    items = cli.get_command(root, "items")
    assert isinstance(items, click.Group)
    told = {name for name in items.list_commands(root) if re.search(rf"`items {name}\b", PAGE)}
    assert set(items.list_commands(root)) - told <= {"improve"}


def test_the_exit_codes_are_those_of_the_program() -> None:
    named = PAGE[PAGE.index("**Exit codes**") : PAGE.index("**Nothing waits")]
    assert {int(code) for code in re.findall(r"\b\d+\b", named)} == set(EXIT_CODES) - {141}


def test_the_page_calls_only_what_the_api_has() -> None:
    assert SCRIPT
    assert set(re.findall(r"api\.(\w+)", SCRIPT[1])) <= set(api.__all__)
    assert set(re.findall(r"^\| [\w ']+ \| `(\w+)\(", PAGE, re.MULTILINE)) <= set(api.__all__)
    assert all(hasattr(api, name) for name in api.__all__)


def _course(folder: Path) -> None:
    (folder / "sea" / "lessons").mkdir(parents=True)
    (folder / "sea" / "lessons" / "tides.md").write_text(LESSON, encoding="utf-8")


def test_the_script_does_what_the_page_says(tmp_path: Path, env: dict[str, str]) -> None:
    assert SCRIPT
    _course(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT[1]], cwd=tmp_path, env=env, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert "The Moon matters more than the Sun for tides. Why?\tBecause it is much closer." in done.stdout
    assert done.stdout.endswith("test.html\n") and (tmp_path / "test.html").is_file()


@pytest.mark.slow
def test_the_script_is_typed(tmp_path: Path) -> None:
    assert SCRIPT
    (tmp_path / "script.py").write_text(SCRIPT[1], encoding="utf-8")
    checked = [sys.executable, "-m", "mypy", "--strict", "--config-file", os.devnull, "script.py"]
    done = subprocess.run(checked, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
