"""Tables of a web page: rows and columns where they hold values, only an order of reading where they lay out a page."""

from collections.abc import Iterator, Sequence

from mediaquiz.model.lesson import Entry
from mediaquiz.readers.htmlinline import Told, inline
from mediaquiz.readers.htmltree import Element, name_of, text_in
from mediaquiz.readers.raw import Form, Raw

_BLOCKS = frozenset({"table", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section"})
_WIDEST = 40
"""A cell that spans more columns is not believed."""


def is_layout(table: Element) -> bool:
    """Whether a table only places blocks on the page: told so, one column or row, or cells that hold blocks."""
    if table.get("role") in {"presentation", "none"}:
        return True
    rows = [cells for row in _rows(table) if (cells := _cells(row))]
    if len(rows) < 2 or max(len(cells) for cells in rows) < 2:
        return True
    return any(name_of(one) in _BLOCKS for row in rows for cell in row for one in cell.iterdescendants())


def table(element: Element, links: list[str], shift: int) -> Raw:
    """The values of a table; a table without a row of headings has empty column names."""
    told = Told(links=links)
    rows = [row for row in _rows(element) if _cells(row)]
    grid = [_values(_cells(row), told) for row in rows]
    width = max(map(len, grid))
    grid = [[*values, *[""] * (width - len(values))] for values in grid]
    headed = _is_head(rows[0])
    columns = grid[0] if headed else [""] * width
    body = list(zip(rows, grid, strict=True))[1 if headed else 0 :]
    entries = tuple(_entry(values, (row.sourceline or 1) + shift) for row, values in body if any(values))
    text = "\n".join(" | ".join(values) for values in grid)
    return Raw(Form.TABLE, text, entries=entries, columns=tuple(columns), emphasis=tuple(dict.fromkeys(told.emphasis)))


def _rows(table: Element) -> Iterator[Element]:
    """The rows of this table and of none inside it."""
    for child in table:
        if name_of(child) == "tr":
            yield child
        elif name_of(child) in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if name_of(row) == "tr")


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row if name_of(cell) in {"td", "th"}]


def _is_head(row: Element) -> bool:
    parent = row.getparent()
    in_head = parent is not None and name_of(parent) == "thead"
    cells = _cells(row)
    return in_head or all(name_of(cell) == "th" or not text_in(cell) for cell in cells)


def _values(cells: Sequence[Element], told: Told) -> list[str]:
    values: list[str] = []
    for cell in cells:
        span = cell.get("colspan", "1")
        values += [inline(cell, told)] * min(max(int(span) if span.isdecimal() else 1, 1), _WIDEST)
    return values


def _entry(values: Sequence[str], line: int) -> Entry:
    return Entry(" ".join(filter(None, values)), label=values[0], cells=tuple(values[1:]), line=line)
