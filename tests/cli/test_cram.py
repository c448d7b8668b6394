"""Cramming: the loop of the quiz, and a schedule that never notices."""

import json
from pathlib import Path

from terminal import Play, Run

from mediaquiz.app.course import find
from mediaquiz.app.quiz import open_desk

TAG = ("--type", "choice")


def cards(course: Path) -> dict[str, object]:
    """What the log says of each card that was ever answered."""
    state = open_desk(find(course)).state
    return {name: card for name, card in state.cards.items() if card.answers}


def records(course: Path) -> list[dict[str, object]]:
    return [json.loads(line) for path in (course / "reviews").glob("*.jsonl") for line in path.read_text().splitlines()]


def test_a_card_is_crammed_until_it_is_known_and_stays_where_it_was(course: Path, play: Play, run: Run) -> None:
    with play("quiz", "--max", "1") as terminal:
        terminal.answer("press Enter", "\r")
        terminal.answer("[Enter ", "4")
        terminal.answer("answer back", "\r")
        terminal.end()
    before, due = cards(course), run("--json", "due").stdout
    with play("cram", "--lesson", "Light", "--type", "choice") as terminal:
        terminal.answer("1-4 ", "1")
        assert "1 Again   2 Hard   3 Good   4 Easy" in terminal.wait_for("[Enter ")
        terminal.press("1")
        assert "1/1 · 1 again · Light" in terminal.wait_for("1-4 ")
        terminal.press("3")
        terminal.answer("[Enter ", "3")
        assert "0 of 1 right at the first try" in terminal.wait_for("answer back")
        terminal.press("u\r")
        terminal.answer("[Enter ", "3")
        terminal.answer("answer back", "\r")
        assert terminal.end() == 0
    assert cards(course) == before and run("--json", "due").stdout == due
    crammed = [record for record in records(course) if record.get("purpose") == "cram"]
    assert [(record["rating"], record["item"]) for record in crammed] == [(1, crammed[0]["item"])] + [
        (3, crammed[0]["item"])
    ] * 2
    assert not any({"due", "ivl", "past", "params"} & record.keys() for record in crammed)
    assert json.loads(run("--json", "undo", "9").stdout)["undone"][0]["item"] == "light0recall"


def test_all_cards_come_mixed_and_the_seed_mixes_them_again(run: Run) -> None:
    first = [json.loads(run("--json", "cram", "--seed", str(seed)).stdout) for seed in (1, 1, 2, 3, 4)]
    assert {each["total"] for each in first} == {12}
    assert first[0] == first[1]
    assert len({each["item"] for each in first}) > 1
    assert json.loads(run("--json", "cram", "--max", "3").stdout)["total"] == 3


def test_filters_and_nothing_that_fits(run: Run) -> None:
    assert json.loads(run("--json", "cram", "--lesson", "소리").stdout)["lesson"] == "소리"
    assert run("cram", "--tag", "no-such-tag").stdout == "No card fits.\n"
    assert json.loads(run("--json", "cram", "--tag", "no-such-tag").stdout) == {"total": 0}
    assert run("cram", "--lesson", "taste").returncode == 3
    assert run("quiz", "--tag", "no-such-tag").stdout.startswith("None of the cards that fit is due.\n10 cards")


def test_in_a_pipe_the_command_that_goes_on_has_its_filters(run: Run) -> None:
    said = run("cram", "--lesson", "Light", "--type", "choice").stdout
    assert said.endswith("mediaquiz cram --lesson Light --type choice\n")
