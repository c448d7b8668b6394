"""Names that an example made up, told from those of the language or the tool."""

import pytest

from mediaquiz.language.codenames import is_file_of_an_example, made_up, told_made_up

CODE = {
    "def boil(kettle):\n    return kettle": "boil",
    "fn pour(cup: &Cup) -> Cup {": "pour",
    "let mut level = 3;\nconst LIMIT: u32 = 9;": "level LIMIT",
    "struct Cup {\n    size: u32,\n}": "Cup",
    "enum Drink {\n    Tea,\n    Milk(u8),\n}": "Drink Tea Milk",
    "leaves = 12\nwater, heat = pour(leaves)": "leaves water heat",
    "leaves <- c(1, 2)": "leaves",
    "brew(\n    heat = 90,\n    time=4,\n)": "",
    "[dependencies]\ntea = 1": "",
    "for cup in range(3):": "cup",
    "for (cup in cups) {": "cup",
    "SELECT name FROM Cups JOIN Plates ON x = y": "Cups Plates",
    "FROM alpine\nRUN apk add tea": "",
    "git checkout -b green-tea": "green-tea",
    "cargo new teahouse": "teahouse",
    "def print(x): pass\ndef main(): pass": "",
    "if level == 3:": "",
}


@pytest.mark.parametrize("code", CODE)
def test_what_code_defines(code: str) -> None:
    assert made_up(code) == set(CODE[code].split())


PROSE = {
    "We define a function named `pour`.": "pour",
    "Then we’ve created an instance of `Cup`.": "Cup",
    "Make a project with Cargo called *teahouse*.": "teahouse",
    "Our `Cup` is full, and our new `Plate` too.": "Cup Plate",
    "Both `cup1` and `cup2` are full; `f64` is not.": "cup1 cup2",
    "The `h1` and `h2` tags are headings.": "",
    "Rust has a method called `clone`.": "",
    "You can call `clone`.": "",
}


@pytest.mark.parametrize("prose", PROSE)
def test_what_prose_says_that_we_have_made(prose: str) -> None:
    assert told_made_up(prose) == set(PROSE[prose].split())


@pytest.mark.parametrize(
    ("word", "own"), [("tea_times.py", True), ("read.csv", False), ("setup.py", False), ("a", False)]
)
def test_files_of_an_example(word: str, own: bool) -> None:
    assert is_file_of_an_example(word) is own
