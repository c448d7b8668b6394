"""Reviews that were done in another program: each counts once, at its own time, however often it is brought here."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mediaquiz.model.review import Kind, Record
from mediaquiz.schedule.day import utc_text
from mediaquiz.schedule.events import UNREADABLE
from mediaquiz.schedule.fold import State, fold

MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)
BROUGHT = datetime(2026, 12, 1, 9, tzinfo=UTC)


def brought(number: int, at: datetime = MONDAY, device: str = "aaaa", **changes: Any) -> Record:
    """An import record of one review, three days promised."""
    data = {
        "origin": "anki",
        "key": f"mq-item/0/{round(at.timestamp() * 1000)}",
        "reviewed_at": utc_text(at),
        "reviewed_day": at.date().isoformat(),
        "rating": 3,
        "due": (at.date() + timedelta(days=3)).isoformat(),
        "ivl": 3,
    }
    when = BROUGHT + timedelta(milliseconds=number)
    return Record(f"{device}-{number}", Kind.IMPORT, when, when.date(), 0, "item", data | changes)


def own(number: int, at: datetime, **changes: Any) -> Record:
    """A review of ours."""
    due = (at.date() + timedelta(days=5)).isoformat()
    return Record(
        f"bbbb-{number}", Kind.REVIEW, at, at.date(), 0, "item", {"rating": 3, "due": due, "ivl": 5} | changes
    )


def answers(state: State) -> list[tuple[datetime, str]]:
    return [(answer.at, answer.id) for answer in state.card("item").answers]


def test_an_imported_review_counts_at_the_time_when_it_was_done() -> None:
    card = fold([own(1, MONDAY + timedelta(days=3)), brought(1)]).card("item")
    assert [answer.id for answer in card.answers] == [f"anki:mq-item/0/{round(MONDAY.timestamp() * 1000)}", "bbbb-1"]
    assert card.answers[0].day == MONDAY.date()
    assert card.done(MONDAY.date()) == (1, 0)


def test_the_promise_of_the_other_program_is_kept() -> None:
    card = fold([brought(1)]).card("item")
    assert card.due == MONDAY.date() + timedelta(days=3)
    assert not card.redone


def test_a_review_that_two_devices_import_is_one() -> None:
    twice = [brought(1), brought(2), brought(1, device="cccc"), brought(3, at=MONDAY + timedelta(days=3))]
    assert len(answers(fold(twice))) == 2


def test_a_review_of_ours_that_comes_home_is_still_ours() -> None:
    ours = own(1, MONDAY)
    assert answers(fold([ours, brought(1)])) == [(MONDAY, "bbbb-1")]
    assert fold([ours, brought(1)]).card("item") == fold([ours]).card("item")


def test_what_was_undone_here_does_not_come_home() -> None:
    undone = Record("bbbb-2", Kind.VOID, MONDAY, MONDAY.date(), 0, "item", {"target": "bbbb-1"})
    assert answers(fold([own(1, MONDAY), undone, brought(1)])) == []


def test_an_imported_review_is_undone_by_its_name() -> None:
    state = fold([brought(1)])
    (name,) = [name for _, name in answers(state)]
    undone = Record("bbbb-1", Kind.VOID, BROUGHT, BROUGHT.date(), 0, "item", {"target": name})
    assert answers(state.with_record(undone)) == []
    assert state.with_record(undone).problems == ()


def test_a_promise_made_without_knowing_our_answers_is_made_again() -> None:
    ours, later = own(1, MONDAY), MONDAY + timedelta(days=2)
    unaware = fold([ours, brought(1, at=later)]).card("item")
    aware = fold([ours, brought(1, at=later, past=fold([ours]).card("item").past)]).card("item")
    assert unaware.redone
    assert not aware.redone
    assert aware.due == later.date() + timedelta(days=3)


def test_records_come_in_any_order() -> None:
    records = [own(1, MONDAY), brought(1), brought(2, at=MONDAY + timedelta(days=1)), brought(2, device="cccc")]
    states = [fold(order) for order in itertools.permutations(records)]
    assert all(state == states[0] for state in states)
    step_by_step = State()
    for record in records:
        step_by_step = step_by_step.with_record(record)
    assert step_by_step == states[0]


@pytest.mark.parametrize(
    "broken",
    [{"reviewed_at": "yesterday"}, {"reviewed_at": "2026-11-02T09:00:00"}, {"reviewed_day": 3}, {"rating": 7}],
)
def test_an_import_that_is_not_understood_is_kept_and_told(broken: dict[str, object]) -> None:
    state = fold([brought(1, **broken), brought(2, at=MONDAY + timedelta(days=1))])
    assert len(answers(state)) == 1
    assert [problem.code for problem in state.problems] == ["MQ404"]
    assert UNREADABLE in {event.kind for event in state.events["item"]}


def test_a_relinked_item_takes_its_imports_along() -> None:
    moved = Record("bbbb-9", Kind.RELINK, BROUGHT, BROUGHT.date(), 0, "item", {"to": "other"})
    other = replace(brought(5, at=MONDAY + timedelta(days=1)), item="other")
    assert len(fold([brought(1), moved, other]).card("other").answers) == 2
