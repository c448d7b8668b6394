"""Whether two texts of a lesson speak of the same: by the beginnings of their words, and by words inside words."""

import re
from functools import lru_cache


@lru_cache(maxsize=1024)
def content_words(text: str) -> frozenset[str]:
    """The beginnings of the words that carry meaning."""
    return frozenset(word[:6] for word in _LONGER.findall(text.casefold()) if word not in _COMMON)


_LONGER = re.compile(r"[a-z가-힣]{4,}")
_COMMON = frozenset("that with from this these those than into over such more most only when where which while".split())


def shares_word(name: str, text: str) -> bool:
    """Whether a word of the name stands in the text, also inside another word (``modal`` in ``multimodality``)."""
    folded = text.casefold()
    words = [word for word in re.findall(r"[^\W\d_]{4,}", name.casefold()) if word not in _COMMON]
    return any(stem(word) in folded for word in words)


def stem(word: str) -> str:
    """The part of a word that its relatives share: ``editing`` and ``edit``, ``generation`` and ``regenerate``."""
    for ending in (
        "ation",
        "ition",
        "ability",
        "ality",
        "ing",
        "ion",
        "ment",
        "ity",
        "ies",
        "ed",
        "er",
        "es",
        "s",
        "e",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


_AKIN = tuple(
    frozenset(group.split())
    for group in (
        "cost costs costly price prices cheap cheaper expensive budget",
        "text texts words wording letters lettering spelling writing",
        "image images picture pictures photo photos",
        "video videos film films clip clips",
        "sound sounds audio noise noises music",
        "speed fast faster quick quicker slow slower",
        "size big bigger small smaller large larger",
        "editing edit edits change changes changed",
        "joint together jointly",
    )
)
"""Words of one sense; only those that a list and its signs are likely to share."""
_WORDS = re.compile(r"[a-z]+")


def is_akin(name: str, text: str) -> bool:
    """Whether a text says a word of the name in another word: ``cost`` and ``lower prices``."""
    names, words = set(_WORDS.findall(name.casefold())), set(_WORDS.findall(text.casefold()))
    return any(names & group and words & group for group in _AKIN)
