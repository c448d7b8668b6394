"""Words that only show the reader round the page go; a picture that a sentence is about stays."""

import pytest

from mediaquiz.extract.pointers import unpointed


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("The lock holds back the water in the figure.", "The lock holds back the water."),
        ("The lock holds back the water in the diagram above.", "The lock holds back the water."),
        ("A lock lifts barges ().", "A lock lifts barges."),
        ("Look for the lock in ().", None),
        ("A place in the picture gives one word too much weight.", None),
        ("Each row in the table stands for one barge.", None),
        ("The lock holds, as shown in the picture, the water back.", "The lock holds, the water back."),
        ("As we saw in Chapter 2, a weir slows the river.", "A weir slows the river."),
        ("A weir slows the river, as shown in Listing 3.1.", "A weir slows the river."),
        ("A weir slows the river (see Figure 4), so silt sinks.", "A weir slows the river, so silt sinks."),
        ("A weir slows the river; we’ll come to dams in the next chapter.", "A weir slows the river."),
        ("A weir needs a fish ladder, which we will discuss in Chapter 9.", "A weir needs a fish ladder."),
        ("The dams mentioned in the previous section hold silt back.", "The dams hold silt back."),
        ("The height of a weir is discussed in Chapter 9.", None),
        ("We will see how high it is.", None),
    ],
)
def test_a_picture_that_is_meant_stays(sentence: str, plain: str | None) -> None:
    assert unpointed(sentence) == (plain or sentence)
