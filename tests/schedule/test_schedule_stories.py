"""Days of a learner: what the queue asks when answers are given, sittings end, clocks strike four."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from machines import START, Machine

from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, Recall
from mediaquiz.model.review import Kind
from mediaquiz.schedule.day import study_day
from mediaquiz.schedule.queue import Card, Counts, Filter, counts, queue
from mediaquiz.schedule.settings import Settings

NAMES = tuple("abcdefgh")
TEN = timedelta(minutes=10)


def own(*items: str | Item, path: str = "decks/own/a.yaml") -> Deck:
    """A deck of a teacher's own: its items need no lesson to be started."""
    return Deck(path, items=tuple(Item(one, Recall("Why?", "So.")) if isinstance(one, str) else one for one in items))


def sibling(name: str, concept: str = "light") -> Item:
    return Item(name, Recall("Why?", "So."), concept=concept)


def dealt(machine: Machine, *decks: Deck, only: Filter | None = None) -> tuple[Card, ...]:
    state, at = machine.state, machine.clock.at
    return queue(decks, state, at, study_day(at), state.settings, only)


def asked(machine: Machine, *decks: Deck, only: Filter | None = None) -> str:
    return "".join(card.item.id for card in dealt(machine, *decks, only=only))


def counted(machine: Machine, *decks: Deck) -> Counts:
    state, at = machine.state, machine.clock.at
    return counts(decks, state, at, study_day(at), state.settings)


def sit(machine: Machine, *decks: Deck, most: int = 100, rating: int = 4) -> str:
    """One sitting: what is first in the queue is answered, until nothing or ``most`` is asked."""
    done = ""
    while len(done) < most and (now := asked(machine, *decks)):
        machine.answer(rating, now[0])
        done += now[0]
    return done


def test_limits_last_over_all_sittings_of_a_day_and_begin_anew_at_four() -> None:
    machine, deck = Machine(base=Settings(new_per_day=3, reviews_per_day=2, backlog=False)), own(*NAMES)
    assert sit(machine, deck, most=2) == "ab"
    machine.clock.wait(hours=14)  # 23:00
    assert sit(machine, deck) == "c"
    machine.clock.wait(hours=4.9)  # 03:54 of the next morning
    assert asked(machine, deck) == ""
    assert counted(machine, deck).next_day == date(2026, 11, 2)
    machine.clock.wait(hours=0.2)
    assert asked(machine, deck) == "def"
    machine.clock.wait(days=60)
    assert len(sit(machine, deck)) == 2 + 3
    assert counted(machine, deck) == Counts(next_day=study_day(machine.clock.at) + timedelta(days=1))


def test_an_answer_taken_back_gives_its_place_back() -> None:
    machine, deck = Machine(base=Settings(new_per_day=1)), own("a", "b")
    record = machine.answer(4, "a")
    assert asked(machine, deck) == ""
    machine.undo(record)
    assert asked(machine, deck) == "a"


def test_a_card_that_begins_anew_takes_a_new_cards_place() -> None:
    machine, deck = Machine(base=Settings(new_per_day=2)), own(*NAMES)
    machine.answer(4, "a")
    machine.clock.wait(days=1)
    machine.write(Kind.RESET, "a")
    assert sit(machine, deck) == "ab"


def test_a_failed_card_comes_back_after_its_step_and_at_last_ahead_of_time() -> None:
    machine, deck = Machine(), own("a", "b")
    machine.answer(1, "a")
    assert asked(machine, deck) == "ba", "its minute is not over: new cards first"
    machine.clock.wait(minutes=1)
    assert asked(machine, deck) == "ab", "its minute is over: it comes first"


@pytest.mark.parametrize(("minutes", "now"), [(20, "a"), (20.1, "")])
def test_learn_ahead_reaches_twenty_minutes(minutes: float, now: str) -> None:
    steps = (timedelta(minutes=minutes), timedelta(hours=5))
    machine, deck = Machine(base=Settings(learning_steps=steps)), own("a")
    at = machine.clock.at
    machine.answer(1, "a")
    machine.clock.at = at
    assert asked(machine, deck) == now
    assert counted(machine, deck).next_at == (None if now else at + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("local", "now"),
    [("2026-11-08 23:59", ""), ("2026-11-09 03:59", ""), ("2026-11-09 04:00", "a"), ("2026-12-24 01:00", "a")],
)
def test_a_review_is_due_from_four_in_the_morning_whatever_hour_it_was_learnt(local: str, now: str) -> None:
    machine, deck = Machine(), own("a")
    seoul = timezone(timedelta(hours=9))
    machine.clock.at = datetime(2026, 11, 1, 22, tzinfo=seoul)
    machine.write(Kind.REVIEW, "a", rating=3, due="2026-11-09", ivl=8)
    machine.clock.at = datetime.fromisoformat(local).replace(tzinfo=seoul)
    assert asked(machine, deck) == now


