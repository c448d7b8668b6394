"""Cues: a pattern need not be tried on a sentence in which none of the words stands that it always holds."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from mediaquiz.text import ascii_table, ascii_words

_WORD_OR_MARK = re.compile(r"\w+|[:;,`—]")
_MARKS = ":;,`—"
_WORDS = ascii_table(lambda char: char.isalnum() or char == "_")


@lru_cache(maxsize=4096)
def cues(sentence: str) -> frozenset[str]:
    """The words of a sentence in small letters, and its colons, semicolons, commas, dashes and back-ticks.

    Of ``don't`` both parts are words.
    """
    words = ascii_words(sentence, _WORDS)
    if words is None:
        return frozenset(_WORD_OR_MARK.findall(sentence.lower()))
    return frozenset(words + [mark for mark in _MARKS if mark in sentence])


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
