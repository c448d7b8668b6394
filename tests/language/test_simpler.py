"""Shorter sentences that a long one surely says too."""

import pytest

from mediaquiz.language.simpler import simpler


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("A dry dock holds one ship.", []),
        ("A dry dock (or graving dock) holds one ship.", ["A dry dock holds one ship."]),
        ("A dry dock—once a marvel—holds one ship.", ["A dry dock holds one ship."]),
        ("A dry dock, the pride of every harbour, holds one ship.", ["A dry dock holds one ship."]),
        ("A dry dock holds one ship, which workers then scrape.", ["A dry dock holds one ship."]),
        ("Although docks are dear, a dry dock saves time.", ["A dry dock saves time."]),
        ("Although dry docks are dear, they save time.", ["Dry docks save time."]),
        ("Built in haste, a dry dock leaks.", []),
        ("Founded by monks, the old dock holds one ship.", ["The old dock holds one ship."]),
        ("As an heir of the slipway, a dry dock holds one ship.", ["A dry dock holds one ship."]),
        ("Unlike a slipway, a dry dock holds water.", ["A dry dock holds water."]),
        (
            "The gate keeps out the tide, and the pump drains the basin.",
            ["The gate keeps out the tide.", "The pump drains the basin."],
        ),
        ("The gate turns a flood, usually of spring, into a tide.", ["The gate turns a flood into a tide."]),
        (
            "In the case of a dry dock, the gate keeps out the tide, but the pump drains the basin.",
            ["In the case of a dry dock, the gate keeps out the tide."],
        ),
        (
            "A pump drives the valve, which is a flap of brass.",
            ["A pump drives the valve.", "The valve is a flap of brass."],
        ),
    ],
)  # fmt: skip
def test_what_stands_beside_a_clause_goes(sentence: str, says: list[str]) -> None:
    assert list(simpler(sentence)) == says


@pytest.mark.parametrize(
    "sentence",
    [
        "If the gate leaks, the pump runs all night.",
        "To empty the basin, the crew opens the sluice.",
        "A dock is cleaned by scraping, washing, and painting the floor.",
        "Cranes, pumps, and gates rust.",
        "The law says that the owners of docks, not the crews, pay.",
        "The first sentence.\nThe second.",
    ],
)
def test_what_would_say_more_than_the_sentence_stays(sentence: str) -> None:
    assert all(sentence.startswith(said[:-1]) for said in simpler(sentence))
