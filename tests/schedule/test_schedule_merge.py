"""Several machines of one learner: however their records come together, they say the same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from machines import Clock, Machine

from mediaquiz.model.review import Kind, Memory, Rating, Record, Stage
from mediaquiz.schedule.fold import fold
from mediaquiz.schedule.memory import replay, schedule
from mediaquiz.schedule.settings import Settings

ITEMS = st.sampled_from(["one", "two", "six"])
WAITS = st.sampled_from([0.0, 0.2, 5.0, 24.0, 100.0, 700.0])
ANSWER = st.tuples(st.just("answer"), ITEMS, st.integers(1, 4))
OTHER = st.one_of(
    st.tuples(st.just("undo"), st.integers(0, 40)),
    st.tuples(st.just("bring"), st.integers(0, 2)),
    st.tuples(st.sampled_from([Kind.SUSPEND, Kind.RESUME, Kind.RESET]), ITEMS),
    st.tuples(st.just(Kind.FLAG), ITEMS, st.fixed_dictionaries({"text": st.sampled_from(["typo", "unclear"])})),
    st.tuples(st.just(Kind.BURY), ITEMS, st.just({"until": "2026-11-09"})),
    st.tuples(st.just(Kind.RELINK), ITEMS, st.fixed_dictionaries({"to": ITEMS})),
    st.tuples(st.just(Kind.READ), st.just(""), st.just({"lesson": "lessons/a.md"})),
    st.tuples(st.just(Kind.SETTINGS), st.just(""), st.fixed_dictionaries({"desired_retention": st.floats(0.6, 1)})),
)
STORY = st.lists(st.tuples(st.integers(0, 2), WAITS, ANSWER | OTHER), min_size=1, max_size=16)


def lived(story: list[tuple[int, float, tuple[Any, ...]]]) -> list[Machine]:
    """Three machines after the story: (which machine, hours that pass before, what it does)."""
    clock = Clock()
    machines = [Machine(device, clock) for device in ("aaaa", "bbbb", "cccc")]
    for place, hours, (what, *how) in story:
        machine = machines[place]
        clock.wait(hours=hours)
        if what == "answer":
            machine.answer(how[1], how[0])
        elif what == "bring":
            machine.bring(machines[how[0]])
        elif what == "undo":
            if machine.records:
                machine.undo(machine.records[how[0] % len(machine.records)])
        else:
            machine.write(what, how[0], **(how[1] if len(how) > 1 else {}))
    return machines


def _any_order_repetition_and_split_of_the_records_make_one_state(story: list[Any], data: st.DataObject) -> None:
    records = {record.id: record for machine in lived(story) for record in machine.records}
    whole = fold(records.values())
    again = data.draw(st.lists(st.sampled_from(list(records.values())), max_size=5)) if records else []
    mixed = data.draw(st.permutations([*records.values(), *again]))
    first, second = sorted(data.draw(st.tuples(*[st.integers(0, len(mixed))] * 2)))
    state = fold(mixed[:first]).with_records(mixed[first:second])
    for record in mixed[second:]:
        state = state.with_record(record)
    assert state == whole
    assert [str(problem) for problem in state.problems] == [str(problem) for problem in whole.problems]


@settings(max_examples=150, deadline=None)
@given(STORY, st.data())
def test_any_order_repetition_and_split_of_the_records_make_one_state(story: list[Any], data: st.DataObject) -> None:
    _any_order_repetition_and_split_of_the_records_make_one_state(story, data)


@pytest.mark.slow
@settings(max_examples=2500, deadline=None)
@given(STORY, st.data())
def test_so_do_thousands_of_histories(story: list[Any], data: st.DataObject) -> None:
    _any_order_repetition_and_split_of_the_records_make_one_state(story, data)


@settings(max_examples=150, deadline=None)
@given(STORY)
def test_machines_that_bring_each_other_everything_agree(story: list[Any]) -> None:
    one, two, three = lived(story)
    one.bring(two)
    one.bring(three)
    three.bring(one)
    two.bring(three)
    assert one.state == two.state == three.state


ANSWERS = st.lists(st.tuples(st.integers(0, 1), WAITS, st.tuples(st.just("answer"), st.just("one"), st.integers(1, 4))))


@settings(max_examples=200, deadline=None)
@given(ANSWERS.filter(bool))
def test_machines_apart_remember_together_what_one_machine_would_have(story: list[Any]) -> None:
    apart, other, _ = lived(story)
    apart.bring(other)
    together, *_ = lived([(0, hours, what) for _, hours, what in story])
    mine, theirs = (machine.state.card("one") for machine in (apart, together))
    mind, one_mind = replay(mine.history, Settings()), replay(theirs.history, Settings())
    assert (mind.stage, mind.stability, mind.difficulty) == (one_mind.stage, one_mind.stability, one_mind.difficulty)
    *before, last = mine.history
    due = schedule(replay(before, Settings()), last.rating, last.at, last.day, "one", Settings())
    assert (last.due, last.ivl) == (due.due, due.ivl)
    assert not theirs.redone


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(WAITS, ITEMS, st.integers(1, 4)), min_size=1, max_size=10))
def test_what_one_machine_lives_is_what_its_log_says(story: list[tuple[float, str, int]]) -> None:
    machine, live, memories = Machine(), fold([]), dict[str, Memory]()
    for hours, item, rating in story:
        machine.clock.wait(hours=hours)
        record = machine.answer(rating, item)
        done = schedule(memories.get(item, Memory()), Rating(rating), record.at, record.day, item, Settings())
        memories[item], live = done.memory, live.with_record(record)
        assert (record.data["due"], record.data["ivl"]) == (done.due, done.ivl)
    assert live == machine.state
    for item, memory in memories.items():
        assert replay(live.card(item).history, Settings()) == memory
        assert not live.card(item).redone


# Undo


UNDOABLE: dict[str, Callable[[Machine], Record]] = {
    "answer": lambda machine: machine.answer(1),
    "reset": lambda machine: machine.write(Kind.RESET, "item"),
    "suspend": lambda machine: machine.write(Kind.SUSPEND, "other"),
    "resume": lambda machine: machine.write(Kind.RESUME, "item"),
    "bury": lambda machine: machine.write(Kind.BURY, "item", until="2026-12-24"),
    "flag": lambda machine: machine.write(Kind.FLAG, "item", text="typo"),
    "note": lambda machine: machine.write(Kind.NOTE, "item", text="see page 3"),
    "alias": lambda machine: machine.write(Kind.ALIAS, "item", text="cover"),
    "relink away": lambda machine: machine.write(Kind.RELINK, "item", to="new"),
    "relink here": lambda machine: machine.write(Kind.RELINK, "other", to="item"),
    "read": lambda machine: machine.write(Kind.READ, lesson="lessons/b.md"),
    "settings": lambda machine: machine.write(Kind.SETTINGS, desired_retention=0.8, new_per_day=1),
    "undo": lambda machine: machine.undo(machine.records[1]),
}


def studied() -> Machine:
    """A machine that learnt two cards, put one aside, and read a lesson."""
    machine = Machine()
    for rating, hours in ((3, 0.2), (3, 72), (4, 300)):
        machine.answer(rating)
        machine.answer(rating, "other")
        machine.clock.wait(hours=hours)
    machine.write(Kind.SUSPEND, "item")
    machine.write(Kind.READ, lesson="lessons/a.md")
    return machine


@pytest.mark.parametrize("what", UNDOABLE)
def test_undo_restores_what_was_and_redo_brings_it_back(what: str) -> None:
    machine = studied()
    before = machine.state
    done = UNDOABLE[what](machine)
    after = machine.state
    assert (after.cards, after.shared) != (before.cards, before.shared)
    undo = machine.undo(done)
    undone = machine.state
    assert undone.cards == before.cards
    assert replace(undone.shared, voided=before.voided) == before.shared
    machine.undo(undo)
    assert machine.state.cards == after.cards and machine.state.settings == after.settings


# Promises


def test_an_answer_taken_back_in_the_middle_makes_the_last_promise_again() -> None:
    machine = Machine()
    first = machine.answer(3)
    machine.clock.wait(minutes=10)
    middle = machine.answer(1)
    machine.clock.wait(minutes=1)
    machine.answer(3)
    machine.undo(middle)
    card = machine.state.card("item")
    assert card.redone and [answer.id for answer in card.history] == [first.id, "aaaa-3"]
    assert card.history[-1].ivl == 2, "two Good answers: the card leaves its steps"


def test_a_promise_made_again_follows_the_settings_and_a_kept_one_does_not() -> None:
    clock = Clock()
    here, there = Machine("aaaa", clock), Machine("bbbb", clock)
    for machine in (here, there):
        machine.answer(4, "both")
        clock.wait(hours=24)
    here.answer(4, "mine")
    here.bring(there)
    before = here.state
    here.write(Kind.SETTINGS, desired_retention=0.7)
    after = here.state
    assert after.card("mine") == before.card("mine")
    assert after.card("both").redone
    assert after.card("both").history[-1].ivl > before.card("both").history[-1].ivl


def test_the_next_answer_after_a_merge_builds_on_the_promise_that_was_made_again() -> None:
    clock = Clock()
    here, there = Machine("aaaa", clock), Machine("bbbb", clock)
    here.answer(4)
    there.answer(2)
    here.bring(there)
    merged = here.state.card("item")
    assert merged.redone and merged.stage is Stage.REVIEW, "the other machine had promised a step"
    clock.wait(days=30)
    memory = replay(merged.history, Settings())
    record = here.answer(1)
    live = schedule(memory, Rating.AGAIN, record.at, record.day, "item", Settings())
    card = here.state.card("item")
    assert record.data["due"] == live.due and card.due == live.memory.due_at
    assert replay(card.history, Settings()) == live.memory
    assert (card.lapses, card.done(record.day)) == (1, (0, 1))


def test_an_answer_of_a_machine_that_missed_a_reset_is_promised_as_a_new_cards() -> None:
    clock = Clock()
    here, there = Machine("aaaa", clock), Machine("bbbb", clock)
    here.answer(4)
    there.bring(here)
    here.write(Kind.RESET, "item")
    clock.wait(days=8)
    there.answer(3)
    here.bring(there)
    card = here.state.card("item")
    assert card.redone and card.due == card.history[-1].at + timedelta(minutes=10)
    assert (len(card.answers), len(card.history)) == (2, 1)


def test_histories_that_are_joined_are_one_history() -> None:
    machine = Machine()
    machine.answer(3, "old")
    machine.clock.wait(hours=24)
    machine.answer(3, "new")
    machine.write(Kind.RELINK, "old", to="new")
    machine.write(Kind.FLAG, "old", text="typo")
    card = machine.state.card("new")
    assert [answer.id for answer in card.history] == ["aaaa-1", "aaaa-2"]
    assert card.redone and card.history[-1].ivl > 0, "the second Good of one card ends its steps"
    assert [flag.text for flag in card.flags] == ["typo"]


def test_a_record_that_is_not_the_schedules_leaves_the_cards_as_they_were() -> None:
    machine = studied()
    before = machine.state.cards
    for purpose in ("cram", "test"):
        machine.write(Kind.REVIEW, "item", rating=1, due="2026-11-02", ivl=1, purpose=purpose)
    machine.write("sticker", "item")
    assert machine.state.cards == before and machine.state.problems == ()
