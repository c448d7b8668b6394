"""Moodle's responses report: a row an attempt, for each question what was answered, and if ticked its text and key.

Without the right answers, or the questions' texts, nobody can say what was right; the file is refused then.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mediaquiz.formats.results import moodle, table
from mediaquiz.model.problem import Problem, Span, error
from mediaquiz.model.results import Response, Sheet
from mediaquiz.text import squash

_PART = re.compile(r"(\D+?)\s*(\d{1,4})")
_PARTS = {
    name: part
    for part, names in {
        "text": "question|질문|문제|문항",
        "given": "response|응답|답변",
        "key": "right answer|정답|바른 답",
    }.items()
    for name in names.split("|")
}


def knows(head: Sequence[str]) -> bool:
    """Whether responses have columns."""
    return any("given" in parts for parts in _slots(head).values())


def _slots(head: Sequence[str]) -> dict[int, dict[str, int]]:
    """For each question's number, the places of its parts."""
    slots: dict[int, dict[str, int]] = {}
    for place, cell in enumerate(head):
        match = _PART.fullmatch(squash(cell))
        if match and (part := _PARTS.get(match[1])):
            slots.setdefault(int(match[2]), {})[part] = place
    return slots


def read(lines: Iterable[str], name: str) -> Iterator[Sheet | Problem]:
    """A sheet for each finished attempt."""
    slots: dict[int, dict[str, int]] | None = None
    places: Mapping[str, int] = {}
    for found in table.rows(lines, name):
        if isinstance(found, Problem):
            yield found
            continue
        line, row = found
        if slots is None:
            slots, places = _slots(row), table.columns(row, moodle.COLUMNS)
            if not any(parts.keys() & {"text", "key"} for parts in slots.values()):
                hint = "Download the report again with “question text” and “right answer” ticked."
                yield error("MQ711", "the report does not say what the questions are", Span(name, line, line), hint)
                return
        elif moodle.finished(row, places):
            yield Sheet(
                moodle.learner(row, places),
                tuple(_response(row, number, parts, name) for number, parts in sorted(slots.items())),
                Span(name, line, line),
                started=moodle.started(row, places),
            )


def _response(row: Sequence[str], number: int, parts: Mapping[str, int], name: str) -> Response:
    given, key = (table.cell(row, parts.get(part)) for part in ("given", "key"))
    answered = given not in moodle.NOTHING
    judged = key not in moodle.NOTHING
    return Response(
        text=table.cell(row, parts.get("text")) or moodle.nameless(number, name),
        given=(given,) if answered else None,
        share=float(answered and squash(given) == squash(key)) if judged else None,
        key=key if judged else None,
    )
