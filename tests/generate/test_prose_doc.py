"""The page on writing lessons: every sentence of plain prose that it shows gives the question beside it."""

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
