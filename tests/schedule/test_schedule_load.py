"""Easy days and balanced load: only ever a choice among the days that fuzz would allow."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediaquiz.model.review import Memory, Rating, Stage
from mediaquiz.schedule.fuzz import BALANCED, bounds, fraction, fuzzed
from mediaquiz.schedule.memory import preview, schedule
from mediaquiz.schedule.settings import Settings

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 16)
NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
CHANCE = st.floats(0, 1, exclude_max=True)
FREE_WEEKEND = (100, 100, 100, 100, 100, 0, 0)


def known(days: int) -> Memory:
    """A card that has waited for so many days."""
    return Memory(Stage.REVIEW, days, 5.0, None, MONDAY, None, NOON - DAY * days, MONDAY - DAY * days, days, 4)


@given(st.floats(1, 200), CHANCE, st.lists(st.floats(0, 5), min_size=400, max_size=400))
def test_no_weight_leads_out_of_the_range(days: float, chance: float, weights: list[float]) -> None:
    lower, upper = bounds(days, 1, 365)
    assert lower <= fuzzed(days, 1, 365, chance, lambda day: weights[day]) <= upper


@given(st.floats(1, 85), CHANCE, st.sampled_from([0.0, 1.0]))
def test_equal_weights_are_no_weights(days: float, chance: float, weight: float) -> None:
    assert fuzzed(days, 1, 365, chance, lambda _: weight) == fuzzed(days, 1, 365, chance)


@given(st.floats(BALANCED + 5, 300), CHANCE)
def test_long_intervals_are_left_to_chance(days: float, chance: float) -> None:
    assert fuzzed(days, 1, 365, chance, lambda day: float(day == 1)) == fuzzed(days, 1, 365, chance)


def test_a_weight_is_a_share() -> None:
    """Of a range of 8 to 12, a day of weight 2 is picked twice as often as one of weight 1."""
    assert bounds(10, 1, 365) == (8, 12)
    picks = Counter(fuzzed(10, 1, 365, place / 6000, lambda day: 2.0 if day == 9 else 1.0) for place in range(6000))
    assert picks == {8: 1000, 9: 2000, 10: 1000, 11: 1000, 12: 1000}


@pytest.mark.parametrize("rating", [Rating.HARD, Rating.GOOD, Rating.EASY])
def test_nothing_is_due_on_a_free_day_while_another_one_is_in_reach(rating: Rating) -> None:
    settings = Settings(easy_days=FREE_WEEKEND)
    found = [schedule(known(9), rating, NOON, MONDAY, f"item{n}", settings).memory.due_day for n in range(300)]
    assert {day.weekday() for day in found if day} <= set(range(5))


def test_a_free_day_that_is_the_only_one_in_reach_is_taken() -> None:
    settings = Settings(easy_days=(0, 100, 100, 100, 100, 100, 100))
    week = {n: schedule(known(1), Rating.HARD, NOON, MONDAY, f"item{n}", settings).ivl for n in range(30)}
    assert set(week.values()) <= {1, 2, 3, 4}
    assert fuzzed(2, 2, 2, 0.5, lambda _: 0.0) == 2


def spread(settings: Settings, cards: int = 400) -> Counter[date]:
    """The due days of cards that are answered one after the other, each knowing those before."""
    load: Counter[date] = Counter()
    for number in range(cards):
        done = schedule(known(12), Rating.GOOD, NOON, MONDAY, f"card{number}", settings, load)
        assert done.memory.due_day
        load[done.memory.due_day] += 1
    return load


def test_balance_lowers_the_peak() -> None:
    plain, balanced = spread(Settings(balance=False)), spread(Settings())
    assert plain.keys() >= balanced.keys()
    assert max(balanced.values()) < max(plain.values())
    assert max(balanced.values()) <= 1.25 * min(balanced.values())


def test_without_balance_the_load_makes_no_difference() -> None:
    load = {MONDAY + DAY * n: n * 7 for n in range(60)}
    off = Settings(balance=False)
    for number in range(50):
        asked = (known(12), Rating.GOOD, NOON, MONDAY, f"card{number}")
        assert schedule(*asked, off, load) == schedule(*asked, Settings())


@given(st.integers(1, 80), st.integers(0, 99), st.dictionaries(st.integers(0, 120), st.integers(0, 50)))
def test_what_the_buttons_show_is_what_is_applied(days: int, number: int, counts: dict[int, int]) -> None:
    load = {MONDAY + DAY * ahead: n for ahead, n in counts.items()}
    settings, name = Settings(easy_days=FREE_WEEKEND), f"card{number}"
    shown = preview(known(days), NOON, MONDAY, name, settings, load)
    assert all(schedule(known(days), one, NOON, MONDAY, name, settings, load) == shown[one] for one in Rating)
    hard, good, easy = (shown[one].ivl for one in (Rating.HARD, Rating.GOOD, Rating.EASY))
    assert hard < good < easy
    assert 0 <= fraction(name, 4) < 1
