"""Bad input: a message with what to do, an exit code as documented, nothing lost, never a traceback."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from shells import ROOT, Shell

from mediaquiz.model.review import Kind
from mediaquiz.store.log import append

BYTES = ROOT / "tests" / "fixtures" / "bytes"


@pytest.mark.parametrize(
    ("name", "code", "problem"),
    [
        ("empty.md", 1, "MQ102"),
        ("blank.md", 1, "MQ102"),
        ("image.txt", 1, "MQ103"),
        ("cp949.txt", 1, "MQ104"),
        ("utf16.txt", 1, "MQ104"),
        ("no-such-file.md", 3, "MQ101"),
        (".", 3, "MQ101"),
    ],
)
def test_extract_of_a_file_that_is_no_lesson(shell: Shell, name: str, code: int, problem: str) -> None:
    done = shell("extract", str(BYTES / name))
    assert done.returncode == code
    assert problem in done.stderr
    assert len(done.stderr.strip().splitlines()) >= 2, "a message, and what to do"


def test_a_file_that_cannot_be_read_does_not_stop_the_others(shell: Shell) -> None:
    lesson = ROOT / "lessons" / "01-foundations" / "01-what-generative-means.md"
    done = shell("extract", "--json", "nowhere.md", str(lesson))
    first, second = done.stdout.splitlines()
    assert '"MQ101"' in first
    assert '"items": [{' in second
    assert done.returncode == 3


def test_windows_line_ends_and_a_bom_make_no_difference(shell: Shell) -> None:
    raw = (BYTES / "crlf-bom.md").read_bytes()
    (shell.folder / "unix.md").write_bytes(raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n"))
    (shell.folder / "windows.md").write_bytes(raw)
    unix, windows = (shell("extract", "--json", name).stdout for name in ("unix.md", "windows.md"))
    assert unix.replace("unix.md", "windows.md") == windows


@pytest.mark.parametrize("command", [["quiz"], ["build"], ["check"], ["items", "list"], ["export", "anki"]])
def test_outside_a_course_every_command_says_how_to_begin(shell: Shell, command: list[str]) -> None:
    done = shell(*command)
    assert done.returncode == 3
    assert "mediaquiz init" in done.stderr


def test_alone_in_an_empty_folder_it_welcomes(shell: Shell) -> None:
    done = shell()
    assert done.returncode == 0
    assert "init --demo" in done.stdout


def test_an_unknown_command_is_a_usage_error(shell: Shell) -> None:
    assert shell("quizz").returncode == 2


def test_quiz_on_a_page_without_questions(shell: Shell) -> None:
    done = shell("quiz", "-", stdin="Nothing here can be asked.")
    assert done.returncode == 1
    assert "no question" in done.stderr
    assert shell("quiz", "-", stdin="").returncode == 1


def test_quiz_on_standard_input_that_is_no_text(shell: Shell) -> None:
    done = shell("quiz", "-", stdin=b"\x89PNG\r\n\x1a\n\x00\x00")
    assert done.returncode == 3
    assert "text" in done.stderr


def test_init_where_a_course_is_already(course: Shell) -> None:
    done = course("init")
    assert done.returncode == 1
    assert "already" in done.stderr


def test_export_with_nothing_to_export(shell: Shell) -> None:
    (shell.folder / "lessons").mkdir()
    done = shell("export", "anki")
    assert done.returncode == 1
    assert "MQ503" in done.stderr
    assert list(shell.folder.glob("*.apkg")) == []


def test_a_failed_export_leaves_the_older_file(course: Shell) -> None:
    target = course.folder / "sub"
    target.write_text("a file, not a folder")
    done = course("export", "anki", "-o", "sub/deck.apkg")
    assert done.returncode == 4
    assert target.read_text() == "a file, not a folder"


def test_a_damaged_cache_only_costs_time(course: Shell) -> None:
    before = course("items", "list").stdout
    for name in ("decks.json", "course.json"):
        (course.folder / ".mediaquiz" / name).write_text("{")
    assert course("items", "list").stdout == before


def test_an_unknown_setting_in_the_course_file_is_told(course: Shell) -> None:
    with (course.folder / "mediaquiz.yaml").open("a", encoding="utf-8") as file:
        file.write("\ncolour: blue\n")
    assert "MQ602" in course("build").stderr


def test_check_says_that_all_is_well(course: Shell) -> None:
    done = course("check")
    assert done.returncode == 0, done.stderr
    assert "All is well" in done.stdout


def test_check_counts_a_damaged_log(course: Shell) -> None:
    reviews = Path(course.folder / "reviews")
    reviews.mkdir()
    (reviews / "abcdefgh-2026.jsonl").write_bytes(b'{"v":1,"id":"abcdefgh-1","t":"rev')
    done = course("check")
    assert "MQ402" in done.stdout


def test_a_clock_that_is_far_behind_the_log_is_told_before_the_first_question(course: Shell) -> None:
    later = datetime.now(UTC) + timedelta(days=40)
    append(course.folder / "reviews", "abcdefgh", Kind.READ, later, later.date(), data={"lesson": "lessons/a.md"})
    assert "MQ406" in course("check").stdout
    done = course("quiz", "--new")
    assert done.returncode == 0
    assert "check" in done.stderr
