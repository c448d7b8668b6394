"""Experience: what the rules say, by another computation too, and unchanged by merging, undoing and re-reading."""

from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from learners import START, TODAY, lines_of, months, save

from mediaquiz.measure.progress import ACHIEVEMENTS, LEVELS, RULES, progress, study_days, xp_of
from mediaquiz.measure.tally import Tally, Totals, grown, totals_from_plain, totals_of, totals_to_plain
from mediaquiz.model.review import Kind, Record
from mediaquiz.schedule.day import study_day
from mediaquiz.schedule.fold import State, fold
from mediaquiz.schedule.settings import Settings
from mediaquiz.store.history import open_history

DAY = timedelta(days=1)


def totals(records: list[Record]) -> Totals:
    return totals_of(fold(records).cards.values())


def answers(*told: tuple[int, int, int], item: str = "card") -> list[Record]:
    """Reviews: (days after the first, rating, interval)."""
    records = []
    for place, (after, rating, ivl) in enumerate(told, start=1):
        at = START + DAY * after + timedelta(seconds=place)
        day = study_day(at)
        due = {"due": (day + DAY * ivl).isoformat(), "ivl": ivl} if ivl else {}
        records.append(Record(f"aaaa-{item}-{place}", Kind.REVIEW, at, day, 0, item, {"rating": rating, **due}))
    return records


@pytest.mark.parametrize(
    ("told", "xp"),
    [
        ([(0, 3, 1)], 5),
        ([(0, 1, 1)], 5),
        ([(0, 3, 1), (0, 3, 1), (0, 4, 1)], 5),
        ([(0, 3, 1), (1, 3, 1)], 5 + 10),
        ([(0, 3, 1), (1, 2, 1)], 5 + 10),
        ([(0, 3, 1), (1, 1, 1)], 5 + 3),
        ([(0, 3, 1), (1, 1, 1), (1, 4, 9)], 5 + 3),
        ([(0, 3, 1), (20, 4, 9)], 5 + 10),
        ([(0, 3, 1), (21, 4, 9)], 5 + 15),
        ([(0, 3, 1), (89, 3, 9)], 5 + 15),
        ([(0, 3, 1), (90, 3, 9)], 5 + 20),
        ([(0, 3, 1), (90, 1, 9)], 5 + 3),
    ],
)
def test_the_rules(told: list[tuple[int, int, int]], xp: int) -> None:
    assert progress(totals(answers(*told)), TODAY).xp == xp


def test_cram_tests_and_answers_that_were_taken_back_earn_nothing() -> None:
    one = answers((0, 3, 1))
    at = START + DAY
    cram = Record("aaaa-8", Kind.REVIEW, at, study_day(at), 0, "card", {"rating": 3, "purpose": "cram"})
    test = Record("aaaa-9", Kind.REVIEW, at, study_day(at), 0, "other", {"rating": 3, "purpose": "test"})
    assert totals([*one, cram, test]) == totals(one)
    void = Record("aaaa-10", Kind.VOID, at, study_day(at), 0, "card", {"target": one[0].id})
    assert totals([*one, void]) == {}


def test_a_reset_lets_nobody_earn_twice_on_a_day() -> None:
    at = START + timedelta(minutes=1)
    reset = Record("aaaa-r", Kind.RESET, at, study_day(at), 0, "card")
    later = Record("aaaa-s", Kind.REVIEW, at + timedelta(minutes=1), study_day(at), 0, "card", {"rating": 3})
    assert progress(totals([*answers((0, 3, 1)), reset, later]), TODAY).xp == 5


def by_pandas(reviews: Path) -> pd.DataFrame:
    """The counted answers that were the first of their card on a day, with what they earn."""
    log = pd.DataFrame(lines_of(reviews))
    gone = set(log.loc[log["t"] == "void", "target"])
    log = log[(log["t"] == "review") & log["purpose"].isna() & ~log["id"].isin(gone)].sort_values(["at", "id"])
    log["date"] = pd.to_datetime(log["day"])
    first = log.drop_duplicates(["item", "day"]).copy()
    waited = first.groupby("item")["date"].diff().dt.days
    first["xp"] = 10
    first.loc[waited >= 21, "xp"] = 15
    first.loc[waited >= 90, "xp"] = 20
    first.loc[first["rating"] == 1, "xp"] = 3
    first.loc[waited.isna(), "xp"] = 5
    return first


@pytest.mark.parametrize("seed", [1, 2])
def test_every_day_is_what_pandas_computes(tmp_path: Path, seed: int) -> None:
    records = months(seed)
    theirs = by_pandas(save(records, tmp_path)).groupby("day")["xp"].sum()
    ours = {day.isoformat(): xp_of(tally) for day, tally in totals(records).items()}
    assert {day: xp for day, xp in ours.items() if xp} == theirs.to_dict()


LOGS = [months(seed, cards=12, days=60) for seed in range(3)]


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(LOGS), st.randoms(use_true_random=False), st.data())
def test_any_order_any_repetition_any_snapshot(log: list[Record], chance: Random, data: Any) -> None:
    """The totals that grow by what came later are those of all records at once."""
    mixed = [*log, *chance.sample(log, 10)]
    chance.shuffle(mixed)
    cut = data.draw(st.integers(0, len(mixed)))
    state = fold(mixed[:cut])
    before = totals_of(state.cards.values())
    assert grown(totals_from_plain(totals_to_plain(before)), state.with_records(mixed[cut:]).cards) == totals(log)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(LOGS), st.data())
