"""The small parts of questions: Korean particles, letter case, articles, verbs."""

import pytest

from mediaquiz.generate.english import (
    full_stop,
    heading_phrase,
    is_noun_phrase,
    quoted,
    term_phrase,
    title_phrase,
    with_the,
)
from mediaquiz.language.clauses import plural_subject, split
from mediaquiz.language.korean import josa, modifies
from mediaquiz.language.verbs import base_of
from mediaquiz.model.lesson import Lesson

RIVERS = Lesson("r.md", title="Rivers", text=(
    "A delta grows at the mouth of a river. Slow water leaves its mud, and the Danube leaves much of it in the delta.\n"
    "Silt is fine mud. Silt feeds fields along the banks of every slow river that floods the land in spring."
))  # fmt: skip


@pytest.mark.parametrize(
    ("word", "particle", "expected"),
    [
        ("강", "은", "강은"), ("나무", "은", "나무는"), ("강", "이", "강이"), ("나무", "이", "나무가"),
        ("강", "을", "강을"), ("종이", "을", "종이를"), ("물", "으로", "물로"), ("강", "으로", "강으로"),
        ("나무", "으로", "나무로"), ("닥나무", "과", "닥나무와"), ("“강”", "은", "“강”은"),
        ("f/3", "을", "f/3을"), ("f/2", "을", "f/2를"), ("JSON", "은", "JSON은"), ("ISO", "은", "ISO는"),
    ],
)  # fmt: skip
def test_a_particle_follows_the_last_sound(word: str, particle: str, expected: str) -> None:
    assert josa(word, particle) == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("깎는", True), ("긴", True), ("강의", True), ("물을", False), ("", False)]
)
def test_a_korean_word_that_describes_the_next(word: str, expected: bool) -> None:
    assert modifies(word) is expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("The Slow River", True), ("Rivers", True), ("A bend", True), ("Four parts of a river", True),
        ("How a Bend Grows", False), ("Cutting the Bank", False), ("Rivers, and what they do", False),
        ("Water is slow", False), ("Where to look", False), ("A", True), ("", False),
    ],
)  # fmt: skip
def test_a_heading_that_names_a_thing(heading: str, expected: bool) -> None:
    assert is_noun_phrase(heading) is expected


@pytest.mark.parametrize(
    ("term", "expected"),
    [("Delta", "delta"), ("Danube", "Danube"), ("Silt", "silt"), ("ISO", "ISO"), ("Slow Water", "slow water"),
     ("Good river", "good river"), ("Sedimentation", "sedimentation")],
)  # fmt: skip
def test_a_term_is_small_unless_it_is_a_name(term: str, expected: str) -> None:
    assert term_phrase(term, RIVERS) == expected


def test_a_title_inside_a_question() -> None:
    assert title_phrase("The Slow River", RIVERS) == "the slow river"
    assert title_phrase("How a River Grows", RIVERS) == "“How a River Grows”"
    assert quoted('What "Slow" Means') == "“What ‘Slow’ Means”"
    assert heading_phrase("Three Signs of the Danube", RIVERS) == "three signs of the Danube"
    assert [with_the(p) for p in ("delta", "a delta", "“Delta”")] == ["the delta", "a delta", "“Delta”"]
    assert [full_stop(t) for t in ("mud", "mud.", "“mud.”", "mud?")] == ["Mud.", "Mud.", "“mud.”", "Mud?"]


@pytest.mark.parametrize(
    ("subject", "expected"),
    [("deltas", True), ("the mouth of rivers", False), ("silt and mud", True), ("economics", False), ("a lens", False),
     ("glass", False)],
)  # fmt: skip
def test_the_number_of_a_subject(subject: str, expected: bool) -> None:
    assert plural_subject(subject) is expected


@pytest.mark.parametrize(
    ("verb", "expected"), [("carries", "carry"), ("has", "have"), ("uses", "use"), ("pass", ""), ("rivers", "")]
)
def test_the_infinitive_of_a_known_verb(verb: str, expected: str) -> None:
    assert base_of(verb) == expected


def test_a_sentence_is_split_only_at_a_verb_that_agrees() -> None:
    found = split("A slow river carries mud")
    assert found and (found.subject, found.base, found.helper, found.rest) == ("A slow river", "carry", "does", "mud")
    gerund = split("Letting rivers carry mud is wise")
    assert gerund and gerund.helper == "is"
    assert split("Whatever the rivers of old said") is None
