"""Other questions for the words of a lesson behind an item."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from mediaquiz.app.extract import Result
from mediaquiz.gates import judge
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract
from mediaquiz.model.item import Cloze, Item
from mediaquiz.model.problem import Span
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import prompt
from mediaquiz.text import one_line, squash

_SPARE = frozenset({"MQ208", "MQ216"})
"""Why a good candidate was not taken: its fact is asked already, or better items filled the lesson's budget."""
_LONGEST_SENTENCE = 240


def other_questions(result: Result, item: Item, asked: Iterable[Item]) -> tuple[Item, ...]:
    """What else a lesson could ask instead of the item, nearest first, without what is asked already.

    First the other candidates for the same words; then the words themselves with a blank for one of the lesson's
    terms, as far as the gates let it pass; then what was left over about the same concept.
    """
    known = {squash(prompt(one.content)) for one in (item, *asked)}
    found = {squash(prompt(one.content)): one for one in reversed([*_nearest(result, item)])}
    return tuple(one for stem, one in reversed(found.items()) if stem not in known)


def _nearest(result: Result, item: Item) -> Iterator[Item]:
    if item.source is None:
        return
    spare = [refusal.candidate.item for refusal in result.refused if refusal.code in _SPARE]
    for one in (*(candidate.item for candidate in result.candidates), *spare):
        if one.source and one.source.fingerprint == item.source.fingerprint:
            yield one
    yield from _blanks(result, item)
    yield from (one for one in spare if item.concept and squash(one.concept) == squash(item.concept))


def _blanks(result: Result, item: Item) -> Iterator[Item]:
    sentence = one_line(item.source.quote) if item.source else ""
    if "\n" in (item.source.quote.strip() if item.source else "") or len(sentence) > _LONGEST_SENTENCE:
        return
    scene = Scene(Extract(result.lesson, (), result.concepts))
    for concept in result.concepts:
        for name in (concept.term, *concept.aliases):
            parts = re.split(rf"\b({re.escape(name)})\b", sentence, maxsplit=1, flags=re.IGNORECASE)
            if len(parts) == 3:
                content = Cloze(f"{parts[0]}{{{{{parts[1]}}}}}{parts[2]}")
                blank = replace(item, content=content, explain="", concept=concept.term, notes="")
                if judge(Candidate(blank, Span(result.lesson.path)), scene) is None:
                    yield blank
                break
