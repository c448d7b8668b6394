"""CSV and TSV with a header: written with every field, so that a spreadsheet is a place to edit; read from anyone.

A cell with several entries has one a line, a pair stands as ``left ⇔ right``. A cell that a spreadsheet would run as a
formula gets an apostrophe in front, which the reader takes away again.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mediaquiz.decks.fields import TRUTH
from mediaquiz.decks.identity import ID
from mediaquiz.formats.intake import Intake, text_of
from mediaquiz.formats.shipping import Entry, Unfit, ship
from mediaquiz.model.arrival import Arrival, Parcel
from mediaquiz.model.item import FIELDS, Choice, Content, Field, Item, ItemType, Multi, Recall, Shape, Short
from mediaquiz.model.plain import content_from_plain
from mediaquiz.model.problem import Problem
from mediaquiz.model.stages import Shipment
from mediaquiz.model.views import Plain, plain
from mediaquiz.text import squash

COLUMNS = (
    "id", "type", "stem", "answer", "distractors", "accept", "hint", "explain", "concept", "tags", "lang", "track",
    "lesson", "context",
)  # fmt: skip
_PLACES = {
    "text": "stem", "key": "answer", "sequence": "answer", "members": "answer", "pairs": "answer", "check": "answer",
    "correction": "hint", "period": "hint",
}  # fmt: skip
"""The columns of the content fields that have none of their own name."""
_JOINT = " ⇔ "
_ALSO = " | "
_COMMON = ("explain", "concept", "lang", "context")
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")

_HEADS: Mapping[str, str] = {
    head: column
    for column, heads in {
        "id": "id",
        "type": "type|question type|유형",
        "stem": "stem|question|front|term|prompt|text|질문|문제|앞면|용어",
        "answer": "answer|back|definition|key|correct|correct answer|right answer|정답|답|뒷면|뜻",
        "distractors": "distractors|distractor|wrong|wrong answer|incorrect|option|options|choice|choices|오답|보기",
        "accept": "accept|accepted|also right|alternatives|다른 정답",
        "hint": "hint|correction|period|힌트",
        "explain": "explain|explanation|feedback|comment|해설|설명",
        "concept": "concept|개념",
        "tags": "tags|tag|태그",
        "lang": "lang|language|언어",
        "track": "track",
        "lesson": "lesson",
        "context": "context|맥락",
    }.items()
    for head in heads.split("|")
}
"""What a header may call a column; case, spaces and a number behind the name (``wrong 1``) make no difference."""


def write(shipment: Shipment) -> tuple[bytes, tuple[Problem, ...]]:
    """A row for each item, in UTF-8 with a byte-order mark, so that a spreadsheet shows Korean."""
    rows, problems = ship(shipment, "csv", _row)
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows(row for _, row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8") if rows else b"", problems


def safe(cell: str) -> str:
    """The cell so that no spreadsheet runs it: an apostrophe before what begins like a formula and is no number."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def unsafe(cell: str) -> str:
    """The cell that ``safe`` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def _row(entry: Entry) -> list[str]:
    item = entry.item
    cells = {"id": item.id, "type": item.type.value, "track": entry.deck.track, "lesson": entry.deck.title}
    cells |= {name: getattr(item, name) for name in _COMMON}
    cells["tags"] = _lines(item.tags)
    values = plain(item.content)
    for spec in FIELDS[item.type]:
        if spec.name in values:
            cells[_column(spec)] = _WRITTEN[spec.shape](values[spec.name])
    return [safe(cells.get(column, "")) for column in COLUMNS]


def _column(spec: Field) -> str:
    return _PLACES.get(spec.name, spec.name)


def _lines(entries: Iterable[str]) -> str:
    return "\n".join(_single(entry, "\n") for entry in entries)


def _single(entry: str, joint: str) -> str:
    if joint in entry or "\n" in entry:
        raise Unfit(f"its entry {entry[:40]!r} has what stands between entries in a cell")
    return entry


def _joined(joint: str) -> Callable[[Any], str]:
    return lambda rows: _lines(joint.join(_single(entry, joint) for entry in row) for row in rows)


_WRITTEN: Mapping[Shape, Callable[[Any], str]] = {
    Shape.TEXT: str,
    Shape.BOOL: lambda value: "true" if value else "false",
    Shape.TEXTS: _lines,
    Shape.GROUPS: _joined(_ALSO),
    Shape.PAIRS: _joined(_JOINT),
}
_READ: Mapping[Shape, Callable[[str], Plain]] = {
    Shape.TEXT: str,
    Shape.BOOL: lambda cell: TRUTH[squash(cell)],
    Shape.TEXTS: lambda cell: cell.split("\n"),
    Shape.GROUPS: lambda cell: [line.split(_ALSO) if line else [] for line in cell.split("\n")],
    Shape.PAIRS: lambda cell: [_pair(line) for line in cell.split("\n")],
}


def _pair(line: str) -> list[str]:
    left, joint, right = line.partition(_JOINT)
    if not joint:
        raise ValueError(f"{line[:40]!r} is no pair; write it as left{_JOINT}right")
    return [left, right]


def read(parcel: Parcel) -> tuple[Arrival, tuple[Problem, ...]]:
    """The rows of a table whose header names at least a question and an answer, in any order of columns.

    With a column ``type`` a row is that item; without, one with distractors is a choice, any other a recall item.
    """
    text, problems = text_of(parcel)
    intake = Intake(parcel.name, problems=list(problems))
    rows = _rows(text, intake)
    line, head = next(rows, (1, []))
    columns = [_HEADS.get(squash(name).rstrip(" .0123456789")) for name in head]
    if not {"stem", "answer"} <= {*columns}:
        if not problems:
            hint = "Name the columns in the first line, for example: question,answer,explanation,tags"
            intake.left_out("no header with a question and an answer", line, hint)
        return intake.arrival()
    for name, column in zip(head, columns, strict=True):
        if column is None and name.strip():
            intake.simplified(f"the column {name!r} is not one of an item", line)
    for line, cells in rows:
        _add(intake, _Row(line, _by_column(columns, cells, intake, line)))
    return intake.arrival()


@dataclass(frozen=True, slots=True)
class _Row:
    """A row by columns: several cells where several columns have one name; empty cells are left out."""

    line: int
    cells: Mapping[str, list[str]]

    def text(self, column: str) -> str:
        return "\n".join(self.cells.get(column, []))

    def entries(self, column: str) -> tuple[str, ...]:
        """The entries of a list that somebody else wrote: a line, a semicolon or a bar each."""
        return tuple(part.strip() for cell in self.cells.get(column, []) for part in _PARTS.split(cell) if part.strip())


_PARTS = re.compile(r"\n|;|\s\|\s")


def _rows(text: str, intake: Intake) -> Iterator[tuple[int, list[str]]]:
    """The rows with their first lines; one that is no table row is a problem."""
    table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    while True:
        line = table.line_num + 1
        try:
            cells = next(table)
        except StopIteration:
            return
        except csv.Error as why:
            intake.left_out(f"no row of a table: {why}", line, "Look at the quotation marks of this row.")
            continue
        if any(cell.strip() for cell in cells):
            yield line, cells


def _delimiter(text: str) -> str:
    head = text.lstrip("\n").partition("\n")[0]
    return max("\t,;", key=head.count)


def _by_column(columns: list[str | None], cells: list[str], intake: Intake, line: int) -> dict[str, list[str]]:
    if extra := [cell for cell in cells[len(columns) :] if cell.strip()]:
        intake.simplified(f"more cells than the header names: {extra[0][:40]!r} was left out", line)
    row: dict[str, list[str]] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column and cell:
            row.setdefault(column, []).append(unsafe(cell))
    return row


def _add(intake: Intake, row: _Row) -> None:
    kind = squash(row.text("type")).replace("-", "").replace(" ", "")
    if kind and kind not in {*ItemType}:
        intake.left_out(f"no item type {row.text('type')!r}", row.line, f"Use one of: {', '.join(ItemType)}.")
        return
    try:
        content = _typed(ItemType(kind), row) if kind else _untyped(row)
    except (KeyError, ValueError) as why:
        intake.left_out(f"the row is no {kind} item: {why}", row.line, "Compare it with a row that mediaquiz wrote.")
        return
    name = row.text("id").strip()
    ours = ID.fullmatch(name) is not None
    item = Item(
        id=name if ours else "",
        content=content,
        explain=row.text("explain"),
        concept=row.text("concept"),
        tags=tuple(filter(None, row.text("tags").split("\n"))) if kind else row.entries("tags"),
        lang=row.text("lang"),
        context=row.text("context"),
    )
    intake.add(item, row.line, key="" if ours else name)


def _typed(kind: ItemType, row: _Row) -> Content:
    cells = {spec: row.text(_column(spec)) for spec in FIELDS[kind]}
    values: dict[str, Plain] = {
        spec.name: _READ[spec.shape](cell) for spec, cell in cells.items() if cell or spec.shape is Shape.TEXT
    }
    values |= {spec.name: [] for spec in FIELDS[kind] if spec.required and spec.name not in values}
    return content_from_plain(kind, values)


def _untyped(row: _Row) -> Content:
    stem, answer = row.text("stem"), row.text("answer")
    keys, wrong = row.entries("answer"), tuple(one for one in row.entries("distractors") if one != answer)
    if wrong and len(keys) > 1:
        return Multi(stem, keys, tuple(one for one in wrong if one not in keys))
    if wrong:
        return Choice(stem, answer, wrong)
    return Short(stem, answer, row.entries("accept")) if row.entries("accept") else Recall(stem, answer)
