"""Generator: tables of things and what is said of each: one match of the rows with a column, and a few questions.

A cell is asked only where no other row says nearly the same in its column.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from mediaquiz.generate.cells import (
    Cell,
    asks_for_cell,
    asks_for_row,
    asks_in_korean,
    bare_name,
    kind_ko,
    kind_of,
    plain_head,
)
from mediaquiz.generate.distractors import pick
from mediaquiz.generate.english import full_stop, heading_phrase, singular, strip_stop
from mediaquiz.generate.likeness import content_words, shares_word
from mediaquiz.generate.make import candidate
from mediaquiz.generate.stems import is_korean, wording
from mediaquiz.language.verbs import base_of
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract, Grid
from mediaquiz.model.item import Choice, Content, Match, Recall, Short
from mediaquiz.text import squash

_MOST_SINGLE, _MOST_OF_COLUMN = 3, 2
_MOST_PAIRS = 5
_LONGEST_SIDE, _LONGEST_ONLY_SIDE = 5, 9
"""Words of a cell in a match; a table of two columns is a match by its nature."""
_LONGEST_TYPED, _LONGEST_OPTION = 2, 8


def generate(extract: Extract) -> Iterable[Candidate]:
    """At most one match and three single questions of each table."""
    for finding in extract.findings:
        if isinstance(finding, Grid):
            matched = _match_column(finding, extract)
            if matched is not None:
                yield _match(finding, matched, extract)
            yield from _singles(finding, matched, extract)


def _column(grid: Grid, at: int) -> list[str]:
    return [cells[at] for _, cells in grid.rows]


def _names(grid: Grid) -> list[str]:
    """The rows' names, without what stands in brackets where they stay apart."""
    bare = [bare_name(name) for name, _ in grid.rows]
    return bare if len({squash(name) for name in bare}) == len(bare) else [name for name, _ in grid.rows]


def _match_column(grid: Grid, extract: Extract) -> int | None:
    """The column whose cells are the shortest, where each row has one of its own."""
    longest = _LONGEST_ONLY_SIDE if len(grid.heads) == 1 else _LONGEST_SIDE
    fit = [
        at
        for at, head in enumerate(grid.heads)
        if _is_matchable(grid, at, longest) and _asks_pairs(grid, head, extract)
    ]
    return min(fit, key=lambda at: sum(len(cell.split()) for cell in _column(grid, at)), default=None)


def _is_matchable(grid: Grid, at: int, longest: int) -> bool:
    cells = _column(grid, at)
    short = all(cell and len(cell.split()) <= longest for cell in cells)
    apart = len({squash(cell) for cell in cells}) == len(cells)
    return short and apart and not any(shares_word(name, cell) for name, cell in zip(_names(grid), cells, strict=True))


def _match(grid: Grid, at: int, extract: Extract) -> Candidate:
    pairs = list(zip(_names(grid), _column(grid, at), strict=True))[:_MOST_PAIRS]
    return candidate(
        "table-match",
        Match(_asks_pairs(grid, grid.heads[at], extract), tuple(pairs)),
        grid.place,
        concept=grid.noun,
        aspect="pairs",
        value=0.68,
    )


_WHAT_IT = re.compile(
    r"^(?P<wh>what|why|how|where|when) (?:it|they) (?P<verb>[a-z]+)(?P<rest>(?: [a-z]+){0,3})$", re.IGNORECASE
)
_ACTS_ON = re.compile(r"^(?P<acts>(?:what|who) [^?]+?) (?:it|them)\??$", re.IGNORECASE)
_WHEN_IT = re.compile(
    r"^(?P<what>[\w -]+?) (?P<when>(?:when|if|where|after|before|without)) (?:it|they)(?P<rest>\b.*)$", re.IGNORECASE
)


