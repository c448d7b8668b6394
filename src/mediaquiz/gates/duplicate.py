"""Gate: one question for one fact."""

import re
from collections.abc import Sequence
from functools import lru_cache

from mediaquiz.gates.words import overlap, stems
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import ItemType
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer, answer_text, prompt
from mediaquiz.text import squash

_SAME = 0.8
_SAME_KIND = 0.55
_SAME_ANSWER = 0.3
_SAME_QUESTION = 0.4
_ALIKE, _ALIKE_ANSWER = 0.6, 0.5


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses a candidate whose fact, or whose words together with its answer's, another one has already."""
    asked, said = prompt(candidate.item.content), answer_text(candidate.item.content)
    whole, words, code = stems(f"{asked} {said}"), _words(asked), _code(asked)
    entries = _entries(candidate)
    for other in scene.passed:
        if other.fact == candidate.fact:
            return f"the same fact is asked already: {prompt(other.item.content)!r}"
        their = prompt(other.item.content)
        if candidate.item.type == other.item.type and words == _words(their) and code == _code(their):
            return f"only its punctuation tells it from another: {their!r}"
        if entries and entries == _entries(other):
            return f"another question asks for the same entries: {their!r}"
        if code != _code(their):
            continue  # what `push` does and what `pull` does are two facts in the same words
        theirs = stems(f"{their} {answer_text(other.item.content)}")
        if whole.isdisjoint(theirs):
            continue
        answers = squash(answer_text(other.item.content)), squash(said)
        if _tells(asked, theirs) or _tells(their, whole):
            return f"one question gives the answer of the other: {their!r}"
        if candidate.item.type is ItemType.CLOZE and len(whole & theirs) >= _TOLD * len(whole):
            return f"a question asks the same sentence: {their!r}"
        shared = len(whole & theirs) / max(1, min(len(whole), len(theirs)))
        if (
            shared >= _SAME_KIND
            and other.aspect == candidate.aspect
            and other.aspect in {"reason", "effect", "contrast"}
            and overlap(stems(answers[0]), stems(answers[1])) >= _SAME_ANSWER
            and overlap(stems(their), stems(asked)) >= _SAME_QUESTION
        ):
            return f"a question of the same kind asks almost this: {their!r}"
        alike = overlap(stems(their), stems(asked)) >= _ALIKE
        if alike and overlap(stems(answers[0]), stems(answers[1])) >= _ALIKE_ANSWER:
            return f"almost the same is asked already: {their!r}"
        if overlap(whole, theirs) >= _SAME and (answers[0] == answers[1] or candidate.item.type == other.item.type):
            return f"almost the same is asked already: {their!r}"
    return None


def _entries(candidate: Candidate) -> frozenset[str]:
    """What a list or an order asks for, in whatever order; empty for another type."""
    found = answer(candidate.item.content) if candidate.item.type in _OF_ENTRIES else ()
    return frozenset(map(squash, found)) if isinstance(found, Sequence) and not isinstance(found, str) else frozenset()


_OF_ENTRIES = frozenset({ItemType.LIST, ItemType.ORDER})


def _tells(asked: str, other: frozenset[str]) -> bool:
    """Whether a question holds nearly all words of another one and of its answer."""
    return len(other) >= _MANY and len(stems(asked) & other) >= _TOLD * len(other)


_TOLD, _MANY = 0.85, 5


def _code(asked: str) -> frozenset[str]:
    """The words of code that are asked about."""
    return frozenset(_SPAN.findall(asked)) if "`" in asked else _NONE


_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=1024)
def _words(asked: str) -> str:
    return _WORDLESS.sub(" ", squash(asked))


_WORDLESS = re.compile(r"\W+")
_SPAN = re.compile(r"`[^`]+`")
