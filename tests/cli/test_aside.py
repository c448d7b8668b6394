"""Cards put aside, brought back and made new, over restarts; and all of it taken back."""

import json
from pathlib import Path

import pytest
from terminal import Play, Run

from mediaquiz.app.aside import begin
from mediaquiz.app.course import find
from mediaquiz.app.quiz import open_desk
from mediaquiz.schedule.card import CardState


def cards(course: Path) -> dict[str, CardState]:
    """What the log says of each card that was ever answered."""
    state = open_desk(find(course)).state
    return {name: card for name, card in state.cards.items() if card.answers}


def answer(play: Play, rating: str) -> None:
    """A sitting of one card, rated so."""
    with play("quiz", "--max", "1", "--type", "recall") as terminal:
        terminal.answer("press Enter", "\r")
        terminal.answer("[Enter ", rating)
        terminal.answer("answer back", "\r")
        assert terminal.end() == 0


def test_suspend_and_resume_by_filter_and_by_id(run: Run) -> None:
    told = json.loads(run("--json", "suspend", "--check", "--lesson", "Light").stdout)
    assert (len(told["cards"]), told["written"]) == (10, False)
    assert run("due", "--short").stdout == "10\n"
    assert run("suspend", "--lesson", "Light").stdout.startswith("10 cards are suspended:\n  • ")
    assert run("suspend", "--lesson", "Light").stdout == "There is no such card to change.\n"
    assert json.loads(run("--json", "quiz", "--lesson", "Light").stdout)["due"] == 2, "the other lesson begins"
    assert run("resume", "light0rec").stdout.startswith("1 card will be asked again:")
    assert json.loads(run("--json", "quiz", "--lesson", "Light").stdout)["item"] == "light0recall"
    assert run("--lang", "ko", "resume", "--type", "choice").stdout.startswith("카드 1장을 다시 물어봐요:")


@pytest.mark.parametrize("command", ["suspend", "resume", "reset"])
def test_cards_must_be_named(run: Run, command: str) -> None:
    assert run(command).returncode == 2
    assert run(command, "no-such-card").returncode == 3


def test_a_reset_card_is_new_and_undo_brings_its_history_back(course: Path, play: Play, run: Run) -> None:
    answer(play, "4")
    before = cards(course)
    assert run("reset", "light0recall").stdout.startswith("1 card is new again; undo takes it back:")
    assert json.loads(run("--json", "due").stdout)["new"] == 10
    assert run("reset", "light0recall").stdout == "There is no such card to change.\n"
    said = run("undo").stdout
    assert said == "1 answer was taken back:\n  • Why does a tripod help in the dark? (it had been reset)\n"
    assert cards(course) == before


def test_undo_over_restarts_leaves_exactly_what_was_before(course: Path, play: Play, run: Run) -> None:
    answer(play, "4")
    before, due = cards(course), run("--json", "due").stdout
    run("reset", "light0recall")
    answer(play, "4")
    assert cards(course) != before
    assert len(json.loads(run("--json", "undo", "2").stdout)["undone"]) == 2
    assert (cards(course), run("--json", "due").stdout) == (before, due)


def test_a_lesson_that_is_begun_once_stays_begun(
    course: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEDIAQUIZ_STATE", str(tmp_path / "state"))
    for _ in range(2):
        assert begin(open_desk(find(course)), "소리").lesson == "lessons/2-sound.md"
    log = [line for path in (course / "reviews").glob("*.jsonl") for line in path.read_text().splitlines()]
    assert len(log) == 1
    assert json.loads(run("--json", "due").stdout)["unstarted"] == ["Light"]
    assert json.loads(run("--json", "quiz").stdout)["lesson"] == "소리"
