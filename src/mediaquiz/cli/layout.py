"""Laying text out in terminal columns: widths, wrapping, and what must never be wrapped."""

import re
from functools import cache

_NARROW = ((0x20, 0x7E), (0xA0, 0x2FF), (0x2010, 0x2027), (0x2030, 0x205E), (0x2190, 0x21FF), (0x2500, 0x259F))
_WIDE = ((0x3000, 0x3029), (0x3041, 0x3096), (0x30A0, 0x30FF), (0x3131, 0x318E), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3))
"""Characters whose width needs no table: Latin, punctuation, arrows, lines; kana, Han, Hangul; all without marks."""


@cache
def _drawn() -> re.Pattern[str]:
    return re.compile(r"[\u2500-\u259f]|\S {3,}\S|^(?: {2,}|\t)\S|[+|][-=]{2,}|[-=]{2,}[+|>]", re.MULTILINE)


def width(text: str) -> int:
    """The columns that a line of text takes on a terminal."""
    columns = 0
    for char in text:
        code = ord(char)
        if any(first <= code <= last for first, last in _NARROW):
            columns += 1
        elif code != 0x3164 and any(first <= code <= last for first, last in _WIDE):
            columns += 2
        else:
            # The tables of all of Unicode take longer to load than everything else of a first question.
            from wcwidth import wcswidth

            return max(wcswidth(text), 0)
    return columns


def pad(text: str, columns: int) -> str:
    """The text with spaces up to so many columns."""
    return text + " " * max(columns - width(text), 0)


def is_drawn(text: str) -> bool:
    """Whether a text of several lines is a diagram, a table or code, whose lines must stay as they are."""
    return "\n" in text.strip("\n") and _drawn().search(text) is not None


def wrap(text: str, columns: int, first: str = "", rest: str | None = None) -> list[str]:
    """The text in lines of at most so many columns, the first with one prefix, the others with another.

    Lines are broken at spaces, so Korean words stay whole; a word longer than a line is broken where it must. Line
    breaks in the text stay, and a drawn text is never wrapped.
    """
    hanging = " " * width(first) if rest is None else rest
    if is_drawn(text):
        lines = text.strip("\n").expandtabs(4).split("\n")
    else:
        room = max(columns - max(width(first), width(hanging)), 8)
        lines = [line for paragraph in text.split("\n") for line in _fill(paragraph.split(), room)]
    return [((first if n == 0 else hanging) + line).rstrip() for n, line in enumerate(lines)]


def _fill(words: list[str], room: int) -> list[str]:
    lines = [""]
    taken = 0
    for word in (piece for each in words for piece in _pieces(each, room)):
        needed = width(word) + (1 if lines[-1] else 0)
        if lines[-1] and taken + needed > room:
            lines.append(word)
            taken = width(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
            taken += needed
    return lines


def _pieces(word: str, room: int) -> list[str]:
    """The word itself, or parts of it when it is wider than a line."""
    if width(word) <= room:
        return [word]
    pieces = [""]
    for character in word:
        if pieces[-1] and width(pieces[-1] + character) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces
