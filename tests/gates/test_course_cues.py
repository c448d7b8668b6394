"""The cues of what speaks of the course hide nothing: each kind of remark is still seen."""

import pytest

from mediaquiz.gates.about_course import speaks_of_course


@pytest.mark.parametrize(
    "text",
    [
        "What does this course begin with?",
        "What do later lessons build on?",
        "Which tool do all three modules use?",
        "What is the key to everything that follows?",
        "What comes later in the week?",
        "Which mental model of a river is the key to its course?",
        "Why do rivers bend, according to the text?",
        "What is described in this article?",
        "What does the passage say?",
        "Which river does the author like?",
        "What does the summary name?",
        "What did the last two sections show?",
        "What stands at the end of the page?",
        "Discuss with your neighbour why rivers bend.",
        "What was built in lesson 3?",
        "본문에 따르면 강은 왜 굽이치나요?",
        "3레슨에서 만든 것은 무엇인가요?",
        "이번 강의에서 다루는 것은 무엇인가요?",
    ],
)
def test_what_speaks_of_the_course_is_seen(text: str) -> None:
    assert speaks_of_course(text)


@pytest.mark.parametrize("text", ["Why do rivers bend?", "What does a weir slow down?", "강은 왜 굽이치나요?"])
def test_what_speaks_of_its_subject_passes(text: str) -> None:
    assert not speaks_of_course(text)
