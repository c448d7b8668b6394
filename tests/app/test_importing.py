"""Importing as a user does it: into a course, again, from a pipe, with broken files."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from shells import Shell

CARDS = """\
Q: What lets light in?
A: The shutter

C: A wide [aperture] lets in more light.
"""
DECK = "decks/imported/light.yaml"


@pytest.fixture
def cards(shell: Shell) -> Path:
    """A course without lessons, and a file of cards beside it."""
    (shell.folder / "lessons").mkdir()
    path = shell.folder.parent / "light.md"
    path.write_text(CARDS, encoding="utf-8")
    return path


def test_cards_become_a_deck_that_the_quiz_asks(shell: Shell, cards: Path) -> None:
    done = shell("import", "hashcards", str(cards))
    told = f"2 new, 0 changed, 0 as before: {DECK}\nAsk them: mediaquiz quiz --lesson light\n"
    assert (done.returncode, done.stdout) == (0, told)
    assert "What lets light in?" in shell("quiz", "--lesson", "light").stdout
    assert json.loads(shell("--json", "quiz", "--new").stdout)["total"] == 2
    assert shell("build").returncode == 0
    assert "light" in shell("items", "list").stdout


def test_importing_again_updates_and_keeps_what_was_edited_here(
    shell: Shell, cards: Path, edit: Callable[[Path, str, str], None]
) -> None:
    shell("import", "hashcards", str(cards))
    deck = shell.folder / DECK
    before = deck.read_text(encoding="utf-8")
    assert shell("import", "hashcards", str(cards)).stdout == f"Nothing new: 2 as before ({DECK}).\n"
    assert deck.read_text(encoding="utf-8") == before
    edit(deck, "answer: The shutter", "answer: A shutter  # mine")
    edit(cards, "What lets light in?", "What lets the light in?")
    assert shell("import", "hashcards", str(cards)).stdout == f"0 new, 1 changed, 1 as before: {DECK}\n"
    assert "stem: What lets the light in?\n    answer: A shutter  # mine" in deck.read_text(encoding="utf-8")


def test_check_writes_nothing(shell: Shell, cards: Path) -> None:
    done = shell("import", "hashcards", str(cards), "--check")
    assert " ".join(done.stdout.split()) + "\n" == f"2 new, 0 changed, 0 as before; nothing was written ({DECK}).\n"
    assert not (shell.folder / "decks").exists()


def test_a_pipe_and_a_name(shell: Shell, cards: Path) -> None:
    done = shell("import", "hashcards", "-", "--name", "From a pipe", stdin=CARDS)
    assert "decks/imported/from-a-pipe.yaml\n" in done.stdout


def test_what_is_not_understood_is_said_with_its_line_and_the_rest_comes_in(shell: Shell, cards: Path) -> None:
    cards.write_text("Q: nobody answers\n\n" + CARDS, encoding="utf-8")
    done = shell("import", "hashcards", str(cards))
    assert done.returncode == 1
    assert done.stdout.startswith("2 new")
    assert "light.md:1: error: MQ702" in " ".join(done.stderr.split())


def test_gates_advise_and_never_refuse(shell: Shell, cards: Path) -> None:
    cards.write_text("".join(f"Q: Card {n}\nA: this\n\n" for n in range(9)), encoding="utf-8")
    done = shell("import", "hashcards", str(cards))
    assert (done.returncode, done.stdout[:5]) == (0, "9 new")
    assert "the same goes for 6 more" in done.stderr


def test_json(shell: Shell, cards: Path) -> None:
    told = json.loads(shell("--json", "import", "hashcards", str(cards)).stdout)
    assert told == {"deck": DECK, "added": 2, "changed": 0, "same": 0, "problems": []}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("hashcards", "nowhere.md"), 3, "does not exist"),
        (("hashcards", "."), 3, "Cannot read"),
        (("papyrus", "x"), 2, "papyrus"),
    ],
)
def test_what_cannot_be_read_is_said(
    shell: Shell, cards: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    done = shell("import", *arguments)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_deck_with_errors_is_left_as_it_is(shell: Shell, cards: Path) -> None:
    deck = shell.folder / DECK
    deck.parent.mkdir(parents=True)
    deck.write_text("items:\n  - stem: half an item\n", encoding="utf-8")
    done = shell("import", "hashcards", str(cards))
    assert done.returncode == 1
    assert f"{DECK}:2" in done.stderr
    assert deck.read_text(encoding="utf-8") == "items:\n  - stem: half an item\n"
