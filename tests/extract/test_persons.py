"""Sentences with "we" and "you": what holds for anybody is told to the reader, what tells a story is not."""

import pytest

from mediaquiz.extract.persons import to_reader


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("We can sort our seeds by sieving them.", "You can sort seeds by sieving them."),
        ("To get around this problem, we sort seeds to keep them dry.", "You sort seeds to keep them dry."),
        ("A sieve lets us sort seeds by size.", "A sieve lets you sort seeds by size."),
        ("To keep seeds dry, we must close the jar.", "To keep seeds dry, you must close the jar."),
        ("When you run `sieve`, it prints the sizes.", "When you run `sieve`, it prints the sizes."),
        ("If we lose the label, we will lose the year.", "If you lose the label, you will lose the year."),
        (
            "It is better to sow late, because our frost comes late.",
            "It is better to sow late, because the frost comes late.",
        ),
        (
            "A riddle is a sieve that we use for soil, and you will see one soon.",
            "A riddle is a sieve that you use for soil.",
        ),
    ],
)
def test_what_anybody_can_do_is_told_to_the_reader(sentence: str, told: str) -> None:
    assert to_reader(sentence) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "A sieve sorts seeds by size.",
        "We have sorted our seeds.",
        "We will sort the seeds by hand.",
        "You might want to sort the seeds.",
        "Now we can sort the seeds.",
        "In this lesson we can sort seeds by size.",
        "She can sort our seeds by size.",
        "Most of us sort seeds by size.",
        "While we can sort seeds, mice eat them.",
        "We saw that a sieve can sort seeds, and it helps us.",
        "We define a seed bed as follows.",
        "Our seeds are in your jar, and you need a label.",
        "You can sort the seeds in the jar above.",
        "You can sort the seeds later in the course.",
    ],
)
def test_a_story_or_a_remark_is_left(sentence: str) -> None:
    assert to_reader(sentence) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "The press turns over and over again until you stop it.",
        "When you draw a lot, the urn checks that the number you've drawn is free.",
        "If you have two kilns, you can fire twice a day.",
        "Instead of melting the wax, you can press it.",
        "The gauge tells you how far the water stands above the sill.",
        "You can read the label later.",
    ],
)
def test_what_looks_like_a_story_holds_for_anybody(sentence: str) -> None:
    assert to_reader(sentence) == sentence
