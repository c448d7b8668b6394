"""The commands without a terminal: what they print, what they cost, and the exit codes they end with."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from terminal import COMMAND, Play, Run, environment

from mediaquiz.cli.main import COMMANDS, cli
from mediaquiz.errors import EXIT_CODES

HEAVY = {"yaml", "jinja2", "genanki", "fsrs", "rich", "sqlite3", "asyncio", "wcwidth", "rapidfuzz", "markdown_it"}
RATING = "[Enter "


def imported(*arguments: str, cwd: Path) -> set[str]:
    """The top-level modules that a run imports."""
    program = (
        "import sys; from mediaquiz.cli.main import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: print('MODULES', *{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=environment(cwd),
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return set(done.stdout.rpartition("MODULES ")[2].split())


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), (), ("due",), ("due", "--short"), ("quiz",)])
def test_nothing_heavy_is_imported(course: Path, run: Run, arguments: tuple[str, ...]) -> None:
    run("due")  # fills the cache of decks, which needs YAML once
    assert not imported(*arguments, cwd=course) & HEAVY


def test_the_welcome_imports_next_to_nothing(tmp_path: Path) -> None:
    assert not imported(cwd=tmp_path) & HEAVY


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_is_there(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert command.help


def test_help_lists_every_command(run: Run) -> None:
    done = run("--help")
    assert done.returncode == 0
    assert all(f"\n  {name} " in done.stdout for name in COMMANDS)


def test_where_there_is_no_course_it_says_how_to_begin(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run(cwd=tmp_path / "empty")
    assert done.returncode == 0
    assert "mediaquiz init --demo" in done.stdout
    assert "mediaquiz quiz FILE" in done.stdout
    assert list((tmp_path / "empty").iterdir()) == []


def test_bare_says_what_is_due_and_what_to_do(run: Run) -> None:
    done = run()
    assert done.stdout == (
        "Light and sound\n10 cards are due: 10 new.\nStart: mediaquiz quiz\nRead the next lesson: mediaquiz read 1\n"
    )
    korean = run("--lang", "ko")
    assert korean.stdout == (
        "Light and sound\n지금 볼 카드가 10장 있어요: 새 카드 10.\n"
        "시작: mediaquiz quiz\n다음 레슨 읽기: mediaquiz read 1\n"
    )
    assert run(LANG="ko_KR.UTF-8").stdout == korean.stdout


def test_due(run: Run) -> None:
    assert run("due", "--short").stdout == "10\n"
    assert json.loads(run("--json", "due").stdout) == {
        "due": 10,
        "learning": 0,
        "review": 0,
        "new": 10,
        "next_at": None,
        "next_day": None,
        "waiting": 0,
        "unstarted": ["소리"],
        "limited": False,
        "next_lesson": 1,
    }


def test_cards_of_no_lesson_do_not_hide_the_lessons(run: Run) -> None:
    run("add", "What is a stop?", "Half or twice the light")
    assert run("due").stdout == "1 card is due: 1 new.\nStart: mediaquiz quiz\nRead the next lesson: mediaquiz read 1\n"


def test_the_command_that_begins_a_lesson_can_be_run_as_it_stands(course: Path, run: Run) -> None:
    deck = course / "decks" / "1-light.yaml"
    deck.write_text(deck.read_text().replace("title: Light", 'title: What "Light" Isn\'t'))
    run("add", "What is a stop?", "Half or twice the light")
    run("--json", "quiz", "--serve", stdin='{"do": "reveal"}\n{"do": "rate", "rating": 4}\n')
    told = run("due").stdout
    assert "2 lessons have not been started. Read the next, then be asked: mediaquiz read 1" in told.replace(
        "\n  ", " "
    )
    words = shlex.split(told.split("at once: ")[1])
    assert words[:3] == ["mediaquiz", "quiz", "--lesson"]
    assert run(*words[1:]).returncode == 0


@pytest.mark.parametrize(
    ("answers", "told"),
    [(0, "2 lessons, 12 items in 2 decks, 0 answers."), (1, "2 lessons, 12 items in 2 decks, 1 answer.")],
)
def test_check_counts_one_and_many(run: Run, answers: int, told: str) -> None:
    run("--json", "quiz", "--serve", stdin='{"do": "reveal"}\n{"do": "rate", "rating": 4}\n' * answers)
    assert told in run("check").stdout


def test_check_counts_one_lesson(course: Path, run: Run) -> None:
    for file in (course / "decks" / "1-light.yaml", course / "lessons" / "1-light.md"):
        file.unlink()
    assert "1 lesson, 2 items in 1 deck, 0 answers." in run("check").stdout
    assert "레슨 1개, 덱 1개에 항목 2개, 답 0개." in run("--lang", "ko", "check").stdout


def test_nothing_due_says_what_comes_and_what_could_be_started(play: Play, run: Run) -> None:
    with play("quiz", "--max", "1") as terminal:
        terminal.answer("press Enter", "\r")
        terminal.answer(RATING, "4")
        terminal.answer("answer back", "\r")
        assert terminal.end() == 0
    done = run("quiz", "--no-new")
    assert done.returncode == 0
    assert run("due", "--short").stdout == "9\n"


def test_a_course_that_is_done_for_today(course: Path, play: Play, run: Run) -> None:
    (course / "decks" / "1-light.yaml").unlink()
    with play("quiz") as terminal:
        for _ in range(2):
            terminal.answer("› " if _ == 0 else "press Enter", "\r")
            terminal.answer(RATING, "4")
        terminal.answer("answer back", "\r")
        assert terminal.end() == 0
    done = run("quiz")
    assert done.returncode == 0
    assert done.stdout.startswith("Nothing is due.\nThe next cards come in ")


def test_the_limit_of_the_day_is_told(run: Run, play: Play) -> None:
    run("config", "new_per_day", "1")
    run("--json", "quiz", "--serve", stdin='{"do": "reveal"}\n{"do": "rate", "rating": 4}\n')
    told = "The 1 new card of today is done. Another limit:\n  mediaquiz config new_per_day 11\n"
    assert told in run("due").stdout
    assert told in run("quiz", "--lesson", "소리").stdout
    with play("read", "2") as terminal:
        terminal.answer("Enter, b back", "\r")
        terminal.wait_for("new_per_day 11")
        assert terminal.end() == 0


def test_undo_takes_back_at_any_later_time(play: Play, run: Run) -> None:
    with play("quiz", "--max", "2") as terminal:
        terminal.answer("press Enter", "\r")
        terminal.answer(RATING, "4")
        terminal.answer("› ", "shutter\r")
        terminal.answer(RATING, "4")
        terminal.answer("answer back", "\r")
        terminal.end()
    assert run("due", "--short").stdout == "8\n"
    done = run("undo")
    assert done.stdout == "1 answer was taken back:\n  • What opens and closes to let light in?\n"
    assert run("due", "--short").stdout == "9\n"
    told = json.loads(run("--json", "undo", "5").stdout)
    assert [each["item"] for each in told["undone"]] == ["light0recall"]
    assert run("undo").stdout == "There is no answer to take back.\n"
    assert run("due", "--short").stdout == "10\n"


def test_a_lesson_is_found_by_a_part_of_its_name(run: Run) -> None:
    assert json.loads(run("--json", "quiz", "--lesson", "소리").stdout)["item"] == "sound00short"
    assert json.loads(run("--json", "quiz", "--lesson", "1-li").stdout)["item"] == "light0recall"
    missing = run("quiz", "--lesson", "taste")
    assert (missing.returncode, missing.stderr.splitlines()[1]) == (3, "Name one of: Light; 소리")
    assert run("quiz", "--lesson", "lessons").returncode == 3


def test_new_and_no_new(run: Run) -> None:
    assert json.loads(run("--json", "quiz", "--new").stdout)["total"] == 12
    assert run("quiz", "--no-new").stdout.startswith("10 cards are due")


def test_errors_have_a_message_a_hint_and_a_code(run: Run, tmp_path: Path) -> None:
    done = run("due", cwd=tmp_path)
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.startswith("Error: ")
    assert "mediaquiz init" in done.stderr
    told = json.loads(run("--json", "due", cwd=tmp_path).stdout)
    assert told.keys() == {"error", "hint"}
    assert run("quiz", "no-such-file.md").returncode == 3
    assert run("quiz", "-").returncode == 1


@pytest.mark.parametrize("arguments", [("nonsense",), ("quiz", "--max", "0"), ("--lang", "xx"), ("undo", "x")])
def test_a_wrong_command_line_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_bug_is_one_sentence(course: Path, run: Run) -> None:
    (course / "sitecustomize.py").write_text(
        "import mediaquiz.cli.due as due\ndef fail(context): raise RuntimeError('boom')\ndue.overview = fail\n",
        encoding="utf-8",
    )
    done = run(PYTHONPATH=str(course))
    assert done.returncode == 70
    assert "RuntimeError: boom" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Traceback" in run(PYTHONPATH=str(course), MEDIAQUIZ_DEBUG="1").stderr


@pytest.mark.parametrize("command", ["quiz", "read Light", "items list"])
def test_a_reader_that_goes_away_ends_the_command_as_any_other(course: Path, tmp_path: Path, command: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run(
            [*COMMAND, *command.split()],
            stdin=subprocess.DEVNULL,
            stdout=gone,
            stderr=subprocess.PIPE,
            env=environment(tmp_path),
            cwd=course,
            check=False,
        )
    assert done.stderr == b""
    assert done.returncode == 141


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_bug(course: Path, tmp_path: Path, closed: str) -> None:
    command = f"{sys.executable} -m mediaquiz quiz {closed}"
    done = subprocess.run(
        ["sh", "-c", command], env=environment(tmp_path), cwd=course, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp949", "latin-1"])
def test_small_encodings(run: Run, encoding: str) -> None:
    done = run("--lang", "ko", "quiz", "--lesson", "소리", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_a_broken_deck_is_said_and_does_not_stop_the_quiz(course: Path, run: Run) -> None:
    (course / "decks" / "3-broken.yaml").write_text("items:\n  - stem: no id, no type\n", encoding="utf-8")
    done = run("quiz")
    assert done.returncode == 0
    assert "tripod" in done.stdout
    assert "see: mediaquiz check" in done.stderr


def test_the_exit_codes_are_those_of_the_table(run: Run) -> None:
    assert {0, 1, 2, 3, 4, 70, 130, 141} <= set(EXIT_CODES)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_output_that_cannot_be_written_keeps_its_exit_code(course: Path) -> None:
    ended = (
        "import sys; from mediaquiz.cli import main as m; m.cli.main = lambda *a, **k: print('1') or sys.exit(143)\n"
    )
    with Path("/dev/full").open("w") as full:
        call = [sys.executable, "-c", f"{ended}m.main([])"]
        done = subprocess.run(call, env=environment(course), stdout=full, check=False)
    assert done.returncode == 143


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_what_the_interpreter_says_at_its_end_keeps_the_exit_code(course: Path) -> None:
    ended = (
        "import sys; from mediaquiz.cli import main as m; m.cli.main = lambda *a, **k: print('1') or sys.exit(143)\n"
        "import atexit; atexit.register(lambda: sys.stderr.write('Exception ignored in ...'))\n"
    )
    program = [sys.executable, "-c", f"{ended}m.main([])"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(program, env=environment(course), stdout=full, stderr=full, check=False)
    assert done.returncode == 143
