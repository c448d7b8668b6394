"""Gate: of several sentences quoted, the answer comes from the one that the question is about."""

import re

from mediaquiz.gates.words import stem, stems
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Choice, Cloze, Recall, Short
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text, prompt

_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundreds?|thousands?|millions?|billions?|half|third|quarter|twice|double)\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\bhow many (?P<thing>\w+)", re.IGNORECASE)
_PAIRED = re.compile(r"(\d[\d.,]*\d|\d)%? (?:\w+ )?(?:in|for|at|to|of|on) ((?:the )?\w+(?: [A-Z]\w+)?)")
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_NEAR = 3
"""How many words behind its number a counted thing may stand."""
_PART = re.compile(r"(?<=[.!?])\s+|\n|[;:] |, (?:and|but|while|whereas) | whereas | while | but ")


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses a number of another sentence than the one that the question matches best."""
    item = candidate.item
    if not item.proposed or item.source is None or not isinstance(item.content, Short | Choice | Cloze | Recall):
        return None
    asked, answer = prompt(item.content), answer_text(item.content)
    told = {number.casefold() for number in _NUMBER.findall(item.source.quote)}
    mine = {number.casefold() for number in _NUMBER.findall(answer)}
    if not mine:
        return None
    if not mine <= told | {number.casefold() for number in _NUMBER.findall(asked)}:
        return "its quote gives other numbers"
    if _paired_otherwise(asked, mine, item.source.quote):
        return "its quote gives that number for something else"
    if _other_count(asked, mine, item.source.quote):
        return "its quote gives another number of them"
    parts = [part for part in _PART.split(item.source.quote) if part]
    parts = parts if len(parts) > 1 else item.source.quote.split(", ")
    best = max(parts, key=lambda part: _matched(asked, part))
    others = [part for part in parts if _numbers(part) & mine]
    if (
        _numbers(best) - _numbers(asked)
        and not _numbers(best) & mine
        and all(_matched(asked, part) < _matched(asked, best) for part in others)
    ):
        return "its quote gives another number for what is asked"
    return None


def _paired_otherwise(asked: str, mine: set[str], quote: str) -> bool:
    """Whether of "109 in New Jersey and 59 in Mississippi" the question names the other place."""
    places = [(found[1].casefold(), stems(found[2])) for found in _PAIRED.finditer(quote)]
    if len(places) < 2:
        return False
    shared = frozenset.intersection(*(words for _, words in places))
    asked_for = {number: bool(words & stems(asked) - shared) for number, words in places}
    right = [number for number, named in asked_for.items() if named]
    return bool(right) and bool(mine & asked_for.keys()) and mine.isdisjoint(right)


def _other_count(asked: str, mine: set[str], quote: str) -> bool:
    """Whether what "How many …?" asks for stands behind other numbers in the quote only."""
    found = _HOW_MANY.search(asked)
    if found is None:
        return False
    words = [word.casefold() for word in _WORD.findall(quote)]
    thing = stem(found["thing"])
    counts = {
        word
        for place, word in enumerate(words)
        if _NUMBER.fullmatch(word) and thing in map(stem, words[place + 1 : place + 1 + _NEAR])
    }
    return bool(counts) and not counts & mine


def _numbers(text: str) -> set[str]:
    return {number.casefold() for number in _NUMBER.findall(text)}


def _matched(asked: str, part: str) -> int:
    """How many words of the question a part of the quote has; a number counts twice."""
    return len(stems(asked) & stems(part)) + len(_numbers(asked) & _numbers(part))
