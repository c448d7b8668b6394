"""What a meaning must say so that a question can be asked with it."""

import re

from mediaquiz.text import squash


def says_too_little(term: str, text: str) -> bool:
    """Whether a meaning only remarks something, repeats its term, or leans on what stands around it."""
    if _RELATES.match(text) or _REMARK.match(text) or _DATED.search(text) or _OF_THE_PAGE.match(text):
        return True
    return only_repeats(term, text) or _is_circular(term, text) or opens_with_its_words(term, text)


_OF_THE_PAGE = re.compile(
    r"^the (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:lines?|rows?|columns?|files?|numbers?|values?)\b"
    r"|^the (?:[a-z-]+ ){1,2}and (?:[a-z-]+ ){0,2}[a-z-]+$",
    re.IGNORECASE,
)
"""Things of an example, or of something that only the sentences before it name: "the inputs and known outputs"."""
_MAKER = re.compile(r"^an? .*\b(?:from|by|made by|developed by) (?:the )?[A-Z]")
_TOOL = re.compile(
    r"^an? (?:[\w-]+ ){0,4}(?:tool|service|platform|product|library|framework|program|application|app|package"
    r"|website|company|charity|organi[sz]ation|suite|client|simulator|template|editor|plugin|utility)\b"
)
_ONE_OF_ITS_KIND = re.compile(
    r"^an? (?:[\w-]+ ){0,3}?(?:drug|medication|medicine|prodrug|antagonist|agonist|inhibitor|blocker|antibiotic"
    r"|pesticide|protein|chemical|compound|substance) (?!.*\b(?:any|whose rate|each)\b)"
    r"|^an? [^,]*, meaning "
    r"|^an? (?:[\w-]+ ){1,3}with an? (?:relatively |very )?(?:large|high|low|small|long|short|great|big|strong|weak) ",
    re.IGNORECASE,
)
"""What many things of a kind have in common: "a drug that …", "a lever with a large …"."""


def is_product(term: str, meaning: str) -> bool:
    """Whether a name stands for one product or body of many: "a tool for drawing" fits others, too."""
    if _ONE_OF_ITS_KIND.match(meaning):
        return True
    return (term[:1].isupper() and _TOOL.match(meaning) is not None) or _MAKER.match(meaning) is not None


_HEAD = re.compile(
    r"^(?:(?:an?|the|any|one) )?(?P<words>(?:[a-z’'-]+ )*?[a-z’'-]+)"
    r"(?=,|;| (?:of|that|which|who|whom|whose|where|when|in|by|for|to|with|on|at|from|as|between|used|released|made"
    r"|given|found|produced|caused|having|such|and|or)\b|$)",
    re.IGNORECASE,
)
_SAYS_NOTHING = frozenset(
    "process ability state condition type kind form way act amount level part area group set idea person people"
    " tendency measure period pattern place thing change rate number degree result system method practice point"
    " situation view belief feeling structure covering region body organ cell".split()
)


def genus(meaning: str) -> str:
    """What a meaning says that its term is ("hormone"), in the singular; empty where that could be anything."""
    found = _HEAD.match(meaning)
    head = found["words"].split(" ")[-1].lower().rstrip("s") if found else ""
    return "" if head in _SAYS_NOTHING or head.endswith("ing") else head


_REMARK = re.compile(
    r"^(?:an?|the|one) (?:[\w-]+ly )?(?:[\w-]+ ){0,3}(?:examples?|ideals?|concerns?|elements?|responses?|issues?|parts?"
    r"|aspects?"
    r"|matters?|topics?|alternatives?|forms?) (?:of|to|that|for|in|which)\b(?!.* (?:who|whose|by which|in which) )",
    re.IGNORECASE,
)
"""Praise or place, no meaning: "an essential element to guide treatment"."""
_DATED = re.compile(r"\b(?:in|since|until|of) (?:1[5-9]|20)\d\d$")


def only_repeats(term: str, text: str) -> bool:
    """Whether a short meaning says the term's own words again: "depth perception: ability to perceive depth"."""
    words = [word[:5] for word in squash(term).split(" ") if len(word) > 3]
    return len(text.split()) <= _SHORT_MEANING and bool(words) and all(word in text.lower() for word in words)


_SHORT_MEANING = 6
_RELATES = re.compile(
    r"^(?:the|an?) (?:half|one|ones|other|rest|second|latter|former)\b(?! of\b)"
    r"|^(?:\S+ ){1,4}(?:of|behind|about|against|for|with|by|on|in|to|from) (?:it|them|this|that)\b(?! [a-z])",
    re.IGNORECASE,
)
"""A meaning by something that only the sentences before it name: "the half that …", "the method behind it"."""


def _is_circular(term: str, text: str) -> bool:
    """Whether a term of one word is explained by itself: "intents: what the intent of the words are"."""
    word = squash(term).rstrip("s")
    if " " in word or word not in text.lower():
        return False
    return re.search(rf"\b{re.escape(word)}s?\b", text, re.IGNORECASE) is not None


def opens_with_its_words(term: str, text: str) -> bool:
    """Whether the words of a term of two words open its meaning: "average cost: the cost on average of …"."""
    words = [word[:5] for word in squash(term).split(" ")]
    opening = squash(text).split(" ")[:_OPENING]
    return len(words) == _PAIR and all(any(other.startswith(word) for other in opening) for word in words)


_OPENING, _PAIR = 4, 2
