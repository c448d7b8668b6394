"""Memory and intervals: the published numbers, whole study days, fuzz as Anki does it."""

import math
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediaquiz.model.review import Answered, Memory, Rating, Stage
from mediaquiz.schedule.day import read_due, read_utc, study_day, utc_text
from mediaquiz.schedule.fuzz import bounds, fraction, fuzzed, least_interval
from mediaquiz.schedule.memory import count_lapses, interval, preview, replay, retrievability, schedule
from mediaquiz.schedule.settings import DEFAULT_PARAMETERS, Settings

START = date(2026, 11, 1)
PLAIN = Settings(fuzz=False)


def history(*steps: tuple[int, int]) -> list[Answered]:
    """Answers given as (rating, days since the one before)."""
    day, answers = START, []
    for place, (rating, days) in enumerate(steps):
        day += timedelta(days=days)
        at = datetime(day.year, day.month, day.day, 9, place % 60, tzinfo=UTC)
        answers.append(Answered(at, day, Rating(rating), (day + timedelta(days=1)).isoformat(), 1, f"d-{place}"))
    return answers


VECTORS = [
    (
        [(1, 0), (3, 0), (3, 1), (3, 3), (3, 8), (3, 21)],
        [0.2120, 0.2467, 2.0215, 7.8637, 21.9177, 53.6269],
        [6.4133, 6.4021, 6.3909, 6.3798, 6.3686, 6.3575],
    ),
    (
        [(3, 0), (3, 1), (3, 3), (1, 8), (3, 0), (2, 2), (4, 5)],
        [2.3065, 7.3153, 19.8335, 1.8806, 1.8955, 3.9731, 14.2736],
        [2.1181, 2.1112, 2.1043, 7.3900, 7.3778, 8.2445, 7.6431],
    ),
]


@pytest.mark.parametrize(("steps", "stability", "difficulty"), VECTORS)
def test_memory_follows_fsrs_6(steps: list[tuple[int, int]], stability: list[float], difficulty: list[float]) -> None:
    for count in range(1, len(steps) + 1):
        memory = replay(history(*steps[:count]), PLAIN)
        assert memory.stability == pytest.approx(stability[count - 1], abs=1e-4)
        assert memory.difficulty == pytest.approx(difficulty[count - 1], abs=1e-4)


def test_intervals_follow_py_fsrs() -> None:
    memory, day, seen = Memory(), START, []
    for rating in (3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3):
        at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
        done = schedule(memory, Rating(rating), at, day, "item", PLAIN)
        memory, days = done.memory, max(done.ivl, 0)
        seen.append(days)
        day += timedelta(days=days)
    assert seen == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]


def test_the_default_parameters_are_the_librarys() -> None:
    from fsrs.scheduler import DEFAULT_PARAMETERS as THEIRS

    assert tuple(THEIRS) == DEFAULT_PARAMETERS


def test_a_minute_before_24_hours_is_a_day_all_the_same() -> None:
    evening = datetime(2026, 11, 1, 22, 0, tzinfo=UTC)
    first = schedule(Memory(), Rating.GOOD, evening, study_day(evening), "item", PLAIN)
    next_day = evening + timedelta(hours=23, minutes=59)
    second = schedule(first.memory, Rating.GOOD, next_day, study_day(next_day), "item", PLAIN)
    assert second.memory.stability == pytest.approx(7.315, abs=1e-3)


@pytest.mark.parametrize(
    ("zone", "local", "day"),
    [
        ("Asia/Seoul", "2026-11-21 03:59", "2026-11-20"),
        ("Asia/Seoul", "2026-11-21 04:00", "2026-11-21"),
        ("America/New_York", "2026-03-08 03:59", "2026-03-07"),
        ("America/New_York", "2026-03-08 04:00", "2026-03-08"),
        ("America/New_York", "2026-11-01 03:59", "2026-10-31"),
        ("America/New_York", "2026-11-01 04:00", "2026-11-01"),
    ],
)
def test_a_study_day_begins_at_four_by_the_wall_clock(zone: str, local: str, day: str) -> None:
    at = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone))
    assert study_day(at).isoformat() == day


