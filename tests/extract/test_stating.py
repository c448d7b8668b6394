"""What a sentence of the prose states by itself, and what of it is only the page's."""

import pytest

from mediaquiz.extract.stating import states


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("By default, a sluice lets the spring flood pass:", "By default, a sluice lets the spring flood pass."),
        ("A sluice can even stop the spring flood!", "A sluice can even stop the spring flood."),
        ("We close a sluice by turning its wheel:", "You close a sluice by turning its wheel."),
        ("If you close a sluice too fast, you’ll get a wave.", "If you close a sluice too fast, you will get a wave."),
        ("In fact, as we will see in the next chapter, weirs fill with silt.", "Weirs fill with silt."),
        ("Similarly, old weirs fill with silt.", "Old weirs fill with silt."),
        ("That is, the weir holds back the silt.", "The weir holds back the silt."),
        ("Under US law, a weir needs a gate for fish.", "Under US law, a weir needs a gate for fish."),
        ("To open a weir you turn its wheel.", "To open a weir, you turn its wheel."),
        ("When you open a weir you must warn the boats.", "When you open a weir, you must warn the boats."),
        ("A weir fills, as shown in Figure, because silt sinks.", "A weir fills, because silt sinks."),
    ],
)
def test_what_is_stated(sentence: str, stated: str) -> None:
    assert list(states(sentence, "en")) == [stated]


@pytest.mark.parametrize(
    "sentence",
    [
        "A sluice is opened in two steps:",
        "The following gate is used on the old canal:",
        "Every sluice on the canal looks like this:",
        "How does a sluice let the spring flood pass?",
        "The gate in Listing 4 lets the flood pass.",
        "Now we close the sluice by turning its wheel.",
        "Similarly, it fills with silt.",
        "To open the weir above you turn its wheel.",
        "If you are curious about weirs, read the old charts.",
    ],
)
def test_what_only_shows_the_page_is_left(sentence: str) -> None:
    assert list(states(sentence, "en")) == []


def test_clauses_of_a_semicolon_may_stand_where_the_whole_does_not() -> None:
    told = list(states("Now look at the sluice; you can close a sluice by turning its wheel.", "en"))
    assert told == ["You can close a sluice by turning its wheel."]
