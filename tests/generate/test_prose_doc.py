"""The page on writing lessons: what it shows of plain prose and of commands gives the questions beside it."""

import re
from pathlib import Path

from mediaquiz.app.extract import from_text
from mediaquiz.model.views import prompt

PAGE = Path(__file__).parents[2] / "docs" / "writing-lessons.md"


def test_each_sentence_gives_its_question() -> None:
    section = PAGE.read_text(encoding="utf-8").split("## Plain prose\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", section, re.MULTILINE)[1:]
    rows = [row for row in rows if not row[0].startswith("-")]
    lesson = "# Dough\n\n" + " ".join(sentence for sentence, _ in rows) + " A poolish keeps for a day.\n"
    asked = [prompt(candidate.item.content) for candidate in from_text(lesson, "dough.md").candidates]
    assert len(rows) >= 8
    assert sorted(asked) == sorted(question for _, question in rows)


COMMANDS = """\
# The soil logger

`soillog list` shows all series of readings. Long logs are hard to read, where the `-n` option sets how many readings
are shown:

    $ soillog -n 5

To delete the oldest series of readings, use

    $ soillog drop --oldest

The usual workflow would be:

- wipe the probe dry,
- push it into the bed, and
- wait for the green light

## Key points

- The readings of a log are written as `depth:value`.
"""


def test_a_lesson_with_commands_gives_its_questions() -> None:
    section = PAGE.read_text(encoding="utf-8").split("## Lessons with commands\n")[1].split("\n## ")[0]
    questions = re.findall(r"^\| .+ \| (.+\?|Put .+) \|$", section, re.MULTILINE)
    asked = [prompt(candidate.item.content) for candidate in from_text(COMMANDS, "soil.md").candidates]
    assert len(questions) == 5
    assert set(questions) <= {question.split("\n")[0] for question in asked}
