"""Where cards stand, as a snapshot keeps it: what is read is what was written, however alike the cards are."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediaquiz.model.review import Stage
from mediaquiz.schedule.card import Standing, standings_from_plain, standings_to_plain

DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 4))
TIMES = st.datetimes(datetime(2026, 1, 1), datetime(2026, 1, 2), timezones=st.just(UTC))
ANY = st.builds(
    Standing,
    due=st.none() | DAYS | TIMES,
    stage=st.sampled_from(Stage),
    ivl=st.integers(-600, 3),
    suspended=st.booleans(),
    buried_until=st.none() | DAYS,
    last_day=st.none() | DAYS,
    last_at=st.sampled_from(["", "2026-01-01T08:00:00.000Z", "2026-01-02T08:00:00.000Z"]),
    redone=st.booleans(),
    introduced=st.integers(0, 1),
    reviewed=st.integers(0, 2),
)


def kept(standings: list[Standing]) -> list[Standing]:
    return list(standings_from_plain(json.loads(json.dumps(standings_to_plain(standings))), len(standings)))


@given(st.lists(ANY, max_size=8))
def test_any_standings_come_back(standings: list[Standing]) -> None:
    assert kept(standings) == standings
    assert [list(map(type, one)) for one in kept(standings)] == [list(map(type, one)) for one in standings]


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_cards_that_stand_alike_come_back_each(count: int) -> None:
    alike = [Standing(date(2026, 1, 1), Stage.REVIEW, 3)] * count
    assert kept(alike) == alike
