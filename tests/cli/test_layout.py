"""Widths and wrapping: Korean, long words, diagrams."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from mediaquiz.cli.layout import is_drawn, pad, width, wrap

DIAGRAM = """\
Text ──▶ [ Model ] ──▶ Image
            │
            └──▶ a very long label that does not fit into any narrow terminal at all"""


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("한국어", 6), ("a한b", 4), ("ㅎ", 2), ("─→·“”", 5), ("é", 1), ("e\u0301", 1), ("🎬", 2), ("", 0)],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=30))
def test_the_short_cut_agrees_with_the_tables(text: str) -> None:
    assert width(text) == max(wcswidth(text), 0)


def test_wrapping_hangs() -> None:
    assert wrap("one two three four", 12, "  1  ") == ["  1  one two", "     three", "     four"]


def test_korean_wraps_between_words_and_fits() -> None:
    lines = wrap("새로운 픽셀을 합성하는 모델은 데이터베이스를 검색하지 않아요", 20)
    assert lines == ["새로운 픽셀을", "합성하는 모델은", "데이터베이스를", "검색하지 않아요"]


@given(st.text(st.sampled_from("ab 한글 \n🎬-"), max_size=200), st.integers(20, 78))
def test_no_line_is_too_wide_and_no_sign_is_lost(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    if not is_drawn(text):
        assert all(width(line) <= columns for line in lines)
        assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_word_wider_than_the_line_is_broken() -> None:
    assert wrap("https://example.org/a/very/long/path", 20) == ["https://example.org/", "a/very/long/path"]


def test_a_diagram_stays_as_it_is() -> None:
    assert wrap(DIAGRAM, 20) == DIAGRAM.split("\n")
    assert wrap(DIAGRAM, 20, "  ") == ["  " + line for line in DIAGRAM.split("\n")]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("one line    with spaces", False),
        ("two lines\nof prose", False),
        ("def f():\n    return 1", True),
        ("name    value\nsize    3", True),
        ("+---+\n| a |\n+---+", True),
        ("a -> b\nc -> d", False),
    ],
)
def test_is_drawn(text: str, drawn: bool) -> None:
    assert is_drawn(text) is drawn


def test_pad() -> None:
    assert pad("한", 4) == "한  "
    assert pad("abcde", 4) == "abcde"
