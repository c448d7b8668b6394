"""Study days by the learner's wall clock: rollover, daylight saving, journeys."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediaquiz.model.review import Kind, Memory, Rating, Record
from mediaquiz.schedule.day import study_day, utc_text
from mediaquiz.schedule.fold import fold
from mediaquiz.schedule.memory import schedule
from mediaquiz.schedule.settings import Settings

PLAIN = Settings(fuzz=False)


def there(utc: str, zone: str) -> datetime:
    """A moment as the clock on the wall shows it."""
    if zone not in available_timezones():
        pytest.skip(f"this system does not know {zone}")
    return datetime.fromisoformat(utc).replace(tzinfo=UTC).astimezone(ZoneInfo(zone))


@pytest.mark.parametrize(
    ("utc", "zone", "wall", "day"),
    [
        ("2026-03-08T07:59", "America/New_York", "03:59", "2026-03-07"),  # an hour is missing in this night
        ("2026-03-08T08:00", "America/New_York", "04:00", "2026-03-08"),
        ("2026-03-09T07:59", "America/New_York", "03:59", "2026-03-08"),
        ("2026-11-01T08:59", "America/New_York", "03:59", "2026-10-31"),  # an hour comes twice in this night
        ("2026-11-01T09:00", "America/New_York", "04:00", "2026-11-01"),
        ("2026-11-01T05:30", "America/New_York", "01:30", "2026-10-31"),
        ("2026-11-01T06:30", "America/New_York", "01:30", "2026-10-31"),
        ("2026-03-07T18:59", "Asia/Seoul", "03:59", "2026-03-07"),
        ("2026-03-07T19:00", "Asia/Seoul", "04:00", "2026-03-08"),
        ("2026-10-31T18:59", "Asia/Seoul", "03:59", "2026-10-31"),
        ("2026-10-31T19:00", "Asia/Seoul", "04:00", "2026-11-01"),
    ],
)
def test_the_day_begins_at_four_on_the_wall(utc: str, zone: str, wall: str, day: str) -> None:
    at = there(utc, zone)
    assert (f"{at:%H:%M}", str(study_day(at))) == (wall, day)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2026-03-08T03:00", "2026-03-09T01:59"),  # 22:00 EST, then 21:59 EDT: 22 hours and 59 minutes
        ("2026-11-01T02:00", "2026-11-02T02:59"),  # 22:00 EDT, then 21:59 EST: 24 hours and 59 minutes
        ("2026-06-02T02:00", "2026-06-02T09:00"),  # 22:00, then 05:00: seven hours, another day
        ("2026-06-01T09:00", "2026-06-03T07:00"),  # 05:00, then 03:00 two nights later: 46 hours, one day
    ],
)
def test_a_day_counts_as_one_however_many_hours_it_has(first: str, second: str) -> None:
    memory = Memory()
    for utc in (first, second):
        at = there(utc, "America/New_York")
        memory = schedule(memory, Rating.GOOD, at, study_day(at), "item", PLAIN).memory
    assert memory.stability == pytest.approx(7.3153, abs=1e-3)


def test_a_journey_never_rewrites_the_days_that_were() -> None:
    """From Seoul to New York the clock goes back: the day of the first answer comes again."""
    seoul, new_york = there("2026-11-20T23:30", "Asia/Seoul"), there("2026-11-21T03:00", "America/New_York")
    assert (str(study_day(seoul)), str(study_day(new_york))) == ("2026-11-21", "2026-11-20")
    records, memory = [], Memory()
    for number, at in enumerate((seoul, new_york), start=1):
        done = schedule(memory, Rating.GOOD, at, study_day(at), "item", PLAIN)
        memory = done.memory
        offset = round((at.utcoffset() or timedelta()).total_seconds() / 60)
        data = {"rating": 3, "due": done.due, "ivl": done.ivl}
        records.append(Record(f"aaaa-{number}", Kind.REVIEW, at.astimezone(UTC), study_day(at), offset, "item", data))
    card = fold(records, PLAIN).card("item")
    assert [str(answer.day) for answer in card.answers] == ["2026-11-21", "2026-11-20"]
    assert [answer.at.utcoffset() for answer in card.answers] == [seoul.utcoffset(), new_york.utcoffset()]
    assert memory.stability == pytest.approx(2.3065, abs=1e-3), "both count as one day"
    assert memory.last_day == date(2026, 11, 21) and str(card.due) == "2026-11-22"
    assert [card.done(day) for day in (date(2026, 11, 21), date(2026, 11, 20))] == [(1, 0), (0, 0)]


@given(st.datetimes(datetime(1999, 1, 1), datetime(2099, 1, 1), timezones=st.timezones()), st.integers(0, 23))
def test_the_hour_of_rollover_belongs_to_the_new_day(at: datetime, hour: int) -> None:
    day = study_day(at, hour)
    assert day == (at.date() if at.hour >= hour else at.date() - timedelta(days=1))


@given(st.datetimes(datetime(1999, 1, 1), datetime(2099, 1, 1), timezones=st.timezones()))
def test_times_are_written_in_utc_to_the_millisecond(at: datetime) -> None:
    text = utc_text(at)
    assert text.endswith("Z") and len(text) == len("2026-11-21T01:02:03.123Z")
    assert timedelta() <= at - datetime.fromisoformat(text) < timedelta(milliseconds=1)