@pytest.mark.parametrize(
    ("local", "due", "due_day"),
    [
        ("2026-11-01 01:55", "2026-11-01T05:56:00.000Z", "2026-10-31"),
        ("2026-03-08 01:59", "2026-03-08T07:00:00.000Z", "2026-03-07"),
        ("2026-11-21 03:59", "2026-11-21T09:00:00.000Z", "2026-11-21"),
    ],
    ids=["clocks go back", "clocks go forward", "over the rollover"],
)
def test_a_step_is_a_minute_whatever_the_clocks_do(local: str, due: str, due_day: str) -> None:
    at = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo("America/New_York"))
    again = schedule(Memory(), Rating.AGAIN, at, study_day(at), "item", PLAIN)
    assert (again.due, again.ivl, str(again.memory.due_day)) == (due, -60, due_day)


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        study_day(datetime(2026, 1, 1))
    with pytest.raises(ValueError, match="zone"):
        read_utc("2026-01-01T10:00:00")
    at = datetime(2026, 1, 1, 10, tzinfo=ZoneInfo("Asia/Seoul"))
    assert utc_text(at) == "2026-01-01T01:00:00.000Z"
    assert read_due("2026-01-01") == date(2026, 1, 1)
    assert read_due("2026-01-01T01:00:00.000Z") == at


def anki_bounds(days: float, minimum: int, maximum: int) -> tuple[int, int]:
    """Anki's fuzz range, written out once more: rslib/src/scheduler/states/fuzz.rs."""
    days = min(max(days, minimum), maximum)
    delta = 0.0
    if days >= 2.5:
        delta = 1.0 + 0.15 * (min(days, 7.0) - 2.5)
        delta += 0.10 * max(min(days, 20.0) - 7.0, 0.0) + 0.05 * max(days - 20.0, 0.0)
    lower = min(max(math.floor(days - delta + 0.5), minimum), maximum)
    upper = min(max(math.floor(days + delta + 0.5), minimum), maximum)
    return (lower, upper + 1) if lower == upper and 2 < upper < maximum else (lower, upper)


@settings(deadline=None)
@given(st.floats(0.1, 40_000), st.integers(1, 400), st.integers(1, 36_500))
def test_the_fuzz_range_is_ankis(days: float, minimum: int, maximum: int) -> None:
    minimum = min(minimum, maximum)
    assert bounds(days, minimum, maximum) == anki_bounds(days, minimum, maximum)


@settings(deadline=None)
@given(st.floats(0.1, 40_000), st.integers(1, 400), st.integers(1, 36_500), st.floats(0, 0.999_999))
def test_fuzz_never_leaves_its_range(days: float, minimum: int, maximum: int, chance: float) -> None:
    lower, upper = bounds(days, min(minimum, maximum), maximum)
    assert lower <= fuzzed(days, minimum, maximum, chance) <= upper
    assert fuzzed(days, minimum, maximum, None) == min(max(math.floor(days + 0.5), min(minimum, maximum)), maximum)


def test_fuzz_is_even() -> None:
    days = Counter(fuzzed(10, 1, 36_500, fraction(f"item{n}", 3)) for n in range(5_000))
    expected = 5_000 / len(days)
    assert set(days) == {8, 9, 10, 11, 12}
    assert sum((count - expected) ** 2 / expected for count in days.values()) < 18.5  # chi-square, 4 df, p = .001


@pytest.mark.parametrize(
    ("item", "reps", "chance"),
    [
        ("k7qm2x9dabcd", 0, 0.6515240400401675),
        ("k7qm2x9dabcd", 7, 0.7710196841470744),
        ("한국", 3, 0.6164359566293918),
    ],
)
def test_fuzz_is_the_same_on_every_machine_and_python(item: str, reps: int, chance: float) -> None:
    assert fraction(item, reps) == chance


