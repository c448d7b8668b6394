"""Items as the spreadsheet that Kahoot imports: a question of 120 characters, four answers of 75, and a time.

All cells are texts or numbers, never formulas. The layout is that of Kahoot's own template.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from mediaquiz.formats import lms
from mediaquiz.formats.archive import zipped
from mediaquiz.formats.shipping import Entry, Unfit, ship
from mediaquiz.model.item import TrueFalse
from mediaquiz.model.pictures import PICTURE
from mediaquiz.model.problem import Problem
from mediaquiz.model.stages import Shipment
from mediaquiz.model.views import prompt
from mediaquiz.text import clean, one_line

LONGEST_QUESTION, LONGEST_ANSWER, MOST_ANSWERS = 120, 75, 4
_SECONDS = 30
_HEAD_ROW = 8
HEAD = (
    "Question - max 120 characters",
    *(f"Answer {n} - max 75 characters" for n in range(1, MOST_ANSWERS + 1)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
    "mediaquiz id",
)
_TRUTH = {"en": ("True", "False"), "ko": ("참", "거짓")}

Cell = str | int


def write(shipment: Shipment) -> tuple[bytes, tuple[Problem, ...]]:
    """An .xlsx with a row for each question. Too long is refused, never cut."""
    rows, problems = ship(shipment, "kahoot", _row)
    table: dict[int, Sequence[Cell]] = {2: ("", shipment.course_title), _HEAD_ROW: ("", *HEAD)}
    table |= {_HEAD_ROW + place: (place, *row) for place, (_, row) in enumerate(rows, start=1)}
    return _workbook(table) if rows else b"", problems


def _row(entry: Entry) -> list[Cell]:
    content = entry.item.content
    if isinstance(content, TrueFalse):
        words = _TRUTH.get(entry.lang.partition("-")[0], _TRUTH["en"])
        options = [(word, truth is content.answer) for word, truth in zip(words, (True, False), strict=True)]
    else:
        options = lms.options(entry)
    if len(options) > MOST_ANSWERS:
        raise Unfit(f"it has {len(options)} options, and a Kahoot takes {MOST_ANSWERS}")
    question = _fitting(entry, prompt(content), LONGEST_QUESTION)
    answers = [_fitting(entry, text, LONGEST_ANSWER) for text, _ in options]
    right = ",".join(str(place) for place, (_, is_key) in enumerate(options, start=1) if is_key)
    return [question, *answers, *[""] * (MOST_ANSWERS - len(answers)), _SECONDS, right, entry.item.id]


def _fitting(entry: Entry, text: str, longest: int) -> str:
    """The text on one line, without pictures; refused when it is too long."""
    if PICTURE.search(text):
        entry.notes.append(f"a picture stands where only text can: {one_line(text)[:40]!r}")
    line = one_line(PICTURE.sub(lambda found: found["alt"], text))
    if len(line) > longest:
        raise Unfit(f"{line[:40]!r} … has {len(line)} characters, and a Kahoot takes {longest}")
    return line


_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _workbook(rows: Mapping[int, Sequence[Cell]]) -> bytes:
    """The smallest workbook with one sheet that spreadsheets open."""
    sheet = "".join(_sheet_row(number, cells) for number, cells in sorted(rows.items()))
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_MIME}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_MIME}.worksheet+xml"/></Types>'
        ),
        "_rels/.rels": _relation(f"{_OFFICE}/officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relation(f"{_OFFICE}/worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{_SPREADSHEET}"><sheetData>{sheet}</sheetData></worksheet>'
        ),
    }  # fmt: skip
    return zipped({name: (_XML + part).encode("utf-8") for name, part in parts.items()})


def _relation(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_RELATED}"><Relationship Id="rId1" Type="{kind}" Target="{target}"/></Relationships>'
    )


def _sheet_row(number: int, cells: Iterable[Cell]) -> str:
    return f'<row r="{number}">{"".join(_sheet_cells(number, cells))}</row>'


def _sheet_cells(number: int, cells: Iterable[Cell]) -> Iterator[str]:
    for column, cell in zip("ABCDEFGHIJ", cells, strict=False):
        if isinstance(cell, int):
            yield f'<c r="{column}{number}"><v>{cell}</v></c>'
        elif cell:
            text = escape(clean(cell), quote=False)
            yield f'<c r="{column}{number}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
