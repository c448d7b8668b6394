"""What the days ahead bring, and how far lessons are."""

from datetime import date, timedelta

from mediaquiz.measure.forecast import forecast
from mediaquiz.measure.lessons import LessonStanding, TrackStanding, lesson_standings, track_standings
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, Recall, Status
from mediaquiz.model.review import Stage
from mediaquiz.schedule.card import Standing

TODAY = date(2026, 11, 21)
DAY = timedelta(days=1)


def test_a_forecast_counts_days_and_what_is_late() -> None:
    due = [TODAY - DAY * 3, TODAY, TODAY, TODAY + DAY, TODAY + DAY * 6, TODAY + DAY * 7]
    found = forecast(due, TODAY, 7)
    assert (found.overdue, found.days, found.total) == (1, (2, 1, 0, 0, 0, 0, 1), 5)


def deck(name: str, track: str, *ids: str, lesson: bool = True) -> Deck:
    items = tuple(Item(one, Recall("Why?", "So."), status=Status.READY) for one in ids)
    return Deck(f"decks/{name}.yaml", f"lessons/{name}.md" if lesson else "", name, track, items=items)


def known(ivl: int, *, suspended: bool = False) -> Standing:
    return Standing(TODAY + DAY * ivl, Stage.REVIEW, ivl, suspended, last_day=TODAY)


STANDINGS = {"a1": known(21), "a2": known(40), "b1": known(20), "b2": known(21), "c1": known(30, suspended=True)}
DECKS = [
    deck("bread", "kitchen", "a1", "a2"),
    deck("soup", "", "b1", "b2", "b3"),
    deck("salt", "kitchen", "c1"),
    deck("own", "", "d1", lesson=False),
    deck("tea", "kitchen", "e1"),
]


def standing(name: str) -> Standing:
    return STANDINGS.get(name, Standing())


def test_lessons() -> None:
    found = lesson_standings(DECKS, standing)
    assert found == (
        LessonStanding("bread", "kitchen", 2, 2, 2),
        LessonStanding("soup", "", 3, 2, 1),
        LessonStanding("tea", "kitchen", 1, 0, 0),
    )
    assert [one.mastered for one in found] == [True, False, False]
    assert track_standings(found) == (TrackStanding("kitchen", 2, 1, 1), TrackStanding("", 1, 1, 0))


def test_lessons_that_come_later_leave_the_others_as_they_are() -> None:
    before = lesson_standings(DECKS, standing)
    after = lesson_standings([deck("new", "kitchen", "n1"), *DECKS], standing)
    assert set(before) < set(after)
