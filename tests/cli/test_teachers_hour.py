"""A teacher's hour on a real terminal, from the first build to a renamed lesson: ``golden/teachers-hour.txt``.

Random ids are numbered in the order in which they show. A changed transcript is accepted as in ``test_transcripts``.
"""

import re
from pathlib import Path
from shlex import split

import pytest
from terminal import Terminal, environment, visible
from test_transcripts import compare

LESSON = """\
---
title: Firing clay
---

# Firing clay

A kiln turns soft clay into stone. Firing takes two rounds.

## Key Takeaways

- Glaze firing melts glass onto the pot because silica flows at hihg heat.
- Greenware breaks easily because it was never fired.

## Terms

- **Slip**: clay thinned with water until it pours.

## How much heat each clay takes

The fire that each clay needs:

| Clay | Low fire | High fire |
|---|---|---|
| Earthenware | ● | |
| Terracotta | ● | |
| Raku body | ● | |
| Stoneware | | ● |
| Porcelain | | ● |
"""
EDITOR = """\
#!/bin/sh
# Writes what a teacher would: into a blank item its words, into a deck a better question.
for file; do :; done
sed -i 's/stem:$/stem: Why is a pot dried before it is fired?/; s/answer:$/answer: Steam would burst it./' "$file"
sed -i 's/Which term means “clay/What do potters call “clay/' "$file"
"""
KEYS = "all keys "
END = "decision back "
HOUR: list[tuple[str, list[tuple[str, str]]]] = [
    ("build", []),
    ("items list", []),
    ("items review", [(KEYS, "4"), (KEYS, "3"), ("no reason) ", "has no date\r"), (END, "\r")]),
    ("items review --status ready --text slip", [(KEYS, "2"), (KEYS, "1"), (END, "\r")]),
    ("(the typo in the lesson is corrected)", []),
    ("build", []),
    ("items approve --text glass", []),
    ("add 'What does wedging take out of clay?' 'Air bubbles' --lesson firing --tag workshop", []),
    ("items new", []),
    ("items retire --text greenware --reason 'too easy'", []),
    ("items diff", []),
    ("(the lesson is renamed)", []),
    ("build", []),
    ("items list", []),
    ("check", []),
]


@pytest.fixture
def pottery(tmp_path: Path) -> Path:
    """A course with one lesson, and the teacher's editor."""
    course = tmp_path / "pottery"
    (course / "lessons").mkdir(parents=True)
    (course / "lessons/01-firing.md").write_text(LESSON, encoding="utf-8")
    (tmp_path / "nano").write_text(EDITOR)
    (tmp_path / "nano").chmod(0o755)
    return course


def numbered(screen: str) -> str:
    """The screen with its random ids numbered, and without the progress that only a slow machine shows."""
    screen = re.sub(r"<CR>Reading lessons: \d+ of \d+(?:<CR>Reading lessons: \d+ of \d+)*<CR> +<CR>", "", screen)
    ids: dict[str, str] = {}
    return re.sub(
        r"\b[cdfghjkmnpqrtvwx][cdfghjkmnpqrtvwx2-79]{11}\b",
        lambda found: ids.setdefault(found[0], f"(id-{len(ids) + 1:02})".ljust(12, ".")),
        screen,
    )


def by_hand(course: Path, what: str) -> None:
    """What the teacher does without mediaquiz."""
    lesson = course / "lessons/01-firing.md"
    if "typo" in what:
        lesson.write_text(lesson.read_text(encoding="utf-8").replace("hihg", "high"), encoding="utf-8")
    else:
        lesson.rename(lesson.with_name("02-kilns.md"))


def test_a_teachers_hour(pottery: Path, tmp_path: Path) -> None:
    env = environment(tmp_path, EDITOR=str(tmp_path / "nano"), NO_COLOR="1")
    shown = []
    for command, keys in HOUR:
        if command.startswith("("):
            by_hand(pottery, command)
            shown.append(f"{command}\n")
            continue
        with Terminal(*split(command), env=env, cwd=pottery) as terminal:
            for words, pressed in keys:
                terminal.answer(words, pressed)
            assert terminal.end() == 0
            shown.append(f"$ mediaquiz {command}\n{visible(terminal.screen)}")
    compare("teachers-hour", numbered("\n".join(shown)))
    decks = sorted(path.name for path in (pottery / "decks").rglob("*.yaml"))
    assert decks == ["02-kilns.yaml", "own.yaml"]
