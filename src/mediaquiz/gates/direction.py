"""Gate: what becomes more in the lesson does not become less in a proposal."""

import re
from collections.abc import Iterator

from mediaquiz.gates.claims import claimed
from mediaquiz.gates.meaning import DOWN, UP
from mediaquiz.gates.words import stem, stems
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.stages import Scene

_CLAUSE = re.compile(
    r"[,;:.!?()—–]|\b(?:and|but|while|whereas|because|since|so|when|if|as|which|that|although|though|after|than)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NOT = re.compile(r"\b(?:not|never|no|nor|neither|without|cannot|hardly|little|\w+n[’']t)\b", re.IGNORECASE)
_REACH = 2
"""How many words with a meaning a direction reaches to, on either side."""


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses a proposal in which something goes up that its quote lets go down, or the other way round."""
    if not candidate.item.proposed or candidate.item.source is None:
        return None
    turned = against(claimed(candidate.item.content), candidate.item.source.quote)
    return "its quote says the opposite" if turned else None


def against(text: str, quote: str) -> bool:
    """Whether something goes one way in a text and only the other way in the quote."""
    told, mine = directions(quote), directions(text)
    return any(len(way) == 1 and told.get(thing, way) == _turned(way) for thing, way in mine.items())


def _turned(ways: set[bool]) -> set[bool]:
    return {not way for way in ways}


def directions(text: str) -> dict[str, set[bool]]:
    """For the stems beside a word of direction, in its clause, whether they go up (True), down, or both."""
    found: dict[str, set[bool]] = {}
    for clause in _CLAUSE.split(text):
        words = [word.casefold() for word in _WORD.findall(clause)]
        for place, word in enumerate(words):
            if (word in UP or word in DOWN) and not _NOT.search(clause):
                for thing in _beside(words, place):
                    found.setdefault(thing, set()).add(word in UP)
    return found


def _beside(words: list[str], place: int) -> list[str]:
    """The stems right before and right after a place, up to the next word of direction."""
    return [*_run(reversed(words[:place])), *_run(iter(words[place + 1 :]))]


def _run(words: Iterator[str]) -> list[str]:
    run: list[str] = []
    for word in words:
        if word in UP or word in DOWN or len(run) == _REACH:
            break
        run += [stem(word)] if stems(word) else []
    return run
