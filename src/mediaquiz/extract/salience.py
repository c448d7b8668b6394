"""Which sentences of a lesson carry its points: a score from where a sentence stands and what it speaks of.

A linear model over a few readable features, its weights learned from what human teachers list as key points (see
``bench/salience.py``). It decides the order of questions, never whether a sentence is true.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from math import exp, log
from operator import mul

from mediaquiz.extract.sentences import sentences
from mediaquiz.language.common import COMMON
from mediaquiz.language.cues import cues
from mediaquiz.language.scholars import introduced
from mediaquiz.model.concept import Finding, Statement
from mediaquiz.model.frozen import replace
from mediaquiz.model.lesson import Block, Lesson, Role
from mediaquiz.text import ascii_table, ascii_words, has_hangul

_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*[A-Za-z]|[가-힣]+")
_LETTERS = ascii_table(lambda char: char.isalpha() or char in "'-")
_LARGE = re.compile("[A-Z][a-z]+")
_CAPITAL = re.compile(r"[A-Z](?<=[a-z,;’] [A-Z])[a-z]+(?![\w^])")
"""A capitalised word inside a sentence; IoT and ResNet are no names of people or places."""
_EVERYBODYS = frozenset(
    "internet web earth bluetooth linux unix windows mac android python java go rust ruby perl swift kotlin scala"
    " german french british american italian spanish russian chinese japanese indian canadian dutch swiss roman"
    " haskell lisp fortran javascript typescript bash english latin greek celsius fahrenheit kelvin hertz".split()
)
"""Names of things that every lesson may speak of in general."""
_EPONYM = re.compile(
    r"\b(?:[vV]an |[vV]on |de )?[A-Z][a-z]{2,}(?:[–-][A-Z][a-z]+)*(?:['’]s?)? "
    r"(?:(?:first|second|third|loop|limit|wave) )?"
    r"(?:laws?|rules?|theorem|principle|postulates?|equations?|formula|constant|number|effect|paradox|limit|forces?"
    r"|criterion|distributions?|coefficient|curve|diagrams?|transform|cycle|scale|bridge|wavelengths?|disease"
    r"|syndrome|palsy|factor|lymphoma|reflex|razor|(?:Law|Theorem|Transform)(?: of [A-Z][a-z]+)?)\b"
)
"""What is called after somebody: a law, a disease."""
_CITED = re.compile(r" \([^()]*\b(?:(?:19|20)\d\d[a-z]?|n\.d\.?)\)")
_SYMBOL = 2
"""Letters of a short form: an element, a constant."""
_A_KIND = re.compile(r"\b[Aa]n? [A-Z][a-z]+ (?=[a-z])")
"""A name that only tells of which kind: "a Dutch auction"."""
_GENERAL = re.compile(
    r"\b(?:always|never|in general|generally|typically|every|any|all|each|must|requires?|depends?|leads? to"
    r"|results? in|causes?"
    r"|because|therefore|thus|hence|when|if|increases?|decreases?|between|defined|refers? to|means|called"
    r"|known as)\b",
    re.IGNORECASE,
)
_GENERAL_WORDS = frozenset(
    "always never generally typically every any all each must require requires depend depends cause causes because"
    " therefore thus hence when if increase increases decrease decreases between defined means called".split()
)
"""Those of one word."""
_ENOUGH = 2
"""Words that speak in general, of one sentence; more say no more."""
_GENERAL_PHRASES = frozenset("general lead leads result results refer refers known".split())
"""What the others are cued by."""
_EXAMPLE = re.compile(
    r"\b(?:for example|for instance|suppose|imagine|consider|say,|such as|let['’]s|recall|figure|table|shown"
    r"|e\.g\.)\b",
    re.I,
)
_EXAMPLE_CUES = frozenset("example instance suppose imagine consider say such let recall figure table shown e".split())
_PERSONS = frozenset("i we us our you your he she his her him my".split())
_DEIXIS = re.compile(r"^(?:this|these|that|those|it|they|such|here|there|he|she|its|their)\b", re.IGNORECASE)

FEATURES = (
    "terms", "headings", "central", "first", "opens", "general", "example", "person", "deixis", "digits", "names",
    "long", "short",
)  # fmt: skip
WEIGHTS = {
    "terms": 1.3, "headings": 1.73, "central": 1.99, "first": 0.28, "opens": -0.32, "general": 0.1, "example": -0.07,
    "person": 0.23, "deixis": 0.21, "digits": -0.89, "names": -0.49, "long": 0.44, "short": -0.43,
}  # fmt: skip
BIAS = -4.17


@dataclass(frozen=True, slots=True)
class Field:
    """What a lesson speaks of: the weight of each word, the words of its headings, its terms' words, its names."""

    weights: Mapping[str, float]
    """``log(1 + n)`` of a word that stands there ``n`` times."""
    headings: frozenset[str]
    terms: frozenset[str]
    names: frozenset[str]
    """Capitalised words that are no terms: people, places, firms."""
    named: bool
    """Whether the lesson itself is about named things, as history is."""
    most: float
    """How central its most frequent word is."""