def test_a_step_over_the_rollover_belongs_to_the_next_day() -> None:
    machine, deck = Machine(base=Settings(learning_steps=(timedelta(hours=2), timedelta(hours=5)))), own("a")
    machine.clock.at = START.replace(hour=3)
    machine.answer(1, "a")
    found = counted(machine, deck)
    assert (found.next_at, found.next_day) == (None, date(2026, 11, 1))


def test_the_longest_overdue_come_first_and_those_of_one_day_are_mixed() -> None:
    machine = Machine()
    lessons = [own(*names, path=f"decks/own/{names}.yaml") for names in ("abcdefgh", "ijklmnop")]
    for name in "abcdefghijklmnop":
        machine.write(Kind.REVIEW, name, rating=3, due="2026-11-09" if name != "p" else "2026-11-08", ivl=8)
    orders = []
    for _ in range(2):
        machine.clock.wait(days=9)
        orders.append(asked(machine, *lessons))
    assert [order[0] for order in orders] == ["p", "p"]
    assert orders[0] != orders[1] and sorted(orders[0]) == sorted(orders[1])
    sides = ["a" if name < "i" else "i" for name in orders[0]]
    assert sum(one != other for one, other in pairwise(sides)) > 3, "the lessons alternate"


def lesson(name: str, track: str, *names: str) -> Deck:
    return replace(own(*names, path=f"decks/{name}.yaml"), lesson=f"lessons/{name}.md", track=track)


def test_the_tracks_that_were_started_take_turns_over_the_whole_day() -> None:
    machine = Machine(base=Settings(new_per_day=6))
    course = [lesson("a1", "A", *"ab"), lesson("a2", "A", *"cd"), lesson("b1", "B", *"wxyz"), lesson("c1", "C", "q")]
    for name in ("a1", "a2", "b1"):
        machine.write(Kind.READ, lesson=f"lessons/{name}.md")
    assert asked(machine, *course) == "awbxcy"
    assert sit(machine, *course, most=3) == "awb"
    assert asked(machine, *course) == "xcy", "the turns go on where the last sitting ended"


# More than a day takes


def fallen_behind(**options: Any) -> Machine:
    """Six reviews are due; b is late by a tenth of its interval, a by nine of them."""
    machine = Machine(base=Settings(new_per_day=5, reviews_per_day=2, **options))
    for name, ivl in {"a": 1, "b": 90, "c": 2, "d": 30, "e": 5, "f": 10}.items():
        due = study_day(machine.clock.at) + timedelta(days=ivl)
        machine.write(Kind.REVIEW, name, rating=3, due=due.isoformat(), ivl=ivl)
    machine.clock.wait(days=99)
    return machine


def test_a_backlog_saves_what_can_be_saved_and_new_cards_wait() -> None:
    machine, deck = fallen_behind(), own(*NAMES)
    assert counted(machine, deck) == Counts(due=2, waiting=4, next_day=study_day(machine.clock.at) + timedelta(days=1))
    assert sit(machine, deck) == "bd", "new cards wait also when the day's reviews are done"
    machine.clock.wait(days=1)
    assert sit(machine, deck) == "fe"
    machine.clock.wait(days=1)
    assert sit(machine, deck) == "acgh", "the last two are no backlog any more"


def test_in_a_backlog_a_lesson_that_is_named_comes_all_the_same() -> None:
    machine, deck = fallen_behind(), own(*NAMES)
    assert asked(machine, deck, only=Filter(paths=(deck.path,))) == "bdgh"
    assert asked(machine, deck, only=Filter(include_new_unstarted=True)) == "bdgh"


def test_without_backlog_mode_the_longest_overdue_come_first_and_new_cards_too() -> None:
    assert asked(fallen_behind(backlog=False), own(*NAMES)) == "acgh"


# Siblings


