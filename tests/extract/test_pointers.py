"""Words that only show the reader round the page go; a picture that a sentence is about stays."""

import pytest

from mediaquiz.extract.pointers import unpointed


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("The lock holds back the water in the figure.", "The lock holds back the water."),
        ("The lock holds back the water in the diagram above.", "The lock holds back the water."),
        ("A place in the picture gives one word too much weight.", None),
        ("Each row in the table stands for one barge.", None),
        ("The lock holds, as shown in the picture, the water back.", "The lock holds, the water back."),
    ],
)
def test_a_picture_that_is_meant_stays(sentence: str, plain: str | None) -> None:
    assert unpointed(sentence) == (plain or sentence)
