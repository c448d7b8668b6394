"""Answers out and home again through the real commands."""

import json
from pathlib import Path

from terminal import Play, Run


def test_answers_go_out_and_come_home_once(course: Path, tmp_path: Path, play: Play, run: Run) -> None:
    assert run("export", "reviews", "-o", "none.csv").returncode == 1
    with play("quiz", "--max", "2") as terminal:
        terminal.answer("press Enter", "\r")
        terminal.answer("[Enter ", "4")
        terminal.answer("› ", "shutter\r")
        terminal.answer("[Enter ", "4")
        terminal.answer("answer back", "\r")
        terminal.end()
    due = run("--json", "due").stdout
    done = run("export", "reviews", "-o", "r.csv")
    assert (done.returncode, len((course / "r.csv").read_text().splitlines())) == (0, 3)
    assert "0 new reviews; 2 were here already." in run("import", "reviews", "r.csv").stdout

    (course / "reviews").rename(tmp_path / "lost")
    checked = json.loads(run("--json", "import", "reviews", "--check", "r.csv").stdout)
    assert (checked["reviews"], checked["known_reviews"]) == (2, 0)
    assert "2 new reviews; 0 were here already." in run("import", "reviews", "r.csv").stdout
    assert run("--json", "due").stdout == due, "the due days are computed again, to the same day"


def test_reviews_of_cards_that_are_not_here_are_told(course: Path, run: Run) -> None:
    (course / "r.csv").write_text("card_id,review_time,review_rating\nnobody,1772323200000,3\n")
    assert "1 review is of a card that no deck here holds; it was left out." in run("import", "reviews", "r.csv").stdout
