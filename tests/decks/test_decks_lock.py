"""The lock file: when the content of an item last changed, from lines that two machines may have written."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediaquiz.decks.identity import DIGITS, ID, LETTERS, Ids, new_id
from mediaquiz.decks.lock import Lock, around, generated, new_lines, parse, surroundings
from mediaquiz.decks.rebuild import built
from mediaquiz.model.deck import Deck, Removed
from mediaquiz.model.item import Item, Recall
from mediaquiz.model.views import wording

NOW = datetime(2026, 11, 21, 1, 2, 3, tzinfo=UTC)
YEAST = Item("cdfghjkm2345", Recall("What makes dough rise?", "yeast"))
SALT = Item("dcfghjkm2345", Recall("What slows dough down?", "salt"))
EDITED = Item("cdfghjkm2345", Recall("What makes dough rise?", "wild yeast"))
DECK = Deck("decks/bread.yaml", items=(YEAST, SALT))


def lines_of(*lines: str) -> Lock:
    lock, problems = parse("\n".join(lines))
    assert problems == ()
    return lock


def test_a_line_for_each_item_and_none_twice():
    lines = new_lines(Lock(), [DECK], NOW)
    assert lines == [f"{item.id} {wording(item)} 2026-11-21T01:02:03Z" for item in (YEAST, SALT)]
    assert new_lines(lines_of(*lines), [DECK], NOW) == []


def test_a_changed_item_gets_another_line_and_its_time():
    lines = new_lines(Lock(), [DECK], NOW)
    later = NOW + timedelta(days=1)
    more = new_lines(lines_of(*lines), [Deck("d.yaml", items=(EDITED, SALT))], later)
    assert more == [f"{EDITED.id} {wording(EDITED)} 2026-11-22T01:02:03Z"]
    lock = lines_of(*lines, *more)
    assert (lock.changed_at(YEAST), lock.changed_at(EDITED), lock.changed_at(SALT)) == (NOW, later, NOW)


def test_a_change_back_counts_from_the_change_back():
    first, second, third = (
        f"{item.id} {wording(item)} 2026-11-2{day}T00:00:00Z"
        for day, item in enumerate((YEAST, EDITED, YEAST), start=1)
    )
    for order in ((first, second, third), (third, first, second)):
        lock = lines_of(*order)
        assert lock.changed_at(YEAST) == datetime(2026, 11, 23, tzinfo=UTC)
        assert lock.newest(YEAST.id) == wording(YEAST)


def test_what_nobody_wrote_down_has_no_time():
    assert Lock().changed_at(YEAST) is None
    assert Lock().newest(YEAST.id) is None
    assert lines_of(*new_lines(Lock(), [DECK], NOW)).changed_at(EDITED) is None


def test_an_item_that_a_human_rewrote_has_a_line_for_what_was_generated():
    made = replace(YEAST, built=built(YEAST))
    assert len(new_lines(Lock(), [Deck("d.yaml", items=(made,))], NOW)) == 1
    rewritten = replace(made, content=EDITED.content)
    lines = new_lines(Lock(), [Deck("d.yaml", items=(rewritten,))], NOW)
    assert lines == [
        f"{YEAST.id} {wording(EDITED)} 2026-11-21T01:02:03Z",
        f"built:{YEAST.id} {generated(made)} 2026-11-21T01:02:03Z",
    ]


def test_deleted_items_and_other_names_have_lines_too():
    deck = Deck("d.yaml", items=(Item("", YEAST.content),), removed=(Removed(SALT.id, "f", "r", "s"),))
    seoul = datetime(2026, 11, 21, 10, 2, 3, tzinfo=timezone(timedelta(hours=9)))
    lines = new_lines(Lock(), [deck], seoul, {"notetype:choice": "0a1b2c3d4e5f"})
    assert lines == [f"{SALT.id} removed 2026-11-21T01:02:03Z", "notetype:choice 0a1b2c3d4e5f 2026-11-21T01:02:03Z"]
    assert lines_of(*lines).time_of("notetype:choice", "0a1b2c3d4e5f") == NOW


@pytest.mark.parametrize(
    "damage",
    [
        "cdfghjkm2345",
        "cdfghjkm2345 0a1b2c3d4e5f",
        "cdfghjkm2345 0a1b2c3d4e5f yesterday",
        "cdfghjkm2345 0a1b2c3d4e5f 2026-13-21T01:02:03Z",
        "cdfghjkm2345 0a1b2c3d4e5f 2026-11-21T01:02:03Z more",
        "<<<<<<< HEAD",
        "\x00\x00\x00",
    ],
)
def test_damaged_lines_are_told_and_left_out(damage):
    good = new_lines(Lock(), [DECK], NOW)
    lock, problems = parse("\n".join(["# a comment", good[0], damage, "", good[1] + "\r"]))
    assert [(problem.code, problem.span.start) for problem in problems] == [("MQ401", 3)]
    assert (lock.changed_at(YEAST), lock.changed_at(SALT)) == (NOW, NOW)


@given(st.text())
def test_no_text_makes_parsing_fail(text):
    parse(text)


@given(st.permutations(range(6)))
def test_the_order_of_lines_does_not_matter(order):
    lines = [f"name hash{day} 2026-11-2{day}T00:00:00Z" for day in range(6)]
    lock = lines_of(*(lines[place] for place in order))
    assert lock.newest("name") == "hash5"
    assert lock.time_of("name", "hash3") == datetime(2026, 11, 23, tzinfo=UTC)


def test_an_id_is_dull():
    ids = [new_id(random.Random(seed)) for seed in range(1000)]
    assert len(set(ids)) == len(ids)
    assert all(ID.fullmatch(one) and one[0] in LETTERS and set(one) <= set(LETTERS + DIGITS) for one in ids)
    assert not set(LETTERS + DIGITS) & set("aeiouyl1o0s5z8b") - {"5"}


def test_a_new_id_is_nobody_elses():
    first, second = (new_id(rng) for rng in [random.Random(1)] * 2)
    ids = Ids(Lock(), random.Random(1), {first}, Deck("d.yaml"))
    assert ids.give(YEAST) == second


def test_what_stands_around_an_item_is_dated_apart():
    named = surroundings([DECK], {})
    lock = lines_of(*new_lines(Lock(), [DECK], NOW, named))
    tagged = replace(YEAST, tags=("bread",))
    retitled = Deck("decks/bread.yaml", title="Bread", items=(tagged, SALT))
    later = NOW + timedelta(days=1)
    more = new_lines(lock, [retitled], later, surroundings([retitled], {}))
    assert [line.split()[0] for line in more] == [f"around:{YEAST.id}", f"around:{SALT.id}"]
    known = lines_of(*new_lines(Lock(), [DECK], NOW, named), *more)
    assert known.changed_at(tagged) == NOW
    assert known.shown_since(tagged, around(tagged, retitled, {})) == later
    assert known.shown_since(YEAST, around(YEAST, DECK, {})) == NOW
    assert known.shown_since(EDITED, around(EDITED, DECK, {})) is None


def test_a_lock_that_dates_no_surroundings_yet_takes_the_time_of_the_item():
    lock = lines_of(*new_lines(Lock(), [DECK], NOW))
    assert lock.shown_since(YEAST, around(YEAST, DECK, {})) == NOW
    lines = new_lines(lock, [DECK], NOW + timedelta(days=9), surroundings([DECK], {}))
    assert len(lines) == 2
    assert all(line.endswith("2026-11-21T01:02:03Z") for line in lines)


def test_a_picture_that_changes_is_a_change():
    shown = replace(YEAST, content=Recall("What is ![a jar](media/jar.png)?", "yeast"))
    assert around(shown, DECK, {"media/jar.png": "1"}) != around(shown, DECK, {"media/jar.png": "2"})


def test_a_name_that_is_new_has_the_time_that_is_told():
    told = {"notetype:basic": NOW - timedelta(days=99)}
    (line,) = new_lines(Lock(), [], NOW, {"notetype:basic": "0a"}, told)
    assert line == "notetype:basic 0a 2026-08-14T01:02:03Z"
    (changed,) = new_lines(lines_of(line), [], NOW, {"notetype:basic": "0b"}, told)
    assert changed == "notetype:basic 0b 2026-11-21T01:02:03Z"


def test_the_lock_knows_the_type():
    lock = lines_of(*new_lines(Lock(), [DECK], NOW, surroundings([DECK], {})))
    assert (lock.type_of(YEAST.id), lock.type_of("nobody")) == ("recall", None)
