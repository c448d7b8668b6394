"""What a whole lesson shows of its words: which stand side by side again, and which are names of people."""

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise

_WORD = re.compile(r"[a-z][a-z’'-]*")


@lru_cache(maxsize=2)
def pairs(text: str) -> Counter[tuple[str, str]]:
    """How often each two words stand side by side, in small letters."""
    return Counter(pairwise(_WORD.findall(text.lower())))


_FULL_NAME = re.compile(r"\b[A-Z][a-z]+ (?:[A-Z]\. )?(?P<last>[A-Z][\w’-]+)")
_THOUGHT = re.compile(r"\b(?P<last>[A-Z][\w’-]+) (?:argued|believed|wrote|thought|taught|claimed|said|held|proposed)\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_PRONOUN = re.compile(r"\b(?:he|she|his|her)\b")
_NAME = re.compile(r"\b[A-Z][\w’-]+")


@lru_cache(maxsize=2)
def persons(text: str) -> frozenset[str]:
    """The last words of names that stand with another name before them, and of which the lesson says what he or she
    thought."""
    full = {found["last"] for found in _FULL_NAME.finditer(text)}
    spoken = {found["last"] for found in _THOUGHT.finditer(text)}
    for sentence in _SENTENCE.split(text):
        if _PRONOUN.search(sentence):
            spoken |= {found[0].removesuffix("’s") for found in _NAME.finditer(sentence)}
    return frozenset(full & spoken)
