"""Typed answers against the table in ``typed_answers.txt``, and laws that hold for any text."""

import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediaquiz.grade.answers import grade
from mediaquiz.grade.distance import distance
from mediaquiz.grade.typed import compare_one
from mediaquiz.grade.values import Grade, Verdict
from mediaquiz.model.item import Short
from mediaquiz.model.review import Rating

SLIPS = {"frame": "flame", "음높이": "patch"}
"""What is close in form and wrong in meaning; no rule can tell, so the learner is asked."""


@dataclass(frozen=True)
class Case:
    """One line of the table."""

    verdict: str
    wanted: str
    typed: str
    accept: tuple[str, ...] = ()

    @property
    def meant(self) -> bool:
        """Whether a teacher would count it."""
        return self.verdict != "wrong" and SLIPS.get(self.wanted) != self.typed

    def graded(self, typed: str) -> Grade:
        found = grade(Short("?", self.wanted, self.accept), typed)
        assert found is not None
        return found


def case(line: str) -> Case:
    verdict, wanted, typed, *accept = (part.strip() for part in line.split("|"))
    return Case(verdict, wanted, typed, tuple(each.strip() for each in "".join(accept).split(";") if each.strip()))


def table() -> list[Case]:
    lines = (Path(__file__).parent / "typed_answers.txt").read_text(encoding="utf-8").splitlines()
    return [case(line) for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("case", table(), ids=str)
def test_table(case: Case) -> None:
    assert case.graded(case.typed).verdict == case.verdict.replace("missed", "wrong")


@pytest.mark.parametrize("case", table(), ids=str)
def test_table_in_decomposed_unicode(case: Case) -> None:
    assert case.graded(unicodedata.normalize("NFD", case.typed)).verdict == case.verdict.replace("missed", "wrong")


def test_most_of_what_is_right_is_accepted_and_nothing_that_is_wrong() -> None:
    cases = table()
    meant = [case for case in cases if case.meant]
    accepted = [case for case in cases if case.graded(case.typed).verdict is Verdict.RIGHT]
    print(f"{len(cases)} pairs; accepted {len(accepted)} of the {len(meant)} that a teacher would count")
    assert [case for case in accepted if not case.meant] == []
    assert len(accepted) >= 0.8 * len(meant)


def test_what_is_accepted_by_an_alias_is_not_accepted_without() -> None:
    bare = [replace(case, accept=()) for case in table() if case.accept]
    assert len(bare) > 40
    assert not [case for case in bare if case.graded(case.typed).verdict is Verdict.RIGHT]


def test_the_table_is_large_enough() -> None:
    assert len(table()) >= 210


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
