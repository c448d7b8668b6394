"""How likely a teacher keeps a question as it is: what its words, its answer and its form tell before anybody reads it.

A linear model over a few readable features. Its weights were fitted to the verdicts of blind readers on about 1,300
questions of lessons that were not ours, each judged by two; a question counts as kept where both kept it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log
from operator import mul

from mediaquiz.language.common import COMMON
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract
from mediaquiz.model.lesson import Block, Lesson, Role
from mediaquiz.model.same import Same
from mediaquiz.model.views import answer_text, prompt
from mediaquiz.text import cut_opening, squash

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]")
_SETTING = re.compile(r"^(?:In|With) [^,?]{2,40}, ")
_NAME = re.compile(r"(?<=[a-z,;’] )[A-Z][a-z]+")
_CODE = re.compile(r"`[^`]*`")
_NUMBER = re.compile(r"(?<![A-Za-z\d])(?<![A-Za-z]-)(?!(?:1\d|20)\d\d\b)\d")
"""No year, and not what belongs to a name: "GPT-3"."""
_WHY = re.compile(r"^Why |Why\?$")
_HEDGE = re.compile(r"\b(?:some|many|often|usually|typically|can|may|might|could|sometimes|generally)\b")
_PROSE = frozenset((Role.PROSE, Role.LIST, Role.TAKEAWAYS, Role.DEFINITION, Role.GLOSSARY))

_DEFINES = frozenset(("definition-term", "term-definition"))
_SURE = frozenset(
    f"statement-{form}"
    for form in (
        "use-to code-does counted because who-did who-held differ unlike which-side means-of is-a used-for how-you"
        " if-you effect"
    ).split()
)
_WEAK = frozenset(
    f"statement-{form}" for form in ("predicate passive outcome blank ends-at condition happens made-of lets").split()
)
"""Forms that readers kept more often than others, and less often."""

FEATURES = (
    "heads", "content", "rare", "central", "digit", "why", "marked", "hedge", "strange", "names", "defines", "sure",
    "weak",
)  # fmt: skip
WEIGHTS = (0.85, 1.06, -0.64, 0.71, -1.33, -0.66, 0.23, -0.35, -1.52, -0.64, 0.89, 0.74, -0.5)
BIAS = -1.03


@dataclass(frozen=True, slots=True)
class _Told:
    """What a lesson speaks of: how often each word, the words of its headings, the terms that it marks, with a space on
    either side."""

    counts: Mapping[str, int]
    heads: frozenset[str]
    marked: tuple[str, ...]
    most: float


@lru_cache(maxsize=2)
def _told(of: Same[Lesson]) -> _Told:
    blocks = of.value.blocks
    prose = "\n".join(_whole(block) for block in blocks if block.role in _PROSE)
    counts: defaultdict[str, int] = defaultdict(int)
    for token, times in Counter(_WORD.findall(prose)).items():
        if word := _root(token):
            counts[word] += times
    heads = frozenset(word for head in {h for block in blocks for h in block.path} for word in content_words(head))
    marked = tuple({f" {squash(term)} " for block in blocks for term in block.emphasis})
    most = log(1 + max(counts.values(), default=1))
    return _Told(counts, heads | frozenset(content_words(of.value.title)), marked, most)


def _whole(block: Block) -> str:
    return "\n".join((block.text, *(f"{e.label} {e.text}" for e in block.entries))) if block.entries else block.text


def content_words(text: str) -> Iterator[str]:
    """The words that carry meaning."""
    return filter(None, map(_root, _WORD.findall(text)))


@lru_cache(maxsize=1 << 14)
def _root(word: str) -> str:
    """A word in small letters, in the singular, roughly; empty for one that carries no meaning."""
    low = word.lower()
    if low in COMMON or len(low) <= 2:
        return ""
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low


def features(asked: str, answer: str, recipe: str, lesson: Lesson) -> tuple[float, ...]:
    """The features of a question, in the order of ``FEATURES``; each between 0 and 1.2."""
    told = _told(Same(lesson))
    stem = cut_opening(_SETTING, asked)
    mine, said = set(content_words(stem)), list(content_words(answer))
    often = [told.counts.get(word, 0) for word in said]
    bare = _CODE.sub("", f"{stem} {answer}")
    both = f" {squash(stem)} {squash(answer)} "
    return (
        min(2, len(mine & told.heads)) / 2,
        min(12, len(mine)) / 10,
        sum(told.counts.get(word, 0) <= 1 for word in mine) / max(1, len(mine)),
        sum([log(1 + times) for times in often]) / max(1, len(said)) / told.most,
        float(_NUMBER.search(bare) is not None),
        float(_WHY.search(stem) is not None),
        float(any(map(both.__contains__, told.marked))),
        float(_HEDGE.search(stem) is not None),
        float(any(told.counts.get(word, 0) < 3 for name in _NAME.findall(stem) for word in content_words(name))),
        float(_NAME.search(answer) is not None),
        float(recipe in _DEFINES),
        float(recipe in _SURE or not recipe.startswith(("statement-", "definition-", "term-"))),
        float(recipe in _WEAK),
    )


def likely(candidate: Candidate, extract: Extract) -> float:
    """How likely a teacher keeps a candidate as it is, between 0 and 1."""
    item = candidate.item
    recipe = item.source.recipe if item.source else ""
    told = features(prompt(item.content), answer_text(item.content), recipe, extract.lesson)
    return 1 / (1 + exp(-(BIAS + sum(map(mul, WEIGHTS, told)))))


_OF_THE_LESSON = 0.4
"""How much the place of a question in its lesson counts beside its own words."""
_LEAST, _LONG = 0.17, 600
"""In a lesson of so many words what is less likely kept is not asked; in a shorter one, the words tell too little."""
_OF_THE_AUTHOR = 0.9
"""The value of what stands among the key points."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The candidates worth asking, what each of them is worth by its ``id()``, and those that are doubtful."""

    worthy: tuple[Candidate, ...]
    worths: Mapping[int, float]
    doubtful: tuple[Candidate, ...]


def weigh(candidates: Iterable[Candidate], extract: Extract, words: int) -> Weighed:
    """The candidates of a lesson of so many words, by their value in it and by how likely they are kept.

    What is in Korean counts by its value alone: nobody has judged enough of it.
    """
    worths: dict[int, float] = {}
    worthy: list[Candidate] = []
    doubtful: list[Candidate] = []
    for candidate in candidates:
        chance = likely(candidate, extract) if candidate.item.lang == "en" else candidate.value * candidate.trust
        worths[id(candidate)] = _OF_THE_LESSON * candidate.value * candidate.trust + (1 - _OF_THE_LESSON) * chance
        (doubtful if _is_doubtful(candidate, chance, words) else worthy).append(candidate)
    return Weighed(tuple(worthy), worths, tuple(doubtful))


def _is_doubtful(candidate: Candidate, chance: float, words: int) -> bool:
    """Whether a question from the prose is one of those that hardly any reader kept."""
    recipe = candidate.item.source.recipe if candidate.item.source else ""
    if words < _LONG or candidate.item.lang != "en" or candidate.value >= _OF_THE_AUTHOR:
        return False
    return recipe.startswith("statement-") and recipe not in _SURE and chance < _LEAST