def test_undoing_takes_back_what_was_earned_and_undoing_that_brings_it_back(log: list[Record], data: Any) -> None:
    target = data.draw(st.sampled_from([record for record in log if record.kind == Kind.REVIEW]))
    at = log[-1].at + DAY
    void = Record("cccc-1", Kind.VOID, at, study_day(at), 0, target.item, {"target": target.id})
    again = Record("cccc-2", Kind.VOID, at + DAY, study_day(at), 0, target.item, {"target": void.id})
    before, between = progress(totals(log), TODAY), totals([*log, void])
    assert all(count >= 0 for tally in between.values() for count in tally)
    assert sum(tally.earning for tally in between.values()) <= sum(tally.earning for tally in totals(log).values())
    assert progress(totals([*log, void, again]), TODAY) == before


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(LOGS))
def test_nothing_is_negative_and_a_card_earns_once_a_day(log: list[Record]) -> None:
    found = totals(log)
    days_of_cards = {(record.item, record.day) for record in log if record.kind == Kind.REVIEW}
    assert all(count >= 0 for tally in found.values() for count in tally)
    assert sum(tally.earning for tally in found.values()) <= len(days_of_cards)


def test_more_answers_never_take_experience_or_achievements_away() -> None:
    log, before = LOGS[0], progress({}, TODAY)
    for end in range(0, len(log), 25):
        state = fold([record for record in log[:end] if record.kind == Kind.REVIEW])
        now = progress(totals_of(state.cards.values()), TODAY)
        assert now.xp >= before.xp and now.earned >= before.earned
        before = now


def test_through_the_snapshot_on_the_disk(tmp_path: Path) -> None:
    log = months(3)
    reviews = save(log[:-40], tmp_path)
    open_history(reviews, Settings())
    assert (tmp_path / ".mediaquiz" / "reviews.db").exists()
    save(log, tmp_path)
    found = open_history(reviews, Settings())
    assert found.state.events.later  # what came later lies over the snapshot
    assert grown(found.counted, found.state.cards) == totals(log)
    again = open_history(reviews, Settings(), worth=1)
    kept = open_history(reviews, Settings())
    assert grown(again.counted, again.state.cards) == grown(kept.counted, kept.state.cards) == totals(log)
    assert not kept.state.events.later


# Levels and achievements


def on(*days: int, **counts: int) -> Totals:
    """The same tally on so many days from the start."""
    tally = Tally(**({"answers": 1, "recalled": 1} | counts))
    return {study_day(START) + DAY * day: tally for day in days}


def test_levels_begin_at_spark_and_the_next_takes_200() -> None:
    nobody = progress({}, TODAY)
    assert (nobody.xp, nobody.level, nobody.level_at, nobody.next_at, nobody.rank) == (0, "spark", 0, 200, 0)
    assert progress(on(0, recalled=19, new=1), TODAY).level == "spark"
    assert progress(on(0, recalled=20), TODAY).level == "ember"
    last = progress(on(0, recalled=20_000), TODAY)
    assert (last.level, last.next_at, last.rank) == ("star", None, len(LEVELS) - 1)


def test_levels_rise() -> None:
    steps = list(LEVELS.values())
    assert steps == sorted(set(steps))


def test_there_are_fourteen_achievements_and_nobody_has_any() -> None:
    nobody = progress({}, TODAY)
    assert (len(nobody.achievements), nobody.earned) == (14, 0)


@pytest.mark.parametrize(
    ("found", "name", "day"),
    [
        (on(0), "first", 0),
        (on(0, 1, 2), "three_days", 2),
        (on(*range(7)), "week", 6),
        (on(*range(6), 7), "week", None),
        (on(*range(30)), "month", 29),
        (on(*range(100)), "hundred_days", 99),
        (on(0, 15), "comeback", 15),
        (on(0, 14), "comeback", None),
        (on(0, 1, new=25), "curious", 1),
        (on(0, new=500), "explorer", 0),
        (on(0, recalled=90, recalled_months=10), "recall", 0),
        (on(0, recalled=90, recalled_weeks=9), "recall", None),
        (on(0, 1, recalled=500), "deep_recall", 1),
        (on(0, matured=25), "lasting", 0),
        (on(0, 1, recalled_months=5), "season", 1),
        (on(0, rescued=5), "rescue", 0),
        (on(0, forgotten=50), "honest", 0),
    ],
)
def test_achievements(found: Totals, name: str, day: int | None) -> None:
    one = next(one for one in progress(found, TODAY).achievements if one.name == name)
    assert one.earned == (None if day is None else study_day(START) + DAY * day)
    assert one.have <= one.wanted == ACHIEVEMENTS[name].wanted


def test_a_card_matures_once_and_is_won_back_once() -> None:
    lived = [(0, 3, 5), (5, 1, 4), (9, 1, 4), (13, 1, 4), (17, 3, 30), (47, 1, 5), (52, 3, 40), (92, 3, 90)]
    days = totals(answers(*lived))
    matured = {day: (tally.matured, tally.rescued) for day, tally in days.items() if tally.matured or tally.rescued}
    assert matured == {study_day(START) + DAY * 17: (1, 1)}


def test_only_days_that_earn_are_days_of_a_streak() -> None:
    first, *_ = days = [study_day(START), study_day(START) + DAY]
    late = [(0, 3, 1), (1, 3, 0)]
    records = answers(*late)
    # An answer dated before the one that precedes it: a clock that was set back.
    odd = Record("aaaa-z", Kind.REVIEW, records[-1].at + DAY, first - DAY, 0, "card", {"rating": 3})
    assert study_days(totals([*records, odd])) == tuple(days)


def test_the_rules_name_columns() -> None:
    assert set(RULES) < set(Tally._fields)
    assert State().cards.changes == {}
    assert date.max not in totals([])
