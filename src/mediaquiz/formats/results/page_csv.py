"""The results that a page of ours downloads as CSV: a row an answer; files of several learners may be joined."""

from collections.abc import Iterable, Iterator, Sequence

from mediaquiz.formats.results import table
from mediaquiz.model.problem import Problem, Span
from mediaquiz.model.results import Response, Sheet

_COLUMNS = {
    name: name
    for name in ("learner", "course", "form", "seed", "item", "seen", "type", "given", "points", "of", "judged_by")
}
_NEEDED = ("item", "seen", "given", "points", "of")
_JOINT = " | "


def knows(head: Sequence[str]) -> bool:
    """Whether the columns are ours."""
    return {"item", "seen", "points"} <= table.columns(head, _COLUMNS).keys()


def read(lines: Iterable[str], name: str) -> Iterator[Sheet | Problem]:
    """A sheet ends where the learner or the page changes, or an item comes again; a header may stand in between."""
    places: dict[str, int] = {}
    header: list[str] = []
    whose: tuple[str, ...] = ()
    open_at, responses, items = 0, list[Response](), set[str]()
    for found in table.rows(lines, name):
        if isinstance(found, Problem):
            yield found
            continue
        line, row = found
        if not header or row == header:
            header = row
            places = table.columns(row, _COLUMNS)
            if short := [column for column in _NEEDED if column not in places]:
                yield table.missing(short[0], name, line)
                return
            continue
        now = tuple(table.cell(row, places.get(part)) for part in ("learner", "course", "form", "seed"))
        item = table.cell(row, places["item"])
        if responses and (now != whose or item in items):
            yield _sheet(whose, responses, Span(name, open_at, line - 1))
            responses, items = [], set()
        if not responses:
            whose, open_at = now, line
        items.add(item)
        response, problem = _response(row, places, name, line)
        responses.append(response)
        if problem:
            yield problem
    if responses:
        yield _sheet(whose, responses, Span(name, open_at))


def _sheet(whose: Sequence[str], responses: Sequence[Response], span: Span) -> Sheet:
    learner, course, form, _ = whose
    return Sheet(learner, tuple(responses), span, test=" ".join(filter(None, (course, form))))


def _response(row: Sequence[str], places: dict[str, int], name: str, line: int) -> tuple[Response, Problem | None]:
    def cell(column: str) -> str:
        return table.cell(row, places.get(column))

    points, given = cell("points"), cell("given")
    wrong = table.bad_number(points, "points", name, line) if points and table.number(points) is None else None
    return Response(
        item=cell("item"),
        seen=cell("seen"),
        type=cell("type"),
        given=tuple(given.split(_JOINT)) if given else None,
        share=table.share(table.number(points), table.number(cell("of"))),
        self_judged=cell("judged_by") == "learner",
    ), wrong
