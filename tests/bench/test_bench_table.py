"""The table of ``make bench``: what held, what grows, and what is not there."""

from datetime import UTC, date, datetime

import pytest
from bench.course import records
from bench.rows import ROWS
from bench.runner import Result, Row, measure, report


def of(ours: float, theirs: float, *, bar: float | None = 2.0, grows: int = 0, needs: str = "") -> Result:
    row = Row("a thing", "another", bar, lambda: (lambda: ours, lambda: theirs), rounds=3, grows=grows, needs=needs)
    return measure(row)


@pytest.mark.parametrize(
    ("result", "line"),
    [
        (of(3.0, 2.0), "| a thing | another | 1.50 | ≤ 2 | yes |"),
        (of(5.0, 2.0), "| a thing | another | 2.50 | ≤ 2 | **no** |"),
        (of(5.0, 2.0, bar=None), "| a thing | another | 2.50 | – |  |"),
        (of(10.0, 1.0, bar=1.1, grows=10), "| a thing | another | grows by ^1.00 | ≤ 1.1 | yes |"),
        (of(100.0, 1.0, bar=1.1, grows=10), "| a thing | another | grows by ^2.00 | ≤ 1.1 | **no** |"),
    ],
)
def test_a_row_says_whether_its_bar_was_held(result: Result, line: str) -> None:
    assert line in report([result], [], date(2026, 1, 1)).splitlines()


def test_the_report_names_the_peers_that_are_not_there() -> None:
    missing = [of(1.0, 1.0, needs=name).row for name in ("recto", "clanki", "recto")]
    text = report([of(1.0, 1.0)], missing, date(2026, 1, 1))
    assert text.startswith("# Benchmarks\n\nWritten by `make bench` on 2026-01-01. Python ")
    assert text.endswith("|\n\nNot installed here, and so left out: clanki, recto.\n")


def test_rows_have_names_of_their_own() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("hour", [0, 3, 4, 12, 23])
def test_no_item_of_a_course_is_answered_twice_at_once_at_any_hour(hour: int) -> None:
    made = records(20, 12, datetime(2026, 1, 2, hour, 50, tzinfo=UTC))
    assert len({(record.item, record.at) for record in made}) == len(made)
