"""Rule: a table whose rows are things of one kind, and whose columns say something of each in words.

A table may be anything: measurements, a program's output, a time plan, pictures side by side. Only one whose first
column names its things, and whose other columns have cells of words, is a grid.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mediaquiz.extract.standings import is_mark
from mediaquiz.extract.topic import topic
from mediaquiz.model.concept import Finding, Grid, Place
from mediaquiz.model.frozen import replace
from mediaquiz.model.lesson import Block, Lesson, Role
from mediaquiz.text import cut_opening, squash

_FEWEST_ROWS, _MOST_ROWS = 3, 40
_LONGEST_NAME, _LONGEST_HEAD, _LONGEST_CELL = 6, 8, 30
_NO_THING = re.compile(
    r"^(?:#|nos?\.?|numbers?|ids?|orders?|dates?|times?|days?|weeks?|years?|months?|lessons?|episodes?|modules?"
    r"|chapters?"
    r"|sections?|questions?|exercises?|examples?|sentences?|inputs?|outputs?|results?|values?|points?|prices?"
    r"|amounts?|quantity|links?|urls?|files?|editors?|pages?|tags?|authors?|groups?|coordinates?|measurements?)$",
    re.IGNORECASE,
)
"""What heads a plan, a listing of data or an example: its rows are no things to know."""
_SHOWN = re.compile(
    r"\b(?:examples?|sample|output|prints?|printed|results?|data ?set|data ?frame|records?|captured|measured)\b"
    r"|\b(?:schedule|timetable|agenda)\b|예(?:는|시)|출력|결과",
    re.IGNORECASE,
)
"""A lead that shows data instead of telling something."""
_OF_PROGRAM = re.compile(r"_|^[a-z]+[A-Z]|[=<>{}\[\]\\]")
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_LISTED = re.compile(r"^\s*(?:[•*-]\s|\d+[.)]\s)")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_ADDRESS = re.compile(r"https?://|www\.|@\w+\.|\$ |[|<>{}]")
_FIGURES = re.compile(r"^[\W\d_]*\d[\d.,\s]*\D{0,12}$")
_NOTHING = re.compile(r"^(?:n/?a|none|nil|yes|no|ok|true|false|[-–—?]+|없음|예|아니요)\.?$", re.IGNORECASE)
_OF_WHOLE = r"\b{noun}s? (?P<of>(?:of|in|for|to) [^.,;:?!()]{{3,50}})$"


_WIDEST = 6
_TO_LOOK_UP = re.compile(
    r"(?:[A-Za-z]+ )?(?:licen[cs]e|url|links?|version|downloads?|website|homepage|repository|doi|isbn)s?", re.IGNORECASE
)
"""A column of a catalogue: its rows are there to be looked up, not to be known; so are tables of many columns."""
_GLUED = re.compile(
    r"(?:^|\s)(?!(?:in|of|the|by|from|to|and|or|for|with|at|on|an?|as|than)\s)[a-z/]{2,} "
    r"[A-Z][a-z]+ (?:[A-Z][a-z]+ )*[a-z]{2,}"
)
_OFTEN = 2


def _runs_together(cells: Sequence[str]) -> bool:
    """Whether the lines of the cells have lost what parted them: "Lack of strength Dull hair or hair loss"."""
    glued = sum(_GLUED.search(cell) is not None for cell in cells)
    return glued >= _OFTEN and 2 * glued >= sum(" " in cell for cell in cells)


def find(lesson: Lesson) -> Iterable[Finding]:
    """Every grid of the lesson: at least three rows with names of their own, and a column of words."""
    tables = (block for block in lesson.blocks if block.role is Role.TABLE and _tells(block))
    yield from _told_apart([grid for block in tables if (grid := _grid(block, lesson))])


def _tells(block: Block) -> bool:
    """Whether the table has things in its first column, each with a name of its own."""
    names = [squash(entry.label) for entry in block.entries]
    return (
        len(block.columns) >= 2
        and _FEWEST_ROWS <= len(names) <= _MOST_ROWS
        and len(set(names)) == len(names)
        and _is_head(block.columns[0])
        and not _NO_THING.match(block.columns[0].strip())
        and len(block.columns) <= _WIDEST
        and not any(_TO_LOOK_UP.fullmatch(column.strip()) for column in block.columns)
        and not (_SHOWN.search(block.lead) or any(_OF_PROGRAM.search(column) for column in block.columns))
        and all(_is_name(entry.label) for entry in block.entries)
    )


def _is_head(text: str) -> bool:
    return bool(_WORDS.search(text)) and len(text.split()) <= _LONGEST_HEAD and not any(c.isdigit() for c in text)


def _is_name(text: str) -> bool:
    if _LISTED.match(text) or is_mark(text) or _ADDRESS.search(text) or text.rstrip().endswith(("?", "…")):
        return False
    return any(c.isalpha() for c in text) and len(text.split()) <= _LONGEST_NAME and not _FIGURES.match(text)


def _grid(block: Block, lesson: Lesson) -> Grid | None:
    """The table with its columns of words only; None where there is none."""
    width = len(block.columns) - 1
    cells = [(*entry.cells, *[""] * width)[:width] for entry in block.entries]
    columns = [
        (cut_opening(_ARTICLE, head.strip()), told)
        for at, head in enumerate(block.columns[1:])
        if _is_head(head) and _is_of_words(told := [_in_words(row[at]) for row in cells]) and not _runs_together(told)
    ]
    if not columns:
        return None
    rows = tuple((entry.label, tuple(told[at] for _, told in columns)) for at, entry in enumerate(block.entries))
    noun = block.columns[0].strip()
    lines = tuple(entry.line for entry in block.entries)
    place = Place(block, block.span.start, block.text)
    return Grid(noun, _belonging(noun, block, lesson), tuple(head for head, _ in columns), rows, lines, place)


def _in_words(cell: str) -> str:
    """A cell that says something in words, else the empty text."""
    text = cell.strip()
    dumb = is_mark(text) or _ADDRESS.search(text) or _NOTHING.match(text) or _LISTED.match(text) or _FIGURES.match(text)
    return "" if dumb or not _WORDS.search(text) or text.endswith(("…", ":", "?")) or _is_long(text) else text


def _is_long(text: str) -> bool:
    return len(text.split()) > _LONGEST_CELL


def _is_of_words(cells: list[str]) -> bool:
    """Whether nearly all cells say something: at least three, and two of three."""
    told = sum(1 for cell in cells if cell)
    return told >= _FEWEST_ROWS and told * 3 >= 2 * len(cells)


def _belonging(noun: str, block: Block, lesson: Lesson) -> str:
    """What the rows belong to: "Three layers of a film's sound", else the topic where the lesson has one."""
    pattern = re.compile(_OF_WHOLE.format(noun=re.escape(noun.removesuffix("s"))), re.IGNORECASE)
    found = next(
        (match for head in (*reversed(block.path), lesson.title) if (match := pattern.search(head.strip()))), None
    )
    if found and not _NO_WHOLE.search(found["of"]):
        return found["of"].strip()
    about = topic(lesson)
    return f"of {about}" if about else ""


def _told_apart(grids: Sequence[Grid]) -> Iterator[Grid]:
    """The grids; those whose rows are called alike belong each to its section: the wires of one bus, of another."""
    counts = Counter(squash(grid.noun) for grid in grids)
    for grid in grids:
        heading = grid.place.block.path[-1] if grid.place.block.path else ""
        plain = re.sub(r"\s*\([^()]*\)$", "", heading)
        if counts[squash(grid.noun)] == 1:
            yield grid
        elif plain and len(plain.split()) <= _LONGEST_NAME and not _NO_WHOLE.search(plain):
            yield replace(grid, of=f"of {plain}", alike=True)


_NO_WHOLE = re.compile(r"\b(?:is|are|can|that|which|you|we|it|this|these|how|what|why|when)\b|[?!]", re.IGNORECASE)
