"""What a sentence may speak of without saying which: the lesson's own concepts."""

import re

from mediaquiz.model.concept import Extract
from mediaquiz.text import squash

_DEFINITE = re.compile(
    r"^(?:the|those|these|this|that|our|your|my|his|her|their) (?P<noun>[\w-]+)(?= |$)(?! (?:of|in|on|between"
    r"|from|that|which|who|with|for)\b)",
    re.IGNORECASE,
)


_SELF_EXPLAINING = frozenset("same more less fewer most".split())


def opens_with_unknown(sentence: str, extract: Extract) -> bool:
    """Whether a sentence begins with a definite noun ("the reply …") that is no concept of the lesson."""
    found = _DEFINITE.match(sentence)
    if not found or found["noun"][:1].isupper() or found["noun"] in _SELF_EXPLAINING:
        return False  # no article, or a name: "the Nile"
    noun = squash(found["noun"])
    following = squash(sentence[found.end() :].strip()).split(" ")
    for concept in extract.concepts:
        for name in (concept.term, *concept.aliases):
            words = squash(name).split(" ")
            if noun.rstrip("s") == words[0].rstrip("s") and [w.rstrip("s") for w in words[1:]] == [
                w.rstrip("s,.;") for w in following[: len(words) - 1]
            ]:
                return False
    return True
