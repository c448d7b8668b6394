"""Rule: a table that marks one step of a scale for each row (a maturity map, a level chart)."""

import re
from collections.abc import Iterable

from mediaquiz.model.concept import Finding, Place, Standing
from mediaquiz.model.lesson import Block, Lesson, Role

_MARK = re.compile(r"^[◄►◀▶<>←→●○■□◆★☆✓✔✅xX*•·─━=-]+$")
_DATE = re.compile(r"\b(?:(?:early|mid|late)[- ])?(?:19|20)\d{2}\b", re.IGNORECASE)


def is_mark(cell: str) -> bool:
    """Whether a cell holds a mark and no words: a check, an arrow, a bar."""
    return _MARK.match(cell) is not None


def find(lesson: Lesson) -> Iterable[Finding]:
    """Tables of marks only, exactly one in each row."""
    for block in lesson.blocks:
        if block.role is Role.TABLE and len(block.columns) >= 3 and (rows := _rows(block)):
            date = _DATE.search(f"{block.lead} {block.columns[0]}")
            yield Standing(
                caption=re.sub(r"\s*\([^()]*\)\s*$", "", block.lead).strip(" :："),
                scale=block.columns[1:],
                rows=rows,
                place=Place(block, block.span.start, block.text),
                noun=block.columns[0],
                date=date[0] if date else "",
            )


def _rows(block: Block) -> tuple[tuple[str, str], ...]:
    rows = []
    for entry in block.entries:
        marked = [name for name, cell in zip(block.columns[1:], entry.cells, strict=False) if cell]
        if len(marked) != 1 or not all(is_mark(cell) for cell in entry.cells if cell):
            return ()
        rows.append((entry.label, marked[0]))
    return tuple(rows) if len(rows) >= 3 else ()
