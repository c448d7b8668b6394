"""Readers: a source becomes a lesson. A new reader is one module with ``read`` and one row in ``READERS``."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from itertools import islice

from mediaquiz.model.lesson import Lesson, Source
from mediaquiz.model.problem import Problem, Span, error
from mediaquiz.model.stages import Reader

_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_MARKDOWN_SIGNS = re.compile(r"\n(?:```|~~~|:{3,}|\s*[-*+] +\*\*|\[[^\]]+\]:)|\]\(|\*\*\S")
_HTML_SIGNS = re.compile(r"<!doctype html|<html\b|<head\b|<body\b|<main\b|<article\b", re.IGNORECASE)
_PAGE_SIGNS = re.compile(r"^\s*•|[│┌└╔]|^lesson \d+ of \d+|^level \d+", re.MULTILINE | re.IGNORECASE)
_LISTED = re.compile(r"^(?:[-*+>|]|\d{1,3}[.)]) ", re.MULTILINE)
_PAGE_CUES = ("•", "│", "┌", "└", "╔", "\nlesson ", "\nlevel ")


def _looks_markdown(source: Source) -> int:
    named = 30 if source.path.lower().endswith((".md", ".markdown", ".mdx", ".qmd")) else 0
    front = 40 if source.text.startswith("---\n") else 0
    headed = 40 if _HEADING.search(source.text) else 0
    return named + front + headed + 5 * _count(_MARKDOWN_SIGNS, f"\n{source.text[:20_000]}")


def _count(signs: re.Pattern[str], text: str) -> int:
    """How many signs a text has; more than four say no more."""
    return sum(1 for _ in islice(signs.finditer(text), 4))


def _looks_html(source: Source) -> int:
    """A file that begins as a web page does, or is named as one and has elements."""
    named = source.path.lower().endswith((".html", ".htm", ".xhtml"))
    begins = _HTML_SIGNS.match(source.text.lstrip()[:200].removeprefix("<!--")) is not None
    return 150 if begins or (named and "<" in source.text) else 0


def _looks_notebook(source: Source) -> int:
    if source.path.lower().endswith(".ipynb"):
        return 150
    return 150 if source.text.lstrip().startswith("{") and '"cell_type"' in source.text[:20_000] else 0


def _looks_page(source: Source) -> int:
    head = source.text[:20_000]
    low = f"\n{head}".lower()
    signs = _count(_PAGE_SIGNS, head) if any(map(low.__contains__, _PAGE_CUES)) else 0
    lines = head.count("\n")
    without_blanks = lines >= _LINES and "\n\n" not in source.text.strip()
    glued = _GLUED if without_blanks and len(_LISTED.findall(head)) * 2 < lines else 0
    return 25 + glued + 15 * signs


_GLUED, _LINES = 20, 8
"""A text of so many lines without a blank one is a page that was pasted, whatever its file is called."""


@dataclass(frozen=True, slots=True)
class ReaderRow:
    """One reader: its name, its module, how sure it is that a source is its own, and how its files' names end.

    It is sure from 0 to 100 by what the text looks like; a name or a first line that leaves no doubt counts more.
    """

    name: str
    module: str
    sure: Callable[[Source], int]
    suffixes: tuple[str, ...]


READERS: tuple[ReaderRow, ...] = (
    ReaderRow("markdown", "mediaquiz.readers.markdown", _looks_markdown, (".md", ".markdown", ".mdx", ".qmd")),
    ReaderRow("html", "mediaquiz.readers.webpage", _looks_html, (".html", ".htm", ".xhtml")),
    ReaderRow("notebook", "mediaquiz.readers.notebook", _looks_notebook, (".ipynb",)),
    ReaderRow("page", "mediaquiz.readers.pagetext", _looks_page, (".txt",)),
)

SUFFIXES = frozenset(suffix for row in READERS for suffix in row.suffixes)
"""How the names of lesson files end."""


def read(source: Source) -> tuple[Lesson, tuple[Problem, ...]]:
    """The lesson in a source, by the reader that is surest of it; of equals the first.

    An empty source gives an empty lesson and MQ102.
    """
    if not source.text.strip():
        return _nothing(source, "MQ102", "the lesson is empty", "Put the lesson's text into the file.")
    return reader_for(source)(source)


def reader_for(source: Source) -> Reader:
    """The reader that will be used for a source."""
    named = next((row for row in READERS if row.name == source.media), None)
    row = named or max(READERS, key=lambda row: row.sure(source))
    reader: Reader = import_module(row.module).read
    return reader


def _nothing(source: Source, code: str, message: str, hint: str) -> tuple[Lesson, tuple[Problem, ...]]:
    return Lesson(source.path), (error(code, message, Span(source.path), hint),)
