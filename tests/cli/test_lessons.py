"""The lessons of a course: listed, read page by page, then quizzed."""

import json
from io import StringIO
from pathlib import Path

from terminal import Play, Run

from mediaquiz.cli.read import pages_of
from mediaquiz.cli.ui import Ui
from mediaquiz.model.lesson import Block, Entry, Lesson, Role
from mediaquiz.model.problem import Span


def test_lessons_tell_how_far_each_is(run: Run) -> None:
    done = run("lessons")
    assert done.returncode == 0
    assert "  1  Light (not started)" in done.stdout
    told = json.loads(run("--json", "lessons").stdout)["lessons"]
    assert [(one["number"], one["title"], one["started"], one["cards"]) for one in told] == [
        (1, "Light", False, 10),
        (2, "소리", False, 2),
    ]


def test_a_lesson_is_read_and_then_asked(course: Path, play: Play) -> None:
    with play("read", "1") as terminal:
        terminal.wait_for("say first what you remember")
        terminal.answer("Enter, b back", "\r")
        terminal.answer("Enter, b back", "\r")
        terminal.answer("Why does a tripod", "q\r")
        assert terminal.end() == 0
    (log,) = (course / "reviews").glob("*.jsonl")
    assert json.loads(log.read_text(encoding="utf-8"))["lesson"] == "lessons/1-light.md"


def test_leaving_a_lesson_early_does_not_start_it(course: Path, play: Play) -> None:
    with play("read", "소리") as terminal:
        terminal.answer("Enter, b back", "q\r")
        assert terminal.end() == 0
    assert not list((course / "reviews").glob("*.jsonl"))


def test_without_a_terminal_the_lesson_is_printed(run: Run) -> None:
    assert "shutter" in run("read", "Light").stdout
    assert json.loads(run("--json", "read", "1").stdout)["path"] == "lessons/1-light.md"


def test_an_unknown_lesson_is_an_error(run: Run) -> None:
    done = run("read", "9")
    assert (done.returncode != 0, "mediaquiz lessons" in done.stderr) == (True, True)


def test_pages_hold_every_line_and_takeaways_begin_one() -> None:
    def block(role: Role, text: str, *entries: str, columns: tuple[str, ...] = ()) -> Block:
        rows = tuple(Entry(f"{entry} is", entry, (f"{entry} is",)) for entry in entries)
        return Block(role, text, Span("a.md"), ("Title", role.value), rows, columns)

    lesson = Lesson(
        "a.md",
        "Title",
        blocks=(
            block(Role.CODE, "\n".join(f"  line {n}" for n in range(25))),
            block(Role.TABLE, "", "one", "two", columns=("what", "how")),
            block(Role.TAKEAWAYS, "", "first", "second"),
        ),
    )
    pages = list(pages_of(lesson, Ui(StringIO(), env={"COLUMNS": "40"}), 10))
    lines = ["".join(text for text, _ in line) for page in pages for line in page.lines]
    assert all(len(page.lines) <= 10 for page in pages)
    assert [f"  line {n}" for n in range(25)] == [line for line in lines if "line " in line]
    assert [page.checkpoint for page in pages] == [*[False] * (len(pages) - 1), True]
    assert lines[-1] == "  • second is"
    assert "  one  one is" in lines


def test_a_lesson_is_named_by_its_number_for_the_quiz_too(run: Run, course: Path) -> None:
    assert "울림" in run("quiz", "--lesson", "2").stdout
    assert "소리" in run("cram", "--lesson", "2").stdout
    for wrong in ("0", "3"):
        done = run("quiz", "--lesson", wrong)
        assert (done.returncode, done.stdout) == (3, "")
        assert done.stderr == f"Error: there is no lesson {wrong}\nThere are 2; see: mediaquiz lessons\n"
    deck = course / "decks" / "1-light.yaml"
    deck.write_text(deck.read_text().replace("title: Light", "title: '2'"))
    assert "tripod" in run("quiz", "--lesson", "2").stdout, "a title goes before a number"
