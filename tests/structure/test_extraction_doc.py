"""The worked example of docs/extraction.md comes out as the page says."""

import re
from pathlib import Path

from mediaquiz.app import extract
from mediaquiz.model.views import answer_text, prompt

PAGE = (Path(__file__).parents[2] / "docs" / "extraction.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"<!-- example: read by a test -->\n```markdown\n(.*?)```", PAGE, re.DOTALL)


def test_the_example_gives_what_the_page_says() -> None:
    assert EXAMPLE
    result = extract.from_text(EXAMPLE[1], "tea.md")
    asked = {f"{prompt(c.item.content)} → {answer_text(c.item.content)}" for c in result.candidates}
    told = {
        row.rpartition(" | ")[2].removesuffix(" |") for row in PAGE.splitlines() if row.startswith("| ") and "→" in row
    }
    assert asked == told
    assert [(refusal.code, refusal.reason) for refusal in result.refused] == [
        ("MQ212", "it is true only for a time and carries no date")
    ]


def test_the_tables_are_there() -> None:
    assert "| **held out** |" in PAGE and "| **nothing** |" in PAGE
