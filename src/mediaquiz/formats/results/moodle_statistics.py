"""Moodle's statistics report has sums only: they can be neither pooled nor checked, so it is refused with advice."""

from collections.abc import Iterable, Iterator, Sequence

from mediaquiz.formats.results import table
from mediaquiz.model.problem import Problem, Span, error
from mediaquiz.model.results import Sheet

_COLUMNS = {"facility": "facility index|난이도 지수|용이도 지수", "discrimination": "discrimination index|변별도 지수"}


def knows(head: Sequence[str]) -> bool:
    """Whether indices have columns."""
    return bool(table.columns(head, _COLUMNS))


def read(lines: Iterable[str], name: str) -> Iterator[Sheet | Problem]:
    """The advice."""
    hint = "In Moodle: Results > Responses, with “question text” and “right answer” ticked, as CSV."
    yield error("MQ711", "Moodle's statistics have no answers of learners", Span(name, 1, 1), hint)
