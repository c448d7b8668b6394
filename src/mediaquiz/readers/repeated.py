"""Lines that a site prints on many of its pages, found by comparing the pages of a course.

A line is compared with its digits masked ("Lesson 3 of 9" is on every page). The names of a lesson's own sections are
on every page, too, and are no furniture. Nothing between the first and the last sentence of a page is ever dropped.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import ceil

from mediaquiz.model.lesson import Role
from mediaquiz.readers import sections

_LONGEST = 120
_SENTENCE = re.compile(r"^.{50,}[.!?。…][\"'”’)\]]*$", re.DOTALL)
_OWN = frozenset({Role.CHROME, None})


def masked(line: str) -> str:
    """A line as it is compared: digits and spacing make no difference."""
    return re.sub(r"\d+", "0", " ".join(line.casefold().split()))


def lines_of(text: str) -> frozenset[str]:
    """The masked lines of a page that may be furniture. Depends on the page alone, so it can be kept for each page."""
    return frozenset(
        masked(line)
        for line in text.split("\n")
        if len(line) <= _LONGEST and any(map(str.isalnum, line)) and sections.kind_of(line.strip()) in _OWN
    )


def shared(pages: Sequence[Iterable[str]]) -> frozenset[str]:
    """The masked lines that stand on at least half of the pages, and on two; of one page, none."""
    counts = Counter(line for page in pages for line in set(page))
    least = max(2, ceil(len(pages) / 2))
    return frozenset(line for line, count in counts.items() if count >= least)


def furniture(lines: Sequence[str], known: frozenset[str]) -> frozenset[int]:
    """The places of known lines above the first and below the last sentence of a page."""
    if not known:
        return frozenset()
    same = [masked(line) in known for line in lines]
    told = [at for at, line in enumerate(lines) if not same[at] and _SENTENCE.match(line.strip())]
    first, last = (told[0], told[-1]) if told else (len(lines), -1)
    return frozenset(at for at, known_line in enumerate(same) if known_line and (at < first or at > last))
