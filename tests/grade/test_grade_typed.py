"""Typed answers against the table in ``typed_answers.txt``, and laws that hold for any text."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediaquiz.grade.answers import grade
from mediaquiz.grade.distance import distance
from mediaquiz.grade.typed import compare_one
from mediaquiz.grade.values import Verdict
from mediaquiz.model.item import Short
from mediaquiz.model.review import Rating


def table() -> list[tuple[str, str, str]]:
    lines = (Path(__file__).parent / "typed_answers.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("|") for line in lines if line.strip() and not line.startswith("#")]
    return [(row[0].strip(), row[1].strip(), row[2].strip()) for row in rows]


@pytest.mark.parametrize(("verdict", "wanted", "typed"), table())
def test_table(verdict: str, wanted: str, typed: str) -> None:
    found = grade(Short("?", wanted), typed)
    assert found is not None
    assert found.verdict == verdict


@pytest.mark.parametrize(("verdict", "wanted", "typed"), table())
def test_table_in_decomposed_unicode(verdict: str, wanted: str, typed: str) -> None:
    decomposed = unicodedata.normalize("NFD", typed)
    found = grade(Short("?", wanted), decomposed)
    assert found is not None
    assert found.verdict == verdict


def test_the_table_is_large_enough() -> None:
    assert len(table()) >= 170


TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
ANSWER = TEXT.filter(str.strip)


@given(ANSWER)
def test_the_answer_itself_is_right(wanted: str) -> None:
    visible = unicodedata.normalize("NFKC", wanted)
    if any(unicodedata.category(c)[0] in "LN" for c in visible):
        assert compare_one(wanted, wanted).verdict is Verdict.RIGHT


@given(TEXT, TEXT)
def test_never_raises(typed: str, wanted: str) -> None:
    assert grade(Short("?", wanted), typed) is not None


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.sampled_from(["", " layers", " kHz", "%", "단계"]))
def test_other_numbers_are_wrong(typed: int, wanted: int, unit: str) -> None:
    verdict = compare_one(f"{typed}{unit}", f"{wanted}{unit}").verdict
    assert verdict is (Verdict.RIGHT if typed == wanted else Verdict.WRONG)


@given(st.text("abcd", max_size=8), st.text("abcd", max_size=8))
def test_distance_is_symmetric_and_zero_only_for_equals(left: str, right: str) -> None:
    assert distance(left, right) == distance(right, left)
    assert (distance(left, right) == 0) == (left == right)


def test_suggestions() -> None:
    ratings = {
        typed: (found.suggested if (found := grade(Short("?", "synthesis"), typed)) else None)
        for typed in ("synthesis", "sythesis", "collage")
    }
    assert ratings == {"synthesis": Rating.GOOD, "sythesis": Rating.GOOD, "collage": Rating.AGAIN}


def test_accepted_wordings_and_the_learners_own() -> None:
    card = Short("?", "diffusion", accept=("확산",))
    for typed, aliases, verdict in (
        ("확산", (), Verdict.RIGHT),
        ("noising", (), Verdict.WRONG),
        ("noising", ("noising",), Verdict.RIGHT),
    ):
        found = grade(card, typed, aliases=aliases)
        assert found is not None
        assert found.verdict is verdict
