"""Whole sittings on a real terminal, compared with what they should look like (``golden/*.txt``).

After a wanted change, ``MEDIAQUIZ_GOLDEN=write pytest tests/cli/test_transcripts.py`` writes the files anew; read the
difference before you commit it.
"""

import os
import re
from pathlib import Path

import pytest
from terminal import Play, Terminal, visible

GOLDEN = Path(__file__).parent / "golden"
RATING = "[Enter "

# The words to wait for, then the keys to press: each type of item in turn, with the actions on the way.
ENGLISH = [
    ("press Enter", "\r"),
    (RATING, "4"),
    ("› ", "shutter\r"),
    (RATING, "4"),
    ("› ", "/h\r"),
    ("a ratio", ""),
    ("› ", "f-nummber\r"),
    (RATING, "s\r"),
    (RATING, "="),
    (RATING, "2"),
    ("1-4 ", "3"),
    (RATING, "4"),
    ("› ", "1 7\r"),
    ("› ", "1 2\r"),
    (RATING, "4"),
    ("2 for false ", "2"),
    (RATING, "4"),
    ("› ", "2 1 4 3\r"),
    (RATING, "4"),
    ("› ", "aperture, exposure time, tripod\r"),
    ("1-4] ", "4"),
    ("› ", "1 2 3\r"),
    (RATING, "4"),
    ("› ", "filmed a cup\r"),
    (RATING, "1"),
    ("› ", "\r"),
    (RATING, "u\r"),
    (RATING, "4"),
    ("› ", "f-number\r"),
    (RATING, "4"),
    ("Enter ends", "\r"),
]
KOREAN = [
    ("› ", "잔향은\r"),
    ("[Enter: 좋음] ", "?"),
    ("[Enter: 좋음] ", "s\r"),
    ("[Enter: 좋음] ", "4"),
    ("누르세요 ", "ㅏ\r"),
    ("누르세요 ", "\r"),
    ("[Enter: 좋음] ", "1"),
    ("누르세요 ", "ㅂ\r"),
]


def lines(keys: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same for a terminal that sends lines only: Enter after every key."""
    return [(words, key if not key or key.endswith("\r") else key + "\r") for words, key in keys]


def play_through(terminal: Terminal, keys: list[tuple[str, str]]) -> str:
    for words, pressed in keys:
        terminal.answer(words, pressed)
    assert terminal.end() == 0
    return re.sub(r"\d+ seconds?|\d+초", "(time)", visible(terminal.screen))


def compare(name: str, screen: str) -> None:
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("MEDIAQUIZ_GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(screen, encoding="utf-8")
    assert screen == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", [80, 40])
def test_every_type_of_item(play: Play, columns: int) -> None:
    with play("quiz", "--seed", "3", columns=columns) as terminal:
        compare(f"every-type-{columns}", play_through(terminal, ENGLISH))


def test_no_colour(play: Play) -> None:
    with play("quiz", "--seed", "3", NO_COLOR="1") as terminal:
        screen = play_through(terminal, ENGLISH)
    assert "\x1b" not in terminal.screen
    compare("no-colour", screen)


def test_plain(play: Play) -> None:
    with play("--plain", "quiz", "--seed", "3") as terminal:
        screen = play_through(terminal, ENGLISH)
    assert "\x1b" not in terminal.screen
    compare("plain", screen)


def test_dumb_terminal(play: Play) -> None:
    keys = [(words.replace("1-4 ", "1-4"), key) for words, key in lines(ENGLISH)]
    with play("quiz", "--seed", "3", TERM="dumb") as terminal:
        screen = play_through(terminal, keys)
    assert "\x1b" not in terminal.screen
    compare("dumb", screen)


@pytest.mark.parametrize("columns", [80, 40])
def test_korean(play: Play, columns: int) -> None:
    with play("--lang", "ko", "quiz", "--lesson", "소리", columns=columns) as terminal:
        compare(f"korean-{columns}", play_through(terminal, KOREAN))
