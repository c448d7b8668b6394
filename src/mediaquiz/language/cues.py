"""Cues: a pattern need not be tried on a sentence in which none of the words stands that it always holds."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_WORD_OR_MARK = re.compile(r"\w+|[:;,`]")
_MARKS = ":;,`"
_TYPOGRAPHIC = "’‘“”—–…"
_SMALL_OR_SPACE = bytes(code if chr(code).isalnum() or code == ord("_") else ord(" ") for code in range(256)).lower()
"""For each byte of an ASCII text the letter in small, a digit, or a space for what is no part of a word."""


@lru_cache(maxsize=4096)
def cues(sentence: str) -> frozenset[str]:
    """The words of a sentence in small letters, and its colons, semicolons, commas and back-ticks.

    Of ``don't`` both parts are words.
    """
    plain = sentence if sentence.isascii() else _without_typography(sentence)
    if not plain.isascii():
        return frozenset(_WORD_OR_MARK.findall(sentence.lower()))
    words = plain.encode("ascii").translate(_SMALL_OR_SPACE).decode("ascii").split()
    words += [mark for mark in _MARKS if mark in plain]
    return frozenset(words)


def _without_typography(text: str) -> str:
    """The text with spaces for quotation marks, dashes and dots, which are no words; what is left mostly is ASCII."""
    for mark in _TYPOGRAPHIC:
        text = text.replace(mark, " ")
    return text


def matches(pattern: re.Pattern[str], text: str, openings: Iterable[str]) -> Iterator[re.Match[str]]:
    """What ``finditer`` finds of a pattern that begins with one of some words: tried only where one of them stands."""
    places = sorted(at for opening in openings for at in _places(opening, text))
    end = 0
    for at in places:
        if at >= end and (found := pattern.match(text, at)):
            end = found.end()
            yield found


def _places(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
