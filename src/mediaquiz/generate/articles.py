"""The article that a term takes: the lesson's own sentences tell it."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from mediaquiz.text import lowered

_HEADS_LINE = re.compile(r"(?:\n|\A)[ \t]*(?:[-*+•–]|\d{1,2}[.)])?[*“\"_ \t]*\Z")
_BEFORE_NOUN = re.compile(r"\b(?:(?P<article>an?|the) )?[*“\"]*", re.IGNORECASE)
_AFTER_NOUN = re.compile(
    r"[*”\"]*(?:[,.;:()]|$| (?:is|are|was|were|has|have|can|may|will|that|which|who|of|to|for|in|on|with|by|from|and|or"
    r"|as|at|when|does|do|must|should|means|refers|describes)\b)",
    re.IGNORECASE,
)
_WIDEST = 8
"""Characters of an article and the marks between it and its noun."""


@lru_cache(maxsize=512)
def articles(term: str, text: str) -> Counter[str]:
    """How often the term stands with each article in a text, "" for none; never mind where it heads a line bare."""
    return Counter(article for at in _places(term, text) for article in _article_at(at, text))


def _places(term: str, text: str) -> Iterator[int]:
    """Where a term stands at the end of a noun phrase."""
    low, wanted = lowered(text), lowered(term)
    at = low.find(wanted)
    while at >= 0:
        if _AFTER_NOUN.match(text, at + len(wanted)):
            yield at
        at = low.find(wanted, at + max(1, len(wanted)))


def _article_at(at: int, text: str) -> Iterator[str]:
    """The article of the noun at a place, or "" for none; nothing inside a word, or where it heads a line bare."""
    for start in range(max(0, at - _WIDEST), at + 1):
        found = _BEFORE_NOUN.match(text, start)
        if found and found.end() == at:
            if found["article"] or not _HEADS_LINE.search(text, max(0, start - 8), start):
                yield (found["article"] or "").lower()
            return
