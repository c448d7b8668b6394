"""The article that a term takes: the lesson's own sentences tell it."""

import re
from collections import Counter

_HEADS_LINE = re.compile(r"(?:\n|\A)[*“\"_ ]*\Z")
_AFTER_NOUN = (
    "is|are|was|were|has|have|can|may|will|that|which|who|of|to|for|in|on|with|by|from|and|or|as|at|when|does|do|must"
    "|should|means|refers|describes"
)


def articles(term: str, text: str) -> Counter[str]:
    """How often the term stands with each article in a text, "" for none; never mind where it heads a line bare."""
    named = re.compile(
        rf"\b(?:(?P<article>an?|the) )?[*“\"]*{re.escape(term)}(?=[*”\"]*(?:[,.;:()]|$| (?:{_AFTER_NOUN})\b))",
        re.IGNORECASE,
    )
    inside = (
        match
        for match in named.finditer(text)
        if match["article"] or not _HEADS_LINE.search(text, max(0, match.start() - 8), match.start())
    )
    return Counter((match["article"] or "").lower() for match in inside)