def test_one_of_a_concept_a_day_the_next_tomorrow() -> None:
    machine, deck = Machine(), own(sibling("a"), sibling("b"), sibling("c", "sound"), "d")
    assert sit(machine, deck) == "acd"
    assert counted(machine, deck).next_day == date(2026, 11, 2)
    machine.clock.wait(days=1)
    assert asked(machine, deck) == "b"


def test_a_review_keeps_its_new_sibling_back() -> None:
    machine, deck = Machine(), own(sibling("a"), sibling("b"))
    machine.answer(4, "b")
    machine.clock.wait(days=30)
    assert asked(machine, deck) == "b"


def test_the_same_word_in_another_deck_is_no_sibling() -> None:
    decks = own(sibling("a")), own(sibling("b"), path="decks/own/b.yaml")
    assert asked(Machine(), *decks) == "ab"


@pytest.mark.parametrize("minutes", [0, 5, 15], ids=["due", "due soon", "due later"])
def test_a_card_in_a_step_keeps_its_siblings_back_also_when_it_began_yesterday(minutes: int) -> None:
    machine = Machine(base=Settings(learning_steps=(timedelta(minutes=30), timedelta(hours=5)), learn_ahead=TEN))
    deck = own(sibling("a"), sibling("b"))
    machine.clock.at = START.replace(hour=3, minute=45)
    machine.answer(1, "b")
    machine.clock.at = START.replace(hour=4, minute=15 - minutes)
    assert asked(machine, deck) == ("" if minutes == 15 else "b")


def test_all_at_once_knows_no_limit_and_no_siblings() -> None:
    machine, deck = Machine(base=Settings(new_per_day=1)), own(sibling("a"), sibling("b"), "c")
    assert asked(machine, deck) == "a"
    assert asked(machine, deck, only=Filter(unlimited=True)) == "abc"


# What a learner puts aside


def test_put_aside_buried_and_brought_back() -> None:
    machine, deck = Machine(), own("a", "b")
    machine.write(Kind.SUSPEND, "a")
    machine.write(Kind.BURY, "b", until="2026-11-03")
    assert (asked(machine, deck), counted(machine, deck).next_day) == ("", date(2026, 11, 3))
    machine.clock.wait(days=2)
    assert asked(machine, deck) == "b"
    machine.write(Kind.RESUME, "a")
    assert asked(machine, deck) == "ab"


def test_new_cards_wait_for_their_lesson() -> None:
    machine = Machine()
    lessons = [replace(own(name, f"{name}2"), path=f"decks/{name}.yaml", lesson=f"lessons/{name}.md") for name in "ab"]
    assert asked(machine, *lessons) == ""
    machine.write(Kind.READ, lesson="lessons/b.md")
    assert asked(machine, *lessons) == "bb2"
    machine.write(Kind.SETTINGS, started=["decks/a.yaml"])
    assert asked(machine, *lessons) == "aa2bb2"


ACTS = st.one_of(
    st.tuples(st.just("answer"), st.sampled_from(NAMES), st.integers(1, 4)),
    st.tuples(st.sampled_from([Kind.SUSPEND, Kind.RESUME, Kind.RESET]), st.sampled_from(NAMES), st.just(0)),
    st.tuples(st.just("wait"), st.just(""), st.sampled_from([1, 20, 600, 1500, 20_000])),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(ACTS, max_size=15), st.integers(0, 4), st.integers(0, 4))
def test_counts_tell_what_the_queue_holds_and_limits_hold(
    story: list[tuple[str, str, int]], new: int, due: int
) -> None:
    machine = Machine(base=Settings(new_per_day=new, reviews_per_day=due))
    deck = own(sibling("a"), sibling("b"), *NAMES[2:])
    for what, name, value in story:
        if what == "answer":
            machine.answer(value, name)
        elif what == "wait":
            machine.clock.wait(minutes=value)
        else:
            machine.write(what, name)
    cards, found = dealt(machine, deck), counted(machine, deck)
    day = study_day(machine.clock.at)
    begun, reviewed = machine.state.done(day)
    assert found.total == len(cards) == len({card.item.id for card in cards})
    assert found.new <= max(new - begun, 0) and found.due <= max(due - reviewed, 0)
    assert found.next_day is None or found.next_day > day
    assert found.next_at is None or found.next_at > machine.clock.at + Settings().learn_ahead
    assert {card.item.id for card in cards}.isdisjoint(n for n in NAMES if machine.state.card(n).suspended)
