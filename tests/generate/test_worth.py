"""What a question is worth before anybody reads it: of two on one lesson, the one that a teacher would rather keep."""

import pytest

from mediaquiz.extract import extract
from mediaquiz.generate.make import candidate
from mediaquiz.generate.worth import FEATURES, WEIGHTS, features, likely, weigh
from mediaquiz.model.concept import Place
from mediaquiz.model.item import Recall
from mediaquiz.model.lesson import Source
from mediaquiz.readers import read

TEXT = """# How Rivers Bend

A **meander** is a bend that a river widens by itself. Fast water cuts into the outer bank of a meander, and slow water
drops sand at its inner bank. So meanders grow wider with every flood. At Greenford 14 boats were once drawn over the
neck of a meander. Some people attract visitors there.

## Cut-off lakes

A cut-off lake is a meander that the river has left behind. The river breaks through the neck of the meander in a flood.
"""
LESSON, _ = read(Source("rivers.md", TEXT))
FOUND = extract(LESSON)


def chance(recipe: str, asked: str, answer: str) -> float:
    made = candidate(recipe, Recall(asked, answer), Place(LESSON.blocks[1], 3, "A meander is a bend."))
    return likely(made, FOUND)


DEFINES = ("definition-term", "What do you call a bend that a river widens by itself?", "meander")
BETTER = [
    (DEFINES, ("statement-predicate", "What do people attract?", "Visitors.")),
    (DEFINES, ("definition-term", "What do you call what was drawn at Greenford?", "14 boats")),
    (
        ("statement-which-kind", "Which water cuts into the outer bank of a meander?", "fast water"),
        ("statement-which-kind", "Which boats were drawn near Greenford?", "14 boats"),
    ),
    (
        (
            "statement-differ",
            "How do the inner and the outer bank of a meander differ?",
            "Sand is left at the inner one.",
        ),
        ("statement-happens", "What may happen sometimes?", "Sand is left."),
    ),
]


@pytest.mark.parametrize(("better", "worse"), BETTER)
def test_of_two_the_one_that_a_teacher_would_rather_keep(
    better: tuple[str, str, str], worse: tuple[str, str, str]
) -> None:
    assert 0 < chance(*worse) < chance(*better) < 1


def test_each_feature_has_a_weight_and_is_small() -> None:
    told = features(DEFINES[1], DEFINES[2], DEFINES[0], LESSON)
    assert len(told) == len(FEATURES) == len(WEIGHTS)
    assert all(0 <= value <= 1.2 for value in told)


def test_the_setting_in_front_is_no_part_of_the_question() -> None:
    assert chance(DEFINES[0], f"In rivers, {DEFINES[1]}", DEFINES[2]) == chance(*DEFINES)


def test_in_korean_the_value_alone_counts() -> None:
    korean, _ = read(Source("강.md", "# 강\n\n강은 바다로 흐르는 큰 물줄기입니다. 강은 굽이마다 모래를 남깁니다."))
    made = candidate(
        "definition-term", Recall("강은 무엇인가요?", "물줄기"), Place(korean.blocks[0], 1, "강"), value=0.5
    )
    assert list(weigh([made], extract(korean), 1000).worths.values()) == pytest.approx([made.value * made.trust])


def test_what_hardly_any_reader_kept_is_not_asked_of_a_long_lesson() -> None:
    place = Place(LESSON.blocks[1], 3, "A meander is a bend.")
    good = candidate(DEFINES[0], Recall(DEFINES[1], DEFINES[2]), place)
    poor = candidate("statement-predicate", Recall("What did Jones attract sometimes?", "14 boats."), place)
    assert weigh([good, poor], FOUND, 599).worthy == (good, poor)
    weighed = weigh([good, poor], FOUND, 600)
    assert (weighed.worthy, weighed.doubtful) == ((good,), (poor,))
    assert weighed.worths[id(good)] > weighed.worths[id(poor)]
