"""What a sentence may speak of without saying which: the lesson's own concepts."""

import re

from mediaquiz.language.common import COMMON
from mediaquiz.language.verbs import VERBS, base_of
from mediaquiz.model.concept import Extract
from mediaquiz.text import squash

_DEFINITE = re.compile(
    r"^(?:the|those|these|this|that|our|your|my|his|her|their) "
    r"(?:(?:two|three|four|five|six|seven|basic|main|key|core|chief|major|primary) )*+"
    r"(?P<noun>[\w-]+)(?= |$)(?! (?:of|in|on|to|between"
    r"|from|that|which|who|where|when|whose|with|for|behind|above|below|under|beside|inside|outside|around|along)\b)"
    r"(?! [a-z-]*[a-rt-z] of\b)",
    re.IGNORECASE,
)


_SELF_EXPLAINING = frozenset("same more less fewer most best worst only".split())
_UNIQUE = frozenset("moon sun earth sea sky world ocean universe internet brain heart body equator past future".split())


_EVERYDAY = frozenset("data file files document documents text texts picture pictures code".split())


_ARTICLE = re.compile(r"^(?:an?|the) ")


def is_everyday(subject: str) -> bool:
    """Whether a subject is one plain word that says nothing of its field: "files", "information"."""
    word = _ARTICLE.sub("", subject.lower())
    return word in _EVERYDAY or word in COMMON or word.removesuffix("s") in COMMON


def is_bare_unknown(clause: str, extract: Extract) -> bool:
    """Whether a clause's subject is nothing but an unknown definite noun: "the adjustment lasts"."""
    found = re.match(r"the (?P<noun>[\w-]+) (?P<verb>[\w'’]+)", clause, re.IGNORECASE)
    verb = found["verb"].lower() if found else ""
    is_verb = (
        (verb in VERBS and found is not None and found["noun"].endswith("s"))
        or base_of(verb) != ""
        or verb in {"is", "are", "was", "were", "can", "will", "must", "may"}
    )
    return is_verb and opens_with_unknown(clause, extract)


def opens_with_unknown(sentence: str, extract: Extract) -> bool:
    """Whether a sentence begins with a definite noun ("the reply …") that is no concept of the lesson."""
    found = _DEFINITE.match(sentence)
    if not found or found["noun"][:1].isupper() or found["noun"] in _SELF_EXPLAINING:
        return False  # no article, or a name: "the Nile"
    noun = squash(found["noun"])
    if noun in _UNIQUE or noun.rstrip("s") in {word.rstrip("s") for word in squash(extract.lesson.title).split(" ")}:
        return False
    following = squash(sentence[found.end() :].strip()).split(" ")
    if _is_described_concept(following, extract):
        return False
    for concept in extract.concepts:
        for name in (concept.term, *concept.aliases):
            words = squash(name).split(" ")
            if noun.rstrip("s") == words[0].rstrip("s") and [w.rstrip("s") for w in words[1:]] == [
                w.rstrip("s,.;") for w in following[: len(words) - 1]
            ]:
                return False
    return True


_SURE = 25


def _is_described_concept(following: list[str], extract: Extract) -> bool:
    """Whether a concept of two words follows an adjective: "the explicit | learning rate"."""
    two = " ".join(word.rstrip("s,.;") for word in following[:2])
    return any(" " in c.term and squash(c.term).rstrip("s") == two for c in extract.concepts[:_SURE])
