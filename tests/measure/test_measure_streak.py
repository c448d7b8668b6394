"""Streaks: days in a row, with freezes for the days that life takes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediaquiz.measure.streak import KEPT, streak

TODAY = date(2026, 11, 21)


def ago(*days: int) -> list[date]:
    return [TODAY - timedelta(days=day) for day in days]


@pytest.mark.parametrize(
    ("days", "length", "longest", "freezes"),
    [
        ([], 0, 0, 0),
        ([0], 1, 1, 0),
        ([1], 1, 1, 0),
        ([2], 0, 1, 0),
        ([0, 1, 2], 3, 3, 0),
        ([0, 2], 1, 1, 0),
        (range(7), 7, 7, 1),
        (range(14), 14, 14, 2),
        (range(40), 40, 40, 2),
        (range(1, 8), 7, 7, 1),
        (range(2, 9), 7, 7, 0),  # yesterday was missed: the freeze is used
        (range(3, 10), 0, 7, 0),  # two days were missed
        ([0, *range(2, 9)], 8, 8, 0),  # one missed day does not grow the streak
        ([0, *range(2, 9), *range(10, 13)], 1 + 7, 8, 0),
        ([0, 1, *range(4, 18)], 16, 16, 0),  # two freezes for two days
    ],
)
def test_streaks(days: list[int], length: int, longest: int, freezes: int) -> None:
    found = streak(ago(*days), TODAY)
    assert (found.length, found.longest, found.freezes) == (length, longest, freezes)
    assert found.today == (0 in days)


def test_frozen_days_are_told() -> None:
    assert streak(ago(0, *range(2, 9)), TODAY).frozen == tuple(ago(1))
    assert streak(ago(*range(2, 9)), TODAY).frozen == tuple(ago(1))


def test_a_day_of_a_wrong_clock_is_of_no_streak_yet() -> None:
    assert streak(ago(0, -9), TODAY) == streak(ago(0), TODAY)


DAYS = st.lists(st.integers(0, 60))


@given(DAYS, st.randoms(use_true_random=False))
def test_the_order_and_repetition_of_days_make_no_difference(days: list[int], chance: object) -> None:
    assert streak(ago(*days, *reversed(days)), TODAY) == streak(ago(*days), TODAY)


@given(DAYS)
def test_bounds(days: list[int]) -> None:
    found = streak(ago(*days), TODAY)
    assert 0 <= found.length <= found.longest <= len(set(days))
    assert 0 <= found.freezes <= KEPT
    assert not set(found.frozen) & set(ago(*days))


@given(DAYS)
def test_answering_today_never_shortens_a_streak(days: list[int]) -> None:
    before, after = streak(ago(*days), TODAY), streak(ago(0, *days), TODAY)
    assert after.today
    assert after.length == before.length + (not before.today)
