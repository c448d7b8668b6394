"""Putting quizzes together: chance, forms, points, blueprints."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediaquiz.app import blueprint as blueprints
from mediaquiz.app.assemble import Points, Request, assemble, difficulty
from mediaquiz.model.deck import Deck
from mediaquiz.model.form import Form
from mediaquiz.model.item import Choice, Content, Item, ItemType, Match, Multi, Order, Recall, TrueFalse
from mediaquiz.model.problem import Problem

CHOICE = Choice("Which?", "oak", ("ash", "elm", "fir"))
KINDS: tuple[Content, ...] = (
    CHOICE,
    Multi("Which two?", ("oak", "ash"), ("elm", "All of the above")),
    TrueFalse("Oaks are trees.", True),
    Order("Order.", ("seed", "sprout", "tree", "plank")),
    Match("Match.", (("oak", "acorn"), ("fir", "cone"), ("palm", "nut"))),
    Recall("Why?", "So."),
)


def deck(name: str, n: int, **fields: object) -> Deck:
    items = tuple(Item(f"{name}{at:0{12 - len(name)}}", KINDS[at % len(KINDS)], **fields) for at in range(n))  # type: ignore[arg-type]
    return Deck(f"decks/{name}.yaml", f"lessons/{name}.md", name.title(), items=items)


WOODS = (deck("oak", 30), deck("ash", 12), deck("elm", 6))


def made(request: Request, *decks: Deck) -> tuple[Form, ...]:
    forms, problems = assemble(decks or WOODS, request)
    assert problems == ()
    return forms


def ids(form: Form) -> list[str]:
    return [question.item.id for question in form.questions]


def test_without_wishes_all_items_come_in_the_order_of_the_course() -> None:
    (form,) = made(Request())
    assert ids(form) == [item.id for deck in WOODS for item in deck.items]
    assert form.points == 48


def test_a_number_is_drawn_evenly_from_the_lessons() -> None:
    (form,) = made(Request(n=8))
    assert Counter(question.lesson for question in form.questions) == {"Oak": 5, "Ash": 2, "Elm": 1}
    assert ids(form) == [item.id for deck in WOODS for item in deck.items if item.id in ids(form)]


def test_a_concept_comes_again_only_after_the_others() -> None:
    items = tuple(Item(f"item{at:08}", CHOICE, concept="bark" if at < 8 else f"leaf {at}") for at in range(10))
    for seed in range(20):
        (form,) = made(Request(n=3, seed=seed), Deck("decks/d.yaml", items=items))
        assert sorted(question.item.concept for question in form.questions) == ["bark", "leaf 8", "leaf 9"]


@given(st.integers(0, 10**9), st.integers(1, 48))
def test_a_seed_gives_the_same_again_and_a_larger_test_holds_the_smaller(seed: int, n: int) -> None:
    assert made(Request(n=n, seed=seed)) == made(Request(n=n, seed=seed), *WOODS)
    assert set(ids(made(Request(n=n, seed=seed))[0])) <= set(ids(made(Request(n=min(n + 5, 48), seed=seed))[0]))


@given(st.integers(0, 10**9))
def test_forms_ask_the_same_in_another_order(seed: int) -> None:
    one, other = made(Request(n=20, seed=seed, forms=("A", "B")))
    assert (one.name, other.name, one.seed, other.seed) == ("A", "B", seed, seed)
    assert sorted(ids(one)) == sorted(ids(other))
    assert ids(one) != ids(other)
    for form in (one, other):
        for question in form.questions:
            match question.item.content:
                case Choice(key=key, distractors=distractors):
                    assert sorted(question.options) == sorted((key, *distractors))
                case Multi():
                    assert question.options[-1] == "All of the above"
                case Order(sequence=sequence):
                    assert question.options != sequence
                    assert sorted(question.options) == sorted(sequence)
                case TrueFalse() | Recall():
                    assert question.options == ()


def test_options_stand_at_every_place_in_turn() -> None:
    (form,) = made(Request(seed=3), deck("oak", 240))
    places = Counter(q.options.index("oak") for q in form.questions if q.item.type is ItemType.CHOICE)
    assert set(places) == {0, 1, 2, 3}
    assert min(places.values()) >= 3


def test_items_of_earlier_forms_are_left_out() -> None:
    (first,) = made(Request(n=20))
    (second,) = made(Request(n=20, used=frozenset(ids(first))))
    assert not set(ids(first)) & set(ids(second))


def test_a_new_item_moves_no_other() -> None:
    grown = replace(WOODS[0], items=(*WOODS[0].items, Item("new000000000", CHOICE)))
    before, after = made(Request(seed=5, forms=("A",)), WOODS[0])[0], made(Request(seed=5, forms=("A",)), grown)[0]
    assert [question for question in after.questions if question.item.id != "new000000000"] == list(before.questions)


def test_too_few_items_are_told_and_all_of_them_go() -> None:
    (form,), problems = assemble(WOODS, Request(n=60))
    assert len(form.questions) == 48
    assert [str(problem) for problem in problems] == [
        "warning: MQ505 60 items were asked for, 48 are there. Widen the filters, or write more items."
    ]


def test_points_come_from_the_tag_then_the_row_then_the_type_then_the_rest() -> None:
    points = Points(2, ((ItemType.RECALL, 5),))
    tagged = Item("x", CHOICE, tags=("points:4",))
    assert points.of(tagged, told=3) == 4
    assert points.of(Item("x", CHOICE), told=3) == 3
    assert points.of(Item("x", Recall("a", "b"))) == 5
    assert points.of(Item("x", CHOICE, tags=("points:many", "points:0"))) == 2


def test_difficulty_is_the_tag_or_what_the_type_suggests() -> None:
    assert difficulty(Item("x", CHOICE)) == "easy"
    assert difficulty(Item("x", Recall("a", "b"))) == "hard"
    assert difficulty(Item("x", CHOICE, tags=("week 1", "hard"))) == "hard"


def plan(text: str) -> blueprints.Blueprint:
    made, problems = blueprints.parse(text, "test.yaml")
    assert problems == ()
    return made


def test_a_blueprint_draws_row_by_row() -> None:
    request = Request(
        blueprint=plan("""
            pick:
              - {lesson: elm, type: choice, n: 1, points: 3}
              - {lesson: [oak, ash], difficulty: hard, n: 4}
              - {n: 5}
        """)
    )
    (form,) = made(request)
    assert [question.points for question in form.questions] == [3, *[1] * 9]
    assert (form.questions[0].lesson, form.questions[0].item.type) == ("Elm", ItemType.CHOICE)
    assert {question.item.type for question in form.questions[1:5]} == {ItemType.RECALL}
    assert len(set(ids(form))) == 10


def test_a_row_gives_way_where_another_has_no_choice() -> None:
    for seed in range(10):
        blueprint = plan("pick: [{type: choice, n: 5}, {lesson: elm, type: choice, n: 1}]")
        (form,) = made(Request(seed=seed, blueprint=blueprint), WOODS[2], deck("fir", 30))
        assert form.questions[5].lesson == "Elm"


def test_what_a_blueprint_lacks_is_named_and_nothing_is_made() -> None:
    text = "pick:\n  - {lesson: oak, n: 2}\n  - {lesson: elm, type: [choice, recall], difficulty: hard, n: 4}\n"
    forms, problems = assemble(WOODS, Request(blueprint=plan(text)))
    assert forms == ()
    assert [str(problem) for problem in problems] == [
        "test.yaml:3: error: MQ505 the blueprint is short: 1 of 4 for elm · choice, recall · hard. "
        "Ask for fewer there, or write more items."
    ]


BROKEN = {
    "": "the blueprint picks nothing",
    "pick: 3": "test.yaml:1:7: error: MQ508 `pick` is a list",
    "- {n: 3}": "a blueprint is a group of fields",
    "pick: [{lesson: oak}]": "the row does not say how many",
    "pick: [{n: many}]": "a whole number from 1 to 1000 should stand here",
    "pick: [{n: 0}]": "a whole number from 1 to 1000",
    "pick: [{n: 3, type: chioce}]": "'chioce' is not known here. Take from: recall",
    "pick: [{n: 3, difficulty: [hard, harder]}]": "'harder' is not known here. Take from: easy, medium, hard.",
    "pick: [{n: 3, lessn: oak}]": "a row has no field 'lessn'. Did you mean 'lesson'?",
    "pik: [{n: 3}]": "a blueprint has no field 'pik'. Did you mean 'pick'?",
    "seed: -1\npick: [{n: 3}]": "a seed is a whole number",
    "pick: [{n: 3, lesson: {a: b}}]": "a text should stand here, not a group of fields",
    "pick: [&a {n: 3}, *a]": "MQ302",
    "pick: [{n: 3": "MQ301",
}


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_wrong_with_a_blueprint_is_told(text: str) -> None:
    _, problems = blueprints.parse(text, "test.yaml")
    assert any(BROKEN[text] in str(problem) for problem in problems), problems


def test_every_fault_of_a_blueprint_is_told_at_once() -> None:
    _, problems = blueprints.parse("sed: 3\npick:\n  - {n: 0}\n  - {type: x, n: 2}\n", "test.yaml")
    assert [problem.span.start for problem in problems if isinstance(problem, Problem) and problem.span] == [1, 3, 4]


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_of_blueprints_fail(text: str) -> None:
    blueprints.parse(text, "test.yaml")
    blueprints.parse(f"pick: [{{{text}}}]", "test.yaml")


def test_ten_thousand_items_are_put_together() -> None:
    forms = made(
        Request(n=100, forms=("A", "B"), blueprint=plan("pick: [{n: 60}, {type: choice, n: 40}]")), deck("oak", 10_000)
    )
    assert [len(form.questions) for form in forms] == [100, 100]


def test_nothing_gives_nothing() -> None:
    assert assemble((), Request(n=5)) == ((), ())


# What classes got right

MEASURED = """\
pick:
  - {difficulty: hard, n: 2}
  - {p: 0.4-0.8, n: 1}
"""


def test_a_blueprint_goes_by_what_classes_got_right() -> None:
    shares = {"oak0": 0.2, "oak1": 0.49, "oak2": 0.6, "oak3": 0.95}
    items = tuple(Item(name, Choice(f"What is {name}?", "a", ("b", "c"))) for name in (*shares, "oak4"))
    (form,) = made(Request(blueprint=plan(MEASURED), measured=shares), Deck("decks/oak.yaml", items=items))
    assert {*ids(form)[:2]} == {"oak0", "oak1"} and ids(form)[2:] == ["oak2"]
    forms, problems = assemble([Deck("decks/oak.yaml", items=items)], Request(blueprint=plan(MEASURED)))
    assert forms == () and "1 for p 0.4-0.8" in problems[-1].message, "without figures no item is in a range"


@pytest.mark.parametrize("told", ["0.8-0.4", "0.4", "easy", "0.4-1.8", "[0.1, 0.2]"])
def test_a_range_that_is_none_is_told(told: str) -> None:
    _, problems = blueprints.parse(f"pick:\n  - {{p: {told}, n: 1}}\n", "plan.yaml")
    assert [problem.code for problem in problems] == ["MQ508"]
    assert problems[0].span and problems[0].span.start == 2
