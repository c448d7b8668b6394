"""A page that was quizzed at once is kept, with its answers."""

import json
from pathlib import Path

from terminal import Play, Run

PAGE = """\
# Exposure

**Aperture** is the opening of a lens through which light reaches the sensor.

**Shutter speed** is the length of time for which the sensor collects light.

## Key Takeaways

- A wide **aperture** blurs the background, because light arrives from many angles.
- A slow **shutter speed** blurs whatever moves during the exposure.
"""


def quiz_and_keep(play: Play, *folders: str) -> str:
    """Reveals and rates the first card, ends, and names folders until one is taken."""
    with play("quiz", "-", "--max", "1", stdin=PAGE.encode()) as terminal:
        terminal.wait_for("\n1/1")
        terminal.wait_for_any("press Enter", "› ", "1-4", "for false ")
        terminal.press("\r")
        terminal.answer("[Enter", "4")
        terminal.answer("answer back ", "\r")
        for folder in folders:
            terminal.wait_for("Keep this page?")
            terminal.answer("› ", folder + "\r")
        assert terminal.end() == 0
        return terminal.words


def answers(course: Path) -> list[dict[str, object]]:
    found = [json.loads(line) for log in (course / "reviews").glob("*.jsonl") for line in log.read_text().splitlines()]
    return [record for record in found if record["t"] == "review"]


def test_a_page_becomes_a_course_with_its_history(course: Path, play: Play, run: Run) -> None:
    assert "Kept in" in quiz_and_keep(play, "../kept")
    kept = course.parent / "kept"
    (answer,) = answers(kept)
    assert str(answer["item"]) in "".join(deck.read_text() for deck in (kept / "decks").glob("*.yaml"))
    assert run("check", cwd=kept).returncode == 0
    again = json.loads(run("--json", "undo", cwd=kept).stdout)
    assert [one["item"] for one in again["undone"]] == [answer["item"]]


def test_a_page_is_added_to_a_course(course: Path, play: Play, run: Run) -> None:
    before = {deck.name: deck.read_bytes() for deck in (course / "decks").glob("*.yaml")}
    quiz_and_keep(play, "mediaquiz.yaml", ".")
    assert len(answers(course)) == 1
    assert len(list((course / "lessons").iterdir())) == 3
    assert before.items() <= {deck.name: deck.read_bytes() for deck in (course / "decks").glob("*.yaml")}.items()
    again = quiz_and_keep(play, ".", "")
    assert "is this page already" in again
    assert len(answers(course)) == 1


def test_enter_keeps_nothing(course: Path, play: Play) -> None:
    before = sorted(course.rglob("*"))
    quiz_and_keep(play, "")
    assert sorted(course.rglob("*")) == before


def test_a_folder_that_cannot_be_made_is_told_and_asked_again(course: Path, play: Play) -> None:
    told = quiz_and_keep(play, "mediaquiz.yaml/below", "~nobody-of-this-name/kept", "x" * 300, "")
    assert told.count("Error: Cannot use") == 3
    assert "failed" not in told
