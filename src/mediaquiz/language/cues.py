"""Cues: a pattern need not be tried on a sentence in which none of the words stands that it always holds."""

import re
from functools import lru_cache

_WORD_OR_MARK = re.compile(r"\w+|[:;,`]")


@lru_cache(maxsize=4096)
def cues(sentence: str) -> frozenset[str]:
    """The words of a sentence in small letters, and its colons, semicolons, commas and back-ticks.

    Of ``don't`` both parts are words.
    """
    return frozenset(_WORD_OR_MARK.findall(sentence.lower()))
