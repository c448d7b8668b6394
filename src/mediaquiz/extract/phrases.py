"""Whether words can stand in the place of a thing: what a definition's form alone leaves open."""

import re

from mediaquiz.language.verbs import readings
from mediaquiz.text import cut_opening

_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|will|would|may|might|must|should|does|do|did)\b", re.IGNORECASE
)
_OWN_CLAUSE = re.compile(r"\b(?:that|which|who|whose|where|when|while|what|how|as|than|because|if)\b")
_ARTICLES = frozenset("a an the any all one when how every each anything something whatever what".split())
_NO_PHRASE = re.compile(
    r"^(?:it|they|he|she|we|you|this|that|these|those|there|if|as|because|so|but|and|or|not|to)\b", re.IGNORECASE
)
_HEAD_ENDS = re.compile(
    r"\s(?:that|which|who|whose|where|when|of|in|for|to|from|with|made|used|produced|between|on|by|divided|minus|plus"
    r"|times|multiplied|per)\b"
)
_NOUN = re.compile(
    r"[^su]s$|(?:people|tion|ment|ness|ity|ism|data|behavior|ure|ence|ance|ysis|cy|cost|income|revenue|money)$"
)


def is_noun_phrase(text: str) -> bool:
    """Whether words can stand in the place of a thing: an article, a plural, a gerund, "when" or "how" in front."""
    first, _, rest = text.partition(" ")
    low = first.lower()
    if low in _ARTICLES:
        return bool(rest)
    if any(reading.form == "ing" for reading in readings(low)):
        return True
    return not _NO_PHRASE.match(low) and _NOUN.search(_HEAD_ENDS.split(text, maxsplit=1)[0].lower()) is not None


def is_doing(text: str) -> bool:
    """ "Prices are rising": a progressive form looks like a gerund."""
    return any(reading.form == "ing" for reading in readings(text.split(" ")[0].lower()))


def has_own_verb(text: str) -> bool:
    """Whether a supposed noun phrase holds a finite verb before any clause in it: then it is more than a phrase."""
    return _FINITE.search(_OWN_CLAUSE.split(text, maxsplit=1)[0]) is not None


_EXAMPLES = re.compile(r", (?:such as|including|like|for example,?) [^;:—()]{3,80}?, (?=(?:that|who|which|whose) )")


_THOSE = re.compile(r"^those (?=(?:[a-z-]+ )?[a-z-]+s (?:that|which|who|whose|with|in which) )", re.IGNORECASE)


def plainer(text: str) -> str:
    """A phrase without what does not set it apart: the examples in "smiths, such as Holm, who …", "those" before it."""
    return cut_opening(_THOSE, _EXAMPLES.sub(" ", text))


_BY_DOING = re.compile(
    r"(?P<what>(?:the|an?) (?:\w+ )?(?:process|act|practice|task|activity|technique|method|art) of \w+ing "
    r"[^,;:—–]{5,90}?)"
    r" [-—–] (?P<how>\w+ing [^,;:—–]{12,120})(?=[,;.]|$)"
)


def with_how(text: str) -> str:
    """A doing with the words behind a dash that say how it is done, and that tell it from others."""
    found = _BY_DOING.match(text)
    return f"{found['what']}, {found['how']}" if found else text
