"""What a sentence may speak of without saying which: the lesson's own concepts."""

import re
from functools import lru_cache

from mediaquiz.language.common import COMMON
from mediaquiz.language.verbs import VERBS, base_of
from mediaquiz.model.concept import Extract
from mediaquiz.model.same import Same
from mediaquiz.text import cut_opening, squash

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


_COMPARED = re.compile(r"the (?:\w+er|more|less)\b[^,]*, the (?:\w+er|more|less)\b", re.IGNORECASE)
"""The more of one thing, the more of another: no thing that is known."""
_EVERYDAY = frozenset("data file files document documents text texts picture pictures code".split())


_ARTICLE = re.compile(r"^(?:an?|the) ")


def is_everyday(subject: str) -> bool:
    """Whether a subject is one plain word that says nothing of its field: "files", "information"."""
    word = cut_opening(_ARTICLE, subject.lower())
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
    if ", the " in sentence and _COMPARED.match(sentence):
        return False
    noun = squash(found["noun"])
    if noun in _UNIQUE or noun.rstrip("s") in {word.rstrip("s") for word in squash(extract.lesson.title).split(" ")}:
        return False
    following = squash(sentence[found.end() :].strip()).split(" ")
    if _is_described_concept(following, extract):
        return False
    behind = [word.rstrip("s,.;") for word in following]
    return not any(rest == behind[: len(rest)] for rest in _names(Same(extract)).get(noun.rstrip("s"), ()))


@lru_cache(maxsize=2)
def _names(of: Same[Extract]) -> dict[str, list[list[str]]]:
    """The words of each name of a concept behind its first one, by that one, all in the singular, roughly."""
    names: dict[str, list[list[str]]] = {}
    for concept in of.value.concepts:
        for name in (concept.term, *concept.aliases):
            first, *rest = (word.rstrip("s") for word in squash(name).split(" "))
            names.setdefault(first, []).append(rest)
    return names


def terms_of(extract: Extract) -> frozenset[str]:
    """The terms of a lesson's concepts, squashed."""
    return _terms(Same(extract))


@lru_cache(maxsize=2)
def _terms(of: Same[Extract]) -> frozenset[str]:
    return frozenset(squash(concept.term) for concept in of.value.concepts)


def first_names(extract: Extract, count: int) -> tuple[str, ...]:
    """All names of a lesson's first concepts, squashed."""
    return _first_names(Same(extract), count)


@lru_cache(maxsize=8)
def _first_names(of: Same[Extract], count: int) -> tuple[str, ...]:
    return tuple(squash(name) for concept in of.value.concepts[:count] for name in (concept.term, *concept.aliases))


_SURE = 25


def _is_described_concept(following: list[str], extract: Extract) -> bool:
    """Whether a concept of two words follows an adjective: "the explicit | learning rate"."""
    two = " ".join(word.rstrip("s,.;") for word in following[:2])
    return two in _sure_pairs(Same(extract))


@lru_cache(maxsize=2)
def _sure_pairs(of: Same[Extract]) -> frozenset[str]:
    return frozenset(squash(c.term).rstrip("s") for c in of.value.concepts[:_SURE] if " " in c.term)
