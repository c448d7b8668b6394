"""Canvas's student analysis (classic quizzes): a row an attempt; each question has a column, and one for its points.

A question's column is headed ``1234: its text``, the next one with the points that it is worth.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from mediaquiz.formats.results import table
from mediaquiz.model.problem import Problem, Span
from mediaquiz.model.results import Response, Sheet
from mediaquiz.text import one_line

_QUESTION = re.compile(r"\d+: ?(.*)", re.DOTALL)
_COLUMNS = {
    "id": "id",
    "name": "name|이름|student|학생",
    "submitted": "submitted|제출됨|제출일",
    "attempt": "attempt|시도",
}
_Question = tuple[int, str, float | None]
"""The place of a question's column, its text, the points that it is worth."""


def knows(head: Sequence[str]) -> bool:
    """Whether a question and its points stand side by side."""
    return bool(_questions(head)) and table.columns(head, _COLUMNS).keys() & {"id", "name"} != set()


def _questions(head: Sequence[str]) -> list[_Question]:
    pairs = pairwise(head)
    found = [(place, _QUESTION.fullmatch(cell), table.number(after)) for place, (cell, after) in enumerate(pairs)]
    return [(place, one_line(match[1]), of) for place, match, of in found if match and of is not None]


def read(lines: Iterable[str], name: str) -> Iterator[Sheet | Problem]:
    """A sheet for each attempt."""
    questions: list[_Question] | None = None
    places: Mapping[str, int] = {}
    for found in table.rows(lines, name):
        if isinstance(found, Problem):
            yield found
            continue
        line, row = found
        if questions is None:
            questions, places = _questions(row), table.columns(row, _COLUMNS)
            continue
        attempt = table.number(table.cell(row, places.get("attempt")))
        yield Sheet(
            table.cell(row, places.get("id")) or table.cell(row, places.get("name")),
            tuple(_response(row, *question) for question in questions),
            Span(name, line, line),
            started=table.cell(row, places.get("submitted")),
            attempt=int(attempt) if attempt and 0 < attempt < 1e6 else 0,
        )


def _response(row: Sequence[str], place: int, text: str, of: float | None) -> Response:
    given = table.cell(row, place)
    points = table.number(table.cell(row, place + 1))
    return Response(text=text, given=(given,) if given else None, share=table.share(points or 0.0, of))
