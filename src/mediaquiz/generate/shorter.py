"""The clauses of a sentence one by one, and a sentence without its brackets or the details behind it."""

import re
from functools import lru_cache

from mediaquiz.generate.english import upper_first
from mediaquiz.language.clauses import halves, spliced, split
from mediaquiz.text import cut_opening

_CONCLUDING = ("thus", "hence", "therefore")
_JOINTS = (": ", " — ", " – ", " - ")
_DASHES = re.compile(r"^(?P<one>[^;:—]{12,120}) — [^;:—]{4,120} — (?P<other>[^;:—]{8,160})$")
"""An aside between dashes."""
_LEANS_ON = re.compile(r"^(?P<main>[^;:—]{30,170}), and (?:this|these|it|they|the latter) [^,;:]{10,120}$")
"""A second clause that takes up the first, and of which nothing can be asked alone."""
_THUS = re.compile(
    r"^(?P<one>[^;:—]{15,160}), (?:and )?(?:thus|hence|therefore) (?P<other>(?:is|are|can|has|have|must)\b.{8,140})$"
)
_BRACKETS = re.compile(r"(?<=\w) \([^()`]{2,120}\)(?=[ ,.;:]|$)")
_BEHIND = re.compile(
    r", (?:such as|including|similar to|like|especially|usually|typically|often|rather than|instead of"
    r"|for example|for instance|with each|making|giving|meaning|resulting|leading|helping|instructing|allowing|or even"
    r"|as opposed to|just like|even if|unless)\b(?:[^,;:]|, (?=[^,;:]+(?:, [^,;:]+)*,? (?:and|or) [^,;:]+$)){4,}$"
)
"""What adds to a sentence and can go without changing it."""
_DETAILS = re.compile(
    r"^(?P<main>[^;:—–]{20,160}?)(?:: | [—–-] )"
    r"(?!(?:not|but|and|or|except|especially|unless|if|which|even|usually|often)\b)[^;:—–]{15,}$"
)


_NOTED = re.compile(r"^(?:Note|Recall|Notice|Remember|Observe) (?:also )?that (?=[a-z][^:]*: )")
"""What opens a sentence with details, and says nothing of it."""
_NOTING = frozenset("note recall notice remember observe".split())
"""The first words of all that ``_NOTED`` finds."""


@lru_cache(maxsize=512)
def shorter(text: str) -> tuple[str, ...]:
    """The clauses of a sentence; else the sentence without what stands in brackets, or before its details."""
    if any(map(text.__contains__, _CONCLUDING)) and (thus := _THUS.match(text)):
        clause = split(thus["one"])
        return (f"{thus['one']}.", f"{clause.subject} {thus['other']}") if clause and "," not in thus["one"] else ()
    if " — " in text and (aside := _DASHES.match(text)) and split(f"{aside['one']} {aside['other']}"):
        return (f"{aside['one']} {aside['other']}",)
    if ", and " in text and (leaning := _LEANS_ON.match(text)):
        return (f"{leaning['main']}.",)
    if parts := halves(text) or spliced(text):
        return parts
    bare = upper_first(cut_opening(_NOTED, text, _NOTING))
    bare = _BRACKETS.sub("", bare) if "(" in bare else bare
    bare = _BEHIND.sub(".", bare) if ", " in bare else bare
    if any(map(bare.__contains__, _JOINTS)) and (details := _DETAILS.match(bare)):
        return (f"{details['main']}.",) if split(details["main"]) and not _COUNTS.search(details["main"]) else ()
    return (bare,) if bare != text else ()


_COUNTS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|several|following|these|this)\b|\b(?:that is|is|are|as|with)$",
    re.IGNORECASE,
)
