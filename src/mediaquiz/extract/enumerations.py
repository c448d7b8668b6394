"""Lists inside a sentence: "The three parts: a, b, and c."."""

import re

from mediaquiz.extract.sentences import number_in, split_list

_ENUMERATION = re.compile(
    r"^(?![^:]*\b(?:has|have|had|offers?|supports?|knows?)\b)"
    r"(?P<name>(?:the |these |its |our )?(?:[\w-]+ ){0,4}?(?P<noun>[A-Za-z]+s)(?: of [\w -]{2,40}?)?)"
    r"(?: (?:are|include))?\s*:\s*"
    r"(?P<members>.+?)\.?$",
    re.IGNORECASE,
)


def read_enumeration(text: str) -> tuple[str, str, list[str]] | None:
    """``(name, noun, members)`` of "The seven key themes: a, b, and c.", when the count and the members agree."""
    found = _ENUMERATION.match(text)
    if not found or "→" in text:
        return None
    members = split_list(found["members"])
    count = number_in(found["name"])
    if len(members) < 3 or (count is not None and count != len(members)) or max(map(len, members)) > 60:
        return None
    return found["name"], found["noun"].casefold(), members


def is_enumeration(text: str) -> bool:
    """Whether a sentence is a name and a list of its members, also when its own count is wrong."""
    found = _ENUMERATION.match(text)
    return found is not None and "→" not in text and len(split_list(found["members"])) >= 3
