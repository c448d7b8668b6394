"""Logs that no mediaquiz wrote: broken clocks, other tools, malice. Nothing crashes; what is unusable is told."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, Recall
from mediaquiz.model.review import Kind, Record
from mediaquiz.schedule.day import read_utc
from mediaquiz.schedule.fold import State, fold
from mediaquiz.schedule.memory import preview, replay
from mediaquiz.schedule.queue import counts, queue
from mediaquiz.schedule.settings import OPTIONS, Settings, plain_settings, read_settings

HONOLULU = timezone(timedelta(hours=-10))
NOW = datetime(2026, 11, 21, 9, tzinfo=HONOLULU)
TODAY = date(2026, 11, 21)


def review(**changes: Any) -> Record:
    """A Good answer; ``data`` replaces its promise."""
    at = datetime(2026, 11, 1, 10, tzinfo=UTC)
    fields = {"at": at, "day": at.date(), "tz": 0, "item": "item", "data": {}} | changes
    return Record("aaaa-1", Kind.REVIEW, **{**fields, "data": {"rating": 3, **fields["data"]}})


def use(state: State, item_id: str) -> None:
    """What a quiz does with a state: it counts, deals, and previews the next answer."""
    decks = [Deck("decks/own/a.yaml", items=(Item(item_id, Recall("Why?", "So."), concept="light"),))]
    counts(decks, state, NOW, TODAY, state.settings)
    queue(decks, state, NOW, TODAY, state.settings)
    preview(replay(state.card(item_id).history, state.settings), NOW, TODAY, item_id, state.settings)


@pytest.mark.parametrize(
    "promise",
    [
        {"due": "0001-01-01T00:00:00Z", "ivl": -60},
        {"due": "0001-01-01T00:00:00+14:00", "ivl": -60},
        {"due": "9999-12-31T23:59:59Z", "ivl": -60},
        {"due": "9999-12-31T23:59:59-14:00", "ivl": -60},
        {"due": "9999-12-31", "ivl": 5},
        {"due": "2026-11-09", "ivl": -600},
        {"due": "2026-11-09", "ivl": 0},
        {"due": "2026-11-09", "ivl": True},
        {"due": "2026-11-09", "ivl": 8.0},
        {"due": "2026-11-01T10:00:00", "ivl": -60},
        {"due": "soon", "ivl": 3},
        {"due": 20261109, "ivl": 8},
        {"due": "2026-11-09"},
        {},
    ],
    ids=str,
)
def test_a_promise_that_cannot_be_is_made_again(promise: Mapping[str, object]) -> None:
    state = fold([review(data=promise)])
    use(state, "item")
    card = state.card("item")
    assert card.redone and card.due == datetime(2026, 11, 1, 10, 10, tzinfo=UTC)
    assert state.problems == ()


@pytest.mark.parametrize(
    "change",
    [
        {"at": datetime(9999, 12, 31, 23, 59, tzinfo=UTC), "tz": 840},
        {"at": datetime(1, 1, 1, tzinfo=UTC), "tz": -840},
        {"day": date(9999, 12, 31)},
        {"day": date(9999, 12, 31), "data": {"due": "2027-01-01", "ivl": 5}},
        {"day": date(1, 1, 1)},
        {"tz": 100_000},
        {"tz": -1440},
        {"item": ""},
        {"data": {"rating": 0}},
        {"data": {"rating": True}},
        {"data": {"rating": [3]}},
    ],
    ids=str,
)
def test_an_answer_that_cannot_be_counts_for_nothing_and_is_told(change: Mapping[str, Any]) -> None:
    state = fold([review(**change)])
    use(state, "item")
    assert state.card("item").answers == ()
    assert [problem.code for problem in state.problems] == ["MQ404"]


def test_an_id_that_is_no_text_harms_nothing() -> None:
    half = "\ud800"
    state = fold([review(item=half), Record(half, Kind.REVIEW, NOW, TODAY, 0, half, {"rating": 3})])
    assert len(state.card(half).history) == 2


def test_a_time_outside_the_calendar_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="0001"):
        read_utc("0001-01-01T00:00:00+14:00")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
    | st.sampled_from(["2026-11-09", "9999-12-31T23:59:59-14:00", "study", "cram", "aaaa-1", "item", "10m", "1.5s"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip
DURATIONS = st.from_regex(r"\d{1,3}(\.\d)?[smhd]?", fullmatch=True)
FIELDS = ["rating", "due", "ivl", "params", "past", "purpose", "target", "until", "text", "to", "lesson", "started"]
RECORDS = st.builds(
    Record,
    id=st.sampled_from(["aaaa-1", "aaaa-2", "bbbb-1", "no number", "-", ""]),
    kind=st.sampled_from([*Kind, "sticker"]),
    at=st.datetimes(timezones=st.just(UTC)),
    day=st.dates(),
    tz=st.integers(-100_000, 100_000),
    item=st.sampled_from(["", "item", "other"]),
    data=st.dictionaries(st.sampled_from([*FIELDS, *OPTIONS]), st.integers(1, 4) | JSON, max_size=6),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(RECORDS, max_size=6), st.randoms(use_true_random=False))
def test_whatever_the_log_holds_it_folds_the_same_in_any_order(records: list[Record], rng: Any) -> None:
    state = fold(records)
    rng.shuffle(records)
    assert fold(records).cards == state.cards and fold(records).settings == state.settings
    assert [str(problem) for problem in fold(records).problems] == [str(problem) for problem in state.problems]
    use(state, "item")


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(OPTIONS)), JSON | DURATIONS, max_size=4))
@example({"learn_ahead": "1.5s", "relearning_steps": "1.7s 0.33m"})
def test_whatever_is_set_each_value_counts_or_is_told_and_survives_being_written(values: dict[str, object]) -> None:
    found, problems = read_settings(values)
    changed = {name for name, value in plain_settings(found).items() if value != plain_settings(Settings())[name]}
    told = {problem.message.split()[0] for problem in problems}
    assert changed.isdisjoint(told) and {problem.code for problem in problems} <= {"MQ603"}
    assert read_settings(plain_settings(found)) == (found, ())
