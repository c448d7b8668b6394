"""Laying text out in terminal columns: widths, wrapping, and what must never be wrapped."""

import re

_SIMPLE = re.compile(
    "[ -~\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u259f"
    "\u3000-\u3029\u3041-\u3096\u30a0-\u30ff\u3131-\u3163\u3165-\u318e\u4e00-\u9fff\uac00-\ud7a3]*"
)
"""Texts whose width needs no table: Latin, punctuation, arrows, lines, kana, Han, Hangul, all without marks."""
_WIDE = re.compile("[\u3000-\u318e\u4e00-\u9fff\uac00-\ud7a3]")
_DRAWN = re.compile(r"[\u2500-\u259f]|\S {3,}\S|^(?: {2,}|\t)\S|[+|][-=]{2,}|[-=]{2,}[+|>]", re.MULTILINE)


def width(text: str) -> int:
    """The columns that a line of text takes on a terminal."""
    if _SIMPLE.fullmatch(text):
        return len(text) + len(_WIDE.findall(text))
    # The tables of all of Unicode take longer to load than everything else of a first question.
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def pad(text: str, columns: int) -> str:
    """The text with spaces up to so many columns."""
    return text + " " * max(columns - width(text), 0)


def is_drawn(text: str) -> bool:
    """Whether a text of several lines is a diagram, a table or code, whose lines must stay as they are."""
    return "\n" in text.strip("\n") and _DRAWN.search(text) is not None


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
