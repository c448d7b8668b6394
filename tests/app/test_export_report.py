"""What a teacher sees of exports to learning platforms: the report before, the warnings, the way back home."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from shells import Shell

REPORT = """\
    2  recall     in another form: an essay that a teacher grades; the answer
                  is shown afterwards
    1  choice     as it is: multiple choice, one right
    1  list       in another form: an essay that a teacher grades: no quiz
                  there takes members in any order
"""
DECK = """\
items:
  - {id: r2a3b4c5d6e7, type: recall, stem: Why does tea cool?, answer: It loses heat.}
  - {id: r2a3b4c5d6e8, type: recall, stem: Why is =1+1 no formula?, answer: "=1+1"}
  - {id: c2a3b4c5d6e7, type: choice, stem: Which is grassy?, key: green tea, distractors: [black tea, oolong]}
  - {id: m2a3b4c5d6e7, type: list, stem: Name all, members: [green, black]}
"""


@pytest.fixture
def tea(shell: Shell) -> Shell:
    """A course with one deck."""
    (shell.folder / "lessons").mkdir()
    (shell.folder / "decks").mkdir()
    (shell.folder / "decks" / "tea.yaml").write_text(DECK, encoding="utf-8")
    return shell


def test_the_report_says_how_each_type_is_held_and_writes_nothing(tea: Shell) -> None:
    done = tea("export", "moodle", "--report")
    assert (done.returncode, done.stdout, done.stderr) == (0, REPORT, "")
    assert not list(tea.folder.glob("*.xml"))
    korean = tea("--lang", "ko", "export", "moodle", "--report").stdout
    assert "그대로: 객관식, 정답 하나" in korean


def test_the_report_for_programs(tea: Shell) -> None:
    told = json.loads(tea("--json", "export", "kahoot", "--report").stdout)
    assert told["files"] == []
    assert {held["type"]: (held["items"], held["level"]) for held in told["holds"]} == {
        "recall": (2, "refused"),
        "choice": (1, "degraded"),
        "list": (1, "refused"),
    }


@pytest.mark.parametrize("name", ["moodle", "gift", "canvas", "qti", "kahoot", "csv"])
def test_every_format_is_written_and_says_what_to_do_next(tea: Shell, name: str) -> None:
    done = tea("export", name)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) >= 2


def test_an_item_that_was_edited_elsewhere_is_told_and_not_doubled(
    tea: Shell, edit: Callable[[Path, str, str], None]
) -> None:
    tea("export", "gift", "-o", "out.gift")
    again = tea("import", "gift", "out.gift")
    assert again.returncode == 0, again.stderr
    assert "4 as before" in again.stdout
    edit(tea.folder / "out.gift", "Which is grassy?</div>", "Which is grassy and green?</div>")
    told = tea("import", "gift", "out.gift")
    assert "c2a3b4c5d6e7 stands in decks/tea.yaml in other words" in " ".join(told.stderr.split())
    assert not (tea.folder / "decks" / "imported").exists()


@pytest.mark.parametrize("name", ["moodle", "gift", "csv"])
def test_another_course_gets_the_same_items_with_their_ids(tea: Shell, name: str) -> None:
    tea("export", name, "-o", "bank.out")
    (tea.folder / "decks" / "tea.yaml").unlink()
    done = tea("import", name, "bank.out")
    assert done.stdout.startswith("4 new, 0 changed, 0 as before: decks/imported/bank.yaml\n")
    deck = (tea.folder / "decks" / "imported" / "bank.yaml").read_text(encoding="utf-8")
    assert all(f"id: {name}" in deck for name in ("r2a3b4c5d6e7", "r2a3b4c5d6e8", "c2a3b4c5d6e7", "m2a3b4c5d6e7"))
    assert tea("import", name, "bank.out").stdout.startswith("Nothing new: 4 as before")


def test_nothing_that_fits_writes_nothing(tea: Shell) -> None:
    done = tea("export", "kahoot", "--type", "recall")
    assert done.returncode == 1
    assert "MQ503" in done.stderr
    assert not list(tea.folder.glob("*.xlsx"))
