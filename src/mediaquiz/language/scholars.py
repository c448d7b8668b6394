"""Persons whom a text introduces: by their calling, or with the years of their life."""

import re
from functools import lru_cache

CALLING = (
    r"(?:[A-Za-z]*(?:ologist|osopher|analyst|chemist|physicist|economist|theorist|linguist|biologist|geographer"
    r"|astronomer|historian|mathematician|physician|theologian|scientist|psychiatrist|statesman)"
    r"|[Aa]ctivist|[Nn]ovelist|[Aa]rtist|[Pp]olitician|[Rr]eformer|[Ww]riter|[Aa]uthor|[Ss]cholar|[Pp]oet|[Ii]nventor"
    r"|[Ff]ounder|[Jj]urist|[Ee]xplorer|[Cc]omposer|[Pp]ainter|[Ee]ngineer|[Pp]rofessor|[Ee]mperor|[Pp]resident"
    r"|[Rr]esearcher|[Cc]ritic|[Ee]ducator|[Kk]ing|[Qq]ueen)"
)
"""What somebody is, as it stands before or behind a name."""
WORD = r"[A-ZÀ-Þ][a-zà-ÿ][\w’'-]*"
"""A word of a name."""
YEARS = r" \((?:c\. ?|born |b\. |d\. )?\d{3,4} ?(?:[–-]|BC|CE|AD)[^()]*\)"
_NAMES = re.compile(rf"{WORD}(?: (?:{WORD}|[A-Z]\.|(?:de|van|von|der|la)(?= )))*")
_BEFORE = re.compile(rf"\b{CALLING}s? (?:{WORD} and )?$")
_YEARS = re.compile(YEARS)
_BEHIND = re.compile(rf"(?:,| is| was) (?:an?|the) (?:[\w’-]+ ){{0,4}}?{CALLING}\b")
_HELD = re.compile(
    r" (?:(?:has|have|also|first|later|famously) )?(?:argue[sd]?|believed|claim(?:s|ed)|held|holds|taught|theorized"
    r"|hypothesized|maintain(?:s|ed)|proposed|reasoned|concluded|insist(?:s|ed)|asserts?|contend(?:s|ed)) that\b"
    r"| (?:demonstrated|coined|pioneered|formulated|theorized) (?:an?|the)\b"
)
"""What only a thinker does."""
_NEAR = 60


@lru_cache(maxsize=4)
def introduced(text: str) -> frozenset[str]:
    """The words of the names of those whom a text introduces."""
    text = text.replace("**", "")  # "John **Snow** (1813–1858)"
    found = (name for name in _NAMES.finditer(text) if _is_person(text, name))
    return frozenset(word for name in found for word in _without_calling(name[0]) if word[0].isupper())


def _is_person(text: str, name: re.Match[str]) -> bool:
    first, _, rest = name[0].partition(" ")
    if (rest and _CALLING.fullmatch(first)) or (text.startswith(" (", name.end()) and _YEARS.match(text, name.end())):
        return True
    before = text[max(0, name.start() - _NEAR) : name.start()]
    if before.endswith(" ") and _may_call(before) and _BEFORE.search(before):
        return True
    if not rest or not text.startswith((", ", " "), name.end()):
        return False
    return (_BEHIND.match(text, name.end(), name.end() + 2 * _NEAR) or _HELD.match(text, name.end())) is not None


def _may_call(before: str) -> bool:
    """Whether the last word of a text, with a space behind it, is a calling, or joins two names."""
    end = len(before) - 1
    if not before.endswith(_ENDS, 0, end):
        return False
    start = end
    while start > 0 and before[start - 1].isalpha():
        start -= 1
    last = before[start:end]
    return last == "and" or _CALLINGS.fullmatch(last) is not None


_ENDS = tuple(f"{end}{s}" for end in "and st er an or ar et nt ic ing en".split() for s in ("", "s"))
"""How callings end, looked at first, and what joins two names."""


_CALLING = re.compile(CALLING)
_CALLINGS = re.compile(rf"{CALLING}s?")


def _without_calling(name: str) -> list[str]:
    words = name.split(" ")
    return words[1:] if _CALLING.fullmatch(words[0]) else words
