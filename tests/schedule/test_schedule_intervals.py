"""Intervals: chance that is even, the same everywhere and never a step back; buttons in order, whatever is set."""

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from math import floor, sqrt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from machines import START, Machine

from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, Recall
from mediaquiz.model.review import Memory, Rating, Stage
from mediaquiz.schedule.day import study_day
from mediaquiz.schedule.fuzz import bounds, fraction, fuzzed
from mediaquiz.schedule.memory import Scheduled, interval, preview, retrievability, schedule
from mediaquiz.schedule.queue import queue
from mediaquiz.schedule.settings import HIGHEST, LOWEST, Settings

RATINGS = st.integers(1, 4)
STEPS = st.lists(st.sampled_from([timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=5)]), max_size=3)
SETTINGS = st.builds(
    Settings,
    desired_retention=st.floats(0.7, 0.99),
    maximum_interval=st.sampled_from([1, 2, 3, 7, 30, 365, 36500]),
    learning_steps=STEPS.map(tuple),
    relearning_steps=STEPS.map(tuple),
    fuzz=st.booleans(),
)


def test_the_bounds_of_the_parameters_are_the_librarys() -> None:
    from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

    assert (tuple(LOWER_BOUNDS_PARAMETERS), tuple(UPPER_BOUNDS_PARAMETERS)) == (LOWEST, HIGHEST)


def is_even(counts: Counter[int], kinds: int) -> bool:
    """Chi-square against an even spread, refused above about one in 30,000."""
    total, freedom = counts.total(), kinds - 1
    expected = total / kinds
    chi_square = sum((counts[kind] - expected) ** 2 / expected for kind in counts) + expected * (kinds - len(counts))
    return chi_square < freedom + 4 * sqrt(2 * freedom) + 8


@pytest.mark.parametrize(("days", "first", "last"), [(3, 2, 4), (10, 8, 12), (50, 46, 54), (365, 345, 385)])
@pytest.mark.parametrize("names", ["items", "reviews"])
def test_every_day_of_the_range_is_as_likely(days: int, first: int, last: int, names: str) -> None:
    assert bounds(days, 1, 36500) == (first, last)
    keys = ((f"k7qm2x9d{n:04}", 3) if names == "items" else ("k7qm2x9dabcd", n) for n in range(8000))
    drawn = Counter(fuzzed(days, 1, 36500, fraction(*key)) for key in keys)
    assert set(drawn) <= set(range(first, last + 1))
    assert is_even(drawn, last - first + 1)


def test_an_uneven_spread_would_be_noticed() -> None:
    assert not is_even(Counter({2: 1360, 3: 2640, 4: 2640, 5: 1360}), 4)
    assert not is_even(Counter({8: 2000, 9: 2000, 10: 2000, 11: 2000}), 5)


def told() -> str:
    """A log, and what follows from it: dues, and the order of the day."""
    machine = Machine()
    items = [f"k7qm2x9d{n:04}" for n in range(12)]
    for number, item in enumerate(items):
        for rating in (3, 3, 1 + number % 4):
            machine.answer(rating, item)
            machine.clock.wait(hours=5)
    deck = Deck("decks/a.yaml", items=tuple(Item(item, Recall("Why?", "So.")) for item in items))
    state, at = machine.state, START + timedelta(days=30)
    asked = queue([deck], state, at, study_day(at), state.settings)
    dues = {item: str(state.card(item).due) for item in items}
    return json.dumps([dues, [card.item.id for card in asked], state.card(items[0]).past])


def test_the_schedule_is_the_same_in_every_python() -> None:
    assert hashlib.sha256(told().encode()).hexdigest()[:16] == "006f0568eacc2fb5"


@pytest.mark.parametrize("seed", ["0", "7"])
def test_the_schedule_is_the_same_in_another_process(seed: str) -> None:
    command = "import test_schedule_intervals; print(test_schedule_intervals.told())"
    done = subprocess.run(
        [sys.executable, "-c", command],
        cwd=Path(__file__).parent,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == told()


def lived(story: Sequence[tuple[int, float]], item: str, chosen: Settings) -> tuple[Memory, datetime]:
    """A card answered (rating, share of the interval that was waited), and the time of its next answer."""
    memory, at = Memory(), START
    for rating, share in story:
        done = schedule(memory, Rating(rating), at, study_day(at), item, chosen)
        memory = done.memory
        at += timedelta(days=round(share * done.ivl)) if done.ivl > 0 else timedelta(seconds=-done.ivl)
    return memory, at


LIVES = st.lists(st.tuples(RATINGS, st.sampled_from([0.3, 1.0, 1.0, 2.5])), max_size=8)
IDS = st.text("abcdefgh", min_size=1, max_size=4)


def shown(memory: Memory, at: datetime, item: str, chosen: Settings) -> dict[Rating, Scheduled]:
    return preview(memory, at, study_day(at), item, chosen)


@settings(max_examples=300, deadline=None)
@given(LIVES, IDS, SETTINGS)
def test_buttons_are_in_order_and_do_what_they_show(
    story: list[tuple[int, float]], item: str, chosen: Settings
) -> None:
    memory, at = lived(story, item, chosen)
    buttons = shown(memory, at, item, chosen)
    for rating, promised in buttons.items():
        assert schedule(memory, rating, at, study_day(at), item, chosen) == promised
    again, hard, good, easy = (buttons[rating].ivl for rating in Rating)
    for shorter, longer in ((hard, good), (good, easy)):
        if longer > 0:
            assert shorter < longer or shorter == longer == chosen.maximum_interval
    assert again < 0 or again <= hard
    assert all(0 < ivl <= chosen.maximum_interval for ivl in (hard, good, easy) if ivl > 0)


@settings(max_examples=300, deadline=None)
@given(LIVES, IDS, SETTINGS)
def test_fuzz_alone_never_makes_an_interval_shrink(story: list[tuple[int, float]], item: str, chosen: Settings) -> None:
    memory, at = lived(story, item, chosen)
    if memory.stage is not Stage.REVIEW:
        return
    for rating in (Rating.HARD, Rating.GOOD, Rating.EASY):
        done = shown(memory, at, item, chosen)[rating]
        assert done.memory.stability is not None
        exact = floor(interval(done.memory.stability, chosen) + 0.5)
        if exact >= memory.ivl:
            assert done.ivl >= memory.ivl
        if exact > memory.ivl:
            assert done.ivl > memory.ivl or done.ivl == chosen.maximum_interval


@settings(max_examples=200, deadline=None)
@given(LIVES, IDS, SETTINGS)
def test_memory_behaves_as_memory_does(story: list[tuple[int, float]], item: str, chosen: Settings) -> None:
    memory, at = lived([(3, 1.0), *story], item, chosen)
    day = study_day(at)
    chances = [retrievability(memory, day + timedelta(days=n), chosen) or 0 for n in range(0, 400, 40)]
    assert chances == sorted(chances, reverse=True) and 0 < chances[-1] <= chances[0] <= 1
    for rating, done in shown(memory, at, item, chosen).items():
        assert 1 <= (done.memory.difficulty or 0) <= 10
        if rating > Rating.AGAIN and chances[0] < 1:
            assert (done.memory.stability or 0) >= (memory.stability or 0)
