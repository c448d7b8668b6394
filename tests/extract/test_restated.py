"""Sentences said in a plainer form."""

import pytest

from mediaquiz.extract.restated import restated


@pytest.mark.parametrize(
    ("sentence", "plainer"),
    [
        ("Another way to clean the kiln is the `unload` command.", "Use the `unload` command to clean the kiln."),
        ("The easiest option for sorting shards is to use `sort`.", "Use `sort` to sort shards."),
        ("To show the heat on the screen, there's `kiln.heat`.", "Use `kiln.heat` to show the heat on the screen."),
        ("We strongly recommend drying pots for a week.", "You should dry pots for a week."),
        ("We recommend that you never open a hot kiln.", "You should never open a hot kiln."),
        ("If the cone bends → the heat is right.", "If the cone bends, the heat is right."),
        (
            "You need to close the damper, otherwise the kiln cools too fast.",
            "If you do not close the damper, the kiln cools too fast.",
        ),
        ("The lid must be shut, or else the glaze dulls.", "If the lid is not shut, the glaze dulls."),
        (
            "The shelf has no wash so you need to wash the pots.",
            "You must wash the pots because the shelf has no wash.",
        ),
    ],
)
def test_a_sentence_is_said_in_a_plainer_form(sentence: str, plainer: str) -> None:
    assert restated(sentence) == plainer


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "You need to glaze the pot or the tile.",  # two things, no threat
        "We recommend this book.",
        "It was late, so we had to stop.",
        "The way to the kiln is long.",
        "It is cold, so you need to wait.",  # what is cold?
        "If the cone bends, the heat is right.",
    ],
)
def test_any_other_sentence_is_left(sentence: str) -> None:
    assert restated(sentence) == ""
