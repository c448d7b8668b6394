"""A list of instructions that its sentence calls a workflow: an order without numbers."""

import re
from collections.abc import Iterable

from mediaquiz.language.verbs import VERBS
from mediaquiz.model.concept import Family, Member, Place
from mediaquiz.model.lesson import Block, Lesson, Role

_FEWEST, _MOST = 3, 7
_MOST_WORDS = 14
_NAMED = re.compile(
    r"^(?P<the>the|an?|our|your|this) (?P<name>(?:[\w-]+ ){0,4}?(?:workflow|procedure|routine|cycle|process))\b"
    r"(?P<of>(?: (?:of|for) [^,:]{3,40})?)(?: (?:is|would be|looks like this|goes like this|has|consists)\b[^:]*)?:$",
    re.IGNORECASE,
)
_JOINS = re.compile(r"[,;.]?(?: and| then)?[,;.]?$")
_AGAIN = re.compile(r"\b(?:repeat|go back|start over|again|optional(?:ly)?|if you|or)\b", re.IGNORECASE)
"""What makes an order more than a line."""


def workflows(lesson: Lesson) -> Iterable[Family]:
    """Each list whose sentence names a workflow, and whose every entry tells what to do."""
    for block in lesson.blocks:
        named = _NAMED.match(block.lead.strip()) if block.role is Role.LIST else None
        steps = tuple(_JOINS.sub("", entry.text.strip()) for entry in block.entries) if named else ()
        if named and _FEWEST <= len(steps) <= _MOST and all(map(_is_step, steps)):
            members = tuple(Member(step, line=e.line) for step, e in zip(steps, block.entries, strict=True))
            yield Family(_name(named), "step", members, Place(block, block.span.start, _quote(block)), ordered=True)


def _is_step(text: str) -> bool:
    first = text.split(" ")[0].lower()
    return first in VERBS and 1 < len(text.split()) <= _MOST_WORDS and not _AGAIN.search(text)


def _name(named: re.Match[str]) -> str:
    the = "a" if named["the"].lower() in {"a", "an"} else "the"
    return f"{the} {named['name']}{named['of']}"


def _quote(block: Block) -> str:
    return "\n".join((block.lead, *(entry.text for entry in block.entries)))
