"""Gate: nothing is said that is stricter than its quote.

No "always", "only" or "first" in a proposal that the quote does not have, and no item without the "partly" or "in some
cases" that its quote has.
"""

import re

from mediaquiz.language.cues import cues
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Choice, Recall, Short
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text, prompt

_CLAIMS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"\b(?:{strict})\b", re.IGNORECASE), re.compile(rf"\b(?:{told})\b", re.IGNORECASE))
    for strict, told in (
        ("always|every time|in (?:all|every) cases?", r"always|every\w*|each|all|any|never|whenever|must"),
        ("never|in no case|under no circumstances", r"never|no|not|none|cannot|\w+n[’']t|nobody|nothing|nowhere"),
        (
            r"(?<!it )(?<!they )only|solely|exclusively|nothing but",
            r"only|solely|exclusively|nothing|alone|just|nobody|no one|sole|purely",
        ),
        ("completely|entirely|totally|wholly", r"complete\w*|entire\w*|total\w*|whol\w*|full\w*|all|none|no|pure\w*"),
        (
            "first|before|earlier|beforehand",
            r"first|before|earlier|beforehand|prior|until|then|after|next|later|begins?|starts?|already|once|initial\w*|precede\w*|ahead",
        ),
    )
)
"""A word that claims much, and the words of which a quote must have one to bear it out."""


_IN_PART = re.compile(r"\b(?:partly|in part|partially|in (?:some|certain) cases)\b", re.IGNORECASE)

_PARTS = frozenset("partly part partially cases".split())


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses an answer that claims more than the quote and the question together."""
    item = candidate.item
    if item.source is None or not isinstance(item.content, Recall | Short | Choice):
        return None
    part = None if _PARTS.isdisjoint(cues(item.source.quote)) else _IN_PART.search(item.source.quote)
    if part and not _IN_PART.search(f"{prompt(item.content)} {answer_text(item.content)}"):
        return f"its quote says it {part[0]} only"
    if not item.proposed:
        return None
    told = f"{item.source.quote}\n{prompt(item.content)}"
    for strict, bearing in _CLAIMS:
        if (claim := strict.search(answer_text(item.content))) and not bearing.search(told):
            return f"its quote does not say {claim[0]!r}"
    return None
