"""What stands above a question: the lesson's title or a heading, where the question shares no word with the title."""

import pytest

from mediaquiz.generate.context import in_context
from mediaquiz.generate.make import candidate
from mediaquiz.model.concept import Place
from mediaquiz.model.item import Choice, Cloze, Content, Recall, Short
from mediaquiz.model.lesson import Lesson, Source
from mediaquiz.readers import read

WAVES = "Waves are made by wind."
DOES = Recall("What does it start with?", "With wind.")


def lesson(title: str, *headings: str) -> Lesson:
    levels = [f"{'#' * level} {head}" for level, head in enumerate((title, *headings), start=1)]
    return read(Source("lesson.md", "\n\n".join([*levels, WAVES])))[0]


def above(content: Content, *headings: str) -> str:
    found = lesson(*headings)
    block = next(block for block in found.blocks if block.text == WAVES)
    made = candidate("statement-because", content, Place(block, block.span.start, WAVES))
    (one,) = in_context([made], found)
    return one.item.context


CASES: list[tuple[Content, tuple[str, ...], str]] = [
    (DOES, ("The Sea",), "The Sea"),
    (DOES, ("Lesson 4: The Sea",), "The Sea"),
    (DOES, ("3.2 The Sea - a first look",), "The Sea"),
    # the question says so itself
    (Recall("What does the sea start with?", "With salt."), ("The Sea",), ""),
    (Recall("In oceans, what comes first?", "The salt."), ("The Sea",), ""),
    # the title names nothing, so the outermost heading does
    (DOES, ("Introduction", "Surf"), "Surf"),
    (DOES, ("Unit 3", "Surf", "Breakers"), "Surf"),
    (DOES, ("Unit 3", "Materials", "Best practices", "Breakers"), "Breakers"),
    (DOES, ("What is a wave?", "Overview", "Surf"), "Surf"),
    (DOES, ("Everything that you always wanted to know about the sea", "Surf"), "Surf"),
    (DOES, ("Introduction", "Key takeaways"), ""),
    (DOES, ("Introduction to the Sea",), "The Sea"),
    (DOES, ("Getting started with Tides",), "Tides"),
    (DOES, ("Part 1", "sea <- read('sea.csv')", "Surf"), "Surf"),
    # a long answer may speak of what the title names
    (
        Recall("What does it start with?", "With a wind that blows over the open sea for hours."),
        ("The Sea",),
        "The Sea",
    ),
    (
        Recall("What does it start with?", "With a wind from the harbour and its tides."),
        ("Tides of Harbours", "Surf"),
        "Surf",
    ),
    # a title that tells the answer, or an option, stays away
    (Short("What moves the ships?", "wind"), ("Wind",), ""),
    (Short("What moves the ships?", "wind"), ("Wind", "Sailing"), "Sailing"),
    (Short("What do crews need?", "training"), ("Trained on the Sea", "Wind and Weather"), "Wind and Weather"),
    (DOES, ("The Second Wave", "Surf"), "Surf"),
    (Choice("What moves them?", "wind", ("steam", "tide")), ("Tides",), ""),
    # a sentence with a blank is the lesson's own
    (Cloze("They start with {{wind}}."), ("The Sea",), ""),
    # Korean: particles do not count, headings of sections are not used
    (Recall("무엇으로 시작하나요?", "바람으로 시작해요."), ("바다의 움직임",), "바다의 움직임"),
    (Recall("바다는 무엇으로 움직이나요?", "바람으로."), ("바다의 움직임",), ""),
    (Recall("무엇으로 시작하나요?", "바람으로 시작해요."), ("소개", "파도"), ""),
    (Recall("무엇으로 시작하나요?", "바람으로 시작해요."), ("3단원. 바다",), "바다"),
    (DOES, ("바다의 움직임",), ""),
]


@pytest.mark.parametrize(("content", "headings", "context"), CASES)
def test_the_context_of_a_question(content: Content, headings: tuple[str, ...], context: str) -> None:
    assert above(content, *headings) == context
