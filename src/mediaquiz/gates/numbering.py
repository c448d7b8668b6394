"""Gate: knowing that something is number five is not knowing it."""

import re

from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import ItemType
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text, prompt

_NUMBERED = re.compile(
    r"\b(?:which|what) (?:is|are|comes) (?:the )?(?:theme|layer|step|stage|rule|principle|tip|number"
    r"|level|phase|part)\s*#?\d"
    r"|^(?:which|what) (?:is|are|comes) (?:the )?[a-z]+ #?\d{1,2}\?"
    r"|^how many (?:themes|layers|steps|stages|parts|tips|rules)\b",
    re.IGNORECASE,
)
_ONLY_NUMBER = re.compile(
    r"^(?:theme|layer|step|stage|rule|principle|tip|level|phase|part|sign|단계)\s*#?\d{1,2}$", re.IGNORECASE
)


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses questions for, or from, a place in a numbered list."""
    if candidate.item.type is ItemType.PRACTICE:
        return None
    if _NUMBERED.search(prompt(candidate.item.content)):
        return "it asks from a number in a list"
    if _ONLY_NUMBER.match(answer_text(candidate.item.content).strip(" .")):
        return "its answer is a number in a list"
    return None
