"""What docs/analyze.md says is so."""

import re
from pathlib import Path

from mediaquiz.cli.analyze import command
from mediaquiz.formats.results import RESULTS
from mediaquiz.measure.results.flags import EASY, ENOUGH, HARD, SMALLEST_GROUP, WEAK

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "analyze.md").read_text(encoding="utf-8")


def test_every_option_exists_and_is_told() -> None:
    known = {name for option in command.params for name in option.opts if name.startswith("--")}
    assert set(re.findall(r"--[a-z]+", PAGE)) == known


def test_the_bounds_are_those_of_the_code() -> None:
    assert (
        f"below {WEAK}" in PAGE
        and f"{EASY:.0%}".replace("%", " %") in PAGE
        and f"{HARD:.0%}".replace("%", " %") in PAGE
    )
    assert f"below {ENOUGH} answers" in PAGE and SMALLEST_GROUP == 5 and "fewer than five" in PAGE


def test_the_pictures_are_there_and_every_kind_of_file_is_named() -> None:
    assert all((DOCS / name).is_file() for name in re.findall(r"\]\((img/[^)]+)\)", PAGE))
    for kind in RESULTS:
        assert all(word in PAGE.lower() for word in kind.replace("(", "").replace(")", "").lower().split()), kind