def test_fuzz_is_the_same_in_another_process() -> None:
    code = "from mediaquiz.schedule.fuzz import fraction; print(fraction('k7qm2x9dabcd', 7))"
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONHASHSEED": "7"}, capture_output=True, text=True, check=True
    )
    assert float(done.stdout) == fraction("k7qm2x9dabcd", 7)


def test_fuzz_alone_never_makes_an_interval_shrink() -> None:
    assert least_interval(12.4, 10, 36_500) == 11
    assert least_interval(10.2, 10, 36_500) == 10
    assert least_interval(3.0, 100, 36_500) == 0


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([1, 2, 3, 4]), st.integers(0, 60)), min_size=1, max_size=9),
    st.text("ab", min_size=1),
)
def test_buttons_are_in_order_and_show_what_is_applied(steps: list[tuple[int, int]], item: str) -> None:
    settings = Settings()
    memory = replay(history(*steps), settings)
    day = (memory.last_day or START) + timedelta(days=3)
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    shown = preview(memory, at, day, item, settings)
    hard, good, easy = (shown[rating].ivl for rating in (Rating.HARD, Rating.GOOD, Rating.EASY))
    if hard > 0:
        assert hard < good < easy
    assert good <= 0 or good < easy
    for rating, promised in shown.items():
        assert schedule(memory, rating, at, day, item, settings) == promised
        assert 1.0 <= (promised.memory.difficulty or 0) <= 10.0


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from([1, 2, 3, 4]), st.integers(0, 40)), min_size=1, max_size=8))
def test_replay_is_what_was_seen_live(steps: list[tuple[int, int]]) -> None:
    settings, memory, day, answers = Settings(), Memory(), START, []
    for place, (rating, days) in enumerate(steps):
        day += timedelta(days=days)
        at = datetime(day.year, day.month, day.day, 9, place, tzinfo=UTC)
        done = schedule(memory, Rating(rating), at, day, "item", settings)
        answers.append(Answered(at, day, Rating(rating), done.due, done.ivl, f"d-{place}", settings.params_id))
        memory = done.memory
    assert replay(answers, settings) == memory
    assert memory.lapses == count_lapses(answers)


def test_recall_falls_with_time_and_a_higher_wish_asks_sooner() -> None:
    memory = replay(history((3, 0), (3, 3)), PLAIN)
    chances = [retrievability(memory, START + timedelta(days=n), PLAIN) or 0 for n in (3, 10, 50)]
    assert chances[0] == 1 and chances == sorted(chances, reverse=True)
    assert retrievability(Memory(), START, PLAIN) is None
    assert interval(10, PLAIN) == pytest.approx(10)
    assert (
        interval(10, replace(PLAIN, desired_retention=0.95)) < 10 < interval(10, replace(PLAIN, desired_retention=0.8))
    )


def test_steps_of_days_and_no_steps() -> None:
    at = datetime(2026, 11, 1, 9, tzinfo=UTC)
    long = Settings(fuzz=False, learning_steps=(timedelta(days=2),), relearning_steps=())
    again = schedule(Memory(), Rating.AGAIN, at, START, "i", long)
    assert (again.ivl, again.due) == (2, "2026-11-03")
    none = Settings(fuzz=False, learning_steps=(), relearning_steps=())
    good = schedule(Memory(), Rating.GOOD, at, START, "i", none)
    assert good.memory.stage is Stage.REVIEW and good.ivl == 2
    failed = preview(good.memory, at + timedelta(days=2), START + timedelta(days=2), "i", none)
    assert 0 < failed[Rating.AGAIN].ivl <= failed[Rating.HARD].ivl
    assert failed[Rating.AGAIN].memory.lapses == 1


def test_the_maximum_interval_holds() -> None:
    short = Settings(maximum_interval=30)
    memory = replay(history((4, 0), (4, 10), (4, 60)), short)
    day = START + timedelta(days=200)
    shown = preview(memory, datetime(2027, 5, 20, 9, tzinfo=UTC), day, "i", short)
    assert max(one.ivl for one in shown.values()) == 30
