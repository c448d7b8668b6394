"""Where in a lesson the words stand that an item quotes."""

import re

from mediaquiz.text import squash

_LONGEST_QUOTE = 12
"""Lines over which a quote may run."""
_MARKUP = str.maketrans("", "", "*_`|")
_RULED = re.compile(r"[\s:+-]+")
"""A line of a table that only separates."""


def line_of(quote: str, text: str) -> int:
    """The 1-based line on which the quote begins, whatever its markup and line breaks; 0 when it is not there."""
    wanted = _bare(quote)
    lines = [_bare(line) for line in text.splitlines()]
    for number in range(len(lines)) if wanted else ():
        if wanted in " ".join(filter(None, lines[number : number + _LONGEST_QUOTE])) and (
            wanted not in " ".join(filter(None, lines[number + 1 : number + 1 + _LONGEST_QUOTE]))
        ):
            return number + 1
    return 0


def _bare(text: str) -> str:
    """The words of a line, without markup."""
    bare = squash(text.translate(_MARKUP))
    return "" if _RULED.fullmatch(bare) else bare
