"""The fold: what the log says, whatever the order in which its records arrive."""

import random
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediaquiz.model.review import Kind, Rating, Record, Stage
from mediaquiz.schedule.card import is_leech
from mediaquiz.schedule.fold import State, fold
from mediaquiz.schedule.memory import replay, schedule
from mediaquiz.schedule.settings import Settings

START = datetime(2026, 11, 1, 9, tzinfo=UTC)


class Log:
    """Records as devices write them; ``devices`` know what they have seen."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.numbers: dict[str, int] = {}
        self.at = START

    def write(self, kind: Kind | str, item: str = "", device: str = "aaaa", hours: float = 1, **data: Any) -> Record:
        self.at += timedelta(hours=hours)
        self.numbers[device] = self.numbers.get(device, 0) + 1
        name = f"{device}-{self.numbers[device]}"
        record = Record(name, kind, self.at, (self.at - timedelta(hours=4)).date(), 0, item, data)
        self.records.append(record)
        return record

    def answer(
        self,
        rating: int,
        item: str = "item",
        device: str = "aaaa",
        hours: float = 24,
        known: Iterable[Record] | None = None,
    ) -> Record:
        """A review with the promise that follows from the records which the device knows (all, unless told)."""
        state = fold(self.records if known is None else known)
        card = state.card(item)
        at = self.at + timedelta(hours=hours)
        day = (at - timedelta(hours=4)).date()
        done = schedule(replay(card.history, state.settings), Rating(rating), at, day, item, state.settings)
        return self.write(
            Kind.REVIEW, item, device, hours, rating=rating, due=done.due, ivl=done.ivl, past=card.past,
            params=state.settings.params_id,
        )  # fmt: skip


def test_an_empty_log_is_a_new_card() -> None:
    card = fold([]).card("item")
    assert (card.stage, card.due, card.history, card.lapses) == (Stage.NEW, None, (), 0)


def test_a_card_walks_through_its_stages() -> None:
    log, stages = Log(), []
    for rating, hours in ((3, 1), (3, 0.2), (1, 72), (3, 0.2)):
        log.answer(rating, hours=hours)
        stages.append(fold(log.records).card("item").stage)
    assert stages == [Stage.LEARNING, Stage.REVIEW, Stage.RELEARNING, Stage.REVIEW]
    assert fold(log.records).card("item").lapses == 1


def test_undo_restores_what_was_and_can_be_undone() -> None:
    log = Log()
    log.answer(3)
    before = fold(log.records)
    second = log.answer(4)
    after = fold(log.records).card("item")
    undo = log.write(Kind.VOID, target=second.id)
    assert fold(log.records).card("item") == before.card("item")
    assert second.id in fold(log.records).voided
    log.write(Kind.VOID, target=undo.id)
    assert fold(log.records).card("item") == after


def test_an_undo_of_nothing_and_a_record_without_its_fields_are_told() -> None:
    log = Log()
    log.write(Kind.VOID, target="zzzz-9")
    log.write(Kind.VOID)
    log.write(Kind.REVIEW, "item", rating=7)
    log.write(Kind.REVIEW, rating=3)
    log.write(Kind.BURY, "item", until="tomorrow")
    log.write(Kind.RELINK, to="other")
    assert sorted(problem.code for problem in fold(log.records).problems) == ["MQ404"] * 5 + ["MQ405"]
    assert fold(log.records).card("item").history == ()


def test_undos_in_a_circle_undo_nothing() -> None:
    log = Log()
    log.write(Kind.VOID, target="aaaa-2")
    log.write(Kind.VOID, target="aaaa-1")
    assert fold(log.records).voided == frozenset()


@pytest.mark.parametrize("purpose", ["cram", "test"])
def test_cramming_never_touches_the_schedule(purpose: str) -> None:
    log = Log()
    log.answer(3)
    before = fold(log.records).card("item")
    log.write(Kind.REVIEW, "item", rating=1, purpose=purpose)
    assert fold(log.records).card("item") == before


def test_what_a_learner_does_to_a_card() -> None:
    log = Log()
    log.write(Kind.SUSPEND, "item")
    log.write(Kind.FLAG, "item", text="typo")
    log.write(Kind.NOTE, "item", text="see page 3")
    log.write(Kind.ALIAS, "item", text="cover")
    log.write(Kind.BURY, "item", until="2026-11-05")
    card = fold(log.records).card("item")
    assert card.suspended and card.buried_until == date(2026, 11, 5)
    assert [[remark.text for remark in remarks] for remarks in (card.flags, card.notes, card.aliases)] == [
        ["typo"], ["see page 3"], ["cover"],
    ]  # fmt: skip
    log.write(Kind.RESUME, "item")
    card = fold(log.records).card("item")
    assert not card.suspended and card.buried_until is None


def test_a_reset_makes_it_new_and_keeps_the_answers() -> None:
    log = Log()
    log.answer(3)
    log.answer(3)
    log.write(Kind.RESET, "item")
    log.write(Kind.RESET, "item")
    card = fold(log.records).card("item")
    assert (card.stage, len(card.answers), card.history) == (Stage.NEW, 2, ())
    log.answer(3)
    assert len(fold(log.records).card("item").history) == 1


def test_a_relink_moves_the_history_and_moves_it_back() -> None:
    log = Log()
    log.answer(3, "old")
    before = fold(log.records).card("old")
    log.write(Kind.RELINK, "old", to="new")
    state = fold(log.records)
    assert (state.card("new").history, state.card("old").history) == (before.history, ())
    log.write(Kind.RELINK, "new", to="old")
    assert fold(log.records).card("old").history == before.history


def test_settings_and_started_lessons() -> None:
    log = Log()
    log.write(Kind.SETTINGS, new_per_day=5, language="ko")
    log.write(Kind.SETTINGS, new_per_day=7, started=["lessons/a.md", 3])
    log.write(Kind.READ, lesson="lessons/b.md")
    log.write(Kind.SETTINGS, reviews_per_day="lots")
    state = fold(log.records, Settings(new_per_day=1))
    assert state.settings.new_per_day == 7 and state.values["language"] == "ko"
    assert state.started == {"lessons/a.md", "lessons/b.md"}
    assert [problem.code for problem in state.problems] == ["MQ603"]


def test_what_was_done_on_a_day() -> None:
    log = Log()
    for item in ("a", "b"):
        log.answer(4, item, hours=1)
    log.answer(3, "a", hours=24 * 20)
    log.answer(1, "a", hours=1)
    days = sorted({record.day for record in log.records})
    assert [fold(log.records).done(day) for day in days] == [(2, 0), (0, 2)]


def test_a_card_forgotten_often_is_a_leech() -> None:
    log = Log()
    for _ in range(3):
        for rating, hours in ((3, 1), (3, 0.2), (1, 96)):
            log.answer(rating, hours=hours)
    card = fold(log.records).card("item")
    assert is_leech(card, Settings(leech_lapses=3)) and not is_leech(card, Settings(leech_lapses=4))


def test_unknown_kinds_are_kept_out_of_the_way() -> None:
    log = Log()
    log.answer(3)
    before = fold(log.records).card("item")
    log.write("sticker", "item", text="star")
    log.write(Kind.IMPORT, "item")
    assert fold(log.records).card("item") == before


def test_a_promise_made_without_knowing_the_other_machine_is_made_again() -> None:
    log = Log()
    common = [log.answer(3), log.answer(3, hours=0.2)]
    log.answer(1, device="aaaa", hours=72, known=common)
    log.answer(3, device="bbbb", hours=1, known=common)
    state = fold(log.records)
    card = state.card("item")
    memory = replay(card.history[:-1], state.settings)
    last = card.history[-1]
    expected = schedule(memory, last.rating, last.at, last.day, "item", state.settings)
    assert card.redone and (last.due, last.ivl) == (expected.due, expected.ivl)


def test_a_record_of_another_tool_is_believed_on_one_device_and_checked_across_two() -> None:
    log = Log()
    log.write(Kind.REVIEW, "item", rating=3, due="2026-11-09", ivl=8)
    assert str(fold(log.records).card("item").due) == "2026-11-09"
    log.write(Kind.REVIEW, "item", "bbbb", rating=3, due="2026-11-30", ivl=29)
    assert fold(log.records).card("item").redone
    log.write(Kind.REVIEW, "other", rating=3, due="2026-11-09", ivl=-60)
    log.write(Kind.REVIEW, "third", rating=3, due="someday", ivl=3)
    assert fold(log.records).card("other").redone and fold(log.records).card("third").redone


def _random_log(seed: int) -> list[Record]:
    """Three machines that study, undo, relink, set, and see each other's records now and then."""
    rng, log = random.Random(seed), Log()
    seen: dict[str, list[Record]] = {name: [] for name in ("aaaa", "bbbb", "cccc")}
    for _ in range(rng.randint(1, 14)):
        device = rng.choice(sorted(seen))
        if rng.random() < 0.3:
            seen[device] = list(log.records)
        item = rng.choice(["one", "two"])
        match rng.randint(0, 8):
            case 0 if log.records:
                made = log.write(Kind.VOID, device=device, target=rng.choice(log.records).id)
            case 1:
                made = log.write(Kind.RELINK, item, device, to=rng.choice(["one", "two", "six"]))
            case 2:
                made = log.write(Kind.SETTINGS, device=device, fuzz=rng.random() < 0.5)
            case 3:
                made = log.write(rng.choice([Kind.SUSPEND, Kind.RESUME, Kind.RESET]), item, device)
            case _:
                made = log.answer(rng.randint(1, 4), item, device, rng.choice([0.1, 1, 30, 200]), seen[device])
        seen[device].append(made)
    return log.records


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9))
def test_any_order_and_any_repetition_of_the_records_make_one_state(seed: int) -> None:
    records = _random_log(seed)
    whole = fold(records)
    rng = random.Random(seed)
    shuffled = [*records, *rng.sample(records, len(records) // 2)]
    rng.shuffle(shuffled)
    live = State()
    for record in shuffled:
        live = live.with_record(record)
    cut = rng.randint(0, len(shuffled))
    halves = fold(shuffled[:cut]).with_records(shuffled[cut:])
    for other in (fold(shuffled), live, halves):
        assert other.cards == whole.cards
        assert (other.settings, other.started, other.voided) == (whole.settings, whole.started, whole.voided)
        assert [str(p) for p in other.problems] == [str(p) for p in whole.problems]
