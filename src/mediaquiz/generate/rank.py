"""Ranking: best first, spread over sections and kinds of knowledge, within what a lesson of its size deserves."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import ItemType, Status
from mediaquiz.model.views import prompt

FEWEST, ENOUGH, MOST = 10, 16, 24
WORDS_PER_ITEM = 40
WORDS_PER_FURTHER_ITEM = 120
MOST_OF_ASPECT = 4
MOST_FILLERS = 4
MOST_PRACTICE = 1
_OUTSTANDING = 0.9
_FILLER = 0.51
_REPEATED_ASPECT, _REPEATED_SECTION, _SAME_CONCEPT_NEAR = 0.82, 0.94, 0.7


def budget(words: int) -> int:
    """How many ready items a lesson of so many words gets."""
    dense = min(ENOUGH, round(words / WORDS_PER_ITEM))
    return max(FEWEST, dense, min(MOST, round(words / WORDS_PER_FURTHER_ITEM)))


def rank(
    passed: Sequence[Candidate], words: int, worths: Mapping[int, float]
) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
    """The chosen candidates, best first, and those beyond the budget.

    Each next one is the best of the rest after a discount for a kind of knowledge, a section or a concept that was
    just asked. ``worths`` says by ``id()`` what each is worth. Drafts come after all ready items and have no budget;
    the gist and the practice item are last of the ready ones, for neither has the one short answer of a card.
    """
    ready = [c for c in passed if c.item.status is Status.READY]
    drafts = [c for c in passed if c.item.status is not Status.READY]
    practice = _shortest([c for c in ready if c.aspect == "practice"])
    gists = [c for c in ready if c.aspect == "gist"]
    asked = [c for c in ready if c.aspect not in {"practice", "gist"}]
    room = max(1, budget(words) - len(practice) - len(gists))
    chosen = _spread([c for c in asked if not _is_filler(c)], room, worths)
    fill = min(MOST_FILLERS, FEWEST - len(chosen) - len(gists) - len(practice))
    chosen += _spread([c for c in asked if _is_filler(c)], max(0, fill), worths)
    taken = set(map(id, chosen))
    kept = [*asked, *(c for c in ready if c.aspect == "practice" and c not in practice)]
    over = [c for c in kept if id(c) not in taken]
    return (*chosen, *gists, *practice, *drafts), tuple(over)


def _shortest(practice: list[Candidate]) -> list[Candidate]:
    """Of many exercises the shortest, questions before tasks; the others stay with the lesson."""
    chosen = sorted(practice, key=lambda c: ("?" not in prompt(c.item.content), len(prompt(c.item.content))))
    chosen = chosen[:MOST_PRACTICE]
    return [c for c in practice if c in chosen]


def _is_filler(candidate: Candidate) -> bool:
    """A blank in a sentence of the prose: the last resort, where a lesson gives few questions."""
    return candidate.item.type is ItemType.CLOZE and candidate.value < _FILLER


def _spread(candidates: Sequence[Candidate], room: int, worths: Mapping[int, float]) -> list[Candidate]:
    """The best, each after a discount for what was chosen before; many of one kind only where nothing else is left."""
    rest = list(candidates)
    chosen: list[Candidate] = []
    more: list[Candidate] = []
    aspects, sections = Counter[str](), Counter[str]()
    while rest and len(chosen) < room:
        near = {c.item.concept for c in chosen[-2:] if c.item.concept}
        left = [worths[id(c)] * _discount(c, aspects, sections, near) for c in rest]
        best = rest.pop(left.index(max(left)))
        few = aspects[best.aspect] < MOST_OF_ASPECT
        if few or best.value > _OUTSTANDING:
            chosen.append(best)
            aspects[best.aspect] += 1
            sections[best.section] += 1
        else:
            more.append(best)
    return [*chosen, *more[: room - len(chosen)]]


def _discount(candidate: Candidate, aspects: Counter[str], sections: Counter[str], near: Set[str]) -> float:
    """What is left of a candidate after those chosen: how many of each aspect and section, and the last concepts."""
    left = _REPEATED_ASPECT ** aspects[candidate.aspect] * _REPEATED_SECTION ** sections[candidate.section]
    return left * (_SAME_CONCEPT_NEAR if candidate.item.concept in near else 1.0)
