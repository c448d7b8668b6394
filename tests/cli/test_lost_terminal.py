"""Ctrl-C, Ctrl-D, a lost terminal, another size and an editor that fails: at every prompt that takes more than a key.

Whatever happens, what was answered before is saved, no file is left half written, and the same command goes on.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from terminal import Play, Run, Terminal

RATING = "[Enter "
TURN = "Enter, b back, q ends"
ANSWERED = [("press Enter", "\r"), (RATING, "4")]
EDITING = "echo editing; read -r words"
"""An editor that waits for a line."""
PAGE = b"""\
# Exposure

## Key Takeaways

- A wide **aperture** blurs the background, because light arrives from many angles.
"""


@dataclass(frozen=True)
class Prompt:
    """How a prompt is reached, what stands on its line, and how many answers were given before."""

    command: str
    steps: Sequence[tuple[str, str]]
    words: str
    answers: int = 0
    stdin: bytes | None = None


PROMPTS = {
    "first page": Prompt("read 1", [], TURN),
    "last page": Prompt("read 1", [(TURN, "\r")], TURN),
    "note": Prompt("quiz", [*ANSWERED, ("› ", "/n\r")], "Your note: ", 1),
    "half a note": Prompt("quiz", [*ANSWERED, ("› ", "/n\r"), ("Your note: ", "ope")], "ope", 1),
    "flag": Prompt("quiz", [*ANSWERED, ("› ", "/f\r")], "wrong with this card? ", 1),
    "keep": Prompt("quiz - --max 1", [*ANSWERED, ("answer back ", "\r"), ("Keep this", "")], "› ", 1, PAGE),
    "half a folder": Prompt(
        "quiz - --max 1", [*ANSWERED, ("answer back ", "\r"), ("Keep this", ""), ("› ", "../ke")], "../ke", 1, PAGE
    ),
}
EACH = [pytest.param(name, marks=[] if name in ("last page", "keep") else pytest.mark.slow) for name in PROMPTS]


def reach(play: Play, prompt: Prompt) -> Terminal:
    """A terminal on which the prompt waits."""
    terminal = play(*prompt.command.split(), stdin=prompt.stdin)
    for words, keys in prompt.steps:
        terminal.answer(words, keys)
    terminal.wait_for(prompt.words)
    return terminal


def saved(course: Path) -> list[dict[str, object]]:
    """All records of the course and of the pages beside it; every line of every log must be whole."""
    logs = sorted(course.parent.rglob("reviews/*.jsonl"))
    return [json.loads(line) for log in logs for line in log.read_text(encoding="utf-8").splitlines()]


def nothing_lost(course: Path, run: Run, prompt: Prompt) -> None:
    assert [record["t"] for record in saved(course)] == ["review"] * prompt.answers
    assert not [*course.parent.rglob(".mediaquiz-*.tmp")]
    assert not (course.parent / "kept").exists()
    assert run("check").returncode == 0


@pytest.mark.parametrize("name", EACH)
def test_interrupt(course: Path, play: Play, run: Run, name: str) -> None:
    with reach(play, PROMPTS[name]) as terminal:
        terminal.interrupt("every answer is saved")
        assert terminal.end() == 130
        assert terminal.echoes()
    nothing_lost(course, run, PROMPTS[name])


@pytest.mark.parametrize("name", EACH)
def test_end_of_input(course: Path, play: Play, run: Run, name: str) -> None:
    with reach(play, PROMPTS[name]) as terminal:
        if name.startswith("half"):
            terminal.press("\x15")  # Ctrl-D ends the input only on an empty line
        terminal.hang_up()
        assert terminal.end() == 0
        assert terminal.echoes()
    nothing_lost(course, run, PROMPTS[name])


@pytest.mark.parametrize("name", EACH)
def test_a_lost_terminal(course: Path, play: Play, run: Run, name: str) -> None:
    with reach(play, PROMPTS[name]) as terminal:
        assert terminal.disconnect() in (0, 1, 129, 130)
    nothing_lost(course, run, PROMPTS[name])


def test_a_note_survives_another_size(course: Path, play: Play) -> None:
    with reach(play, PROMPTS["half a note"]) as terminal:
        terminal.resize(30)
        terminal.press("n the lens\r")
        terminal.wait_for("you see it")
        terminal.answer("› ", "\r")
        told = terminal.wait_for("Your note: open the lens")
        assert max(map(len, told.splitlines())) <= 30
    assert [record.get("text") for record in saved(course)] == [None, "open the lens"]


def test_pages_follow_the_size(course: Path, play: Play) -> None:
    takeaways = "\n".join(f"- The colour number {number} of the wheel has a neighbour." for number in range(30))
    lesson = course / "lessons" / "1-light.md"
    lesson.write_text(f"# Light\n\nA lesson for the tests of the quiz.\n\n## Key Takeaways\n\n{takeaways}\n")
    with play("read", "1") as terminal:
        terminal.wait_for("1 of 3: Enter")
        terminal.resize(24, 12)
        terminal.press("\r")
        assert "1 of 3" not in terminal.wait_for(TURN[:8])
        read = terminal.words
        while "press Enter" not in read.rsplit(": Enter", 1)[-1]:
            terminal.press("\r")
            terminal.wait_for_any(": Enter", "press Enter")
            read = terminal.words
        terminal.answer("", "q\r")
        assert terminal.end() == 0
    assert [n for n in range(30) if f"colour number {n}" not in " ".join(read.split())] == []


def test_ctrl_c_in_the_editor_is_the_editors(course: Path, play: Play) -> None:
    with play("quiz", EDITOR=f"sh -c '{EDITING}'") as terminal:
        terminal.answer("press Enter", "e\r")
        terminal.wait_for("editing")
        terminal.press("\x03")
        terminal.wait_for("ended with code")
        terminal.answer("press Enter", "q\r")
        assert terminal.end() == 0
    assert saved(course) == []


def test_a_terminal_that_is_lost_in_the_editor(course: Path, play: Play, run: Run) -> None:
    deck = course / "decks" / "1-light.yaml"
    before = deck.read_bytes()
    with play("quiz", EDITOR=f"sh -c '{EDITING}'") as terminal:
        terminal.answer("press Enter", "e\r")
        terminal.wait_for("editing")
        assert terminal.disconnect() in (1, 129)
    assert deck.read_bytes() == before
    assert run("check").returncode == 0


@pytest.mark.parametrize(
    ("editor", "told"),
    [
        ("no-such-editor", "cannot be started"),
        pytest.param("false", "ended with code 1", marks=pytest.mark.slow),
        pytest.param("'unclosed", "quotation marks", marks=pytest.mark.slow),
        pytest.param("sh -c 'kill -9 $$'", "ended with code -9", marks=pytest.mark.slow),
        ("rm", "does not exist"),
    ],
)
def test_an_editor_that_fails(course: Path, play: Play, editor: str, told: str) -> None:
    with play("quiz", EDITOR=editor) as terminal:
        for words, keys in ANSWERED:
            terminal.answer(words, keys)
        terminal.answer("› ", "/e\r")
        terminal.wait_for(told)
        terminal.answer("› ", "shutter\r")
        terminal.answer(RATING, "4")
        terminal.answer("› ", "/q\r")
        assert terminal.end() == 0
    assert [record["t"] for record in saved(course)] == ["review", "review"]


@pytest.mark.parametrize(
    ("keys", "ends"),
    [("\x03", 130), pytest.param("\x04", 0, marks=pytest.mark.slow), pytest.param("q", 0, marks=pytest.mark.slow)],
)
def test_leaving_a_deck_that_was_broken_in_the_editor(course: Path, play: Play, keys: str, ends: int) -> None:
    with play("quiz", EDITOR="sed -i '0,/type: recall/s//type: recal/'") as terminal:
        for words, pressed in ANSWERED:
            terminal.answer(words, pressed)
        terminal.answer("› ", "/e\r")
        terminal.answer("q leaves it", keys)
        if ends == 0:
            terminal.answer("› ", "/q\r")
        assert terminal.end() == ends
    assert [record["t"] for record in saved(course)] == ["review"]