def _asks_pairs(grid: Grid, head: str, extract: Extract) -> str:
    """The question of a match: "Which weakness belongs to each knot?", "What does each part of a contract mean?".

    Empty where the column's head gives none.
    """
    if is_korean(extract):
        return wording(extract).pairs(kind_ko(grid), head)
    each = kind_of(grid, extract.lesson) or singular(heading_phrase(grid.noun, extract.lesson))
    if (found := _WHAT_IT.match(head)) and (base := base_of(found["verb"].lower()) or found["verb"].lower()):
        does = f"is each {each}" if found["verb"].lower() in {"is", "are"} else f"does each {each} {base}"
        return f"{found['wh'].capitalize()} {does}{found['rest'].lower()}?"
    if found := _ACTS_ON.match(head):
        return f"{found['acts'].capitalize()} each {each}?"
    if found := _WHEN_IT.match(head):
        what = heading_phrase(found["what"], extract.lesson)
        return f"Which {what} belongs to each {each} {found['when'].lower()} it{found['rest'].lower()}?"
    plain = plain_head(singular(heading_phrase(head, extract.lesson)), extract.lesson)
    return wording(extract).pairs(each, plain) if plain else ""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question about a cell: its row, its column."""

    row: int
    column: int
    content: Content


def _singles(grid: Grid, matched: int | None, extract: Extract) -> Iterator[Candidate]:
    """Up to three questions on what the match does not ask: over the columns in turn, each about another row."""
    free = sorted(range(len(grid.heads)), key=lambda at: (at == matched, at))
    chosen: list[_Asked] = []
    for column in [at for _ in range(_MOST_OF_COLUMN) for at in free]:
        taken = {asked.row for asked in chosen}
        if column == matched:
            taken |= set(range(_MOST_PAIRS))
        asked = next(_asked(grid, column, taken, extract), None)
        if asked and len(chosen) < _MOST_SINGLE:
            chosen.append(asked)
    for place, asked in enumerate(chosen):
        yield _made(grid, asked, 0.66 - 0.02 * place)


def _asked(grid: Grid, column: int, taken: Set[int], extract: Extract) -> Iterator[_Asked]:
    """The questions that the cells of a column give, in the order of the rows that are not taken."""
    cells = _column(grid, column)
    for row, text in enumerate(cells):
        others = [cell for at, cell in enumerate(cells) if at != row]
        if text and row not in taken and not any(_is_alike(text, other) for other in others) and not _is_lost(text):
            said = _first(text)
            cell = Cell(grid, grid.heads[column], _names(grid)[row], said, extract.lesson)
            content = _for_row(cell, extract) or _for_cell(cell, others, extract)
            if content:
                yield _Asked(row, column, content)


def _first(text: str) -> str:
    """The first sentence of a cell, without its stop and what it only adds."""
    first = re.split(r"(?<=[a-z)])[.;] ", text)[0]
    return strip_stop(re.sub(r",? (?:including|such as|e\.g\.|for example)\b.*$", "", first))


def _is_lost(text: str) -> bool:
    """Whether a cell points to another: "the same", "see above"."""
    return re.match(r"(?:the )?same\b|see\b|as (?:above|before)\b|ditto\b", text, re.IGNORECASE) is not None


def _is_alike(one: str, other: str) -> bool:
    """Whether two cells of a column say the same, or one says the other and more."""
    if not other:
        return False
    small, others_small = squash(one), squash(other)
    if small in others_small or others_small in small:
        return True
    mine, theirs = content_words(one), content_words(other)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine or len(mine & theirs) * 2 > len(mine | theirs))


def _for_row(cell: Cell, extract: Extract) -> Content | None:
    """The row's name asked, as a choice among the rows."""
    stem = asks_in_korean(cell) if is_korean(extract) else asks_for_row(cell)
    if not stem or shares_word(_distinct(cell), stem) or cell.name.casefold() in _NO_ANSWER:
        return None
    row = squash(" ".join(next(cells for name, cells in cell.grid.rows if bare_name(name) == bare_name(cell.name))))
    others = [name for name in _names(cell.grid) if squash(name) not in row or len(name) <= _SHORT_NAME]
    distractors = pick(cell.name, others, seed=stem)
    return Choice(stem, cell.name, distractors) if len(distractors) >= _FEWEST_OTHERS else None


_NO_ANSWER = frozenset("a i an on in no is it as at".split())
"""Names that read like a word that says nothing: vitamin A."""
_SHORT_NAME = 2
_TELLING = 1.4
"""A key so many times longer than the longest distractor shows itself."""
_FEWEST_OTHERS = 2


def _distinct(cell: Cell) -> str:
    """What of the row's name is not what all rows are called: "reef" of "reef knot"."""
    kind = {word.casefold() for word in cell.grid.noun.split()}
    kind |= {word.removesuffix("s") for word in kind}
    return " ".join(word for word in cell.name.split() if word.casefold() not in kind)


def _for_cell(cell: Cell, others: Sequence[str], extract: Extract) -> Content | None:
    """The cell asked: as a choice where the column's cells are short, else typed or said."""
    stem = None if is_korean(extract) else asks_for_cell(cell)
    if not stem or shares_word(cell.name, cell.text):
        return None
    distractors = pick(cell.text, [other for other in others if other], seed=stem)
    short = all(len(text.split()) <= _LONGEST_OPTION for text in (cell.text, *distractors))
    if len(distractors) >= _FEWEST_OTHERS and short and len(cell.text) <= _TELLING * max(map(len, distractors)):
        return Choice(stem, cell.text, distractors)
    if len(cell.text.split()) <= _LONGEST_TYPED:
        return Short(stem, cell.text)
    return Recall(stem, full_stop(cell.text))


def _made(grid: Grid, asked: _Asked, value: float) -> Candidate:
    name, cells = grid.rows[asked.row]
    return candidate(
        "table-cell",
        asked.content,
        grid.place,
        quote=_row(grid, name, cells[asked.column]),
        line=grid.lines[asked.row],
        concept=bare_name(name),
        aspect="property",
        fact=f"cell:{squash(name)}:{squash(grid.heads[asked.column])}",
        value=value,
    )


def _row(grid: Grid, name: str, cell: str) -> str:
    """The line of the table that holds the row; the cell alone where rows go over several lines."""
    return next((line for line in grid.place.block.text.split("\n") if name in line and cell in line), cell)
