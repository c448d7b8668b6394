"""Moodle's grades report: a row an attempt, the points of each question, whose text it does not tell.

A column is headed ``Q. 1 /2.00`` in English; the number and the points stand there in every language.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mediaquiz.formats.results import moodle, table
from mediaquiz.model.problem import Problem, Span
from mediaquiz.model.results import Response, Sheet

_QUESTION = re.compile(r"\D+?(\d{1,4})\s*/\s*(\d+(?:[.,]\d+)?)")
_Column = tuple[int, str, float | None]


def knows(head: Sequence[str]) -> bool:
    """Whether questions with points have columns."""
    return bool(_columns(head))


def _columns(head: Sequence[str]) -> list[_Column]:
    found = [(place, _QUESTION.fullmatch(cell.strip())) for place, cell in enumerate(head)]
    return [(place, match[1], table.number(match[2])) for place, match in found if match]


def read(lines: Iterable[str], name: str) -> Iterator[Sheet | Problem]:
    """A sheet for each finished attempt; its questions have only their numbers."""
    columns: list[_Column] | None = None
    places: Mapping[str, int] = {}
    for found in table.rows(lines, name):
        if isinstance(found, Problem):
            yield found
            continue
        line, row = found
        if columns is None:
            columns, places = _columns(row), table.columns(row, moodle.COLUMNS)
        elif moodle.finished(row, places):
            yield Sheet(
                moodle.learner(row, places),
                tuple(_response(row, *column, name) for column in columns),
                Span(name, line, line),
                started=moodle.started(row, places),
            )


def _response(row: Sequence[str], place: int, number: str, of: float | None, name: str) -> Response:
    cell = table.cell(row, place)
    text = moodle.nameless(number, name)
    if cell in moodle.NOTHING:
        return Response(text=text, share=table.share(0.0, of))
    return Response(text=text, given=(), share=table.share(table.number(cell), of))
