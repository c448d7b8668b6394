"""The desk that a quiz is played at: what it deals, what it says of the days to come, where a passage stands."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from mediaquiz.app.course import find
from mediaquiz.app.passage import line_of
from mediaquiz.app.quiz import Desk, Wish, open_desk
from mediaquiz.app.select import Wanted
from mediaquiz.errors import NotFound
from mediaquiz.model.review import Rating
from mediaquiz.session import machine
from mediaquiz.session.values import Append, Now

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def desk(course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("MEDIAQUIZ_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("MEDIAQUIZ_CONFIG", str(tmp_path / "config"))
    return open_desk(find(course), clock=lambda: NOON)


def rate_all(desk: Desk, rating: Rating) -> None:
    """Asks what there is, each card once, and rates all alike."""
    session = machine.begin(desk.deal(Wish()), 1, desk.state.settings, desk.now())
    for _ in range(len(session.queue) + 1):
        step = machine.rate(machine.reveal(session, desk.now()).session, rating, desk.now())
        assert isinstance(step.effect, Append)
        desk.save(step.effect)
        session = step.session


def test_a_fresh_course_begins_with_its_first_lesson(desk: Desk) -> None:
    assert {card.lesson for card in desk.deal(Wish())} == {"Light"}
    assert {card.lesson for card in desk.deal(Wish(new=True))} == {"Light", "소리"}
    assert desk.deal(Wish(new=False)) == ()
    assert len(desk.deal(Wish(limit=3))) == 3


def test_what_comes_after_the_first_lesson(desk: Desk) -> None:
    rate_all(desk, Rating.EASY)
    outlook = desk.outlook()
    assert (outlook.total, outlook.unstarted, outlook.next_at) == (0, ("소리",), None)
    assert outlook.next_day is not None
    assert outlook.next_day > NOON.date()


def test_steps_of_today_are_told_by_the_clock(desk: Desk) -> None:
    rate_all(desk, Rating.GOOD)
    assert desk.outlook().learning == 10  # ten minutes off: within the time that a sitting may go ahead


def test_the_state_follows_what_is_saved(desk: Desk, course: Path) -> None:
    rate_all(desk, Rating.EASY)
    again = open_desk(find(course), clock=lambda: NOON)
    assert again.state == desk.state


def test_every_review_knows_its_past(desk: Desk, course: Path) -> None:
    rate_all(desk, Rating.EASY)
    later = open_desk(find(course), clock=lambda: NOON + timedelta(days=30))
    rate_all(later, Rating.GOOD)
    assert not any(card.redone for card in open_desk(find(course), clock=lambda: NOON).state.cards.values())


def test_the_study_day_ends_at_four(course: Path) -> None:
    night = datetime(2026, 3, 3, 3, 59, tzinfo=UTC)
    assert open_desk(find(course), clock=lambda: night).now() == Now(night, date(2026, 3, 2))


def test_an_answer_is_of_the_moment_when_it_was_rated(course: Path) -> None:
    times = [datetime(2026, 3, 3, 3, 59, 59, tzinfo=UTC)]
    desk = open_desk(find(course), clock=lambda: times[-1])
    session = machine.begin(desk.deal(Wish()), 1, desk.state.settings, desk.now())
    step = machine.rate(machine.reveal(session, desk.now()).session, Rating.GOOD, desk.now())
    times.append(times[0] + timedelta(seconds=5))  # the disk was full, and the next study day began
    assert isinstance(step.effect, Append)
    desk.save(step.effect)
    (saved,) = desk.state.card(step.effect.item).answers
    assert (saved.at, saved.day, saved.due) == (times[0], date(2026, 3, 2), "2026-03-03T04:09:59.000Z")


@pytest.mark.parametrize("name", ["Light", "light", "LIGHT", "lessons/1-light.md", "decks/1-light.yaml", "1-l"])
def test_lessons_by_name(desk: Desk, name: str) -> None:
    assert {card.lesson for card in desk.deal(Wish(wanted=Wanted(lessons=(name,))))} == {"Light"}


@pytest.mark.parametrize("name", ["taste", "lessons", "decks/"])
def test_no_lesson_or_several(desk: Desk, name: str) -> None:
    with pytest.raises(NotFound):
        desk.deal(Wish(wanted=Wanted(lessons=(name,))))


LESSON = """\
# Light

- A low **f-number** blurs
  the background.
- Light adds up. Light adds up while the shutter is open.

The `shutter` opens.
"""


@pytest.mark.parametrize(
    ("quote", "line"),
    [
        ("A low f-number blurs the background.", 3),
        ("the background.", 4),
        ("Light adds up while the shutter is open.", 5),
        ("The shutter opens.", 7),
        ("LIGHT  ADDS up.", 5),
        ("nothing of the kind", 0),
        ("", 0),
    ],
)
def test_where_a_passage_stands(quote: str, line: int) -> None:
    assert line_of(quote, LESSON) == line
