"""Own words beside an answer: which of its words they hold. It is a help to the eye, never a verdict."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediaquiz.grade.answers import grade
from mediaquiz.grade.covering import covered
from mediaquiz.grade.values import Verdict
from mediaquiz.model.item import Recall
from mediaquiz.model.review import Rating


@pytest.mark.parametrize(
    ("given", "wanted", "words"),
    [
        ("the camera is kept still", "It keeps the camera still while the shutter is open.", ("camera", "still")),
        ("opening shutters", "The shutter opens.", ("shutter", "opens")),
        ("stretched gluten holds gas", "It stretches the gluten.", ("stretches", "gluten")),
        ("because they have", "Because they have more.", ()),
        ("24 FPS", "24 frames a second, or 24 fps", ("24",)),
        ("GPU memory", "The GPU has its own memory.", ("GPU", "memory")),
        ("소리가 울린다", "소리는 벽에서 울려요.", ("소리는",)),
        ("울림 때문에", "잔향 때문에 울림이 남아요.", ("울림이",)),
        ("", "Anything.", ()),
        ("anything", "", ()),
    ],
)
def test_words_in_any_form_count_once(given: str, wanted: str, words: tuple[str, ...]) -> None:
    assert covered(given, wanted) == words


@given(st.text(max_size=80), st.text(max_size=80))
@settings(deadline=None)
def test_only_words_of_the_answer_and_never_a_verdict(typed: str, answer: str) -> None:
    found = covered(typed, answer)
    assert all(word in answer for word in found) and len(set(found)) == len(found)
    made = grade(Recall("Why?", answer), typed)
    assert made is not None
    assert (made.verdict, made.suggested, made.detail.hits) == (Verdict.SELF, Rating.GOOD, found)
