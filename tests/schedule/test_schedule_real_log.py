"""The memory of a real learner's cards: 12,580 answers, as fsrs-rs and Anki's own engine see them."""

import csv
import io
import lzma
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from itertools import pairwise
from math import floor
from pathlib import Path
from typing import Any

import pytest

from mediaquiz.model.review import Answered, Memory, Rating
from mediaquiz.schedule.day import study_day
from mediaquiz.schedule.memory import replay
from mediaquiz.schedule.settings import DEFAULT_PARAMETERS, Settings

LOG = Path(__file__).parents[1] / "fixtures" / "reviews" / "learner.csv.xz"
HOME = timezone(timedelta(hours=-7))
"""Where the learner seems to have lived: nobody answers there between eleven at night and eight."""
Histories = Mapping[str, list[Answered]]


@pytest.fixture(scope="module")
def histories() -> Histories:
    """The answers to each card, on the learner's study days."""
    cards: dict[str, list[Answered]] = defaultdict(list)
    for row in csv.DictReader(io.StringIO(lzma.decompress(LOG.read_bytes()).decode())):
        at = datetime.fromisoformat(row["review_time"]).astimezone(HOME)
        cards[row["card_id"]].append(Answered(at, study_day(at), Rating(int(row["review_rating"])), "2030-01-01", 1))
    for answers in cards.values():
        answers.sort(key=lambda answer: answer.at)
    return cards


@pytest.fixture(scope="module")
def ours(histories: Histories) -> Mapping[str, Memory]:
    return {card: replay(answers, Settings()) for card, answers in histories.items()}


def deltas(answers: list[Answered]) -> Iterator[int]:
    """The study days before each answer."""
    yield 0
    yield from ((after.day - before.day).days for before, after in pairwise(answers))


def assert_same(memory: Memory, stability: float, difficulty: float) -> None:
    """Both other engines calculate in single precision."""
    assert memory.stability == pytest.approx(stability, rel=1e-4, abs=0)
    assert memory.difficulty == pytest.approx(difficulty, rel=0, abs=1e-5)


def test_the_log_is_whole(histories: Histories) -> None:
    assert (len(histories), sum(map(len, histories.values()))) == (1205, 12580)


def test_memory_is_that_of_fsrs_rs(histories: Histories, ours: Mapping[str, Memory]) -> None:
    from fsrs_rs_python import FSRS, FSRSItem, FSRSReview

    engine = FSRS(list(DEFAULT_PARAMETERS))
    for card, answers in histories.items():
        reviews = [FSRSReview(int(a.rating), days) for a, days in zip(answers, deltas(answers), strict=True)]
        theirs = engine.memory_state(FSRSItem(reviews))
        assert_same(ours[card], theirs.stability, theirs.difficulty)


def test_memory_is_that_of_anki(histories: Histories, tmp_path: Path) -> None:
    """Anki lives in this machine's time zone, so the same moments are counted in its study days."""
    from anki.collection import Collection

    collection = Collection(str(tmp_path / "scratch.anki2"))
    collection.db.execute("pragma synchronous = off")  # a transaction for each card, and nothing to lose
    try:
        collection.set_config("fsrs", True)
        cutoff, compared = collection.sched.day_cutoff, 0
        for card, answers in histories.items():
            local = [one._replace(at=at, day=study_day(at)) for one in answers for at in [one.at.astimezone()]]
            add_card(collection, int(card), local)
            if days_as_anki_counts(local, cutoff) == list(deltas(local)):
                theirs = collection._backend.compute_memory_state(int(card)).state
                assert_same(replay(local, Settings()), theirs.stability, theirs.difficulty)
                compared += 1
            else:
                assert any(answer.at.hour in (3, 4) for answer in local), "only the clocks' change sets days apart"
        assert compared > 0.9 * len(histories)
    finally:
        collection.close()


def days_as_anki_counts(answers: list[Answered], cutoff: int) -> list[int]:
    """Anki's days before each answer: periods of 86,400 seconds, counted back from the next rollover."""
    days = [floor((answer.at.timestamp() - cutoff) / 86400) for answer in answers]
    return [0, *(after - before for before, after in pairwise(days))]


def add_card(collection: Any, card: int, answers: list[Answered]) -> None:
    """A card with this id and these answers."""
    note = collection.new_note(collection.models.by_name("Basic"))
    note["Front"] = str(card)
    collection.add_note(note, 1)
    collection.db.execute("update cards set id = ? where nid = ?", card, note.id)
    for place, answer in enumerate(answers):
        moment = round(answer.at.timestamp() * 1000)
        row = (moment, card, -1, int(answer.rating), 1, 0, 2500, 5000, min(place, 1))
        collection.db.execute("insert into revlog values (?, ?, ?, ?, ?, ?, ?, ?, ?)", *row)
