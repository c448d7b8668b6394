"""Forms of a text in which differences that never matter are gone."""

import re
import unicodedata
from functools import lru_cache

from mediaquiz.text import has_hangul, one_line

_SUPERSCRIPTS = str.maketrans({digit: f"^{value}" for value, digit in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")})
_SUBSCRIPTS = str.maketrans({digit: f"_{value}" for value, digit in enumerate("₀₁₂₃₄₅₆₇₈₉")})
_AFTER_DIGIT = re.compile("(?<=[0-9])[₀-₉]+")
_VULGAR = re.compile("(?<=[0-9])(?=[¼-¾⅐-⅞])")
_QUOTES = re.compile('["`“”„«»「」『』《》]')
_APOSTROPHES = re.compile("['‘’ʼ′]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_OPENING, _CLOSING = "([{ ", ".,;:!?…。、·)]} "
_ARTICLE = re.compile(r"^(?:an?|the|to)\s+(?=\w)")
_PARTS = re.compile(r"[\s\-/·_]+")
_JOINT = re.compile(r"(?<=[^\W\d])[-_](?=\w)|(?<=\d)[-_](?=[^\W\d])|(?<!\d)\s+|\s+(?!\d)")
_PLURAL_ACRONYM = re.compile(r"(?<=\b[A-Z]{2})s\b|(?<=\b[A-Z]{3})s\b|(?<=\b[A-Z]{4})s\b")
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*s?\b")
_SPELLINGS = (
    (re.compile(r"(?<=\w{4})is(?=(?:e[drs]?|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=\w{3})yse(?=[drs]?$)"), "yze"),
    (re.compile(r"(?<=\w{3})our"), "or"),
    (re.compile(r"(?<=\w{2})tre(?=s?$)"), "ter"),
    (re.compile(r"(?<=\w{3})ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=\w{3})ence$"), "ense"),
)
_NOT_PLURAL = frozenset(("arms", "customs", "glasses", "goods", "means", "news", "series", "species"))
_ENGLISH_TERM = re.compile(r"(?=.{4})[A-Za-z][A-Za-z -]+")
"""Not a unit or an abbreviation in brackets (Hz, fps), which mean something else than the word before them."""
_GLOSS = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<gloss>[^()]+)\)$")


@lru_cache(maxsize=256)  # of a list, each part is held against each member
def fold(text: str) -> str:
    """The text without letter case, quotation marks, punctuation at its ends, a leading article, double spaces.

    Exponents stay exponents (``10²`` is ``10^2``, never ``102``); dashes become hyphens.
    """
    text = _AFTER_DIGIT.sub(lambda found: found.group().translate(_SUBSCRIPTS), text)
    text = _VULGAR.sub(" ", text).translate(_SUPERSCRIPTS)
    text = _PLURAL_ACRONYM.sub("", unicodedata.normalize("NFKC", text)).casefold().replace("\u2044", "/")
    text = _DASHES.sub("-", _APOSTROPHES.sub("", _QUOTES.sub("", text))).replace("&", " and ")
    text = _DOTTED.sub(lambda found: found.group().replace(".", ""), text)
    text = one_line(text).rstrip(_CLOSING).lstrip(_OPENING)
    return _ARTICLE.sub("", text)


def joined(folded: str) -> str:
    """A folded text without the spaces and hyphens between words, where a hyphen, a space and nothing are one.

    Between two digits they stay (``3-5`` is not 35), and so does a minus sign.
    """
    return _JOINT.sub("", folded)


def words(folded: str) -> list[str]:
    """The words of a folded text; hyphens, slashes and middle dots part words too."""
    return [word for word in _PARTS.split(folded) if word]


def lemma(word: str, short_forms: frozenset[str] = frozenset()) -> str:
    """The word in American spelling, without a plural ending where it surely is one.

    ``short_forms`` are abbreviations, whose last letter is never an ending.
    """
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    if len(word) < 5 or word in _NOT_PLURAL or word.endswith(("ss", "us", "is", "ics")):
        return word
    if {word, word[:-1]} & short_forms:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word.removesuffix("s")


def without_accents(folded: str) -> str:
    """Latin letters without their accents; other scripts unchanged in what they compare to."""
    return "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))


def acronyms(text: str) -> frozenset[str]:
    """The words that the author wrote in capitals, folded, without a plural s."""
    return frozenset(word.rstrip("s").casefold() for word in _ACRONYM.findall(text))


def is_acronym_of(short: str, long: str) -> bool:
    """Whether one folded text is the initials of the other's words."""
    initials = "".join(word[0] for word in words(long))
    return len(short) > 1 and joined(short) == initials


def wordings(wanted: str) -> list[str]:
    """The wordings that one accepted text stands for: ``name (gloss)`` is also right without its gloss.

    The gloss alone is right only when one of the two abbreviates the other, or when it is the term in English beside
    the Korean one.
    """
    bare = wanted.strip()
    found = _GLOSS.match(bare) if bare.endswith(")") else None
    if not found:
        return [wanted]
    name, gloss = found["name"], found["gloss"]
    either = (
        is_acronym_of(fold(name), fold(gloss))
        or is_acronym_of(fold(gloss), fold(name))
        or (has_hangul(name) and _ENGLISH_TERM.fullmatch(gloss) is not None)
    )
    return [wanted, name, *([gloss] if either else [])]
