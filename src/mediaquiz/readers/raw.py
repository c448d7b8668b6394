"""What every reader makes first: raw blocks, that is, form without meaning. ``roles`` gives them their roles."""

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from mediaquiz.model.lesson import Entry


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
    start: int
    end: int
    level: int = 0
    entries: tuple[Entry, ...] = ()
    columns: tuple[str, ...] = ()
    emphasis: tuple[str, ...] = ()
    ordered: bool = False
    hint: str = ""
    """A class name that the author gave the block (``::: keypoints``)."""


@dataclass(slots=True)
class Meta:
    """What a page or its front matter says of the lesson itself."""

    title: str = ""
    track: str = ""
    number: int | None = None
    of: int | None = None
    minutes: int | None = None
    tags: tuple[str, ...] = ()
    language: str = ""
    gists: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


_STRONG = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?![A-Za-z0-9*])")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]+?)(?<=[^\s*_])\1(?![A-Za-z0-9_*])")


def unmark(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without ``*emphasis*`` marks, and the terms that were emphasised. For pages that are not Markdown."""
    found: list[str] = []

    def keep(match: re.Match[str]) -> str:
        found.append(match.group(2))
        return match.group(2)

    text = _EMPHASIS.sub(keep, _STRONG.sub(keep, text))
    return text, tuple(found)


_LEAD_SEPARATOR = re.compile(r"^(?P<label>[^\n.!?:;–—]{2,60}?)\s*(?::|\s[–—-])\s+(?P<text>\S.*)$", re.DOTALL)


def labelled(text: str) -> Entry:
    """An entry with its label split off where it has one: ``Label: text`` or ``Label — text``."""
    if (found := _LEAD_SEPARATOR.match(text)) and found["label"].count(" ") < 7:
        return Entry(text, label=found["label"].strip())
    return Entry(text)


def after_label(entry: Entry) -> str:
    """The entry's text without its label and the mark between them."""
    if not entry.label or not entry.text.startswith(entry.label):
        return entry.text
    return entry.text[len(entry.label) :].lstrip(" \t:–—-").strip()
