"""Pictures: found in items, taken along, put down, never from or to outside the course."""

from pathlib import Path

import pytest

from mediaquiz.app import media
from mediaquiz.app.advice import advise
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Choice, Item
from mediaquiz.model.pictures import in_words, is_inside, new_path, paths
from mediaquiz.model.problem import Span

ITEM = Item(
    "t2a3b4c5d6e7",
    Choice("Which is it? ![a cup](media/cup.png)", "![x](media/x.svg)", ("![cup](media/cup.png)", "none")),
    explain="See ![y](media/y.JPG) and ![remote](https://example.org/z.png).",
)


def test_the_pictures_of_an_item_each_once() -> None:
    assert paths(ITEM) == ("media/cup.png", "media/x.svg", "media/y.JPG")


def test_a_picture_in_words_and_no_advice_against_one() -> None:
    told = in_words(ITEM.content)
    assert told == Choice("Which is it? a cup", "x", ("cup", "none"))
    asked = Item(
        "", Choice("Which cup is shown here? ![a cup](media/cup.png)", "the red cup", ("the blue one", "a third"))
    )
    assert "MQ214" not in {problem.code for problem in advise([(asked, Span("x"))], "en")}


@pytest.mark.parametrize(
    "path", ["/etc/x.png", "../x.png", "a/../../x.png", "C:x.png", "a\\x.png", "http://e.org/x.png", "x.txt", ".png"]
)
def test_a_path_that_leaves_the_course_or_is_no_picture_is_text(path: str) -> None:
    assert not is_inside(path)


def test_what_is_there_goes_along_and_the_rest_is_told(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "cup.png").write_bytes(b"cup")
    (tmp_path / "media" / "x.svg").symlink_to("/etc/hostname")
    found, problems = media.load(tmp_path, [Deck("decks/a.yaml", items=(ITEM, ITEM))])
    assert found == {"media/cup.png": b"cup"}
    assert [problem.code for problem in problems] == ["MQ504", "MQ504"]
    assert "outside the course" in problems[0].message


def test_a_picture_that_comes_in_never_takes_the_place_of_another(tmp_path: Path) -> None:
    one, other = new_path("A cup.PNG", b"1"), new_path("a cup.png", b"2")
    assert one and other and one != other
    assert one.startswith("media/a-cup-") and one.endswith(".png")
    assert media.save(tmp_path, {one: b"1"}) == ()
    problems = media.save(tmp_path, {one: b"changed", other: b"2", "../x.png": b"x"})
    assert [problem.code for problem in problems] == ["MQ708", "MQ708"]
    assert (tmp_path / one).read_bytes() == b"1"
    assert len(list(tmp_path.rglob("*.png"))) == 2
    assert new_path("run.sh", b"") is None
