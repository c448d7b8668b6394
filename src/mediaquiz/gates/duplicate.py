"""Gate: one question for one fact."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from mediaquiz.gates.words import overlap, stems
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import ItemType
from mediaquiz.model.same import Same
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer, answer_text, prompt
from mediaquiz.text import squash

_SAME = 0.8
_SAME_KIND = 0.55
_SAME_ANSWER = 0.3
_SAME_QUESTION = 0.4
_ALIKE, _ALIKE_ANSWER = 0.6, 0.5


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """A candidate as it is compared with others."""

    asked: str
    said: str
    """Squashed, as are the entries."""
    of_asked: frozenset[str]
    of_said: frozenset[str]
    whole: frozenset[str]
    """The stems of the question, of the answer, of both."""
    words: str
    """The question without its punctuation."""
    code: frozenset[str]
    """The words of code that are asked about."""
    entries: frozenset[str]
    """What a list or an order asks for, in whatever order; empty for another type."""


@lru_cache(maxsize=256)
def _read(candidate: Same[Candidate]) -> _Read:
    """Each candidate is read once, for all that come after it."""
    item = candidate.value.item
    asked, said = prompt(item.content), answer_text(item.content)
    found = answer(item.content) if item.type in _OF_ENTRIES else ()
    entries = found if isinstance(found, Sequence) and not isinstance(found, str) else ()
    in_question, in_answer = stems(asked), stems(said)
    return _Read(
        asked,
        squash(said),
        in_question,
        in_answer if said.isascii() else stems(squash(said)),
        in_question | in_answer,
        _WORDLESS.sub(" ", squash(asked)),
        frozenset(_SPAN.findall(asked)),
        frozenset(map(squash, entries)),
    )


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses a candidate whose fact, or whose words together with its answer's, another one has already."""
    mine = _read(Same(candidate))
    for other in scene.passed:
        theirs = _read(Same(other))
        if other.fact == candidate.fact:
            return f"the same fact is asked already: {theirs.asked!r}"
        if mine.words == theirs.words and mine.code == theirs.code and candidate.item.type == other.item.type:
            return f"only its punctuation tells it from another: {theirs.asked!r}"
        if mine.entries and mine.entries == theirs.entries:
            return f"another question asks for the same entries: {theirs.asked!r}"
        if mine.code != theirs.code or mine.whole.isdisjoint(theirs.whole):
            continue  # what `push` does and what `pull` does are two facts in the same words
        if _tells(mine, theirs) or _tells(theirs, mine):
            return f"one question gives the answer of the other: {theirs.asked!r}"
        if reason := _alike(candidate, mine, other, theirs):
            return f"{reason}: {theirs.asked!r}"
    return None


def _alike(candidate: Candidate, mine: _Read, other: Candidate, theirs: _Read) -> str | None:
    """How much two items say of the same, where that is too much."""
    both = len(mine.whole & theirs.whole)
    if candidate.item.type is ItemType.CLOZE and both >= _TOLD * len(mine.whole):
        return "a question asks the same sentence"
    answers, questions = overlap(mine.of_said, theirs.of_said), overlap(mine.of_asked, theirs.of_asked)
    shared = both / max(1, min(len(mine.whole), len(theirs.whole)))
    same_kind = other.aspect == candidate.aspect and other.aspect in {"reason", "effect", "contrast"}
    if shared >= _SAME_KIND and same_kind and answers >= _SAME_ANSWER and questions >= _SAME_QUESTION:
        return "a question of the same kind asks almost this"
    same = mine.said == theirs.said or candidate.item.type == other.item.type
    if questions >= _ALIKE and answers >= _ALIKE_ANSWER:
        return "almost the same is asked already"
    return "almost the same is asked already" if same and overlap(mine.whole, theirs.whole) >= _SAME else None


_OF_ENTRIES = frozenset({ItemType.LIST, ItemType.ORDER})


def _tells(asking: _Read, other: _Read) -> bool:
    """Whether a question holds nearly all words of another one and of its answer."""
    return len(other.whole) >= _MANY and len(asking.of_asked & other.whole) >= _TOLD * len(other.whole)


_TOLD, _MANY = 0.85, 5
_WORDLESS = re.compile(r"\W+")
_SPAN = re.compile(r"`[^`]+`")
