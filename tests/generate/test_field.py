"""Whether a lesson is about its language, or only makes use of it."""

import pytest

from mediaquiz.generate.field import field
from mediaquiz.model.lesson import Source
from mediaquiz.readers import read

SHOWN = "# Masks\n\n```ruby\nhide\n```\n\n```ruby\nshow\n```\n\n"
FILLER = "Wide masks hide more than narrow ones do. " * 100


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (SHOWN + FILLER + "In Ruby masks are tables.", ""),
        (SHOWN + FILLER + "In Ruby masks are tables, and Ruby is quick.", "Ruby"),
        (SHOWN + FILLER, ""),
        (SHOWN.replace("ruby", "sql") + FILLER, "SQL"),
        (SHOWN.replace("ruby", "js run") + FILLER, "JavaScript"),
        ("# Masks\n\n" + "Masks are made with OpenMask. " * 5, ""),
        ("# OpenMask\n\n" + "Masks are made with OpenMask. " * 5, "OpenMask"),
    ],
)
def test_the_field_of_a_lesson(text: str, name: str) -> None:
    lesson, _ = read(Source("masks.md", text))
    assert field(lesson) == name
