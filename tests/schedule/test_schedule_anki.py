"""The memory of a card is the one that Anki's own engine computes from the same answers."""

import random
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from mediaquiz.model.review import Answered, Rating
from mediaquiz.schedule.day import study_day
from mediaquiz.schedule.memory import replay
from mediaquiz.schedule.settings import Settings

FIRST = datetime(2025, 1, 6)


def _history(seed: int) -> list[Answered]:
    """Answers around noon, some on one day, some months apart; each card has milliseconds of its own."""
    rng, day, answers = random.Random(seed), FIRST.date(), []
    for place in range(rng.randint(1, 14)):
        day += timedelta(days=rng.choice([0, 0, 1, 1, 3, 9, 30, 120]) if place else 0)
        local = datetime.combine(day, time(12, place, seed // 1000, seed % 1000 * 1000)).astimezone()
        rating = Rating(rng.choice([1, 2, 3, 3, 3, 4]))
        answers.append(Answered(local, study_day(local), rating, (day + timedelta(days=1)).isoformat(), 1))
    return answers


def test_memory_is_ankis(tmp_path: Path) -> None:
    collection = pytest.importorskip("anki.collection").Collection(str(tmp_path / "scratch.anki2"))
    try:
        collection.set_config("fsrs", True)
        for seed in range(150):
            history = _history(seed)
            note = collection.new_note(collection.models.by_name("Basic"))
            note["Front"] = note["Back"] = str(seed)
            collection.add_note(note, 1)
            card = note.cards()[0].id
            for place, answer in enumerate(history):
                row = (
                    round(answer.at.timestamp() * 1000),
                    card,
                    -1,
                    int(answer.rating),
                    1,
                    0,
                    2500,
                    5000,
                    min(place, 1),
                )
                collection.db.execute("insert into revlog values (?, ?, ?, ?, ?, ?, ?, ?, ?)", *row)
            theirs = collection._backend.compute_memory_state(card).state
            ours = replay(history, Settings())
            # Anki calculates in single precision.
            assert ours.stability == pytest.approx(theirs.stability, rel=1e-4), history
            assert ours.difficulty == pytest.approx(theirs.difficulty, abs=1e-4), history
    finally:
        collection.close()
