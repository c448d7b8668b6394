"""Gate: neither too long to be read at a glance nor too short to be a question."""

import re

from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Choice, Cloze, Content, ItemType, Match, Multi, Order, Recall, Short
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text, prompt

_WORD = re.compile(r"[A-Za-z0-9'’-]+|[가-힣]+")


def _words(text: str) -> int:
    return len(_WORD.findall(text))


def _has_options(content: Content) -> bool:
    return isinstance(content, Choice | Multi | Order | Match)


LONGEST_QUOTE = 1000
"""Characters of the longest passage that a proposal may rest on; it is asked for one or two sentences."""


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses prompts over 45 words (60 with options), answers over 30, typed answers over 6, blanks in stumps.

    Of a proposal also a quote that is no passage but a page.
    """
    content = candidate.item.content
    if candidate.item.proposed and candidate.item.source and len(candidate.item.source.quote) > LONGEST_QUOTE:
        return "its quote is too long"
    asked, answer = prompt(content), answer_text(content)
    if candidate.item.type is ItemType.PRACTICE:
        return "the task is too long for a card" if len(asked) > 900 else None
    if _words(asked) > (60 if _has_options(content) else 45) or len(asked) > 400:
        return "the question is too long"
    if isinstance(content, Recall) and _words(answer) > 30:
        return "the answer is too long"
    if isinstance(content, Short | Cloze) and _words(answer) > 6:
        return "the answer is too long to type"
    if isinstance(content, Cloze) and _words(asked) < 6:
        return "too little is left around the blank"
    return "the question is too short" if _words(asked) < 2 else None
