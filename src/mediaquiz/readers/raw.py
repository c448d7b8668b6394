"""What every reader makes first: raw blocks, that is, form without meaning. ``roles`` gives them their roles."""

import dataclasses
import re
from collections.abc import Sequence
from enum import Enum, auto

from mediaquiz.model.frozen import dataclass, replace
from mediaquiz.model.lesson import Entry
from mediaquiz.text import clean


class Form(Enum):
    """The typographic form of a run of lines."""

    HEADING = auto()
    PARAGRAPH = auto()
    LIST = auto()
    DEFINITIONS = auto()
    TABLE = auto()
    STACK = auto()
    FIGURE = auto()
    CODE = auto()
    QUOTE = auto()


@dataclass(frozen=True, slots=True)
class Raw:
    """A run of lines of one form. ``start`` and ``end`` are 1-based lines; ``level`` is a heading's depth."""

    form: Form
    text: str
    start: int = 0
    end: int = 0
    level: int = 0
    entries: tuple[Entry, ...] = ()
    columns: tuple[str, ...] = ()
    emphasis: tuple[str, ...] = ()
    ordered: bool = False
    hint: str = ""
    """A class name that the author gave the block (``::: keypoints``)."""
    marked: bool = False
    """Whether its author marked headings as such: none is then a guess, and "Comments" is a subject like any other."""
    box: tuple[int, ...] = ()
    """The boxes (callouts, challenges) that the block stands in, outermost first, each by a number of its own: a
    heading in a box holds for the box alone."""


def cleaned(raw: Raw) -> Raw:
    """The block, clean: a character reference (``&#x202e;``) can bring back what was cleaned from the file."""
    told = (raw.text, *raw.columns, *raw.emphasis, *(part for e in raw.entries for part in (e.text, e.label, *e.cells)))
    if all(clean(part) == part for part in told):
        return raw
    entries = tuple(
        replace(e, text=clean(e.text), label=clean(e.label), cells=tuple(map(clean, e.cells))) for e in raw.entries
    )
    columns, emphasis = tuple(map(clean, raw.columns)), tuple(map(clean, raw.emphasis))
    return replace(raw, text=clean(raw.text), entries=entries, columns=columns, emphasis=emphasis)


@dataclasses.dataclass(slots=True)
class Meta:
    """What a page or its front matter says of the lesson itself."""

    title: str = ""
    track: str = ""
    number: int | None = None
    of: int | None = None
    minutes: int | None = None
    tags: tuple[str, ...] = ()
    language: str = ""
    gists: list[str] = dataclasses.field(default_factory=list)
    links: list[str] = dataclasses.field(default_factory=list)


_STRONG = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1(?![A-Za-z0-9*])")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]+?)(?<=[^\s*_])\1(?![A-Za-z0-9_*])")


def unmark(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without ``*emphasis*`` marks, and the terms that were emphasised. For pages that are not Markdown."""
    found: list[str] = []

    def keep(match: re.Match[str]) -> str:
        found.append(match.group(2))
        return match.group(2)

    text = _EMPHASIS.sub(keep, _STRONG.sub(keep, text))
    return text, tuple(found)


def definitions(pairs: Sequence[tuple[str, str, int]], emphasis: Sequence[str]) -> Raw:
    """A block of terms, each with its meaning and line."""
    entries = tuple(Entry(text, label=term, line=line) for term, text, line in pairs)
    text = "\n".join(f"{entry.label}: {entry.text}" for entry in entries)
    return Raw(Form.DEFINITIONS, text, entries=entries, emphasis=tuple(emphasis))
