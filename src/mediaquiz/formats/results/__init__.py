"""Results of tests, as pages of ours and learning platforms write them: one module a kind, with ``knows`` and ``read``.

A new kind is one module and one row here.
"""

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import chain
from typing import Protocol, cast

from mediaquiz.formats.results import table
from mediaquiz.model.problem import Problem, Span, error
from mediaquiz.model.results import Sheet

Found = Sheet | Problem


class Reader(Protocol):
    """One kind of file. ``read`` never raises for bad content, and holds one sheet at a time."""

    def knows(self, head: Sequence[str]) -> bool:
        """Whether a file whose first row has these cells is of this kind."""

    def read(self, lines: Iterable[str], name: str) -> Iterator[Found]:
        """The sheets in the file's order, and what is wrong between them, with their lines."""


RESULTS: dict[str, str] = {
    "results (JSON)": "mediaquiz.formats.results.page_json",
    "results (CSV)": "mediaquiz.formats.results.page_csv",
    "Moodle responses": "mediaquiz.formats.results.moodle_responses",
    "Moodle grades": "mediaquiz.formats.results.moodle_grades",
    "Moodle statistics": "mediaquiz.formats.results.moodle_statistics",
    "Canvas student analysis": "mediaquiz.formats.results.canvas_analysis",
}
"""Every kind of results, by its name in messages, in the order in which a file is tried."""

_KINDS = (
    "Name a results file of an exported page (JSON or CSV), Moodle's responses or grades report, or Canvas's student"
    " analysis, each as CSV."
)


def kind_of(head: Sequence[str]) -> str:
    """The kind of a file whose first row has these cells; empty for none that is known."""
    return next((kind for kind in RESULTS if _reader(kind).knows(head)), "")


def read(lines: Iterable[str], name: str) -> Iterator[Found]:
    """The sheets of a file of any kind, and what is wrong with it. ``lines`` keep their line ends."""
    waiting, seen = iter(lines), list[str]()
    head = table.head(waiting, seen)
    if kind := kind_of(head):
        yield from _reader(kind).read(chain(seen, waiting), name)
    else:
        what = "no header of a results file that is known" if head else "the file is empty"
        yield error("MQ711", what, Span(name), _KINDS)


def _reader(kind: str) -> Reader:
    return cast(Reader, import_module(RESULTS[kind]))
