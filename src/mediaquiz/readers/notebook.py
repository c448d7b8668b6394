"""Reader for Jupyter notebooks: text cells are Markdown, code cells are code; what was printed is not read."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from mediaquiz.model.frozen import replace
from mediaquiz.model.lesson import Lesson, Source
from mediaquiz.model.problem import Problem, Span, error
from mediaquiz.readers import markdown, roles
from mediaquiz.readers.raw import Form, Meta, Raw
from mediaquiz.text import clean

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_BOXES = 1000
"""More boxes than one cell has."""


def read(source: Source) -> tuple[Lesson, tuple[Problem, ...]]:
    """The lesson in a notebook of format 3 or 4; a file that is no notebook gives an empty lesson and MQ110."""
    try:
        cells = _cells(json.loads(source.text, parse_int=str))  # no number is read, and one may be too long for Python
    except json.JSONDecodeError as why:
        return _broken(source, f"the notebook is not JSON: {why.msg}", why.lineno)
    except RecursionError:
        return _broken(source, "the notebook is nested too deeply", 1)
    if not cells:
        return _broken(source, "the notebook has no cells", 1)
    meta = Meta()
    places = _places(source.text, [part for _, parts in cells for part in parts])
    found: list[Raw] = []
    for number, (kind, parts) in enumerate(cells):
        lines, numbers = _lines(parts, places)
        found += (_placed(raw, numbers, number * _BOXES) for raw in _raws(kind, lines, meta))
    text = "\n\n".join(clean("".join(parts)) for kind, parts in cells if kind == "markdown")
    return replace(roles.lesson(source, found, meta), text=text), ()


def _broken(source: Source, message: str, line: int) -> tuple[Lesson, tuple[Problem, ...]]:
    hint = "Open it in Jupyter, save it there, and try again."
    return Lesson(source.path, text=source.text), (error("MQ110", message, Span(source.path, line, line), hint),)


def _cells(told: Any) -> list[tuple[str, list[str]]]:
    """The kind and the source of each cell, whatever else the file holds."""
    notebook = told if isinstance(told, dict) else {}
    sheets = notebook.get("worksheets")
    first = sheets[0] if isinstance(sheets, list) and sheets and isinstance(sheets[0], dict) else {}
    cells = notebook.get("cells", first.get("cells"))
    known = [cell for cell in cells if isinstance(cell, dict)] if isinstance(cells, list) else []
    return [(str(cell.get("cell_type", "")), _parts(cell.get("source", cell.get("input", "")))) for cell in known]


def _parts(source: Any) -> list[str]:
    parts = source if isinstance(source, list) else [source]
    return [part for part in parts if isinstance(part, str)]


def _places(text: str, wanted: Sequence[str]) -> Iterator[int]:
    """The lines of the file where these strings stand, which come in its order; both are gone through once."""
    place, line = 0, 1
    strings = _STRING.finditer(text)
    for part in wanted:
        for found in strings:
            line += text.count("\n", place, found.start())
            place = found.start()
            if len(found[0]) > len(part) and json.loads(found[0]) == part:
                break
        yield line


def _lines(parts: Sequence[str], places: Iterator[int]) -> tuple[list[str], list[int]]:
    """A cell's lines, and the line of the file where each of them stands."""
    lines, numbers = [""], [0]
    for part in parts:
        place = next(places)
        numbers[-1] = numbers[-1] or place
        first, *rest = clean(part).split("\n")
        lines[-1] += first
        lines += rest
        numbers += [place if more else 0 for more in rest]
    last = next((number for number in reversed(numbers) if number), 1)
    return lines, [number or last for number in numbers]


def _raws(kind: str, lines: list[str], meta: Meta) -> list[Raw]:
    if kind in {"markdown", "heading"}:
        return markdown.raws(lines, meta)
    code = "\n".join(lines).rstrip()
    return [Raw(Form.CODE, code, 1, len(lines), marked=True)] if kind == "code" and code else []


def _placed(raw: Raw, numbers: Sequence[int], boxes: int) -> Raw:
    def at(line: int) -> int:
        return numbers[min(max(line, 1), len(numbers)) - 1]

    entries = tuple(replace(entry, line=at(entry.line)) for entry in raw.entries)
    box = tuple(number + boxes for number in raw.box)
    return replace(raw, start=at(raw.start), end=at(raw.end), entries=entries, box=box)
