"""The review history as the table that FSRS tools read: one answer a line, and back.

The columns are those of the open schema for review logs: ``card_id`` (here the item's id), ``review_time`` (UTC, in
milliseconds since 1970), ``review_rating`` (1-4), ``review_state`` (before the answer: 0 new, 1 learning, 2 review,
3 relearning) and ``review_duration`` (milliseconds).
"""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from mediaquiz.formats.csvtable import safe, unsafe
from mediaquiz.formats.intake import text_of
from mediaquiz.model.arrival import Arrival, Parcel, PastReview
from mediaquiz.model.problem import Problem, Span, error
from mediaquiz.model.review import Progress, Rating
from mediaquiz.model.stages import Shipment

COLUMNS = ("card_id", "review_time", "review_rating", "review_state", "review_duration")
_NEEDED = COLUMNS[:3]
_NEW, _LEARNING, _REVIEW, _RELEARNING = range(4)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_LONGEST_MS = 24 * 3600 * 1000

_Row = tuple[str, int, int, int, int]


def write(shipment: Shipment) -> tuple[bytes, tuple[Problem, ...]]:
    """Every answer to the items of the shipment, in order of time."""
    ids = {item.id for deck in shipment.decks for item in deck.items}
    rows = [row for name, known in shipment.progress.items() if name in ids for row in _rows(name, known)]
    if not rows:
        return b"", (error("MQ503", "none of these items was answered yet", hint="Answer some: mediaquiz quiz"),)
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows((safe(name), *rest) for name, *rest in sorted(rows, key=lambda row: (row[1], row[0])))
    return out.getvalue().encode("utf-8"), ()


def _rows(name: str, known: Progress) -> Iterator[_Row]:
    state = _NEW
    for place, answer in enumerate(known.answers):
        if place in known.starts:
            state = _NEW
        ms = known.spent[place] if place < len(known.spent) else 0
        yield name, (answer.at - _EPOCH) // _MS, int(answer.rating), state, ms
        if answer.ivl > 0:
            state = _REVIEW
        else:
            state = _RELEARNING if state in (_REVIEW, _RELEARNING) else _LEARNING


def read(parcel: Parcel) -> tuple[Arrival, tuple[Problem, ...]]:
    """The answers of the table. Other columns, and their order, make no difference; times may also be ISO texts."""
    text, problems = text_of(parcel)
    rows = csv.reader(io.StringIO(text, newline=""))
    found: list[PastReview] = []
    wrong: list[Problem] = []
    try:
        head = [name.strip().casefold() for name in next(rows, [])]
        missing = [name for name in _NEEDED if name not in head]
        if missing:
            return Arrival(), (*problems, _no_table(parcel.name, ", ".join(missing)))
        for row in rows:
            try:
                found += [_review(dict(zip(head, row, strict=False)))] if any(row) else []
            except ValueError as why:
                wrong.append(_left_out(parcel.name, rows.line_num, str(why)))
    except csv.Error as why:
        wrong.append(_left_out(parcel.name, rows.line_num, str(why)))
    if not found and not wrong:
        wrong.append(error("MQ701", "no review was found", Span(parcel.name), "Check the file."))
    return Arrival(reviews=tuple(found)), (*problems, *wrong)


def _review(cells: Mapping[str, str]) -> PastReview:
    """Raises ValueError saying what is wrong with the line."""
    name = unsafe(cells.get("card_id", "")).strip()
    if not name:
        raise ValueError("the line has no card_id")
    at = _time(cells.get("review_time", "").strip())
    rating = cells.get("review_rating", "").strip().removesuffix(".0")
    if rating not in {str(int(each)) for each in Rating}:
        raise ValueError(f"the rating is {rating[:20]!r}, not a number from 1 to 4")
    spent = cells.get("review_duration", "").strip()
    ms = min(int(spent), _LONGEST_MS) if spent.isdecimal() and len(spent) < 20 else 0
    return PastReview(name, f"{name}@{(at - _EPOCH) // _MS}", at, int(rating), ms)


def _time(text: str) -> datetime:
    try:
        if text.isdecimal() and text.isascii():
            return _EPOCH + int(text[:20]) * _MS
        at = datetime.fromisoformat(text)
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise ValueError(f"the time {text[:40]!r} is neither milliseconds nor a date with a time") from None


def _no_table(name: str, missing: str) -> Problem:
    hint = f"The first line names the columns: {', '.join(COLUMNS)}."
    return error("MQ701", f"the columns {missing} are missing", Span(name), hint)


def _left_out(name: str, line: int, why: str) -> Problem:
    return error("MQ702", why, Span(name, line, line), "Correct the line and import again; what is known stays.")
