"""What a question says where pictures cannot be shown."""

import pytest

from mediaquiz.model.item import ListAll, Recall
from mediaquiz.model.pictures import in_words, question


@pytest.mark.parametrize(
    ("stem", "told"),
    [
        ("What is ![a wall](media/a.png)?", "What is a wall?"),
        ("What is ![](media/a.png)?", "What is picture?"),
        ("What is\n  this?", "What is this?"),
        ("Read ![the sign and go", "Read ![the sign and go"),
    ],
)
def test_the_question_on_one_line(stem: str, told: str) -> None:
    assert question(Recall(stem, "A wall.")) == told


def test_every_part_of_an_item() -> None:
    content = ListAll("Name both.", ("![a ruler](b.png) metric", "imperial"), (("![one](c.png)",), ()))
    assert in_words(content) == ListAll("Name both.", ("a ruler metric", "imperial"), (("one",), ()))
