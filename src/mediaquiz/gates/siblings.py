"""Gate: of two things with one name and a word before it, the answer is told of the one that is asked about.

"British English" and "American English", "text analysis" and "linguistic analysis" are siblings.
"""

import re
from collections.abc import Iterator
from itertools import pairwise, permutations

from mediaquiz.gates.lessontext import lesson_text
from mediaquiz.gates.sides import sides
from mediaquiz.gates.words import stem, stems
from mediaquiz.language.verbs import OTHERS_TOO, base_of, readings
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Choice, Cloze, Recall, Short
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text, prompt
from mediaquiz.text import has_hangul, squash

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W_]+)*")
_COMPARED = re.compile(r"\b(?:than|from|unlike|like|to|not|with) (?:\w+ )?$")


@dataclass(frozen=True, slots=True)
class _Name:
    """A noun's stem with that of the word before it, as written, and where they stand."""

    first: str
    noun: str
    text: str
    start: int


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses a question about one sibling whose quote speaks of the other only, or gives the answer for the other."""
    item = candidate.item
    if not item.proposed or item.source is None or not isinstance(item.content, Short | Recall | Choice | Cloze):
        return None
    quote, asked, answer = squash(item.source.quote), squash(prompt(item.content)), squash(answer_text(item.content))
    told, words = tuple(_names(quote)), stems(f"{asked} {answer}")
    for mine in _names(asked):
        for other in told:
            if other.noun != mine.noun or other.first in words or other.first in mine.first:
                continue
            if mine.first not in stems(quote) and mine.text in lesson_text(scene).bare:
                return f"its quote speaks of {other.text!r}"
            if _told_of(answer, other, mine, told, quote):
                return f"its quote says that of {other.text!r}"
    return None


def _told_of(answer: str, other: _Name, mine: _Name, told: tuple[_Name, ...], quote: str) -> bool:
    """Whether the answer stands once in the quote, right behind the other sibling, and the one asked about before."""
    for one, two in permutations(sides(quote), 2):
        own = other.text in one and mine.text in two and other.text not in two and mine.text not in one
        if own and answer in one and answer not in two:
            return True
    if quote.count(answer) != 1 or _COMPARED.search(quote[: other.start]):
        return False
    before = [name for name in told if name.noun == mine.noun and name.start < quote.index(answer)]
    return len(before) > 1 and before[-1] == other and any(name.first == mine.first for name in before)


def _names(text: str) -> Iterator[_Name]:
    for one, two in pairwise(_WORD.finditer(text)):
        joined = text[one.end() : two.start()] == " " and bool(stems(one[0]) and stems(two[0]))
        if joined and not (base_of(two[0]) or _is_verb(one[0]) or has_hangul(one[0])):
            yield _Name(stem(one[0]), stem(two[0]), text[one.start() : two.end()], one.start())


def _is_verb(word: str) -> bool:
    return bool(readings(word)) and word not in OTHERS_TOO
