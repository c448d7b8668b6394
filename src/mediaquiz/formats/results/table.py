"""What tables of results share: rows with their lines, columns by their headers, numbers of any country."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from mediaquiz.formats.csvtable import unsafe
from mediaquiz.model.problem import Problem, Span, error, warning
from mediaquiz.text import clean, one_line, squash

Row = tuple[int, list[str]]
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_DELIMITERS = ",;\t"
_REMEMBERED = 4096
"""Cells whose reading is remembered: most of a table says the same few things again and again."""


def head(lines: Iterator[str], seen: list[str]) -> list[str]:
    """The cells of the first row that is not empty, clean; none where there is no row. ``seen`` gets its lines."""
    first = _first(lines, seen)
    table = csv.reader(chain([first], _kept(lines, seen)), delimiter=_delimiter(first))
    try:
        return [clean(cell) for cell in next(table, [])]
    except csv.Error:
        return []


def _first(lines: Iterator[str], seen: list[str]) -> str:
    """The first line that is not empty; ``seen`` gets it and those before it."""
    for line in _kept(lines, seen):
        if line.strip():
            return line
    return ""


def _kept(lines: Iterator[str], seen: list[str]) -> Iterator[str]:
    for line in lines:
        seen.append(line)
        yield line


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def rows(lines: Iterable[str], name: str) -> Iterator[Row | Problem]:
    """The rows that are not empty, each cell on one line, with the number of their first lines.

    A row that is none is a problem, and the next one goes on.
    """
    waiting, before = iter(lines), list[str]()
    first = _first(waiting, before)
    table = csv.reader(chain([first], waiting), delimiter=_delimiter(first), strict=True)
    while True:
        line = max(len(before), 1) + table.line_num
        try:
            found = next(table)
        except StopIteration:
            return
        except csv.Error as why:
            hint = "Look at the quotation marks of this row; it was left out."
            yield warning("MQ712", f"no row of a table: {why}", Span(name, line, line), hint)
            continue
        if any(cell.strip() for cell in found):
            yield line, [_tidy(cell) for cell in found]


@lru_cache(_REMEMBERED)
def _tidy(cell: str) -> str:
    return one_line(unsafe(clean(cell)))


def columns(head: Sequence[str], names: Mapping[str, str]) -> dict[str, int]:
    """The places of the columns that ``names`` knows: each of its values is what headers call a column, with bars."""
    known = {called: name for name, calls in names.items() for called in calls.split("|")}
    places: dict[str, int] = {}
    for place, cell in enumerate(head):
        if (name := known.get(squash(cell))) is not None:
            places.setdefault(name, place)
    return places


def cell(row: Sequence[str], place: int | None) -> str:
    """A cell; empty where the row ends before it, or the column is missing."""
    return row[place] if place is not None and place < len(row) else ""


@lru_cache(_REMEMBERED)
def number(text: str) -> float | None:
    """A number with a point or a comma before its decimals; None for anything else."""
    text = text.strip()
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def share(points: float | None, of: float | None) -> float | None:
    """Which part of the points was reached, 0 to 1; None where that cannot be said."""
    if points is None or of is None or not 0 < of < 1e9:
        return None
    return min(1.0, max(0.0, points / of))


def bad_number(text: str, what: str, name: str, line: int) -> Problem:
    """A cell that should be a number and is none."""
    hint = "Correct the cell; until then this answer counts as not graded."
    return warning("MQ712", f"{what} is no number: {text[:40]!r}", Span(name, line, line), hint)


def missing(what: str, name: str, line: int) -> Problem:
    """A file without a column that it must have."""
    return error("MQ711", f"no column {what}", Span(name, line, line), "Take the file as it was downloaded.")
