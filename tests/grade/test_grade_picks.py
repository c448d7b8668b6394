"""Answers by number, and lists with credit for each member."""

import pytest

from mediaquiz.grade.answers import grade, unanswered
from mediaquiz.grade.picks import numbers
from mediaquiz.grade.values import Note, Verdict
from mediaquiz.model.item import (
    Choice,
    Cloze,
    Content,
    ListAll,
    Match,
    Multi,
    Order,
    Practice,
    Recall,
    Short,
    TrueFalse,
)
from mediaquiz.model.review import Rating

CHOICE = Choice("Which plane crosses the frame?", "pan", ("tilt", "dolly", "zoom"))
MULTI = Multi("Which are camera moves?", ("pan", "tilt"), ("fade", "cut"))
ORDER = Order("From first to last?", ("script", "storyboard", "shoot"))
MATCH = Match("Which unit?", (("time", "second"), ("length", "metre"), ("height", "metre")))
LIST = ListAll("Name the colours of the flag.", ("red", "white", "sky blue"), ((), (), ("azure",)))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3 1 2", [3, 1, 2]),
        ("312", [3, 1, 2]),
        ("3,1,2", [3, 1, 2]),
        ("3 → 1 → 2", [3, 1, 2]),
        ("4 1 2", None),
        ("0", None),
        ("", None),
        ("one", None),
        ("1 b", None),
        ("9" * 50, None),
    ],
)
def test_numbers(typed: str, expected: list[int] | None) -> None:
    assert numbers(typed, 3) == expected


def test_numbers_of_two_digits_need_spaces() -> None:
    assert numbers("12 1", 12) == [12, 1]
    assert numbers("12", 12) == [12]


@pytest.mark.parametrize(
    ("content", "shown", "typed", "verdict"),
    [
        (CHOICE, ("zoom", "pan", "tilt", "dolly"), "2", Verdict.RIGHT),
        (CHOICE, ("zoom", "pan", "tilt", "dolly"), "1", Verdict.WRONG),
        (CHOICE, ("zoom", "pan", "tilt", "dolly"), "Pan", Verdict.RIGHT),
        (CHOICE, ("zoom", "pan", "tilt", "dolly"), "5", None),
        (CHOICE, ("zoom", "pan", "tilt", "dolly"), "1 2", None),
        (MULTI, ("cut", "pan", "fade", "tilt"), "2 4", Verdict.RIGHT),
        (MULTI, ("cut", "pan", "fade", "tilt"), "42", Verdict.RIGHT),
        (MULTI, ("cut", "pan", "fade", "tilt"), "2", Verdict.PARTIAL),
        (MULTI, ("cut", "pan", "fade", "tilt"), "1 2 3 4", Verdict.PARTIAL),
        (MULTI, ("cut", "pan", "fade", "tilt"), "1 3", Verdict.WRONG),
        (MULTI, ("cut", "pan", "fade", "tilt"), "nothing", None),
        (ORDER, ("storyboard", "shoot", "script"), "3 1 2", Verdict.RIGHT),
        (ORDER, ("storyboard", "shoot", "script"), "3 2 1", Verdict.PARTIAL),
        (ORDER, ("storyboard", "shoot", "script"), "1 2 3", Verdict.WRONG),
        (ORDER, ("storyboard", "shoot", "script"), "3 1", None),
        (ORDER, ("storyboard", "shoot", "script"), "3 1 1", None),
        (MATCH, ("metre", "second"), "2 1 1", Verdict.RIGHT),
        (MATCH, ("metre", "second"), "1 1 2", Verdict.PARTIAL),
        (MATCH, ("metre", "second"), "1 2 2", Verdict.WRONG),
        (MATCH, ("metre", "second"), "2 1", None),
        (TrueFalse("The sea is dry.", False), (), "2", Verdict.RIGHT),
        (TrueFalse("The sea is dry.", False), (), "F", Verdict.RIGHT),
        (TrueFalse("The sea is dry.", False), (), "true", Verdict.WRONG),
        (TrueFalse("바다는 짜다.", True), (), "참", Verdict.RIGHT),
        (TrueFalse("바다는 짜다.", True), (), "ㄹ", Verdict.WRONG),
        (TrueFalse("The sea is dry.", False), (), "maybe", None),
        (LIST, (), "sky blue, red, white", Verdict.RIGHT),
        (LIST, (), "red white and azure", Verdict.PARTIAL),
        (LIST, (), "red, white and azure", Verdict.RIGHT),
        (LIST, (), "red; white; sky bleu", Verdict.PARTIAL),
        (LIST, (), "Red, white", Verdict.PARTIAL),
        (LIST, (), "red, white, azure, green", Verdict.PARTIAL),
        (LIST, (), "red, red, red", Verdict.PARTIAL),
        (LIST, (), "green", Verdict.WRONG),
        (LIST, (), "", Verdict.WRONG),
        (Recall("Why?", "Because."), (), "anything", Verdict.SELF),
        (Practice("Film a minute."), (), "", Verdict.SELF),
        (Cloze("The {{shutter}} opens."), (), "shutter", Verdict.RIGHT),
        (Cloze("The {{shutter}} opens.", accept=("leaf",)), (), "leaf", Verdict.RIGHT),
    ],
)
def test_grades(content: Content, shown: tuple[str, ...], typed: str, verdict: Verdict | None) -> None:
    found = grade(content, typed, shown=shown)
    assert (found.verdict if found else None) == verdict


@pytest.mark.parametrize(
    ("members", "typed", "hits"),
    [
        (("red, white and blue", "black"), "black; red, white and blue", 2),
        (("salt and pepper", "oil"), "oil and salt and pepper", 1),
        (("salt and pepper", "oil"), "salt and pepper, oil", 2),
        (("밝기", "대비", "채도"), "밝기와 대비, 채도", 3),
        (("밝기", "대비", "채도"), "밝기 대비 채도", 3),
        (("iris", "shutter", "sensor"), "1. iris\n2. shutter\n3. sensor", 3),
        (("iris", "shutter", "sensor"), "iris / shutter / sensor", 3),
        (("wide", "close-up"), "wide, close up", 2),
    ],
)
def test_lists_part_where_people_part_them(members: tuple[str, ...], typed: str, hits: int) -> None:
    found = grade(ListAll("Name them.", members), typed)
    assert found is not None
    assert len(found.detail.hits) == hits


def test_all_options_and_one_too_many() -> None:
    found = grade(MULTI, "1 2 4", shown=("cut", "pan", "fade", "tilt"))
    assert found is not None
    assert (found.detail.note, found.detail.extra) == (Note.EXTRA, ("cut",))


def test_a_list_says_what_was_missed_and_what_was_too_much() -> None:
    found = grade(LIST, "red, green")
    assert found is not None
    assert (found.detail.hits, found.detail.missed, found.detail.extra) == (("red",), ("white", "sky blue"), ("green",))


def test_a_list_with_a_slip_asks() -> None:
    found = grade(ListAll("Name both.", ("aperture", "shutter")), "apperture, shutter")
    assert found is not None
    assert (found.verdict, found.detail.note, found.suggested) == (Verdict.CLOSE, Note.SPELLING, Rating.GOOD)


def test_unanswered() -> None:
    assert unanswered(Short("?", "x")).detail.note is Note.UNANSWERED
    assert unanswered(Short("?", "x")).verdict is Verdict.WRONG
    assert unanswered(Recall("?", "x")).verdict is Verdict.SELF
