"""The learner's answers as a table: what it holds, what FSRS tools make of it, and the way back."""

import csv
import io
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from mediaquiz.formats.reviews import COLUMNS, read, write
from mediaquiz.model.arrival import Parcel, PastReview
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, Recall
from mediaquiz.model.review import Answered, Memory, Progress, Rating
from mediaquiz.model.stages import Shipment

START = datetime(2026, 3, 1, 9, 30, 0, 250_000, tzinfo=timezone(timedelta(hours=9)))


def shipment(**progress: Progress) -> Shipment:
    items = tuple(Item(name, Recall("Why?", "So.")) for name in progress)
    return Shipment("c", "C", (Deck("decks/a.yaml", items=items),), START, progress=progress)


def lived(*answers: tuple[int, int, int], starts: tuple[int, ...] = (0,)) -> Progress:
    """A card answered so: (days after the start, rating, interval)."""
    given = tuple(
        Answered(START + timedelta(days=days, seconds=place), START.date(), Rating(rating), "2030-01-01", ivl)
        for place, (days, rating, ivl) in enumerate(answers)
    )
    return Progress(Memory(), given, starts, spent=tuple(1000 + place for place in range(len(given))))


def test_what_the_table_holds() -> None:
    data, problems = write(shipment(b=lived((0, 3, -600)), a=lived((0, 1, -60), (0, 3, 2), (3, 1, -600), (3, 3, 4))))
    assert problems == ()
    assert data.decode().splitlines() == [
        ",".join(COLUMNS),
        "a,1772325000250,1,0,1000",
        "b,1772325000250,3,0,1000",
        "a,1772325001250,3,1,1001",
        "a,1772584202250,1,2,1002",
        "a,1772584203250,3,3,1003",
    ]


def test_a_card_that_was_reset_is_new_again() -> None:
    data, _ = write(shipment(a=lived((0, 3, 5), (9, 3, 2), starts=(0, 1))))
    assert [row["review_state"] for row in csv.DictReader(io.StringIO(data.decode()))] == ["0", "0"]


def test_without_answers_nothing_is_written() -> None:
    data, problems = write(shipment())
    assert (data, [problem.code for problem in problems]) == (b"", ["MQ503"])


RATINGS = st.integers(1, 4)
LIVES = st.lists(st.tuples(st.integers(0, 900), RATINGS, st.sampled_from([-60, 1, 30])), min_size=1, max_size=9)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.text("abz029", min_size=1, max_size=12), LIVES, min_size=1, max_size=4))
def test_what_goes_out_comes_home(lives: dict[str, list[tuple[int, int, int]]]) -> None:
    progress = {name: lived(*sorted(life)) for name, life in lives.items()}
    data, _ = write(shipment(**progress))
    arrival, problems = read(Parcel("r.csv", data))
    assert problems == () and arrival.items == ()
    for name, known in progress.items():
        home = [one for one in arrival.reviews if one.item == name]
        assert [(one.at, one.rating, one.ms) for one in home] == [
            (answer.at, answer.rating, ms) for answer, ms in zip(known.answers, known.spent, strict=True)
        ]


def test_other_columns_orders_and_times_are_read_too() -> None:
    text = "Review_Rating,x,review_time,card_id\n3,?,2026-03-01T09:00:00+09:00,a\n\n4.0,?,1772323200250,b\n"
    arrival, problems = read(Parcel("r.csv", text.encode()))
    assert problems == ()
    midnight = datetime(2026, 3, 1, tzinfo=UTC)
    assert arrival.reviews == (
        PastReview("a", "a@1772323200000", midnight, 3),
        PastReview("b", "b@1772323200250", midnight + timedelta(milliseconds=250), 4),
    )


def test_a_line_that_is_not_understood_is_told_and_the_rest_comes_in() -> None:
    lines = ["card_id,review_time,review_rating", "a,1772323200000,5", ",1,3", "a,soon,3", "a", "a,1772323200000,3"]
    arrival, problems = read(Parcel("r.csv", "\n".join(lines).encode()))
    assert len(arrival.reviews) == 1
    assert [(problem.code, problem.span and problem.span.start) for problem in problems] == [
        ("MQ702", line) for line in (2, 3, 4, 5)
    ]
    assert "card_id, review_time" in str(read(Parcel("r.csv", b"stem,answer\na,b\n"))[1][0])
