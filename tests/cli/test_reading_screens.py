"""What stands on the screen while lessons are listed and read, and when a page may be kept: in every setting.

A changed screen is accepted as in ``test_transcripts``.
"""

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from terminal import Play, Run, Terminal, visible
from test_transcripts import compare, lines

PAGES = Path(__file__).parent / "pages"
RATING = "[Enter "
TURN = "Enter, b back, q ends"
KEEP = [
    ("press Enter", "\r"),
    (RATING, "4"),
    ("Enter ends", "\r"),
    ("› ", "mediaquiz.yaml\r"),
    ("› ", "../kept\r"),
]
PAGE = """\
# Exposure

## Key Takeaways

- A wide **aperture** blurs the background, because light arrives from many angles.
"""


@dataclass(frozen=True)
class Setting:
    """A kind of terminal: options before the command, columns, environment, whether keys are lines, pages to read."""

    options: tuple[str, ...] = ()
    columns: int = 80
    env: dict[str, str] = field(default_factory=dict)
    by_line: bool = False
    pages: int = 2


SETTINGS = {
    "tty": Setting(),
    "40": Setting(columns=40),
    "no-colour": Setting(env={"NO_COLOR": "1"}),
    "dumb": Setting(env={"TERM": "dumb"}, by_line=True),
    "plain": Setting(options=("--plain",)),
}
MAY_ESCAPE = {"tty", "40"}
EACH = [pytest.param(name, marks=[] if name in ("tty", "dumb") else pytest.mark.slow) for name in SETTINGS]


@pytest.fixture
def course(course: Path) -> Path:
    """The course of the tests with a third lesson, which has all that a lesson may hold."""
    shutil.copy(PAGES / "exposure.md", course / "lessons" / "3-exposure.md")
    shutil.copy(PAGES / "exposure.yaml", course / "decks" / "3-exposure.yaml")
    return course


def played(play: Play, name: str, *command: str, steps: list[tuple[str, str]], stdin: bytes | None = None) -> Terminal:
    """The command in a setting, with its keys pressed, to its end."""
    setting = SETTINGS[name]
    with play(*setting.options, *command, columns=setting.columns, stdin=stdin, **setting.env) as terminal:
        for words, keys in lines(steps) if setting.by_line else steps:
            terminal.answer(words, keys)
        assert terminal.end() == 0
    assert name in MAY_ESCAPE or "\x1b" not in terminal.screen
    return terminal


def settled(terminal: Terminal) -> str:
    """The screen without what differs from run to run: times, and the days that chance adds to an interval."""
    screen = re.sub(r"\b\d+(?= seconds?|d\b| days)", "(n)", visible(terminal.screen))
    return re.sub(r"(?<=Week: ).*|(?<=seven days: ).*", "(week)", screen)


@pytest.mark.parametrize("name", EACH)
def test_the_list_of_lessons(play: Play, run: Run, name: str) -> None:
    run("--json", "quiz", "--serve", stdin='{"do": "reveal"}\n{"do": "rate", "rating": 4}\n')
    compare(f"lessons-{name}", visible(played(play, name, "lessons", steps=[]).screen))


@pytest.mark.parametrize("name", EACH)
def test_a_lesson_read_and_asked(play: Play, name: str) -> None:
    there_and_back = [(TURN, "\r"), (TURN, "b\r"), *[(TURN, "\r")] * SETTINGS[name].pages]
    asked = [("press Enter", "\r"), (RATING, "4"), ("Enter ends", "\r")]
    terminal = played(play, name, "read", "3", steps=[*there_and_back, *asked])
    compare(f"read-{name}", settled(terminal))


@pytest.mark.parametrize("name", EACH)
def test_a_page_that_is_kept(play: Play, name: str) -> None:
    terminal = played(play, name, "quiz", "-", "--max", "1", steps=KEEP, stdin=PAGE.encode())
    compare(f"keep-{name}", settled(terminal))


def test_in_a_pipe(run: Run) -> None:
    for name, command in (("lessons", ["lessons"]), ("read", ["read", "3"])):
        done = run(*command)
        assert (done.returncode, done.stderr) == (0, "")
        compare(f"{name}-pipe", done.stdout)


def test_a_page_in_a_pipe_is_not_offered(run: Run) -> None:
    done = run("quiz", "-", "--seed", "1", stdin=PAGE)
    assert (done.returncode, done.stderr) == (0, "")
    compare("keep-pipe", done.stdout)


@pytest.mark.parametrize("name", ["tty", "dumb"])
def test_a_word_turns_no_page(play: Play, name: str) -> None:
    words = [(TURN, keys) for keys in ("baking\r", "quit\r", "다음\r", "z\r")]
    terminal = played(play, name, "read", "3", steps=[*words, (TURN, "q\r")])
    assert terminal.words.count("Enter turns the page, b and Enter turns back, q and Enter ends.") == 4
    assert terminal.words.count("Page 1 of") == 5 and "Key Takeaways" not in terminal.words
