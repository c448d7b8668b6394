"""Settings: of a course in its log, of the user in a file; names, values and files that are not understood."""

import json
from pathlib import Path

import pytest
from terminal import Run

from mediaquiz.app.usersettings import LANGUAGES, NAMES
from mediaquiz.cli import strings


def values(run: Run, *arguments: str) -> dict[str, tuple[object, str]]:
    told = json.loads(run("--json", "config", *arguments).stdout)
    return {name: (one["value"], one["origin"]) for name, one in told.items()}


def test_everything_that_can_be_set_is_shown_with_what_it_means(run: Run) -> None:
    shown = run("config").stdout
    assert all(f"\n  {name}  " in f"\n{shown}" for name in NAMES)
    assert "하루에 나오는 새 카드 수" in run("--lang", "ko", "config").stdout
    assert LANGUAGES == strings.LANGUAGES


def test_a_course_says_otherwise_than_the_user_who_says_otherwise_than_the_program(run: Run) -> None:
    assert run("config", "--user", "new_per_day", "7").stdout == "new_per_day is 7 in all your courses.\n"
    assert run("due", "--short").stdout == "7\n"
    assert run("config", "new_per_day", "3").stdout == "new_per_day is 3 in this course.\n"
    assert run("config", "new_per_day").stdout == "3\n"
    assert run("due", "--short").stdout == "3\n"
    assert values(run)["new_per_day"] == (3, "course")
    assert values(run, "--user")["new_per_day"] == (7, "user")
    assert run("config", "--unset", "new_per_day").stdout == "new_per_day is 7 in all your courses.\n"
    assert run("config", "--user", "--unset", "new_per_day").stdout.startswith("new_per_day is 20 again")
    assert values(run)["new_per_day"] == (20, "default")


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("learning_steps", ["1m", "15m"], ["1m", "15m"]),
        ("learning_steps", [""], []),
        ("fuzz", ["off"], False),
        ("backlog", ["no"], None),
        ("desired_retention", ["0.85"], 0.85),
        ("desired_retention", ["1.2"], None),
        ("parameters", ["0.2,0.3"], None),
        ("language", ["fr"], None),
    ],
)
def test_values(run: Run, name: str, typed: list[str], value: object) -> None:
    done = run("--json", "config", name, *typed)
    if value is None:
        assert (done.returncode, json.loads(done.stdout).keys()) == (1, {"error", "hint"})
    else:
        assert json.loads(done.stdout)["value"] == value


def test_a_wrong_name_gets_the_right_one(run: Run) -> None:
    done = run("config", "new_per_dya", "3")
    assert (done.returncode, done.stderr.splitlines()[1]) == (3, "Did you mean new_per_day?")
    assert run("config", "--unset").returncode == 2


def test_the_language_is_the_users_and_holds_everywhere(run: Run, tmp_path: Path) -> None:
    assert run("config", "language", "ko").returncode == 0
    assert run("due").stdout.startswith("지금 볼 카드가")
    assert run("--lang", "en", "due").stdout.startswith("10 cards")
    (tmp_path / "elsewhere").mkdir()
    assert run("config", "language", cwd=tmp_path / "elsewhere").stdout == "ko\n"
    run("config", "--unset", "language")
    assert run("due").stdout.startswith("10 cards")


HAND = """\
# mine
new_per_dya = 3
new_per_day = 9   # not too many

[later]
new_per_day = 1
"""


def test_a_file_that_a_hand_wrote_keeps_its_other_lines(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "config" / "config.toml"
    file.parent.mkdir()
    file.write_text(HAND, encoding="utf-8")
    said = run("check")
    assert "Did you mean new_per_day?" in said.stdout + said.stderr
    assert run("config", "--user", "new_per_day", "4").returncode == 0
    assert run("config", "--user", "fuzz", "off").returncode == 0
    wanted = HAND.replace("new_per_day = 9   # not too many\n\n", "new_per_day = 4\n\nfuzz = false\n")
    assert file.read_text(encoding="utf-8") == wanted


@pytest.mark.parametrize("text", ["new_per_day = [\n", 'new_per_day = """\n7\n"""\n', "\xff"])
def test_a_file_that_cannot_be_changed_safely_is_left_alone(run: Run, tmp_path: Path, text: str) -> None:
    file = tmp_path / "config" / "config.toml"
    file.parent.mkdir()
    file.write_bytes(text.encode("latin-1"))
    done = run("config", "--user", "new_per_day", "4")
    assert done.returncode == 1 and "cannot be changed" in done.stderr
    assert file.read_bytes() == text.encode("latin-1")
    assert run("due").returncode == 0