def field(lesson: Lesson, terms: Sequence[str]) -> Field:
    """The lesson's field, from its prose, its headings and the terms found in it."""
    prose = [block for block in lesson.blocks if block.role in {Role.PROSE, Role.LIST, Role.TAKEAWAYS}]
    counts = _counted("\n".join(block.text for block in prose))
    headings = frozenset(w for block in lesson.blocks for h in block.path for w in words(h)) | frozenset(
        words(lesson.title)
    )
    known = frozenset(word for term in terms for word in words(term))
    names = [_CAPITAL.findall(part) for block in prose for part in sentences(block.text, lesson.language)]
    strange = frozenset(name for name in set(chain.from_iterable(names)) if not _is_expected(name, known, headings))
    strange -= introduced(lesson.text)  # a scholar is no example
    strange = frozenset(name for name in strange if len(name) > _SYMBOL)
    named = sum(map(bool, names)) > 0.45 * max(1, len(names))
    weights = {word: log(1 + count) for word, count in counts.items()}
    return Field(weights, headings, known, strange, named, max(weights.values(), default=log(2)))


def _is_expected(name: str, *known: Set[str]) -> bool:
    """Whether a word with a capital is one of the field, or of everybody's."""
    low, root = name.lower(), _root(name)
    return any(low in those or root in those for those in (*known, COMMON, _EVERYBODYS))


def words(text: str) -> Iterator[str]:
    """The words that carry meaning, plural and singular as one."""
    return filter(None, map(_root, _tokens(text)))


def _tokens(text: str) -> list[str]:
    return ascii_words(text, _LETTERS) or _WORD.findall(text.replace("’", "'"))


def _counted(text: str) -> Counter[str]:
    """How often each of the ``words`` of a text stands in it; each is looked at once."""
    counts: Counter[str] = Counter()
    for token, times in Counter(_tokens(text)).items():
        if root := _root(token):
            counts[root] += times
    return counts


@lru_cache(maxsize=1 << 14)
def _root(word: str) -> str:
    """The word in the singular, roughly; empty for one that carries no meaning."""
    low = word.lower().strip("'-")
    if low in COMMON or len(low) < 3:
        return ""
    return low[:-1] if low.endswith("s") and not low.endswith("ss") and len(low) > 3 else low


def features(sentence: str, at: int, block: Block, about: Field) -> dict[str, float]:
    """The features of a sentence, the ``at``-th of its block, in the order of ``WEIGHTS``; each between 0 and 1."""
    mine = list(words(sentence))
    own = _headed(block.path[-1]) if block.path else frozenset()
    count = len(sentence.split())
    told = cues(sentence)
    points = bool(_DEIXIS.match(sentence))
    headed = min(1.0, len(about.headings.intersection(mine)) / 3)
    if own:
        headed = (headed + len(own.intersection(mine)) / len(own)) / 2
    return {
        "terms": min(1.0, len(about.terms.intersection(mine)) / 5),
        "headings": headed,
        "central": sum(filter(None, map(about.weights.get, mine))) / max(1, len(mine)) / about.most,
        "first": float(at == 0),
        "opens": float(points and at > 0),
        "general": _generality(sentence, told) / _ENOUGH,
        "example": float(not _EXAMPLE_CUES.isdisjoint(told) and _EXAMPLE.search(sentence) is not None),
        "person": float(not _PERSONS.isdisjoint(told)),
        "deixis": float(points),
        "digits": float(_has_digit(sentence)),
        "names": float(bool(about.names) and not about.names.isdisjoint(_CAPITAL.findall(sentence))),
        "long": float(count > 32),
        "short": float(count < 8),
    }


def _generality(sentence: str, told: Set[str]) -> int:
    """How many words speak in general, ``_ENOUGH`` at most; the pattern is tried where single words do not tell."""
    words = _GENERAL_WORDS & told
    if len(words) >= _ENOUGH:
        return _ENOUGH
    if _GENERAL_PHRASES.isdisjoint(told) and all(sentence.lower().count(word) == 1 for word in words):
        return len(words)
    return sum(1 for _ in islice(_GENERAL.finditer(sentence), _ENOUGH))


@lru_cache(maxsize=64)
def _headed(heading: str) -> frozenset[str]:
    """The words of a heading, for all the sentences below it."""
    return frozenset(words(heading))


_DIGIT = re.compile("[0-9]")


def _has_digit(text: str) -> bool:
    return _DIGIT.search(text) is not None if text.isascii() else any(map(str.isdigit, text))


def salience(sentence: str, at: int, block: Block, about: Field) -> float:
    """How likely a teacher lists the sentence's point, between 0 and 1."""
    told = features(sentence, at, block, about)
    return 1 / (1 + exp(-(BIAS + sum(map(mul, WEIGHTS.values(), told.values())))))


def _names_none(sentence: str, names: Set[str]) -> bool:
    """Whether a sentence holds none of the names, be it as its first word; but for what is called after somebody."""
    if names.isdisjoint(_LARGE.findall(sentence)):
        return True
    general = _EPONYM.sub("it", _CITED.sub("", sentence))
    return names.isdisjoint(_CAPITAL.findall(_A_KIND.sub("a ", f"a {general}")))


def weigh(findings: Iterable[Finding], about: Field) -> Iterator[Finding]:
    """The findings, statements of the prose with their salience; those that only tell of an example left out."""
    for finding in findings:
        if not isinstance(finding, Statement) or finding.takeaway:
            yield finding
        elif finding.place.block.role is Role.TAKEAWAYS:
            yield replace(finding, salience=1.0)  # what the lesson's own summary says
        elif about.named or not about.names or has_hangul(finding.text) or _names_none(finding.text, about.names):
            yield replace(finding, salience=salience(finding.text, finding.at, finding.place.block, about))
