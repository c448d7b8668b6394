"""Changing a text in place: edits, and where the lines of YAML nodes begin and end."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mediaquiz.decks.yamltext import Node

_COMMENT = re.compile(r"([ \t]*)#[^\n]*(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``text`` in place of what stands from ``start`` to ``end``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A file's text, without byte-order mark, and the places in it that edits need. Offsets count characters."""

    text: str

    @property
    def newline(self) -> str:
        """The line end that the first line has."""
        found = re.search(r"\r?\n", self.text)
        return found[0] if found else "\n"

    def native(self, written: str) -> str:
        """Text of ours with this page's line ends."""
        return written.replace("\n", self.newline)

    def line_start(self, offset: int) -> int:
        """Where the line begins that the offset is in."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_after(self, end: int) -> int:
        """Where the line begins that follows the text which ends at ``end``."""
        if end and self.text[end - 1] == "\n":
            return end
        found = self.text.find("\n", end)
        return len(self.text) if found < 0 else found + 1

    def after(self, end: int, indent: int) -> int:
        """As ``line_after``, past the comment lines directly below that are indented deeper than ``indent``."""
        at = self.line_after(end)
        while (comment := _COMMENT.match(self.text, at)) and len(comment[1]) > indent and comment.end() > at:
            at = comment.end()
        return at

    def colon(self, key: Node) -> int:
        """Where the colon of a field stands."""
        return self.text.index(":", key.end)

    def value_end(self, value: Node, colon: int) -> tuple[int, bool]:
        """Where a value ends, blanks behind it included, and whether a comment follows on its line."""
        start = colon + 1
        end = start + len(self.text[start : max(value.end, start)].rstrip())
        line_end = start + len(self.text[start : self.line_after(end)].rstrip("\r\n"))
        commented = bool(self.text[end:line_end].strip())
        return (end if commented else line_end), commented

    def edited(self, edits: Iterable[Edit], start: int, end: int) -> str:
        """The text from ``start`` to ``end`` with the edits in it; at one place they come in the given order."""
        parts, at = [], start
        for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
            parts += [self.text[at : edit.start], edit.text]
            at = edit.end
        return "".join([*parts, self.text[at:end]])
